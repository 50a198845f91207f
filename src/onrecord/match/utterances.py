"""Statements that report one and the same act of speaking, in whatever words.

Two statements of one speaker are the same utterance when a sentence of the one has most of its words in a sentence of
the other, or means nearly the same; when neither turns the other round; and when nothing dates them to different days.
Where the speakers are not known to be the same, nearly all words must be, or a report's lead must condense what stands
further down. How likely any other two are one act of speaking tells `sameness`. Statements that go together by the mean
of these chances make one utterance, and so do two that a rule joins: a statement may be in two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import NamedTuple

from onrecord.match.candidates import (
    apart,
    candidates,
    condenses,
    is_charge,
    may_be_one,
    one_speaker,
    other_news,
    speaks_for,
)
from onrecord.match.crossheads import crossheads
from onrecord.match.groups import cliques, linked
from onrecord.match.leads import leads
from onrecord.match.likeness import Likeness, Wanted, likeness, turned_round, wanted
from onrecord.match.meanings import Meanings
from onrecord.match.said import Said, said_in
from onrecord.match.sameness import LIKELY, UNLIKELY, Heeded, chances, may_go_together
from onrecord.model import Entity, Link, Report, Statement, Utterance, utterance_id
from onrecord.settings import Settings

_STRICT = Wanted(0.85, 4, 0.85, 0.5)
"""Asked where one speaker is not known: nearly the same words, or nearly the same meaning."""
_TELLING = 0.4  # share of words (0–1) of a lead below which it is not compared with what stands further down
_NEVER = 2.0  # more than any cosine
_STRANGERS = Wanted(0.85, 5, _NEVER)
"""Asked where neither is known, or the reports lie far apart: nearly the same words, and more of them; meaning does not
count."""
_RULED = 0.5
"""Chance, at least, of two that a rule joins. Of such pairs half are listed in affairs with a record by hand, and nine
in ten in the stories of two reports."""
_WHY = "likely one by speaker, place and what it is about"
Joined = dict[tuple[str, str], tuple[Said, Said, Likeness]]
"""Two tellings and how alike they are, by the ids of the statements that stand for them, the lower first."""


@dataclass(frozen=True)
class Telling:
    """Statements of one speaker in the very same words: compared with others as one."""

    members: tuple[Said, ...]

    @property
    def first(self) -> Said:
        """The one that stands for them."""
        return self.members[0]


def utterances(
    reports: Iterable[Report],
    statements: Iterable[Statement],
    entities: Iterable[Entity],
    settings: Settings,
    meanings: Meanings | None = None,
) -> tuple[tuple[Utterance, ...], tuple[Link, ...]]:
    """The utterances that several statements report, and links that say why they are one.

    Args:
        reports: all, with their dates as far as known.
        statements: of all reports.
        entities: across reports, those that speak among them.
        settings: how alike two statements must be.
        meanings: tells how near words are, with what was read already; None: nothing was.
    """
    reports = tuple(reports)
    said = said_in(reports, statements, entities)
    tellings, meanings = _tellings(said), meanings or Meanings()
    links = [link for telling in tellings.values() for link in _copies(telling)]
    joined = _joined(said, tellings, wanted(settings), meanings, Heeded(said, reports))
    links += [_link(a, b, found) for a, b, found in joined.links.values()]
    groups = [*joined.groups, *((key,) for key in tellings)]
    grouped = {one for group in joined.groups for one in group}
    members = [
        tuple(sorted(one.statement.id for node in group for one in tellings[node].members))
        for group in groups
        if len(group) > 1 or group[0] not in grouped
    ]
    return _utterances(group for group in members if len(group) > 1), tuple(
        sorted(links, key=lambda link: (link.a, link.b))
    )


class _Found(NamedTuple):
    """Which tellings are one utterance, and the links that join two of them."""

    groups: list[tuple[str, ...]]
    links: Joined


def _joined(
    said: Sequence[Said], tellings: Mapping[str, Telling], asked: Wanted, meanings: Meanings, heeded: Heeded
) -> _Found:
    """The tellings that are one utterance, by the ids of their first statements."""
    first = {key: telling.first for key, telling in tellings.items()}
    ruled = _ruled(said, tellings, asked, meanings)
    if asked.meaning > 1:
        return _Found(cliques(ruled), ruled)
    key_of = {one.statement.id: key for key, telling in tellings.items() for one in telling.members}
    likely: dict[tuple[str, str], float] = {}
    for a, b, chance in chances(heeded.pairs(tuple(first.values())), heeded, meanings):
        pair = _ids(key_of[a.statement.id], key_of[b.statement.id])
        if pair[0] != pair[1]:
            likely[pair] = max(likely.get(pair, 0.0), chance)
    for pair in ruled:
        likely[pair] = max(likely.get(pair, 0.0), _RULED)

    def may_be(x: str, y: str) -> bool:
        return _ids(x, y) in ruled or _may_be(first[x], first[y], meanings)

    groups = linked(likely, LIKELY, UNLIKELY, may_be)
    inside = {pair for group in groups for pair in combinations(group, 2)}
    links = dict(ruled)
    for x, y in sorted(inside & likely.keys() - ruled.keys()):
        if likely[x, y] >= LIKELY:
            links[x, y] = first[x], first[y], Likeness(likely[x, y], 0, _WHY)
    return _Found(cliques(inside | ruled.keys()), links)


def _may_be(a: Said, b: Said, meanings: Meanings) -> bool:
    """Whether two may be in one utterance: nobody and no day keeps them apart, and neither turns the other round."""
    return may_go_together(a, b) and not turned_round(a.sentences, b.sentences, meanings.near)


def _ruled(said: Sequence[Said], tellings: Mapping[str, Telling], asked: Wanted, meanings: Meanings) -> Joined:
    """The pairs of tellings that a rule takes for one utterance."""
    key_of = {one.statement.id: key for key, telling in tellings.items() for one in telling.members}
    found: Joined = {}
    for a, b in candidates([telling.first for telling in tellings.values()]):
        if alike := _likeness(a, b, asked, meanings):
            found[_ids(a.statement.id, b.statement.id)] = a, b, alike
    further = chain(_second_tellings(tellings, asked, meanings), crossheads(said), leads(said, _told_behind(found)))
    for a, b, alike in further:
        pair = _ids(key_of[a.statement.id], key_of[b.statement.id])
        if pair[0] != pair[1]:
            found.setdefault(pair, (a, b, alike))
    return found


def _told_behind(found: Joined) -> set[str]:
    """The ids of statements in a lead and behind it of which each tells the other in words of its own."""
    pairs = [(a, b) for a, b, _ in found.values() if condenses(a, b) and a.in_lead != b.in_lead]
    return {one.statement.id for pair in pairs for one in pair}


def _second_tellings(
    tellings: Mapping[str, Telling], asked: Wanted, meanings: Meanings
) -> Iterator[tuple[Said, Said, Likeness]]:
    """Leads and what they condense where another report's statement in the same words stands for one of the two."""
    firsts = {telling.first.statement.id for telling in tellings.values()}
    others = {one.statement.report for telling in tellings.values() for one in telling.members[1:]}
    by_report: dict[str, list[Said]] = defaultdict(list)
    for telling in tellings.values():
        for one in telling.members:
            if one.statement.report in others:
                by_report[one.statement.report].append(one)
    for told in by_report.values():
        for a, b in combinations(told, 2):
            if {a.statement.id, b.statement.id} <= firsts or not condenses(a, b) or not may_be_one(a, b):
                continue
            if alike := _likeness(a, b, asked, meanings):
                yield a, b, alike


