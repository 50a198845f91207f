"""The pile read: every report in it as a `Reading`, or the `InputError` that says why it is not read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.model import Reading
from onrecord.read import jsonl
from onrecord.read.encoding import Limits, decode
from onrecord.read.pile import Source, sources
from onrecord.read.report import report_of
from onrecord.read.source import STDIN, open_file, read_all
from onrecord.settings import Settings


def read(pile: Sequence[str | Path], settings: Settings) -> Iterator[Reading | InputError]:
    """Every report of `pile`, or why it is not read; one bad report never stops the rest, and none vanishes.

    Args:
        pile: files and folders; "-" is standard input. A file whose name ends in .jsonl or .ndjson, and standard input
            that opens with "{", holds one report a line.
        settings: the limits.

    Yields:
        Readings and errors in the order of their file names, whatever the order of `pile`. The subject of an error is
        the file's name as a report of that file would bear it.
    """
    for source in sources(pile):
        if isinstance(source, InputError):
            yield source
        else:
            yield from _readings(source, settings)


def _readings(source: Source, settings: Settings) -> Iterator[Reading | InputError]:
    try:
        if source.path is None:
            yield from _from_stdin(sys.stdin.buffer, settings)
            return
        with open_file(source.path, source.file) as stream:
            if source.is_jsonl:
                yield from jsonl.readings(stream, source.file, settings)
            else:
                yield _reading(read_all(stream, source.file, settings.max_bytes), source.file, settings)
    except InputError as error:
        yield error


def _from_stdin(stream: BinaryIO, settings: Settings) -> Iterator[Reading | InputError]:
    first = jsonl.read_line(stream, settings.max_bytes)
    if first.data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from jsonl.readings(stream, STDIN, settings, first)
    else:
        yield _reading(read_all(stream, STDIN, settings.max_bytes, first.as_read), STDIN, settings)


def _reading(data: bytes, file: str, settings: Settings) -> Reading:
    text = decode(data, file, Limits(settings.min_characters, settings.max_characters))
    return Reading(report_of(text, data, file), data)
