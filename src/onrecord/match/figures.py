"""Figures that reports give of something: hours of the clock, days of the calendar, sums of money, heads.

Each stands in a clause that tells what it is a figure of. Figures in hypothetical, foretold or denied clauses are left
out: they are no facts that two reports could disagree on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from onrecord.match.vocabulary import table
from onrecord.match.wording import CONTENT, wording
from onrecord.model import Report, Span

Kind = Literal["clock", "day", "money", "heads"]
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\b[ap]\.m\.)[\"'”’)\]]*\s+|\n+")
_EDGE = re.compile(r",(?!\d)|[;:()“”\"—–]|\s-\s|\s[‘’]|[’']\s")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"
    r"|(?<=\bat )(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b"
)
_MONTH = r"(?P<month{n}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format(n=1)}\b"
    rf"|\b{_MONTH.format(n=2)}\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:|\.\d|\s?[ap]\.?m)"
)
_MANY = r"(?:\s?(?P<times{n}>thousand|million|billion|trillion|[mk]|bn)\b)?"
_MONEY = re.compile(
    rf"(?P<sign>[€$£¥])\s?(?P<sum1>\d[\d,]*(?:\.\d+)?){_MANY.format(n=1)}"
    rf"|\b(?P<sum2>\d[\d,]*(?:\.\d+)?){_MANY.format(n=2)}\s(?P<unit>[a-z]+)\b"
)
_RANGE = re.compile(r"(?:\d\s?[-–]|\b(?:to|and|through|between|from)\s)\s?$")
_RANGE_ON = re.compile(r"\s?[-–]\s?(?:\d|[A-Z])|\s(?:to|through)\s\w+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIMES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_LEAST = 3  # words that tell what a clause is about: of one with fewer the whole sentence is taken


@dataclass(frozen=True)
class Figure:
    """One figure and what it is a figure of."""

    kind: Kind
    span: Span
    """The words that give it, with what it counts."""
    value: float
    """Minutes after midnight, month * 100 + day, units of the currency, or heads."""
    unit: str
    """The currency, or "" where there is none."""
    clause: str
    """The clause that it stands in, without it."""
    about: tuple[int, int]
    """Where the clause begins and ends in the report."""
    is_limit: bool
    """Whether it is one end of a range ("from 3 to 5 May", "March 3-5") or a limit ("by 5 May", "more than 900")."""

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
    start = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(report.text)), len(report.text)]:
        if end > start and not any(noise.start < end and start < noise.end for noise in report.noise):
            for read in (_clocks, _days, _sums, _heads):
                yield from read(report, start, end)
        start = end


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
    before = report.text[max(start, at[0] - 12) : at[0]]
    is_limit = _RANGE.search(before) or _RANGE_ON.match(report.text, at[1]) or _is_limited(before)
    return Figure(kind, report.span(*at), value, unit, " ".join(clause.split()), (left, right), bool(is_limit))


def _is_limited(before: str) -> bool:
    words = before.casefold().split()
    return bool(words) and words[-1] in table("quantities")["limits"].split()


def _clocks(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _CLOCK.finditer(report.text, start, end):
        hour = int(match["hour"] or match["hour24"])
        minute = int(match["minute"] or match["minute24"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] == "p" else 0)
        if hour < 24:
            yield _figure(report, "clock", match.span(), hour * 60 + minute, "", (start, end))


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


def _heads(report: Report, start: int, end: int) -> Iterator[Figure]:
    for match in _counted().finditer(report.text, start, end):
        count = _count(match["count1"] or match["count2"])
        if count is not None:
            at = match.span("count2") if match["count2"] else match.span()
            yield _figure(report, "heads", at, count, "", (start, end))


@cache
def _counted() -> re.Pattern[str]:
    """A number before a noun for people, or behind "number of" and such a noun."""
    people = "|".join(table("quantities")["people"].split())
    return re.compile(
        rf"\bnumber\sof\s(?:{people})\b[^.;]{{0,40}}?\s(?:as|at|to|was|is)\s(?P<count2>\d[\d,]*)\b"
        rf"|\b(?P<count1>\d[\d,]*|[a-z]+(?:-[a-z]+)?)\s(?:[a-z]+\s)?(?:{people})\b"
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
