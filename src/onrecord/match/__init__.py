"""match: what the reports say, taken together. `match(reports, findings, settings)` gives the `Record`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

import msgspec

from onrecord.match.constraints import Clash
from onrecord.match.dating import dated
from onrecord.match.descriptions import described
from onrecord.match.entities import merged, with_role_dates
from onrecord.match.happenings import happenings
from onrecord.match.occasions import occasions
from onrecord.match.speaking import further_dates, told_dates
from onrecord.match.utterances import utterances
from onrecord.model import Candidate, Conflict, Findings, Record, Report, Statement, content_id
from onrecord.settings import Settings

__all__ = ["match"]


def match(reports: tuple[Report, ...], findings: tuple[Findings, ...], settings: Settings) -> Record:
    """The record of `reports`.

    Args:
        reports: in the order in which the record is to hold them.
        findings: what each report says, in the same order.
        settings: how alike two statements must be to report one utterance.
    """
    entities, renamed, links = merged(chain.from_iterable(one.entities for one in findings))
    statements = tuple(_renamed(statement, renamed) for one in findings for statement in one.statements)
    statements, by_role = described(statements, entities)
    named = {one.id for one in entities if one.type not in ("unnamed", "group")}
    alone = dated(reports, findings, entities)
    told, same = utterances(
        told_dates(alone, findings, statements), named, _in_headlines(reports, statements), settings
    )
    first = further_dates(alone, told_dates(alone, findings, statements), told, named)
    dating = dated(reports, findings, entities, [*happenings(told, first, findings), *occasions(reports, findings)])
    reports = dating.reports
    statements = further_dates(dating, told_dates(dating, findings, statements), told, named)
    entities = with_role_dates(entities, {report.id: report.published for report in reports})
    return Record(
        reports=reports,
        entities=entities,
        statements=statements,
        utterances=told,
        conflicts=tuple(_conflict(clash) for clash in dating.clashes if clash.sides),
        links=(*links, *by_role, *same),
    )


def _conflict(clash: Clash) -> Conflict:
    """Words that contradict each other on a day, as a conflict of the record."""
    places = ((side.report, side.start, side.end) for side in clash.sides)
    return Conflict(content_id("conflict", "date", *chain.from_iterable(places)), clash.about, "date", clash.sides)


def _renamed(statement: Statement, renamed: Mapping[str, str]) -> Statement:
    """The statement with the ids that its speaker, listener and candidates have across reports."""
    chances: dict[str, float] = {}
    for one in statement.candidates:
        chances[renamed[one.entity]] = chances.get(renamed[one.entity], 0.0) + one.score
    likely = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    return msgspec.structs.replace(
        statement,
        speaker=renamed.get(statement.speaker) if statement.speaker else None,
        to=renamed.get(statement.to) if statement.to else None,
        candidates=tuple(Candidate(entity, round(min(score, 1.0), 2)) for entity, score in likely),
    )


def _in_headlines(reports: tuple[Report, ...], statements: tuple[Statement, ...]) -> set[str]:
    """Ids of the statements whose words stand in the headline of their report."""
    heads = {report.id: report.headline for report in reports if report.headline is not None}
    return {
        one.id
        for one in statements
        if (head := heads.get(one.report)) is not None and head.start <= one.content[0].start < head.end
    }
