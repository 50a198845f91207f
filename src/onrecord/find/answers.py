"""Who answers: "she" of "Roe asked Bell if she was ready. “Always,” she said" is whom Roe asked, "he" of "Lim accused
Pike of lying. He denied it" whom Lim accused."""

from __future__ import annotations

import re

from onrecord.find.genders import PRONOUNS
from onrecord.find.phrases import Range
from onrecord.find.scene import Scene, Speaker
from onrecord.find.stretch import Attribution
from onrecord.find.surroundings import is_small
from onrecord.find.words import words
from onrecord.wordlists import listed

_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ )?\Z", re.IGNORECASE)
_TOLD = frozenset({"told", "tells", "telling"})
_BEFORE = 60  # characters before a passive in which whom it is told of stands


class Answers:
    """Whom one report has somebody ask or accuse; asked about in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._last: tuple[Attribution, int | None] | None = None
        self._going_on: tuple[str, int] | None = None

    def spoke(self, attribution: Attribution, n: int | None) -> None:
        """Tells what was said last, and the number of the one who said it."""
        self._last = (attribution, n) if attribution.cue and attribution.source else None
        if self._going_on is not None and (self._low(attribution), n) != self._going_on:
            self._going_on = None

    def of(self, attribution: Attribution, low: str, start: int) -> Speaker | None:
        """The one who was asked or accused just before and now answers; None where that is not told.

        Args:
            attribution: what is said.
            low: the pronoun that is its source, in lower case.
            start: where that stands.
        """
        if self._last is None or low not in PRONOUNS:
            return None
        last, asker = self._last
        if last.cue is None or start < last.cue[1] or "\n" in self._scene.text[last.cue[1] : start]:
            return None
        if self._going_on is not None and self._going_on[0] == low:
            others = {n for *_, n in self._people(last.cue[1], start)} - {self._going_on[1]}
            return None if others else Speaker(self._going_on[1], None, f"“{low}” goes on")
        how = self._how(attribution, last)
        who = self._target(last) if how else None
        if who is None or who == asker or not self._scene.fits(who, PRONOUNS[low]):
            return None
        self._going_on = low, who
        return Speaker(who, None, f"“{low}” answers: {self._scene.label(who)} was {how}")

    def _how(self, attribution: Attribution, last: Attribution) -> str | None:
        """What was done to whoever answers; None where nobody does."""
        cue, own = self._words(last.cue), self._words(attribution.cue)
        if attribution.rule.startswith("quotation") and not cue.isdisjoint(listed("words", "asking")):
            return "asked"
        if not own.isdisjoint(listed("words", "answering")) and not cue.isdisjoint(_TOLD):
            return "told"
        return "accused" if attribution.act == "deny" and last.act == "allege" else None

    def _target(self, last: Attribution) -> int | None:
        """The person whom somebody asks or accuses: named right behind the reporting word, or, of a passive, before."""
        if last.cue is None:
            return None
        text, (start, end) = self._scene.text, last.cue
        passive = _PASSIVE.search(text, max(0, start - _BEFORE), start)
        if passive is not None:
            return next(
                (n for _, at, n in self._people(start - _BEFORE, start) if not text[at : passive.start()].strip()), None
            )
        first = next(iter(self._people(start, end + _BEFORE)), None)  # the cue may be "accused NAME of"
        is_behind = first is not None and all(is_small(word) for word in words(text, end, max(end, first[0])))
        return first[2] if first is not None and is_behind else None

    def _people(self, start: int, stop: int) -> list[tuple[int, int, int]]:
        """Where the names of persons in a stretch begin and end, and who they are."""
        found = self._scene.standing(start, stop)
        return [(name.start, name.end, n) for *_, name, n in found if name.kind == "person"]

    def _words(self, cue: Range | None) -> frozenset[str]:
        return frozenset(self._scene.text[slice(*cue)].lower().split()) if cue else frozenset()

    def _low(self, attribution: Attribution) -> str:
        return self._scene.text[slice(*attribution.source)].lower() if attribution.source else ""
