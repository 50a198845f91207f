"""Who speaks: the source of each attribution linked to someone the report names, or left open with the reason.

Read in the order of the text. A name decides; then a role ("the Huawei boss") if one person of the report has it; then a
pronoun, by whoever spoke or was the subject last. A person is never guessed from the topic: without a link the speaker is
null. The order of preference follows the sieves of Muzny et al. (EACL 2017), the surest first.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.find.clauses import Attribution
from onrecord.find.names import Name, Named
from onrecord.find.phrases import Range
from onrecord.find.words import Word, listed, table, words

_REACH = 1200  # characters: a pronoun farther from its name than this is left open (99 % are nearer in GUM's training part)
_PERSONAL = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


@dataclass(frozen=True)
class Speaker:
    """The speaker of one attribution: the number of the one named, or the words for someone unnamed, or neither; and why."""

    named: int | None
    unnamed: Range | None
    why: str


class Speakers:
    """Links sources to the named of one report, in the order of the text."""

    def __init__(self, text: str, named: list[Named], starts: list[int]) -> None:
        self._text = text
        self._named = named
        self._starts = sorted(starts)
        self._last: tuple[int, int] | None = None  # where the last speaker's source stands, and who it is
        self._genders: dict[int, str] = {}
        self._at = [(name.start, name.end, name, n) for n, one in enumerate(named) for name in one.names]
        self._at.sort(key=lambda item: item[:2])

    def of(self, attribution: Attribution) -> Speaker:
        """The speaker of the next attribution in the text."""
        found = self._of(attribution)
        if found.named is not None:
            position = attribution.source[0] if attribution.source else attribution.content[0][0]
            self._last = (position, found.named)
        return found

    def _of(self, attribution: Attribution) -> Speaker:
        if attribution.source is None:
            return self._without_source(attribution)
        found = words(self._text, *attribution.source)
        low = found[0].low
        if len(found) == 1 and low in (*_PERSONAL, "they", "it", "we", "i", "who", "you", "its", "their"):
            return self._pronoun(low, attribution.source[0])
        by_name = self._by_name(attribution.source, found)
        if by_name is not None:
            return by_name
        return self._description(attribution.source, found)

    def _without_source(self, attribution: Attribution) -> Speaker:
        if attribution.rule == "quotation alone" and self._last and self._spoke_just_before(attribution.content[0][0]):
            return Speaker(self._last[1], None, "the quotation goes on from the words before it, whose speaker this is")
        if attribution.rule == "quotation alone":
            return Speaker(None, None, "nobody is named beside the quotation")
        return Speaker(None, None, "the report does not say who says so")

    def _spoke_just_before(self, position: int) -> bool:
        assert self._last is not None
        between = self._text[self._last[0] : position]
        return len(between) < _REACH and between.count("\n\n") <= 2

    # -- names ---------------------------------------------------------------------------------------------

    def _by_name(self, source: Range, found: list[Word]) -> Speaker | None:
        """The one named at the head of the source; a person named anywhere in an apposition to it."""
        inside = [(name, n) for start, end, name, n in self._at if start < source[1] and end > source[0] and name.name_start >= source[0]]
        if not inside:
            return None
        head_end = _head_end(found)
        at_head = [(name, n) for name, n in inside if name.end == head_end]
        if at_head:
            name, n = max(at_head, key=lambda item: item[0].name_start == item[0].start or item[0].kind == "person")
            return Speaker(n, None, f"named: {self._quoted(name)}")
        people = [(name, n) for name, n in inside if name.kind == "person" and self._is_apposed(name, found)]
        if len({n for _, n in people}) == 1:
            return Speaker(people[0][1], None, f"named beside its role: {self._quoted(people[0][0])}")
        return None

    def _is_apposed(self, name: Name, found: list[Word]) -> bool:
        before = [word for word in found if word.end <= name.start]
        return not before or before[-1].text in ",(–—" or name.start == found[0].start

    def _quoted(self, name: Name) -> str:
        return f"“{self._text[name.start : name.end]}”"

    # -- pronouns ------------------------------------------------------------------------------------------

    def _pronoun(self, low: str, position: int) -> Speaker:
        if low in _PERSONAL:
            return self._personal(low, position)
        if low in ("it", "its"):
            return self._impersonal(position)
        if low == "who":
            before = [item for item in self._at if item[1] <= position and position - item[1] < 4]
            return Speaker(before[-1][3], None, f"“who” after {self._quoted(before[-1][2])}") if before else self._open(low)
        return self._open(low)

    def _open(self, low: str) -> Speaker:
        return Speaker(None, None, f"“{low}” may stand for more than one")

    def _personal(self, low: str, position: int) -> Speaker:
        gender = _PERSONAL[low]
        candidates = []
        if self._last is not None and self._fits(self._last[1], gender) and 0 <= position - self._last[0] < _REACH:
            candidates.append((self._last[0], self._last[1], "who spoke last"))
        subject = next(
            (item for item in reversed(self._at) if item[1] <= position and item[2].initial and self._fits(item[3], gender)), None
        )
        if subject is not None and position - subject[0] < _REACH:
            candidates.append((subject[0], subject[3], "the last subject"))
        if not candidates:
            return Speaker(None, None, f"“{low}” has no {gender} name before it")
        at, n, how = max(candidates, key=lambda item: (item[0], item[2]))
        if self._another_between(at, position, n, gender):
            return Speaker(None, None, f"“{low}” may stand for more than one person named just before it")
        self._genders.setdefault(n, gender)
        return Speaker(n, None, f"“{low}” is {self._named[n].label}, {how}")

    def _fits(self, n: int, gender: str) -> bool:
        known = self._genders.get(n) or self._named[n].gender
        return self._named[n].kind == "person" and known in (None, gender)

    def _another_between(self, at: int, position: int, n: int, gender: str) -> bool:
        """Whether, since `at`, another person of that gender opened a sentence and so may be meant."""
        return any(
            at < start < position and other != n and name.initial and self._fits(other, gender) and self._is_full(name)
            for start, _, name, other in self._at
        )

    def _is_full(self, name: Name) -> bool:
        return bool(name.titles) or len(name.words) > 1

    def _impersonal(self, position: int) -> Speaker:
        before = [item for item in self._at if item[1] <= position and item[2].kind in ("organisation", "country") and item[2].initial]
        if self._last and self._named[self._last[1]].kind in ("organisation", "country") and position - self._last[0] < _REACH // 2:
            return Speaker(self._last[1], None, f"“it” is {self._named[self._last[1]].label}, which spoke last")
        if before and position - before[-1][0] < _REACH // 3:
            return Speaker(before[-1][3], None, f"“it” is {self._named[before[-1][3]].label}, the last subject")
        return self._open("it")

    # -- descriptions --------------------------------------------------------------------------------------

    def _description(self, source: Range, found: list[Word]) -> Speaker:
        """ "the Huawei boss", "the spokesperson", "the company": by role, if the report gives it to one; else unnamed."""
        definite = found[0].low in ("the", "his", "her", "its", "their", "this", "that")
        head = _head_word(found)
        if definite:
            person = self._by_role(head, source, found)
            if person is not None:
                return person
            body = self._by_body(head, source[0])
            if body is not None:
                return body
            if _role_class(head) or head in listed("words", "bodies", "words"):
                words_ = self._text[source[0] : source[1]]
                return Speaker(None, None, f"“{words_}” fits nobody, or more than one, that the report names")
        return Speaker(None, source, "not named: described in these words only")

    def _by_role(self, head: str, source: Range, found: list[Word]) -> Speaker | None:
        wanted = _role_class(head)
        if not wanted:
            return None
        exact, alike = [], []
        for n, named in enumerate(self._named):
            for start, end in named.roles:
                if start >= source[0]:
                    continue
                heads = {word.low for word in words(self._text, start, end)}
                exact += [n] if head in heads else []
                alike += [n] if wanted & set().union(*map(_role_class, heads)) else []
        gender = "female" if head.endswith("woman") else "male" if head.endswith("man") and head != "chairman" else None
        for group in (exact, alike):
            fitting = sorted({n for n in group if gender is None or self._fits(n, gender)})
            if len(fitting) > 1 and self._last and self._last[1] in fitting and source[0] - self._last[0] < _REACH:
                fitting = [self._last[1]]
            if len(fitting) == 1:
                return Speaker(fitting[0], None, f"“{self._text[source[0] : source[1]]}”: {self._named[fitting[0]].label} has this role")
            if fitting:
                return None
        return None

    def _by_body(self, head: str, position: int) -> Speaker | None:
        if head not in listed("words", "bodies", "words"):
            return None
        same = [n for n, one in enumerate(self._named) if one.kind == "organisation" and head in one.label.casefold().split() and one.names[0].start < position]
        if len(same) == 1:
            return Speaker(same[0], None, f"“{head}”: the only one named is {self._named[same[0]].label}")
        if head not in ("company", "firm", "giant", "group", "maker", "operator", "carrier", "supplier", "manufacturer"):
            return None
        counts = Counter({n: len(one.names) for n, one in enumerate(self._named) if one.kind == "organisation"})
        ranked = counts.most_common(2)
        if ranked and ranked[0][1] >= 3 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return Speaker(ranked[0][0], None, f"“{head}”: the report is about {self._named[ranked[0][0]].label}")
        return None


def _head_end(found: list[Word]) -> int:
    """Where the head of a source phrase ends: before a preposition, comma or bracket."""
    for i, word in enumerate(found):
        if i and (word.text in ",(–—" or word.low in ("of", "for", "from", "at", "in", "with", "who", "against", "on")):
            return found[i - 1].end
    return found[-1].end


def _head_word(found: list[Word]) -> str:
    end = _head_end(found)
    return next((word.low for word in reversed(found) if word.end <= end and not word.is_mark), "")


def _role_class(word: str) -> set[str]:
    """The classes of roles that a word belongs to: "boss" and "founder" are both leaders."""
    return {name for name, heads in table("words")["roles"].items() if word in heads or re.sub(r"s$", "", word) in heads}
