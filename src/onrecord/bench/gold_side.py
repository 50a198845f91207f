"""A gold story as it is scored: its quoted strings looked up in the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import UNSET, UnsetType

from onrecord.bench.gold import Gold, GoldEntity, GoldEvent, GoldReport, GoldStatement, Mentions, Quoted, place
from onrecord.bench.letters import letters
from onrecord.bench.measures import united
from onrecord.bench.story import (
    Characters,
    Dates,
    Story,
    StoryEntity,
    StoryEvent,
    StoryReport,
    StoryStatement,
    story_entity,
)


def gold_story(gold: Gold, texts: Mapping[str, str]) -> Story:
    """Gold as it is scored; `texts` are the reports by file stem.

    Raises:
        MalformedInput: a string is not in its report.
    """
    look = _Look(texts)
    return Story(
        reports={stem: look.report(stem, one) for stem, one in gold.reports.items()},
        entities={one.id: look.entity(one) for one in gold.entities},
        statements={one.id: look.statement(one) for one in gold.statements},
        utterances=tuple(frozenset(group) for group in gold.same_utterance),
        events={one.id: look.event(one) for one in gold.events},
        points=tuple({position.statement: position.stance for position in point.positions} for point in gold.points),
        conflicts=tuple(tuple(look.at(side.report, side.text) for side in one.sides) for one in gold.conflicts),
    )


class _Look(msgspec.Struct, frozen=True):
    """Looks strings up in the reports."""

    texts: Mapping[str, str]

    def at(self, stem: str, quoted: Quoted | None) -> Characters:
        if not quoted:
            return frozenset()
        start, end = place(self.texts, stem, quoted)
        return frozenset((stem, i) for i in letters(self.texts[stem], start, end))

    def all(self, stem: str, several: Iterable[Quoted]) -> Characters:
        return united(self.at(stem, quoted) for quoted in several)

    def report(self, stem: str, one: GoldReport) -> StoryReport:
        return StoryReport(
            headline=self.at(stem, one.headline),
            noise=self.all(stem, one.noise),
            # An outlet given as the n-th of several like strings is not scored, as only its name is compared.
            outlet=one.outlet if isinstance(one.outlet, str) else None,
            published=_right(one.published, one.forced_published),
            dated=bool(one.published),
        )

    def entity(self, one: GoldEntity) -> StoryEntity:
        places = [self.at(stem, quoted) for stem, quoted in _each(one.mentions)]
        strings = [quoted if isinstance(quoted, str) else quoted.text for _, quoted in _each(one.mentions)]
        return story_entity(places, [one.name, *strings], one.type)

    def statement(self, one: GoldStatement) -> StoryStatement:
        return StoryStatement(
            content=self.all(one.report, one.content),
            source=self.at(one.report, one.source),
            cue=self.at(one.report, one.cue),
            speaker=one.speaker,
            act=one.act,
            form=one.form,
            said_on=_right(one.said_on, one.forced_said_on),
            relayed_by=frozenset(outlet.casefold() for outlet in one.relayed_by if isinstance(outlet, str)),
        )

    def event(self, one: GoldEvent) -> StoryEvent:
        return StoryEvent(
            mentions=united(self.at(stem, quoted) for stem, quoted in _each(one.mentions)),
            type=one.type,
            status=one.status,
            agent=one.agent,
            patient=one.patient,
            date=_right(one.date, one.forced_date),
        )


def _each(mentions: Mentions) -> Iterator[tuple[str, Quoted]]:
    return ((stem, quoted) for stem, several in mentions.items() for quoted in several)


def _right(true: str | None, forced: str | UnsetType | None) -> Dates:
    """What counts as right: the true date, and what the reports' own words force, perhaps nothing (None)."""
    return frozenset({true} if forced is UNSET else {true, forced})
