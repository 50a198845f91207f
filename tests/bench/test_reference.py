"""Our scorers against the reference scorers of the shared gold: the same figures under the same names, exactly."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, TypeVar, get_args

import msgspec
import pytest

from onrecord.bench import check, polnear, score
from onrecord.bench.gold import read_gold, read_texts
from onrecord.model import (
    Act,
    Entity,
    Form,
    Position,
    Record,
    Report,
    Span,
    Stance,
    Statement,
    Status,
    Utterance,
    encode,
)

Damage = Callable[[Record, Random], Record]
S = TypeVar("S", bound=Span)
T = TypeVar("T")
DATES = (None, "2019", "2019-01", "2019-01-15", "2018-12-01", "2018-12-10/2018-12-17")
replace = msgspec.structs.replace


def _some(items: tuple[T, ...], chance: Random, keep: float) -> tuple[T, ...]:
    return tuple(item for item in items if chance.random() < keep)


def _moved(span: S, chance: Random, texts: dict[str, str] | None) -> S:
    """The span moved and stretched by a few characters; with its new words where `texts` are given."""
    start = max(0, span.start + chance.randint(-6, 6))
    end = max(start + 1, span.end + chance.randint(-6, 6))
    if texts is None:
        return replace(span, start=start, end=end)
    text = texts[span.report]
    end = min(end, len(text))
    start = min(start, end - 1)
    return replace(span, start=start, end=end, text=text[start:end])


def _with_statements(record: Record, change: Callable[[Statement], Statement]) -> Record:
    return replace(record, statements=tuple(map(change, record.statements)))


def dropped_statements(record: Record, chance: Random) -> Record:
    return replace(record, statements=_some(record.statements, chance, 0.7))


def moved_contents(record: Record, chance: Random) -> Record:
    texts = {report.id: report.text for report in record.reports}
    return _with_statements(
        record, lambda one: replace(one, content=tuple(_moved(part, chance, texts) for part in one.content))
    )


def moved_sources_and_cues(record: Record, chance: Random) -> Record:
    texts = {report.id: report.text for report in record.reports}

    def change(one: Statement) -> Statement:
        source = one.source and _moved(one.source, chance, texts)
        return replace(one, source=source, cue=one.cue and chance.choice([None, _moved(one.cue, chance, texts)]))

    return _with_statements(record, change)


def false_spans(record: Record, chance: Random) -> Record:
    """Spans whose words are not what stands there, some beyond the end of the text."""

    def report(one: Report) -> Report:
        headline = one.headline and _moved(one.headline, chance, None)
        return replace(one, headline=headline, noise=tuple(_moved(span, chance, None) for span in one.noise))

    def entity(one: Entity) -> Entity:
        return replace(one, mentions=tuple(_moved(mention, chance, None) for mention in one.mentions))

    def statement(one: Statement) -> Statement:
        far = tuple(replace(part, end=part.end + chance.choice([0, 0, 10**6])) for part in one.content)
        return replace(one, content=far, cue=one.cue and _moved(one.cue, chance, None))

    record = replace(record, reports=tuple(map(report, record.reports)), entities=tuple(map(entity, record.entities)))
    return _with_statements(record, statement)


def empty_mentions(record: Record, chance: Random) -> Record:
    """Mentions that cover punctuation or nothing, and are false."""

    def entity(one: Entity) -> Entity:
        return replace(one, mentions=tuple(replace(m, end=m.start + chance.choice([0, 1])) for m in one.mentions))

    return replace(record, entities=tuple(map(entity, record.entities)))


def swapped_speakers(record: Record, chance: Random) -> Record:
    speakers = [one.speaker for one in record.statements]
    chance.shuffle(speakers)
    return replace(
        record,
        statements=tuple(replace(one, speaker=s) for one, s in zip(record.statements, speakers, strict=True)),
    )


def null_speakers(record: Record, chance: Random) -> Record:
    return _with_statements(record, lambda one: replace(one, speaker=chance.choice([None, one.speaker, "nobody"])))


def changed_kinds(record: Record, chance: Random) -> Record:
    return _with_statements(
        record,
        lambda one: replace(
            one,
            act=chance.choice(get_args(Act)),
            form=chance.choice(get_args(Form)),
            mode=chance.choice(["said", "said", "held"]),
            said_on=chance.choice(DATES),
            relayed_by=chance.choice([(), one.relayed_by, one.content[:1]]),
        ),
    )


def merged_entities(record: Record, chance: Random) -> Record:
    entities = list(record.entities)
    for _ in range(len(entities) // 4):
        a, b = chance.sample(range(len(entities)), 2)
        entities[a] = replace(entities[a], mentions=entities[a].mentions + entities[b].mentions)
        if chance.random() < 0.5:
            entities.pop(b)
    return replace(record, entities=tuple(entities))


def split_entities(record: Record, chance: Random) -> Record:
    """Speakers point at parts with few or no mentions, so that names must decide."""
    entities: list[Entity] = []
    for one in record.entities:
        kept = _some(one.mentions, chance, 0.5)
        rest = tuple(mention for mention in one.mentions if mention not in kept)
        entities += [replace(one, mentions=kept), replace(one, id=one.id + "-2", mentions=rest)]
    chance.shuffle(entities)
    return _with_statements(
        replace(record, entities=tuple(entities)),
        lambda one: replace(one, speaker=one.speaker and one.speaker + chance.choice(["", "-2"])),
    )


def random_utterances(record: Record, chance: Random) -> Record:
    ids = [one.id for one in record.statements]
    groups = [tuple(chance.sample(ids, min(len(ids), chance.randint(2, 5)))) for _ in range(8)]
    kept = _some(record.utterances, chance, 0.6)
    return replace(record, utterances=(*kept, *(Utterance(f"r{n}", group) for n, group in enumerate(groups))))


def changed_reports(record: Record, chance: Random) -> Record:
    def change(one: Report) -> Report:
        outlet = chance.choice([None, one.outlet, str(one.outlet).casefold(), one.span(0, 7)])
        headline = chance.choice([None, one.headline, one.span(0, 40)])
        noise = (*_some(one.noise, chance, 0.6), one.span(10, 30))
        return replace(one, published=chance.choice(DATES), outlet=outlet, headline=headline, noise=noise)

    return replace(record, reports=tuple(map(change, record.reports)))


def changed_events(record: Record, chance: Random) -> Record:
    texts = {report.id: report.text for report in record.reports}
    parties = [None, "nobody", *(entity.id for entity in record.entities)]
    events = [
        replace(
            event,
            mentions=tuple(_moved(m, chance, texts) for m in _some(event.mentions, chance, 0.7)),
            type=chance.choice([event.type, "OTHER"]),
            status=chance.choice([event.status, *get_args(Status)]),
            agent=chance.choice([event.agent, chance.choice(parties)]),
            patient=chance.choice([event.patient, chance.choice(parties)]),
            date=chance.choice([event.date, *DATES]),
        )
        for event in _some(record.events, chance, 0.8)
    ]
    return replace(record, events=tuple(events))


def changed_points(record: Record, chance: Random) -> Record:
    ids = [one.id for one in record.statements]
    points = [
        replace(
            point,
            positions=tuple(
                Position(chance.choice([one.statement, chance.choice(ids)]), chance.choice([one.stance, *STANCES]))
                for one in point.positions
            ),
        )
        for point in [*record.points, *_some(record.points, chance, 0.5)]
    ]
    chance.shuffle(points)
    return replace(record, points=tuple(points))


STANCES = get_args(Stance)


def changed_conflicts(record: Record, chance: Random) -> Record:
    conflicts = [replace(one, sides=_some(one.sides, chance, 0.8)) for one in record.conflicts]
    chance.shuffle(conflicts)
    return replace(record, conflicts=tuple(conflicts[: len(conflicts) * 2 // 3]) + record.conflicts[:1])


def a_report_less(record: Record, chance: Random) -> Record:
    gone = chance.choice(record.reports).id

    def here(spans: tuple[S, ...]) -> tuple[S, ...]:
        return tuple(span for span in spans if span.report != gone)

    return replace(
        record,
        reports=tuple(one for one in record.reports if one.id != gone),
        entities=tuple(replace(one, mentions=here(one.mentions)) for one in record.entities),
        statements=tuple(one for one in record.statements if one.report != gone),
        events=tuple(replace(one, mentions=here(one.mentions)) for one in record.events),
        conflicts=tuple(replace(one, sides=here(one.sides)) for one in record.conflicts),
    )


def nothing_found(record: Record, chance: Random) -> Record:
    return Record(reports=tuple(replace(one, headline=None, noise=(), outlet=None) for one in record.reports))


DAMAGES: tuple[Damage, ...] = (
    dropped_statements,
    moved_contents,
    moved_sources_and_cues,
    false_spans,
    empty_mentions,
    swapped_speakers,
    null_speakers,
    changed_kinds,
    merged_entities,
    split_entities,
    random_utterances,
    changed_reports,
    changed_events,
    changed_points,
    changed_conflicts,
    a_report_less,
    nothing_found,
)


@pytest.fixture
def story(shared: Path) -> Path:
    return shared / "gold" / "huawei"


@pytest.fixture
def figures_agree(story: Path, reference: Callable[[str], ModuleType], tmp_path: Path) -> Callable[[Record], None]:
    theirs = reference("gold/score.py")
    gold, texts = read_gold(story), read_texts(story)

    def agree(record: Record) -> None:
        (tmp_path / "record.json").write_bytes(encode(record))
        expected: dict[str, Any] = theirs.score(story, tmp_path / "record.json")
        ours = score.score(gold, texts, record)
        assert ours == expected
        assert list(ours) == list(expected)

    return agree


def test_gold_against_itself_gives_the_figures_of_the_reference(
    shared: Path,
    story: Path,
    reference: Callable[[str], ModuleType],
    as_record: Callable[[Path], Record],
    tmp_path: Path,
) -> None:
    script = shared / "gold" / "gold_as_record.py"
    written = subprocess.run([sys.executable, script, story], capture_output=True, check=True)
    (tmp_path / "record.json").write_bytes(written.stdout)
    expected = reference("gold/score.py").score(story, tmp_path / "record.json")
    assert score.score(read_gold(story), read_texts(story), as_record(story)) == expected
    assert expected["attributed statements F1"] == 1.0


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_record_gives_the_figures_of_the_reference(
    damage: Damage, story: Path, as_record: Callable[[Path], Record], figures_agree: Callable[[Record], None]
) -> None:
    whole = as_record(story)
    for seed in range(2):
        figures_agree(damage(whole, Random(seed)))


@pytest.mark.parametrize("seed", range(8))
def test_several_damages_at_once_give_the_figures_of_the_reference(
    seed: int, story: Path, as_record: Callable[[Path], Record], figures_agree: Callable[[Record], None]
) -> None:
    chance = Random(seed)
    record = as_record(story)
    for damage in chance.sample(DAMAGES[:-2], 6):
        record = damage(record, chance)
    figures_agree(record)


def test_the_faults_of_a_damaged_gold_story_are_as_many_as_the_reference_finds(
    shared: Path, story: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "story"
    (damaged / "reports").mkdir(parents=True)
    for path in sorted((story / "reports").glob("*.txt"))[:4]:
        (damaged / "reports" / path.name).write_bytes(path.read_bytes())
    gold = json.loads((story / "record.json").read_text(encoding="utf-8"))
    gold["statements"][0] |= {"act": "sing", "form": "loud", "speaker": "nobody", "cue": "not in any report"}
    gold["statements"] += [gold["statements"][1]] * 2
    gold["same_utterance"].append(["none"])
    gold["events"][0] |= {"type": "SING", "status": "sung", "agent": "nobody", "patient": "nobody"}
    gold["points"][0]["positions"][0] |= {"statement": "none", "stance": "loud"}
    (damaged / "record.json").write_text(json.dumps(gold), encoding="utf-8")
    script = shared / "gold" / "check_gold.py"
    expected = subprocess.run([sys.executable, script, damaged], capture_output=True, text=True).stdout.splitlines()
    assert len(check.faults(damaged)) == len(expected) - 1
    assert check.faults(story) == []


def _article_statements(number: int, article: polnear.Article) -> list[Statement]:
    report = f"{number:04}"

    def spans(ranges: tuple[polnear.Range, ...]) -> tuple[Span, ...]:
        return tuple(Span(report, start, end, article.text[start:end]) for start, end in ranges)

    return [
        Statement(
            id=f"{report}-{n}",
            report=report,
            content=spans(one.content),
            form="indirect",
            source=next(iter(spans(one.source)), None),
            cue=next(iter(spans(one.cue)), None),
            speaker=None,
            speaker_why=None,
            act="assert",
            mode="said" if n % 3 else "held",
            confidence=1.0,
        )
        for n, one in enumerate(article.attributions)
    ]


def _articles_record(articles: list[polnear.Article]) -> Record:
    reports = tuple(
        Report(
            id=f"{n:04}",
            file=f"{n:04}.txt",
            files=(f"{n:04}.txt",),
            sha256="",
            text_sha256="",
            text=one.text,
            language="en",
        )
        for n, one in enumerate(articles)
    )
    statements = (one for n, article in enumerate(articles) for one in _article_statements(n, article))
    return Record(reports=reports, statements=tuple(statements))


REFERENCE_NAMES = {
    "found F1 (content overlap >= 0.3)": "found F1",
    "content F1 (overlap >= 0.8)": "content F1",
}


def _printed(output: str) -> dict[str, str]:
    """Figures by our names, as the reference prints them: three decimals."""
    first, found, *rest = output.splitlines()
    attributions, statements = (part.split()[-1] for part in first.split(","))
    name, value, _, precision, _, recall = found.rsplit(maxsplit=5)
    rows = {"attributions": attributions, "statements": statements, name.strip(): value}
    rows |= {"found precision": precision, "found recall": recall}
    rows |= {name.strip(): value for name, value in (line.rsplit(maxsplit=1) for line in rest)}
    return {REFERENCE_NAMES.get(name, name): value for name, value in rows.items()}


@pytest.mark.parametrize(
    "damages", [(), (dropped_statements,), (moved_contents,), (moved_sources_and_cues,), (false_spans, moved_contents)]
)
def test_polnear_figures_are_those_of_the_reference(damages: tuple[Damage, ...], shared: Path, tmp_path: Path) -> None:
    lines = (shared / "benchmarks" / "polnear" / "dev.jsonl").read_bytes().splitlines(keepends=True)[:10]
    (tmp_path / "dev.jsonl").write_bytes(b"".join(lines))
    articles = polnear.read_articles(tmp_path / "dev.jsonl")
    record = _articles_record(articles)
    for damage in damages:
        record = damage(record, Random(7))
    (tmp_path / "record.json").write_bytes(encode(record))
    script = shared / "benchmarks" / "polnear" / "score_polnear.py"
    printed = subprocess.run(
        [sys.executable, script, tmp_path / "dev.jsonl", tmp_path / "record.json"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    ours = polnear.score(articles, record)
    shown = {name: str(value) if isinstance(value, int) else f"{value:.3f}" for name, value in ours.items()}
    assert shown == _printed(printed)
