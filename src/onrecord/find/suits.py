"""Whose words "the lawsuit" has: of whoever a report tells to have sued, somebody named or somebody it describes."""

from __future__ import annotations

import re

from onrecord.find.phrases import Range, main_subject
from onrecord.find.scene import Scene, Speaker
from onrecord.find.words import words

SUITS = frozenset({"lawsuit", "suit"})
_SUED = re.compile(
    r"\b(?:sued|sues|(?:filed|files|brought) (?:an?|another|the|his|her|its|their) (?:[\w-]+ ){0,3}(?:law)?suit)\b"
)
_SUIT = re.compile(r"\b(?:law)?suit\b")
_FILED_BY = re.compile(r"\b(?:law)?suit\b[^.;:“”\"\n]{0,40}? (?:filed|brought) by (?:the )?")
_AMONG = ", "  # between what somebody is and the name


class Suits:
    """Whoever sues in one report."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._first: Range | None = None

    def of(self, source: Range) -> Speaker | None:
        """The one who has sued; the first words for the suit, where that is nobody named; None if not told, or of two.

        Args:
            source: the words for the suit that speaks.
        """
        text = self._scene.text
        found = {self._suing(match.start()) for match in _SUED.finditer(text, 0, source[0])}
        found |= {self._named_at(match.end()) for match in _FILED_BY.finditer(text, 0, source[1])}
        if len(found) != 1:
            return None
        n = found.pop()
        if n is not None:
            return Speaker(n, None, f"{self._scene.label(n)} is told to have sued")
        head = _SUIT.search(text, *source)
        self._first = self._first or (source[0], head.end() if head else source[1])
        return Speaker(None, self._first, "not named: who sued is told without a name")

    def _suing(self, position: int) -> int | None:
        """Who is named as the subject of a verb, or right behind what the subject is: "the farmer, NAME, sued"."""
        start = max((at for at in self._scene.starts if at <= position), default=0)
        before = words(self._scene.text, start, position)
        subject = main_subject(before, len(before)) if before else None
        if subject is None:
            return None
        first, end = before[subject[0]].start, before[subject[1] - 1].end
        inside = [n for _, stop, _, n in self._scene.standing(first, end) if stop == end]
        return inside[-1] if inside else self._named_at(end + len(_AMONG))

    def _named_at(self, position: int) -> int | None:
        return next((n for start, _, _, n in self._scene.standing(position, position + 1) if start == position), None)
