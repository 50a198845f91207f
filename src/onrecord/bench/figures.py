"""What a bench gives: the figures of each corpus, as a plain table and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.bench.corpora import Kind
from onrecord.bench.measures import Rows

_TITLES: dict[Kind, str] = {
    "gold": "gold stories",
    "polnear": "PolNeAR",
    "uner": "Universal NER",
    "speakers": "speakers that are not named in place",
    "passages": "speakers of invented passages",
    "changes": "quotations changed on purpose",
    "times": "MEANTIME, times",
    "dates": "reports whose dates were taken off",
    "story dates": "an affair whose dates were taken off",
}
_NAME, _CELL = 40, 17


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one corpus, and the fingerprint of the files they were measured on."""

    corpus: str
    kind: Kind
    fingerprint: str
    accuracy: Rows
    speed: Rows


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one bench.

    `first_build_seconds` is the time of the first build in the process, with all that it loads, where there is a gold
    story to build twice; `Measured.speed` is then without. `peak_memory_bytes` is that of the whole process, None where
    the system does not tell.
    """

    version: str
    python: str
    machine: str
    measured: tuple[Measured, ...]
    first_build_seconds: float | None
    peak_memory_bytes: int | None


def as_json(figures: Figures) -> bytes:
    """The figures as indented JSON, ending in a line end."""
    return msgspec.json.format(msgspec.json.encode(figures), indent=2) + b"\n"


def as_table(figures: Figures) -> str:
    """The figures as a plain table: one block per kind of corpus, one column per corpus, "-" for nothing to judge."""
    return "\n".join(_lines(figures)) + "\n"


def _lines(figures: Figures) -> Iterator[str]:
    for kind, title in _TITLES.items():
        columns = [one for one in figures.measured if one.kind == kind]
        if columns:
            yield from _block(title, columns, [one.accuracy for one in columns])
            yield ""
    yield from _block("speed", figures.measured, [one.speed for one in figures.measured])
    yield f"{'first build, with loading, seconds':<{_NAME}}{_cell(figures.first_build_seconds)}"
    memory = figures.peak_memory_bytes
    yield f"{'peak memory of the process, MiB':<{_NAME}}{_cell(None if memory is None else memory / 2**20)}"
    yield f"onrecord {figures.version}, Python {figures.python}, {figures.machine}"


def _block(title: str, columns: Sequence[Measured], rows: Sequence[Rows]) -> Iterator[str]:
    yield f"{title:<{_NAME}}" + "".join(f"{one.corpus[: _CELL - 1]:>{_CELL}}" for one in columns)
    for name in _all_names(rows):
        yield f"{name:<{_NAME}}" + "".join(_cell(one.get(name)) for one in rows)


def _all_names(rows: Iterable[Rows]) -> list[str]:
    return list(dict.fromkeys(name for one in rows for name in one))


def _cell(value: float | None) -> str:
    if value is None:
        return f"{'-':>{_CELL}}"
    return f"{value:>{_CELL}}" if isinstance(value, int) else f"{value:>{_CELL}.3f}"
