"""The forms in which times are told, each as a pattern and what it means, without a date to count from.

A form that no calendar has ("31 June") or that is a name ("Super Tuesday") is none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import NamedTuple

from onrecord.find.time_words import (
    AFTER,
    ANCHORED,
    COUNT,
    DAYS,
    FORE,
    LENGTHS,
    MONTH,
    MONTHS,
    NAMED_WEEKDAYS,
    OCCASIONS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    any_of,
    count,
    sighted,
)
from onrecord.model import TimeKind, TimeUse


class Meaning(NamedTuple):
    """What a time means by itself, as in `Time`."""

    kind: TimeKind
    value: str
    ahead: bool = False
    use: TimeUse = "when"


class Form(NamedTuple):
    """A pattern, whose group `time` is what counts as the words of the time, its reader, and what it cannot do without.

    `gate` matches somewhere in every text that the pattern matches; to look for it first costs a tenth.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Meaning | None]
    gate: re.Pattern[str]


_LEAP = 2000  # a year that has 29 February
_KINDS: dict[str, TimeKind] = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
_CENTURY = {"2": "20", "1": "20", "0": "20"}  # the first digit of a decade told by two: the '10s are of this century


_HANDLE = re.compile(r"\(@\w+\)[\s,·-]*$")
_LONGEST_HANDLE = 30  # characters of the longest name by which an account is called, with what stands around it


_NOUN_BEHIND = re.compile(
    rf"\s(?!{any_of([*AFTER['no_month'], *FORE['limit'], 'in', 'at', 'when', 'as', 'or'])}\b)[a-z]"
)


def _use(match: re.Match[str]) -> TimeUse:
    groups = match.groupdict()
    if _HANDLE.search(match.string, max(0, match.start() - _LONGEST_HANDLE), match.start()):
        return "post"
    if groups.get("article"):
        return "when" if _is_apart(match) else "thing"
    if groups.get("limit"):
        return "thing" if _names_a_thing(match) else "limit"
    return "when"


def _names_a_thing(match: re.Match[str]) -> bool:
    """Whether a time behind a limit belongs to a noun: "before the October 12 fire"."""
    has_article = match.string[match.end("limit") : match.start("time")].strip().lower() == "the"
    return has_article and _NOUN_BEHIND.match(match.string, match.end("time")) is not None


def _is_apart(match: re.Match[str]) -> bool:
    """Whether a time with "on" stands behind a noun that has no day: "told the court on Monday"."""
    if not match["time"].lower().startswith("on "):
        return False
    noun = match.string[match.end("article") : match.start("time")].strip().lower()
    return bool(noun) and not {noun, noun.removesuffix("s"), noun.removesuffix("es")} & OCCASIONS


def _shift(how: str | None) -> int:
    """-1 for "last", 1 for "next", 0 for "this" and nothing."""
    words = (how or "").lower().split()
    if not words or words == ["this"]:
        return 0
    return 1 if " ".join(words) in FORE["ahead"] else -1


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(match: re.Match[str]) -> Meaning | None:
    month, year = _month_number(match["month"]), match["year"]
    ends = [int(day) for day in (match["day"], match["until"]) if day]
    if not all(1 <= day <= monthrange(int(year or _LEAP), month)[1] for day in ends) or ends != sorted(set(ends)):
        return None
    stem = f"{year}-{month:02}" if year else f"{month:02}"
    return Meaning("date" if year else "day", "/".join(f"{stem}-{day:02}" for day in ends), use=_use(match))


def _iso(match: re.Match[str]) -> Meaning | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Meaning("date", f"{year}-{month:02}-{day:02}", use=_use(match))


