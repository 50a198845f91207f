"""How likely two mentions tell one event, by their words, parties and places, and by the reports they stand in.

How much each of these counts is fitted by `training/deed_sameness.py` on the training part of ECB+ (Cybulska and
Vossen, LREC 2014) and stands in `data/en/deed_sameness.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from math import exp, log

from onrecord.match.alikeness import Alikeness
from onrecord.match.meanings import Meanings
from onrecord.match.vocabulary import form, opposite
from onrecord.match.wording import CONTENT, wording
from onrecord.model import Told
from onrecord.wordlists import table

MEANT = 0.62
"""Cosine (0–1) of two words from which they may tell one deed without a shared party or place. On ten affairs 0.55
finds more events (F1 0.621, here 0.614, at 0.7 0.602) and has who does them right less often (0.551, 0.561, 0.561)."""
_IN_REPORT = "in one report"
_PART = 300  # characters over which the effect of standing in one part of a report fades to a third


class DeedSameness:
    """The mentions of a pile, ready to be compared."""

    def __init__(self, told: Sequence[Told], alikeness: Alikeness, meanings: Meanings) -> None:
        """What is gone by.

        Args:
            told: the mentions.
            alikeness: how much two reports tell of the same people and bodies.
            meanings: tells how near two words are in meaning.
        """
        self._told, self._alikeness, self._meanings = told, alikeness, meanings
        count = max(len(told), 2)
        held = Counter(one.lemma for one in told)
        self._rarity = {lemma: log(count / n) / log(count) for lemma, n in held.items()}
        self._words = [_further_words(one) for one in told]

    def chance(self, a: int, b: int, *, is_one_day: bool = False) -> float:
        """The chance (0–1) that two mentions, by their numbers, tell one event.

        `is_one_day`: whether both tell on which day it was; then their reports may lie far apart in time.
        """
        weights, bias = _weights()
        told = self.features(a, b, is_one_day=is_one_day)
        return 1 / (1 + exp(-bias - sum(weights[name] * value for name, value in told.items())))

    def may_be(self, a: int, b: int) -> bool:
        """Whether the words of two mentions may tell one deed: the same, or near in meaning and no opposites ("bought",
        "sold"); where nothing ties the two, nearer."""
        one, other = self._told[a], self._told[b]
        if one.lemma == other.lemma:
            return True
        mine, theirs = trigger(one), trigger(other)
        if any(opposite(form(x), form(y)) for x in {mine, one.lemma} for y in {theirs, other.lemma}):
            return False
        return self._meanings.near(mine, theirs) >= MEANT or any(tie != _IN_REPORT for tie in _ties(one, other))

    def why(self, a: int, b: int) -> str:
        """What ties two mentions."""
        one, other = self._told[a], self._told[b]
        same = one.lemma == other.lemma
        words = f"“{one.lemma}” in both" if same else f"“{trigger(one)}” and “{trigger(other)}” mean much the same"
        return ", ".join((words, *_ties(one, other)))

    def features(self, a: int, b: int, *, is_one_day: bool = False) -> dict[str, float]:
        """What two mentions are compared by, by name."""
        one, other = self._told[a], self._told[b]
        same, in_report = one.lemma == other.lemma, one.mention.report == other.mention.report
        words = self._words[a], self._words[b]
        shorter = min(map(len, words))
        gap = abs(one.mention.start - other.mention.start)
        return {
            "same deed": same,
            "words": 1.0 if same else self._meanings.near(trigger(one), trigger(other)),
            **_parties("doer", one.agent, other.agent, self._alikeness.named),
            **_parties("patient", one.patient, other.patient, self._alikeness.named),
            "same place": one.place is not None and other.place is not None and one.place.text == other.place.text,
            "other place": one.place is not None and other.place is not None and one.place.text != other.place.text,
            "same type": one.type == other.type,
            "same status": one.status == other.status,
            "one report": in_report,
            "one report, same deed": in_report and same,
            "close": exp(-gap / _PART) if in_report else 0.0,
            "reports": self._alikeness.of(one.mention.report, other.mention.report, is_one_day=is_one_day),
            "rare": max(self._rarity[one.lemma], self._rarity[other.lemma]),
            "further words": len(words[0] & words[1]) / shorter if shorter else 0.0,
        }


def trigger(one: Told) -> str:
    """The word that tells a deed, in lower case."""
    mention = one.mention
    return mention.text[mention.trigger[0] - mention.start : mention.trigger[1] - mention.start].lower()


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    return table("deed_sameness")["weights"], table("deed_sameness")["bias"]


def _parties(which: str, one: str | None, other: str | None, named: Set[str]) -> dict[str, float]:
    """Whether two mentions name the same, or two others by name, and how many of them name nobody."""
    is_same = one is not None and one == other
    return {
        f"same {which}": is_same,
        f"other {which}": not is_same and one in named and other in named,
        f"no {which}": (one is None) + (other is None),
    }


def _further_words(one: Told) -> frozenset[str]:
    """The words of a mention that tell something, but for the one that tells the deed."""
    deed = {token.form for token in wording(trigger(one)).words}
    return frozenset(token.form for token in wording(one.mention.text).tokens if token.kind in CONTENT) - deed


def _ties(one: Told, other: Told) -> Iterator[str]:
    if one.agent is not None and one.agent == other.agent:
        yield "the same doer"
    if one.patient is not None and one.patient == other.patient:
        yield "the same one it is done to"
    if one.place and other.place and one.place.text == other.place.text:
        yield "the same place"
    if one.mention.report == other.mention.report:
        yield _IN_REPORT
