"""What a report's headline or lead tells in short, and the first quotation further down that bears it out.

News puts first in its own words what a speaker then says in his. The two share few words, so their place tells: a lead
that has somebody accuse, deny or demand, and the first words quoted of the same speaker behind it, are one act of
speaking, unless they mean something quite different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.match.candidates import may_be_one
from onrecord.match.likeness import Likeness, turned_round
from onrecord.match.meanings import Meanings
from onrecord.match.said import Said

_NEAR = 0.4
"""Least cosine of the nearest two sentences. Of 85 such pairs in 700 articles of PolNeAR's training part, read one by
one, 36 of 40 from here on were one act of speaking, and half of those from 0.2 to 0.4."""
_BESIDE = 500
"""Characters between the two within which `_NEAR_BY` is enough."""
_NEAR_BY = 0.2
"""The same for a quotation right behind: 16 of 20 from 0.2 to 0.4 were one act of speaking."""
_OFTEN = frozenset({"criticise", "support"})  # acts that one report tells of one speaker so often that `_NEAR` is asked


_FEWEST = 4  # words of a crosshead that are taken from the quotation that has them too

Pairs = Iterator[tuple[Said, Said, Likeness]]


def within_reports(said: Iterable[Said], meanings: Meanings) -> Pairs:
    """What stands in a report twice, in short and in full, with why the two are one act of speaking."""
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.statement.report].append(one)
    for told in by_report.values():
        told.sort(key=lambda one: (one.statement.content[0].start, one.statement.id))
        yield from _borne_out(told, meanings)
        yield from _echoed(told)


def _borne_out(told: Sequence[Said], meanings: Meanings) -> Pairs:
    """The leads, each with the first quotation of the same speaker behind it."""
    for n, lead in enumerate(told):
        if lead.in_lead and lead.who and lead.statement.form != "direct" and lead.statement.act != "assert":
            quoted = _first_quoted(lead, told[n + 1 :])
            near = _nearness(lead, quoted, meanings) if quoted else 0.0
            if quoted and near >= _asked(lead, quoted) and not _is_turned(lead, quoted, meanings):
                yield lead, quoted, Likeness(round(near, 3), 0, "the first words quoted of the same speaker")


def _echoed(told: Sequence[Said]) -> Pairs:
    """The quotations that stand alone, as a crosshead does, with the longer one that has the same words in a row."""
    for one in told:
        words = tuple(token.form for sentence in one.sentences for token in sentence.words)
        if one.statement.source or one.statement.cue or one.statement.form != "direct" or len(words) < _FEWEST:
            continue
        for other in told:
            if other.statement.source and any(sentence.where(words) is not None for sentence in other.sentences):
                yield one, other, Likeness(1.0, len(words), f"{len(words)} words in a row in the same report")


def _first_quoted(lead: Said, behind: Sequence[Said]) -> Said | None:
    """The first statement behind a lead that quotes the same speaker, if its act does not differ."""
    for one in behind:
        if one.who and one.statement.form != "indirect" and one.statement.inside is None and may_be_one(lead, one):
            return one if one.statement.act in (lead.statement.act, "assert") else None
    return None


def _asked(lead: Said, quoted: Said) -> float:
    gap = quoted.statement.content[0].start - lead.statement.content[-1].end
    return _NEAR_BY if gap <= _BESIDE and lead.statement.act not in _OFTEN else _NEAR


def _nearness(a: Said, b: Said, meanings: Meanings) -> float:
    return max((meanings.near(x.text, y.text) for x in a.sentences for y in b.sentences), default=0.0)


def _is_turned(a: Said, b: Said, meanings: Meanings) -> bool:
    return turned_round(a.sentences, b.sentences, meanings.near)
