"""Topics in dispute that no list of words foresees: statements that bear on one thing more than on all else said.

How two statements bear on each other is learned (`bearings`), how many topics there are follows from that
(`communities`), and the stance of each from those that say the same or the opposite (`siding`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from onrecord.match.bearings import Affair, Bearings, bearings
from onrecord.match.camps import Camps
from onrecord.match.communities import communities
from onrecord.match.disputes import Side, by_report
from onrecord.match.meanings import Meanings
from onrecord.match.siding import sided
from onrecord.match.topics import Topic
from onrecord.match.turns import Turn
from onrecord.model import Report

_LEAST = 3  # statements that make a topic; two are one remark and one answer
_SHARP = 1.5
"""Power to which the probability of being on one point is raised, so that what surely hangs together counts more. With
1 and 2 the mean F1 of positions on six affairs is lower by 0.03 and by less than 0.01."""
_MOST = 800
"""Statements that are compared with each other; a larger affair is read in stretches of its reports, so that the time
grows with the number of reports and not with its square."""


def gathered(turns: Sequence[Turn], reports: Iterable[Report], camps: Camps, meanings: Meanings) -> Iterator[Topic]:
    """The topics of an affair on which at least two speakers stand.

    Args:
        turns: all statements of the affair.
        reports: those that they stand in.
        camps: who speaks for whom.
        meanings: tells how near statements are.
    """
    known = {report.id: report for report in reports}
    for told in _stretches(by_report(turns).values()):
        if len(told) < _LEAST:
            continue
        held = bearings(Affair(told, known, camps, meanings))
        for group in communities((held.same + held.opposite) ** _SHARP):
            here = np.ix_(group, group)
            sides = sided([told[n] for n in group], Bearings(held.same[here], held.opposite[here]))
            if _is_shared(sides):
                yield Topic(None, "gathered", sides)


def _stretches(reports: Iterable[Sequence[Turn]]) -> Iterator[list[Turn]]:
    """The statements of as many reports in a row as have few enough."""
    stretch: list[Turn] = []
    for told in reports:
        if stretch and len(stretch) + len(told) > _MOST:
            yield stretch
            stretch = []
        stretch = [*stretch, *told][:_MOST]
    yield stretch


def _is_shared(sides: Sequence[Side]) -> bool:
    speakers = {turn.sides[-1:] or (turn.statement.id,) for turn, _, _ in sides}
    return len(sides) >= _LEAST and len(speakers) > 1
