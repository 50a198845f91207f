"""Reports that print the text of another: wire copy with cuts and another headline, articles published again.

Two reports share a text where most runs of five words of the shorter one stand in the longer one. Every report is held
against those that no other was found in, by a sample of its runs, so the work grows with the number of reports and not
with its square. (Sampling by hash and containment: Broder, "On the resemblance and containment of documents", 1997.)
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.days import days_of
from onrecord.model import Link, Report

Hashes = npt.NDArray[np.uint64]

RUN = 5  #: words
SHARED = 0.4
"""Share (0–1) of the runs of the shorter report that must stand in the longer one. `bench/copies.py` on PolNeAR's
training articles: copies cut to between a third and nine tenths, every twentieth word replaced, share 0.46 at least,
other articles of one day 0.065 at most."""
SHORTER = 0.2
"""Share (0–1) of the longer report that the shorter one must be long: what merely takes in a short item is its own."""
_SAMPLE = 4  # one run in so many is looked up; the rest is counted only for the pairs that these bring together
_LEAST = 20  # runs: a shorter text proves nothing
_BOILERPLATE = 256  # reports: runs that more of them have are an outlet's standing words
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, as a multiplier of hashes must be
_MIXED = np.uint64(0xFF51AFD7ED558CCD)


@dataclass(frozen=True)
class Runs:
    """A report with the hashes of its runs of words, each once and in order."""

    report: Report
    hashes: Hashes
    first: date | None
    last: date | None

    @property
    def sample(self) -> list[int]:
        """The hashes that are looked up."""
        found: list[int] = self.hashes[self.hashes % np.uint64(_SAMPLE) == 0].tolist()
        return found


def with_copies(reports: tuple[Report, ...]) -> tuple[tuple[Report, ...], tuple[Link, ...]]:
    """The reports, each that prints another's text with the id of that other; and a link for each.

    Of two the earlier is the source. Where dates do not tell, the fuller one counts as the source, as the link says.
    """
    sources, holders = list[Runs](), dict[int, list[int]]()
    copied, links = dict[str, str](), list[Link]()
    for one in sorted(map(_runs, reports), key=_precedence):
        found = _source(one, sources, holders)
        if found is None:
            for run in one.sample:
                those = holders.setdefault(run, [])
                if len(those) <= _BOILERPLATE:
                    those.append(len(sources))
            sources.append(one)
        else:
            source, share = found
            copied[one.report.id] = source.report.id
            links.append(_link(one, source, share))
    marked = (msgspec.structs.replace(one, copy_of=copied[one.id]) if one.id in copied else one for one in reports)
    return tuple(marked), tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _runs(report: Report) -> Runs:
    days = days_of(report.published)
    return Runs(report, _hashes(_own_text(report)), days.first if days else None, days.last if days else None)


def _own_text(report: Report) -> str:
    """The text without what scraping left."""
    pieces, at = [], 0
    for span in sorted(report.noise, key=lambda span: span.start):
        pieces.append(report.text[at : max(at, span.start)])
        at = max(at, span.end)
    return " ".join([*pieces, report.text[at:]])


def _hashes(text: str) -> Hashes:
    words = np.array([zlib.crc32(word.encode()) for word in re.findall(r"\w+", text.casefold())], np.uint64)
    if len(words) < RUN:
        return np.array([], np.uint64)
    count = len(words) - RUN + 1
    found = np.zeros(count, np.uint64)
    for at in range(RUN):
        found = found * _BASE + words[at : at + count]
    found = (found ^ (found >> np.uint64(33))) * _MIXED
    return np.unique(found ^ (found >> np.uint64(33)))


def _precedence(one: Runs) -> tuple[date, date, int, str]:
    """The earlier first, then the fuller; what has no date comes last."""
    return one.first or date.max, one.last or date.max, -len(one.hashes), one.report.id


def _source(one: Runs, sources: list[Runs], holders: dict[int, list[int]]) -> tuple[Runs, float] | None:
    """The report whose text this one prints, and the share of the shorter one's runs that both have."""
    if len(one.hashes) < _LEAST:
        return None
    sample = one.sample
    hits = Counter(n for run in sample for n in holders.get(run, ()) if len(holders[run]) <= _BOILERPLATE)
    best: tuple[float, int] | None = None
    for n, count in sorted(hits.items()):
        other = sources[n]
        shorter, longer = sorted((len(one.hashes), len(other.hashes)))
        if shorter < SHORTER * longer or count * _SAMPLE < SHARED * shorter / 2:
            continue
        share = len(np.intersect1d(one.hashes, other.hashes, assume_unique=True)) / shorter
        if share >= SHARED and (best is None or share > best[0]):
            best = share, n
    return (sources[best[1]], best[0]) if best else None


def _link(one: Runs, source: Runs, share: float) -> Link:
    low, high = sorted((one.report.id, source.report.id))
    is_later = one.first is not None and source.last is not None and one.first > source.last
    order = "which appeared later" if is_later else "of which it is not known whether it appeared later"
    why = (
        f"{share:.0%} of the runs of {RUN} words of the shorter report stand in the longer; {one.report.file}, {order}"
    )
    return Link("copy", low, high, round(share, 3), f"{why}, counts as the copy")