def _numbers(match: re.Match[str]) -> Meaning | None:
    """15/01/2019, told only where one of the two cannot be a month, or where they are the same."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if a <= 12 and b <= 12 and a != b:
        return None
    day, month = (a, b) if a > 12 or a == b else (b, a)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Meaning("date", f"{year}-{month:02}-{day:02}", use=_use(match))


def _month(match: re.Match[str]) -> Meaning:
    month, groups = _month_number(match["month"]), match.groupdict()
    if groups.get("year"):
        return Meaning("date", f"{match['year']}-{month:02}", use=_use(match))
    how = (groups.get("how") or "").lower()
    part = (groups.get("part") or "").lower()
    kind: TimeKind = "this month" if part in ("earlier", "later") else "month"
    return Meaning(kind, f"{month:02}", how in FORE["ahead"] or part == "later", _use(match))


def _weekday(match: re.Match[str]) -> Meaning | None:
    before = match.string[max(0, match.start("weekday") - 10) : match.end("weekday")].lower()
    if before.endswith(NAMED_WEEKDAYS):
        return None
    value = str(WEEKDAYS.index(match["weekday"].lower()))
    how = (match["how"] or "").lower()
    use: TimeUse = "thing" if match["of"] else _use(match)
    return Meaning("weekday", value, how in FORE["ahead"], use)


def _relative(match: re.Match[str]) -> Meaning | None:
    words = " ".join(match["time"].lower().split())
    before = match.string[: match.start("time")].rstrip(" \t")
    if match["time"][0].isupper() and before and before[-1].isalpha():
        return None  # a title: "USA Today"
    return Meaning("days", str(DAYS[words]), DAYS[words] > 0, _use(match))


def _anchored(match: re.Match[str]) -> Meaning:
    return Meaning("anchored", f"{ANCHORED[' '.join(match['time'].lower().split())]} days")


def _counted_elsewhere(match: re.Match[str]) -> Meaning:
    number = count(match["count"])
    sign = -1 if match["side"].lower() in ("earlier", "before", "beforehand") else 1
    return Meaning("anchored", f"{'-' * (sign < 0)}{number or 'X'} {match['unit'].lower()}s")


def _ago(match: re.Match[str]) -> Meaning:
    number, unit = count(match["count"]), match["unit"].lower()
    if number is None or match["about"]:
        return Meaning("vague", f"-{number or 'X'} {unit}s")
    return Meaning(_KINDS[unit], str(-number))


def _unit(match: re.Match[str]) -> Meaning:
    shift, unit = _shift(match["how"]), match["unit"].lower()
    kind: TimeKind = "weekend" if unit == "weekend" else _KINDS[unit]
    return Meaning(kind, str(shift), shift > 0 or bool(match["later"]), _use(match))


def _weekend(match: re.Match[str]) -> Meaning:
    return Meaning("weekend", "0", use=_use(match))


def _year(match: re.Match[str]) -> Meaning:
    return Meaning("date", match["year"], use=_use(match))


def _years(match: re.Match[str]) -> Meaning | None:
    first, last = match["first"], match["last"]
    last = last if len(last) == 4 else first[: 4 - len(last)] + last
    return Meaning("date", f"{first}/{last}", use=_use(match)) if first < last else None


def _decade(match: re.Match[str]) -> Meaning:
    told = match["decade"]
    first = int(told if len(told) == 4 else _CENTURY.get(told[0], "19") + told)
    return Meaning("date", f"{first}/{first + 9}", use=_use(match))


def _season(match: re.Match[str]) -> Meaning:
    season = SEASONS[match["season"].lower()]
    how = match.groupdict().get("how")
    year = match.groupdict().get("year")
    return Meaning("season", f"{year}-{season}" if year else season, _shift(how) > 0, _use(match))


def _quarter(match: re.Match[str]) -> Meaning:
    number = int(match["q"]) if match["q"] else ORDINALS.index(match["ordinal"].lower()) + 1
    if not match["year"]:
        return Meaning("quarter", str(number), use=_use(match))
    return Meaning("date", f"{match['year']}-{3 * number - 2:02}/{match['year']}-{3 * number:02}", use=_use(match))


def _duration(match: re.Match[str]) -> Meaning:
    told = match["count"]
    number = count(told) if told else 1
    unit = match["unit"].lower()
    if unit in LENGTHS:
        length = LENGTHS[unit]
        each, letter = int(length.strip("TSMHYW")), length[-1]
        clock = "T" if length.startswith("T") else ""
        return Meaning("duration", f"P{clock}{each * number if number else 'X'}{letter}")
    return Meaning("duration", f"P{number or 'X'}{unit[0].upper()}")


def _recent(match: re.Match[str]) -> Meaning:
    return Meaning("vague", f"0 {match['unit'].lower()}s")


_LIMIT = rf"(?:\b(?P<limit>{any_of(FORE['limit'])})\s(?:the\s)?)?"
_PART = rf"(?:(?P<part>{any_of(FORE['part'])})[\s-](?:of\s|in\s)?)?"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<until>\d{1,2})(?:st|nd|rd|th)?)?"
_OF_YEAR = rf"(?:,?\s(?P<year>{YEAR})\b(?!-\d|,\d))?"
_ARTICLE = rf"(?:\b(?P<article>{any_of(FORE['article'])}|\w+['’]s)\s(?:\w+\s)?)"
_HOW = rf"(?P<how>{any_of([*FORE['ahead'], *FORE['back'], 'this'])})"
_UNIT = rf"(?P<unit>{any_of(UNITS)})"
_LENGTH = rf"(?P<unit>{any_of([*UNITS, *LENGTHS])})"
_SEASON = rf"(?P<season>{any_of(SEASONS)})"
_ABOUT = rf"(?P<about>{any_of(FORE['about'])}\s)?"
_ELSEWHERE = "(?P<side>earlier|later|before|beforehand|after|afterwards)"
_NOT_MONTH = rf"(?=\s[a-z])(?!\s{any_of(AFTER['no_month'])}\b)"
_PARTS = any_of(AFTER["parts_of_day"])
_NO_YEAR_BEFORE = r"(?<![$£€#\d.,/:-])"
_NO_YEAR_AFTER = r"\b(?!\s?%|[,.:/]\d|-\d|['’]?s\b)"

GATES: Mapping[str, re.Pattern[str]] = {
    "month": re.compile("|".join(sorted({form[:3] for name in MONTHS for form in (name.title(), name.upper())}))),
    "weekday": re.compile(WEEKDAY),
    "year": re.compile(r"[12]\d\d\d"),
    "decade": re.compile(r"0['’]?s\b"),
    "day": re.compile(sighted(["day", "night", "morning", "noon", "evening", "tomorrow"])),
    "unit": re.compile(sighted(["week", "month", "year", "day"])),
    "length": re.compile(sighted([*UNITS, *LENGTHS])),
    "from here": re.compile(rf"{sighted(UNITS)}(?i:s?\s)(?i:ago|{_ELSEWHERE.split('>')[1]}"),
    "season": re.compile(sighted(SEASONS)),
    "quarter": re.compile("[Qq](?i:uarter|[1-4])"),
}

FORMS: tuple[Form, ...] = tuple(
    Form(re.compile(pattern, re.IGNORECASE), read, GATES[gate])
    for pattern, read, gate in (
        (rf"{_LIMIT}(?P<time>\b(?:on\s)?(?:the\s)?{_NTH}\s(?:of\s)?(?P<month>{MONTH})(?!\w){_OF_YEAR})", _day, "month"),
        (
            rf"(?:{_LIMIT}|{_ARTICLE})(?P<time>\b(?:on\s)?(?P<month>{MONTH})\s{_NTH}\b(?![:.]\d|%){_OF_YEAR})",
            _day,
            "month",
        ),
        (
            rf"{_LIMIT}(?P<time>\b(?:on\s)?(?<![\d/-])(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-]))",
            _iso,
            "year",
        ),
        (
            rf"{_LIMIT}(?P<time>\b(?:on\s)?(?<![\d/.])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>{YEAR})(?![\d/]))",
            _numbers,
            "year",
        ),
        (rf"{_LIMIT}(?P<time>\b(?:in\s)?{_PART}(?P<month>{MONTH})(?:,?\s|\sof\s)(?P<year>{YEAR})\b)", _month, "month"),
        (rf"\b(?P<time>(?:{_PART}in|during)\s(?P<month>{MONTH}))(?!\w|\s\d{{1,2}}\b)", _month, "month"),
        (rf"\b(?P<time>(?:(?:early|late)\s)?{_HOW}\s(?P<month>{MONTH}))(?!\w|\s\d{{1,2}}\b)", _month, "month"),
        (rf"\b(?P<time>(?:in\s)?(?:early|late|mid)[\s-](?P<month>{MONTH}))(?!\w|\s\d{{1,2}}\b)", _month, "month"),
        (
            rf"\b(?P<limit>since|until|till|before|after|by)\s{_PART}(?P<time>(?P<month>{MONTH}))(?!\w|\s\d)",
            _month,
            "month",
        ),
        (rf"{_ARTICLE}(?P<time>(?P<month>{MONTH})){_NOT_MONTH}(?!\s\d)", _month, "month"),
        (
            rf"(?:{_LIMIT}|{_ARTICLE})(?P<time>\b(?:(?:late|early)\s)?(?:on\s)?(?:(?:late|early)\s)?(?:{_HOW}\s)?"
            rf"(?P<weekday>{WEEKDAY})\b(?:\s{_PARTS}\b)?)(?P<of>['’]s\b)?",
            _weekday,
            "weekday",
        ),
        (rf"{_LIMIT}(?P<time>\b{any_of(DAYS)}\b)(?!['’]s)", _relative, "day"),
        (rf"(?P<time>\b{any_of(ANCHORED)}\b)", _anchored, "day"),
        (rf"(?P<time>\b(?P<count>{COUNT})\s{_UNIT}s?\s{_ELSEWHERE})\b", _counted_elsewhere, "from here"),
        (rf"(?P<time>\b{_ABOUT}(?P<count>{COUNT})\s{_UNIT}s?\sago)\b", _ago, "from here"),
        (
            rf"{_LIMIT}(?P<time>\b(?:earlier\s|(?P<later>later\s)|early\s|late\s)?{_HOW}\s(?P<unit>week|month|year|weekend))\b"
            r"(?!\sof\b|['’]s)",
            _unit,
            "unit",
        ),
        (r"(?P<time>\b(?:(?:over|at|on|during)\s)?the\sweekend)\b(?!\sof\b)", _weekend, "unit"),
        (rf"(?P<time>\bin\s(?P<year>{YEAR})){_NO_YEAR_AFTER}", _year, "year"),
        (rf"\b(?P<time>in\s(?:early|late|mid)[\s-](?P<year>{YEAR})){_NO_YEAR_AFTER}", _year, "year"),
        (
            r"\b(?P<limit>since|until|till|before|after|by|from|of|through|between|for|as\sof|late|early|mid)[\s-]"
            rf"(?P<time>(?P<year>{YEAR})){_NO_YEAR_AFTER}",
            _year,
            "year",
        ),
        (rf"(?P<limit>\d\d\d\d\s(?:and|to|or)\s)(?P<time>(?P<year>{YEAR})){_NO_YEAR_AFTER}", _year, "year"),
        (rf"{_ARTICLE}(?P<time>(?P<year>{YEAR})){_NO_YEAR_AFTER}(?=\s[^\W\d])", _year, "year"),
        (rf"(?P<article>\()(?P<time>(?P<year>{YEAR}))\)", _year, "year"),
        (
            rf"{_LIMIT}(?P<time>\b(?:in\s)?{_NO_YEAR_BEFORE}(?P<first>{YEAR})[-–](?P<last>\d\d(?:\d\d)?))(?![\d/-])",
            _years,
            "year",
        ),
        (
            r"(?P<time>\b(?:in\s)?the\s(?:(?:early|late|mid)[\s-])?['’]?(?P<decade>(?:1[6-9]|20)?\d0)['’]?s)\b",
            _decade,
            "decade",
        ),
        (rf"{_LIMIT}(?P<time>\b(?:in\s)?(?:the\s)?{_SEASON}\s(?:of\s)?(?P<year>{YEAR}))\b", _season, "season"),
        (rf"(?P<time>\b(?:in\sthe\s|{_HOW}\s){_SEASON})\b(?!\s(?:of|from)\b)", _season, "season"),
        (
            rf"{_LIMIT}(?P<time>\b(?:in\s)?(?:the\s)?(?:(?P<ordinal>{any_of(ORDINALS)})[\s-]quarter|Q(?P<q>[1-4]))"
            rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))?)\b(?!\s(?:century|of\s(?!\d)))",
            _quarter,
            "quarter",
        ),
        (rf"(?P<time>\b(?:in|over|during)\srecent\s{_UNIT}s)\b", _recent, "unit"),
        (
            rf"(?P<time>\b(?:the\s)?(?:next|last|past|coming|first|previous)\s(?P<count>{COUNT}|few)\s{_LENGTH}s?)\b",
            _duration,
            "length",
        ),
        (rf"(?P<time>\b(?P<count>{COUNT})[\s-]{_LENGTH}s?)\b(?![\s-](?:old|ago)\b)", _duration, "length"),
        (rf"(?P<time>\b(?P<count>the\s(?:past|last))\s{_LENGTH})\b(?!\sof\b|\snight)", _duration, "length"),
    )
)
"""Every form. Where several begin at one place the longest holds."""
