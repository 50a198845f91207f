"""Times in the words of a report, as they are told: "on Tuesday", "yesterday", "15 January", "two months ago".

They are read here without knowing when the report appeared; `match` puts days to them. `times` gives those that say
when something is; `expressions` also limits and origins ("by Friday", "since 3 March") and lengths ("for three years").
`Telling` gives both of one report, and reads no stretch of it twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

import msgspec

from onrecord.find.tenses import tense
from onrecord.find.time_forms import FORMS, GATES, Meaning
from onrecord.model import Time

_NONE = frozenset({"duration", "vague", "anchored"})
_APART = re.compile(r",?\s(?:on\s)?(?:the\s)?")
_BEHIND = [(gate, [(n, form) for n, form in enumerate(FORMS) if form.gate is gate]) for gate in GATES.values()]
"""The forms, with their numbers, by what they cannot do without."""
Gate = re.Pattern[str]
IsOpen = Callable[[Gate, int, int], bool]
"""Tells whether what some forms cannot do without stands in a stretch."""


def times(report: str, text: str, start: int, end: int) -> list[Time]:
    """The times in `text[start:end]` that say when something is and mean days, in order.

    Args:
        report: the id of the report.
        text: its text.
        start: where the words to read begin, in characters.
        end: where they end.
    """
    return _when(expressions(report, text, start, end))


class Telling:
    """The times of one report; a sentence that is a paragraph, or holds several statements, is read once."""

    def __init__(self, report: str, text: str) -> None:
        self._report, self._text = report, text
        self._read: dict[tuple[int, int], list[Time]] = {}
        self._gates = {gate: [match.start() for match in gate.finditer(text)] for gate, _ in _BEHIND}

    def times(self, start: int, end: int) -> list[Time]:
        """What `times` gives of a stretch of the report."""
        return _when(self.expressions(start, end))

    def expressions(self, start: int, end: int) -> list[Time]:
        """What `expressions` gives of a stretch of the report."""
        if (start, end) not in self._read:
            self._read[start, end] = _read(self._report, self._text, (start, end), self._is_open)
        return self._read[start, end]

    def _is_open(self, gate: Gate, start: int, end: int) -> bool:
        """Whether a gate's words begin in a stretch: looked up, as most of the many stretches hold none."""
        starts = self._gates[gate]
        n = bisect_left(starts, start)
        return n < len(starts) and starts[n] < end


def _when(found: list[Time]) -> list[Time]:
    return [one for one in found if (one.use != "limit" or one.weekday is not None) and one.kind not in _NONE]


def expressions(report: str, text: str, start: int, end: int) -> list[Time]:
    """Every time in `text[start:end]`, limits and durations as well, in order; none overlaps another."""
    return _read(report, text, (start, end), lambda gate, *stretch: gate.search(text, *stretch) is not None)


def _read(report: str, text: str, stretch: tuple[int, int], is_open: IsOpen) -> list[Time]:
    found: list[Time] = []
    start, end = stretch
    for since, until, meaning in _apart(text, start, end, is_open):
        told = tense(text, since, until, start, end)
        ahead = meaning.ahead or (told == "future")
        time = Time(report, since, until, text[since:until], meaning.kind, meaning.value, ahead, told == "past")
        time = msgspec.structs.replace(time, use=meaning.use)
        joined = _joined(found[-1], time, text) if found else None
        found[-1:] = [joined] if joined else [*found[-1:], time]
    return found


def _apart(text: str, start: int, end: int, is_open: IsOpen) -> Iterator[tuple[int, int, Meaning]]:
    """What the forms read, the first and longest before what overlaps it."""
    hits = [
        (match.start("time"), -match.end("time"), n, match)
        for gate, behind in _BEHIND
        if is_open(gate, start, end)
        for n, form in behind
        for match in form.pattern.finditer(text, start, end)
    ]
    reached = start
    for since, minus, n, match in sorted(hits, key=lambda hit: hit[:3]):
        if since >= reached and (meaning := FORMS[n].read(match)) is not None:
            yield since, -minus, meaning
            reached = -minus


def _joined(a: Time, b: Time, text: str) -> Time | None:
    """Two times told as one: "Tuesday, 15 January", "tomorrow, Thursday"; None if they are two."""
    day, other = (a, b) if a.kind == "weekday" else (b, a)
    if (
        day.kind != "weekday"
        or other.kind not in ("day", "date", "days")
        or not _APART.fullmatch(text[a.end : b.start])
    ):
        return None
    if other.kind == "date" and len(other.value) != len("2019-01-15"):
        return None
    return msgspec.structs.replace(
        other,
        start=a.start,
        end=b.end,
        text=text[a.start : b.end],
        weekday=int(day.value),
        ahead=a.ahead or b.ahead,
        use=a.use if a.use == "limit" else b.use,
    )
