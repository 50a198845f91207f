"""A record while it is being corrected: items by id, and the ways between them that a change must mend."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from onrecord.keep.places import Spans, Statements, all_placed
from onrecord.model import Candidate, Correction, Entity, Link, Mention, Record, Span, Statement

LISTS = {
    "statement": "statements",
    "entity": "entities",
    "utterance": "utterances",
    "event": "events",
    "point": "points",
    "conflict": "conflicts",
}
"""The kinds of item that can be corrected, each with its list."""


class Draft:
    """The items of a machine's reading, to be changed one after the other."""

    def __init__(self, machine: Record) -> None:
        self.machine = machine
        self.texts = {report.id: report.text for report in machine.reports}
        self.items: dict[str, dict[str, Any]] = {
            kind: {item.id: item for item in getattr(machine, name)} for kind, name in LISTS.items()
        }
        self.links: list[Link] = []
        self.read = Statements(machine.statements, self.texts)
        self._places: dict[str, dict[tuple[int, int], str]] | None = None
        self._uses: dict[str, set[str]] | None = None

    @property
    def statements(self) -> dict[str, Statement]:
        """The statements by id."""
        return self.items["statement"]

    @property
    def entities(self) -> dict[str, Entity]:
        """The entities by id."""
        return self.items["entity"]

    def record(self, corrections: tuple[Correction, ...]) -> Record:
        """The record as it is now."""
        known = {*self.entities, *self.statements, *(item.id for item in self.machine.entities)}
        links = [link for link in self.links if link.a in known and link.b in known]
        lists = {name: tuple(self.items[kind].values()) for kind, name in LISTS.items()}
        return replace(self.machine, **lists, links=(*self.machine.links, *links), corrections=corrections)

    # ---- who stands where ------------------------------------------------------------------------------------

    def entity_at(self, spans: Spans, wanted: str | None = None) -> str | None:
        """The entity that is named by most of these words; among equals that with the id `wanted`, then the first."""
        votes: Counter[str] = Counter()
        for span in all_placed(spans, self.texts):
            votes.update({self._named_at(span)[place] for place in self._named_at(span)})
        if not spans and wanted in self.entities:
            return wanted
        return min(votes, key=lambda one: (-votes[one], one != wanted, one), default=None)

    def _named_at(self, span: Span) -> dict[tuple[int, int], str]:
        """The mentions that overlap a span; where one has its very limits, that alone."""
        places = self._holders().get(span.report, {})
        if (span.start, span.end) in places:
            return {(span.start, span.end): places[span.start, span.end]}
        return {place: one for place, one in places.items() if place[0] < span.end and span.start < place[1]}

    def _holders(self) -> dict[str, dict[tuple[int, int], str]]:
        """The entity of each mention, by report and place."""
        if self._places is None:
            self._places = defaultdict(dict)
            for entity in self.entities.values():
                self.hold(entity.mentions, entity.id)
        return self._places

    def hold(self, mentions: Iterable[Mention], entity: str | None) -> None:
        """From now on the mentions are those of `entity`, or nobody's."""
        places = self._holders()
        for mention in mentions:
            if entity is None:
                places[mention.report].pop((mention.start, mention.end), None)
            else:
                places[mention.report][mention.start, mention.end] = entity

    def uses(self, entity: str) -> list[str]:
        """The ids of the statements that name the entity as speaker, listener or candidate, in order of id."""
        if self._uses is None:
            self._uses = defaultdict(set)
            for one in self.statements.values():
                for named in _named(one):
                    self._uses[named].add(one.id)
        return sorted(one for one in self._uses.get(entity, ()) if one in self.statements)

    # ---- changing --------------------------------------------------------------------------------------------

    def put(self, statement: Statement) -> None:
        """The statement in the place of the one with its id."""
        self.statements[statement.id] = statement
        if self._uses is not None:
            for named in _named(statement):
                self._uses[named].add(statement.id)

    def rename(self, old: str, new: str | None, among: Iterable[str] | None = None) -> None:
        """Statements (all, or those `among`) and events that name the entity `old` name `new` instead, or nobody."""
        for one in self.uses(old) if among is None else among:
            self.put(_renamed(self.statements[one], old, new))
        if among is None:
            for event in self.items["event"].values():
                agent, patient = (new if each == old else each for each in (event.agent, event.patient))
                self.items["event"][event.id] = replace(event, agent=agent, patient=patient)

    def link(self, kind: str, a: str, b: str, same: bool, correction: Correction) -> None:
        """Put down that a person holds two items to be one, or not to be."""
        low, high = sorted((a, b))
        self.links.append(Link(kind, low, high, float(same), reason(correction), "person"))


def reason(correction: Correction) -> str:
    """Who says so, and why."""
    return f"{correction.by}: {correction.why}" if correction.why else f"{correction.by} says so"


def _named(statement: Statement) -> Iterator[str]:
    yield from (one for one in (statement.speaker, statement.to) if one)
    yield from (candidate.entity for candidate in statement.candidates)


def _renamed(statement: Statement, old: str, new: str | None) -> Statement:
    chances: dict[str, float] = {}
    for one in statement.candidates:
        named = new if one.entity == old else one.entity
        if named is not None:
            chances[named] = min(1.0, chances.get(named, 0.0) + one.score)
    in_order = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    likely = tuple(Candidate(entity, round(score, 2)) for entity, score in in_order)
    speaker, to = (new if each == old else each for each in (statement.speaker, statement.to))
    return msgspec.structs.replace(statement, speaker=speaker, to=to, candidates=likely)
