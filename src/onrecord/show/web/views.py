"""What each page of the browser shows: the name of its template, its content, and the same as a part of `onrecord/1`.

Every function takes the parts of a record and what the address says, and reads only what its page needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from onrecord.errors import UnknownId
from onrecord.keep import Parts
from onrecord.model import Event, Record, Span, Statement
from onrecord.show.cards import ACTS, REWORDED, Card, all_cards, article, report_title, retold
from onrecord.show.corrections import note, notes
from onrecord.show.dates import long_date
from onrecord.show.differences import Piece, differences, shared
from onrecord.show.escapes import one_line
from onrecord.show.facts import of_statement, why_nobody
from onrecord.show.lookup import Lookup, outlet, report_name, role, words
from onrecord.show.timeline import entries, picture

SIZE = 100
"""Items of a page of a list: about as much as one scrolls through."""
FEW = 25
"""Items of a page whose items are long."""
TOP = 12
"""Speakers of the overview."""
MOST_DRAWN = 400
"""Reports of an entity that are listed, and months of the timeline that are drawn."""


class View(NamedTuple):
    """A page: its template, what the template shows, and the items of the record that are on it."""

    template: str
    content: dict[str, Any]
    record: Record
    pages: Pages | None = None


class Pages(NamedTuple):
    """Where a page stands in its list, and the addresses around it, without what the list is filtered by."""

    number: int
    last: int
    total: int
    given: tuple[tuple[str, str], ...] = ()

    def query(self, number: int) -> str:
        """The end of the address of another page of the list."""
        return "?" + urlencode([*self.given, ("page", str(number))])


def pages(number: int, total: int, size: int, **given: str) -> Pages:
    """The place of a page in a list of `total` items; `given` are further parts of its address."""
    return Pages(number, max(1, -(-total // size)), total, tuple((k, v) for k, v in given.items() if v))


# ---- addresses ---------------------------------------------------------------------------------------------------


def to(statement: Statement) -> str:
    """The address of a statement's words in its report."""
    return f"/reports/{quote(statement.report)}#statement-{quote(statement.id)}"


def deed(event: Event) -> str:
    """The address of the report that tells most of an event."""
    return paper(event.what.report)


def paper(report: str) -> str:
    """The address of a report."""
    return f"/reports/{quote(report)}"


def in_full(statement: Statement) -> str:
    """The address of all about a statement."""
    return f"/statements/{quote(statement.id)}"


def exactly(span: Span) -> str:
    """The address of any words of a report; browsers that know text fragments light them."""
    line = " ".join(span.text.split())
    return f"/reports/{quote(span.report)}#:~:text={quote(line[:200], safe='').replace('-', '%2D')}"


ADDRESSES = {"to": to, "paper": paper, "deed": deed, "in_full": in_full, "exactly": exactly}


# ---- pages -------------------------------------------------------------------------------------------------------


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


def report(parts: Parts, report: str) -> View:
    """A report in full, its statements lit, a card beside each."""
    ids = parts.of_report(report)
    part = parts.around(ids, [report])
    whole = next((one for one in part.reports if one.id == report), None)
    if whole is None:
        raise UnknownId(report, "there is no such report", "Choose one from the list of reports")
    ordered = replace(part, reports=(whole, *(one for one in part.reports if one.id != report)))
    lookup = Lookup(ordered)
    cards = all_cards(lookup)
    own = [(number, card.statement) for number, card in cards.items() if card.statement.report == report]
    content = {"article": article(whole, own), "cards": cards, "count": len(own), "acts": ACTS}
    statements = tuple(one for one in part.statements if one.report == report)
    return View("report", content, replace(part, reports=(whole,), statements=statements, entities=()))


def people(parts: Parts, page: int, named: str) -> View:
    """Who speaks or is named."""
    heard, found = parts.people(page, SIZE, named)
    entities = parts.items("entities", found.ids, ("mentions",))
    rows = [(one, entities[one.entity], role(entities[one.entity])) for one in heard]
    whole = parts.items("entities", found.ids)
    place = pages(found.number, found.total, SIZE, named=named)
    return View("people", {"rows": rows, "named": named}, Record(entities=tuple(whole.values())), place)


