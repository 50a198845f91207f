"""The pairs of mentions of events that are worth comparing: few, so that a large pile stays fast.

Mentions of one deed meet where they share a party, a place or a day, stand in one report, or stand in two reports that
name the same people within a few days; mentions of deeds of near meaning only in such reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from onrecord.model import Told

_NEXT = 64
"""Mentions of one deed by one party that each is held against, the next ones in the order of days: more would make the
work grow with the square of the pile, and what is one event is joined step by step."""


def deed_pairs(
    told: Sequence[Told],
    days: Sequence[date | None],
    published: Mapping[str, str | None],
    near_deeds: Iterable[tuple[str, str]],
    near_reports: Mapping[str, Iterable[str]],
) -> list[tuple[int, int]]:
    """The numbers of the mentions of each pair, the lower first, in order.

    Args:
        told: the mentions.
        days: the day of each, where it tells one.
        published: the dates of the reports, by their ids.
        near_deeds: the pairs of deeds (as `Told.lemma` has them) that mean much the same.
        near_reports: for each report others that name the same people and bodies, each pair once.
    """
    by_report: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, one in enumerate(told):
        by_report[one.mention.report][one.lemma].append(n)
    alike: dict[str, list[str]] = defaultdict(list)
    for a, b in near_deeds:
        alike[a].append(b)
        alike[b].append(a)
    found = set(_sharing(told, days, published))
    for report, here in by_report.items():
        for numbers in here.values():
            found.update(combinations(numbers, 2))
        for other in (report, *near_reports.get(report, ())):
            found.update(_between(here, by_report.get(other, {}), alike, same=other == report))
    return sorted(found)


def _sharing(
    told: Sequence[Told], days: Sequence[date | None], published: Mapping[str, str | None]
) -> Iterator[tuple[int, int]]:
    """The pairs of one deed with the same doer, the same one it is done to, the same place or the same day."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        place = one.place.text if one.place else None
        for kind, key in (("by", one.agent), ("to", one.patient), ("at", place), ("on", days[n])):
            if key is not None:
                holders[one.lemma, kind, key].append(n)
    for numbers in holders.values():
        numbers.sort(key=lambda n: (published.get(told[n].mention.report) or "", n))
        for at, n in enumerate(numbers):
            yield from ((min(n, m), max(n, m)) for m in numbers[at + 1 : at + 1 + _NEXT])


def _between(
    here: Mapping[str, list[int]], there: Mapping[str, list[int]], alike: Mapping[str, list[str]], *, same: bool
) -> Iterator[tuple[int, int]]:
    """The pairs of mentions in two reports by one deed or by two of near meaning; in one report by two alone."""
    for deed, numbers in here.items():
        for other in alike.get(deed, ()) if same else (deed, *alike.get(deed, ())):
            yield from ((min(n, m), max(n, m)) for n, m in product(numbers, there.get(other, ())))
