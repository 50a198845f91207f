"""Which time of a report is that of a deed: one inside the words that tell it, on its verb, or on what governs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache

import msgspec

from onrecord.find.deeds import stem
from onrecord.find.phrases import Range
from onrecord.find.syntax import Syntax
from onrecord.find.time_words import CLAUSES, OCCASIONS
from onrecord.model import Time, TimeKind
from onrecord.wordlists import listed

_NAMING = frozenset({"compound", "amod", "nmod:poss", "nmod"})
"""Relations by which a time belongs to a noun: "the December arrest", "Friday's vote"."""
_NO_DAYS: frozenset[TimeKind] = frozenset({"duration", "vague", "anchored"})
_PREDICATES = frozenset({"VERB", "AUX"})
_PART_OF = frozenset({"advcl", "xcomp"})
"""Relations by which a participle or infinitive tells of the same moment as its verb: "capsized, killing ten"."""
_NEAR = 6  # words in front of a noun that hold what it hangs on
_REACH = 30  # words behind a verb in which its time is looked for
_STOPS = frozenset('.;:!?()—–“”"')
_AT = frozenset({"in", "at", "during", "to", "before"})
"""Prepositions by which an occasion hangs on what is done on it: "told a hearing", "said in an interview"."""
_NIGHT = re.compile(r"(?:for|on the \w+ of)?")
"""What may stand between a noun and its time: "a meeting for tomorrow", "the fire on the night of 12 May"."""
_ORDER = frozenset({"before", "after", "since"})
"""Prepositions whose noun keeps the time behind it: "safe before the fire on 12 May"."""
_JOINING = frozenset({"and", "but", "or"})
_RELATIVE = frozenset({"who", "which", "that"})
_SAME = "0 days"
_BACK = 250  # characters before "the same day" in which the day stands that it means


class DeedTimes:
    """The times of one report, as times of what is done in it; ask by the number of the word that tells a deed."""

    def __init__(self, syntax: Syntax, times: Sequence[Time], theirs: Callable[[int, int], Range | None]) -> None:
        """What is gone by: the words, the times that may be meant, and where words stand in the report."""
        self._syntax = syntax
        self._times = list(_with_days(times))
        self._spots = [theirs(token.start, token.end) for token in syntax.tokens]
        self._first = {spot[0]: n for n, spot in enumerate(self._spots) if spot}
        self._governing = [list(self._above(one)) for one in self._times]
        self._claiming = {one.start: self._occasion_before(one) for one in self._times}

    def of(self, word: int, span: Range, is_noun: bool) -> Time | None:
        """The time of a deed; None where its sentence gives it none.

        Args:
            word: the number of the word that tells it.
            span: the characters of the report that tell it.
            is_noun: whether a noun tells it.
        """
        found = self._inside(word, span) or self._on(word)
        if found is not None and self._is_of_another(word, found):
            found = None
        if found is not None and (is_noun or found.use != "limit" or not found.ahead):
            return found
        if is_noun:
            return self._of_occasion(word) or self._right_behind(word, span) or self._of_course(word)
        return self._at_occasion(word) or self._of_verb(word) or self._shared(word)

    def _of_verb(self, word: int) -> Time | None:
        return self._governed(word) or self._behind(word)

    def _inside(self, word: int, span: Range) -> Time | None:
        """The first in the words of the deed; one that belongs to another noun there is not meant."""
        called = self._places(self._syntax.below(word, *_NAMING))
        for time in self._times:
            if time.use == "thing" and not _holds(time, called):
                if self._ends_before(time, word):
                    return time
            elif span[0] <= time.start and time.end <= span[1]:
                return time
        return None

    def _on(self, word: int) -> Time | None:
        """The first that hangs on the word itself."""
        spots = self._places(self._syntax.below(word, "obl", "obl:unmarked", "advmod", "nmod"))
        found = (time for time in self._times if _holds(time, spots))
        return next((time for time in found if self._claiming[time.start] in (None, word)), None)

    def _ends_before(self, time: Time, word: int) -> bool:
        """Whether a time stands right before a word: "the 12 May fire"."""
        spot = self._spots[word - 1] if word else None
        return spot is not None and time.start <= spot[0] < time.end

    def _occasion_before(self, time: Time) -> int | None:
        """The verb that claims the occasion which has the time behind it ("approved in a vote last Friday"), if any."""
        noun = self._noun_before(time)
        return self._left_of(noun, _PREDICATES, {"DET", "ADJ", "PRON", "ADP", "NOUN"}) if noun is not None else None

    def _left_of(self, word: int, wanted: Set[str], between: Set[str]) -> int | None:
        """The first word in front of one that has a wanted tag, with nothing but words of other tags in between."""
        for n in range(word - 1, max(word - _NEAR, -1), -1):
            if self._syntax.tokens[n].tag in wanted:
                return n
            if self._syntax.tokens[n].tag not in between:
                return None
        return None

    def _noun_before(self, time: Time) -> int | None:
        """The noun for what has a day right before a time that has no preposition of its own."""
        n = self._first.get(time.start, 0)
        if time.use != "thing" or n == 0:
            return None
        return n - 1 if _is_occasion(self._syntax.tokens[n - 1].low) else None

    def _at_occasion(self, word: int) -> Time | None:
        """That of the occasion on which something is done: "approved in a vote last Friday"."""
        return next((time for time in self._times if self._claiming[time.start] == word), None)

    def _right_behind(self, word: int, span: Range) -> Time | None:
        """The one right behind a noun that has a day, where no verb claims it: "before the fire on the night of 2 May".

        An occasion has it where somebody takes part in it: "at a hearing on Nov 7".
        """
        before = self._left_of(word, {"ADP", "SCONJ"}, {"DET", "ADJ", "PRON"})
        is_in_order = before is not None and self._syntax.tokens[before].low in _ORDER
        low = self._syntax.tokens[word].low
        if stem(low) not in occasions() and not (is_in_order and low in OCCASIONS):
            return None
        last = word
        while last + 1 < len(self._spots) and (spot := self._spots[last + 1]) and spot[1] <= span[1]:
            last += 1
        for n in range(last + 1, min(last + 6, len(self._spots))):
            time = self._beginning_at(n)
            if time is not None:
                between = " ".join(token.low for token in self._syntax.tokens[last + 1 : n])
                return time if _NIGHT.fullmatch(between) else None
        return None

    def _of_course(self, word: int) -> Time | None:
        """That of the verb which tells that it was, or that somebody began or held it: "the walkout began on 2 May"."""
        token = self._syntax.tokens[word]
        if token.head < 0:
            return None
        after = self._syntax.tokens[token.head : token.head + 2]
        told = {after[0].low, " ".join(one.low for one in after)}
        by = CLAUSES["of its course"] if token.relation in ("nsubj", "nsubj:pass") else CLAUSES["held"]
        if token.relation not in ("nsubj", "nsubj:pass", "obj") or not told & by:
            return None
        return self._on(token.head) or self._of_verb(token.head)

    def _governed(self, word: int) -> Time | None:
        """The one that hangs on something within the clause of a verb: "charged X with endangering Y on Tuesday"."""
        found = [
            time
            for time, above in zip(self._times, self._governing, strict=True)
            if time.use == "when" and word in above and not self._is_of_another(word, time)
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

    def _is_of_another(self, word: int, time: Time) -> bool:
        """Whether a time on either side of a word belongs to the verb of another clause."""
        first = self._first.get(time.start)
        if first is None or time.use == "thing":
            return False
        return self._is_in_further_clause(word, first) if word < first else self._is_behind_participle(first)

    def _is_in_further_clause(self, word: int, first: int) -> bool:
        """Whether the word with which a time begins stands in a clause that opens behind another word, or is joined to
        its clause: "served two years and was paroled in 2006", "raised to its highest since 1996".

        A clause right behind a noun tells of that: "the attack that killed four in 2010".
        """
        tokens = self._syntax.tokens
        verbs = [n for n in range(word + 1, first) if tokens[n].tag in _PREDICATES]
        opens = CLAUSES["opens"] - CLAUSES["same_time"]
        for n in range(word + 1, first):
            is_own = n == word + 1 and tokens[word].tag == "NOUN" and tokens[n].low in _RELATIVE
            is_open = n + 1 == first or max(verbs, default=0) > n
            is_closed = tokens[n - 1].low == "," and any(tokens[k].low == "," for k in range(n + 1, first))
            if tokens[n].low in opens and tokens[n].tag != "DET" and is_open and not is_own and not is_closed:
                return True
        joins = [n for n in range(word + 2, first) if tokens[n].low in _JOINING and tokens[n - 1].low == ","]
        own = [n for n in verbs if self._syntax.below(n, "nsubj", "nsubj:pass")]
        if any(n + 1 == first or max(own, default=0) > n for n in joins):
            return True
        return any(self._is_finite(n) and tokens[n].relation == "conj" for n in verbs)

    def _is_behind_participle(self, first: int) -> bool:
        """Whether a time stands behind a verb that tells more of a noun: "the suit filed this year was dismissed"."""
        tokens = self._syntax.tokens
        for n in range(first - 1, -1, -1):
            is_apart = tokens[n + 1].start - tokens[n].end > 1
            if is_apart or tokens[n].tag in ("PUNCT", "SCONJ", "CCONJ"):
                return False
            if tokens[n].tag in _PREDICATES:
                return tokens[n].relation in ("acl", "acl:relcl")
        return False

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


def _with_days(times: Sequence[Time]) -> Iterator[Time]:
    """The times that mean days, in order; "the same day" as the day that was told right before."""
    last: Time | None = None
    for time in sorted(times, key=lambda one: one.start):
        if time.kind == "anchored" and time.value == _SAME and last and time.start - last.end <= _BACK:
            yield msgspec.structs.replace(last, start=time.start, end=time.end, text=time.text, use="when")
        elif time.kind not in _NO_DAYS:
            last = time if not time.ahead and time.is_day else None
            yield time


def _is_occasion(low: str) -> bool:
    """Whether a noun is one for something that has a day."""
    return low in OCCASIONS or stem(low) in occasions()


@cache
def occasions() -> frozenset[str]:
    """The stems of nouns for deeds in which those who speak on them take part."""
    return frozenset(map(stem, listed("events_formal", "occasions")))
