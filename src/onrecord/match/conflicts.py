"""Places where the reports of one affair disagree, told apart from updates. No verdict: a conflict shows both sides.

Its kinds: "number", "date", "place", "role" (who did it), "outcome" (whether it happened), "wording".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.match.affairs import affairs
from onrecord.match.event_conflicts import event_conflicts
from onrecord.match.meanings import Meanings
from onrecord.match.number_conflicts import number_conflicts
from onrecord.match.wording_conflicts import wording_conflicts
from onrecord.model import Conflict, Entity, Report, Span, Statement, Told, Utterance, content_id

Found = tuple[str, str, tuple[Span, ...]]


def conflicts(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    utterances: Sequence[Utterance],
    told: Sequence[Told],
) -> tuple[Conflict, ...]:
    """The disagreements, in the order of the reports in which they are met first.

    Args:
        reports: all, dated as far as known.
        statements: of all reports.
        entities: across reports.
        utterances: tellings of one act of speaking.
        told: the mentions of events, with the ids that entities have across reports.
    """
    meanings = Meanings()
    found: dict[tuple[str, tuple[Span, ...]], Conflict] = {}
    for affair in affairs(reports, entities):
        members = [report for report in reports if report.id in set(affair)]
        if len(members) > 1:
            for about, kind, sides in _in_affair(members, statements, entities, utterances, told, meanings):
                unique = tuple(dict.fromkeys(sides))
                ranges = (f"{side.report}:{side.start}-{side.end}" for side in unique)
                found.setdefault((kind, unique), Conflict(content_id("conflict", kind, about, *ranges), about, kind, unique))
    place = {report.id: n for n, report in enumerate(reports)}
    return tuple(sorted(found.values(), key=lambda one: (place[one.sides[0].report], one.sides[0].start, one.id)))


def _in_affair(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    utterances: Sequence[Utterance],
    told: Sequence[Told],
    meanings: Meanings,
) -> Iterator[Found]:
    known = {report.id for report in reports}
    yield from event_conflicts(reports, told, entities, meanings)
    yield from number_conflicts(reports, meanings)
    yield from wording_conflicts(
        reports, [one for one in statements if one.report in known], utterances, entities, meanings
    )
