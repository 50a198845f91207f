"""A small invented gold story, and gold written as a record: what the scorer is tried on."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.bench.gold import GoldEntity, GoldEvent, GoldStatement, Mentions, Quoted, place, read_gold, read_texts
from onrecord.bench.measures import Rows
from onrecord.bench.score import score
from onrecord.model import (
    Conflict,
    Entity,
    Event,
    EventMention,
    Mention,
    Point,
    Position,
    Record,
    Report,
    Span,
    Statement,
    Utterance,
)

HARBOUR = "Harbour row\n\nMayor Ida Brandt said the quay is safe. Engineers warned on Monday that it may sink.\n\nShare"
GUILD = "The quay is safe, Ms Brandt told the Guild. The Guild closed the quay. Ida Brandt denied that it sinks."
GOLD: dict[str, Any] = {
    "story": "a quay that may sink",
    "reports": {
        "harbour": {"headline": "Harbour row", "outlet": None, "published": "2021-03-02", "noise": ["Share"]},
        "guild": {
            "headline": None,
            "outlet": "the Guild",
            "published": "2021-03-03",
            "forced_published": "2021-03",
            "noise": [],
        },
    },
    "entities": [
        {
            "id": "brandt",
            "name": "Ida Brandt",
            "type": "person",
            "mentions": {"harbour": ["Mayor Ida Brandt"], "guild": ["Ms Brandt", "Ida Brandt"]},
        },
        {"id": "engineers", "name": "engineers", "type": "unnamed", "mentions": {"harbour": ["Engineers"]}},
        {
            "id": "guild",
            "name": "the Guild",
            "type": "organisation",
            "mentions": {"guild": ["the Guild", "The Guild"]},
        },
    ],
    "statements": [
        {
            "id": "h1",
            "report": "harbour",
            "content": ["the quay is safe"],
            "form": "indirect",
            "source": "Mayor Ida Brandt",
            "cue": "said",
            "speaker": "brandt",
            "act": "assert",
            "said_on": None,
            "relayed_by": [],
        },
        {
            "id": "h2",
            "report": "harbour",
            "content": ["it may sink"],
            "form": "indirect",
            "source": "Engineers",
            "cue": "warned",
            "speaker": "engineers",
            "act": "warn",
            "said_on": "2021-03-01",
            "forced_said_on": None,
            "relayed_by": [],
        },
        {
            "id": "g1",
            "report": "guild",
            "content": ["The quay is safe"],
            "form": "indirect",
            "source": "Ms Brandt",
            "cue": "told",
            "speaker": "brandt",
            "act": "assert",
            "said_on": None,
            "relayed_by": ["the Guild"],
        },
        {
            "id": "g2",
            "report": "guild",
            "content": ["it sinks"],
            "form": "indirect",
            "source": "Ida Brandt",
            "cue": "denied",
            "speaker": "brandt",
            "act": "deny",
            "said_on": "2021-03-02",
            "relayed_by": [],
        },
    ],
    "same_utterance": [["h1", "g1"]],
    "events": [
        {
            "id": "e1",
            "type": "COERCE",
            "what": "the closing of the quay",
            "agent": "guild",
            "patient": None,
            "date": "2021-03-02",
            "place": None,
            "status": "happened",
            "mentions": {"guild": ["The Guild closed the quay"]},
        }
    ],
    "points": [
        {
            "id": "p1",
            "proposition": "The quay is safe.",
            "positions": [
                {"statement": "h1", "stance": "for"},
                {"statement": "h2", "stance": "against"},
                {"statement": "g1", "stance": "unclear"},
                {"statement": "g2", "stance": "for"},
            ],
        }
    ],
    "conflicts": [
        {
            "about": "whether the quay sinks",
            "sides": [
                {"report": "harbour", "text": "may sink"},
                {"report": "guild", "text": {"text": "sinks", "n": 1}},
            ],
        }
    ],
}
"""Two reports, four statements; every kind of thing that is scored occurs once."""

Tell = Callable[[Mapping[str, Any]], Path]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Writes a gold story's folder with the given parts changed."""

    def write(changed: Mapping[str, Any]) -> Path:
        folder = tmp_path / "quay"
        (folder / "reports").mkdir(parents=True, exist_ok=True)
        for stem, text in (("harbour", HARBOUR), ("guild", GUILD)):
            (folder / "reports" / f"{stem}.txt").write_bytes(text.encode())
        (folder / "record.json").write_text(json.dumps({**GOLD, **changed}), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def quay(tell: Tell) -> Path:
    """The folder of the invented story."""
    return tell({})


@pytest.fixture
def as_record() -> Callable[[Path], Record]:
    """Gold written as the record that would score full marks."""
    return gold_as_record


@pytest.fixture
def full(quay: Path) -> Record:
    """The record that scores full marks on the invented story."""
    return gold_as_record(quay)


@pytest.fixture
def rows(quay: Path) -> Callable[[Record], Rows]:
    """Scores a record against the invented story."""
    return lambda record: score(read_gold(quay), read_texts(quay), record)


@pytest.fixture
def shared() -> Path:
    """The folder of the shared gold beside the checkout."""
    folder = Path(__file__).resolve().parents[3] / "shared"
    if not (folder / "gold" / "score.py").is_file():
        pytest.skip("the shared gold and its reference scorer are not beside this checkout")
    return folder


@pytest.fixture
def reference(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Loads a script of the shared gold or benchmarks as a module."""

    def script(name: str) -> ModuleType:
        import importlib.util

        path = shared / name
        monkeypatch.syspath_prepend(str(path.parent))
        spec = importlib.util.spec_from_file_location(f"reference_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return script


def gold_as_record(folder: Path) -> Record:
    gold, texts = read_gold(folder), read_texts(folder)

    def span(stem: str, quoted: Quoted) -> Span:
        start, end = place(texts, stem, quoted)
        return Span(stem, start, end, texts[stem][start:end])

    def optional(stem: str, quoted: Quoted | None) -> Span | None:
        return None if quoted is None else span(stem, quoted)

    def spans(mentions: Mentions) -> list[Span]:
        return [span(stem, quoted) for stem, several in mentions.items() for quoted in several]

    def entity(one: GoldEntity) -> Entity:
        mentions = tuple(Mention(s.report, s.start, s.end, s.text, (s.start, s.end)) for s in spans(one.mentions))
        return Entity(id=one.id, name=one.name, type=one.type, mentions=mentions)  # type: ignore[arg-type]

    def statement(one: GoldStatement) -> Statement:
        return Statement(
            id=one.id,
            report=one.report,
            content=tuple(span(one.report, part) for part in one.content),
            form=one.form,  # type: ignore[arg-type]
            source=optional(one.report, one.source),
            cue=optional(one.report, one.cue),
            speaker=one.speaker,
            speaker_why=None,
            act=one.act,  # type: ignore[arg-type]
            mode="said",
            said_on=one.said_on,
            relayed_by=tuple(span(one.report, outlet) for outlet in one.relayed_by),
            confidence=1.0,
        )

    def event(one: GoldEvent) -> Event:
        told = spans(one.mentions)
        return Event(
            id=one.id,
            type=one.type,
            what=told[0],
            agent=one.agent,
            patient=one.patient,
            date=one.date,
            place=None,
            status=one.status,  # type: ignore[arg-type]
            mentions=tuple(EventMention(s.report, s.start, s.end, s.text, (s.start, s.end)) for s in told),
        )

    reports = tuple(
        Report(
            id=stem,
            file=f"{stem}.txt",
            files=(f"{stem}.txt",),
            sha256=hashlib.sha256(texts[stem].encode()).hexdigest(),
            text_sha256=hashlib.sha256(texts[stem].encode()).hexdigest(),
            text=texts[stem],
            language="en",
            headline=optional(stem, one.headline),
            outlet=one.outlet if isinstance(one.outlet, str) else optional(stem, one.outlet),
            published=one.published,
            noise=tuple(span(stem, quoted) for quoted in one.noise),
        )
        for stem, one in gold.reports.items()
    )
    return Record(
        reports=reports,
        entities=tuple(map(entity, gold.entities)),
        statements=tuple(map(statement, gold.statements)),
        utterances=tuple(Utterance(f"u{n}", group) for n, group in enumerate(gold.same_utterance)),
        events=tuple(map(event, gold.events)),
        points=tuple(
            Point(
                id=point.id,
                proposition="",
                taken_from="",
                positions=tuple(Position(one.statement, one.stance) for one in point.positions),  # type: ignore[arg-type]
            )
            for point in gold.points
        ),
        conflicts=tuple(
            Conflict(str(n), one.about, "", tuple(span(side.report, side.text) for side in one.sides))
            for n, one in enumerate(gold.conflicts)
        ),
    )
