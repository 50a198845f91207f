"""JSON Lines: one report a line, an object with `text` and, where known, `headline`, `outlet` and `published`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import msgspec

from onrecord.errors import BinaryInput, EmptyInput, EncodingError, InputError, MalformedInput
from onrecord.model import Reading
from onrecord.read.encoding import Limits, refuse_unfit
from onrecord.read.report import Metadata, report_of
from onrecord.read.source import oversize, trouble
from onrecord.settings import Settings

_UTF8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHUNK = 1 << 20
_KINDS = {
    dict: "an object",
    list: "a list",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


class _Object(msgspec.Struct):
    """The keys that are read. All but `text` may hold anything: a wrong one is passed over, not a reason to refuse."""

    text: str
    headline: Any = None
    title: Any = None
    outlet: Any = None
    publisher: Any = None
    published: Any = None
    date: Any = None


class ReadLine(NamedTuple):
    """A line of a stream: its bytes without line end, the line end, and whether it is longer than the limit."""

    data: bytes
    end: bytes = b""
    too_long: bool = False

    @property
    def as_read(self) -> bytes:
        """The bytes as they came."""
        return self.data + self.end


def readings(
    stream: BinaryIO, file: str, settings: Settings, first: ReadLine | None = None
) -> Iterator[Reading | InputError]:
    """The reports in `stream`, one a line, or why a line is not read.

    A report's file is `file:LINE`, counted from 1; its bytes are the line's, without line end. Blank lines are passed
    over. `title`, `publisher` and `date` serve for `headline`, `outlet` and `published`.

    Args:
        stream: the lines; no more than one is held at a time.
        file: the container's name.
        settings: `max_bytes` limits a line, not the container, and `max_characters` the text in it.
        first: the first line, where it has been read already.
    """
    empty = True
    try:
        for number, line in enumerate(_lines(stream, settings.max_bytes, first), start=1):
            data = line.data.removeprefix(_UTF8_MARK) if number == 1 else line.data
            if number == 1:
                _refuse_container(data, file)
            if not data.strip() and not line.too_long:
                continue
            empty = False
            yield _reading(line._replace(data=data), f"{file}:{number}", settings)
    except OSError as error:
        yield trouble(file, error)
    except InputError as error:
        yield error
    else:
        if empty:
            yield EmptyInput(file, "there is no report in it", "Put one JSON object with a text on each line")


def read_line(stream: BinaryIO, limit: int) -> ReadLine:
    """The next line of `stream`; of one longer than `limit` bytes no more than that is read."""
    data = stream.readline(limit + 2)
    body = data.removesuffix(b"\n").removesuffix(b"\r") if data.endswith(b"\n") else data
    return ReadLine(body, data[len(body) :], len(body) > limit)


def _lines(stream: BinaryIO, limit: int, first: ReadLine | None) -> Iterator[ReadLine]:
    line = first or read_line(stream, limit)
    while line.as_read:
        yield line
        if line.too_long and not line.end:
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
        line = read_line(stream, limit)


def _refuse_container(data: bytes, file: str) -> None:
    if data.startswith(_WIDE_MARKS):
        raise EncodingError(file, "it is UTF-16, which JSON Lines never is", "Save it as UTF-8 and name it again")
    if b"\x00" in data or data.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise BinaryInput(file, "it is not text", "Unpack it, or save it as UTF-8 text with one JSON object a line")


def _reading(line: ReadLine, file: str, settings: Settings) -> Reading | InputError:
    try:
        if line.too_long:
            raise oversize(file, settings.max_bytes)
        found = _object(line.data, file)
        refuse_unfit(found.text, file, Limits(settings.min_characters, settings.max_characters))
        metadata = Metadata(
            headline=_words(found.headline, found.title),
            outlet=_words(found.outlet, found.publisher),
            published=_words(found.published, found.date),
        )
        return Reading(report_of(found.text, line.data, file, metadata), line.data)
    except InputError as error:
        return error


def _object(data: bytes, file: str) -> _Object:
    try:
        return msgspec.json.decode(data, type=_Object)
    except UnicodeDecodeError as error:
        problem = f"byte {error.start:,} of the line is not UTF-8"
        raise EncodingError(file, problem, "Save the file as UTF-8 and name it again") from None
    except (msgspec.DecodeError, RecursionError):
        raise MalformedInput(file, _lack(data), 'Write it as {"text": "…"} on one line') from None


def _lack(data: bytes) -> str:
    """What the line lacks to be an object with a text, in words of ours: the library's name its own types."""
    try:
        found = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        return "the line is not JSON, or not the whole of it"
    if not isinstance(found, dict):
        return f"the line is {_KINDS[type(found)]}, not an object with a text"
    return f"its text is {_KINDS[type(found['text'])]}, not a string" if "text" in found else "it has no text"


def _words(*values: object) -> str | None:
    """The first of `values` that is a string with something in it, white space around it left out."""
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)
