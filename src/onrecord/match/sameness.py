"""How likely two statements report one act of speaking, where their words alone do not tell.

"He threatened to shut the mill" and, a line further, "You will not see this chimney smoke again": what ties the two is
who speaks, how near they stand, that the one introduces the other, and what they are about. How much each of these
counts is fitted by `training/sameness.py` on reports of real stories and stands in `data/en/sameness.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import exp, log

from onrecord.match.bearings import ATTACKS
from onrecord.match.candidates import (
    candidates,
    days_fit,
    is_opposed,
    one_side,
    one_source,
    one_speaker,
    other_news,
    share_words,
)
from onrecord.match.likeness import SPARSE
from onrecord.match.meanings import Meanings
from onrecord.match.said import Said
from onrecord.match.wording import denies, text_of, wording
from onrecord.model import Report
from onrecord.wordlists import table

LIKELY = 0.3
"""Mean chance from which statements are taken for one act of speaking. It is low, since most have higher ones: of the
pairs so grouped somewhat more than half are right. docs/match.md tells how it was chosen."""
UNLIKELY = 0.02
"""Chance that stands for one of which nothing is known: the words have too little in common to be compared."""
_AT_ONCE = 8_000  # pairs whose words are read before they are compared
NEARBY = 4  # statements of one report: as far behind another one is compared with it whatever its words are
_CLOSE, _PART = 100, 500  # characters over which the effect of standing close by, or in one part, fades to a third
_OPENING = 300  # characters of a report that hold its headline and first sentence
_WORTH = 0.05  # chance that a pair must be able to reach for its meaning to be read
_MOST_RARE = 3.0  # words that nobody else uses: more of them in common tell no more


@dataclass(frozen=True)
class Heard:
    """One statement with what it is compared by."""

    said: Said
    place: int
    """Its number among the statements of its report."""
    rarity: float
    """How rare its words are in the pile, summed up: a word that it has alone counts 1."""

    @cached_property
    def text(self) -> str:
        """All its words."""
        return text_of(self.said.statement)

    @cached_property
    def length(self) -> float:
        """The logarithm of its length in words."""
        return log(1 + len(self.text.split()))

    @cached_property
    def name(self) -> frozenset[str]:
        """The words of its speaker's name."""
        return frozenset(token.form for token in wording(self.said.name).words)

    @cached_property
    def is_negated(self) -> bool:
        """Whether its words turn round what they tell."""
        return denies(self.text)

    @property
    def start(self) -> int:
        """Where it begins in its report."""
        return self.said.statement.content[0].start

    @property
    def end(self) -> int:
        """Where it ends in its report."""
        return self.said.statement.content[-1].end


