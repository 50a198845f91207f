"""The days of the pictures that a report shows, as their captions tell them: "in Weir, May 3, 2021. Ann Roe/Reuters".

A report is no older than its pictures, and most of these are of its news: of 554 in 397 articles of news 487 were at
most ten days old. Of 214 that say that they come from a file 130 were no more than that they are older.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.model import Time, TimeUse
from onrecord.wordlists import table

_LONGEST = 700  # characters of the longest caption
_FILE = re.compile(r"\bfile\b", re.IGNORECASE)


def with_pictures(text: str, times: Iterable[Time]) -> tuple[Time, ...]:
    """The times of a report, those that are the day of a picture marked as such."""
    return tuple(_marked(text, one) if one.kind == "date" and one.is_day else one for one in times)


def caption(text: str, start: int, end: int) -> str | None:
    """The caption of a picture that some words stand in; None where they stand in none."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    return line if len(line) <= _LONGEST and _credit().search(line, end - first) else None


def _marked(text: str, time: Time) -> Time:
    line = caption(text, time.start, time.end) if time.use == "when" else None
    if line is None:
        return time
    use: TimeUse = "old picture" if _FILE.search(line) else "picture"
    return msgspec.structs.replace(time, use=use)


@cache
def _credit() -> re.Pattern[str]:
    """An agency with a photographer or a word for pictures beside it, or in brackets."""
    known = sorted(table("read_noise")["picture_agencies"], key=lambda name: (-len(name), name))
    names = f"(?:{'|'.join(map(re.escape, known))})"
    beside = rf"\b{names}\s?[/|]|[/|(]\s?{names}\b"
    return re.compile(rf"{beside}|\b(?:photo|picture|image)s?(?:\s(?:by|taken|courtesy)\b|\s?[:/])", re.IGNORECASE)
