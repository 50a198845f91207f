"""Statements: attributions with everything that one report says of them, and the entities that speak in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.find.acts import act_of, settled
from onrecord.find.addressees import addressee
from onrecord.find.attributions import Attributed, antecedents, attributed
from onrecord.find.carried import carried, speaking
from onrecord.find.confidence import confidence
from onrecord.find.doubled import retyped
from onrecord.find.echoes import echoed
from onrecord.find.events import Finder, events
from onrecord.find.heads import is_several
from onrecord.find.joined import Joined
from onrecord.find.moments import moment
from onrecord.find.name import Named
from onrecord.find.passage import Paragraph, without
from onrecord.find.phrases import Range, head_word
from onrecord.find.posts import LONGEST_DAY, SIGNED
from onrecord.find.relays import occasion, relays
from onrecord.find.scene import Speaker
from onrecord.find.speakers import Speakers
from onrecord.find.stretch import Attribution
from onrecord.find.times import Telling
from onrecord.find.twice import once
from onrecord.find.words import words
from onrecord.model import (
    Candidate,
    Entity,
    EntityType,
    Findings,
    Form,
    Mention,
    Report,
    Role,
    Span,
    Statement,
    Time,
    entity_id,
    statement_id,
)

_BEGINNINGS = ("since ", "night of ", "morning of ", "afternoon of ", "evening of ", "hours of ")
"""What stands before a time that is no limit."""
_APPOINTS = "for "
"""What stands before a time to come for which something is called or set: "a meeting for tomorrow"."""


def findings(report: Report) -> Findings:
    """What one report says."""
    joined = Joined(report)
    found, finder = with_finder(joined.report)
    told, nameless = events(finder)
    named = [one for one in found.entities if one.is_named]
    return joined.told(msgspec.structs.replace(found, events=told, entities=_in_order([*named, *nameless])))


def with_finder(report: Report) -> tuple[Findings, Finder]:
    """What one report says, its events left out, and what finds those."""
    report = retyped(report)
    read = attributed(report)
    weighed = antecedents(report, read)
    writing = _Writing(report, read)
    found = writing.findings(Speakers(report.text, read.named, read.sentences, weighed))
    ids = [entity_id(writing.first_mention(named)) for named in read.named]
    return found, Finder(report, read, weighed, ids, found.statements, writing.all_times(), found.entities)


class _Writing:
    """Turns attributions and names of one report into the nouns of the record."""

    def __init__(self, report: Report, read: Attributed) -> None:
        self.report = report
        self.read = read
        self.body = read.body
        self.named = read.named
        self.starts = [paragraph.start for paragraph in read.body]
        self.telling = Telling(report.id, report.text)
        self.around: dict[Range, tuple[Range | None, list[Range]]] = {}

    def findings(self, speakers: Speakers) -> Findings:
        entities = {n: self._entity(one) for n, one in enumerate(self.named)}
        unnamed: dict[Range, Entity] = {}
        statements = []
        spoken = [(one, speakers.of(one)) for one in self.read.attributions]
        heard = echoed(self.report.text, spoken)
        for one, speaker in zip(self.read.attributions, heard, strict=True):
            entity = entities[speaker.named].id if speaker.named is not None else None
            if speaker.unnamed is not None:
                known = unnamed.setdefault(speaker.unnamed, self._unnamed(speaker.unnamed))
                entity = known.id
            statements.append(self._statement(one, speaker, entity, entities))
        return Findings(
            report=self.report.id,
            entities=_in_order([*entities.values(), *unnamed.values()]),
            statements=_placed(
                carried(
                    self.report.text,
                    once(
                        settled(
                            self.read.plain, self.read.reading, statements, [one.act for one in self.read.attributions]
                        )
                    ),
                    self._told_to(entities),
                )
            ),
            times=tuple(time for found in self._times() for time in found),
            quoted_times=tuple(self._quoted_times()),
        )

    def _told_to(self, entities: dict[int, Entity]) -> dict[str, list[Span]]:
        """The outlets to which some are told to be speaking, by the entity's id."""
        told: dict[str, list[Span]] = {}
        for n, outlet in speaking(self.report.text, self.read.sentences, self.named):
            told.setdefault(entities[n].id, []).append(self.report.span(*outlet))
        return told

    def _times(self) -> Iterator[list[Time]]:
        """The times that the report tells in its own words, paragraph by paragraph: none inside quotation marks."""
        for paragraph in self.body:
            quoted = [(quotation.start, quotation.end) for quotation in paragraph.quotations]
            for start, end in without(paragraph.start, paragraph.end, quoted):
                yield self.telling.times(start, end)

    def _quoted_times(self) -> Iterator[Time]:
        for paragraph in self.body:
            for quotation in paragraph.quotations:
                yield from self.telling.times(quotation.start, quotation.end)

    def _when(self, one: Attribution, sentence: Range) -> Span | None:
        """The one time beside a reporting verb, in its sentence but not in what is said; or the day that signs a
        post."""
        if one.rule == SIGNED and one.source:
            signed = self.telling.times(one.source[1], one.source[1] + LONGEST_DAY)
            return self.report.span(signed[0].start, signed[0].end) if signed else None
        if one.rule.startswith(("noun", "passive", "alleged", "read noun")):
            return None
        time = moment(self.report.text, self.telling.times(*sentence), one.cue, one.content) if one.cue else None
        return self.report.span(time.start, time.end) if time else None

    def all_times(self) -> list[Time]:
        """Every time in the report on which something may have happened, also inside what is said.

        "Since Tuesday" is such a time, unlike other limits: what has been so since then began then; so is "the night of
        4 March".
        """
        text = self.report.text
        found = (time for one in self.body for time in self.telling.expressions(one.start, one.end))
        return [time for time in found if time.use != "limit" or text.endswith(_begins(time), 0, time.start)]

    def first_mention(self, named: Named) -> Mention:
        """The mention by which the entity of one named has its id."""
        name = named.names[0]
        return self._mention(name.start, name.end, name.name_start)

    def _entity(self, named: Named) -> Entity:
        mentions = tuple(self._mention(name.start, name.end, name.name_start) for name in named.names)
        told = [self.report.span(*role) for role in named.roles]
        roles = tuple(Role(span.text.strip(), None, None, span) for span in told)
        return Entity(id=entity_id(mentions[0]), name=named.label, type=named.kind, mentions=mentions, roles=roles)

    def _mention(self, start: int, end: int, name_start: int) -> Mention:
        span = self.report.span(start, end)
        return Mention(span.report, span.start, span.end, span.text, (name_start, end))

    def _unnamed(self, source: Range) -> Entity:
        mention = self._mention(*source, source[0])
        found = words(self.report.text, *source)
        are_more = is_several(head_word(found)) or any(word.low == "and" for word in found)
        kind: EntityType = "group" if are_more else "unnamed"
        return Entity(id=entity_id(mention), name=mention.text, type=kind, mentions=(mention,))

    def _statement(
        self, one: Attribution, speaker: Speaker, entity: str | None, entities: dict[int, Entity]
    ) -> Statement:
        content = tuple(self.report.span(*self._unmarked(*part)) for part in one.content)
        cue = self.report.span(*one.cue) if one.cue else None
        sentence = self._sentence(one)
        if sentence not in self.around:
            self.around[sentence] = occasion(self.report.text, sentence), relays(self.report.text, sentence)
        where, passed_on = self.around[sentence]
        listener = addressee(self.report.text, one.cue, self.named) if one.cue else None
        return Statement(
            id=statement_id(self.report.id, content, cue, one.mode),
            report=self.report.id,
            content=content,
            form=self._form(one),
            source=self.report.span(*one.source) if one.source else None,
            cue=cue,
            speaker=entity,
            speaker_why=speaker.why,
            candidates=tuple(Candidate(entities[n].id, share) for n, share in speaker.candidates),
            to=entities[listener].id if listener is not None else None,
            act=act_of(" ".join(part.text for part in content), one.act, self._form(one)),
            mode=one.mode,
            when=self._when(one, sentence),
            occasion=self.report.span(*where) if where and not self._within(where, one) else None,
            relayed_by=tuple(self.report.span(*relay) for relay in passed_on if not self._within(relay, one)),
            confidence=confidence(one.rule, one.chance),
        )

    def _unmarked(self, start: int, end: int) -> Range:
        """A part of content without the comma or quotation marks at its ends."""
        text = self.report.text
        while end - start > 1 and text[end - 1] in ", \u00a0\t":
            end -= 1
        if (
            text[start] in '“"'
            and text[end - 1] in '”"'
            and not any(mark in text[start + 1 : end - 1] for mark in '“”"')
        ):
            return start + 1, end - 1
        return start, end

    def _form(self, one: Attribution) -> Form:
        """Direct if all is quoted, mixed if some is, indirect if none is."""
        if one.rule.startswith("quotation"):
            return "direct"
        at = one.content[0][0]
        paragraph = self._paragraph(at)
        around = paragraph.quotation_at(at)
        if around in self.read.quotations and around.inner_start <= at < around.inner_end:
            return "indirect"  # somebody else's words inside a quotation
        inside = [q for part in one.content for q in paragraph.quotations_over(*part)]
        if inside and all(inside[0].start <= start and end <= inside[0].end for start, end in one.content):
            return "direct"
        return "mixed" if inside else "indirect"

    def _sentence(self, one: Attribution) -> Range:
        """The sentence of the cue, or of the content where there is no cue."""
        at = one.cue[0] if one.cue else one.content[0][0]
        paragraph = self._paragraph(at)
        sentence = paragraph.sentence_at(at)
        return (sentence.start, sentence.end) if sentence else (paragraph.start, paragraph.end)

    def _paragraph(self, at: int) -> Paragraph:
        return self.body[max(bisect_right(self.starts, at) - 1, 0)]

    def _within(self, stretch: Range, one: Attribution) -> bool:
        return any(start <= stretch[0] and stretch[1] <= end for start, end in one.content)


