"""What the page shows of a record, ready for its template: cards, voices, tellings and articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.model import Entity, Report, Statement
from onrecord.show.acts import ACTS
from onrecord.show.corrections import Note, notes
from onrecord.show.dates import long_date
from onrecord.show.differences import Piece, differences, shared
from onrecord.show.escapes import one_line
from onrecord.show.excerpts import excerpts
from onrecord.show.lookup import Lookup, listed, outlet, report_name, role, told_in, words
from onrecord.show.segments import Passage, passages, segments
from onrecord.show.statements import by_speaker
from onrecord.show.timeline import Entry, entries

REWORDED = 0.4
"""Below this share of characters in common, marks for single words would confuse: the telling is called reworded."""
OPENING = 90
"""Characters of its opening that stand for the title of a report without a headline."""


class Card(msgspec.Struct, frozen=True):
    """What is shown beside the text of a statement; `number` is its place on the page."""

    number: int
    statement: Statement
    speaker: str | None
    verb: str
    when: str
    outlet: str | None
    place: str
    to: str | None
    why: str
    candidates: tuple[str, ...]
    relayed_by: str
    twins: tuple[tuple[int, Statement, str], ...]
    """Number, statement and report of each other telling of the same utterance."""
    notes: tuple[Note, ...]
    """What people have corrected of it."""


class Article(msgspec.Struct, frozen=True):
    """One report with everything that is shown of it."""

    report: Report
    title: str
    is_titled: bool
    """Whether the title has to stand over the passages, because it does not stand in them."""
    outlet: str | None
    when: str
    passages: tuple[Passage, ...]
    files: tuple[str, ...]
    count: int


class Voice(msgspec.Struct, frozen=True):
    """A speaker in the overview, with how often each act occurs and each act of speaking once."""

    entity: Entity | None
    name: str
    role: str | None
    acts: tuple[tuple[str, int], ...]
    count: int
    entries: tuple[Entry, ...]


class Telling(msgspec.Struct, frozen=True):
    """One telling of an utterance, cut where it differs from the fullest one; whole if few words are the same."""

    card: Card
    report: str
    pieces: tuple[Piece, ...]
    reworded: bool
    told: str
    """In how many reports the utterance is told; empty where it is in one alone."""


def all_cards(lookup: Lookup) -> dict[int, Card]:
    """The card of each statement by its number; numbers go through the reports in their order."""
    rank = {report.id: at for at, report in enumerate(lookup.record.reports)}
    in_order = sorted(
        lookup.record.statements,
        key=lambda one: (rank[one.report], min(part.start for part in one.content), lookup.rank[one.id]),
    )
    numbers = {statement.id: number for number, statement in enumerate(in_order, start=1)}
    return {number: _card(lookup, statement, numbers) for number, statement in enumerate(in_order, start=1)}


def _card(lookup: Lookup, statement: Statement, numbers: dict[str, int]) -> Card:
    speaker = lookup.speaker(statement)
    return Card(
        number=numbers[statement.id],
        statement=statement,
        speaker=one_line(speaker.name) if speaker else None,
        verb=ACTS[statement.act][0],
        when=long_date(statement.said_on),
        outlet=outlet(lookup.report(statement)),
        place=lookup.statement_place(statement),
        to=lookup.name(statement.to),
        why=one_line(statement.speaker_why or ""),
        candidates=tuple(name for one in statement.candidates if (name := lookup.name(one.entity))),
        relayed_by=listed(one_line(span.text) for span in statement.relayed_by),
        twins=tuple((numbers[t.id], t, report_name(lookup.report(t))) for t in lookup.twins(statement)),
        notes=notes(lookup, statement.id),
    )


def articles(lookup: Lookup, cards: Mapping[int, Card], *, only_excerpts: bool = False) -> Iterator[Article]:
    """Every report of the record with its text in passages; only the sentences of its statements, where that is asked.

    Of a report without statements no excerpt is left.
    """
    own: dict[str, list[tuple[int, Statement]]] = {report.id: [] for report in lookup.record.reports}
    for number, card in cards.items():
        own[card.statement.report].append((number, card.statement))
    for report in lookup.record.reports:
        yield article(report, own[report.id], only_excerpts=only_excerpts)


def article(report: Report, own: Sequence[tuple[int, Statement]], *, only_excerpts: bool = False) -> Article:
    """The report with its text in passages; `own` are its statements, each with its number on the page."""
    shown = excerpts(report, own) if only_excerpts else passages(report, own)
    return Article(
        report=report,
        title=report_title(report),
        is_titled=only_excerpts and not _has_headline(report, shown),
        outlet=outlet(report),
        when=long_date(report.published),
        passages=shown,
        files=tuple(one_line(file) for file in report.files),
        count=len(own),
    )


def _has_headline(report: Report, shown: Sequence[Passage]) -> bool:
    """Whether the passages have the whole headline."""
    length = sum(one.end - one.start for passage in shown for one in passage.segments if one.headline)
    return report.headline is not None and length == report.headline.end - report.headline.start


def report_title(report: Report) -> str:
    """The headline; where there is none, how the report opens."""
    if report.headline:
        return one_line(report.headline.text)
    opening = one_line("".join(one.text for one in segments(report, ()) if not one.noise)[: 5 * OPENING])
    return f"{opening[:OPENING].rsplit(' ', 1)[0]} …" if len(opening) > OPENING else opening or one_line(report.file)


def voices(lookup: Lookup) -> Iterator[Voice]:
    """The speakers of the record, the most quoted first, the unknown ones last."""
    for group in by_speaker(lookup, lookup.record.statements):
        acts = Counter(statement.act for statement in group.statements)
        yield Voice(
            entity=group.entity,
            name=one_line(group.entity.name) if group.entity else "Speaker not known",
            role=role(group.entity) if group.entity else None,
            acts=tuple((act, acts[act]) for act in ACTS if acts[act]),
            count=len(group.statements),
            entries=entries(lookup, group.statements),
        )


def retold(lookup: Lookup, cards: Mapping[int, Card]) -> Iterator[tuple[Telling, ...]]:
    """The tellings of each utterance, the fullest first, the others compared with it."""
    by_id = {card.statement.id: card for card in cards.values()}
    for utterance in lookup.record.utterances:
        members = [by_id[one] for one in utterance.statements if one in by_id]
        if len(members) < 2:
            continue
        fullest, *others = sorted(members, key=lambda card: (-len(words(card.statement)), card.number))
        told = told_in(list({card.statement.report: lookup.report(card.statement) for card in members}.values()))
        yield tuple(_telling(lookup, fullest, one, told) for one in (fullest, *others))


def _telling(lookup: Lookup, fullest: Card, card: Card, told: str) -> Telling:
    both = differences(words(fullest.statement), words(card.statement))
    reworded = both is None or shared(both[1]) < REWORDED
    pieces = both[1] if both and not reworded else (Piece(words(card.statement), True),)
    return Telling(card, report_name(lookup.report(card.statement)), pieces, reworded, told)
