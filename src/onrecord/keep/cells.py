"""How the value under one JSON key stands in the columns of a table, and how it is read back.

Values are those of the export format: a span is an object with report, start, end and text. `put` gives the cells of
a value, `take` the value of its cells; `report` is the id of the report that the row belongs to, None where a row
belongs to no single report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

Cells = Sequence[Any]


class Part(Protocol):
    """One JSON key and the columns that it takes."""

    @property
    def key(self) -> str:
        """The JSON key."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the cells."""

    def put(self, value: Any, report: str | None) -> Cells:
        """The cells that hold `value`."""

    def take(self, cells: Cells, report: str | None) -> Any:
        """The value that `put` was given."""


class Cell:
    """A value that is one cell: words, a number, an id or nothing."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.columns: tuple[str, ...] = (key,)

    def put(self, value: Any, report: str | None) -> Cells:
        return (value,)

    def take(self, cells: Cells, report: str | None) -> Any:
        return cells[0]


class Flag(Cell):
    """True or false, which SQLite keeps as 1 or 0."""

    def take(self, cells: Cells, report: str | None) -> Any:
        return {0: False, 1: True}.get(cells[0], cells[0])


class OwnReport(Cell):
    """The report of a span that lies in the report of its row: no cell, for the row has it."""

    def __init__(self) -> None:
        super().__init__("report")
        self.columns = ()

    def put(self, value: Any, report: str | None) -> Cells:
        if value != report:
            raise ValueError(f"an item of report {report} has a span in report {value}")
        return ()

    def take(self, cells: Cells, report: str | None) -> Any:
        return report


class Range(Cell):
    """A pair of offsets."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.columns = (f"{key}_start", f"{key}_end")

    def put(self, value: Any, report: str | None) -> Cells:
        start, end = value
        return (start, end)

    def take(self, cells: Cells, report: str | None) -> Any:
        return tuple(cells)


class Here(Cell):
    """A span of the report that the row belongs to, or none: its words, start and end."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.columns = (key, f"{key}_start", f"{key}_end")

    def put(self, value: Any, report: str | None) -> Cells:
        if value is None:
            return (None, None, None)
        if value["report"] != report:
            raise ValueError(f"{self.key} of an item of report {report} is a span of report {value['report']}")
        return (value["text"], value["start"], value["end"])

    def take(self, cells: Cells, report: str | None) -> Any:
        text, start, end = cells
        return None if text is None else {"report": report, "start": start, "end": end, "text": text}


class HereOrWords(Here):
    """A span of the row's report, or words that metadata gave, which have no start and end."""

    def put(self, value: Any, report: str | None) -> Cells:
        return (value, None, None) if isinstance(value, str) else super().put(value, report)

    def take(self, cells: Cells, report: str | None) -> Any:
        return cells[0] if cells[1] is None else super().take(cells, report)


class There(Cell):
    """A span of any report, or none: its words, report, start and end."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.columns = (key, f"{key}_report", f"{key}_start", f"{key}_end")

    def put(self, value: Any, report: str | None) -> Cells:
        if value is None:
            return (None, None, None, None)
        return (value["text"], value["report"], value["start"], value["end"])

    def take(self, cells: Cells, report: str | None) -> Any:
        text, where, start, end = cells
        return None if text is None else {"report": where, "start": start, "end": end, "text": text}


class Joined(Cell):
    """The words of a list of spans in one cell, to read and search; the spans themselves stand in their own table."""

    BETWEEN = " … "

    def put(self, value: Any, report: str | None) -> Cells:
        return (self.BETWEEN.join(span["text"] for span in value),)

    def take(self, cells: Cells, report: str | None) -> Any:
        return []


def cells(keys: str) -> Iterator[Part]:
    """A `Cell` for each of `keys`, which are set apart by spaces."""
    return map(Cell, keys.split())
