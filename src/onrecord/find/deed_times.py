"""Which time of a report is that of a deed: one inside the words that tell it, on its verb, or on what governs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from onrecord.find.deeds import stem
from onrecord.find.phrases import Range
from onrecord.find.syntax import Syntax
from onrecord.find.time_words import CLAUSES
from onrecord.find.words import listed
from onrecord.model import Time, TimeKind

_NAMING = frozenset({"compound", "amod", "nmod:poss", "nmod"})
"""Relations by which a time belongs to a noun: "the December arrest", "Friday's vote"."""
_NO_DAYS: frozenset[TimeKind] = frozenset({"duration", "vague", "anchored"})
_PREDICATES = frozenset({"VERB", "AUX"})
_PART_OF = frozenset({"advcl", "xcomp"})
"""Relations by which a participle or infinitive tells of the same moment as its verb: "capsized, killing ten"."""
_REACH = 30  # words behind a verb in which its time is looked for
_STOPS = frozenset('.;:!?()—–“”"')
_AT = frozenset({"in", "at", "during", "to", "before"})
"""Prepositions by which an occasion hangs on what is done on it: "told a hearing", "said in an interview"."""


class DeedTimes:
    """The times of one report, as times of what is done in it; ask by the number of the word that tells a deed."""

    def __init__(self, syntax: Syntax, times: Sequence[Time], theirs: Callable[[int, int], Range | None]) -> None:
        """What is gone by: the words, the times that may be meant, and where words stand in the report."""
        self._syntax = syntax
        self._times = sorted((one for one in times if one.kind not in _NO_DAYS), key=lambda one: one.start)
        self._spots = [theirs(token.start, token.end) for token in syntax.tokens]
        self._governing = [list(self._above(one)) for one in self._times]

    def of(self, word: int, span: Range, is_noun: bool) -> Time | None:
        """The time of a deed; None where its sentence gives it none.

        Args:
            word: the number of the word that tells it.
            span: the characters of the report that tell it.
            is_noun: whether a noun tells it.
        """
        found = self._inside(word, span) or self._on(word)
        if found is not None:
            return found
        if is_noun:
            return self._of_occasion(word)
        return self._governed(word) or self._behind(word) or self._shared(word)

    def _inside(self, word: int, span: Range) -> Time | None:
        """The first in the words of the deed; one that belongs to another noun there is not meant."""
        called = self._places(self._syntax.below(word, *_NAMING))
        for time in self._times:
            is_name = time.use == "thing" and not _holds(time, called)
            if span[0] <= time.start and time.end <= span[1] and not is_name:
                return time
        return None

    def _on(self, word: int) -> Time | None:
        """The first that hangs on the word itself."""
        spots = self._places(self._syntax.below(word, "obl", "obl:unmarked", "advmod", "nmod"))
        return next((time for time in self._times if _holds(time, spots)), None)

    def _governed(self, word: int) -> Time | None:
        """The one that hangs on something within the clause of a verb: "charged X with endangering Y on Tuesday"."""
        found = [
            time
            for time, above in zip(self._times, self._governing, strict=True)
            if time.use == "when" and word in above
        ]
        return found[0] if len(found) == 1 else None

    def _behind(self, word: int) -> Time | None:
        """The next behind a verb where no other verb and no clause comes in between, however the network hung it."""
        tokens = self._syntax.tokens
        for n in range(word + 1, min(word + _REACH, len(tokens))):
            is_apart = tokens[n].start - tokens[n - 1].end > 1  # a paragraph ends
            if is_apart or tokens[n].low in CLAUSES["opens"] or tokens[n].text in _STOPS:
                return None
            time = self._beginning_at(n)
            if time is not None:
                return time if time.use == "when" else None
            is_gerund = tokens[n].low.endswith("ing") and tokens[n - 1].tag in ("ADP", "SCONJ")
            if tokens[n].tag in _PREDICATES and not is_gerund:
                return None
        return None

    def _beginning_at(self, word: int) -> Time | None:
        """The time whose first word this is."""
        spot = self._spots[word]
        return next((time for time in self._times if spot and time.start == spot[0]), None)

    def _shared(self, word: int) -> Time | None:
        """That of the verb on which a participle or infinitive hangs."""
        token = self._syntax.tokens[word]
        if token.relation not in _PART_OF or token.head < 0 or self._is_finite(word) or not token.low.endswith("ing"):
            return None
        return self._on(token.head) or self._governed(token.head)

    def _of_occasion(self, word: int) -> Time | None:
        """That of the verb which tells what was done or said on an occasion: "told a hearing on Friday"."""
        token = self._syntax.tokens[word]
        if token.head < 0 or stem(token.low) not in occasions():
            return None
        before = {self._syntax.tokens[n].low for n in self._syntax.below(word, "case")}
        if token.relation in ("obj", "iobj") or (token.relation == "obl" and before & _AT):
            return self._on(token.head)
        return None

    def _above(self, time: Time) -> Iterator[int]:
        """The words that govern a time, up to the first verb that has a subject or a helper of its own."""
        inside = [n for n, spot in enumerate(self._spots) if spot and time.start <= spot[0] < time.end]
        heads = [self._syntax.tokens[n].head for n in inside if self._syntax.tokens[n].head not in inside]
        if not heads or heads[-1] < 0:
            return
        word = heads[-1]
        for n in (word, *self._syntax.above(word)):
            yield n
            if self._is_finite(n):
                return

    def _is_finite(self, word: int) -> bool:
        token = self._syntax.tokens[word]
        if token.tag not in _PREDICATES:
            return False
        return token.relation in ("root", "ccomp", "acl:relcl", "parataxis") or bool(
            self._syntax.below(word, "nsubj", "nsubj:pass", "aux", "aux:pass")
        )

    def _places(self, words: Sequence[int]) -> list[Range]:
        return [spot for n in words if (spot := self._spots[n])]


def _holds(time: Time, spots: Sequence[Range]) -> bool:
    return any(time.start <= spot[0] < time.end for spot in spots)


@cache
def occasions() -> frozenset[str]:
    """The stems of nouns for deeds in which those who speak on them take part."""
    return frozenset(map(stem, listed("events_formal", "occasions")))