def person(parts: Parts, entity: str, page: int) -> View:
    """One person, body or place: everything that they have said, in order."""
    whole = parts.items("entities", [entity]).get(entity)
    if whole is None:
        raise UnknownId(entity, "there is nobody with this id", "Choose somebody from the list of people")
    found = parts.said_by(entity, page, SIZE)
    part = parts.around(found.ids)
    corrections = parts.corrections_of([entity])
    lookup = Lookup(replace(part, corrections=(*part.corrections, *corrections)))
    seen: dict[str, int] = {}
    for mention in whole.mentions:
        seen[mention.report] = seen.get(mention.report, 0) + 1
    papers = parts.items("reports", list(seen)[:MOST_DRAWN], ("text", "noise"))
    content = {
        "entity": whole,
        "role": role(whole),
        "names": sorted({one_line(one.text) for one in whole.mentions[: 10 * SIZE]} - {one_line(whole.name)})[:FEW],
        "entries": _cards(lookup, found.ids),
        "seen": [(one, report_name(one), seen[one.id]) for one in papers.values()],
        "notes": notes(lookup, entity),
    }
    statements = tuple(lookup.statements[one] for one in found.ids)
    record = Record(entities=(whole,), statements=statements, corrections=corrections)
    return View("person", content, record, pages(found.number, found.total, SIZE))


def statement(parts: Parts, statement: str) -> View:
    """All about one statement, its other tellings beside it, and the forms to correct it with."""
    found = parts.items("statements", [statement]).get(statement)
    if found is None:
        raise UnknownId(statement, "there is no such statement, or it was rejected", "See the list of corrections")
    part = parts.around([statement], [found.report])
    lookup = Lookup(part)
    near = parts.items("entities", parts.named_in(found.report), ("mentions", "roles"))
    content = {
        "one": found,
        "card": all_cards(lookup)[_number(lookup, found)],
        "facts": list(takewhile(lambda fact: fact.name not in ("corrected", "id"), of_statement(lookup, found))),
        "notes": notes(lookup, statement),
        "pairs": [_pair(lookup, found, twin) for twin in lookup.twins(found)],
        "told": [one.id for one in part.utterances if statement in one.statements],
        "near": sorted({one_line(one.name) for one in near.values() if one.type != "place"}),
        "acts": ACTS,
        "span": ",".join(f"{one.start}-{one.end}" for one in found.content),
        "maybe": [(one, lookup.name(one.entity)) for one in found.candidates if lookup.name(one.entity)],
    }
    told = tuple(one for one in part.utterances if statement in one.statements)
    record = Record(statements=(found,), utterances=told, corrections=part.corrections)
    return View("statement", content, record)


def _number(lookup: Lookup, wanted: Statement) -> int:
    return next(number for number, card in all_cards(lookup).items() if card.statement.id == wanted.id)


class Pair(NamedTuple):
    """Two tellings side by side; the pieces of each that the other has not are marked, unless few are the same."""

    left: Statement
    right: Statement
    left_pieces: tuple[Piece, ...]
    right_pieces: tuple[Piece, ...]
    where: str
    place: str
    note: str


def _pair(lookup: Lookup, left: Statement, right: Statement) -> Pair:
    both = differences(words(left), words(right))
    reworded = both is None or max(map(shared, both)) < REWORDED
    ours, theirs = both if both and not reworded else ((Piece(words(left), True),), (Piece(words(right), True),))
    same = all(piece.same for piece in (*ours, *theirs))
    note = "in other words" if reworded else "word for word the same" if same else ""
    return Pair(left, right, ours, theirs, report_name(lookup.report(right)), lookup.statement_place(right), note)


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


def utterance(parts: Parts, utterance: str) -> View:
    """The tellings of one utterance, each beside the fullest, word by word."""
    told = parts.items("utterances", [utterance]).get(utterance)
    if told is None:
        raise UnknownId(utterance, "there is no such utterance", "Choose one from the list of utterances")
    part = parts.around(told.statements)
    lookup = Lookup(replace(part, corrections=(*part.corrections, *parts.corrections_of([utterance]))))
    members = [lookup.statements[one] for one in told.statements]
    fullest = max(members, key=lambda one: len(words(one)))
    content = {
        "one": told,
        "fullest": fullest,
        "card": all_cards(lookup)[_number(lookup, fullest)],
        "pairs": [_pair(lookup, fullest, one) for one in members if one.id != fullest.id],
        "notes": notes(lookup, utterance),
    }
    return View("utterance", content, Record(utterances=(told,), statements=tuple(members)))


def timeline(parts: Parts, page: int, month: str, undated: bool) -> View:
    """What was said by date; of one month or year, or what has no date."""
    found = parts.undated(page, SIZE) if undated else parts.dated(page, SIZE, month)
    part = parts.around(found.ids)
    lookup = Lookup(part)
    chosen = [lookup.statements[one] for one in found.ids]
    cards = {card.statement.id: card for card in all_cards(lookup).values()}
    months = parts.months()
    counts = parts.counts()
    content = {
        "entries": entries(lookup, chosen),
        "by_id": cards,
        "picture": None if undated else picture(lookup, chosen),
        "report_titles": {one.id: report_name(one) for one in part.reports},
        "months": [(one, long_date(one), count) for one, count in months][-MOST_DRAWN:],
        "most": max((count for _, count in months), default=1),
        "month": month,
        "month_words": long_date(month) if month else "",
        "undated": undated,
        "without": counts.statements - counts.dated,
    }
    place = pages(found.number, found.total, SIZE, month=month, undated="true" if undated else "")
    return View("timeline", content, Record(statements=tuple(chosen)), place)


