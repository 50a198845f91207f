"""The pairs of statements that are worth comparing: few, so that a large pile stays fast.

A pair is compared where speaker, dates and place in the text allow one act of speaking, and where something brings it
together: one speaker, days that lie near and a word; two words in a row, or two of one week, whoever speaks; or one
report that tells it twice.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import count

import numpy as np

from onrecord.encoder import Ints
from onrecord.match.said import Said
from onrecord.model import Statement
from onrecord.wordlists import table

COMMONEST = 64  # statements: what more of a block have in common does not bring them together
_SPELL = timedelta(days=7)  # how long after it was said the press still quotes a thing as news
_NEWS = timedelta(days=2)  # how far apart reports may lie that tell one thing in other words
_TWICE = 2  # words that two of one report, or of one week, must share
_LONGEST = 5  # weeks: a date that may be in more of them is as good as none

Keys = Callable[[Said], Iterable[tuple[Hashable, str]]]
"""Of each statement a block that it is in, such as a report, with a word; what shares both meets."""


def candidates(said: Sequence[Said], may_be: Callable[[Said, Said], bool] | None = None) -> Iterator[tuple[Said, Said]]:
    """Pairs to be compared, in order: of those that meet, what `may_be` allows; `may_be_one` where it is None."""
    allows = may_be or may_be_one
    weeks = _weeks_by_speaker(said)
    met = (
        _meeting(said, lambda one: _near_in_time(one, weeks), 1),
        _meeting(said, lambda one: one.word_pairs, 1),
        _meeting(said, _same_week, _TWICE),
        _meeting(said, lambda one: ((one.statement.report, word) for word in one.words), _TWICE),
    )
    for pair in np.unique(np.concatenate(met)):
        a, b = divmod(int(pair), len(said))
        if allows(said[a], said[b]):
            yield said[a], said[b]


def _near_in_time(one: Said, weeks: Mapping[str, Iterable[int]]) -> Iterator[tuple[Hashable, str]]:
    """Speaker, week and word; what has no date meets all weeks of its speaker."""
    if one.who is not None:
        for week in _weeks(one) or weeks[one.who] or (0,):
            for word in one.words:
                yield (one.who, week), word


def _same_week(one: Said) -> Iterator[tuple[Hashable, str]]:
    """Week and word, whoever speaks; what has no date meets what has none."""
    for week in _weeks(one) or (0,):
        for word in one.words:
            yield week, word


def _weeks(one: Said) -> list[int]:
    """The weeks that a statement's day may lie in, and those that begin in the middle of these; empty if unknown."""
    days = one.days or one.published
    if days is None or (days.last - days.first).days > 7 * _LONGEST:
        return []
    first, last = days.first.toordinal() * 2, days.last.toordinal() * 2
    return sorted({week for day in range(first, last + 1, 2) for week in (day // 14 * 2, (day + 7) // 14 * 2 + 1)})


def _weeks_by_speaker(said: Iterable[Said]) -> dict[str, list[int]]:
    found = defaultdict[str, set[int]](set)
    for one in said:
        if one.who is not None:
            found[one.who].update(_weeks(one))
    return {who: sorted(weeks) for who, weeks in found.items()}


def _meeting(said: Sequence[Said], keys: Keys, least: int) -> Ints:
    """Pairs that have keys in common, as `_pairs` gives them; keys that very many have do not count.

    Kept as numbers in tables: as objects they would take most of the memory that a large pile needs.
    """
    blocks, words = (defaultdict[object, int](count().__next__) for _ in range(2))
    told, holders = array("q"), array("q")
    for n, one in enumerate(said):
        for block, word in keys(one):
            told.append(blocks[block] << 32 | words[word])
            holders.append(n)
    pairs, counts = np.unique(_pairs(np.array(told), np.array(holders), len(said)), return_counts=True)
    return pairs[counts >= least]


def _pairs(keys: Ints, holders: Ints, most: int) -> Ints:
    """The pairs of those that hold one key, once for each key: the lower number times `most`, and the other added."""
    order = np.argsort(keys, kind="stable")
    _, starts, sizes = np.unique(keys[order], return_index=True, return_counts=True)
    found = [np.zeros(0, np.int64)]
    for size in range(2, COMMONEST + 1):
        those = holders[order[starts[sizes == size, np.newaxis] + np.arange(size)]]
        first, second = np.triu_indices(size, 1)
        found.append((those[:, first] * most + those[:, second]).ravel())
    return np.concatenate(found)


def may_be_one(a: Said, b: Said) -> bool:
    """Whether speaker, date and place in the text allow one act of speaking: not two days, not one inside the other."""
    x, y = a.statement, b.statement
    if x.inside == y.id or y.inside == x.id or x.id == y.id or share_words(x, y):
        return False
    return _speakers_fit(a, b) and days_fit(a, b) and not is_opposed(a, b)


def share_words(x: Statement, y: Statement) -> bool:
    """Whether two statements stand on the same words of one report: what one says and another denies."""
    return x.report == y.report and any(a.start < b.end and b.start < a.end for a in x.content for b in y.content)


def is_opposed(a: Said, b: Said) -> bool:
    """Whether one denies what another than its speaker alleges or warns of: their contents are the same words."""
    acts = {a.statement.act, b.statement.act}
    return "deny" in acts and not acts.isdisjoint(("allege", "warn")) and not one_speaker(a, b)


def _speakers_fit(a: Said, b: Said) -> bool:
    if a.who is None and b.who is None:
        return one_source(a, b) or condenses(a, b)
    if a.who is None or b.who is None:
        return True
    return one_speaker(a, b) or (one_side(a, b) and condenses(a, b))


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


def one_side(a: Said, b: Said) -> bool:
    """Whether nothing shows that two different ones speak: one who is not known, or a body and a person of no other."""
    if a.who is None or b.who is None:
        return True
    return one_speaker(a, b) or (a.is_body != b.is_body and not (b if a.is_body else a).bodies)


def speaks_for(a: Said, b: Said) -> bool:
    """Whether one speaker is a body or country that the other speaks for, by a role that some report gives."""
    return a.who in b.bodies or b.who in a.bodies


def condenses(a: Said, b: Said) -> bool:
    """Whether one stands in the headline or lead of the report in which the other stands further down."""
    return a.statement.report == b.statement.report and (a.in_lead or b.in_lead)


def is_charge(one: Statement) -> bool:
    """Whether a statement is a formal charge, told as news: a deed of which every report tells in its own words."""
    cue = one.cue.text.casefold().split() if one.cue else ()
    return one.act == "allege" and one.form == "indirect" and not charging().isdisjoint(cue)


@cache
def charging() -> frozenset[str]:
    """The forms of the verbs by which a prosecutor or plaintiff charges somebody."""
    return frozenset(table("meaning")["charging"].split())


def days_fit(a: Said, b: Said) -> bool:
    """Whether both may have been said on one day."""
    if a.days and b.days:
        return a.days.first <= b.days.last and b.days.first <= a.days.last
    return True


def apart(a: Said, b: Said) -> bool:
    """Whether the reports lie so far apart in time that the one no longer quotes the news of the other."""
    return _gap(a, b) > _SPELL


def other_news(a: Said, b: Said) -> bool:
    """Whether the reports lie so far apart that only the same words, not other words for them, are one utterance."""
    return _gap(a, b) > _NEWS


def _gap(a: Said, b: Said) -> timedelta:
    """The time between two reports at least; none where both tell the day, or one has no date."""
    if (a.days and b.days) or a.published is None or b.published is None:
        return timedelta()
    return max(a.published.first - b.published.last, b.published.first - a.published.last, timedelta())
