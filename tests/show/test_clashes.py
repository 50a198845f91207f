import msgspec

from onrecord.model import Conflict, Record, Span
from onrecord.show.clashes import clashes, in_sentence
from onrecord.show.lookup import Lookup


def test_a_side_has_its_sentence_its_speaker_and_the_date_of_its_report(record: Record) -> None:
    side = record.statements[2].content[0]
    (one,) = clashes(Lookup(record), Conflict("c1", "who knew", "wording", (side,)))
    assert one.sentence == (
        ("But Tomas Brandt, a union secretary, said that ", False),
        ("the company had known for months", True),
        (".", False),
    )
    assert (one.speaker, one.report, one.published) == ("Tomas Brandt", "Harbour Courier", "2024-03-04")
    assert one.said == record.statements[2]


def test_what_the_report_tells_itself_has_no_speaker_and_may_stand_bare(record: Record) -> None:
    first = record.reports[0]
    at = first.text.index("union secretary")
    conflict = Conflict("c1", "what he is", "wording", (first.span(at, at + 15), record.statements[2].content[0]))
    own, said = clashes(Lookup(record), conflict)
    assert (own.said, own.speaker, len(own.sentence)) == (None, "", 3)
    bare, kept = clashes(Lookup(record), conflict, only_statements=True)
    assert bare.sentence == (("union secretary", True),)
    assert kept == said


def test_of_statements_inside_each_other_the_inner_one_says_it(record: Record) -> None:
    inner = record.statements[7]
    assert Lookup(record).saying(inner.content[0]) == inner


def sentence_of(record: Record, text: str) -> str:
    report = msgspec.structs.replace(record.reports[0], text=text)
    at = text.index("the crack")
    return "".join(piece for piece, _ in in_sentence(report, Span(report.id, at, at + 9, "the crack")))


def test_a_sentence_ends_with_its_line_and_at_whole_words_where_it_is_long(record: Record) -> None:
    shown = sentence_of(record, "First line.\n" + "word " * 60 + "the crack " + "later " * 60 + "\nLast line.")
    assert "line" not in shown
    assert shown.startswith("…word word")
    assert shown.endswith("later…")
    assert sentence_of(record, "One. It was the crack that sank it. Two.") == "It was the crack that sank it."
    assert sentence_of(record, "One.\r\nthe crack\r\nTwo.") == "the crack"
