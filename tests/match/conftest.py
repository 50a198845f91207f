"""Reports, entities and statements for matching, made from a few words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.model import (
    Entity,
    Mention,
    Report,
    Span,
    Statement,
    Time,
    content_id,
    entity_id,
    report_id,
    statement_id,
)


def make_report(text: str, **known: Any) -> Report:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    fields = {"file": f"{digest[:6]}.txt", "files": (f"{digest[:6]}.txt",), **known}
    return Report(id=report_id(data), sha256=digest, text_sha256=digest, text=text, language="en", **fields)


def make_entity(name: str, report: str = "r1", kind: Any = "person", at: int = 0, mentions: int = 1) -> Entity:
    spans = [
        Mention(report, at + 100 * n, at + 100 * n + len(name), name, (at + 100 * n, at + 100 * n + len(name)))
        for n in range(mentions)
    ]
    return Entity(id=entity_id(spans[0]), name=name, type=kind, mentions=tuple(spans))


def make_statement(
    text: str, report: str = "r1", speaker: str | None = "vance", at: int = 0, **known: Any
) -> Statement:
    """A statement of these words; "|" parts them."""
    parts, start = [], at
    for piece in text.split("|"):
        parts.append(Span(report, start, start + len(piece), piece))
        start += len(piece) + 5
    content = tuple(parts)
    fields: dict[str, Any] = {"form": "direct", "source": None, "cue": None, "act": "assert", "mode": "said", **known}
    one = statement_id(report, content, None, fields["mode"])
    return Statement(
        id=one, report=report, content=content, speaker=speaker, speaker_why="named", confidence=0.5, **fields
    )


def make_times(words: str, report: str = "r1") -> tuple[Time, ...]:
    """The times in some words, without the module that reads them: "KIND VALUE [ahead] [past]" parted by "; "."""
    found, at = [], 0
    for piece in words.split("; ") if words else ():
        kind, value, *more = piece.split(" ")
        tail = [one for one in more if one not in ("ahead", "past", "thing", "limit") and not one.isdigit()]
        weekday = next((int(one) for one in more if one.isdigit()), None)
        use: Any = next((one for one in more if one in ("thing", "limit")), "when")
        kind = kind.replace("_", " ")
        text = " ".join(tail) or piece
        known: Any = kind
        found.append(
            Time(report, at, at + len(text), text, known, value, "ahead" in more, "past" in more, weekday, use)
        )
        at += len(text) + 9
    return tuple(found)


@pytest.fixture(scope="session")
def times_of() -> Callable[..., tuple[Time, ...]]:
    return make_times


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    return make_report


@pytest.fixture(scope="session")
def entity() -> Callable[..., Entity]:
    return make_entity


@pytest.fixture(scope="session")
def statement() -> Callable[..., Statement]:
    return make_statement


@pytest.fixture(scope="session")
def source() -> Callable[[str], Span]:
    return lambda text: Span(content_id(text), 0, len(text), text)
