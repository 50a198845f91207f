"""Points in dispute: what speakers take sides on, each with a wording from a statement, and who stands where.

The points of an affair are what somebody is blamed for and denies, the measures, dangers and motives that several
speakers take a stand on, and what else some say and others deny. Where these are few, and in small affairs, its points
are groups of statements that bear on one thing. A point is worded as the side puts it that says
so. No verdict is given: a point says who says so and who denies it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.match.camps import Camps
from onrecord.match.claims import claims
from onrecord.match.disputes import Side, by_report, disputes
from onrecord.match.gathered import gathered
from onrecord.match.meanings import Meanings
from onrecord.match.propositions import Worded
from onrecord.match.topics import Topic, common_topics, distinct, topics, with_others
from onrecord.match.turns import Turn, turns
from onrecord.model import Entity, Point, Position, Report, Statement, Utterance, content_id

_LARGE = 80
"""Statements from which the rules go first. In 68 stories of two real reports, of 18 to 80 statements, what is learned
on others has an F1 of positions of 0.38, the rules 0.26; in six affairs of 60 to 175 statements the rules have 0.34 and
what is learned 0.27, but four of these are affairs that the rules were made on: on the other two both have 0.21."""
_FEW = 5
"""Topics by rule below which a large affair is about something else: eight affairs with a record by hand have 5 to 10
points."""


def points(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    utterances: Iterable[Utterance],
    groups: Iterable[Sequence[str]],
    meanings: Meanings,
) -> tuple[Point, ...]:
    """The points in dispute, those with most statements first, and every statement's stance on them.

    Args:
        reports: all.
        statements: of all reports, in their order.
        entities: across reports.
        utterances: tellings of one act of speaking, which have one stance.
        groups: the ids of the reports of each affair.
        meanings: tells how near statements are.
    """
    camps = Camps(reports, statements, entities)
    said = by_report(turns(reports, statements, camps))
    together = _together(utterances)
    order = {one.id: n for n, one in enumerate(statements)}
    by_id = {report.id: report for report in reports}
    found = []
    for affair in groups:
        told = [turn for report in affair for turn in said.get(report, ())]
        known = {turn.statement.id: turn for turn in told}
        for topic in _topics(told, [by_id[one] for one in affair], camps, meanings):
            name = camps.name(topic.blamed) if topic.blamed else None
            worded = Worded(topic, name, meanings)
            found.append(_point(worded, _spread(topic.sides, known, together), order))
    return tuple(sorted(found, key=lambda one: (-len(one.positions), order[one.taken_from], one.id)))


def _topics(told: Sequence[Turn], reports: Sequence[Report], camps: Camps, meanings: Meanings) -> Sequence[Topic]:
    """What is in dispute in an affair: by rule in a large one or a single report, else by what is learned."""
    found = tuple(_by_rule(told, camps, meanings))
    if len(reports) > 1 and (len(told) < _LARGE or len(found) < _FEW):
        return tuple(gathered(told, reports, camps, meanings)) or found
    return found


def _by_rule(told: Sequence[Turn], camps: Camps, meanings: Meanings) -> Iterator[Topic]:
    found = list(common_topics(told))
    for dispute in disputes(told, camps, meanings):
        found += topics(dispute, told, meanings)
    found = with_others(distinct(found), told, meanings)
    yield from found
    taken = {side.turn.statement.id for topic in found for side in topic.sides}
    yield from claims(told, taken, meanings)


def _together(utterances: Iterable[Utterance]) -> dict[str, tuple[str, ...]]:
    """The other tellings of each statement."""
    found: dict[str, tuple[str, ...]] = {}
    for utterance in utterances:
        for one in utterance.statements:
            found[one] = (*found.get(one, ()), *utterance.statements)
    return found


def _spread(sides: Iterable[Side], said: Mapping[str, Turn], together: Mapping[str, Sequence[str]]) -> dict[str, Side]:
    """The sides by statement, with the other tellings of the same words, which have the same stance."""
    found = {side.turn.statement.id: side for side in sides}
    for one, side in list(found.items()):
        for other in together.get(one, ()):
            if other in said:
                found.setdefault(other, Side(said[other], side.stance, "another telling of the same words"))
    return found


def _point(worded: Worded, sides: Mapping[str, Side], order: Mapping[str, int]) -> Point:
    topic, source = worded.topic, worded.source.turn.statement.id
    return Point(
        id=content_id("point", topic.blamed or "", topic.kind, source),
        proposition=worded.proposition,
        taken_from=source,
        positions=tuple(
            Position(one, sides[one].stance, sides[one].why) for one in sorted(sides, key=order.__getitem__)
        ),
    )
