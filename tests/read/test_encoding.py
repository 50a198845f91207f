"""Bytes to text: every encoding that is read, and every kind that is refused."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryInput, EmptyInput, EncodingError, InputError, MalformedInput, OversizeInput
from onrecord.read.encoding import Limits, characters, cure_of, decode

WORDS = "“We’ll repay,” Zoë Brandt said – in full.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_same_words_are_read_from_every_encoding(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a.txt") == WORDS


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_left_out(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), "a.txt") == WORDS


def test_only_the_first_byte_order_mark_is_left_out() -> None:
    assert decode(codecs.BOM_UTF8 + "\ufeffA port.".encode(), "a.txt") == "\ufeffA port."


@pytest.mark.parametrize(
    "text", ["one\r\ntwo\r\n", "one\rtwo", "one\ntwo\n", "Rome,\xa0\xa0 May", "e\u0301 and é", "a\u2028b\x0cc"]
)
def test_line_ends_odd_spaces_and_composed_letters_stay(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


def test_utf_8_broken_in_one_place_is_not_read_as_something_else() -> None:
    data = "The “port” is – he said – shut.".encode()
    broken = data.replace("“".encode(), b"\x93")
    with pytest.raises(EncodingError, match="UTF-8 broken at byte 4"):
        decode(broken, "a.txt")


def test_utf_8_cut_off_in_a_character_is_refused() -> None:
    with pytest.raises(EncodingError, match="broken"):
        decode("The port is shut”".encode()[:-1], "a.txt")


@pytest.mark.parametrize(
    "text", ["The CAFÉ’s owner said: “No.”", "Zoë Brandt", "She paid £5 – no more", "touché”, he said"]
)
def test_windows_1252_is_told_from_broken_utf_8(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_no_encoding_has_are_refused(byte: int) -> None:
    with pytest.raises(EncodingError, match="byte 9 is neither"):
        decode(b"The port " + bytes([byte]) + b" is shut", "a.txt")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251"])
def test_another_code_page_is_not_taken_for_windows_1252(encoding: str) -> None:
    with pytest.raises(EncodingError):
        decode("Министр сказал вчера, что порт закрыт".encode(encoding), "a.txt")


@pytest.mark.parametrize("data", [b"\xff\xfea\x00b", b"\xff\xfe\x00\xd8a\x00", b"\xfe\xff\xd8\x00\x00a"])
def test_broken_utf_16_is_refused(data: bytes) -> None:
    with pytest.raises(EncodingError, match="UTF-16"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1 Hello}", "rich text"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image"),
        (b"a\x00b and more text here", "binary"),
        (b"\xff\x00\xff\x00\xfe\x01", "binary"),
        (b"\x01\x02\x03\x04 text", "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryInput, match=kind):
        decode(data, "a.txt")


def test_a_stray_control_character_is_no_reason_to_refuse() -> None:
    text = "The harbour master said the port would reopen. " * 10 + "\x1a"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\ufeff".encode(), "\u200b\xa0\n".encode(), "  \n".encode("utf-16")]
)
def test_nothing_and_white_space_alone_are_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        decode(data, "a.txt")


def test_the_least_number_of_characters_is_a_setting_that_the_error_names() -> None:
    assert decode(b"a b c", "a.txt", Limits(3)) == "a b c"
    with pytest.raises(EmptyInput, match="ONRECORD_MIN_CHARACTERS"):
        decode(b"a b c", "a.txt", Limits(4))


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>Hi",
        b"\xef\xbb\xbf<!DOCTYPE html><p>Hi",
        "<html><body>Hi".encode("utf-16"),
        b"\n <html><body>",
        b"<?xml version='1.0'?><a/>",
    ],
)
def test_the_source_of_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedInput, match="web page"):
        decode(data, "a.txt")


@given(st.binary())
def test_any_bytes_are_read_as_they_are_or_refused(data: bytes) -> None:
    with suppress(InputError):
        assert decode(data, "a.txt").encode("utf-8").strip()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf_8_is_read_to_the_character(text: str) -> None:
    with suppress(EmptyInput, BinaryInput, MalformedInput):
        assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


def test_the_largest_number_of_characters_is_a_setting_that_the_error_names() -> None:
    assert decode("a é c".encode(), "a.txt", Limits(most=5)) == "a é c"
    with pytest.raises(OversizeInput, match="ONRECORD_MAX_CHARACTERS"):
        decode("a é c".encode(), "a.txt", Limits(most=4))


def test_the_source_of_a_page_is_text_but_no_report() -> None:
    page = "<html><p>The port is shut.</p></html>"
    assert characters(page.encode(), "a.html") == page
    with pytest.raises(MalformedInput, match="plain text"):
        decode(page.encode(), "a.html")


def test_a_text_without_its_nul_bytes_is_read_as_the_error_says() -> None:
    with pytest.raises(BinaryInput, match="take these characters out"):
        decode(b"The port\x00 is shut.", "a.txt")
    assert decode(b"The port is shut.", "a.txt") == "The port is shut."


@pytest.mark.parametrize(
    ("head", "cure"),
    [
        (b"", "Fetch it again"),
        (b"%PDF-1.7", "Save its text"),
        (b"PK\x03\x04", "Save its text"),
        (b"<!DOCTYPE html><html>", "Save the page"),
        (b"\x01\x00\x02 text", "take these characters out"),
    ],
)
def test_the_first_bytes_tell_the_cure(head: bytes, cure: str) -> None:
    found = cure_of(head, "a.x")
    assert found is not None
    assert cure in found


def test_the_first_bytes_of_a_text_tell_none() -> None:
    assert cure_of(b"The port is shut.", "a.story") is None
    assert cure_of("The port is shut.".encode("utf-16"), "a.story") is None
