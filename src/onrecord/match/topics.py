"""What the statements of an affair are about: groups of them that bear on one thing more than on all else said.

How two statements bear on each other is learned (`bearings`), how many topics there are follows from that
(`communities`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from onrecord.match.bearings import Affair, Bearings, bearings
from onrecord.match.communities import communities
from onrecord.match.meanings import Meanings
from onrecord.model import Report, Statement

_LEAST = 3  # statements that make a point; two are one remark and one answer, and they gain nothing on labelled stories
_SHARP = 2.0
"""Power to which the probability of being on one point is raised, so that what surely hangs together counts more. Mean
F1 of positions on 56 labelled stories, each read by what was fitted on others, with 1, 1.5, 2 and 3: 0.362, 0.374,
0.382 and 0.372; on eight affairs with a record by hand 0.301, 0.324, 0.328 and 0.325."""
_STANDS = frozenset({"deny", "allege", "concede", "criticise", "demand", "support", "warn"})
"""Acts of which a point needs one: what is merely told is in no dispute. It costs 0.01 of the F1 on these stories, all
of which are disputes, and gains 0.02 of the precision."""
_MOST = 800
"""Statements that are compared with each other; a larger affair is read in stretches of its reports, so that the time
grows with the number of reports and not with its square."""


class Topic(NamedTuple):
    """Statements on one thing."""

    statements: list[Statement]
    held: Bearings
    """How they bear on each other."""


def topics(statements: Iterable[Statement], reports: Iterable[Report], meanings: Meanings) -> Iterator[Topic]:
    """The statements on each topic of an affair on which at least two speakers stand.

    Args:
        statements: all of the affair, those of one report in a row.
        reports: those that they stand in.
        meanings: tells how near statements are.
    """
    known = {report.id: report for report in reports}
    for told in _stretches(statements):
        if len(told) < _LEAST:
            continue
        held = bearings(Affair(told, known, meanings))
        for group in communities((held.same + held.opposite) ** _SHARP):
            members = [told[n] for n in group]
            if _is_disputed(members):
                here = np.ix_(group, group)
                yield Topic(members, Bearings(held.same[here], held.opposite[here]))


def _stretches(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The statements of as many reports in a row as have few enough."""
    stretch: list[Statement] = []
    for _, report in groupby(statements, attrgetter("report")):
        told = sorted(report, key=lambda one: one.content[0].start)
        if stretch and len(stretch) + len(told) > _MOST:
            yield stretch
            stretch = []
        stretch = [*stretch, *told][:_MOST]
    yield stretch


def _is_disputed(members: Sequence[Statement]) -> bool:
    """Whether enough statements of two speakers at least are on one thing, one of which takes a stand by its act."""
    speakers = {one.speaker or one.id for one in members}
    takes_stand = any(one.act in _STANDS for one in members)
    return len(members) >= _LEAST and len(speakers) > 1 and takes_stand
