"""Where reports of one affair give one thing two figures: another hour, day, sum of money, or number on board.

Two figures are of one thing where the clauses around them mean nearly the same without them, share two words that tell
what it is about, and name nobody different; those on board are of one ship or plane. Left out is what may well be two
things: where a clause has two figures of a kind or a report the other figure too, and where a clause is about what may
be or lies ahead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import combinations

from onrecord.days import days_of
from onrecord.match.figures import CLOSE, Figure, Kind, apart_on_clock, figures
from onrecord.match.meanings import Meanings
from onrecord.match.pictures import caption
from onrecord.match.quantities import ROUNDED, is_rounding
from onrecord.match.vocabulary import form
from onrecord.match.wording import shortened
from onrecord.model import Entity, Report, Span
from onrecord.wordlists import table

_ALIKE = 0.53
"""Least cosine of the two clauses without the figures. On 3,743 pairs of real reports of one affair (PolNeAR's training
part, AllSides), with 317 pairs of figures whose clauses are as near as 0.5, the rules let one false one by, at 0.52.
In 280 stories of two to four real reports three are as near as this, and rightly."""
_MUCH_ALIKE = 0.75  # the same for lengths of time: of those much has its own
_SHARED = 2  # words that tell what both clauses are about
_CROWD = 60  # figures of a kind in an affair: of more none are compared
_LARGE = 100  # from which a sum of money is told in round figures
_NEAR = 0.02  # share by which two smaller sums of money or per cents may differ and be one
_APART = 90  # days beyond which two days of the calendar are of two things
_LENGTH = 0.25  # share by which two lengths of time may differ and be one told in another measure
_SCALE: dict[Kind, float] = {"money": 20, "percent": 3}  # times: sums and shares farther apart are of different things
_HALF_YEAR = 186  # days, where every month has 31
_LISTED = 1_000  # people on board: of fewer there is a list, and no number is rounded
_WORD = re.compile(r"\w+")
_ABOUT: dict[Kind, str] = {
    "clock": "at what hour",
    "day": "on which day",
    "money": "how much money",
    "percent": "how many per cent",
    "length": "how long",
    "aboard": "how many on board",
}
Found = tuple[str, str, tuple[Span, ...]]


def figure_conflicts(reports: Sequence[Report], entities: Mapping[str, Entity], meanings: Meanings) -> Iterator[Found]:
    """For each disagreement on a figure in an affair: what it is about, its kind, and the sides.

    Args:
        reports: those of one affair.
        entities: those that are named in them, by id.
        meanings: tells how near clauses are.
    """
    known = {report.id: report for report in reports}
    named = _named(entities, known.keys())
    by_kind: dict[tuple[Kind, str], list[Figure]] = defaultdict(list)
    for report in reports:
        told = list(figures(report))
        for one in told:
            if _is_fact(one, report) and _stands_alone(one, told):
                by_kind[one.kind, one.unit].append(one)
    for (kind, _), those in by_kind.items():
        if 1 < len(those) <= _CROWD:
            pairs = [
                (a, b)
                for a, b in combinations(those, 2)
                if known[a.span.report].origin != known[b.span.report].origin and _is_one(a, b, named, meanings)
            ]
            pairs = _unsettled(pairs)
            if any(_differ(a, b) for a, b in pairs):
                yield from _grouped(kind, pairs)


def _unsettled(pairs: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """The pairs without those that differ while a report has, for one of them, another figure that agrees with it."""
    settled = {(one.span, other.span.report) for a, b in pairs if not _differ(a, b) for one, other in ((a, b), (b, a))}
    return [
        (a, b)
        for a, b in pairs
        if not _differ(a, b) or not {(a.span, b.span.report), (b.span, a.span.report)} & settled
    ]


def _is_one(a: Figure, b: Figure, named: Mapping[str, Sequence[tuple[Span, str]]], meanings: Meanings) -> bool:
    """Whether two figures are of one thing."""
    if _name_others(a, b, named):
        return False
    if a.kind == "aboard":  # an affair has one ship or plane, however its reports come to speak of those in it
        return len({_sort(one) for one in (a, b)} - {""}) == 1
    if len(a.telling & b.telling) < _SHARED or not a.deeds & b.deeds:
        return False
    if a.kind == "day" and _days_apart(a, b) > _APART:
        return False
    if a.kind in _SCALE and max(a.value, b.value) > _SCALE[a.kind] * min(a.value, b.value):
        return False
    return meanings.near(a.clause, b.clause) >= (_MUCH_ALIKE if a.kind == "length" else _ALIKE)


def _sort(one: Figure) -> str:
    """The noun for those counted as it is compared; "passengers and crew" are people; empty where it is elsewhere."""
    words = _WORD.findall(one.span.text.casefold())
    return form("people") if "and" in words else "" if words[-1][0].isdigit() else form(words[-1])


def _name_others(a: Figure, b: Figure, named: Mapping[str, Sequence[tuple[Span, str]]]) -> bool:
    """Whether both clauses name somebody, and nobody in common."""
    ours, theirs = (_near(one, named.get(one.span.report, ())) for one in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _days_apart(a: Figure, b: Figure) -> int:
    """About how many days lie between two days of the calendar, the shorter way round the year."""
    one, other = ((int(x.value) // 100) * 30 + int(x.value) % 100 for x in (a, b))
    return min(abs(one - other), 365 - abs(one - other))


def _near(one: Figure, named: Sequence[tuple[Span, str]]) -> set[str]:
    """Those who are named in the clause of a figure."""
    start, end = one.about
    return {key for mention, key in named if start <= mention.start and mention.end <= end}


def _named(entities: Mapping[str, Entity], reports: Set[str]) -> dict[str, list[tuple[Span, str]]]:
    """The mentions of people, bodies and countries in each report."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for one in entities.values():
        if one.type in ("person", "organisation", "country"):
            for mention in one.mentions:
                if mention.report in reports:
                    found[mention.report].append((mention, one.id))
    return found


