"""Points in dispute: what speakers take sides on, each with a wording from a statement, and who stands where.

The points of an affair are the groups of its statements that bear on one thing (`topics`). A point is worded as one of
them puts it (`propositions`), and each has the side of that one or the other (`siding`). No verdict is given: a point
says who says so and who denies it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from onrecord.match.groups import linked_by
from onrecord.match.meanings import Meanings
from onrecord.match.propositions import worded
from onrecord.match.siding import Side, sided
from onrecord.match.topics import Topic, topics
from onrecord.model import Point, Position, Report, Statement, Utterance, content_id


def points(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    utterances: Iterable[Utterance],
    groups: Iterable[Sequence[str]],
    meanings: Meanings,
) -> tuple[Point, ...]:
    """The points in dispute, those with most statements first, and every statement's stance on them.

    Args:
        reports: all.
        statements: of all reports, in their order.
        utterances: tellings of one act of speaking, which have one stance.
        groups: the ids of the reports of each affair.
        meanings: tells how near statements are.
    """
    said: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        said[one.report].append(one)
    together = linked_by(utterances)
    order = {one.id: n for n, one in enumerate(statements)}
    by_id = {report.id: report for report in reports}
    found: list[Point] = []
    for affair in groups:
        told = [one for report in affair for one in said[report]]
        known = {one.id: one for one in told}
        found += [
            _point(topic, meanings, known, together, order)
            for topic in topics(told, [by_id[one] for one in affair], meanings)
        ]
    return tuple(sorted(found, key=lambda one: (-len(one.positions), order[one.taken_from], one.id)))


def _spread(sides: Iterable[Side], said: Mapping[str, Statement], together: Mapping[str, Set[str]]) -> dict[str, Side]:
    """The sides by statement, with the other tellings of the same words, which have the same stance."""
    found = {side.statement.id: side for side in sides}
    for one, side in list(found.items()):
        for other in sorted(together.get(one, ())):
            if other in said:
                found.setdefault(other, Side(said[other], side.stance, "another telling of the same words"))
    return found


def _point(
    topic: Topic,
    meanings: Meanings,
    said: Mapping[str, Statement],
    together: Mapping[str, Set[str]],
    order: Mapping[str, int],
) -> Point:
    proposition = worded(topic.statements, meanings)
    sides = _spread(sided(*topic, proposition.statement), said, together)
    source = topic.statements[proposition.statement].id
    return Point(
        id=content_id("point", source),
        proposition=proposition.text,
        taken_from=source,
        positions=tuple(
            Position(one, sides[one].stance, sides[one].why) for one in sorted(sides, key=order.__getitem__)
        ),
    )
