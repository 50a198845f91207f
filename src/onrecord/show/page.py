"""The record as one HTML page that needs nothing else: no network, no script. The one door to jinja2.

Words of reports enter the page as escaped text only. The template's output depends on the record alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord import __version__
from onrecord.days import days_of
from onrecord.model import Record
from onrecord.show.acts import ACTS, shown_act
from onrecord.show.cards import Voice, all_cards, articles, report_title, retold, voices
from onrecord.show.clashes import clashes
from onrecord.show.dates import long_date
from onrecord.show.escapes import escape as written_out
from onrecord.show.escapes import is_unseen, one_line
from onrecord.show.happened import Happened, happened, parties, source_count
from onrecord.show.lookup import Lookup, counted, listed, of_these_independent, words
from onrecord.show.matrix import matrix
from onrecord.show.standings import standings
from onrecord.show.timeline import Entry, colour_key, picture

MOST_POINTS = 25
"""Columns of the table of who stands where."""
_NOT_PLAIN = re.compile(r"[^\w\n\t -~]")


def page(record: Record, *, excerpts: bool = False) -> bytes:
    """The page, in UTF-8. The same record gives the same bytes.

    Args:
        record: what is shown.
        excerpts: show of each report only the sentences that its statements stand in, and not the rest of its text.
    """
    lookup = Lookup(record)
    cards, speakers, events = all_cards(lookup), tuple(voices(lookup)), happened(record)
    by_id = {card.statement.id: card for card in cards.values()}
    points = standings(lookup, record.points, by_id)
    in_order = [one.point for _, group in points for one in group]
    content = {
        "title": _title(speakers),
        "standfirst": _standfirst(record, speakers),
        "period": _period(record),
        "acts": ACTS,
        "cards": cards,
        "by_id": by_id,
        "voices": speakers,
        "heard": sum(one.entity is not None for one in speakers),
        "picture": picture(lookup, record.statements, events),
        "events": events,
        "lookup": lookup,
        "retold": tuple(retold(lookup, cards)),
        "points": points,
        "point_count": len(in_order),
        "matrix": matrix(lookup, in_order[:MOST_POINTS]),
        "conflicts": tuple((one, clashes(lookup, one, only_statements=excerpts)) for one in record.conflicts),
        "articles": tuple(articles(lookup, cards, only_excerpts=excerpts)),
        "excerpts": excerpts,
        "unread": record.unread,
        "report_titles": {report.id: report_title(report) for report in record.reports},
        "format": record.format,
        "version": __version__,
    }
    addresses = {
        "to": lambda one: f"#statement-{one.id}",
        "paper": lambda report: f"#report-{report}",
        "deed": lambda event: f"#event-{event.id}",
    }
    return rendered("page.html.j2", content | addresses)


def rendered(template: str, content: Mapping[str, Any]) -> bytes:
    """A template of this folder with its content, in UTF-8."""
    return _environment().get_template(template).render(content).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "exact": exact,
        "line": one_line,
        "words": words,
        "date": long_date,
        "counted": counted,
        "mark_label": _mark_label,
        "colour_key": colour_key,
        "parties": parties,
        "source_count": source_count,
    }
    return environment


def exact(text: str) -> Markup:
    """`text` as HTML that a browser reads back as the same characters; those that nobody would see are named.

    A line feed alone needs no care; a carriage return would be read as a line feed if it were not written as a number.
    Two characters cannot be in HTML at all, NUL and half a surrogate pair: U+FFFD stands in their place, one for one.
    """
    return Markup(_NOT_PLAIN.sub(lambda match: _exact(match[0]), escape(text)))


def _exact(character: str) -> str:
    if character == "\r":
        return "&#13;"
    if not is_unseen(character):
        return character
    inside = "\N{REPLACEMENT CHARACTER}" if character == "\0" or "\ud800" <= character <= "\udfff" else character
    return Markup('<span class="unseen" data-code="{}">{}</span>').format(written_out(character), inside)


def _title(voices: Sequence[Voice]) -> str:
    names = [voice.name for voice in voices if voice.entity]
    named = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} others"]
    return f"On the record: {listed(named)}" if names else "On the record"


def _standfirst(record: Record, voices: Sequence[Voice]) -> str:
    speakers = sum(voice.entity is not None for voice in voices)
    return (
        f"{counted(len(record.statements), 'statement')} by {counted(speakers, 'speaker')} "
        f"in {counted(len(record.reports), 'report')}"
        + (f", {few}" if (few := of_these_independent(record.reports)) else "")
    )


def _period(record: Record) -> str:
    """The first and last day on which a report appeared, and how many have no date; empty where none has one."""
    spans = [span for report in record.reports if (span := days_of(report.published))]
    if not spans:
        return ""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    undated = len(record.reports) - len(spans)
    rest = f"; {counted(undated, 'report')} without a date" if undated else ""
    return long_date(f"{first.isoformat()}/{last.isoformat()}") + rest


def _mark_label(entry: Entry | Happened, name: str) -> str:
    """What a mark of the timeline says to those who point at it or hear it."""
    if isinstance(entry, Happened):
        what = f"{one_line(entry.event.what.text)} ({entry.event.status})"
        return f"{long_date(entry.date)}: {what}. Told by {source_count(entry)}."
    retold = f" Told {entry.told}." if entry.told else ""
    return f"{long_date(entry.date)}: {name} {shown_act(entry.statement.act)}: {words(entry.statement)}{retold}"
