"""JSON Lines: one report a line, each bad line by itself."""

import io
import json

import pytest

from onrecord.errors import BinaryInput, EmptyInput, EncodingError, InputError, MalformedInput, OversizeInput
from onrecord.model import Reading, Span
from onrecord.read.jsonl import read_line, readings
from onrecord.settings import Settings

TEXT = "Port of Lund shuts\n\nThe port of Lund has shut its gates, the harbour master said on Monday."


def read(data: bytes, max_bytes: int = 20_000_000) -> list[Reading | InputError]:
    return list(readings(io.BytesIO(data), "pile.jsonl", Settings(max_bytes=max_bytes)))


def line(**keys: object) -> bytes:
    return json.dumps(keys, ensure_ascii=False).encode()


def only(data: bytes) -> Reading:
    (found,) = read(data)
    assert isinstance(found, Reading), found
    return found


def test_a_line_is_a_report_with_its_line_number_its_bytes_and_its_text() -> None:
    data = line(text=TEXT)
    found = only(data + b"\r\n")
    assert found.report.file == "pile.jsonl:1"
    assert found.original == data
    assert found.report.text == TEXT
    assert found.report.extracted


def test_lines_are_counted_with_the_blank_ones() -> None:
    found = read(line(text=TEXT) + b"\n\n  \n" + line(text=TEXT + " No.") + b"\n")
    assert [item.report.file for item in found if isinstance(item, Reading)] == ["pile.jsonl:1", "pile.jsonl:4"]


def test_metadata_gives_headline_outlet_and_date() -> None:
    report = only(line(text=TEXT, headline="Port of Lund shuts", outlet="The Lund Post", published="2021-03-09")).report
    assert report.headline == Span(report.id, 0, 18, "Port of Lund shuts")
    assert (report.outlet, report.published, report.published_basis) == ("The Lund Post", "2021-03-09", "metadata")
    assert report.published_why == "the metadata gives “2021-03-09”"


def test_other_usual_keys_serve_as_well() -> None:
    report = only(line(text=TEXT, title="Port of Lund shuts", publisher="The Lund Post", date="2021-03")).report
    assert report.headline
    assert (report.outlet, report.published) == ("The Lund Post", "2021-03")


def test_a_headline_that_the_text_has_not_is_null() -> None:
    assert only(line(text=TEXT, headline="Gates closed at Lund")).report.headline is None


def test_a_headline_is_sought_as_a_line_of_its_own_first() -> None:
    text = "Also: Port of Lund shuts now\nPort of Lund shuts\n\n" + TEXT
    headline = only(line(text=text, headline="Port of Lund shuts")).report.headline
    assert headline
    assert headline.start == 29


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-03-09T10:00:00Z", "2021-03-09"),
        ("2021-03-09 10:00", "2021-03-09"),
        ("2021", "2021"),
        ("2021-02-30", None),
        ("yesterday", None),
        (20210309, None),
        (None, None),
        (["2021-03-09"], None),
    ],
)
def test_only_the_date_part_of_an_iso_date_is_taken(value: object, day: str | None) -> None:
    assert only(line(text=TEXT, published=value)).report.published == day


def test_wrong_kinds_of_metadata_are_passed_over() -> None:
    report = only(line(text=TEXT, headline=5, outlet={"name": "x"}, id=7, url=None)).report
    assert report.outlet is None