def _begins(time: Time) -> tuple[str, ...]:
    """What stands before a time that is no limit; a day to come is none behind "for"."""
    return (*_BEGINNINGS, _APPOINTS) if time.ahead and time.kind == "days" else _BEGINNINGS


def _in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities by their first mentions."""
    return tuple(sorted(entities, key=lambda one: (one.mentions[0].start, one.mentions[0].end)))


def _placed(statements: list[Statement]) -> tuple[Statement, ...]:
    """Each statement with the smallest other one in whose content it stands."""

    def holds(outer: Statement, inner: Statement) -> bool:
        at = inner.cue or inner.content[0]
        return any(part.start <= at.start and at.end <= part.end for part in outer.content)

    starts = sorted((part.start, part.end, n) for n, one in enumerate(statements) for part in one.content)
    placed, open_, following = list(statements), list[tuple[int, int]](), 0
    for at, n in sorted((one.content[0].start, n) for n, one in enumerate(statements)):
        inner = statements[n]
        while following < len(starts) and starts[following][0] <= at:
            open_.append(starts[following][1:])
            following += 1
        open_ = [(end, k) for end, k in open_ if end > at]
        stop = inner.content[-1].end
        wider = sorted({k for end, k in open_ if end >= stop})
        around = [
            statements[k] for k in wider if statements[k].content != inner.content and holds(statements[k], inner)
        ]
        smallest = min(around, key=lambda outer: sum(part.end - part.start for part in outer.content), default=None)
        placed[n] = msgspec.structs.replace(inner, inside=smallest.id) if smallest else inner
    return tuple(placed)