class Heeded:
    """The statements of a pile, ready to be compared."""

    def __init__(self, said: Sequence[Said], reports: Iterable[Report]) -> None:
        self._texts = {report.id: report.text for report in reports}
        held = Counter(word for one in said for word in one.words)
        self._rarity = {word: log((len(said) + 1) / count) / log(len(said) + 1) for word, count in held.items()}
        self._by_report: dict[str, list[Heard]] = {}
        for one in sorted(said, key=lambda one: (one.statement.content[0].start, one.statement.content[-1].end)):
            there = self._by_report.setdefault(one.statement.report, [])
            there.append(Heard(one, len(there), sum(self._rarity[word] for word in one.words)))
        self._heard = {one.said.statement.id: one for there in self._by_report.values() for one in there}

    def heard(self, one: Said) -> Heard:
        """A statement as it is compared."""
        return self._heard[one.statement.id]

    def pairs(self, stand_for: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
        """The pairs that are worth comparing.

        Args:
            stand_for: of statements in the very same words one.
        """
        seen = set[frozenset[str]]()
        for a, b in chain(candidates(stand_for, may_be_likely), self._nearby()):
            pair = frozenset((a.statement.id, b.statement.id))
            if pair not in seen and may_be_likely(a, b):
                seen.add(pair)
                yield a, b

    def _nearby(self) -> Iterator[tuple[Said, Said]]:
        """Each statement with those that stand close behind it in its report."""
        for there in self._by_report.values():
            for one in there:
                for other in there[one.place + 1 : one.place + 1 + NEARBY]:
                    yield one.said, other.said

    def features(self, a: Heard, b: Heard, near: float) -> dict[str, float]:
        """What two statements are compared by, by name; `near` is how near they are in meaning."""
        x, y = a.said.statement, b.said.statement
        common = sum(self._rarity[word] for word in a.said.words & b.said.words)
        words = common / ((a.rarity or 1) * (b.rarity or 1)) ** 0.5
        in_report = x.report == y.report
        speaker = one_speaker(a.said, b.said)
        known = (a.said.who is not None) + (b.said.who is not None)
        shorter = max(1, min(len(a.said.described), len(b.said.described)))
        return {
            "meaning": near,
            "words": words,
            "words across reports of one speaker": words * speaker * (not in_report),
            "rare words": min(common, _MOST_RARE),
            "shorter": min(a.length, b.length),
            "lengths apart": abs(a.length - b.length),
            "speaker": speaker,
            "other speaker": known == 2 and not speaker,
            "one speaker unknown": known == 1,
            "source": len(a.said.described & b.said.described) / shorter,
            "speaker named in source": bool(a.said.who and a.name & b.said.described and known == 1)
            or bool(b.said.who and b.name & a.said.described and known == 1),
            "lead": in_report and a.said.in_lead != b.said.in_lead,
            "headline": in_report and a.said.in_headline != b.said.in_headline,
            "headline across reports": not in_report and (a.said.in_headline or b.said.in_headline),
            "opening": (a.start < _OPENING) + (b.start < _OPENING),
            "act": x.act == y.act != "assert",
            "plain": (x.act == "assert") + (y.act == "assert"),
            "attack and denial": {x.act, y.act} & ATTACKS != set() and "deny" in {x.act, y.act},
            "one negated": a.is_negated != b.is_negated,
            "both indirect": x.form == y.form == "indirect",
            "both direct": x.form == y.form == "direct",
            "direct and indirect": {x.form, y.form} == {"direct", "indirect"},
            "without source": (x.source is None) + (y.source is None),
            "inside others": (x.inside is not None) + (y.inside is not None),
            "body and person": known == 2 and not speaker and a.said.is_body != b.said.is_body,
            **self._places(a, b),
        }

    def _places(self, a: Heard, b: Heard) -> dict[str, float]:
        """How near two statements of one report stand, and whether the one introduces the words of the other."""
        if a.said.statement.report != b.said.statement.report:
            return dict.fromkeys(_PLACES, 0)
        if (b.start, b.end) < (a.start, a.end):
            a, b = b, a
        gap = max(0, b.start - a.end)
        forms = a.said.statement.form, b.said.statement.form
        introduces = forms == ("indirect", "direct")
        found = (
            exp(-gap / _CLOSE),
            exp(-gap / _PART),
            "\n" in self._texts.get(a.said.statement.report, "")[a.end : b.start],
            introduces,
            introduces and abs(a.place - b.place) == 1,
            forms == ("direct", "indirect"),
            forms == ("direct", "direct"),
        )
        return dict(zip(_PLACES, found, strict=True))


_PLACES = (
    "close",
    "in one part",
    "other paragraph",
    "words behind their telling",
    "words right behind their telling",
    "telling behind the words",
    "both direct in one report",
)


def chances(
    pairs: Iterable[tuple[Said, Said]], heeded: Heeded, meanings: Meanings
) -> Iterator[tuple[Said, Said, float]]:
    """How likely each of those pairs is one act of speaking; pairs for which nothing speaks are left out.

    Args:
        pairs: those worth comparing.
        heeded: all statements.
        meanings: tells how near words are; asked only where nearness can still make a difference.
    """
    weights, bias = table("sameness")["weights"], table("sameness")["bias"]
    open_ = []
    for a, b in pairs:
        one, other = heeded.heard(a), heeded.heard(b)
        without = bias + _weighed(heeded.features(one, other, 0.0), weights)
        if _chance(without + max(weights["meaning"], 0.0)) >= _WORTH:
            open_.append((one, other, without))
    open_.sort(key=lambda pair: (pair[0].said.statement.report, pair[0].place))  # so that each is read about once
    for k in range(0, len(open_), _AT_ONCE):
        some = open_[k : k + _AT_ONCE]
        meanings.read(one.text for pair in some for one in pair[:2])
        for one, other, without in some:
            chance = _chance(without + weights["meaning"] * meanings.near(one.text, other.text))
            if chance > UNLIKELY:
                yield one.said, other.said, round(chance, 3)


def may_be_likely(a: Said, b: Said) -> bool:
    """Whether nothing shows that two are different acts of speaking: two speakers or days, one inside the other.

    Of reports more than two days apart only the words tell old speech told again from new speech on one matter.
    """
    x, y = a.statement, b.statement
    if x.report != y.report and min(len(a.words), len(b.words)) < SPARSE and not (x.act == y.act != "assert"):
        return False  # "Yes" says nothing by which it could be known again; whom both praise or blame does
    return x.id != y.id and may_go_together(a, b) and not other_news(a, b)


def may_go_together(a: Said, b: Said) -> bool:
    """Whether two may be in one utterance with others: no other speaker or day, none on the words of the other."""
    x, y = a.statement, b.statement
    if x.inside == y.id or y.inside == x.id or share_words(x, y):
        return False
    return _may_be_one_speaker(a, b) and days_fit(a, b) and not is_opposed(a, b)


def _may_be_one_speaker(a: Said, b: Said) -> bool:
    """Whether no two speakers are named; of two reports, none that are described in quite other words either."""
    if a.statement.report == b.statement.report:
        return one_side(a, b)
    if a.who is None and b.who is None:
        return one_source(a, b) or not a.described.isdisjoint(b.described)
    return a.who is None or b.who is None or one_speaker(a, b)


def _weighed(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weight * features[name] for name, weight in weights.items())


def _chance(score: float) -> float:
    return 1 / (1 + exp(-score))
