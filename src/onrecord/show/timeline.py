"""What happened and what was said by date: the entries of the timeline, and the picture of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from onrecord.days import Days, days_of
from onrecord.model import Act, Report, Statement
from onrecord.show.acts import ACTS, COLOURS
from onrecord.show.axis import WIDTH, Scale, Tick, ticks
from onrecord.show.dates import order
from onrecord.show.happened import Happened
from onrecord.show.lookup import Lookup, told_in
from onrecord.show.statements import by_speaker

MARK, TRACK, LANE_GAP, HEAD = 11.0, 15.0, 12.0, 48.0
"""Size of a dot, height of a row of dots, space between lanes, height of the axis on top."""
BAR, BAR_TRACK = 6.0, 10.0
"""Height of a bar and of a row of bars. Bars are long and say little: they stand below the dots, and are thin."""
MOST_LANES, MOST_TRACKS = 12, 12
"""Speakers with a lane of their own, and rows of dots and of bars in a lane; what is more is counted, not drawn."""
APART = 3.0
"""Least space between two marks of a row: half of it is outline."""
HAPPENED = "what happened"
"""Name of the lane of events."""


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


class Published(msgspec.Struct, frozen=True):
    """A report on the axis, where its date of publication is known."""

    report: Report
    x: float
    y: float
    width: float


class Picture(msgspec.Struct, frozen=True):
    """The timeline as shapes, ready to draw. `undated` entries are not in it."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    foot: float
    """Where the row of reports begins."""
    published: tuple[Published, ...]
    papers_left_out: int
    """Reports that have no room in it."""
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
    rows: list[tuple[str, Sequence[tuple[Entry | Happened, Days]]]] = [
        *([(HAPPENED, done)] if done else []),
        *_rows(lookup, dated),
    ]
    lanes = _lanes(scale, rows)
    foot = lanes[-1].y + lanes[-1].height + LANE_GAP
    papers, paper_rows = _published(scale, published, foot)
    return Picture(
        width=WIDTH,
        height=foot + max(paper_rows, 1) * TRACK + LANE_GAP,
        lanes=lanes,
        ticks=ticks(scale, [(days, _is_certain(one)) for _, row in rows for one, days in row]),
        breaks=scale.breaks,
        foot=foot,
        published=papers,
        papers_left_out=len(published) - len(papers),
        undated=sum(days_of(entry.date) is None for entry in all_entries),
    )


def _cut(edtf: str | None, within: Days | None) -> Days | None:
    """The days of a date that are drawn; None where none is."""
    days = days_of(edtf)
    if days is None or within is None:
        return days
    first, last = max(days.first, within.first), min(days.last, within.last)
    return Days(first, last) if first <= last else None


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
    tracks, rows = _tracks(scale, [span for _, span in row])
    marks = []
    for (entry, span), track in zip(row, tracks, strict=True):
        if track is not None:
            x, width = _stretch(scale, span)
            marks.append(Mark(entry, x, y + track * track_height, width, height, _is_certain(entry)))
    return marks, rows


def _tracks(scale: Scale, spans: Sequence[Days]) -> tuple[list[int | None], int]:
    """The first row in which each mark has room, None where it has none; and how many rows are taken."""
    taken: list[float] = []
    found: list[int | None] = []
    for span in spans:
        begin, width = _stretch(scale, span)
        track = next((n for n, until in enumerate(taken) if until <= begin), len(taken))
        found.append(track if track < MOST_TRACKS else None)
        if track < MOST_TRACKS:
            taken[track : track + 1] = [begin + width + APART]
    return found, len(taken)


def _stretch(scale: Scale, span: Days) -> tuple[float, float]:
    """Where the mark of some days begins, and how wide it is."""
    begin = scale.x(span.first) - MARK / 2
    return begin, scale.x(span.last) + MARK / 2 - begin


def _is_certain(entry: Entry | Happened) -> bool:
    """Whether its day is known. A stretch is none, even where only one day of it is drawn."""
    days = days_of(entry.date)
    return days is not None and days.certain


def _published(scale: Scale, published: Sequence[tuple[Report, Days]], y: float) -> tuple[tuple[Published, ...], int]:
    """The reports below `y` in the order of their dates, and how many rows they take."""
    in_order = sorted(published, key=lambda one: one[1])
    tracks, rows = _tracks(scale, [span for _, span in in_order])
    places = zip(in_order, tracks, strict=True)
    found = [
        (report, y + track * TRACK, *_stretch(scale, span)) for (report, span), track in places if track is not None
    ]
    return tuple(Published(report, x, at, width) for report, at, x, width in found), rows


def colour_key(drawn: Picture) -> tuple[tuple[Act, tuple[str, ...]], ...]:
    """The colours of the picture, each with an act that has it and the verbs of all acts of it that are drawn."""
    acts = {mark.entry.statement.act for lane in drawn.lanes for mark in lane.marks if isinstance(mark.entry, Entry)}
    families = ((one[0], tuple(ACTS[act][0] for act in one if act in acts)) for one in COLOURS)
    return tuple((act, verbs) for act, verbs in families if verbs)
