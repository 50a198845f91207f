"""MEANTIME: time expressions of Wikinews with their values (Minard and others, LREC 2016), and find's held to them.

What find reads in each text gets a TIMEX3 value by the text's day of publication, which is given. Pairs are one to one
by shared characters, as in TempEval-3; only what begins before `full_until` counts, where the annotation is complete.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from onrecord.bench.measures import Rows, f1
from onrecord.bench.numbered import read_lines
from onrecord.find.times import expressions
from onrecord.match.resolution import resolved
from onrecord.model import Time

Range = tuple[int, int]
_FORE = re.compile(r"(?:on|in|at|over|during|the)\s+(?:late\s+on\s+)?(?=\S)", re.IGNORECASE)
_UNITS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}


class Timex(msgspec.Struct, frozen=True, omit_defaults=True):
    """A time expression: half-open character ranges, TIMEX3 type and value."""

    spans: tuple[Range, ...] = ()
    type: str | None = None
    value: str | None = None


class Document(msgspec.Struct, frozen=True):
    """A text with its times; further keys may stand in it."""

    id: str
    text: str
    published: str
    timex: tuple[Timex, ...]
    full_until: int | None = None


def read_documents(path: Path) -> list[Document]:
    """The documents of a file of JSON lines.

    Raises:
        MalformedInput: a line is no such document.
    """
    return read_lines(path, Document, "document with times")


def predicted(document: Document) -> list[Timex]:
    """The times that find reads in a document, in the form of its annotation."""
    day = date.fromisoformat(document.published)
    found = expressions(document.id, document.text, 0, len(document.text))
    return [_timex(one, day) for one in found]


def score(documents: Sequence[Document], given: Sequence[Sequence[Timex]]) -> Rows:
    """The figures of `given`, one list of times a document in the same order, 0–1."""
    counts = Counter[str]()
    for document, mine in zip(documents, given, strict=True):
        until = len(document.text) if document.full_until is None else document.full_until
        counts.update(_counts(_within(document.timex, until), _within(mine, until)))
    gold, ours = counts["gold"], counts["mine"]
    return {
        "times annotated": gold,
        "times F1, same characters": f1(counts["exact"], ours, gold),
        "times F1, shared characters": f1(counts["pairs"], ours, gold),
        "times type F1": f1(counts["type"], ours, gold),
        "times value F1": f1(counts["value"], ours, gold),
    }


def _within(times: Sequence[Timex], until: int) -> list[Timex]:
    return [one for one in times if one.spans and one.spans[0][0] < until]


def _counts(gold: Sequence[Timex], mine: Sequence[Timex]) -> Counter[str]:
    both = _pairs(gold, mine)
    return Counter(
        {
            "gold": len(gold),
            "mine": len(mine),
            "exact": len({one.spans for one in gold} & {one.spans for one in mine}),
            "pairs": len(both),
            "type": sum(a.type == b.type for a, b in both),
            "value": sum(a.value == b.value for a, b in both),
        }
    )


def _pairs(gold: Sequence[Timex], mine: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """One-to-one pairs that share characters, most shared first; ties go by the order of the times."""
    covers = [[{i for start, end in one.spans for i in range(start, end)} for one in side] for side in (gold, mine)]
    shared = sorted((-len(a & b), i, j) for i, a in enumerate(covers[0]) for j, b in enumerate(covers[1]) if a & b)
    chosen: list[tuple[int, int]] = []
    for _, i, j in shared:
        if not any(i == one or j == other for one, other in chosen):
            chosen.append((i, j))
    return [(gold[i], mine[j]) for i, j in chosen]


def _timex(time: Time, day: date) -> Timex:
    """A time in TimeML's form: without the preposition in front, with its type and the value that it has on `day`."""
    fore = _FORE.match(time.text) if time.kind not in ("duration", "vague") else None
    start = time.start + (fore.end() if fore else 0)
    return Timex(((start, time.end),), "DURATION" if time.kind == "duration" else "DATE", _value(time, day))


def _value(time: Time, day: date) -> str | None:
    if time.kind == "duration":
        return time.value
    if time.kind == "vague":
        return "FUTURE_REF" if time.ahead else "PAST_REF"
    if time.kind == "season":
        return time.value if time.value[0].isdigit() else f"{day.year}-{time.value}"
    if time.kind == "quarter":
        return f"{day.year}-Q{time.value}"
    days = resolved(time, day)
    if days is None:
        return None
    if time.kind == "date":
        return time.value if "/" not in time.value else _interval(time.value)
    week = days.first.isocalendar()
    forms = {
        "weeks": f"{week.year}-W{week.week:02}",
        "weekend": f"{week.year}-W{week.week:02}-WE",
        "months": days.first.isoformat()[:7],
        "month": days.first.isoformat()[:7],
        "this month": days.first.isoformat()[:7],
        "years": days.first.isoformat()[:4],
    }
    return forms.get(time.kind, days.first.isoformat())


def _interval(value: str) -> str:
    """A decade or a quarter in TimeML's form; any other stretch by its length in years."""
    first, last = value.split("/")
    if len(first) == 4 and first[3] == "0" and last == f"{int(first) + 9}":
        return first[:3]
    if len(first) == len("2012-01"):
        return f"{first[:4]}-Q{(int(first[5:]) + 2) // 3}"
    return f"P{int(last) - int(first)}Y" if len(first) == 4 else first
