import msgspec

from onrecord.model import Point, Position, Record
from onrecord.show.cards import all_cards
from onrecord.show.lookup import Lookup
from onrecord.show.standings import standings


def test_a_point_has_its_wording_its_sides_and_who_changed_them(record: Record) -> None:
    denial, later = record.statements[0], msgspec.structs.replace(record.statements[4], said_on="2024-03-09")
    statements = tuple(later if one.id == later.id else one for one in record.statements)
    point = Point(
        "p1", "It was hidden.", later.id, (Position(later.id, "for"), Position(denial.id, "against", "denies"))
    )
    lookup = Lookup(msgspec.structs.replace(record, statements=statements, points=(point,)))
    cards = {card.statement.id: card for card in all_cards(lookup).values()}
    ((heading, (one,)),) = standings(lookup, lookup.record.points, cards)
    assert (heading, one.tally) == ("Two sides are taken", "1 for, 1 against")
    assert one.worded == cards[later.id]
    assert [(side, [(stood.who, stood.why) for stood in told]) for side, told in one.sides] == [
        ("for", [("Maud Ellery", "")]),
        ("against", [("Maud Ellery", "denies")]),
    ]
    assert one.turned == ("Maud Ellery was against it 2024-03-04, and for it 2024-03-09",)


def test_a_wording_whose_statement_is_gone_is_shown_without_it(record: Record) -> None:
    gone = Point("p1", "It was hidden.", "gone", (Position(record.statements[0].id, "for"),))
    cards = {card.statement.id: card for card in all_cards(Lookup(record)).values()}
    ((_, (one,)),) = standings(Lookup(record), (gone,), cards)
    assert one.worded is None
