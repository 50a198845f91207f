"""The pages of lists: reports, people, utterances, dates, doubts, what was searched for, corrections, and the overview.

Every function takes the parts of a record and what the address says, and reads only what its page needs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Literal
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from onrecord.days import Days, days_of
from onrecord.keep import Page, Parts
from onrecord.model import Correction, Record, Span
from onrecord.show.acts import ACTS
from onrecord.show.cards import all_cards, report_title, retold
from onrecord.show.corrections import note
from onrecord.show.dates import long_date
from onrecord.show.facts import why_nobody
from onrecord.show.happened import happened, parties
from onrecord.show.lookup import Lookup, outlet, report_name, role
from onrecord.show.timeline import entries, picture
from onrecord.show.web.addresses import FEW, HOMES, SIZE, View, exactly, pages
from onrecord.show.web.items import cards_of
from onrecord.show.web.zoom import Zoom, zoom
from onrecord.show.web.zoom import address as zoomed

TOP = 12
"""Speakers of the overview."""
MOST_MONTHS = 400
"""Months of the timeline that are drawn: the latest."""
MOST_DRAWN = 300
"""Statements and events of one picture; where there are more, it shows those of the page."""


def overview(parts: Parts) -> View:
    """What the record holds, and who speaks most."""
    heard, _ = parts.people(1, TOP)
    entities = parts.items("entities", [one.entity for one in heard])
    acts, unread = parts.acts(), parts.unread()
    content = {
        "counts": parts.counts(),
        "doubts": parts.doubts(1, 1).total,
        "acts": ACTS,
        "by_act": [(act, acts[act]) for act in ACTS if act in acts],
        "heard": [(one, entities[one.entity], role(entities[one.entity])) for one in heard if one.statements],
        "period": " – ".join(dict.fromkeys(map(long_date, parts.published() or ()))),
        "unread": unread,
    }
    return View("overview", content, Record(entities=tuple(entities.values()), unread=unread))


def reports(parts: Parts, page: int) -> View:
    """The reports, with how many statements each has."""
    found = parts.reports(page, SIZE // 2)
    items = parts.items("reports", found.ids)
    counts = parts.statement_counts(found.ids)
    rows = [
        (items[one], report_title(items[one]), outlet(items[one]), long_date(items[one].published), counts.get(one, 0))
        for one in found.ids
    ]
    place = pages(found.number, found.total, SIZE // 2)
    return View("reports", {"rows": rows}, Record(reports=tuple(items.values())), place)


def people(parts: Parts, page: int, named: str) -> View:
    """Who speaks or is named."""
    heard, found = parts.people(page, SIZE, named)
    entities = parts.items("entities", found.ids, ("mentions",))
    rows = [(one, entities[one.entity], role(entities[one.entity])) for one in heard]
    whole = parts.items("entities", found.ids)
    place = pages(found.number, found.total, SIZE, named=named)
    return View("people", {"rows": rows, "named": named}, Record(entities=tuple(whole.values())), place)


def utterances(parts: Parts, page: int) -> View:
    """What is told more than once: the fullest telling, and where the others differ from it."""
    found = parts.utterances(page, FEW)
    told = parts.items("utterances", found.ids)
    part = parts.around([one.statements[0] for one in told.values() if one.statements])
    lookup = Lookup(replace(part, utterances=tuple(told.values())))
    members = {one for each in told.values() for one in each.statements}
    statements = tuple(one for one in part.statements if one.id in members)
    shown = list(zip(_with_two(told.values()), retold(lookup, all_cards(lookup)), strict=True))
    record = Record(utterances=tuple(told.values()), statements=statements)
    return View("utterances", {"told": shown}, record, pages(found.number, found.total, FEW))


def _with_two(told: Iterable[Any]) -> list[str]:
    return [one.id for one in told if len(one.statements) > 1]


def timeline(parts: Parts, page: int, first: str, last: str, undated: bool) -> View:
    """What was said by date, from a day (`from`) to a day (`to`); or what has no date."""
    months, counts = parts.months(), parts.counts()
    shown = None if undated else zoom(first, last, _extent(months))
    found = parts.undated(page, SIZE) if undated else parts.dated(page, SIZE, first, last)
    part = parts.around(found.ids)
    lookup = Lookup(part)
    chosen = [lookup.statements[one] for one in found.ids]
    content = {
        "entries": entries(lookup, chosen),
        "by_id": {card.statement.id: card for card in all_cards(lookup).values()},
        "months": [(one, long_date(one), count) for one, count in months][-MOST_MONTHS:],
        "most": max((count for _, count in months), default=1),
        "zoom": shown,
        "zoomed": zoomed,
        "narrowed": bool(first or last),
        "first": shown.days.first if shown else "",
        "last": shown.days.last if shown else "",
        "undated": undated,
        "without": counts.statements - counts.dated,
        **(_drawn(parts, found, (first, last), shown) if shown else {"picture": None}),
    }
    given = {"from": first, "to": last, "undated": "true" if undated else ""}
    place = pages(found.number, found.total, SIZE, **given)
    return View("timeline", content, Record(statements=tuple(chosen)), place)


def _drawn(parts: Parts, found: Page, asked: tuple[str, str], shown: Zoom) -> dict[str, Any]:
    """The picture: of all that is asked for where that has room, else of the page; and what happened meanwhile."""
    all_of_it = found.total <= MOST_DRAWN
    drawn = parts.dated(1, MOST_DRAWN, *asked) if all_of_it else found
    done = parts.happened_within(1, MOST_DRAWN, *asked)
    events = parts.items("events", done.ids if all_of_it and done.total <= MOST_DRAWN else ())
    papers = {mention.report for one in events.values() for mention in one.mentions}
    part = parts.around(drawn.ids)
    more = parts.items("reports", papers - {one.id for one in part.reports}, ("text", "noise"))
    named = parts.items("entities", {one.agent for one in events.values() if one.agent}, ("mentions",))
    everybody = {one.id: one for one in (*part.entities, *named.values())}
    reports = (*part.reports, *more.values())
    whole = replace(part, reports=reports, entities=tuple(everybody.values()), events=tuple(events.values()))
    lookup = Lookup(whole)
    chosen = [lookup.statements[one] for one in drawn.ids]
    return {
        "picture": picture(lookup, chosen, happened(whole), shown.days),
        "report_titles": {one.id: report_name(one) for one in reports},
        "of_page": not all_of_it,
    }


def _extent(months: tuple[tuple[str, int], ...]) -> Days | None:
    """The days of the months that have statements; none where no month can be read."""
    days = [found for one, _ in months if (found := days_of(one))]
    return Days(min(one.first for one in days), max(one.last for one in days)) if days else None


def doubts(parts: Parts, page: int) -> View:
    """What needs a human eye: open speakers, weak findings, and corrections that have lost their place."""
    found = parts.doubts(page, FEW * 2)
    lookup = Lookup(parts.around(found.ids))
    rows = [
        (card, why_nobody(lookup, card.statement) if card.speaker is None else "")
        for card in cards_of(lookup, found.ids)
    ]
    lost = parts.items("corrections", parts.corrections(1, SIZE, "lost").ids)
    content = {"rows": rows, "lost": [note(lookup, one) for one in lost.values()]}
    statements = tuple(lookup.statements[one] for one in found.ids)
    record = Record(statements=statements, corrections=tuple(lost.values()))
    return View("doubts", content, record, pages(found.number, found.total, FEW * 2))


def search(parts: Parts, q: str, by: Literal["words", "meaning"], page: int) -> View:
    """Statements and reports that have the words, or statements that mean nearly the same."""
    how_near: dict[str, float] = {}
    if by == "meaning":
        found, how_near = parts.near(q, page, FEW * 2)
    else:
        found = parts.found(q, page, FEW * 2)
    lookup = Lookup(parts.around(found.ids))
    about = parts.reports_about(q, FEW) if by == "words" and found.number == 1 else ()
    papers = parts.items("reports", [one for one, _ in about], ("text", "noise"))
    content = {
        "q": q,
        "by": by,
        "near": how_near,
        "can": by == "words" or parts.has_meanings(),
        "ways": [(one, "/search?" + urlencode({"q": q, "by": one})) for one in ("words", "meaning")],
        "rows": cards_of(lookup, found.ids),
        "papers": [(papers[one], report_name(papers[one]), around, _snippet(one, around)) for one, around in about],
    }
    statements = tuple(lookup.statements[one] for one in found.ids)
    place = pages(found.number, found.total, FEW * 2, q=q, by="" if by == "words" else by)
    return View("search", content, Record(statements=statements), place)


def _snippet(report: str, around: str) -> str:
    """The address of the words in the middle of a snippet, which are together in the report."""
    longest = max(around.split(" … "), key=len)
    return exactly(Span(report, 0, 0, " ".join(longest.split("\n")[0].split()[:12])))


def corrections(parts: Parts, page: int) -> View:
    """What people have corrected, the latest first."""
    found = parts.corrections(page, SIZE)
    made = parts.items("corrections", found.ids)
    lookup = _naming(parts, made.values())
    rows = [(note(lookup, made[one]), _home(parts, made[one])) for one in found.ids]
    content = {"rows": rows, "differing": parts.differing(1, 1)[1].total}
    record = Record(corrections=tuple(made[each] for each in found.ids))
    return View("corrections", content, record, pages(found.number, found.total, SIZE))


def differences(parts: Parts, page: int) -> View:
    """Where two people who corrected the record differ."""
    pairs, found = parts.differing(page, FEW)
    both = {one.id: one for pair in pairs for one in pair}
    lookup = _naming(parts, both.values())
    rows = [
        (note(lookup, later).item, _home(parts, later), (note(lookup, later), note(lookup, earlier)))
        for later, earlier in pairs
    ]
    record = Record(corrections=tuple(both.values()))
    return View("differences", {"rows": rows}, record, pages(found.number, found.total, FEW))


def _naming(parts: Parts, made: Collection[Correction]) -> Lookup:
    """What the corrections name, so that they can be put in words."""
    named = {one for each in made for one in (each.old, each.new, each.machine, each.applies_to) if one}
    targets = parts.items("corrections", {one.target for one in made})
    entities = parts.items("entities", named, ("mentions", "roles"))
    every = {**targets, **{one.id: one for one in made}}
    return Lookup(Record(entities=tuple(entities.values()), corrections=tuple(every.values())))


def _home(parts: Parts, one: Correction) -> str:
    """The address of what was corrected; empty where it is not shown."""
    shown = one.applies_to and one.kind in HOMES and parts.kind_of(one.applies_to) == one.kind
    return f"{HOMES[one.kind]}{quote(one.applies_to or '')}" if shown else ""


def events(parts: Parts, page: int) -> View:
    """What happened by date, who did it to whom, and in how many reports it is told."""
    found = parts.happened(page, SIZE)
    known = parts.items("events", found.ids)
    items = [known[one] for one in found.ids]
    named = {party for one in items for party in (one.agent, one.patient) if party}
    entities = parts.items("entities", named, ("mentions",))
    papers = parts.items("reports", {m.report for one in items for m in one.mentions}, ("text", "noise"))
    lookup = Lookup(Record(reports=tuple(papers.values()), entities=tuple(entities.values()), events=tuple(items)))
    rows = [(one, parties(lookup, one.event), lookup.place(one.event.what)) for one in happened(lookup.record)]
    return View("events", {"rows": rows}, Record(events=tuple(items)), pages(found.number, found.total, SIZE))
