"""Different numbers for one thing: "four tonnes of fish" in one report, "14 tonnes of fish" in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from onrecord.days import days_of
from onrecord.match.meanings import Meanings
from onrecord.match.quantities import ROUNDED, Quantity, is_rounding, quantities
from onrecord.match.vocabulary import form, synonymous
from onrecord.model import Report, Span
from onrecord.wordlists import table

_SCALE = 10  # times: numbers farther apart are of different things
_ROUGH = 10  # from which a measure ("36 miles") is told in round figures
_CONTEXT = 2  # other words that two sentences share, at least, for their numbers to be of one thing
_ALIKE = 0.55
"""Least cosine of two sentences whose numbers are of one thing. With it, and reports left out that give one noun two
numbers, 152 pairs of real reports on one story give no conflict (5 false ones without that rule), and the invented
affairs of development their three."""
_FRESH = 10
"""Days between two reports beyond which their numbers are not compared: each tells its own news, and of real affairs of
months' length four false conflicts out of six went with it."""
_CROWD = 40  # numbers of one noun in an affair: more are a list or a subject of its own, and are not compared


def number_conflicts(reports: Sequence[Report], meanings: Meanings) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """For each disagreement on a number in an affair: what it is about, its kind, and the sides.

    Args:
        reports: those of one affair.
        meanings: tells how near sentences are.
    """
    published = {report.id: report.published for report in reports}
    origin = {report.id: report.origin for report in reports}
    by_noun: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for report in reports:
        for one in quantities(report):
            by_noun[one.noun, ""].append(one)
            if one.fate and one.noun in _people():
                by_noun[one.noun, one.fate].append(one)
    for told in map(_told_once, by_noun.values()):
        if 1 < len(told) <= _CROWD:
            pairs = [
                (a, b)
                for a, b in combinations(told, 2)
                if origin[a.span.report] != origin[b.span.report] and _conflict(a, b, published, meanings)
            ]
            yield from _grouped(told, pairs)


@cache
def _people() -> frozenset[str]:
    """Nouns for people as they are compared: of these a report has several numbers, each of those to whom one thing
    happened."""
    return frozenset(form(word) for word in table("quantities")["people"].split())


def _conflict(a: Quantity, b: Quantity, published: Mapping[str, str | None], meanings: Meanings) -> bool:
    if (
        agree(a, b)
        or (a.of and b.of and a.of != b.of)
        or _told_of_others(a, b)
        or is_update(a, b, published)
        or _far(a, b, published)
    ):
        return False
    if len(a.context & b.context) < _CONTEXT or max(a.value, b.value) > _SCALE * min(a.value, b.value):
        return False
    return meanings.near(a.sentence, b.sentence) >= _ALIKE or (
        a.of == b.of != "" and len(a.context & b.context) > _CONTEXT
    )


def _told_of_others(a: Quantity, b: Quantity) -> bool:
    """Whether something different is told of those counted: "two guards fled", "four guards fell"."""
    return bool(a.fate and b.fate) and a.fate != b.fate and not synonymous(a.fate, b.fate)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers can both be right: the same, one rounded, or one within the bound that the other gives."""
    low, high = sorted((a.value, b.value))
    is_rough = "about" in (a.bound, b.bound) or (a.is_measure and high >= _ROUGH)
    if low == high or is_rounding(low, high) or (is_rough and high - low <= ROUNDED * high):
        return True
    for one, other in ((a, b), (b, a)):
        if (one.bound == "least" and other.value >= one.value) or (one.bound == "most" and other.value <= one.value):
            return True
    return False


def is_update(a: Quantity, b: Quantity, published: Mapping[str, str | None]) -> bool:
    """Whether the later report tells the larger number, as counts of what goes on grow."""
    first, second = days_of(published[a.span.report]), days_of(published[b.span.report])
    if first is None or second is None or (first.last >= second.first and second.last >= first.first):
        return False
    earlier, later = (a, b) if first.last < second.first else (b, a)
    return later.value > earlier.value


def _far(a: Quantity, b: Quantity, published: Mapping[str, str | None]) -> bool:
    """Whether two reports certainly appeared long after one another."""
    first, second = days_of(published[a.span.report]), days_of(published[b.span.report])
    if first is None or second is None:
        return False
    return first.gap(second) > _FRESH


def _told_once(told: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of a noun in reports that give it one, of all; where a report gives two, they are of two things."""
    values: dict[str, set[float]] = defaultdict(set)
    for one in told:
        values[one.span.report].add(one.value)
    return [one for one in told if len(values[one.span.report]) == 1 and not one.is_part]


def _grouped(
    told: Sequence[Quantity], pairs: Iterable[tuple[Quantity, Quantity]]
) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """One conflict for all pairs that differ on one noun, with every report that tells one of the numbers."""
    values: dict[float, None] = {}
    for pair in pairs:
        for one in pair:
            values[one.value] = None
    if values:
        sides = tuple(one.span for one in told if one.value in values)
        numbers = " or ".join(f"{value:g}" for value in sorted(values))
        example = next(one for one in told if one.value in values)
        yield f"how many {example.thing}: {numbers}", "number", sides
