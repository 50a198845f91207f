"""Reports, entities and statements for matching, made from a few words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from onrecord.match.meanings import Meanings
from onrecord.model import (
    Act,
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
        uses = ("thing", "limit", "post", "picture")
        tail = [one for one in more if one not in ("ahead", "past", *uses) and not one.isdigit()]
        weekday = next((int(one) for one in more if one.isdigit()), None)
        use: Any = next((one for one in more if one in uses), "when")
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


Line = tuple[str | None, str, str, Act]
"""Source, reporting word, content and act of one statement; content in quotation marks is direct speech."""


def make_story(
    reports: Sequence[Sequence[Line]], names: Mapping[str, Any], published: Sequence[str | None] = ()
) -> tuple[tuple[Report, ...], tuple[Statement, ...], tuple[Entity, ...]]:
    """Reports of one sentence for each line, their statements, and the entities called `names` (with their types).

    The first one named in a source is the speaker; the first of the reporting words is the cue. Empty reporting words
    make a sentence of the writer's own, with no statement.
    """
    texts = ["\n".join(_line(*line) for line in lines) for lines in reports]
    dates = [*published, *[None] * (len(texts) - len(published))]
    made = [
        make_report(text, published=date, file=f"{n}.txt")
        for n, (text, date) in enumerate(zip(texts, dates, strict=True))
    ]
    entities = tuple(_named(name, kind, made) for name, kind in names.items())
    said = [one for report, lines in zip(made, reports, strict=True) for one in _said(report, lines, entities)]
    return tuple(made), tuple(said), entities


def _line(source: str | None, cue: str, content: str, act: Act) -> str:
    return " ".join(part for part in (source, cue, content) if part) + "."


def _named(name: str, kind: Any, reports: Sequence[Report]) -> Entity:
    places = [(report, match.start()) for report in reports for match in re.finditer(rf"\b{name}\b", report.text)]
    mentions = tuple(Mention(report.id, at, at + len(name), name, (at, at + len(name))) for report, at in places)
    return Entity(id=f"e-{name}", name=name, type=kind, mentions=mentions)


def _said(report: Report, lines: Sequence[Line], entities: Sequence[Entity]) -> Iterator[Statement]:
    start = 0
    for source, cue, content, act in lines:
        line = _line(source, cue, content, act)
        if cue:
            inner = content.strip("“”")
            at = start + line.index(inner, len(source or "") + len(cue))
            cue_at = start + (len(source) + 1 if source else 0)
            named = [(source.index(one.name), one.id) for one in entities if source and one.name in source]
            yield Statement(
                id=f"{report.file[:-4]}-{len(report.text[:start].splitlines())}",
                report=report.id,
                content=(report.span(at, at + len(inner)),),
                form="direct" if inner != content else "indirect",
                source=report.span(start, start + len(source)) if source else None,
                cue=report.span(cue_at, cue_at + len(cue.split()[0])),
                speaker=min(named)[1] if named else None,
                speaker_why=None,
                act=act,
                mode="said",
                confidence=1.0,
            )
        start += len(line) + 1


@pytest.fixture(scope="session")
def story() -> Callable[..., Any]:
    return make_story


@pytest.fixture(scope="session")
def meanings() -> Meanings:
    return Meanings()
