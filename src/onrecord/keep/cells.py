"""How the value under one JSON key stands in the columns of a table, and how it is read back.

Values are those of the export format: a span is an object with report, start, end and text. A row may belong to one
report; spans of that report are kept without its id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

BETWEEN = " … "
"""Stands between the parts of a content that are joined to be read."""

Cells = Sequence[Any]


class Part(NamedTuple):
    """One JSON key and the columns that it takes.

    `put` gives the cells of a value and `take` the value of its cells. Both are told the id of the report that the
    row belongs to, None where it belongs to none.
    """

    key: str
    columns: tuple[str, ...]
    put: Callable[[Any, str | None], Cells]
    take: Callable[[Cells, str | None], Any]
    plain: bool = False
    """Whether the value is the cell itself. Most are, and those are read without a call for each."""


def cells(keys: str) -> tuple[Part, ...]:
    """Values of one cell each: words, a number, an id or nothing. The keys are set apart by spaces."""
    return tuple(Part(key, (key,), lambda value, _: (value,), lambda found, _: found[0], True) for key in keys.split())


def flag(key: str) -> Part:
    """True or false, which SQLite keeps as 1 or 0."""
    return Part(key, (key,), lambda value, _: (value,), lambda found, _: {0: False, 1: True}.get(found[0], found[0]))


def pair(key: str) -> Part:
    """A range of offsets."""
    return Part(key, (f"{key}_start", f"{key}_end"), lambda value, _: tuple(value), lambda found, _: tuple(found))


def own_report() -> Part:
    """The report of a span that is the row itself and lies in the row's report: no cell."""
    return Part("report", (), _no_other, lambda _, report: report)


def here(key: str) -> Part:
    """A span of the row's report, or none."""
    return Part(key, (key, f"{key}_start", f"{key}_end"), _put_here, _take_here)


def here_or_words(key: str) -> Part:
    """A span of the row's report, or words without a place in it, or none."""
    return Part(
        key,
        (key, f"{key}_start", f"{key}_end"),
        lambda value, report: (value, None, None) if isinstance(value, str) else _put_here(value, report),
        lambda found, report: found[0] if found[1] is None else _take_here(found, report),
    )


def there(key: str) -> Part:
    """A span of any report, or none."""
    return Part(
        key,
        (key, f"{key}_report", f"{key}_start", f"{key}_end"),
        lambda value, _: (value["text"], value["report"], value["start"], value["end"]) if value else (None,) * 4,
        lambda found, _: None if found[0] is None else _span(found[1], found[2], found[3], found[0]),
    )


def joined(key: str) -> Part:
    """The words of a list of spans in one cell, to read and search; the spans themselves have their own table."""
    return Part(key, (key,), lambda value, _: (BETWEEN.join(span["text"] for span in value),), lambda *_: [])


def _no_other(named: str, report: str | None) -> Cells:
    if named != report:
        raise ValueError(f"an item of report {report} has a span of report {named}")
    return ()


def _put_here(value: Any, report: str | None) -> Cells:
    if value is None:
        return (None, None, None)
    _no_other(value["report"], report)
    return (value["text"], value["start"], value["end"])


def _take_here(found: Cells, report: str | None) -> Any:
    text, start, end = found
    return None if text is None else _span(report, start, end, text)


def _span(report: Any, start: Any, end: Any, text: Any) -> dict[str, Any]:
    return {"report": report, "start": start, "end": end, "text": text}
