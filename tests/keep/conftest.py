"""A small record that every test may damage, and a strategy for records of every shape."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.keep import Kept, save
from onrecord.model import (
    Candidate,
    Conflict,
    Correction,
    Entity,
    Event,
    EventMention,
    Findings,
    Link,
    Mention,
    Point,
    Position,
    Reading,
    Record,
    Report,
    Role,
    Span,
    Statement,
    Unread,
    Utterance,
    report_id,
)

Draw = Callable[[st.SearchStrategy[Any]], Any]

# Bytes are found again in the file of a record, so every text has a word of its own.
TEXTS = {
    "ape/one.txt": "Ana Ox, the mayor, denied it. “No euros 😀 were taken,” she said. “Nothing,” she told Bo Elk.",
    "ape/two.txt": "The town council was warned by Bo Elk that the bridge would fall. Mayor Ox denies taking florins.",
}


def reading(file: str, text: str, data: bytes | None = None) -> Reading:
    data = text.encode() if data is None else data
    report = Report(
        id=report_id(data),
        file=file,
        files=(file,),
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        language="en",
    )
    return Reading(report, data)


def span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return report.span(start, start + len(words))


def mention(report: Report, words: str, name: str) -> Mention:
    whole, start = span(report, words), report.text.index(name, report.text.index(words))
    return Mention(whole.report, whole.start, whole.end, whole.text, (start, start + len(name)))


def statement(one: str, report: Report, *content: str, **changes: Any) -> Statement:
    plain = Statement(
        id=one,
        report=report.id,
        content=tuple(span(report, part) for part in content),
        form="direct",
        source=None,
        cue=None,
        speaker=None,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=0.5,
    )
    return replace(plain, **changes)


def sample() -> Kept:
    """Two reports, two people and every kind of item."""
    one, two = readings = tuple(reading(file, text) for file, text in TEXTS.items())
    first = replace(one.report, headline=span(one.report, "Ana Ox, the mayor"), published="2019-01-15", outlet="Ape")
    second = replace(two.report, outlet=span(two.report, "town council"), noise=(span(two.report, "The"),))
    ana = Entity(
        id="a11a00000001",
        name="Ana Ox",
        type="person",
        mentions=(mention(first, "Ana Ox", "Ana Ox"), mention(second, "Mayor Ox", "Ox")),
        roles=(Role("mayor", "2019-01", None, span(first, "the mayor")),),
    )
    bo = Entity(id="b00000000002", name="Bo Elk", type="person", mentions=(mention(first, "Bo Elk", "Bo Elk"),))
    said = (
        statement("5a0000000001", first, "No euros 😀 were taken", "Nothing", speaker=ana.id, to=bo.id, act="deny"),
        statement("5b0000000002", second, "the bridge would fall", speaker=bo.id, said_on="2019-01-14", act="warn"),
        statement(
            "5c0000000003", second, "taking florins", candidates=(Candidate(ana.id, 0.25),), inside="5b0000000002"
        ),
    )
    record = Record(
        reports=(first, second),
        unread=(Unread("ape/three.pdf", "it is a PDF, not text. Save it as text."),),
        entities=(ana, bo),
        statements=said,
        utterances=(Utterance("07a000000001", (said[0].id, said[2].id)),),
        events=(
            Event(
                id="e00000000001",
                type="fall",
                what=span(second, "bridge would fall"),
                agent=None,
                patient=bo.id,
                date="2019",
                place=span(second, "bridge"),
                status="possible",
                mentions=(EventMention(**_fields(span(second, "bridge would fall")), trigger=(55, 59)),),
            ),
        ),
        points=(Point("90a000000001", "The bridge is safe.", said[0].id, (Position(said[1].id, "against"),)),),
        conflicts=(
            Conflict("c00000000001", "what was taken", "wording", (span(first, "euros"), span(second, "florins"))),
        ),
        links=(Link("same", ana.id, bo.id, 0.125, "other names"),),
        corrections=(
            Correction("d00000000001", said[0].id, "act", "assert", "deny", "Cy", "2024-01-01", "as it says"),
        ),
    )
    findings = tuple(Findings(report=r.id, entities=(), statements=()) for r in (first, second))
    return Kept(record, readings, findings)


def _fields(words: Span) -> dict[str, Any]:
    return {"report": words.report, "start": words.start, "end": words.end, "text": words.text}


@pytest.fixture
def kept() -> Kept:
    return sample()


@pytest.fixture
def path(tmp_path: Path, kept: Kept) -> Path:
    """The sample, saved."""
    save(kept, tmp_path / "affair.db", Record())
    return tmp_path / "affair.db"


@pytest.fixture
def damage(path: Path) -> Callable[..., None]:
    """Runs SQL on the saved sample, which it must change."""

    def run(sql: str, *values: object) -> None:
        before = path.read_bytes()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(sql, values)
            connection.commit()
        assert path.read_bytes() != before

    return run


@pytest.fixture
def reading_of() -> Callable[..., Reading]:
    return reading


# NUL is no part of a report that `read` lets through, but a record would keep it.
_WORDS = st.text(max_size=6)
_TEXT = st.text(min_size=1, max_size=60)
_SCORE = st.floats(0, 1)
_DATE = st.sampled_from([None, "2019", "2019-01-15", "2018-12-10/2018-12-17"])


def _spans(report: Report) -> st.SearchStrategy[Span]:
    size = len(report.text)
    pairs = st.tuples(st.integers(0, size - 1), st.integers(1, size)).filter(lambda pair: pair[0] < pair[1])
    return pairs.map(lambda pair: report.span(*pair))


def _tuples(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _ids(kind: str, draw: Draw, most: int = 4) -> list[str]:
    return [f"{kind}{number}" for number in draw(st.permutations(range(draw(st.integers(0, most)))))]


def _report(draw: Draw, text: str, others: list[str]) -> Reading:
    one = reading(draw(_WORDS), text)
    here, maybe = _spans(one.report), st.none() | _spans(one.report)
    read = replace(
        one.report,
        files=draw(_tuples(_WORDS)),
        extracted=draw(st.booleans()),
        headline=draw(maybe),
        byline=draw(maybe),
        dateline=draw(maybe),
        outlet=draw(maybe | _WORDS),
        published=draw(_DATE),
        published_basis=draw(st.sampled_from([None, "stated", "metadata", "inferred"])),
        noise=draw(_tuples(here)),
        copy_of=draw(st.none() | st.sampled_from(others)) if others else None,
    )
    return Reading(read, one.original)


def _statement(draw: Draw, one: str, reports: tuple[Report, ...], people: list[str], known: list[str]) -> Statement:
    report = draw(st.sampled_from(reports))
    here, maybe = _spans(report), st.none() | _spans(report)
    someone = st.sampled_from(people) if people else st.nothing()
    return Statement(
        id=one,
        report=report.id,
        content=draw(_tuples(here)),
        form=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        source=draw(maybe),
        cue=draw(maybe),
        speaker=draw(st.none() | someone),
        speaker_why=draw(st.none() | _WORDS),
        candidates=draw(_tuples(st.builds(Candidate, someone, _SCORE))) if people else (),
        to=draw(st.none() | someone),
        inside=draw(st.none() | st.sampled_from(known)),
        act=draw(st.sampled_from(["assert", "allege", "deny", "warn"])),
        mode=draw(st.sampled_from(["said", "held"])),
        said_on=draw(_DATE),
        occasion=draw(maybe),
        relayed_by=draw(_tuples(here)),
        confidence=draw(_SCORE),
    )


def _wider(kind: type, words: Span) -> Any:
    return kind(words.report, words.start, words.end, words.text, (words.start, words.end))


@st.composite
def _kepts(draw: Draw) -> Kept:
    texts = draw(st.lists(_TEXT, max_size=3, unique=True))
    ids = [report_id(text.encode()) for text in texts]
    readings = tuple(_report(draw, text, ids) for text in texts)
    reports = tuple(replace(one.report, published=draw(_DATE), published_why=draw(_WORDS)) for one in readings)
    anywhere = st.sampled_from(reports).flatmap(_spans) if reports else st.nothing()
    few = _tuples(anywhere) if reports else st.just(())
    roles = _tuples(st.builds(Role, _WORDS, _DATE, _DATE, anywhere)) if reports else st.just(())
    entities = tuple(
        Entity(
            id=one,
            name=draw(_WORDS),
            type=draw(st.sampled_from(["person", "unnamed"])),
            mentions=tuple(_wider(Mention, words) for words in draw(few)),
            roles=draw(roles),
        )
        for one in _ids("entity", draw)
    )
    people = [entity.id for entity in entities]
    known = _ids("statement", draw) if reports else []
    statements = tuple(_statement(draw, one, reports, people, known) for one in known)
    said = st.sampled_from(known) if known else st.nothing()
    someone = st.none() | (st.sampled_from(people) if people else st.nothing())
    events = [
        Event(
            id=one,
            type=draw(_WORDS),
            what=draw(anywhere),
            agent=draw(someone),
            patient=draw(someone),
            date=draw(_DATE),
            place=draw(st.none() | anywhere),
            status=draw(st.sampled_from(["happened", "denied"])),
            mentions=tuple(_wider(EventMention, words) for words in draw(few)),
        )
        for one in (_ids("event", draw) if reports else [])
    ]
    stances = _tuples(st.builds(Position, said, st.sampled_from(["for", "unclear"]))) if known else st.just(())
    record = Record(
        reports=reports,
        unread=draw(_tuples(st.builds(Unread, _WORDS, _WORDS))),
        entities=entities,
        statements=statements,
        utterances=tuple(Utterance(one, draw(_tuples(said) if known else st.just(()))) for one in _ids("said", draw)),
        events=tuple(events),
        points=tuple(Point(one, draw(_WORDS), draw(said), draw(stances)) for one in (_ids("p", draw) if known else [])),
        conflicts=tuple(Conflict(one, draw(_WORDS), draw(_WORDS), draw(few)) for one in _ids("conflict", draw)),
        links=draw(_tuples(st.builds(Link, _WORDS, _WORDS, _WORDS, _SCORE, _WORDS, st.sampled_from(["person"])))),
        corrections=tuple(
            Correction(one, *draw(st.tuples(*[_WORDS] * 2, st.none(), *[_WORDS] * 4))) for one in _ids("c", draw)
        ),
    )
    findings = [
        Findings(report=one.id, entities=entities, statements=tuple(s for s in statements if s.report == one.id))
        for one in reports
    ]
    return Kept(record, readings, tuple(findings))


@pytest.fixture(scope="session")
def kepts() -> st.SearchStrategy[Kept]:
    """Everything that a record can hold, in any order and with any characters."""
    return _kepts()
