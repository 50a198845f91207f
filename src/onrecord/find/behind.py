"""Speakers who are named only behind what they say: "“It was dark.” That is how Ann Roe remembers the night"."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.find.genders import PRONOUNS
from onrecord.find.phrases import Range
from onrecord.find.scene import Scene, Speaker
from onrecord.wordlists import listed

_REACH = 300  # characters behind a pronoun within which the one must be named whom it stands for
_POINTING = re.compile(rf"\b(?:{'|'.join(listed('words', 'pointing_back'))})\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:He|She) (?:is|was) $")


class Behind:
    """Whoever is named behind a quotation or a pronoun, where the words there say that they are meant."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of_quotation(self, content: Range) -> Speaker | None:
        """The first person named in the sentence behind a quotation, if it points back at those words."""
        k = bisect_right(self._scene.starts, content[1])
        if k >= len(self._scene.starts):
            return None
        start, end = self._sentence(k)
        if not _POINTING.search(self._scene.text, start, end):
            return None
        people = (n for _, _, name, n in self._scene.standing(start, end) if name.kind == "person")
        n = next(people, None)
        return None if n is None else Speaker(n, None, f"the words behind the quotation name {self._scene.label(n)}")

    def of_pronoun(self, low: str, position: int) -> Speaker | None:
        """The first person named behind a pronoun, near it and introduced at the head of a sentence, where nobody who
        fits is named before it: "“…,” she says. Ann Roe, a baker, opened at six", "“…,” she says. She is Ann Roe"."""
        if low not in PRONOUNS or any(
            self._scene.fits(n, PRONOUNS[low]) for _, _, _, n in self._scene.standing(0, position)
        ):
            return None
        for start, end, name, n in self._scene.standing(position, position + _REACH):
            if name.kind == "person":
                is_introduced = name.opens and self._scene.text[end : end + 1] == ","
                is_introduced = is_introduced or _IS.search(self._scene.text, max(0, start - 10), start) is not None
                fits = is_introduced and self._scene.fits(n, PRONOUNS[low])
                return Speaker(n, None, f"“{low}” is {self._scene.label(n)}, named behind it") if fits else None
        return None

    def _sentence(self, k: int) -> Range:
        starts = self._scene.starts
        return starts[k], starts[k + 1] if k + 1 < len(starts) else len(self._scene.text)
