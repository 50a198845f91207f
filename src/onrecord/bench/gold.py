"""A gold story: a folder with `reports/*.txt` and `record.json`, what a careful reader puts on the record.

Every string in `record.json` that quotes a report is an exact substring of it; where it occurs more than once,
`{"text": "…", "n": 2}` names the second occurrence. So no offset is typed by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType

from onrecord.errors import MalformedInput, MissingInput


class Quote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `n`-th occurrence of `text` in a report, counted from 1."""

    text: str
    n: int = 1


Quoted = str | Quote
"""A string of a report; a bare string is its first occurrence."""
Mentions = dict[str, tuple[Quoted, ...]]
"""Strings by the stem of the report's file name."""


class GoldReport(msgspec.Struct, frozen=True):
    """What is right for one report; `forced_published` is as far as the reports' own words force the date."""

    headline: Quoted | None
    outlet: Quoted | None
    published: str | None
    noise: tuple[Quoted, ...]
    forced_published: str | UnsetType | None = UNSET


class GoldEntity(msgspec.Struct, frozen=True):
    """Someone or something, with the strings that name it."""

    id: str
    name: str
    type: str
    mentions: Mentions


class GoldStatement(msgspec.Struct, frozen=True):
    """An attribution; `speaker` is the id of an entity."""

    id: str
    report: str
    content: tuple[Quoted, ...]
    form: str
    source: Quoted | None
    cue: Quoted | None
    speaker: str | None
    act: str
    said_on: str | None
    relayed_by: tuple[Quoted, ...]
    forced_said_on: str | UnsetType | None = UNSET


class GoldEvent(msgspec.Struct, frozen=True):
    """Something done, with the strings that tell it; `agent` and `patient` are ids of entities."""

    id: str
    type: str
    agent: str | None
    patient: str | None
    date: str | None
    status: str
    mentions: Mentions
    forced_date: str | UnsetType | None = UNSET


class GoldPosition(msgspec.Struct, frozen=True):
    """A statement's stance on a point."""

    statement: str
    stance: str


class GoldPoint(msgspec.Struct, frozen=True):
    """A point in dispute, and who stands where."""

    id: str
    positions: tuple[GoldPosition, ...]


class GoldSide(msgspec.Struct, frozen=True):
    """What one report says in a conflict."""

    report: str
    text: Quoted


class GoldConflict(msgspec.Struct, frozen=True):
    """A place where reports do not agree."""

    about: str
    sides: tuple[GoldSide, ...]


class Gold(msgspec.Struct, frozen=True):
    """The whole of a `record.json`; further keys may stand in it."""

    reports: dict[str, GoldReport]
    entities: tuple[GoldEntity, ...]
    statements: tuple[GoldStatement, ...]
    same_utterance: tuple[tuple[str, ...], ...]
    events: tuple[GoldEvent, ...]
    points: tuple[GoldPoint, ...]
    conflicts: tuple[GoldConflict, ...]


def read_gold(folder: Path) -> Gold:
    """What the folder's `record.json` says; whether its strings are in the reports is left to `onrecord.bench.check`.

    Raises:
        MissingInput: there is no such file.
        MalformedInput: it is not in the form of a gold story.
    """
    path = folder / "record.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Gold)
    except FileNotFoundError:
        raise MissingInput(str(path), "there is no such file", "Name the folder of a gold story") from None
    except ValueError as error:
        raise MalformedInput(str(path), f"it is not a gold story: {error}", "Correct it at that place") from None


def read_texts(folder: Path) -> dict[str, str]:
    """The texts of the folder's reports by file stem, as `onrecord build` stores them: line ends as they are.

    Raises:
        MalformedInput: a report is not UTF-8.
    """
    paths = sorted((folder / "reports").glob("*.txt"))
    try:
        return {path.stem: path.read_bytes().decode("utf-8-sig") for path in paths}
    except UnicodeDecodeError as error:
        raise MalformedInput(str(folder / "reports"), f"a report is not UTF-8: {error}", "Store it as UTF-8") from None


def locate(text: str, quoted: Quoted) -> tuple[int, int] | None:
    """Half-open offsets of a quoted string in a report's text, or None where it does not occur that often."""
    quote = Quote(quoted) if isinstance(quoted, str) else quoted
    start = -1
    for _ in range(quote.n):
        start = text.find(quote.text, start + 1)
        if start < 0:
            return None
    return start, start + len(quote.text)


def place(texts: Mapping[str, str], report: str, quoted: Quoted) -> tuple[int, int]:
    """Half-open offsets of a string that must be in that report.

    Raises:
        MalformedInput: the report or the string is not there.
    """
    found = locate(texts.get(report, ""), quoted)
    if found is None:
        raise MalformedInput(f"report {report}", f"{quoted!r} is not in it", "Correct the gold story's record.json")
    return found
