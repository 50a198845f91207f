"""Texts of a benchmark: read from a file of JSON lines, written as numbered reports, found again in a record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from onrecord.errors import MalformedInput
from onrecord.model import Record, Report

_MARK = "\ufeff"
"""The byte-order mark; the reader takes one off."""

T = TypeVar("T")


def read_lines(path: Path, kind: type[T], name: str) -> list[T]:
    """The lines of a file of JSON lines, each as `kind`; `name` is what errors call a line.

    Raises:
        MalformedInput: a line is no such thing.
    """
    try:
        return msgspec.json.Decoder(kind).decode_lines(path.read_bytes())
    except ValueError as error:
        raise MalformedInput(str(path), f"it holds a line that is no {name}: {error}", "Fetch it again") from None


def write_texts(texts: Sequence[str], folder: Path) -> None:
    """Write each text as `folder`/<number>.txt, so that it is read with its own offsets."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        marked = _MARK + text if text.startswith(_MARK) else text
        (folder / f"{number:04}.txt").write_bytes(marked.encode())


def numbered(record: Record) -> dict[int, Report]:
    """The reports built from what `write_texts` wrote, by number; a text that could not be read is left out.

    Equal texts are one report, which then stands under the number of each.
    """
    return {int(PurePosixPath(file).stem): report for report in record.reports for file in report.files}
