import re

import msgspec
import pytest

from onrecord.model import Event, EventMention, Record, Report, Span, Statement
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


def around(text: str, words: str) -> str:
    (start,) = [match.start() for match in re.finditer(re.escape(words), text)]
    span = Span("r", start, start + len(words), words)
    one = Statement(
        id="s",
        report="r",
        content=(span,),
        form="indirect",
        source=None,
        cue=None,
        speaker=None,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=0.9,
    )
    report = Report(id="r", file="r.txt", files=("r.txt",), sha256="", text_sha256="", text=text, language="en")
    (told,) = [f for f in of_statement(Lookup(Record(reports=(report,))), one) if f.name == "in the report"]
    return "".join(piece for piece, _ in told.value)


def test_the_sentence_around_ends_at_no_abbreviation() -> None:
    text = "It was cold. On Nov. 3 Mr. Lamm said the old weir would hold, and Mr. Vance left. Nobody came."
    assert around(text, "the old weir would hold") == text[13:-13].strip()


def test_the_closing_mark_belongs_to_the_sentence() -> None:
    text = "She left. “The old weir will hold.” Nobody came."
    assert around(text, "The old weir will hold.") == "“The old weir will hold.”"


def test_a_sentence_that_goes_on_too_far_is_cut_with_an_ellipsis() -> None:
    long = "and so on and on " * 20
    assert around(f"{long}they held it {long}.", "they held it").startswith("… ")
    assert around(f"{long}they held it {long}.", "they held it").endswith(" …")
    assert around(f"{'x' * 300}they held it{'x' * 300}", "they held it") == "… they held it …"


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
