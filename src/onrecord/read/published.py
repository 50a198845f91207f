"""When a report says that it was published: its date lines, and what each of them states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from onrecord.read.dates import MONTH, WEEKDAY, DateFound, dates_in
from onrecord.read.lines import BLANKS

_LONGEST = 160
"""Characters of the longest line that is looked at."""

_UPDATED = r"(?:(?:last|this\s+\w+\s+was(?:\s+last)?)\s+)?(?:updated|modified|revised|edited|refreshed|reviewed)"
_PUBLISHED = (
    r"(?:(?:this|the)\s+(?:article|story|post|piece|report|page)\s+(?:was|is|has\s+been)\s+)?"
    r"(?:(?:first|originally|last)\s+)?(?:published|posted|released|issued|created|filed|uploaded|publication\s+date|"
    r"published\s+date|date\s+published|release\s+date|pub\.?\s*date|pubdate|date\s+posted|post\s+date|dated?)"
)
_PRINT = (
    r"(?:a\s+version\s+of\s+this\s+(?:article|story)\s+)?"
    r"(?:appeared|appears|published)\s+in\s+(?:the|print\s+on|print)\b"
)
_LABEL = re.compile(rf"\b(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))\b", re.IGNORECASE)
_TIME = (
    r"(?:at\s+)?\bT?(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d){0,2}(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?|hrs?\b|hours\b)"
    r"|\bT?(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\.\d+)?(?:Z\b|\s*[+-]\d{2}:?\d{2}\b)?"
)
_ZONES = "GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|JST|KST|HKT|SGT|AEST|AEDT|AWST|NZST|NZDT|WIB|SAST|EAT|WAT|PKT|Z"
_ZONE = rf"\(?\b(?:{_ZONES}|[ECMP][SD]?T)\b\)?(?:\s*[+-]\d{{1,2}}(?::?\d{{2}})?)?"
_FILLER = re.compile(
    rf"{_TIME}|\b{WEEKDAY}|{_ZONE}"
    r"|\b(?:noon|midnight|eastern|pacific|central|local|time|on|at|by|and|the|first|in|print)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"[\d:]")
_MARKS = re.compile(r"[\s:|,;.·•/()\[\]–—-]+")
_YEARLESS = re.compile(rf"\b{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?:(?:{_UPDATED}|{_PUBLISHED}|date|time|by|author|source|tags?|topics?|category|location|share|comments?)\s*:?\s*)$",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(rf"(?:{_PUBLISHED}|{_UPDATED})\b\s*:?\s*(?:on\s+)?", re.IGNORECASE)
_IN_PRINT = re.compile(rf"{_PRINT}.{{0,60}}\b(?:print\s+edition|page|edition|print)\b", re.IGNORECASE)

PART = re.compile(r"[^|·•]*[^|·•\s]")
"""A part of a credit line, with the white space before it."""
_WORDS = 5  # words of the longest part beside the date
_PLACE = re.compile(r"^[A-Z][A-Z .]{2,30}[:,]\s")

Kind = Literal["published", "plain", "dateline", "print", "bottom", "updated"]
_ORDER: tuple[Kind, ...] = ("published", "plain", "dateline", "print", "bottom", "updated")
"""Which of several dates counts: one said to be of publication, one that is just there, of the dateline,
of the print, one that is just there at the end, of a change."""


class Stated(NamedTuple):
    """A date that a report states of itself: what it is the date of, its EDTF string, and the words."""

    kind: Kind
    edtf: str
    words: str


class DateLine(NamedTuple):
    """A line of metadata: what it states (nothing where it is empty or open), and whether it has a label."""

    stated: tuple[Stated, ...]
    labelled: bool


def date_line(line: str) -> DateLine | None:
    """What `line` states if it holds nothing but dates, times and their labels; None if it is anything else."""
    if len(line) > _LONGEST or not _HINT.search(line):
        return None
    if _ALONE.match(line) and ":" in line:
        return DateLine((), labelled=True)
    found = list(dates_in(line))
    labelled = _LABEL.search(line) is not None
    if not found and not labelled:
        return None
    if found and _IN_PRINT.match(line):
        return DateLine(tuple(_stated(line, found, "print")), labelled=True)
    if not _nothing_else(line, found, labelled):
        return _in_parts(line)
    return DateLine(tuple(_stated(line, found, "plain")), labelled)


def _in_parts(line: str) -> DateLine | None:
    """What a credit line states that has a date among other short parts: "Tarn Wire | 2021-03-04 | Editor: ar"."""
    parts = PART.findall(line)
    dated = [date_line(part) for part in parts] if len(parts) > 1 else []
    others = [part for part, one in zip(parts, dated, strict=False) if one is None]
    stated = tuple(one for found in dated if found for one in found.stated)
    is_credit = all(len(part.split()) <= _WORDS and part.rstrip()[-1:] not in ".!?" for part in others)
    return DateLine(stated, labelled=True) if stated and is_credit else None


def cut_off_line(line: str) -> DateLine | None:
    """What `line` states if it opens with a label and a date and goes on with words that no sentence end closes."""
    label = _CUT_OFF.match(line)
    found = list(dates_in(line[:_LONGEST]))
    if not found or found[0].start != (label.end() if label else 0):
        return None
    if not label and not re.match(r"\d{4}-\d\d-\d\d", line):
        return None
    return DateLine(tuple(_stated(line, found[:1], "published" if label else "plain")), labelled=True)


def published(stated: Iterable[Stated]) -> Stated | None:
    """The date of publication among those that a report states; None if there is none, or if two of one kind differ."""
    by_kind: dict[Kind, list[Stated]] = {}
    for one in stated:
        by_kind.setdefault(one.kind, []).append(one)
    for kind in _ORDER:
        if kind in by_kind:
            best = max(by_kind[kind], key=lambda one: len(one.edtf))
            return best if all(best.edtf.startswith(one.edtf) for one in by_kind[kind]) else None
    return None


def why(stated: Stated) -> str:
    """One line that says which words state the date."""
    what = {"updated": " (of a change; it gives no other)", "print": " (of the print)"}.get(stated.kind, "")
    return f"the report gives “{' '.join(stated.words.split())}”{what}"


def _nothing_else(line: str, found: Sequence[DateFound], labelled: bool) -> bool:
    """Whether nothing is left of `line` without its dates, times, labels and marks."""
    rest = line
    for one in reversed(found):
        rest = rest[: one.start] + " | " + rest[one.end :]
    rest = _LABEL.sub(" ", _PLACE.sub("", rest))
    if labelled:
        rest = _YEARLESS.sub(" ", rest)
    return not _MARKS.sub("", _FILLER.sub(" ", rest)).strip(BLANKS)


def _stated(line: str, found: Sequence[DateFound], unlabelled: Kind) -> Iterable[Stated]:
    begin = 0
    for one in found:
        if one.edtf:
            kind = unlabelled
            for label in _LABEL.finditer(line, begin, one.start) if unlabelled != "print" else ():
                kind = "updated" if label["updated"] else "published"
            yield Stated(kind, one.edtf, line)
        begin = one.end