def doubts(parts: Parts, page: int) -> View:
    """What needs a human eye: open speakers, weak findings, and corrections that have lost their place."""
    found = parts.doubts(page, FEW * 2)
    lookup = Lookup(parts.around(found.ids))
    rows = [
        (card, why_nobody(lookup, card.statement) if card.speaker is None else "") for card in _cards(lookup, found.ids)
    ]
    lost = parts.items("corrections", parts.corrections(1, SIZE, "lost").ids)
    content = {"rows": rows, "lost": [note(lookup, one) for one in lost.values()]}
    statements = tuple(lookup.statements[one] for one in found.ids)
    record = Record(statements=statements, corrections=tuple(lost.values()))
    return View("doubts", content, record, pages(found.number, found.total, FEW * 2))


def search(parts: Parts, q: str, page: int) -> View:
    """Statements and reports that have the words."""
    found = parts.found(q, page, FEW * 2)
    lookup = Lookup(parts.around(found.ids))
    about = parts.reports_about(q, FEW) if found.number == 1 else ()
    papers = parts.items("reports", [one for one, _ in about], ("text", "noise"))
    content = {
        "q": q,
        "rows": _cards(lookup, found.ids),
        "papers": [(papers[one], report_name(papers[one]), around, _snippet(one, around)) for one, around in about],
    }
    statements = tuple(lookup.statements[one] for one in found.ids)
    return View("search", content, Record(statements=statements), pages(found.number, found.total, FEW * 2, q=q))


def _snippet(report: str, around: str) -> str:
    """The address of the words in the middle of a snippet, which are together in the report."""
    longest = max(around.split(" … "), key=len)
    return exactly(Span(report, 0, 0, " ".join(longest.split("\n")[0].split()[:12])))


def corrections(parts: Parts, page: int) -> View:
    """What people have corrected, the latest first."""
    found = parts.corrections(page, SIZE)
    made = parts.items("corrections", found.ids)
    named = {one for each in made.values() for one in (each.old, each.new, each.machine, each.applies_to) if one}
    targets = parts.items("corrections", {one.target for one in made.values()})
    entities = parts.items("entities", named, ("mentions", "roles"))
    lookup = Lookup(Record(entities=tuple(entities.values()), corrections=tuple({**targets, **made}.values())))
    kinds = {"statement": "/statements/", "entity": "/people/", "utterance": "/utterances/"}
    rows = []
    for one in (made[each] for each in found.ids):
        here = one.applies_to and one.kind in kinds and parts.kind_of(one.applies_to) == one.kind
        rows.append((note(lookup, one), f"{kinds[one.kind]}{quote(one.applies_to or '')}" if here else ""))
    record = Record(corrections=tuple(made[each] for each in found.ids))
    return View("corrections", {"rows": rows}, record, pages(found.number, found.total, SIZE))


def points(parts: Parts, page: int) -> View:
    """The points in dispute, and who stands where."""
    found = parts.listed("points", page, FEW)
    items = parts.items("points", found.ids)
    taken = {position.statement for one in items.values() for position in one.positions}
    lookup = Lookup(parts.around(sorted(taken | {one.taken_from for one in items.values()})))
    cards = {card.statement.id: card for card in all_cards(lookup).values()}
    stances = ("for", "against", "unclear")
    rows = [
        (one, [(stance, [cards[p.statement] for p in one.positions if p.stance == stance]) for stance in stances])
        for one in items.values()
    ]
    record = Record(points=tuple(items.values()), statements=lookup.record.statements)
    return View("points", {"rows": rows}, record, pages(found.number, found.total, FEW))


def conflicts(parts: Parts, page: int) -> View:
    """Where the reports disagree, each side in its words."""
    found = parts.listed("conflicts", page, FEW)
    items = parts.items("conflicts", found.ids)
    papers = parts.items("reports", {side.report for one in items.values() for side in one.sides}, ("text", "noise"))
    names = {one.id: report_name(one) for one in papers.values()}
    rows = [(one, [(side, names[side.report]) for side in one.sides]) for one in items.values()]
    return View(
        "conflicts", {"rows": rows}, Record(conflicts=tuple(items.values())), pages(found.number, found.total, FEW)
    )


def _cards(lookup: Lookup, ids: Sequence[str]) -> list[Card]:
    """The cards of statements in the order of their ids as given."""
    cards = {card.statement.id: card for card in all_cards(lookup).values()}
    return [cards[one] for one in ids]
