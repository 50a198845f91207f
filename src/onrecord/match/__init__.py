"""match: what the reports say, taken together. `match(reports, findings, settings)` gives the `Record`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

import msgspec

from onrecord.match.accusers import with_accusers
from onrecord.match.affairs import affairs
from onrecord.match.conflicts import conflicts
from onrecord.match.constraints import Clash
from onrecord.match.copies import with_copies
from onrecord.match.dating import dated
from onrecord.match.descriptions import described
from onrecord.match.doers import of_named, with_doers
from onrecord.match.entities import Join, Merged, joined, merged, with_role_dates
from onrecord.match.events import told_events
from onrecord.match.freshness import is_one_affair
from onrecord.match.meanings import Meanings
from onrecord.match.news import news_of
from onrecord.match.occasions import occasions
from onrecord.match.outlets import with_outlets
from onrecord.match.points import points
from onrecord.match.readings import readings
from onrecord.match.retold import retold
from onrecord.match.shared import shared_events, shared_words
from onrecord.match.short_names import by_surname, short_names
from onrecord.match.speaking import further_dates, told_dates
from onrecord.match.spellings import spellings
from onrecord.match.utterances import utterances
from onrecord.model import Candidate, Conflict, Findings, Record, Report, Statement, Told, content_id
from onrecord.settings import Settings

__all__ = ["match"]


def match(reports: tuple[Report, ...], findings: tuple[Findings, ...], settings: Settings) -> Record:
    """The record of `reports`.

    Args:
        reports: in the order in which the record is to hold them.
        findings: what each report says, in the same order.
        settings: how alike two statements must be to report one utterance.
    """
    meanings = Meanings()
    entities, renamed, links = _merged(reports, findings, meanings)
    statements = tuple(_renamed(statement, renamed) for one in findings for statement in one.statements)
    statements, by_role = described(statements, entities)
    named = {one.id for one in entities if one.is_named}
    news = news_of(reports, findings, statements, named)
    alone = dated(reports, findings, entities)
    beside = told_dates(alone, findings, statements)
    told, same = utterances(alone.reports, beside, entities, settings, meanings)
    first = further_dates(alone, beside, told, news)
    mentions = with_doers(_mentions(findings, renamed), entities)
    happenings = [
        *shared_words(told, first, findings, {report.id: report.published for report in alone.reports}),
        *occasions(reports, findings),
        *shared_events(of_named(mentions, named), statements, reports, entities),
    ]
    if is_one_affair(len(reports), entities):
        people = {one.id for one in entities if one.type == "person"}
        happenings += retold(reports, findings, first, news, people)
    dating = dated(reports, findings, entities, happenings, alone.calendar)
    reports, copied = with_copies(dating.reports)
    statements = further_dates(dating, told_dates(dating, findings, statements), told, news)
    entities = with_role_dates(entities, {report.id: report.published for report in reports})
    happened, merged_events = told_events(reports, mentions, entities, dating.days, statements)
    groups = affairs(reports, entities, meanings)
    statements = with_accusers(statements, reports, entities, groups)
    clashes = tuple(_conflict(clash) for clash in dating.clashes if len({side.report for side in clash.sides}) > 1)
    return Record(
        reports=reports,
        entities=with_outlets(entities, reports),
        statements=statements,
        utterances=told,
        events=happened,
        points=points(reports, statements, told, groups, meanings),
        conflicts=(*clashes, *conflicts(reports, statements, entities, told, mentions, groups, meanings)),
        links=(*links, *by_role, *copied, *same, *merged_events),
    )


def _merged(reports: tuple[Report, ...], findings: tuple[Findings, ...], meanings: Meanings) -> Merged:
    """The entities across reports: by their names, and then by what the reports of one affair tell of them."""
    entities, renamed, links = merged(chain.from_iterable(one.entities for one in findings))
    groups = affairs(reports, by_surname(entities), meanings)
    known = _with((entities, renamed, links), readings(entities, groups))
    known = _with(known, spellings(known[0], groups))
    said = [_renamed(statement, known[1]) for one in findings for statement in one.statements]
    return _with(known, short_names(known[0], reports, said, groups))


def _with(known: Merged, joins: Iterable[Join]) -> Merged:
    """The entities with some of them joined to others."""
    entities, renamed, links = known
    found, again, further = joined(entities, joins)
    return found, {old: again[new] for old, new in renamed.items()}, (*links, *further)


def _conflict(clash: Clash) -> Conflict:
    """Words that contradict each other on a day, as a conflict of the record."""
    places = ((side.report, side.start, side.end) for side in clash.sides)
    return Conflict(content_id("conflict", "date", *chain.from_iterable(places)), clash.about, "date", clash.sides)


def _mentions(findings: tuple[Findings, ...], renamed: Mapping[str, str]) -> list[Told]:
    """All mentions of events with the ids that entities have across reports."""
    return [renamed_mention(one, renamed) for found in findings for one in found.events]


def renamed_mention(one: Told, renamed: Mapping[str, str]) -> Told:
    """A mention of an event with the ids that its parties have across reports."""
    agent, patient = (renamed[party] if party else None for party in (one.agent, one.patient))
    return msgspec.structs.replace(one, agent=agent, patient=patient if patient != agent else None)


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
