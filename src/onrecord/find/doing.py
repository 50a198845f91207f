"""A deed of a report with the place where it is told."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.deeds import Deed
from onrecord.find.happenings import Happening
from onrecord.find.phrases import Range


@dataclass(frozen=True)
class Doing:
    """A deed, what the network makes of it, and where it stands."""

    word: int
    """The number of the word that tells it."""
    deed: Deed
    happening: Happening
    trigger: Range
    """The characters of the report that tell it, the fewest."""
    span: Range
    """All characters of the report that tell it: with its helpers and what it governs."""
