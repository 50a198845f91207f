"""What was said by date: the entries of the timeline, and the picture of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.model import Report, Statement
from onrecord.show.dates import Days, days
from onrecord.show.lookup import Lookup
from onrecord.show.statements import by_date, by_speaker

WIDTH, LEFT, RIGHT = 960.0, 210.0, 44.0
"""Width of the picture and of its margins, in its own units (pixels at full size)."""
MARK, TRACK, LANE_GAP, HEAD = 11.0, 14.0, 12.0, 34.0
"""Size of a mark, height of a row of marks, space between lanes, height of the axis on top."""
MOST_LANES, MOST_TRACKS = 12, 8
"""Speakers with a lane of their own, and rows of marks in a lane; what is more is counted, not drawn."""
LONGEST_STRETCH, BROKEN = 45, 12.0
"""Stretches of more days than this without any border of a mark are drawn as if they were as many days as `BROKEN`."""
LABEL_WIDTH = 74.0
"""Room that the label of a date on the axis takes."""


class Entry(msgspec.Struct, frozen=True):
    """One act of speaking: its fullest telling, the other tellings of the same date, and that date."""

    date: str | None
    statement: Statement
    others: tuple[Statement, ...]


class Mark(msgspec.Struct, frozen=True):
    """One entry in the picture: a dot for a known day, else a hollow bar over the days that it may mean."""

    entry: Entry
    x: float
    y: float
    width: float
    certain: bool


class Lane(msgspec.Struct, frozen=True):
    """A speaker's row of the picture; `left_out` entries had no room."""

    name: str
    y: float
    height: float
    marks: tuple[Mark, ...]
    left_out: int


class Tick(msgspec.Struct, frozen=True):
    """A date on the axis; `label` is empty where there is no room for it."""

    x: float
    day: date
    label: str


class Published(msgspec.Struct, frozen=True):
    """A report on the axis, where its date of publication is known."""

    report: Report
    x: float
    width: float


