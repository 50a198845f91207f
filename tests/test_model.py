import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.model import (
    Mention,
    Record,
    Report,
    Role,
    Span,
    Time,
    TimeKind,
    content_id,
    decode_record,
    encode,
    entity_id,
    report_id,
    statement_id,
)


def report(text: str) -> Report:
    return Report(id="r", file="r.txt", files=("r.txt",), sha256="", text_sha256="", text=text, language="en")


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_report_is_its_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert report(text).span(start, end) == Span("r", start, end, text[start:end])


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5)])
def test_a_range_outside_the_text_or_empty_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        report("four").span(start, end)


def test_ids_are_twelve_hex_digits_that_depend_on_content_alone() -> None:
    span = Span("r", 1, 3, "ab")
    ids = {content_id("a", 1), report_id(b"x"), entity_id(span), statement_id("r", (span,), None, "said")}
    assert len(ids) == 4
    assert all(len(one) == 12 and int(one, 16) >= 0 for one in ids)
    assert content_id("a", "b") != content_id("ab")
    assert statement_id("r", (span,), None, "said") != statement_id("r", (span,), None, "held")


def test_reserved_words_have_their_names_in_json() -> None:
    mention = Mention("r", 0, 2, "ab", (0, 2))
    assert encode(Role("mayor", "2019", None, mention)).startswith(b'{"role":"mayor","from":"2019","to":null')
    assert b'"name":[0,2]' in encode(mention)


def test_a_record_reads_back_as_it_was_written() -> None:
    record = Record(reports=(report("Wörter"),))
    assert decode_record(encode(record)) == record


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(ValueError, match="format"):
        decode_record(b'{"format":"other/1"}')


def test_copies_of_one_report_have_its_origin() -> None:
    first = report("It held.")
    assert first.origin == first.id
    assert replace(first, id="2", copy_of=first.id).origin == first.id


@pytest.mark.parametrize(
    ("kind", "value", "is_day"),
    [
        ("date", "2019-01-15", True),
        ("date", "2019-01", False),
        ("day", "03-03/03-05", True),
        ("weekday", "0", True),
        ("days", "-2", True),
        ("weeks", "-1", False),
        ("vague", "recent weeks", False),
    ],
)
def test_a_time_means_a_day_or_something_longer(kind: TimeKind, value: str, is_day: bool) -> None:
    assert Time("r", 0, 1, "x", kind=kind, value=value, ahead=False).is_day == is_day
