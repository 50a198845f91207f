"""Where reports give one person two ages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.days import days_of
from onrecord.model import Entity, Mention, Report, Span

_BEHIND = (
    re.compile(
        r"(?:,?\s(?:aged?\s|who\s(?:is|was)\s|now\s)\(?|,\s|\s\()(?P<age>\d{1,2})(?=[,;.)]|\sand\b|\swho\b|\swas\b)"
        r"(?![.,]\d)"
    ),
    re.compile(r"(?:,|\s(?:is|was))\san?\s(?P<age>\d{1,2})[-‑ ]year[-‑ ]old\b"),
    # "who died on Friday, aged 58": words for another person between ("his son, aged 3") would make it that one's age
    re.compile(
        r",?\s(?:who\s)?(?:was\s|has\s|had\s)?(?:died|killed|drowned|collapsed)\b(?P<far>[^.;:”\"]{0,60}),\saged\s(?P<age>\d{1,2})\b"
    ),
)
_OTHER = re.compile(r"\b(?:his|her|their|with|and|son|daughter|wife|husband|child|who)\b|[a-z]\s[A-Z][a-z]+\s[A-Z]")
_BEFORE = re.compile(r"\b(?P<age>\d{1,2})-year-old\s(?:[a-z-]+,?\s){0,3}$")
_YEAR = 365  # days
_SIDE = 48  # characters beside a name that hold an age
Found = tuple[str, str, tuple[Span, ...]]


class _Age(NamedTuple):
    report: Report
    span: Span
    years: int


def age_conflicts(reports: Sequence[Report], entities: Iterable[Entity]) -> Iterator[Found]:
    """For each person to whom the reports give ages that cannot both be right: what it is about, its kind, the sides.

    Args:
        reports: those of one affair.
        entities: those that are named in them.
    """
    known = {report.id: report for report in reports}
    for one in entities:
        if one.type == "person":
            told = list(_ages(one, known))
            if any(_disagree(a, b) for a in told for b in told):
                values = " or ".join(str(years) for years in sorted({age.years for age in told}))
                yield f"the age of {one.name}: {values}", "number", tuple(age.span for age in told)


def _ages(one: Entity, known: Mapping[str, Report]) -> Iterator[_Age]:
    """The first age that each report gives a person."""
    found: dict[str, _Age] = {}
    for mention in one.mentions:
        report = known.get(mention.report)
        if report is None or report.id in found:
            continue
        match = _match(report.text, mention)
        if match and int(match["age"]) > 0:
            found[report.id] = _Age(report, report.span(*match.span("age")), int(match["age"]))
    yield from found.values()


def _match(text: str, mention: Mention) -> re.Match[str] | None:
    """The words beside a name that tell the age."""
    for pattern in _BEHIND:
        match = pattern.match(text, mention.end)
        if match and not _OTHER.search(match.groupdict().get("far") or ""):
            return match
    return _BEFORE.search(text, max(0, mention.start - _SIDE), mention.start)


def _disagree(a: _Age, b: _Age) -> bool:
    """Whether no birthday between the reports explains that one gives more years than the other."""
    if a.years >= b.years or a.report.origin == b.report.origin:
        return False
    younger, older = days_of(a.report.published), days_of(b.report.published)
    if younger is None or older is None:
        return b.years - a.years > 1
    if younger.first > older.last:
        return True
    return b.years - a.years > 1 + (older.last - younger.first).days // _YEAR
