import msgspec
import pytest

from onrecord.model import Event, EventMention, Record
from onrecord.show.facts import of_record, of_statement, why_nobody
from onrecord.show.lookup import Lookup


def facts(record: Record, at: int) -> dict[str, str]:
    found = of_statement(Lookup(record), record.statements[at])
    return {fact.name: "".join(text for text, _ in fact.value) for fact in found}


def test_what_is_not_known_is_said_to_be_so(record: Record) -> None:
    found = facts(record, 3)
    assert found["source"] == "none in the text"
    assert found["speaker"] == "speaker not known"
    assert found["said on"] == "date not known"


def test_who_relayed_it_and_what_it_stands_in_are_told(record: Record) -> None:
    assert facts(record, 4)["relayed by"] == "Harbour Courier"
    assert facts(record, 7)["inside"] == f"statement {record.statements[6].id}"


def test_to_whom_is_told_by_name(record: Record) -> None:
    addressed = msgspec.structs.replace(record.statements[0], to=record.entities[1].id)
    found = {f.name: f.value for f in of_statement(Lookup(record), addressed)}
    assert found["to"] == (("Tomas Brandt", False),)


def test_the_sentence_around_is_the_reports_own(record: Record) -> None:
    found = facts(record, 0)["in the report"]
    assert found.startswith("LOWHAVEN, 4 March 2024 – The head")
    assert found.endswith("the hull of the Petrel.")
    for at in range(len(record.statements)):
        text = " ".join(record.reports[at // 4].text.split())
        assert facts(record, at)["in the report"].strip() in text


@pytest.mark.parametrize("at", range(4))
def test_hostile_words_are_written_out(hostile: Record, at: int) -> None:
    assert all(value.isprintable() for value in facts(hostile, at).values())


def test_why_nobody_is_named_is_told_even_without_a_reason(record: Record) -> None:
    silent = msgspec.structs.replace(record.statements[3], speaker_why=None, candidates=())
    assert why_nobody(Lookup(record), silent) == "no reason is recorded"


def test_a_record_is_summed_up_in_one_sentence(record: Record) -> None:
    assert of_record(record, "ferry.db") == (
        "ferry.db: 2 reports read, 1 not read, 8 statements by 3 speakers, 1 utterance told more than once."
    )


def test_a_record_in_which_nobody_says_anything_says_so_in_plain_words(record: Record) -> None:
    one = record.reports[0]
    what = EventMention(one.id, 0, 7, "Harbour", (0, 7))
    event = Event(
        id="e1",
        type="other",
        what=what,
        agent=None,
        patient=None,
        date=None,
        place=None,
        status="happened",
        mentions=(what,),
    )
    empty = Record(reports=(one,))
    assert of_record(empty, "a.db") == "a.db: 1 report read, 0 not read. Nobody was found to say anything in it."
    assert of_record(msgspec.structs.replace(empty, reports=record.reports, events=(event,)), "a.db") == (
        "a.db: 2 reports read, 0 not read. Nobody was found to say anything in them; what happened is: 1 event."
    )


def test_a_record_says_how_many_of_its_reports_are_no_copies(record: Record) -> None:
    first, second = record.reports
    copied = msgspec.structs.replace(record, reports=(first, msgspec.structs.replace(second, copy_of=first.id)))
    assert "2 reports read (1 of them independent)" in of_record(copied, "a.db")
    assert "2 reports read, " in of_record(record, "a.db")
