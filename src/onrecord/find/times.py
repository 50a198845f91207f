"""When something was said, as far as the report's own words and its stated date give it.

A bare weekday is the last one before publication, or that day itself; a day and month without a year is the last one.
Where the report states no date, only a time that carries its own year is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join([*_MONTHS, *(f"{month[:3]}\\.?" for month in _MONTHS), "sept\\.?"])
_NAMED_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,? (?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_NEWS = 183  # days: a day and month without a year that would lie farther back is as likely one to come
_NOT_THEN = re.compile(
    r"\b(?:by|until|till|before|since|next|from|after|for|of|coming)(?: late| early| next| the)? "
    rf"(?:{'|'.join(_DAYS)}|{_MONTH}|\d{{1,2}} (?:{_MONTH}))\b(?: \d{{1,2}}\b)?(?:,? (?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
"""A day that is a limit or an origin, not when something was said: "by Friday", "since 3 March"."""
_WEEKDAY = re.compile(rf"\b(?P<last>last )?(?P<weekday>{'|'.join(_DAYS)})\b(?!['’])", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?P<word>yesterday|today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    rf"\b(?:earlier |late |early )?in (?P<month>{'|'.join(_MONTHS)})\b(?:,? (?P<year>(?:19|20)\d\d))?", re.IGNORECASE
)


def time_in(words: str, published: str | None) -> str | None:
    """The one time that `words` name, as an EDTF date, or None if they name none or several.

    Args:
        words: the sentence without what is said in it.
        published: the date of the report, as EDTF, or None.
    """
    day = _day_of(published)
    told = _NOT_THEN.sub(" ", words)
    found = {value for reader in _READERS for value in reader(told, day) if value}
    return found.pop() if len(found) == 1 else None


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _named_days(words: str, published: date | None) -> list[str | None]:
    return [_last_named(m, published) for m in _NAMED_DAY.finditer(words)]


def _last_named(match: re.Match[str], published: date | None) -> str | None:
    month = _month_number(match["month"] or match["month2"])
    day = int(match["day"] or match["day2"])
    year = int(match["year"]) if match["year"] else None
    if year is None and published is not None:
        year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
    try:
        found = date(year, month, day) if year else None
    except ValueError:
        return None
    if found is None or (match["year"] is None and published is not None and (published - found).days > _NEWS):
        return None
    return found.isoformat()


def _month_number(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def _weekdays(words: str, published: date | None) -> list[str | None]:
    if published is None:
        return []
    found: list[str | None] = []
    for match in _WEEKDAY.finditer(_NAMED_DAY.sub(" ", words)):
        back = (published.weekday() - _DAYS.index(match["weekday"].lower())) % 7
        if match["last"] and back == 0:
            back = 7
        found.append((published - timedelta(days=back)).isoformat())
    return found


def _relatives(words: str, published: date | None) -> list[str | None]:
    if published is None:
        return []
    return [
        (published - timedelta(days=m["word"].lower() == "yesterday")).isoformat() for m in _RELATIVE.finditer(words)
    ]


def _months(words: str, published: date | None) -> list[str | None]:
    found: list[str | None] = []
    for match in _MONTH_ONLY.finditer(_NAMED_DAY.sub(" ", words)):
        month = _month_number(match["month"])
        year = int(match["year"]) if match["year"] else None
        if year is None and published is not None:
            year = published.year if month <= published.month else published.year - 1
        found.append(f"{year}-{month:02}" if year else None)
    return found


_READERS: tuple[Callable[[str, date | None], list[str | None]], ...] = (_named_days, _weekdays, _relatives, _months)
