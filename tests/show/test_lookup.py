import msgspec

from onrecord.model import Record
from onrecord.show.lookup import (
    Lookup,
    counted,
    independent,
    listed,
    of_these_independent,
    outlet,
    role,
    told_in,
    words,
)


def test_places_say_whether_the_text_is_the_files_own(record: Record) -> None:
    extracted = msgspec.structs.replace(record.reports[0], extracted=True)
    held = Lookup(msgspec.structs.replace(record, reports=(extracted, record.reports[1])))
    assert Lookup(record).statement_place(record.statements[1]) == "harbour/courier.txt:215-326"
    assert held.statement_place(record.statements[1]) == "harbour/courier.txt#215-326"
    assert held.place(record.statements[1].content[0]) == "harbour/courier.txt#215-251"


def test_other_tellings_and_their_outlets_are_found(record: Record) -> None:
    lookup = Lookup(record)
    assert lookup.twins(record.statements[1]) == (record.statements[4],)
    assert lookup.also_in(record.statements[1]) == ("Island Telegram",)
    assert lookup.also_in(record.statements[0]) == ()


def test_a_speaker_that_is_not_known_stays_so(record: Record) -> None:
    lookup = Lookup(record)
    assert lookup.speaker(record.statements[3]) is None
    assert lookup.speaker_name(record.statements[3]) == "speaker not known"
    assert lookup.speaker_name(record.statements[0]) == "Maud Ellery"


def test_direct_speech_has_quotation_marks_and_parts_an_ellipsis(record: Record) -> None:
    assert words(record.statements[1]).startswith("“We never hid the crack from anybody, … We told")
    assert words(record.statements[2]) == "the company had known for months"


def test_outlets_and_roles_are_read_as_recorded(record: Record) -> None:
    assert outlet(record.reports[0]) == "Harbour Courier"
    assert outlet(msgspec.structs.replace(record.reports[0], outlet=record.reports[0].span(0, 7))) == "Harbour"
    assert outlet(msgspec.structs.replace(record.reports[0], outlet=None)) is None
    assert [role(entity) for entity in record.entities[:2]] == ["head of the Lowhaven ferry company", None]


def test_roles_that_differ_by_capitals_alone_are_one(record: Record) -> None:
    ellery = record.entities[0]
    told = ("its mayor", "The mayor", "the mayor", "Chair of the Board", "chair of the board")
    roles = tuple(msgspec.structs.replace(ellery.roles[0], role=one) for one in told)
    assert role(msgspec.structs.replace(ellery, roles=roles)) == "its mayor; the mayor; Chair of the Board"
    assert role(msgspec.structs.replace(ellery, roles=roles[1:2])) == "The mayor"


def test_names_and_counts_read_well() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(n, "report") for n in (0, 1, 2000)] == ["0 reports", "1 report", "2,000 reports"]


def test_reports_are_counted_beside_those_that_are_no_copies(record: Record) -> None:
    first, second = record.reports
    assert (independent(record.reports), of_these_independent(record.reports)) == (2, "")
    copy = msgspec.structs.replace(second, copy_of=first.id)
    assert (independent((first, copy)), of_these_independent((first, copy))) == (1, "1 of them independent")
    assert (told_in((first, copy)), told_in((first, second)), told_in((first,))) == (
        "in 2 reports, 1 of them independent",
        "in 2 reports",
        "",
    )
    assert [one.id for one in Lookup(record).reports_telling(record.statements[1])] == [first.id, second.id]
