"""Writes a record in the formats of other programs. `EXPORTERS` is the table of them."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.errors import UsageError
from onrecord.model import Record, encode

Exporter = Callable[[Record], bytes]


def json(record: Record) -> bytes:
    """The record as one JSON object, format `onrecord/1`, and a line end."""
    return encode(record) + b"\n"


EXPORTERS: dict[str, Exporter] = {"json": json}
"""The formats by the name that `onrecord export --to` takes."""


def exporter(to: str) -> Exporter:
    """What writes the format `to`.

    Raises:
        UsageError: there is no such format.
    """
    if to not in EXPORTERS:
        raise UsageError(f"--to {to}", "there is no such format", f"Formats are: {', '.join(EXPORTERS)}")
    return EXPORTERS[to]
