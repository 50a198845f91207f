"""The pages of single items: a report, a person, a statement, an utterance.

Every function takes the parts of a record and what the address says, and reads only what its page needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.errors import UnknownId
from onrecord.keep import Parts
from onrecord.model import Record, Statement
from onrecord.show.acts import ACTS
from onrecord.show.cards import REWORDED, Card, all_cards, article
from onrecord.show.corrections import notes
from onrecord.show.differences import Piece, differences, shared
from onrecord.show.escapes import one_line
from onrecord.show.facts import of_statement
from onrecord.show.lookup import Lookup, report_name, role, told_in, words
from onrecord.show.web.addresses import FEW, SIZE, View, pages
from onrecord.show.web.stands import stands

MOST_REPORTS = 400
"""Reports of an entity that are listed."""


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


def person(parts: Parts, entity: str, page: int) -> View:
    """One person, body or place: everything that they have said, in order."""
    whole = parts.items("entities", [entity]).get(entity)
    if whole is None:
        raise UnknownId(entity, "there is nobody with this id", "Choose somebody from the list of people")
    found = parts.said_by(entity, page, SIZE)
    part = parts.around(found.ids)
    points = parts.points_of(entity, FEW) if found.number == 1 else {}
    corrections = parts.corrections_of([entity])
    lookup = Lookup(replace(part, corrections=(*part.corrections, *corrections)))
    seen: dict[str, int] = {}
    for mention in whole.mentions:
        seen[mention.report] = seen.get(mention.report, 0) + 1
    papers = parts.items("reports", list(seen)[:MOST_REPORTS], ("text", "noise"))
    content = {
        "entity": whole,
        "role": role(whole),
        "names": sorted({one_line(one.text) for one in whole.mentions[: 10 * SIZE]} - {one_line(whole.name)})[:FEW],
        "entries": cards_of(lookup, found.ids),
        "seen": [(one, report_name(one), seen[one.id]) for one in papers.values()],
        "notes": notes(lookup, entity),
        "stands": stands(parts, points, entity),
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


def utterance(parts: Parts, utterance: str) -> View:
    """The tellings of one utterance, each beside the fullest, word by word."""
    told = parts.items("utterances", [utterance]).get(utterance)
    if told is None:
        raise UnknownId(utterance, "there is no such utterance", "Choose one from the list of utterances")
    part = parts.around(told.statements)
    lookup = Lookup(replace(part, corrections=(*part.corrections, *parts.corrections_of([utterance]))))
    members = [lookup.statements[one] for one in told.statements]
    papers = {one.report: lookup.report(one) for one in members}
    fullest = max(members, key=lambda one: len(words(one)))
    content = {
        "one": told,
        "fullest": fullest,
        "spread": told_in(list(papers.values())) or "more than once in one report",
        "card": all_cards(lookup)[_number(lookup, fullest)],
        "pairs": [_pair(lookup, fullest, one) for one in members if one.id != fullest.id],
        "notes": notes(lookup, utterance),
    }
    return View("utterance", content, Record(utterances=(told,), statements=tuple(members)))


def cards_of(lookup: Lookup, ids: Sequence[str]) -> list[Card]:
    """The cards of statements in the order of their ids as given."""
    cards = {card.statement.id: card for card in all_cards(lookup).values()}
    return [cards[one] for one in ids]
