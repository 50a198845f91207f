"""Whom a pronoun stands for by rule: whoever spoke or was the subject last and fits it."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.find.genders import PRONOUNS, Gender
from onrecord.find.heads import kind_of
from onrecord.find.name import Name
from onrecord.find.phrases import Range, head_word, subject_before
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.surroundings import is_small
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_APPOSED = 120  # characters before "who" in which the name stands, what is said of it in commas between them
_APPOSITION = re.compile(r",\s(?:the|an?|his|her|its|their)\s[^.;:,“”\"]{3,70}?,?\s")
_FROM = re.compile(
    r"(?: \([^()\n]{1,14}\))? (?:of|from|at) (?:the )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|for|and|the)){0,6},? "
    r"|, [DRI]-[A-Z][\w.]*(?: [A-Z][\w.]*)?, "
)
"""What stands between a name and "who" and says where that one is from: "NAME of the Ostrell Board, who", "NAME,
R-Ohio, who"."""
_SEVERAL = re.compile(r"who (?:have|are|were)\b")
_BETWEEN = re.compile(r",?\s+")  # what stands between a name and the pronoun that tells more of it
_ASKED = 60  # characters before a name in which the verb stands that says that the one was asked


class Pronouns:
    """The one that a pronoun stands for, or why that is open."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, low: str, position: int) -> Speaker:
        """The one that a pronoun, in lower case, stands for at a position."""
        if low in PRONOUNS:
            return self._personal(low, position)
        if low in ("it", "its"):
            return self._impersonal(position)
        if low == "they":
            return self._plural(position)
        if low in ("who", "which"):
            near = self._scene.standing(position - self._scene.longest - 4, position)
            before = [item for item in near if _BETWEEN.fullmatch(self._scene.text, item[1], max(item[1], position))]
            before = [item for item in before if low == "which" or item[2].kind == "person"]
            before = before or self._apposed(position)
            return (
                Speaker(before[-1][3], None, f"“{low}” after {self._scene.quoted(before[-1][2])}")
                if before
                else self._open(low)
            )
        return self._open(low)

    def phrase_before(self, position: int) -> Range | None:
        """The words that "who" at a position tells more of: "the lawyers" of "the lawyers who"."""
        start = max((at for at in self._scene.starts if at <= position), default=0)
        found = words(self._scene.text, start, position)
        while found and found[-1].text == ",":
            found.pop()
        phrase = subject_before(found, len(found)) if found else None
        if phrase is None:
            return None
        inner = _people(found[slice(*_joined(found, phrase))])
        return inner[0].start, inner[-1].end

    def _apposed(self, position: int) -> list[tuple[int, int, Name, int]]:
        """The name behind which a word stands but for what is said of it in commas: "NAME, the county judge, who";
        or for where that one is from: "NAME of Ostrell, who"."""
        near = self._scene.standing(position - _APPOSED, position)
        return [
            item
            for item in near
            if _APPOSITION.fullmatch(self._scene.text, item[1], position)
            or (item[2].kind == "person" and self._is_from(item[0], item[1], position))
        ]

    def _is_from(self, start: int, end: int, position: int) -> bool:
        """Whether a name, and not one of two, is told to be from somewhere right before "who"."""
        text = self._scene.text
        is_one = not text.endswith((" and ", " and Sen. ", " and Rep. "), 0, start)
        return is_one and _FROM.fullmatch(text, end, position) is not None and not _SEVERAL.match(text, position)

    def answering(self, low: str, position: int, cue: str) -> Speaker | None:
        """The one who was asked and now answers: "X questioned Y. He replied"; None where that is not told.

        Args:
            low: the pronoun, in lower case.
            position: where it stands.
            cue: the reporting word.
        """
        if low not in PRONOUNS or cue.split()[0].lower() not in listed("words", "answering"):
            return None
        k = bisect_right(self._scene.starts, position) - 1
        start = self._scene.starts[max(k - 1, 0)] if self._scene.starts else 0
        asked = [
            (name, n)
            for at, _, name, n in self._scene.standing(start, position)
            if self._scene.fits(n, PRONOUNS[low]) and self._is_asked(start, at)
        ]
        if len({n for _, n in asked}) != 1:
            return None
        name, n = asked[-1]
        return Speaker(n, None, f"“{low}” answers: {self._scene.quoted(name)} was asked")

    def going_on(self, low: str, position: int, cue: str) -> Speaker | None:
        """Whoever spoke last and now "added" or "went on", where the pronoun fits; ask only if nobody spoke since.

        Args:
            low: the pronoun, in lower case.
            position: where it stands.
            cue: the reporting word.
        """
        last = self._scene.last
        goes_on = any(f" {words_} " in f" {cue.lower()} " for words_ in listed("words", "going_on"))
        if not goes_on or last is None or self._scene.is_quoted(position):
            return None
        at, n = last
        if abs(position - at) >= REACH // 2 or "\n\n" in self._scene.text[min(at, position) : max(at, position)]:
            return None
        is_body = self._scene.named[n].kind in ("organisation", "country")
        is_meant = self._scene.fits(n, PRONOUNS[low]) if low in PRONOUNS else low == "it" and is_body
        return Speaker(n, None, f"“{low}” goes on: {self._scene.label(n)} spoke last") if is_meant else None

    def _is_asked(self, start: int, at: int) -> bool:
        """Whether the words before a name say that the one is asked something: "questioned the banker, NAME"."""
        before = words(self._scene.text, max(start, at - _ASKED), at)
        verb = max((k for k, word in enumerate(before) if word.low in listed("words", "asking")), default=None)
        if verb is None or not verb or before[verb - 1].low in listed("words", "be"):
            return False
        return all(word.text == "," or is_small(word) or kind_of(word.low) == "person" for word in before[verb + 1 :])

    def _open(self, low: str) -> Speaker:
        return Speaker(None, None, f"“{low}” may stand for more than one")

    def _personal(self, low: str, position: int) -> Speaker:
        gender = PRONOUNS[low]
        candidates = []
        if (
            self._scene.last is not None
            and self._scene.fits(self._scene.last[1], gender)
            and 0 <= position - self._scene.last[0] < REACH
        ):
            candidates.append((self._scene.last[0], self._scene.last[1], "who spoke last"))
        subject = next(
            (
                item
                for item in reversed(self._scene.standing(position - REACH, position))
                if item[1] <= position and item[2].initial and self._scene.fits(item[3], gender)
            ),
            None,
        )
        if subject is not None:
            candidates.append((subject[0], subject[3], "the last subject"))
        if not candidates:
            return self._only_titled(low, gender, position)
        at, n, how = max(candidates, key=lambda item: (item[0], item[2]))
        if self._another_between(at, position, n, gender):
            return Speaker(None, None, f"“{low}” may stand for more than one person named just before it")
        self._scene.genders.setdefault(n, gender)
        return Speaker(n, None, f"“{low}” is {self._scene.label(n)}, {how}")

    def _only_titled(self, low: str, gender: Gender, position: int) -> Speaker:
        """The one person near by whose title or given name has the gender, where nobody spoke or was a subject."""
        near = {
            n
            for _, end, name, n in self._scene.at
            if 0 <= position - end < REACH and not name.quoted and self._scene.genders.get(n) == gender
        }
        if not near:
            return Speaker(None, None, f"“{low}” has no {gender} name before it")
        if len(near) > 1:
            return Speaker(None, None, f"“{low}” may stand for more than one")
        n = near.pop()
        return Speaker(n, None, f"“{low}” is {self._scene.label(n)}, the only {gender} name near it")

    def _another_between(self, at: int, position: int, n: int, gender: Gender) -> bool:
        """Whether, since `at`, another person of that gender opened a sentence and so may be meant."""
        return any(
            other != n and name.initial and self._scene.fits(other, gender) and self._is_full(name)
            for _, _, name, other in self._scene.standing(at + 1, position)
        )

    def _is_full(self, name: Name) -> bool:
        return bool(name.titles) or len(name.words) > 1

    def _plural(self, position: int) -> Speaker:
        """ "They" goes on from several who are one body: "the county prosecutors", "police"."""
        last = self._scene.last
        if last is None or position - last[0] >= REACH // 2 or self._scene.is_quoted(position):
            return self._open("they")
        name = self._scene.label(last[1])
        is_several = self._scene.named[last[1]].kind == "organisation" and _is_several(name)
        return Speaker(last[1], None, f"“they” is {name}, who spoke last") if is_several else self._open("they")

    def _impersonal(self, position: int) -> Speaker:
        before = [
            item
            for item in self._scene.standing(position - REACH, position)
            if item[1] <= position and item[2].kind in ("organisation", "country") and item[2].initial
        ]
        if (
            self._scene.last
            and self._scene.named[self._scene.last[1]].kind in ("organisation", "country")
            and position - self._scene.last[0] < REACH // 2
        ):
            return Speaker(
                self._scene.last[1], None, f"“it” is {self._scene.label(self._scene.last[1])}, which spoke last"
            )
        if before and position - before[-1][0] < REACH // 3:
            return Speaker(before[-1][3], None, f"“it” is {self._scene.label(before[-1][3])}, the last subject")
        return self._open("it")


def _joined(found: list[Word], phrase: Range) -> Range:
    """A phrase with what is joined to it so that both are meant: "the council and other bodies", "clerics and nuns"."""
    start, end = phrase
    if start < 2 or found[start - 1].low != "and":
        return phrase
    earlier = subject_before(found, start - 1)
    if earlier is None:
        return phrase
    is_other = found[start].low == "other"
    both = (found[start - 2].low, found[start].low)
    are_people = end - start == 1 and all(low.endswith("s") and kind_of(low) == "person" for low in both)
    return (earlier[0], end) if is_other or are_people else phrase


def _people(found: list[Word]) -> list[Word]:
    """The part of a phrase that is of people: "gun owners" of "the demands of gun owners"."""
    head = head_word(found)
    cut = next((k for k, word in enumerate(found) if k and word.low in listed("words", "noun_joiners")), None)
    is_share = head in listed("words", "indefinite") - {"those"} | listed("words", "counts")
    is_body = kind_of(head) in ("person", "organisation")
    behind = found[cut + 1 :] if cut is not None else []
    return found if is_share or is_body or not behind else _people(behind)


def _is_several(label: str) -> bool:
    """Whether the name of a body is that of people: "Ostrell county prosecutors", "Ostrell police"."""
    head = label.split()[-1].casefold()
    is_people = kind_of(head) == "person" and head.endswith("s")
    return is_people or head in listed("words", "collectives")
