"""What happened and what was said by date: the entries of the timeline, and the picture of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.days import Days, days_of
from onrecord.model import Report, Statement
from onrecord.show.dates import long_date, order
from onrecord.show.happened import Happened
from onrecord.show.lookup import Lookup, told_in
from onrecord.show.statements import by_speaker

WIDTH, LEFT, RIGHT = 960.0, 210.0, 44.0
"""Width of the picture and of its margins, in its own units (pixels at full size)."""
MARK, TRACK, LANE_GAP, HEAD = 11.0, 14.0, 12.0, 34.0
"""Size of a dot, height of a row of dots, space between lanes, height of the axis on top."""
BAR, BAR_TRACK = 6.0, 9.0
"""Height of a bar and of a row of bars. Bars are long and say little: they stand below the dots, and are thin."""
MOST_LANES, MOST_TRACKS = 12, 12
"""Speakers with a lane of their own, and rows of dots and of bars in a lane; what is more is counted, not drawn."""
LONGEST_STRETCH, BROKEN = 45, 5.0
"""Stretches of more days than this without any border of a mark are drawn as if they were as many days as `BROKEN`."""
HAPPENED = "what happened"
"""Name of the lane of events."""
LABEL_WIDTH, YEAR_WIDTH = 74.0, 52.0
"""Room that the label of a date on the axis takes, and from the middle of one to the middle of a year beside it."""


class Entry(msgspec.Struct, frozen=True):
    """One act of speaking: its fullest telling, the other tellings of the same date, and that date."""

    date: str | None
    statement: Statement
    others: tuple[Statement, ...]
    told: str
    """In how many reports it is told; empty where it is in one alone."""


class Mark(msgspec.Struct, frozen=True):
    """One entry or event in the picture: a dot for a known day, else a hollow bar over the days that it may mean."""

    entry: Entry | Happened
    x: float
    y: float
    width: float
    height: float
    certain: bool


class Lane(msgspec.Struct, frozen=True):
    """A speaker's row of the picture, or that of what happened; `left_out` entries had no room."""

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

    A telling goes with a fuller one only where that tells all the same utterances, on the same date or one not known.
    """
    shown: set[str] = set()
    found = []
    for statement in sorted(statements, key=lambda one: (-_length(one), lookup.rank[one.id])):
        if statement.id not in shown:
            found.append(_entry(lookup, statement, shown))
            shown.update(one.id for one in (statement, *found[-1].others))
    return tuple(sorted(found, key=lambda entry: (order(entry.date), lookup.rank[entry.statement.id])))


def _entry(lookup: Lookup, statement: Statement, shown: Collection[str]) -> Entry:
    twins = [one for one in lookup.twins(statement) if one.id not in shown and lookup.tells_all_of(statement, one)]
    date = next((one.said_on for one in (statement, *twins) if one.said_on), None)
    others = tuple(one for one in twins if one.said_on in (date, None))
    return Entry(date, statement, others, told_in(lookup.reports_telling(statement)))


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)


def picture(
    lookup: Lookup, statements: Collection[Statement], events: Sequence[Happened] = (), within: Days | None = None
) -> Picture | None:
    """The timeline: a lane for what happened, one for each of the most quoted speakers; None where all is undated.

    Args:
        lookup: the record.
        statements: what is drawn.
        events: what is drawn above it.
        within: the days that are drawn; what goes on beyond them is cut there. None: as many as there are.
    """
    all_entries = entries(lookup, statements)
    dated = [(entry, span) for entry in all_entries if (span := _cut(entry.date, within))]
    done = [(one, span) for one in events if (span := _cut(one.date, within))]
    if not dated and not done:
        return None
    published = [(report, span) for report in lookup.record.reports if (span := _cut(report.published, within))]
    scale = Scale([*(span for _, span in (*done, *dated, *published)), *([within] if within else [])])
    lanes = _lanes(scale, [*([(HAPPENED, done)] if done else []), *_rows(lookup, dated)])
    return Picture(
        width=WIDTH,
        height=lanes[-1].y + lanes[-1].height + LANE_GAP + TRACK + LANE_GAP,
        lanes=lanes,
        ticks=_ticks(scale, [*done, *dated]),
        breaks=scale.breaks,
        published=tuple(_published(scale, report, span) for report, span in published),
        undated=sum(days_of(entry.date) is None for entry in all_entries),
    )


def _cut(edtf: str | None, within: Days | None) -> Days | None:
    """The days of a date that are drawn; None where none is."""
    days = days_of(edtf)
    if days is None or within is None:
        return days
    first, last = max(days.first, within.first), min(days.last, within.last)
    return Days(first, last) if first <= last else None


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
        self.restarts = tuple(borders[n] for n in (0, *broken))
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


def _lanes(scale: Scale, rows: Sequence[tuple[str, Sequence[tuple[Entry | Happened, Days]]]]) -> tuple[Lane, ...]:
    lanes: list[Lane] = []
    y = HEAD
    for name, row in rows:
        lanes.append(_lane(scale, name, y, row))
        y += lanes[-1].height + LANE_GAP
    return tuple(lanes)


def _lane(scale: Scale, name: str, y: float, row: Sequence[tuple[Entry | Happened, Days]]) -> Lane:
    """The marks of one lane, each in the first row where it has room: known days above, stretches below."""
    known = [one for one in row if _is_certain(one[0])]
    dots, dot_rows = _placed(scale, known, y, MARK, TRACK)
    bars, bar_rows = _placed(
        scale, [one for one in row if not _is_certain(one[0])], y + dot_rows * TRACK, BAR, BAR_TRACK
    )
    height = max(dot_rows * TRACK + bar_rows * BAR_TRACK, TRACK)
    return Lane(name, y, height, (*dots, *bars), len(row) - len(dots) - len(bars))


def _placed(
    scale: Scale, row: Sequence[tuple[Entry | Happened, Days]], y: float, height: float, track_height: float
) -> tuple[list[Mark], int]:
    """Marks of one height below `y`, and how many rows they take."""
    taken: list[float] = []
    marks: list[Mark] = []
    for entry, span in row:
        begin, end = scale.x(span.first) - MARK / 2, scale.x(span.last) + MARK / 2
        track = next((n for n, until in enumerate(taken) if until < begin), len(taken))
        if track == MOST_TRACKS:
            continue
        taken[track : track + 1] = [end + 1]
        marks.append(Mark(entry, begin, y + track * track_height, end - begin, height, _is_certain(entry)))
    return marks, len(taken)


def _is_certain(entry: Entry | Happened) -> bool:
    """Whether its day is known. A stretch is none, even where only one day of it is drawn."""
    days = days_of(entry.date)
    return days is not None and days.certain


def _ticks(scale: Scale, dated: Sequence[tuple[Entry | Happened, Days]]) -> tuple[Tick, ...]:
    """The known days on which something happened or was said; of two that are near, the one with more has the label.

    Where the axis begins, and behind every stretch that is shortened, the year stands if there is room.
    """
    known = Counter(span.first for entry, span in dated if _is_certain(entry))
    counts = known or Counter(span.first for _, span in dated)
    labels: dict[date, str] = {}
    for day in sorted(counts, key=lambda day: (-counts[day], day)):
        if _has_room(scale, day, labels, LABEL_WIDTH):
            labels[day] = _short(day)
    for day in scale.restarts:
        if _has_room(scale, day, labels, YEAR_WIDTH):
            labels[day] = f"{day.year}"
    return tuple(Tick(scale.x(day), day, labels.get(day, "")) for day in sorted({*counts, *labels}))


def _has_room(scale: Scale, day: date, labels: Collection[date], width: float) -> bool:
    return all(abs(scale.x(day) - scale.x(other)) >= width for other in labels)


def _short(day: date) -> str:
    number, month, year = long_date(day.isoformat()).split()
    return f"{number} {month[:3]} {year}"


def _published(scale: Scale, report: Report, span: Days) -> Published:
    first, last = scale.x(span.first), scale.x(span.last)
    return Published(report, first - MARK / 2, last - first + MARK)
