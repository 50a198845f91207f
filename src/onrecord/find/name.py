"""A name as it stands in a report, and everyone or everything that the names of a report stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import EntityType


@dataclass
class Name:
    """One occurrence of a name: its range with title or role in front, the bare name, its words and kind."""

    start: int
    end: int
    name_start: int
    words: tuple[str, ...]
    kind: EntityType
    titles: tuple[str, ...] = ()
    canonical: str | None = None
    """The name under which lists know it: "United States" for "Washington"."""
    initial: bool = False
    """Whether it stands near the beginning of its sentence, so that it may be the subject."""
    quoted: bool = False
    """Whether it stands inside quotation marks, so that a pronoun outside them is hardly it."""
    opens: bool = False
    """Whether it is the very first word of its sentence."""
    chances: tuple[float, ...] = ()
    """The network's probabilities (0–1) of person, organisation and place; empty where only rules found the name."""


@dataclass
class Named:
    """Someone or something that a report names: all its names in order."""

    names: list[Name]
    kind: EntityType
    label: str
    roles: list[tuple[int, int]] = field(default_factory=list)
    role_words: frozenset[str] = frozenset()
