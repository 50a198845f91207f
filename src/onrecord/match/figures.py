"""Figures that reports give of something: hours, days, sums of money, per cents, lengths of time, those on board.

Each stands in a clause that tells what it is a figure of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from onrecord.match.sentence_ends import sentence_ranges
from onrecord.match.wording import CONTENT, wording
from onrecord.model import Report, Span
from onrecord.wordlists import table

Kind = Literal["clock", "day", "money", "percent", "length", "aboard"]
_EDGE = re.compile(r",(?!\d)|[;:()“”\"—–]|\s-\s|\s[‘’]|[’']\s")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"
    r"|(?<=\bat )(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b"
    r"|\b(?P<told>\d{1,2}|[a-z]{3,6})(?:\so'?clock)?\sin\sthe\s(?P<part>morning|afternoon|evening)\b"
    r"|\bat\s(?P<named>noon|midday|midnight)\b"
)
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
_ROUGHLY = re.compile(r"\b(?:just|shortly|soon|moments|minutes)\s(?:after|before)\s$")
_MONTH = (
    r"(?P<month{n}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"\d+(?:,\d{3})*"
_DAY = re.compile(
    rf"\b(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format(n=1)}\b"
    rf"|\b{_MONTH.format(n=2)}\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:|\.\d|\s?[ap]\.?m)"
)
_MANY = r"(?:\s?(?P<times{n}>thousand|million|billion|trillion|[mk]|bn)\b)?"
_MONEY = re.compile(
    rf"(?P<sign>[€$£¥])\s?(?P<sum1>{_NUMBER}(?:\.\d+)?){_MANY.format(n=1)}"
    rf"|\b(?P<sum2>{_NUMBER}(?:\.\d+)?){_MANY.format(n=2)}\s(?P<unit>[a-z]+)\b"
)
_PERCENT = re.compile(r"(?<![\w.-])(?P<share>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?:\s?%|\sper\s?cent\b)(?!\spoint)")
_LENGTH = re.compile(
    r"\b(?P<count>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)\s(?P<unit>minute|hour|day|week|month|year)s\b"
    r"(?!\s(?:ago|old|later|earlier|before|after|since|from|of\sage|in\sprison)|\s?-|['’])"
)
_ABOARD = re.compile(r"\b(?:aboard|on\sboard)\b", re.IGNORECASE)
_HEDGED = re.compile(r"\b(?:about|around|some|roughly|approximately|close to|up to|estimated)\s$", re.IGNORECASE)
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440, "month": 30 * 1440, "year": 365 * 1440}
_RANGE = re.compile(r"(?:\d\s?[-–]|\b(?:(?<!close )to|and|through|between|from)\s)\s?$")
_PART = re.compile(
    r"\b(?:half|third|quarter|tenth|part|most|much|some|rest)\sof\s(?:the\s|its\s|his\s|her\s|their\s)?$"
)
_RANGE_ON = re.compile(r"\s?[-–]\s?(?:\d|[A-Z])|\s(?:to|through)\s\w+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIMES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_BEFORE = 18  # characters before a figure that make it a limit or a part
CLOSE = 15
"""Minutes by which two hours of the clock may differ and be one."""
_LEAST = 3  # words that tell what a clause is about: of one with fewer the whole sentence is taken


@dataclass(frozen=True)
class Figure:
    """One figure and what it is a figure of."""

    kind: Kind
    span: Span
    """The words that give it, with what it counts."""
    value: float
    """Minutes after midnight, month * 100 + day, units of the currency, hundredths, minutes, or people."""
    unit: str
    """The currency, or ""."""
    clause: str
    """The clause that it stands in, without it."""
    about: tuple[int, int]
    """Where the clause begins and ends in the report."""
    is_limit: bool
    """Whether it is one end of a range ("from 3 to 5 May", "March 3-5") or a limit ("by 5 May", "more than 900"), or
    counts what only a part or another part is told of ("half of the 900", "another 900")."""

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that tell what its clause is about, as they are compared."""
        return frozenset(token.form for token in wording(self.clause).tokens if token.kind in CONTENT)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Those of them that are no names."""
        return frozenset(token.form for token in wording(self.clause).tokens if token.kind == "word")


def figures(report: Report) -> Iterator[Figure]:
    """The figures of a report, outside its noise, in order."""
    for start, end in _stretches(report):
        for read in (_clocks, _days, _sums, _percents, _lengths, _aboard):
            yield from read(report, start, end)


def hours(report: Report) -> Iterator[Figure]:
    """The hours of the clock alone."""
    for start, end in _stretches(report):
        yield from _clocks(report, start, end)


def _stretches(report: Report) -> Iterator[tuple[int, int]]:
    """Where the sentences of a report begin and end, outside its noise and behind the line that dates it."""
    left_out = [*report.noise, *(one for one in (report.dateline, report.byline) if one)]
    for start, end in sentence_ranges(report.text):
        inside = [one for one in left_out if one.start < end and start < one.end]
        if not any(one in report.noise for one in inside):
            yield max([start, *(one.end for one in inside)]), end


def _figure(
    report: Report, kind: Kind, at: tuple[int, int], value: float, unit: str, within: tuple[int, int]
) -> Figure:
    start, end = within
    edges = [start, *(match.end() for match in _EDGE.finditer(report.text, start, end)), end]
    left = max(edge for edge in edges if edge <= at[0])
    right = min(edge for edge in edges if edge >= at[1])
    clause = f"{report.text[left : at[0]].strip()} {report.text[at[1] : right].strip(' ,;:')}".strip()
    if sum(token.kind in CONTENT for token in wording(clause).tokens) < _LEAST:
        left, right = within
        clause = f"{report.text[start : at[0]]} {report.text[at[1] : end]}"
    before = report.text[max(start, at[0] - _BEFORE) : at[0]]
    if kind == "clock" and _ROUGHLY.search(before):
        before = ""  # "just after 7am" is an hour of the clock, "after 7am" none
    is_limit = (
        _RANGE.search(before) or _PART.search(before) or _RANGE_ON.match(report.text, at[1]) or _is_limited(before)
    )
    return Figure(kind, report.span(*at), value, unit, " ".join(clause.split()), (left, right), bool(is_limit))


def apart_on_clock(a: float, b: float) -> float:
    """The minutes between two hours of the clock, the shorter way round."""
    between = abs(a - b)
    return min(between, 24 * 60 - between)


def _is_limited(before: str) -> bool:
    words = before.casefold().split()
    return bool(words) and (words[-1] in table("quantities")["limits"].split() or words[-2:] == ["as", "of"])


def _clocks(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _CLOCK.finditer(report.text, start, end):
        minutes = _minutes(match)
        if minutes is not None:
            at = match.span("named") if match["named"] else match.span()
            yield _figure(report, "clock", at, minutes, "", (start, end))


def _minutes(match: re.Match[str]) -> int | None:
    """The minutes after midnight that some words for an hour mean; None where they mean none."""
    if match["named"]:
        return _NAMED[match["named"]]
    if match["told"]:
        told = _count(match["told"])
        return None if told is None or not 0 < told <= 12 else _on_clock(int(told), match["part"] != "morning") * 60
    hour, minute = int(match["hour"] or match["hour24"]), int(match["minute"] or match["minute24"] or 0)
    if match["half"]:
        hour = _on_clock(hour, match["half"] == "p")
    return hour * 60 + minute if hour < 24 else None


def _on_clock(hour: int, is_late: bool) -> int:
    """An hour of the first or second half of the day as one of 24."""
    return hour % 12 + (12 if is_late else 0)


def _days(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _DAY.finditer(report.text, start, end):
        month = _MONTHS.index((match["month1"] or match["month2"])[:3].lower()) + 1
        day = int(match["day1"] or match["day2"])
        if 0 < day <= 31:
            yield _figure(report, "day", match.span(), month * 100 + day, "", (start, end))


def _sums(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _MONEY.finditer(report.text, start, end):
        unit = match["sign"] or _currencies().get(match["unit"] or "")
        if unit:
            plain = float((match["sum1"] or match["sum2"]).replace(",", ""))
            value = plain * _TIMES.get(match["times1"] or match["times2"] or "", 1)
            yield _figure(report, "money", match.span(), value, unit, (start, end))


def _percents(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _PERCENT.finditer(report.text, start, end):
        share = _count(match["share"])
        if share is not None:
            yield _figure(report, "percent", match.span(), share, "", (start, end))


def _lengths(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _LENGTH.finditer(report.text, start, end):
        count = _count(match["count"])
        if count is not None:
            yield _figure(report, "length", match.span(), count * _MINUTES[match["unit"]], "", (start, end))


def _aboard(report: Report, start: int, end: int) -> Iterator[Figure]:
    """The numbers of people in clauses that tell of those on board, unless of about so many."""
    for match in _counted().finditer(report.text, start, end) if _ABOARD.search(report.text, start, end) else ():
        count = _count(match["count1"] or match["count2"])
        at = match.span("count2") if match["count2"] else match.span()
        if count is not None and not _HEDGED.search(report.text, start, at[0]):
            found = _figure(report, "aboard", at, count, "", (start, end))
            if _ABOARD.search(report.text, *found.about):
                yield found


@cache
def _counted() -> re.Pattern[str]:
    """A number before a noun for people, or behind "number of" and such a noun."""
    people = "|".join(table("quantities")["people"].split())
    words = "|".join(table("quantities")["counting"])
    return re.compile(
        rf"\bnumber\sof\s(?:{people})\b[^.;]{{0,40}}?\s(?:as|at|to|was|is)\s(?P<count2>{_NUMBER})\b"
        rf"|\b(?P<count1>{_NUMBER}|(?:{words})(?:-(?:{words}))?)\s(?:passengers\sand\screw|(?:[a-z]+\s)?(?:{people}))\b"
    )


def _count(word: str) -> float | None:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    known = table("quantities")["counting"]
    parts = word.split("-")
    return float(sum(known[part] for part in parts)) if all(part in known for part in parts) else None


@cache
def _currencies() -> dict[str, str]:
    return {word: sign for sign, words in table("quantities")["currencies"].items() for word in words.split()}