def _ids(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _tellings(said: Sequence[Said]) -> dict[str, Telling]:
    """Statements of one speaker in the same words taken together, by the id of the first."""
    found: dict[tuple[object, ...], list[list[Said]]] = {}
    for one in sorted(said, key=lambda one: one.statement.id):
        words = tuple(token.form for sentence in one.sentences for token in sentence.words)
        key = (one.who or one.source, one.who is None, words, one.statement.inside)
        few = len(one.words) < _STRICT.words
        groups = found.setdefault((*key, one.statement.id if few else None), [])
        fitting = [g for g in groups if all(may_be_one(one, other) and not apart(one, other) for other in g)]
        if fitting:
            fitting[0].append(one)
        else:
            groups.append([one])
    return {group[0].statement.id: Telling(tuple(group)) for groups in found.values() for group in groups}


def _copies(telling: Telling) -> Iterator[Link]:
    for other in telling.members[1:]:
        yield _link(telling.first, other, Likeness(1.0, len(telling.first.words), "the same words"))


def _likeness(a: Said, b: Said, asked: Wanted, meanings: Meanings) -> Likeness | None:
    """How alike two statements are, if they are alike enough for who says them and when."""
    return likeness(a.sentences, b.sentences, _asked(a, b, asked), meanings.near)


def _asked(a: Said, b: Said, asked: Wanted) -> Wanted:
    if condenses(a, b):
        return _condensed(a, b, asked)
    is_one = one_speaker(a, b)
    if is_charge(a.statement) and is_charge(b.statement):
        return _STRANGERS
    if a.statement.report == b.statement.report or apart(a, b) or (a.who is None and b.who is None):
        return _STRANGERS
    if other_news(a, b):
        return Wanted(max(asked.share, _STRICT.share), max(asked.words, _STRICT.words), _NEVER)
    return asked if is_one else _STRICT


def _condensed(a: Said, b: Said, asked: Wanted) -> Wanted:
    """What a lead must have in common with what stands further down: a headline little, if it has the same speaker."""
    if not (one_speaker(a, b) or a.in_headline or b.in_headline):
        return _STRICT
    fewer = one_speaker(a, b) and (a.in_headline or b.in_headline)
    return Wanted(asked.share, max(asked.words - fewer, 1), asked.meaning, _TELLING)


def _link(a: Said, b: Said, found: Likeness) -> Link:
    low, high = sorted((a.statement.id, b.statement.id))
    return Link("same utterance", low, high, found.score, f"{_who(a, b)}, {found.why}")


def _who(a: Said, b: Said) -> str:
    if a.who is not None and a.who == b.who:
        return "same speaker"
    if a.who and b.who:
        return "one speaks for the other" if speaks_for(a, b) else "headline or lead and text"
    return "headline or lead and text" if condenses(a, b) else "no other speaker named"


def _utterances(groups: Iterable[tuple[str, ...]]) -> tuple[Utterance, ...]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for group in groups:
        by_first.setdefault(group[0], []).append(group)
    found = [
        Utterance(utterance_id(prefix), group)
        for same in by_first.values()
        for group, prefix in _told_apart(sorted(same))
    ]
    return tuple(sorted(found, key=lambda one: one.id))


def _told_apart(groups: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Groups that begin with one statement, each with the fewest of its statements that tell it from the others."""
    for group in groups:
        length = 1
        while sum(other[:length] == group[:length] for other in groups) > 1 and length < len(group):
            length += 1
        yield group, ",".join(group[:length])
