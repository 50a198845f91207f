"""How well reports are dated by their words: some lose their dates, and what match gives them is held to the truth.

The texts are read once. Then they are put into piles as a user has them, by week and by month, with every third report
of unknown date; for a small affair each report in turn, and a third at once. In the last pile no report has a date.
What a report says of its own date (date lines, datelines) does not count: only the words of its body do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

import msgspec

from onrecord.bench.gold import read_gold
from onrecord.bench.measures import Rows
from onrecord.bench.numbered import numbered, read_lines
from onrecord.bench.trial import Trial
from onrecord.days import days_of
from onrecord.match import match
from onrecord.model import Findings, Report, TimeKind
from onrecord.settings import Settings

SAMPLE = 300
"""Articles of PolNeAR's training part that are measured on, chosen by `SEED`."""
SEED = 20261126
THIRD = 3
"""Every so manieth report of a pile loses its date."""
MONTH = 31
"""Days: what is not longer is bounded to a month or better."""

_NAMING: frozenset[TimeKind] = frozenset({"date", "day", "month", "this month"})


class Article(msgspec.Struct, frozen=True):
    """An article with its day of publication; further keys may stand in it."""

    id: str
    text: str
    published: str


class Dated(msgspec.Struct, frozen=True):
    """A report as it was read, its findings, and the day on which it appeared in truth."""

    report: Report
    findings: Findings
    day: date


Pile = tuple[Sequence[Dated], frozenset[str]]
"""Reports, and the ids of those whose dates are taken off."""


def read_articles(path: Path) -> list[Article]:
    """The sample of a file of JSON lines, in the order of the file.

    Raises:
        MalformedInput: a line is no article with a date.
    """
    articles = read_lines(path, Article, "article with a date")
    chosen = set(Random(SEED).sample(sorted(one.id for one in articles), min(SAMPLE, len(articles))))
    return [one for one in articles if one.id in chosen]


def articles_dated(articles: Sequence[Article], built: Trial) -> list[Dated]:
    """The articles as they were read, in their order; `built` is of their texts."""
    reports = numbered(built.record)
    found = {one.report: one for one in built.findings}
    read = [(reports[n], one.published) for n, one in enumerate(articles) if n in reports]
    unique = {report.id: Dated(report, found[report.id], date.fromisoformat(day)) for report, day in read}
    return list(unique.values())


def story_dated(folder: Path, built: Trial) -> list[Dated]:
    """The reports of a gold story whose day is known; `built` is of its reports."""
    gold = read_gold(folder).reports
    found = {one.report: one for one in built.findings}
    days = {one.id: days_of(gold[Path(one.file).stem].published) for one in built.record.reports}
    return [
        Dated(one, found[one.id], days_.first)
        for one in built.record.reports
        if (days_ := days[one.id]) is not None and days_.certain
    ]


def by_period(reports: Sequence[Dated], form: str) -> list[Pile]:
    """Piles of the reports of a week ("%G-%V") or a month ("%Y-%m"); a third of each, by `SEED`, loses its date."""
    piles = defaultdict[str, list[Dated]](list)
    for one in reports:
        piles[one.day.strftime(form)].append(one)
    return [_a_third_off(piles[key], key) for key in sorted(piles) if len(piles[key]) >= THIRD]


def _a_third_off(pile: Sequence[Dated], key: str) -> Pile:
    ids = sorted(one.report.id for one in pile)
    return pile, frozenset(Random(f"{SEED} {key}").sample(ids, len(ids) // THIRD))


def of_one_affair(reports: Sequence[Dated]) -> list[Pile]:
    """The affair with each report's date taken off in turn, and with a third of them taken off, three times."""
    ids = sorted(one.report.id for one in reports)
    order = Random(SEED).sample(ids, len(ids))
    thirds = [frozenset(order[n::THIRD]) for n in range(THIRD)]
    return [*((reports, frozenset({one})) for one in ids), *((reports, off) for off in thirds)]


def of_articles(reports: Sequence[Dated], settings: Settings) -> Rows:
    """The figures of articles that have no affair in common: piles by week and by month, and one without any date."""
    return {
        **figures("by week", by_period(reports, "%G-%V"), settings),
        **figures("by month", by_period(reports, "%Y-%m"), settings),
        **_all_off(reports, settings),
    }


def of_story(reports: Sequence[Dated], settings: Settings) -> Rows:
    """The figures of one affair: each report in turn and a third at once, and all of them."""
    return {**figures("in turn", of_one_affair(reports), settings), **_all_off(reports, settings)}


def _all_off(reports: Sequence[Dated], settings: Settings) -> Rows:
    found = figures("all", [(reports, frozenset(one.report.id for one in reports))], settings)
    return {key: found[key] for key in ("without a date, all", "dated wrongly, all", "bounded to a month, all")}


def figures(name: str, piles: Sequence[Pile], settings: Settings) -> Rows:
    """The figures of some piles, shares 0–1 of the reports whose dates were taken off, each named "… `name`"."""
    counts = Counter[str]()
    for pile, off in piles:
        counts.update(_verdicts(pile, off, settings))
    total, naming = counts["all"], counts["naming"]

    def share(what: str, of: int) -> float | None:
        return counts[what] / of if of else None

    return {
        f"without a date, {name}": total,
        f"dated to the right day, {name}": share("exact", total),
        f"rightly bounded, {name}": share("bounded", total),
        f"dated wrongly, {name}": share("wrong", total),
        f"bounded to a month, {name}": share("month", total),
        f"the same, words name a date, {name}": share("naming month", naming),
    }


def _verdicts(pile: Sequence[Dated], off: frozenset[str], settings: Settings) -> Iterable[str]:
    """One name for each thing that counts, of each report whose date was taken off."""
    record = match(
        tuple(_stripped(one) if one.report.id in off else _stated(one) for one in pile),
        tuple(_bare(one) for one in pile),
        settings,
    )
    given: Mapping[str, str | None] = {one.id: one.published for one in record.reports}
    for one in pile:
        if one.report.id in off:
            yield from _verdict(one, given[one.report.id])


def _verdict(one: Dated, published: str | None) -> Iterable[str]:
    yield "all"
    naming = any(time.kind in _NAMING for time in one.findings.times)
    if naming:
        yield "naming"
    days = days_of(published)
    if days is None:
        yield "open"
    elif not days.first <= one.day <= days.last:
        yield "wrong"
    else:
        yield "exact" if days.certain else "bounded"
        if (days.last - days.first).days < MONTH:
            yield "month"
            if naming:
                yield "naming month"


def _stripped(one: Dated) -> Report:
    return msgspec.structs.replace(one.report, published=None, published_basis=None, published_why=None)


def _stated(one: Dated) -> Report:
    return msgspec.structs.replace(one.report, published=one.day.isoformat(), published_basis="stated")


def _bare(one: Dated) -> Findings:
    """The findings without the times in the dateline, which says when the report appeared."""
    line = one.report.dateline
    if line is None:
        return one.findings
    kept = tuple(time for time in one.findings.times if not line.start <= time.start < line.end)
    return msgspec.structs.replace(one.findings, times=kept)