class Picture(msgspec.Struct, frozen=True):
    """The timeline as shapes, ready to draw. `undated` entries are not in it."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    published: tuple[Published, ...]
    undated: int


def entries(lookup: Lookup, statements: Collection[Statement]) -> tuple[Entry, ...]:
    """The acts of speaking that the statements report, by date, unknown dates last.

    Several tellings become one entry only where their dates are the same or all but one not known.
    """
    chosen = {statement.id for statement in statements}
    shown: set[str] = set()
    found = []
    for statement in by_date(lookup, statements):
        if statement.id in shown:
            continue
        tellings = [statement, *_other_tellings(lookup, statement, shown)]
        shown.update(telling.id for telling in tellings)
        fullest = max((one for one in tellings if one.id in chosen), key=lambda one: (_length(one), -lookup.rank[one.id]))
        found.append(Entry(statement.said_on, fullest, tuple(one for one in tellings if one != fullest)))
    return tuple(found)


def _other_tellings(lookup: Lookup, statement: Statement, shown: Collection[str]) -> Iterable[Statement]:
    for twin in lookup.twins(statement):
        if twin.id not in shown and twin.said_on in (statement.said_on, None):
            yield twin


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)


def picture(lookup: Lookup, statements: Collection[Statement]) -> Picture | None:
    """The timeline of the statements, a lane for each of the most quoted speakers; None where nothing has a date."""
    all_entries = entries(lookup, statements)
    dated = [(entry, span) for entry in all_entries if (span := days(entry.date))]
    if not dated:
        return None
    published = [(report, span) for report in lookup.record.reports if (span := days(report.published))]
    scale = Scale([span for _, span in (*dated, *published)])
    lanes = _lanes(scale, _rows(lookup, dated))
    return Picture(
        width=WIDTH,
        height=lanes[-1].y + lanes[-1].height + LANE_GAP + TRACK + LANE_GAP,
        lanes=lanes,
        ticks=_ticks(scale, dated),
        breaks=scale.breaks,
        published=tuple(_published(scale, report, span) for report, span in published),
        undated=len(all_entries) - len(dated),
    )


class Scale:
    """Where a day stands on the axis. Long stretches in which nothing begins or ends are shortened, and marked."""

    def __init__(self, spans: Sequence[Days]) -> None:
        borders = sorted({day for span in spans for day in span})
        self._place = {day: n for n, day in enumerate(borders)}
        self._units = [0.0]
        broken = []
        for before, after in pairwise(borders):
            long = (after - before).days > LONGEST_STRETCH
            broken += [len(self._units)] if long else []
            self._units.append(self._units[-1] + (BROKEN if long else (after - before).days))
        self._unit = (WIDTH - LEFT - RIGHT) / max(self._units[-1], 1.0)
        self.breaks = tuple((self._at(n - 1) + self._at(n)) / 2 for n in broken)

    def _at(self, n: int) -> float:
        if self._units[-1] == 0:
            return (WIDTH + LEFT - RIGHT) / 2
        return LEFT + self._units[n] * self._unit

    def x(self, day: date) -> float:
        """The place of a day that begins or ends a mark."""
        return self._at(self._place[day])


def _rows(lookup: Lookup, dated: Sequence[tuple[Entry, Days]]) -> list[tuple[str, list[tuple[Entry, Days]]]]:
    """The entries under the names of the lanes."""
    groups = by_speaker(lookup, [entry.statement for entry, _ in dated])
    named = [group for group in groups if group.entity]
    own = {group.entity.id for group in named[:MOST_LANES] if group.entity}
    rest = f"{len(named) - MOST_LANES} others"
    rows: dict[str | None, tuple[str, list[tuple[Entry, Days]]]] = {
        group.entity.id: (lookup.speaker_name(group.statements[0]), []) for group in named[:MOST_LANES] if group.entity
    }
    rows |= {"": (rest, []), None: ("speaker not known", [])}
    for entry, span in dated:
        speaker = lookup.speaker(entry.statement)
        key = None if speaker is None else speaker.id if speaker.id in own else ""
        rows[key][1].append((entry, span))
    return [row for row in rows.values() if row[1]]


def _lanes(scale: Scale, rows: Sequence[tuple[str, list[tuple[Entry, Days]]]]) -> tuple[Lane, ...]:
    lanes: list[Lane] = []
    y = HEAD
    for name, row in rows:
        lanes.append(_lane(scale, name, y, row))
        y += lanes[-1].height + LANE_GAP
    return tuple(lanes)


def _lane(scale: Scale, name: str, y: float, row: Sequence[tuple[Entry, Days]]) -> Lane:
    """The marks of one lane, each in the first row of marks where it has room."""
    taken: list[float] = []
    marks: list[Mark] = []
    for entry, span in row:
        begin, end = scale.x(span.first) - MARK / 2, scale.x(span.last) + MARK / 2
        track = next((n for n, until in enumerate(taken) if until < begin), len(taken))
        if track == MOST_TRACKS:
            continue
        taken[track : track + 1] = [end + 1]
        marks.append(Mark(entry, begin, y + track * TRACK, end - begin, span.certain))
    return Lane(name, y, max(len(taken), 1) * TRACK, tuple(marks), len(row) - len(marks))


def _ticks(scale: Scale, dated: Sequence[tuple[Entry, Days]]) -> tuple[Tick, ...]:
    """The known days on which something was said; the label left out where the last one is too near."""
    certain = sorted({span.first for _, span in dated if span.certain}) or sorted({span.first for _, span in dated})
    ticks: list[Tick] = []
    free = 0.0
    for day in certain:
        x = scale.x(day)
        label = _short(day) if x >= free else ""
        free = x + LABEL_WIDTH if label else free
        ticks.append(Tick(x, day, label))
    return tuple(ticks)


def _short(day: date) -> str:
    return f"{day.day} {'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[day.month - 1]} {day.year}"


def _published(scale: Scale, report: Report, span: Days) -> Published:
    first, last = scale.x(span.first), scale.x(span.last)
    return Published(report, first - MARK / 2, last - first + MARK)
