"""Times in the words of a report, as they are told: "on Tuesday", "yesterday", "15 January", "two months ago".

They are read here without knowing when the report appeared; `match` puts days to them. A day that is a limit or an
origin ("by Friday", "since 3 March") tells no time of speaking and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.model import Time, TimeKind

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_MONTH = "|".join(
    sorted((f"{name}\\.?" if len(name) < 5 and name != "may" else name for name in _MONTHS), key=len, reverse=True)
)
_LIMIT = r"(?<!\bby )(?<!\buntil )(?<!\btill )(?<!\bsince )(?<!\bbefore )(?<!\bafter )(?<!\bfrom )(?<!\bof )(?<!\bfor )"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
_COUNT = "|".join(_NUMBERS)
_WHICH = "last |next |this coming |this |coming "
_NO_DAY = r"(?! \d{1,2}\b)"


def times(report: str, text: str, start: int, end: int) -> list[Time]:
    """The times in `text[start:end]`, in order.

    Args:
        report: the id of the report.
        text: its text.
        start: where the words to read begin, in characters.
        end: where they end.
    """
    hits = [(match, read) for pattern, read in _READERS for match in pattern.finditer(text, start, end)]
    found: list[Time] = []
    for match, read in sorted(hits, key=lambda hit: (hit[0].start(), -hit[0].end())):
        reading = read(match)
        if reading is None or (found and match.start() < found[-1].end):
            continue
        kind, value, ahead = reading
        ahead = ahead or bool(found and found[-1].ahead and text[found[-1].end : match.start()] == ", ")
        found.append(Time(report, match.start(), match.end(), match.group(), kind, value, ahead))
    return found


def _day(match: re.Match[str]) -> tuple[TimeKind, str, bool] | None:
    month = _MONTHS[match["month"].lower().rstrip(".")]
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    if match["year"]:
        return "date", f"{match['year']}-{month:02}-{day:02}", False
    return "day", f"{month:02}-{day:02}", False


def _month(match: re.Match[str]) -> tuple[TimeKind, str, bool] | None:
    month = _MONTHS[match["month"].lower().rstrip(".")]
    if match["year"]:
        return "date", f"{match['year']}-{month:02}", False
    how = (match["how"] or "").lower()
    if how.startswith("next"):
        return "month", f"{month:02}", True
    return ("this month" if how.startswith("earlier") else "month"), f"{month:02}", False


def _weekday(match: re.Match[str]) -> tuple[TimeKind, str, bool]:
    how = (match["how"] or "").lower().strip()
    return "weekday", str(_DAYS.index(match["weekday"].lower())), how in ("next", "coming", "this coming")


def _relative(match: re.Match[str]) -> tuple[TimeKind, str, bool]:
    word = match["word"].lower()
    days = -1 if word.startswith(("yesterday", "last night")) else 1 if word.startswith("tomorrow") else 0
    return "days", str(days), days > 0


def _ago(match: re.Match[str]) -> tuple[TimeKind, str, bool]:
    count = _NUMBERS.get(match["count"].lower()) or int(re.sub(r"\D", "", match["count"]) or 1)
    unit = match["unit"].lower()
    kinds: dict[str, TimeKind] = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
    return kinds[unit], str(-count), False


def _unit(match: re.Match[str]) -> tuple[TimeKind, str, bool]:
    kinds: dict[str, TimeKind] = {"week": "weeks", "month": "months", "year": "years"}
    how = match["how"].lower()
    count = -1 if how == "last" else 1 if how == "next" else 0
    return kinds[match["unit"].lower()], str(count), count > 0


def _year(match: re.Match[str]) -> tuple[TimeKind, str, bool]:
    return "date", match["year"], False


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[TimeKind, str, bool] | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"{_LIMIT}\b(?:on )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\b{_YEAR}", _day),
        (rf"{_LIMIT}\b(?:on )?(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d){_YEAR}", _day),
        (rf"\b(?P<how>(?:(?:earlier|late|early|later) )?in |last |next )(?P<month>{_MONTH})\b{_NO_DAY}{_YEAR}", _month),
        (rf"(?P<how>\bthe )(?P<month>{_MONTH})\b{_NO_DAY}{_YEAR}(?= [a-z])", _month),
        (rf"{_LIMIT}\b(?:on )?(?P<how>{_WHICH})?(?P<weekday>{'|'.join(_DAYS)})\b(?!['’]s)", _weekday),
        (r"\b(?P<word>yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b", _relative),
        (rf"\b(?P<count>{_COUNT}|a|\d{{1,3}}) (?P<unit>day|week|month|year)s? ago\b", _ago),
        (r"\b(?P<how>last|this|next) (?P<unit>week|month|year)\b", _unit),
        (r"\bin (?P<year>(?:19|20)\d\d)\b", _year),
    )
)
