"""The faults of a gold story: strings that are in no report, ids of nothing, values that do not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from onrecord.bench.gold import Gold, Quoted, locate, read_gold, read_texts
from onrecord.model import EVENT_TYPES, Act, Form, Stance, Status


def faults(folder: Path) -> list[str]:
    """Everything that is wrong with the gold story in `folder`, one line each; none means that it can be scored.

    Raises:
        MissingInput: there is no `record.json`.
        MalformedInput: its form is not that of a gold story, so that nothing can be looked up.
    """
    gold, texts = read_gold(folder), read_texts(folder)
    wrong = ["reports differ from the files"] if set(gold.reports) != set(texts) else []
    for where, report, quoted in quotations(gold):
        if report not in texts or locate(texts[report], quoted) is None:
            wrong.append(f"{where}: not in {report}: {quoted!r}")
    return [*wrong, *_wrong_ids(gold), *_wrong_values(gold)]


def quotations(gold: Gold) -> Iterator[tuple[str, str, Quoted]]:
    """Every string that must be in a report: where it stands in the gold story, the report, the string."""
    for stem, report in gold.reports.items():
        for quoted in (report.headline, report.outlet, *report.noise):
            if quoted:
                yield f"report {stem}", stem, quoted
    told = [(item.id, item.mentions) for item in gold.entities] + [(item.id, item.mentions) for item in gold.events]
    for where, mentions in told:
        for stem, names in mentions.items():
            yield from ((where, stem, name) for name in names)
    for one in gold.statements:
        parts = [*one.content, one.source, one.cue, *one.relayed_by]
        yield from ((one.id, one.report, part) for part in parts if part)
    for conflict in gold.conflicts:
        yield from ((f"conflict {conflict.about}", side.report, side.text) for side in conflict.sides)


def _wrong_ids(gold: Gold) -> Iterator[str]:
    entities = {entity.id for entity in gold.entities}
    statements = Counter(one.id for one in gold.statements)
    for identifier, times in statements.items():
        yield from [f"twice: {identifier}"] * (times - 1)
    for one in gold.statements:
        yield from _unknown(one.id, "speaker", [one.speaker], entities)
    for event in gold.events:
        yield from _unknown(event.id, "party", [event.agent, event.patient], entities)
    for group in gold.same_utterance:
        yield from _unknown("same_utterance", "statement", group, statements)
    for point in gold.points:
        for position in point.positions:
            # One line a position, as a wrong id and a wrong stance in it are found and mended together.
            if position.statement not in statements or position.stance not in get_args(Stance):
                yield f"{point.id}: position {position.statement} {position.stance}"


def _wrong_values(gold: Gold) -> Iterator[str]:
    for one in gold.statements:
        yield from _unknown(one.id, "act", [one.act], get_args(Act))
        yield from _unknown(one.id, "form", [one.form], get_args(Form))
    for event in gold.events:
        yield from _unknown(event.id, "type", [event.type], EVENT_TYPES)
        yield from _unknown(event.id, "status", [event.status], get_args(Status))


def _unknown(where: str, what: str, values: Iterable[str | None], known: Iterable[str]) -> Iterator[str]:
    allowed = set(known)
    return (f"{where}: {what} {value}" for value in values if value is not None and value not in allowed)
