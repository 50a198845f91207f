"""A record as it is scored: its spans as characters of the reports it was built from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

import msgspec

from onrecord.bench.letters import letters
from onrecord.bench.measures import united
from onrecord.bench.story import Characters, Story, StoryEntity, StoryEvent, StoryReport, StoryStatement, story_entity
from onrecord.errors import MalformedInput
from onrecord.model import Entity, Event, Record, Report, Span, Statement


def record_story(record: Record, texts: Mapping[str, str]) -> Story:
    """A record as it is scored; `texts` are the story's reports by file stem.

    Only statements of mode "said" count: what is merely held is no statement in gold.

    Raises:
        MalformedInput: two reports have one file stem, or two statements one id.
    """
    look = _Look(texts, report_stems(record))
    _refuse_twice("statements", [one.id for one in record.statements])
    return Story(
        reports={look.stems[one.id]: look.report(one) for one in record.reports},
        entities={one.id: look.entity(one) for one in record.entities},
        statements={one.id: look.statement(one) for one in record.statements if one.mode == "said"},
        utterances=tuple(frozenset(one.statements) for one in record.utterances),
        events={one.id: look.event(one) for one in record.events},
        points=tuple({position.statement: position.stance for position in one.positions} for one in record.points),
        conflicts=tuple(tuple(look.at(side) for side in one.sides) for one in record.conflicts),
    )


def spans_that_differ(record: Record, texts: Mapping[str, str]) -> int:
    """How many of the scored spans are not, character for character, what stands there in `texts`. Only 0 is right.

    A mention that differs counts three times (twice where it has no letter), since a mention is read for what it
    covers, for whether it ends anywhere and for where. The figure is kept so to stay comparable with earlier ones.
    """
    look = _Look(texts, report_stems(record))
    mentions = [mention for entity in record.entities for mention in entity.mentions]
    again = sum(look.differs(mention) * (2 if look.at(mention) else 1) for mention in mentions)
    return again + sum(map(look.differs, [*mentions, *_scored_spans(record)]))


def report_stems(record: Record) -> dict[str, str]:
    """The stem of each report's file name, by the report's id.

    Raises:
        MalformedInput: two reports have the same.
    """
    stems = {report.id: PurePosixPath(report.file).stem for report in record.reports}
    _refuse_twice("reports", list(stems.values()))
    return stems


def _scored_spans(record: Record) -> Iterator[Span]:
    """The spans that the figures are computed from, those of entities left out."""
    for report in record.reports:
        yield from (span for span in (report.headline, *report.noise) if span)
    for one in record.statements:
        if one.mode == "said":
            yield from (span for span in (*one.content, one.source, one.cue) if span)
    for event in record.events:
        yield from event.mentions
    for conflict in record.conflicts:
        yield from conflict.sides


def _refuse_twice(what: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise MalformedInput(
            f"the record's {what}", f"{', '.join(twice)} occurs more than once", "Give each a name of its own"
        )


class _Look(msgspec.Struct, frozen=True):
    """Looks spans up in the reports; a span of a report that is not in the story covers nothing and differs."""

    texts: Mapping[str, str]
    stems: Mapping[str, str]

    def text(self, span: Span) -> str:
        return self.texts.get(self.stems.get(span.report, ""), "")

    def differs(self, span: Span) -> bool:
        text = self.text(span)
        return text[span.start : span.end] != span.text or span.end > len(text)

    def at(self, span: Span | None) -> Characters:
        if span is None:
            return frozenset()
        stem = self.stems.get(span.report, "")
        return frozenset((stem, i) for i in letters(self.text(span), span.start, span.end))

    def all(self, spans: Iterable[Span]) -> Characters:
        return united(map(self.at, spans))

    def report(self, one: Report) -> StoryReport:
        return StoryReport(
            headline=self.at(one.headline),
            noise=self.all(one.noise),
            outlet=one.outlet.text if isinstance(one.outlet, Span) else one.outlet,
            published=frozenset({one.published}),
            dated=bool(one.published),
        )

    def entity(self, one: Entity) -> StoryEntity:
        names = [one.name, *(mention.text for mention in one.mentions)]
        return story_entity(map(self.at, one.mentions), names, one.type)

    def statement(self, one: Statement) -> StoryStatement:
        return StoryStatement(
            content=self.all(one.content),
            source=self.at(one.source),
            cue=self.at(one.cue),
            speaker=one.speaker,
            act=one.act,
            form=one.form,
            said_on=frozenset({one.said_on}),
            relayed_by=frozenset(span.text.casefold() for span in one.relayed_by),
        )

    def event(self, one: Event) -> StoryEvent:
        return StoryEvent(
            mentions=self.all(one.mentions),
            type=one.type,
            status=one.status,
            agent=one.agent,
            patient=one.patient,
            date=frozenset({one.date}),
        )
