"""The dateline that opens a story: place, date, agency."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.read.dates import MONTH, dates_in
from onrecord.read.lines import plain
from onrecord.read.wordlist import any_of, plain_words, words

_REACH = 140
"""Characters from the beginning of a paragraph that may hold its dateline."""

# Written in capitals, a place is known by its dress: "NEW YORK/LONDON", "ST. LOUIS", "PORT-AU-PRINCE".
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.]+(?:[ /-]{1,3}[A-ZÀ-Þ.'’]{2,}){0,5}"
_REGION = r"(?:,\s(?!(?i:an?|the|but|and)\b)(?:[A-ZÀ-Þ][\w.'’-]+|D\.?C\.?|[A-Z]\.[A-Z]\.)(?:\s[A-ZÀ-Þ][\w.'’-]+){0,2})?"
_NAME = r"[A-Z&][\w.&'’/-]*(?:\s[\w.&'’/-]+){0,4}"
_MARK = r"(?:--+|[-–—•:|*]|›|»)"
_DAY = rf"(?:(?:(?i:{MONTH})\s*\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s(?i:{MONTH}))(?:,?\s\d{{4}})?)"


class Dateline(NamedTuple):
    """Where a dateline stands in its paragraph, where its agency, and the date it gives with its year."""

    start: int
    end: int
    outlet: tuple[int, int] | None
    date: str | None


def dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens `paragraph`, without the dash after it; None if there is none."""
    head = paragraph[:_REACH]
    for pattern in _patterns():
        match = pattern.match(head)
        if match and _is_dateline(match):
            named = match.groupdict().get("outlet")
            outlet = match.span("outlet") if named else None
            date = next((one.edtf for one in dates_in(head[: match.end("line")])), None)
            return Dateline(*match.span("line"), outlet, date)
    return None


def _is_dateline(match: re.Match[str]) -> bool:
    outlet = match.groupdict().get("outlet")
    if outlet:
        return plain(outlet) not in plain_words("read_outlets", "not_outlets")
    place = re.split(r"[,/(]", match["line"])[0].strip()
    return plain(place) not in plain_words("read_places", "not_places")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    city = any_of(words("read_places", "cities"))
    known = f"(?i:{any_of(words('read_outlets', 'agencies') + words('read_outlets', 'outlets'))})"
    place = f"(?:{_UPPER}|{city}|[A-ZÀ-Þ][\\w.'’-]+(?:\\s[A-ZÀ-Þ][\\w.'’-]+){{0,2}})(?:/(?:{_UPPER}|{city}))*{_REGION}"
    sure = f"(?:{_UPPER}|{city})(?:/(?:{_UPPER}|{city}))*{_REGION}"
    date = rf"(?:[,.]?\s(?P<date>{_DAY}))?"
    patterns = (
        # LONDON, March 3 (Reuters) - ; Beijing, Dec 10 (IANS) ; New York (CNN Business)
        rf"(?P<line>{place}{date},?\s*\((?P<outlet>{known})\))(?=\s*{_MARK}|\s+\S)",
        # PARIS (The Morning Ledger) —
        rf"(?P<line>{sure}{date},?\s*\((?P<outlet>{_NAME})\))(?=\s*{_MARK}\s*\S)",
        # (Reuters) -
        rf"(?P<line>\((?P<outlet>{known})\))(?=\s*{_MARK}\s*\S|\s+[A-Z“\"])",
        # WASHINGTON, March 3 — ; PASADENA, Texas—When ; BEIJING •
        rf"(?P<line>{sure}{date})(?=\s*(?:--+|[–—•|]|›|»)\s*\S|\s+-\s+\S)",
        # Beijing, 10 December 2018:
        rf"(?P<line>{sure}[,.]?\s{_DAY})(?=\s*{_MARK}\s*\S)",
        # Beijing,   China on Monday: a dateline whose dash was lost leaves a wide gap
        rf"(?P<line>(?:{_UPPER}|{city})),[\s\xa0]{{2,}}(?=\S)",
    )
    return tuple(map(re.compile, patterns))
