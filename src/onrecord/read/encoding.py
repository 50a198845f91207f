"""Bytes to text, for certain or not at all: no character is guessed, replaced, joined or left out."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from onrecord.errors import BinaryInput, EmptyInput, EncodingError, InputError, MalformedInput, OversizeInput
from onrecord.read.lines import BLANKS

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound or film"),
    (b"fLaC", "a sound"),
)
_PAGE = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_LONG = re.compile(
    rb"[\xc2-\xc5][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|\xe2\x80"
)
"""Characters that UTF-8 writes in several bytes and that make no sense together in Windows-1252. Pairs that begin with
C6 to DF are left out: "CAFÉ’" is one of them. E2 80 is the beginning of every curly quotation mark and dash."""

# 1 control character in 100 is more than any text has and less than any program; a stray one is no reason to refuse.
_MOST_CONTROL = 0.01
# Accented letters and marks are under 10 % of any text that Windows-1252 can write; in another code page they are most.
_MOST_ACCENTED = 0.3
# A text in UTF-16 has a zero in nearly every second byte as long as it is mostly in Latin letters.
_ZEROS = 0.7
_CURE = "Save it as UTF-8 and name it again"
_EXPORT = "Save its text as a .txt file"
_AS_TEXT = "Save the page as plain text"
_CLEAN = "Leave it out, or take these characters out of it if it is a text"


class Limits(NamedTuple):
    """How short and how long a report may be."""

    least: int = 1
    """Fewest characters, without white space."""
    most: int | None = None
    """Most characters."""


def decode(data: bytes, file: str, limits: Limits | None = None) -> str:
    """The text of a report's bytes, as `characters` gives it, which is no source of a web page.

    Raises:
        InputError: those of `characters`; `MalformedInput` where it is the source of a web page.
    """
    text = characters(data, file, limits)
    if _PAGE.match(text):
        raise MalformedInput(file, "it is the source of a web page or XML", _AS_TEXT)
    return text


def characters(data: bytes, file: str, limits: Limits | None = None) -> str:
    """The text of `data`: UTF-8, UTF-16 or UTF-32 by its mark, UTF-16 by its zeros, UTF-8, or Windows-1252.

    The byte-order mark is left out and nothing else touched: line ends, odd spaces and composed letters stay.

    Args:
        data: the bytes of one text.
        file: its name in errors.
        limits: how short and how long it may be; without them any length but none at all.

    Raises:
        EmptyInput: there are too few characters.
        BinaryInput: the bytes are no text.
        OversizeInput: there are too many characters.
        EncodingError: the encoding cannot be told for certain, or the text is broken.
    """
    _refuse_kind(data, file)
    text = _decoded(data, file)
    refuse_unfit(text, file, limits)
    return text


def _refuse_kind(data: bytes, file: str) -> None:
    """Refuse nothing at all, and what its first bytes tell to be no text."""
    if not data:
        raise EmptyInput(file, "it has no bytes", "Fetch it again or leave it out")
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise BinaryInput(file, f"it is {kind}, not text", _EXPORT)
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise BinaryInput(file, "it is an image, sound or film, not text", _EXPORT)


def cure_of(head: bytes, file: str) -> str | None:
    """What to do about a file that begins with these bytes, where they tell that it cannot be read as it is."""
    try:
        _refuse_kind(head, file)
    except InputError as error:
        return error.cure
    if _PAGE.match(head.decode("latin-1")):
        return _AS_TEXT
    is_wide = _wide(head) or any(head.startswith(mark) for mark, _ in _MARKS)
    return _CLEAN if 0 in head and not is_wide else None


def refuse_unfit(text: str, file: str, limits: Limits | None = None) -> None:
    """Refuse `text` where it is no text, or too short or too long for a report.

    Raises:
        BinaryInput: it holds a NUL, or control characters as only binary data does.
        EmptyInput: it has too few characters that are not white space.
        OversizeInput: it has too many characters.
    """
    control = len(_CONTROL.findall(text))
    if "\x00" in text or control > _MOST_CONTROL * len(text):
        raise BinaryInput(file, "it holds control characters as only binary data does", _CLEAN)
    if not text.strip(BLANKS):
        raise EmptyInput(file, "it holds nothing but white space", "Fetch it again or leave it out")
    least, most = limits or Limits()
    if least > 1 and sum(not char.isspace() and char not in BLANKS for char in text) < least:
        cure = "Leave it out, or lower the setting ONRECORD_MIN_CHARACTERS"
        raise EmptyInput(file, f"it has fewer than {least} characters", cure)
    if most is not None and len(text) > most:
        cure = "Split it, or raise the limit with the setting ONRECORD_MAX_CHARACTERS"
        raise OversizeInput(file, f"it has more than {most:,} characters", cure)


def _decoded(data: bytes, file: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide, file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _in_windows_1252(data, file, error.start)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"it is {encoding.removesuffix('-le').removesuffix('-be').upper()} broken at byte {error.start:,}"
        raise EncodingError(file, problem, f"Fetch it again. {_CURE}") from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by where its zeros stand."""
    sample = data[:4096]
    even, odd = (part.count(0) / max(len(part), 1) for part in (sample[::2], sample[1::2]))
    if odd >= _ZEROS and even <= 1 - _ZEROS:
        return "utf-16-le"
    if even >= _ZEROS and odd <= 1 - _ZEROS:
        return "utf-16-be"
    return None


def _in_windows_1252(data: bytes, file: str, broken_at: int) -> str:
    if 0 in data:
        raise BinaryInput(file, "it holds NUL bytes as only binary data does", _CLEAN)
    if _UTF8_LONG.search(data):
        raise EncodingError(file, f"it is UTF-8 broken at byte {broken_at:,}", f"Fetch it again. {_CURE}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        problem = f"byte {error.start:,} is neither UTF-8 nor Windows-1252"
        raise EncodingError(file, problem, _CURE) from None
    if sum(not char.isascii() for char in text) > _MOST_ACCENTED * len(text):
        raise EncodingError(file, "it is neither UTF-8 nor likely to be Windows-1252", _CURE)
    return text
