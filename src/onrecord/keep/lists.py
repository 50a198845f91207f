"""The lists of a record in pages, for those who look at one page of it: only the rows that the page needs are read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from onrecord.keep import search
from onrecord.keep.draft import LISTS
from onrecord.keep.listing import Page, cut, within
from onrecord.keep.meanings import Nearest
from onrecord.model import Span, Unread

_LIKE, _ESCAPED = re.compile(r"[%_\\]"), r"\\\g<0>"
EVEN = 0.5
"""Confidence (0–1) below which a statement is more likely wrong than right, as in the list of doubts."""

_SETTLED = """
SELECT applies_to FROM corrections
WHERE state = 'applied' AND kind = 'statement' AND change IN ('confirm', 'speaker') AND applies_to IS NOT NULL
"""
_OPEN = f"""
FROM (
    SELECT id, number, speaker, confidence, source_start,
        (SELECT max(score) FROM candidates WHERE statement = statements.id) AS likely
    FROM statements
    WHERE speaker IS NULL OR confidence < {EVEN}
)
WHERE (confidence < {EVEN} OR source_start IS NOT NULL OR likely IS NOT NULL)
  AND id NOT IN ({_SETTLED})
"""


# "~" comes after all that is in a date, so that "2019-01~" stands for the last day of that month.
_WITHIN = "{0} <= ? AND substr({0}, instr({0}, '/') + 1) || '~' >= ?"


_TWO_SIDES = """
(SELECT count(DISTINCT stance) FROM positions WHERE point = points.id AND stance IN ('for', 'against')) = 2
"""
"""As `Point.has_two_sides`."""


class Heard(NamedTuple):
    """An entity's id with the number of its statements and of the reports that name it."""

    entity: str
    statements: int
    reports: int


class Counts(NamedTuple):
    """How many items of each kind a record has; `dated` are the statements that have a date."""

    reports: int
    unread: int
    statements: int
    speakers: int
    entities: int
    utterances: int
    points: int
    conflicts: int
    corrections: int
    dated: int


