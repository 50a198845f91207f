"""Whom a description means because the report says the same of one beside the name: "the fund", "the 33-year-old"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from onrecord.find.heads import BODIES, body_classes, classes_of_name
from onrecord.find.name import Name
from onrecord.find.phrases import Range, head_word
from onrecord.find.places import are_apart, places
from onrecord.find.scene import Scene, Speaker
from onrecord.find.surroundings import is_small
from onrecord.find.tagged import is_described
from onrecord.find.words import Word
from onrecord.wordlists import listed, table

_HEADS = "|".join(sorted({head for one in BODIES for head in listed("heads", "bodies", one, "heads")}))
_BEHIND = re.compile(
    rf"(?:, (?:an?|another|the|its|their)|,? whose)(?P<said>(?: [\w’'-]+){{0,5}}? (?:{_HEADS}))(?=[ ,.;)])"
)
_AHEAD = re.compile(rf"(?:\b(?:an?|the|its|their)|[’']s?)(?P<said>(?: [\w-]+){{0,4}} (?:{_HEADS})),? $", re.IGNORECASE)
_REACH = 80  # characters beside a name in which what the body is stands
_LEAD = 4  # sentences, a headline and an agency's line among them, at whose last a report has said what it is about
_BELOW = 1000  # characters behind the first words for a body within which a report names it
_NEVER_ONE = frozenset({"court", "parliament", "party", "news"})
"""Classes of bodies of which a report names another as soon as the one."""
_AGE = re.compile(r"\b(\d{1,3})-year-old\b")


@dataclass(frozen=True)
class _Body:
    """A body and what the report says that it is: the last word of that, and all of it."""

    n: int
    head: str
    words: frozenset[str]


class Told:
    """The one that a report says to be what a description says."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, found: list[Word]) -> Speaker | None:
        """The one that alone is called so, or has that age; None where none or several have."""
        if found[0].low not in ("the", "this", "that") or any(word.text in ("’s", "'s") for word in found):
            return None
        age = _AGE.search(self._scene.text, found[0].start, found[-1].end)
        meant = self._of_age(age.group(1)) if age else self._of_name(found) or self._of_kind(found)
        meant = meant or self._of_words(found) or self._of_realm(found)
        if len(meant) != 1:
            return None
        n = meant.pop()
        if are_apart((word.text for word in found), self._scene.label(n).split()):
            return None  # "the interior ministry in Rome" is no "French interior ministry"
        said = self._scene.text[found[0].start : found[-1].end]
        return Speaker(n, None, f"“{said}”: {self._scene.label(n)} is called so")

    def _of_age(self, age: str) -> set[int]:
        text = self._scene.text
        behind, ahead = re.compile(rf",? \(?{age}\b(?![-–.]\d)"), re.compile(rf"\b{age}-year-old (?:[\w-]+ ){{0,4}}$")
        return {
            n
            for start, end, name, n in self._scene.at
            if name.kind == "person"
            and (behind.match(text, end) or ahead.search(text, max(0, start - _REACH), name.name_start))
        }

    def _of_name(self, found: list[Word]) -> set[int]:
        """The body that alone has the only word of a description in its name, of those named before; or the last of
        them, where it is a word for bodies that follow each other: "the administration" of "the Vance administration".

        In news that we marked by hand, 27 of 30 that alone have it are meant, and 5 of 6 that do so last.
        """
        head = found[-1].low
        if len(found) != 2 or head not in listed("words", "bodies", "by_name"):
            return set()
        called = [n for start, _, _, n in self._scene.at if start < found[0].start and self._has(n, head)]
        return set(called[-1:]) if head in listed("words", "bodies", "by_last_name") else set(called)

    def _has(self, n: int, head: str) -> bool:
        """Whether the name of a body has a word, with a capital if it is not called after whoever leads it."""
        one = self._scene.named[n]
        small = listed("words", "bodies", "followers") | {"ministry"}
        words_ = one.label.split()
        return one.kind != "person" and (head.capitalize() in words_ or (head in small and words_[-1] == head))

    def _of_kind(self, found: list[Word]) -> set[int]:
        """The bodies that are said to be that, with all words of the description that begin with a small letter."""
        head = head_word(found)
        said = {word.low for word in found[1:] if not is_small(word) and word.text[0].islower()}
        same = [one for one in self._bodies if one.head == head]
        is_told_apart = len({one.n for one in same}) == 1 or len(said) > 1
        return {one.n for one in same if said <= one.words} if is_told_apart else set()

    def _of_words(self, found: list[Word]) -> set[int]:
        """The body whose name has the very words, in any order: "the river works office"."""
        said = {word.low for word in found if not is_small(word)} - _lands()
        bodies = ((n, one.label) for n, one in enumerate(self._scene.named) if one.kind == "organisation")
        return {n for n, label in bodies if len(said) > 1 and said == _telling(label)}

    def _of_realm(self, found: list[Word]) -> set[int]:
        """The only country named that is called so: "the kingdom"."""
        realms = table("heads")["realms"].get(head_word(found), ())
        return {n for n, one in enumerate(self._scene.named) if one.kind == "country" and one.label in realms}

    def ahead(self, source: Range, found: list[Word]) -> Speaker | None:
        """The only body of a kind, where a report begins with one of that kind and names it further down: "A watchdog
        said … the Ostrell Water Office said"."""
        kinds = body_classes(head_word(found)) - _NEVER_ONE
        is_lead = self._scene.is_among(source[0], _LEAD)
        if not kinds or not is_lead or any(word.low in listed("words", "prepositions") for word in found):
            return None
        bodies = [(n, one) for n, one in enumerate(self._scene.named) if one.kind == "organisation"]
        fitting = [
            (n, one)
            for n, one in bodies
            if kinds & classes_of_name(one)
            and one.names[0].start < source[1] + _BELOW
            and not any(map(is_described, one.names))
        ]
        if len(fitting) != 1:
            return None
        n, one = fitting[0]
        is_below = one.names[0].start > source[1] and any(name.initial for name in one.names)
        why = f"“{self._scene.text[slice(*source)]}” is named below: {self._scene.label(n)}"
        return Speaker(n, None, why) if is_below else None

    @cached_property
    def _bodies(self) -> list[_Body]:
        found = []
        for *_, name, n in self._scene.at:
            if name.kind == "organisation":
                found += [_Body(n, said.split()[-1], frozenset(said.split())) for said in self._said(name)]
        return found

    def _said(self, name: Name) -> list[str]:
        """What stands beside a name, in lower case: "Tarn, a dye maker", "the fund Tarn"."""
        text = self._scene.text
        matches = (
            _BEHIND.match(text, name.end),
            _AHEAD.search(text, max(0, name.start - _REACH), name.name_start),
        )
        return [match.group("said").lower() for match in matches if match]


def _telling(label: str) -> set[str]:
    """The words of a name, in lower case, without small ones and the country in front."""
    return {word.lower() for word in label.split() if not is_small(Word(0, 0, word))} - _lands()


@cache
def _lands() -> frozenset[str]:
    return frozenset(word.lower() for place in places() for word in place.split())