@pytest.mark.parametrize(
    "bad",
    [
        b"not json",
        b"[1]",
        b'{"headline": "x"}',
        b'{"text": 5}',
        b'{"text": "a',
        b'{"text": "\\ud800"}',
        b"null",
        b"[" * 200_000,
    ],
)
def test_a_bad_line_is_named_with_a_cure_and_the_others_go_on(bad: bytes) -> None:
    first, second, third = read(line(text=TEXT) + b"\n" + bad + b"\n" + line(text=TEXT))
    assert isinstance(first, Reading)
    assert isinstance(third, Reading)
    assert isinstance(second, MalformedInput)
    assert second.subject == "pile.jsonl:2"
    assert '{"text": "…"}' in second.cure


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b"not json", "the line is not JSON, or not the whole of it"),
        (b'{"text": "a', "the line is not JSON, or not the whole of it"),
        (b"[1]", "the line is a list, not an object with a text"),
        (b"null", "the line is null, not an object with a text"),
        (b"7.5", "the line is a number, not an object with a text"),
        (b'{"headline": "x"}', "it has no text"),
        (b'{"text": 5}', "its text is a number, not a string"),
        (b'{"text": {"a": 1}}', "its text is an object, not a string"),
        (b'{"text": true}', "its text is true or false, not a string"),
    ],
)
def test_what_a_bad_line_lacks_is_told_in_words_of_ours(bad: bytes, problem: str) -> None:
    (found,) = read(bad)
    assert isinstance(found, MalformedInput)
    assert found.problem == problem


def test_deep_nesting_in_another_key_is_no_crash() -> None:
    (found,) = read(b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")
    assert isinstance(found, MalformedInput)


def test_a_line_that_is_not_utf_8_is_refused() -> None:
    bad, good = read(b'{"text": "caf\xe9"}\n' + line(text=TEXT))
    assert isinstance(bad, EncodingError)
    assert isinstance(good, Reading)


def test_an_empty_or_binary_text_is_refused() -> None:
    empty, binary = read(line(text=" \n") + b"\n" + line(text="a\x00b"))
    assert isinstance(empty, EmptyInput)
    assert isinstance(binary, BinaryInput)


def test_a_line_above_the_limit_is_skipped_and_the_next_is_read() -> None:
    data = line(text=TEXT)
    big, good = read(line(text="a" * 5000) + b"\n" + data + b"\n", max_bytes=len(data))
    assert isinstance(big, OversizeInput)
    assert "ONRECORD_MAX_BYTES" in big.cure
    assert isinstance(good, Reading)
    assert good.report.file == "pile.jsonl:2"


def test_a_text_above_the_limit_of_characters_is_refused_and_the_next_is_read() -> None:
    data = io.BytesIO(line(text=TEXT * 2) + b"\n" + line(text=TEXT) + b"\n")
    long, good = readings(data, "pile.jsonl", Settings(max_characters=len(TEXT)))
    assert isinstance(long, OversizeInput)
    assert "ONRECORD_MAX_CHARACTERS" in long.cure
    assert isinstance(good, Reading)


def test_a_line_of_exactly_the_limit_is_read() -> None:
    data = line(text=TEXT)
    for end in (b"\n", b"\r\n", b""):
        (found,) = read(data + end, max_bytes=len(data))
        assert isinstance(found, Reading)


def test_no_more_than_a_line_is_held() -> None:
    stream = io.BytesIO(b"a" * 10_000)
    assert len(read_line(stream, 100).data) == 102


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf\n"])
def test_a_container_of_nothing_is_empty(data: bytes) -> None:
    (found,) = read(data)
    assert isinstance(found, EmptyInput)
    assert found.subject == "pile.jsonl"


def test_a_byte_order_mark_belongs_to_the_container() -> None:
    data = line(text=TEXT)
    assert only(b"\xef\xbb\xbf" + data).original == data


@pytest.mark.parametrize(
    ("data", "kind"), [('{"text": "a"}'.encode("utf-16"), EncodingError), (b"\x1f\x8b\x08\x00rest", BinaryInput)]
)
def test_a_container_that_is_no_utf_8_text_is_one_error(data: bytes, kind: type[InputError]) -> None:
    (found,) = read(data + b"\n" + data)
    assert isinstance(found, kind)


def test_the_same_text_twice_is_read_twice() -> None:
    first, second = read(line(text=TEXT) + b"\n" + line(text=TEXT))
    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert first.report.id == second.report.id


def test_a_failing_device_is_an_error_after_what_was_read() -> None:
    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    good, bad = readings(Failing(line(text=TEXT) + b"\n" + line(text=TEXT)), "pile.jsonl", Settings())
    assert isinstance(good, Reading)
    assert isinstance(bad, InputError)
