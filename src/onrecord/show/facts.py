"""What is recorded of one statement, and of a whole record, as named lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.match.sentence_ends import ends
from onrecord.model import Record, Report, Span, Statement
from onrecord.show.acts import shown_act
from onrecord.show.corrections import notes
from onrecord.show.dates import UNKNOWN, plain_date
from onrecord.show.escapes import one_line, visible
from onrecord.show.lookup import Lookup, counted, listed, of_these_independent, outlet

AROUND = 160
"""Characters shown of the report on each side of a statement, at most."""


class Fact(msgspec.Struct, frozen=True):
    """One thing that is recorded: its name, its text in pieces, some of them lit, and its place in the report."""

    name: str
    value: tuple[tuple[str, bool], ...]
    place: str = ""


def of_statement(lookup: Lookup, one: Statement) -> Iterator[Fact]:
    """Everything about a statement; what is not known is said to be so."""
    for number, part in enumerate(one.content):
        yield _placed(lookup, "" if number else "words", part)
    yield Fact("in the report", tuple(_around(lookup.report(one).text, one)))
    yield _placed(lookup, "source", one.source) if one.source else _plain("source", "none in the text")
    yield _placed(lookup, "cue", one.cue) if one.cue else _plain("cue", "none in the text")
    yield from _speaking(lookup, one)
    yield from _saying(lookup, one)
    yield from _published(lookup.report(one))
    for number, correction in enumerate(notes(lookup, one.id)):
        yield _plain("" if number else "corrected", correction.line)
    yield _plain("id", one.id)


def _speaking(lookup: Lookup, one: Statement) -> Iterator[Fact]:
    known = lookup.speaker(one) is not None
    yield _plain("speaker", lookup.speaker_name(one))
    yield _plain("why", one_line(one.speaker_why or "–") if known else why_nobody(lookup, one))
    if one.to:
        yield _plain("to", lookup.name(one.to) or one.to)


def _saying(lookup: Lookup, one: Statement) -> Iterator[Fact]:
    yield _plain("act", f"{shown_act(one.act)}, {one.form}, {one.mode}")
    yield _plain("said on", plain_date(one.said_on) if one.said_on else UNKNOWN)
    if one.said_on_why:
        yield _plain("dated by", one.said_on_why)
    if one.occasion:
        yield _placed(lookup, "occasion", one.occasion)
    for span in one.relayed_by:
        yield _placed(lookup, "relayed by", span)
    if one.inside:
        yield _plain("inside", f"statement {one.inside}")
    yield _plain("confidence", f"{one.confidence:.2f}")


def _published(report: Report) -> Iterator[Fact]:
    parts = (outlet(report), one_line(report.headline.text) if report.headline else None, one_line(report.file))
    yield _plain("report", " · ".join(part for part in parts if part))
    known = plain_date(report.published) if report.published else UNKNOWN
    basis = (known, report.published_basis, one_line(report.published_why or ""))
    yield _plain("published", "; ".join(part for part in basis if part))


def _plain(name: str, value: str) -> Fact:
    return Fact(name, ((visible(value), False),))


def _placed(lookup: Lookup, name: str, span: Span) -> Fact:
    return Fact(name, ((one_line(span.text), False),), lookup.place(span))


def why_nobody(lookup: Lookup, one: Statement) -> str:
    """Why the statement's speaker is not known, and who it may be."""
    why = one_line(one.speaker_why or "no reason is recorded")
    maybe = [f"{lookup.name(who.entity)} ({who.score:.2f})" for who in one.candidates if lookup.name(who.entity)]
    return f"{why}; perhaps {listed(maybe)}" if maybe else why


def _around(text: str, one: Statement) -> Iterator[tuple[str, bool]]:
    """The sentence that the statement stands in, its parts lit; an ellipsis where it goes on too far."""
    spans = sorted(one.content, key=lambda part: part.start)
    at, is_whole = _before(text, spans[0].start)
    yield "" if is_whole else "… ", False
    for part in spans:
        yield _inner(text[at : part.start]), False
        yield _inner(text[max(at, part.start) : part.end]), True
        at = max(at, part.end)
    end, is_whole = _after(text, spans[-1].start, at)
    yield f"{_inner(text[at:end]).rstrip()}{'' if is_whole else ' …'}", False


def _before(text: str, start: int) -> tuple[int, bool]:
    """Where the sentence begins that leads to `start`, not too far back, and whether that is its beginning."""
    least = max(0, start - AROUND)
    begins = [end.next for end in ends(text, least, start)]
    if begins or least == 0:
        return max(begins, default=0), True
    return text.find(" ", least, start) + 1 or start, False


def _after(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the sentence ends that goes on at `end`, not too far on, and whether that is its end."""
    most = min(len(text), end + AROUND)
    stop = next((found.next for found in ends(text, start, most) if found.next > end), None)
    if stop is not None or most == len(text):
        return len(text[: stop or most].rstrip()), True
    blank = text.rfind(" ", end, most)
    return (blank if blank >= 0 else end), False


def _inner(text: str) -> str:
    """`text` on one line, but with the blanks at its ends, where it is joined to its neighbours."""
    return visible(" ".join(f"·{text}·".split()))[1:-1]


def of_record(record: Record, name: str) -> str:
    """What a record holds, in one sentence."""
    speakers = {one.speaker for one in record.statements if one.speaker}
    few = of_these_independent(record.reports)
    copies = f" ({few})" if few else ""
    head = f"{visible(name)}: {counted(len(record.reports), 'report')} read{copies}, {len(record.unread):,} not read"
    if not record.statements:
        where = "it" if len(record.reports) == 1 else "them"
        happened = f"; what happened is: {counted(len(record.events), 'event')}" if record.events else ""
        return f"{head}. Nobody was found to say anything in {where}{happened}."
    retold = f", {counted(len(record.utterances), 'utterance')} told more than once" if record.utterances else ""
    return f"{head}, {counted(len(record.statements), 'statement')} by {counted(len(speakers), 'speaker')}{retold}."
