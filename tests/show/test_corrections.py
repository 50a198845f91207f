from __future__ import annotations

from typing import Any

import msgspec

from onrecord.keep.changes import FIELDS
from onrecord.model import Correction, Record, Statement
from onrecord.show import terminal
from onrecord.show.cards import all_cards
from onrecord.show.corrections import note, notes
from onrecord.show.facts import of_statement
from onrecord.show.lookup import Lookup
from onrecord.show.page import page
from onrecord.show.statements import doubtful


def corrected(record: Record, change: str, new: str | None, n: int = 3, **rest: Any) -> tuple[Lookup, Correction]:
    """The ferry record with one correction, put down as if it had been made to its statement number `n`."""
    one = record.statements[n]
    target = rest.pop("target", one.id)
    made = Correction("c" * 12, target, change, rest.pop("old", None), new, "Di Ox", "2024-05-01T12:00:00.000Z", "so")
    made = msgspec.structs.replace(made, **{"at": one.content, "applies_to": one.id, **rest})
    return Lookup(msgspec.structs.replace(record, corrections=(made,))), made


def test_a_persons_value_stands_beside_the_machines(record: Record) -> None:
    lookup, made = corrected(record, "act", "warn", old="allege", machine="assert")
    assert note(lookup, made).line == "act: warns (Di Ox, 2024-05-01: so); the machine reads: states"
    assert note(lookup, made).item == "“the inspectors looked away”"


def test_entities_are_called_by_their_names_and_nobody_by_words(record: Record) -> None:
    ellery = record.entities[0]
    lookup, made = corrected(record, "speaker", ellery.id)
    assert note(lookup, made).deed == "speaker: Maud Ellery"
    assert note(lookup, made).machine == "speaker not known"
    gone = msgspec.structs.replace(made, new="f" * 12, new_at=(record.statements[0].content[0],))
    assert note(lookup, gone).deed == "speaker: her firm had concealed a crack in the hull of the Petrel"


def test_what_the_machine_reads_stands_beside_every_field_that_can_be_corrected(record: Record) -> None:
    for change in FIELDS:
        lookup, made = corrected(record, change, "new", machine="denied")
        assert note(lookup, made).machine == "denied"


def test_what_is_corrected_of_an_event_is_told_in_words(record: Record) -> None:
    ellery, on_event = record.entities[0], dict[str, Any](kind="event", target="e1", applies_to="e1")
    lookup, made = corrected(record, "agent", ellery.id, **on_event)
    assert (note(lookup, made).deed, note(lookup, made).machine) == ("agent: Maud Ellery", "nobody")
    lookup, made = corrected(record, "type", "COERCE", machine="OTHER", **on_event)
    assert (note(lookup, made).deed, note(lookup, made).machine) == ("type: coerce", "other")
    lookup, made = corrected(record, "status", "denied", machine="happened", **on_event)
    assert (note(lookup, made).deed, note(lookup, made).machine) == ("status: denied", "happened")


def test_what_became_of_a_correction_is_said(record: Record) -> None:
    lookup, made = corrected(record, "confirm", None, state="lost", applies_to=None)
    assert note(lookup, made).line.endswith("[nothing in this record stands on its words any more]")
    assert notes(lookup, made.target) == ()


def test_an_undo_names_what_it_undoes(record: Record) -> None:
    lookup, made = corrected(record, "act", "warn")
    undo = Correction("d" * 12, made.id, "undo", None, None, "Di", "2024", "", kind="correction")
    assert note(lookup, undo).line == f"undoes {made.id} (act) (Di, 2024)"


def test_what_a_screen_would_obey_is_written_out(record: Record) -> None:
    lookup, made = corrected(record, "act", "\x1b[31m", by="\u202eid", why="a\nb\x07")
    line = note(lookup, made).line
    assert line.isprintable()
    assert "\\x1b[31m" in line
    assert "\\u202eid" in line


def test_terminal_card_page_and_facts_show_it(record: Record) -> None:
    lookup, made = corrected(record, "act", "warn", machine="assert")
    line = note(lookup, made).line
    facts = {fact.name: fact.value for fact in of_statement(lookup, lookup.statements[made.target])}
    assert facts["corrected"] == ((line, False),)
    assert [card.notes[0].line for card in all_cards(lookup).values() if card.notes] == [line]
    assert f"Corrected: <bdi>{line}</bdi>" in page(lookup.record).decode()
    table = terminal.render(terminal.corrections(lookup, lookup.record.corrections, 200), 200, False)
    assert line in table
    assert made.id in table


def test_without_corrections_the_view_says_so(record: Record) -> None:
    assert "Nobody" in terminal.render(terminal.corrections(Lookup(record), (), 80), 80, False)


def doubts(lookup: Lookup) -> tuple[Statement, ...]:
    return doubtful(lookup, lookup.record.statements)


def test_what_a_person_has_seen_is_no_doubt_any_more(record: Record) -> None:
    before = {one.id for one in doubts(Lookup(record))}
    assert record.statements[3].id in before
    for change in ("confirm", "speaker"):
        lookup, made = corrected(record, change, None)
        assert made.target not in {one.id for one in doubts(lookup)}
    lookup, made = corrected(record, "act", "warn")
    assert {one.id for one in doubts(lookup)} == before
    lookup, made = corrected(record, "confirm", None, state="undone", applies_to=None)
    assert {one.id for one in doubts(lookup)} == before


def test_corrections_that_have_lost_their_place_are_listed_among_the_doubts(record: Record) -> None:
    lookup, made = corrected(record, "act", "warn", state="lost", applies_to=None)
    shown = terminal.render(terminal.doubts(lookup, doubts(lookup), 120), 120, False)
    assert "Corrections that have lost their place" in shown
    assert made.id in shown
    plain = Lookup(record)
    assert "lost their place" not in terminal.render(terminal.doubts(plain, doubts(plain), 120), 120, False)
