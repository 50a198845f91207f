"""Speakers that a report does not name and comes back to: "an official said. … He added that … the official said"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.genders import PRONOUNS, gender_of
from onrecord.find.heads import kind_of
from onrecord.find.phrases import Range, head_word
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.surroundings import alike, is_small
from onrecord.find.words import Word, listed, words


@dataclass(frozen=True)
class _Unnamed:
    """The first words for a speaker who is not named: where they stand, their head, what they say."""

    source: Range
    head: str
    says: frozenset[str]


class Unnamed:
    """Those who spoke and are not named; ask in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: list[_Unnamed] = []
        self._last: _Unnamed | None = None

    def spoke(self, source: Range, *, asks: bool = False) -> None:
        """Tells that some words are a speaker that the report does not name; who `asks` is not who answers next."""
        found = words(self._scene.text, *source)
        one = next((one for one in self._known if one.source == source), None)
        if one is None and found[0].low in listed("words", "indefinite"):
            one = _Unnamed(source, head_word(found), _says(found))
            self._known.append(one)
        self._last = None if asks else one

    def named(self) -> None:
        """Tells that somebody named spoke."""
        self._last = None

    def meant_by(self, low: str, position: int) -> Speaker | None:
        """The unnamed person who spoke last, where "he" or "she" goes on from there and nobody named comes between."""
        last = self._last
        if last is None or low not in PRONOUNS or position - last.source[0] > REACH // 2:
            return None
        told = gender_of(last.head)
        if kind_of(last.head) != "person" or last.head.endswith("s") or told not in (None, PRONOUNS[low]):
            return None
        between = self._scene.standing(last.source[1], position)
        if any(self._scene.fits(n, PRONOUNS[low]) for _, _, _, n in between):
            return None
        return Speaker(None, last.source, f"“{low}” goes on from “{self._scene.text[slice(*last.source)]}”")

    def described_by(self, found: list[Word]) -> Speaker | None:
        """The unnamed one whose first words have all that a definite description says: "the official"."""
        if found[0].low not in ("the", "this", "that"):
            return None
        head, says = head_word(found), _says(found)
        same = [one for one in self._known if one.head == head and says <= one.says]
        if not same:
            return None
        first = same[-1].source
        return Speaker(None, first, f"not named: “{self._scene.text[slice(*first)]}”")


def _says(found: list[Word]) -> frozenset[str]:
    return frozenset(one for word in found if not word.is_mark and not is_small(word) for one in alike(word))
