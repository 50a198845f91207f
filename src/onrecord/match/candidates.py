"""The pairs of statements that are worth comparing: few, so that a large pile stays fast.

A pair is compared where speaker, dates and place in the text allow one act of speaking, and where something brings it
together: the same speaker and a word, three words that few have, or one report that tells it twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from onrecord.match.said import Said

COMMONEST = 64  # statements: a word that more of a block have does not bring them together
_SPELL = timedelta(days=7)  # how long after it was said the press still reports a thing as news
_FEW = 3  # words that must be shared where the speakers are not known to be the same


def candidates(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs to be compared, in order."""
    found = set[tuple[int, int]]()
    found |= set(_sharing(said, lambda one: one.who and (one.who, _week(one)), 1))
    found |= set(_sharing(said, lambda one: one.who, 2))
    found |= set(_sharing(said, lambda _: "all", _FEW))
    found |= set(_sharing(said, lambda one: one.statement.report, 1))
    for a, b in sorted(found):
        if may_be_one(said[a], said[b]):
            yield said[a], said[b]


def _week(one: Said) -> int | None:
    day = one.days.first if one.days else one.published
    return day.toordinal() // 7 if day else None


def _sharing(
    said: Sequence[Said], block: Callable[[Said], Hashable], least: int
) -> Iterator[tuple[int, int]]:
    """Pairs of one block that share words; words that very many of the block have do not count."""
    holders = defaultdict[tuple[Hashable, str], list[int]](list)
    for n, one in enumerate(said):
        key = block(one)
        if key is not None:
            for word in one.words:
                holders[key, word].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for those in holders.values():
        if len(those) <= COMMONEST:
            shared.update(combinations(those, 2))
    return (pair for pair, words in shared.items() if words >= least)


def may_be_one(a: Said, b: Said) -> bool:
    """Whether speaker, date and place in the text allow one act of speaking: not two days, not one inside the other."""
    x, y = a.statement, b.statement
    if x.inside == y.id or y.inside == x.id or x.id == y.id:
        return False
    return _speakers_fit(a, b) and _days_fit(a, b)


def _speakers_fit(a: Said, b: Said) -> bool:
    if a.who is None and b.who is None:
        return one_source(a, b) or condenses(a, b)
    if a.who is None or b.who is None:
        return True
    return one_speaker(a, b) or (a.is_body != b.is_body and not a.bodies and not b.bodies and condenses(a, b))


def one_source(a: Said, b: Said) -> bool:
    """Whether two who have no name are described alike, the one at more length perhaps."""
    if a.source is None or b.source is None:
        return a.source == b.source
    return a.source <= b.source or b.source <= a.source


def one_speaker(a: Said, b: Said) -> bool:
    """Whether both are said by the same, or by a body and somebody who speaks for it."""
    if a.who is None or b.who is None:
        return False
    return a.who == b.who or (a.name == b.name and (a.is_body or b.is_body)) or speaks_for(a, b)


def speaks_for(a: Said, b: Said) -> bool:
    """Whether one speaker is a body or country that the other speaks for, by a role that some report gives."""
    return a.who in b.bodies or b.who in a.bodies


def condenses(a: Said, b: Said) -> bool:
    """Whether one stands in the headline or lead of the report in which the other stands further down."""
    return a.statement.report == b.statement.report and (a.in_lead or b.in_lead)


def _days_fit(a: Said, b: Said) -> bool:
    if a.days and b.days:
        return a.days.first <= b.days.last and b.days.first <= a.days.last
    return True


def apart(a: Said, b: Said) -> bool:
    """Whether the reports lie so far apart in time that the one no longer tells the news of the other."""
    if a.days and b.days:
        return False
    return a.published is not None and b.published is not None and abs(a.published - b.published) > _SPELL
