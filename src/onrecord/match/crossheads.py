"""What a report tells twice, in short and in full: a crosshead or headline, and the quotation that it is taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.match.candidates import one_side
from onrecord.match.likeness import Likeness
from onrecord.match.said import Said

_FEWEST = 4  # words of a crosshead that are taken from the quotation that has them too
_IN_HEADLINE = 3  # the same for a headline, where nobody else of the report is named to say them
Pairs = Iterator[tuple[Said, Said, Likeness]]


def crossheads(said: Iterable[Said]) -> Pairs:
    """The quotations that stand alone or in a headline, each with a longer one in its report that has the same words.

    A crosshead may have been given to anybody: it has neither source nor cue, so that its speaker was guessed.
    """
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.statement.report].append(one)
    for told in by_report.values():
        yield from _echoed(told)


def _echoed(told: Sequence[Said]) -> Pairs:
    for one in told:
        words = tuple(token.form for sentence in one.sentences for token in sentence.words)
        if one.statement.form != "direct" or len(words) < _IN_HEADLINE:
            continue
        is_alone = not one.statement.source and not one.statement.cue and len(words) >= _FEWEST
        for other in told:
            fits = is_alone or (one.in_headline and not other.in_headline and one_side(one, other))
            if fits and other.statement.source and any(each.where(words) is not None for each in other.sentences):
                yield one, other, Likeness(1.0, len(words), f"{len(words)} words in a row in the same report")
