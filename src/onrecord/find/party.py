"""A party to a deed: the one who does it, or to whom it is done."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.find.phrases import Range

Key = str | Range
"""By what a party is known: the id of an entity, or the characters that mention somebody without a name."""


class Party(NamedTuple):
    """Who does a deed, or whom it is done to."""

    entity: str | None
    """The id of the entity; None: nobody known."""
    phrase: Range | None = None
    """The characters that mention somebody without a name."""
    owns: bool = False
    """Whether it is done to a thing of theirs."""

    @property
    def key(self) -> Key | None:
        """By what it is known; None: nobody."""
        return self.entity if self.entity is not None else self.phrase


NOBODY = Party(None)