def _is_fact(one: Figure, report: Report) -> bool:
    """Whether a figure is told of what has happened."""
    told = {word.casefold() for word in _WORD.findall(one.clause)}
    if told & _words("open") or one.is_limit or "@" in one.clause:  # a post shown in a report bears the reader's day
        return False
    if one.kind != "day":
        return True
    if caption(report.text, one.span.start, one.span.end):
        return False
    published = days_of(report.published)
    if published is None:
        return True
    month, day = divmod(int(one.value), 100)
    behind = (published.last.month - month) * 31 + published.last.day - day  # days, about: a year has 372 of them
    return (behind + _HALF_YEAR) % (2 * _HALF_YEAR) >= _HALF_YEAR


def _stands_alone(one: Figure, told: Sequence[Figure]) -> bool:
    """Whether its clause has no other figure of its kind."""
    start, end = one.about
    return not any(other is not one and other.kind == one.kind and start <= other.span.start < end for other in told)


def _differ(a: Figure, b: Figure) -> bool:
    if a.kind == "clock":
        return apart_on_clock(a.value, b.value) > CLOSE
    if a.kind == "day":
        return a.value != b.value
    if a.kind == "aboard":
        return a.value != b.value and not (max(a.value, b.value) >= _LISTED and is_rounding(a.value, b.value))
    larger = max(a.value, b.value)
    return abs(a.value - b.value) > _tolerance(a.kind, larger) * larger


def _tolerance(kind: Kind, larger: float) -> float:
    """Share by which two figures may differ and be one."""
    if kind == "length":
        return _LENGTH
    return ROUNDED if kind == "money" and larger >= _LARGE else _NEAR


def _grouped(kind: Kind, pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[Found]:
    """One conflict for all figures that hang together by such pairs, where some differ."""
    group: dict[Span, dict[Span, Figure]] = {}
    for a, b in pairs:
        joined = {**group.get(a.span, {a.span: a}), **group.get(b.span, {b.span: b})}
        for span in joined:
            group[span] = joined
    for members in {id(one): one for one in group.values()}.values():
        told = sorted(members.values(), key=lambda one: (one.span.report, one.span.start))
        if any(_differ(a, b) for a, b in combinations(told, 2)):
            sides = tuple(one.span for one in told)
            values = dict.fromkeys(one.span.text for one in told)
            yield f"{_ABOUT[kind]} (“{shortened(told[0].clause)}”): {' or '.join(values)}", kind_of(kind), sides


def kind_of(kind: Kind) -> str:
    """The kind of conflict that a disagreement on a figure is."""
    return "date" if kind in ("clock", "day") else "number"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("quantities")[name].split())
