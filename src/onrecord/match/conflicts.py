"""Places where the reports of one affair disagree, told apart from updates. No verdict: a conflict shows both sides.

Its kinds: "number", "date", "place", "role" (who did it), "outcome" (whether it happened), "wording".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from onrecord.match.age_conflicts import age_conflicts
from onrecord.match.event_conflicts import event_conflicts
from onrecord.match.figure_conflicts import figure_conflicts
from onrecord.match.groups import linked_by
from onrecord.match.meanings import Meanings
from onrecord.match.number_conflicts import number_conflicts
from onrecord.match.speaker_conflicts import speaker_conflicts
from onrecord.match.wording_conflicts import wording_conflicts
from onrecord.model import Conflict, Entity, Mention, Report, Span, Statement, Told, Utterance, content_id

Found = tuple[str, str, Sequence[Span]]
"""What a conflict is about, its kind, and its sides."""


def conflicts(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    utterances: Sequence[Utterance],
    told: Sequence[Told],
    groups: Iterable[Sequence[str]],
    meanings: Meanings,
) -> tuple[Conflict, ...]:
    """The disagreements, in the order of the reports in which they are met first.

    Args:
        reports: all, dated as far as known.
        statements: of all reports.
        entities: across reports.
        utterances: tellings of one act of speaking.
        told: the mentions of events, with the ids that entities have across reports.
        groups: the ids of the reports of each affair.
        meanings: tells how near sentences are.
    """
    known = {report.id: report for report in reports}
    said, happened = defaultdict[str, list[Statement]](list), defaultdict[str, list[Told]](list)
    for statement in statements:
        said[statement.report].append(statement)
    for one in told:
        happened[one.mention.report].append(one)
    by_id, linked = {one.id: one for one in entities}, linked_by(utterances)
    named = defaultdict[str, dict[str, list[Mention]]](dict)
    for entity in entities:
        for mention in entity.mentions:
            named[mention.report].setdefault(entity.id, []).append(mention)
    found: dict[str, Conflict] = {}
    for group in groups:
        if len(group) > 1:
            members = [known[report] for report in group]
            here = [mention for report in group for mention in happened[report]]
            words = [one for report in group for one in said[report]]
            here_named = _named_here([named[report] for report in group], by_id)
            for about, kind, sides in _joined(
                chain(
                    event_conflicts(members, here, here_named, meanings),
                    number_conflicts(members, meanings),
                    figure_conflicts(members, here_named, meanings),
                    age_conflicts(members, here_named.values()),
                    speaker_conflicts(members, words, by_id),
                    wording_conflicts(members, words, linked, by_id, meanings),
                )
            ):
                conflict = _conflict(about, kind, sides)
                found.setdefault(conflict.id, conflict)
    place = {report.id: n for n, report in enumerate(reports)}
    return tuple(sorted(found.values(), key=lambda one: (place[one.sides[0].report], one.sides[0].start, one.id)))


def _joined(found: Iterable[Found]) -> Iterator[Found]:
    """One conflict for all of a kind that have words in common: every report that tells the thing is a side of it,
    and none is shown twice. It is about what the one with the most sides is about."""
    ranked = sorted(found, key=lambda one: -len(one[2]))
    at: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)  # by kind and report: sides, with their group
    groups: list[list[int]] = []
    group_of: list[int] = []
    for n, (_, kind, sides) in enumerate(ranked):
        touched = {group_of[m] for side in sides for other, m in at[kind, side.report] if _overlap(side, other)}
        members = [n, *(m for group in sorted(touched) for m in groups[group])]
        group_of.append(len(groups))
        for m in members:
            group_of[m] = len(groups)
        groups.append(members)
        for side in sides:
            at[kind, side.report].append((side, n))
    for group in sorted(set(group_of)):
        about, kind, _ = ranked[min(groups[group])]
        yield about, kind, tuple(side for m in sorted(groups[group]) for side in ranked[m][2])


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _named_here(named: Sequence[Mapping[str, Sequence[Mention]]], by_id: Mapping[str, Entity]) -> dict[str, Entity]:
    """The entities of an affair with their mentions in it alone: a name that all news has is not gone through again for
    each affair."""
    found = defaultdict[str, list[Mention]](list)
    for report in named:
        for key, mentions in report.items():
            found[key] += mentions
    in_order = {key: sorted(those, key=lambda one: (one.report, one.start, one.end)) for key, those in found.items()}
    return {key: msgspec.structs.replace(by_id[key], mentions=tuple(those)) for key, those in in_order.items()}


def _conflict(about: str, kind: str, sides: Sequence[Span]) -> Conflict:
    unique = tuple(dict.fromkeys(sides))
    ranges = (f"{side.report}:{side.start}-{side.end}" for side in unique)
    return Conflict(content_id("conflict", kind, *ranges), about, kind, unique)
