"""On which days a deed was, as its mentions tell: by the words beside each, by the days on which a report may have
appeared, and, where none of them tells, by when the words were said that were spoken on it or made by it.

Mentions of one deed cut each other's days: "last week" in one report and "on Thursday" in another leave one Thursday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.days import Days, days_of, edtf_of
from onrecord.match.resolution import resolved
from onrecord.model import Statement, Time, TimeKind, Told

_A_MONTH = timedelta(days=31)
"""A report that may have appeared on days farther apart puts no day to its weekdays."""
_OWN_YEAR: frozenset[TimeKind] = frozenset({"date", "years"})
"""Times that may mean a year: "in 2019", "last year"."""

_UNITS: dict[TimeKind, timedelta] = {"weeks": timedelta(days=7), "months": _A_MONTH, "years": timedelta(days=366)}


class Moment(NamedTuple):
    """The stretches of days of which one holds a deed, as one mention tells."""

    stretches: tuple[Days, ...] = ()
    why: str = ""
    is_own: bool = False
    """Whether words beside the mention tell it."""
    is_long: bool = False
    """Whether these words may mean a year."""
    slack: timedelta = timedelta()
    """How much earlier or later than these words have it the deed may be."""

    @property
    def hull(self) -> Days | None:
        """The first and the last day."""
        return _hull(self.stretches)

    @property
    def reach(self) -> Days | None:
        """The first and the last day on which another report may put the same deed."""
        hull = self.hull
        return Days(hull.first - self.slack, hull.last + self.slack) if hull else None


class Agreed(NamedTuple):
    """The date of a deed and what gives it."""

    date: str
    why: str


NEVER = Moment()


def moment_of(told: Told, days: Days | None, said: Statement | None = None) -> Moment:
    """What a mention tells of the days of its deed.

    Args:
        told: the mention.
        days: those on which its report may have appeared.
        said: the statement made by the deed or on it.
    """
    if told.when is not None:
        stretches = _stretches(told.when, days)
        is_long = told.when.kind in _OWN_YEAR
        return Moment(stretches, f"“{told.when.text}” beside it", True, is_long, _slack(told.when))
    spoken = days_of(said.said_on) if said is not None and told.status == "happened" else None
    return Moment((spoken,), "when the words were said that belong to it") if spoken and spoken.certain else NEVER


def days_told(told: Told, published: str | None) -> Days | None:
    """The days that a mention's own words put it on, in a report of that date."""
    return _hull(_stretches(told.when, days_of(published))) if told.when else None


def agreed(moments: Sequence[Moment]) -> Agreed | None:
    """The date of a deed: the narrowest that a mention tells, cut by the others where they agree."""
    known = [one for one in moments if one.stretches]
    known = [one for one in known if one.is_own] or known
    if not known:
        return None
    first, *rest = sorted(known, key=_width)
    left, whys = first.stretches, [first.why]
    for one in rest:
        cut = _cut(left, one.stretches)
        if cut and cut != left:
            left = cut
            whys.append(one.why)
    hull = _hull(left)
    if hull is None or not (_is_near(hull) or first.is_long):
        return None
    told = edtf_of(*hull)
    return Agreed(told, ", ".join(dict.fromkeys(whys))) if told else None


def _width(one: Moment) -> tuple[timedelta, date]:
    hull = one.hull
    return (hull.last - hull.first, hull.first) if hull else (timedelta.max, date.max)


def _stretches(time: Time, days: Days | None) -> tuple[Days, ...]:
    """What a time may mean in a report of one of these days, each stretch once, in order."""
    if days is None or time.kind == "date":
        own = days_of(time.value) if time.kind == "date" else None
        return (own,) if own else ()
    if not _is_near(days):
        return ()
    each = (days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1))
    return tuple(sorted({found for day in each if (found := resolved(time, day))}))


def _cut(a: Sequence[Days], b: Sequence[Days]) -> tuple[Days, ...]:
    """The days that stretches of both hold."""
    both = {Days(max(x.first, y.first), min(x.last, y.last)) for x in a for y in b}
    return tuple(sorted(one for one in both if one.first <= one.last))


def _hull(stretches: Sequence[Days]) -> Days | None:
    if not stretches:
        return None
    return Days(min(one.first for one in stretches), max(one.last for one in stretches))


def _slack(time: Time) -> timedelta:
    """How far what is counted may lie from the count: "two months ago" may be six weeks, "last month" is that month."""
    unit = _UNITS.get(time.kind)
    return unit if unit and abs(int(time.value)) > 1 else timedelta()


def _is_near(days: Days) -> bool:
    """Whether days lie within a month."""
    return days.last - days.first <= _A_MONTH