class Lists:
    """The lists of one record, in pages of ids, and what there is of everything."""

    def __init__(self, connection: sqlite3.Connection, totals: dict[tuple[Any, ...], Any]) -> None:
        self._connection, self._totals = connection, totals

    def _ids(self, query: str, *values: Any) -> tuple[str, ...]:
        return tuple(one for (one, *_) in self._connection.execute(query, values))

    def _number(self, query: str, *values: Any) -> int:
        return int(self._connection.execute(query, values).fetchone()[0])

    def _counted(self, query: str, *values: Any) -> tuple[Any, ...]:
        """The rows of a query that goes through the whole record; the second time they are known."""
        if (query, *values) not in self._totals:
            self._totals[query, *values] = tuple(self._connection.execute(query, values))
        rows: tuple[Any, ...] = self._totals[query, *values]
        return rows

    def _total(self, query: str, *values: Any) -> int:
        return int(self._counted(query, *values)[0][0])

    def _page(self, what: str, rest: str, order: str, at: tuple[int, int], *values: Any) -> Page:
        """Page number `at[0]`, from 1, of pages of `at[1]` items; the last one where there are fewer."""
        total, size = self._total(f"SELECT count(*) {rest}", *values), at[1]
        number = within(at[0], total, size)
        ids = self._ids(f"SELECT {what} {rest} ORDER BY {order} LIMIT ? OFFSET ?", *values, size, (number - 1) * size)
        return Page(ids, total, number)

    def counts(self) -> Counts:
        """How many items there are."""
        others = {"speakers": "count(DISTINCT speaker)", "dated": "count(said_on)"}
        found = {name: self._total(f"SELECT {what} FROM statements") for name, what in others.items()}
        lists = [name for name in Counts._fields if name not in others]
        return Counts(**found, **{name: self._total(f"SELECT count(*) FROM {name}") for name in lists})

    def acts(self) -> dict[str, int]:
        """How many statements there are of each act."""
        return dict(self._counted("SELECT act, count(*) FROM statements GROUP BY act"))

    def months(self) -> tuple[tuple[str, int], ...]:
        """How many statements are dated to each month, or to no more than a year."""
        query = "SELECT substr(said_on, 1, 7) AS month, count(*) FROM statements WHERE said_on IS NOT NULL"
        return self._counted(f"{query} GROUP BY month ORDER BY month")

    def reports(self, number: int, size: int) -> Page:
        """The reports in their order."""
        return self._page("id", "FROM reports", "number", (number, size))

    def statement_counts(self, reports: Iterable[str]) -> dict[str, int]:
        """How many statements each of the reports has."""
        among = "report IN (SELECT value FROM json_each(?))"
        query = f"SELECT report, count(*) FROM statements WHERE {among} GROUP BY report"
        return dict(self._connection.execute(query, (as_json(reports),)))

    def people(self, number: int, size: int, named: str = "") -> tuple[tuple[Heard, ...], Page]:
        """Who speaks or is named, those with most statements first; only those with `named` in their name."""
        like = f"%{_LIKE.sub(_ESCAPED, named)}%"
        where = "WHERE entities.name LIKE ? ESCAPE '\\'"
        query = f"""
            SELECT id, coalesce(said, 0) FROM entities
            LEFT JOIN (SELECT speaker, count(*) AS said FROM statements GROUP BY speaker) ON speaker = id
            {where} ORDER BY said DESC, number LIMIT ? OFFSET ?
        """
        total = self._total(f"SELECT count(*) FROM entities {where}", like)
        number = within(number, total, size)
        found = self._connection.execute(query, (like, size, (number - 1) * size)).fetchall()
        seen = "SELECT count(DISTINCT report) FROM mentions WHERE entity = ?"
        heard = tuple(Heard(one, said, self._number(seen, one)) for one, said in found)
        return heard, Page(tuple(one.entity for one in heard), total, number)

    def said_by(self, entity: str, number: int, size: int) -> Page:
        """What somebody has said, by date, what has no date last."""
        order = "said_on IS NULL, said_on, number"
        return self._page("id", "FROM statements WHERE speaker = ?", order, (number, size), entity)

    def dated(self, number: int, size: int, first: str = "", last: str = "") -> Page:
        """What has a date, in the order of the dates; only what may lie in the days from `first` to `last`.

        Both may be months or years. What is dated to a stretch is there where that meets these days.
        """
        rest = f"FROM statements WHERE {_WITHIN.format('said_on')}"
        return self._page("id", rest, "said_on, number", (number, size), f"{last or '9999'}~", first)

    def undated(self, number: int, size: int) -> Page:
        """What has no date, in the order of the record."""
        return self._page("id", "FROM statements WHERE said_on IS NULL", "number", (number, size))

    def of_report(self, report: str) -> tuple[str, ...]:
        """The statements of a report."""
        return self._ids("SELECT id FROM statements WHERE report = ? ORDER BY number", report)

    def utterances(self, number: int, size: int) -> Page:
        """The utterances in their order."""
        return self._page("id", "FROM utterances", "number", (number, size))

    def saying(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The statements in whose words one of the spans stands, or a part of it."""
        among = 'statements.report = ? AND contents.start < ? AND contents."end" > ?'
        query = f"SELECT statement FROM contents JOIN statements ON statements.id = statement WHERE {among}"
        found = (self._ids(query, one.report, one.end, one.start) for one in spans)
        return tuple(dict.fromkeys(statement for ids in found for statement in ids))

    def doubts(self, number: int, size: int) -> Page:
        """What needs a human eye: open speakers first, the likeliest first, then what is rather wrong than right."""
        weak = "speaker IS NOT NULL OR (source_start IS NULL AND likely IS NULL)"
        order = f"{weak}, coalesce(CASE WHEN {weak} THEN confidence ELSE likely END, 0) DESC, number"
        ids = tuple(one for (one,) in self._counted(f"SELECT id {_OPEN} ORDER BY {order}"))
        return cut(ids, number, size)

    def listed(self, name: str, number: int, size: int) -> Page:
        """The ids of the list `name` of the record in their order, such as "points"."""
        return self._page("id", f'FROM "{name}"', "number", (number, size))

    def points(self, number: int, size: int) -> Page:
        """The points that have two sides, then the others, each in the order of the record."""
        return cut(self._points(), number, size)

    def _points(self) -> tuple[str, ...]:
        return tuple(one for (one,) in self._counted(f"SELECT id FROM points ORDER BY {_TWO_SIDES} DESC, number"))

    def points_of(self, entity: str, most: int) -> dict[str, int]:
        """The points on which somebody stands, each with its number in the list `points` (from 1); at most so many."""
        query = "SELECT DISTINCT point FROM positions JOIN statements ON statements.id = statement WHERE speaker = ?"
        own = set(self._ids(query, entity))
        return dict(islice(((one, n) for n, one in enumerate(self._points(), start=1) if one in own), most))

    def happened(self, number: int, size: int) -> Page:
        """The events by date, unknown dates last."""
        return self._page("id", "FROM events", "date IS NULL, date, number", (number, size))

    def happened_within(self, number: int, size: int, first: str = "", last: str = "") -> Page:
        """The events that have a date, by date; of certain days, as `dated` has the statements."""
        rest = f"FROM events WHERE {_WITHIN.format('date')}"
        return self._page("id", rest, "date, number", (number, size), f"{last or '9999'}~", first)

    def corrections(self, number: int, size: int, state: str = "") -> Page:
        """The corrections, the latest first; only those in `state`."""
        return self._page("id", "FROM corrections WHERE ? IN ('', state)", "number DESC", (number, size), state)

    def found(self, words: str, number: int, size: int) -> Page:
        """Statements that are about `words`, the best first, as `search` gives them."""
        asked, ids = self._totals.get(("found",), ("", ()))
        if asked != words:
            # Only the latest search is remembered, for those who turn its pages: its list may be long.
            ids = search.statements_about(self._connection, words)
            self._totals["found",] = words, ids
        return cut(ids, number, size)

    def near(self, words: str, number: int, size: int) -> tuple[Page, dict[str, float]]:
        """Statements whose meaning is near that of `words`, the nearest first, and the cosine of each of the page."""
        if ("nearest",) not in self._totals:
            self._totals["nearest",] = Nearest(self._connection)
        found = dict(self._totals["nearest",].to(words))
        page = cut(tuple(found), number, size)
        return page, {one: found[one] for one in page.ids}

    def has_meanings(self) -> bool:
        """Whether what the statements mean is in the file; records by earlier versions have it not."""
        return self._number("SELECT EXISTS (SELECT 1 FROM meanings) OR NOT EXISTS (SELECT 1 FROM statements)") == 1

    def reports_about(self, words: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Reports that have all the words, the best first, each with the text around the first of them."""
        return tuple(search.reports_about(self._connection, words, limit))

    def unread(self) -> tuple[Unread, ...]:
        """What could not be read."""
        return tuple(Unread(*row) for row in self._connection.execute("SELECT file, why FROM unread ORDER BY number"))

    def published(self) -> tuple[str, str] | None:
        """The earliest and the latest date of a report; None where none has a date."""
        ((first, last),) = self._counted("SELECT min(published), max(published) FROM reports")
        return None if first is None else (first, last)

    def named_in(self, report: str) -> tuple[str, ...]:
        """The ids of the entities that a report names."""
        return self._ids("SELECT DISTINCT entity FROM mentions WHERE report = ? ORDER BY entity", report)

    def kind_of(self, item: str) -> str | None:
        """The kind of the item with this id, if it is one that is shown."""
        for kind, name in LISTS.items():
            if self._number(f"SELECT count(*) FROM {name} WHERE id = ?", item):
                return kind
        return None


def as_json(ids: Iterable[str]) -> str:
    """Ids as a value of SQLite's `json_each`."""
    return msgspec.json.encode(list(ids)).decode()
