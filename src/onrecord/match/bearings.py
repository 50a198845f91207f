"""How two statements of an affair bear on each other: on one point from one side or from both, or on different things.

What tells is cheap: how near they are in meaning, and so the passages of the reports that they stand in; the words and
names that they share; how near they stand in a report; who speaks, by which acts, and whom each blames. How much each
counts is fitted by `training/pairs.py` and stands in `data/en/bearings.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple, get_args

import numpy as np

from onrecord.encoder import Floats
from onrecord.match.camps import Camps
from onrecord.match.disputes import disputes
from onrecord.match.meanings import Meanings
from onrecord.match.turns import Turn
from onrecord.match.vocabulary import table
from onrecord.match.wording import CONTENT, sentences
from onrecord.model import Act, Report, Stance

ATTACKS = frozenset({"allege", "criticise", "demand", "warn"})
_BESIDE, _NEARBY = 1.5, 5.0
"""Statements of one report over which the effect of standing close by fades to a third: that of the next one, and that
of being in one part of the report. Not measured apart; the fit weighs both."""
_PASSAGE = 300  # characters before and behind a statement that names count in, within its paragraph
_AROUND = 100
"""Characters before and behind a statement that are read with it, within its paragraph. With 300 it takes twice as
long, and the areas under the curve are the same within 0.01."""
_TABLE = "bearings"


class Bearings(NamedTuple):
    """For each pair of statements (n, n) the probability that they are on one point."""

    same: Floats
    """From the same side."""
    opposite: Floats
    """From opposite sides."""


def bearings(affair: Affair) -> Bearings:
    """How the statements of an affair bear on each other."""
    weights = table(_TABLE)
    count = len(affair.turns)
    scores = np.zeros((2, count, count), np.float32)
    scores += np.array(weights["bias"], np.float32)[:, None, None]
    for name, values in features(affair):
        for score, weight in zip(scores, weights["weights"][name], strict=True):
            score += np.float32(weight) * values
    odds = np.exp(scores)
    same, opposite = odds / (1 + odds.sum(axis=0))
    return Bearings(same, opposite)


@dataclass(frozen=True)
class Affair:
    """Statements that are compared, with what is known around them."""

    turns: Sequence[Turn]
    """Those of one report in a row, in the order in which they stand there."""
    reports: Mapping[str, Report]
    camps: Camps
    meanings: Meanings

    @cached_property
    def order(self) -> dict[str, int]:
        """The number of each statement."""
        return {turn.statement.id: n for n, turn in enumerate(self.turns)}

    @cached_property
    def denials(self) -> Floats:
        """(n,) 1 for a statement that denies what it tells, by its act or by a negation."""
        acts = [turn.statement.act == "deny" for turn in self.turns]
        return np.array([by_act or is_negated(turn) for by_act, turn in zip(acts, self.turns, strict=True)], np.float32)


def is_negated(turn: Turn) -> bool:
    """Whether the words of a statement turn round what they tell."""
    tokens = [token.kind for one in sentences(turn.text) for token in one.tokens]
    return tokens.count("not") % 2 == 1


def features(affair: Affair) -> Iterator[tuple[str, Floats]]:
    """What is compared, by name: each a symmetric table (n, n)."""
    turns, statements = affair.turns, [turn.statement for turn in affair.turns]
    meaning = _near([turn.text for turn in turns], affair.meanings)
    reports = [affair.reports[turn.statement.report] for turn in turns]
    around = [_passage(turn, report, _PASSAGE) for turn, report in zip(turns, reports, strict=True)]
    passage = _near([_read(turn, report) for turn, report in zip(turns, reports, strict=True)], affair.meanings)
    yield "meaning", meaning
    yield "meaning beyond the usual", _beyond_usual(meaning)
    yield "passage", passage
    yield "passage beyond the usual", _beyond_usual(passage)
    yield "words", _shared([_words(turn) for turn in turns])
    named = [affair.camps.within(report.id, *place) for report, place in zip(reports, around, strict=True)]
    yield "names", _shared([{camp for _, camp in names} for names in named])
    yield "named", _either([set(turn.about) for turn in turns])
    attacked = _meets([set(turn.about) for turn in turns], [set(turn.sides) for turn in turns])
    yield "attacked", attacked + attacked.T
    length = np.array([log(len(turn.text.split()) + 1) for turn in turns], np.float32)
    yield "shorter", np.minimum(length[:, None], length[None, :])
    pointer = np.array([turn.is_pointer for turn in turns], np.float32)
    yield "pointer", _sum(pointer)
    yield from _places_and_camps(affair, pointer)
    yield from _acts(affair)
    camp, apart = _camps(turns)
    one_denies = _apart(affair.denials)
    yield "one denies and meaning", one_denies * meaning
    yield "one denies in a camp", one_denies * camp
    yield "one denies across camps", one_denies * apart
    yield from _blame(affair)
    for act in get_args(Act):
        yield f"act {act}", _sum(np.array([one.act == act for one in statements], np.float32))


def _places_and_camps(affair: Affair, pointer: Floats) -> Iterator[tuple[str, Floats]]:
    """One report, how close in it, one speaker, one camp or two, and these together."""
    turns = affair.turns
    report = _same([turn.statement.report for turn in turns])
    place = np.arange(len(turns), dtype=np.float32)
    gap = np.abs(place[:, None] - place[None, :]) - 1
    beside, nearby = report * np.exp(-gap / _BESIDE), report * np.exp(-gap / _NEARBY)
    camp, apart = _camps(turns)
    yield "report", report
    yield "beside", beside
    yield "nearby", nearby
    yield "speaker", _same([turn.sides[0] if turn.sides else None for turn in turns])
    yield "camp", camp
    yield "camps apart", apart
    yield "report and camp", report * camp
    yield "report and camps apart", report * apart
    yield "beside and camp", beside * camp
    yield "beside and camps apart", beside * apart
    yield "beside a pointer", beside * _sum(pointer)
    yield "beside and goes on", beside * _sum(np.array([turn.is_third_person for turn in turns], np.float32))


def _acts(affair: Affair) -> Iterator[tuple[str, Floats]]:
    acts = [turn.statement.act for turn in affair.turns]
    deny = np.array([act == "deny" for act in acts], np.float32)
    attack = np.array([act in ATTACKS for act in acts], np.float32)
    negated = np.array([is_negated(turn) for turn in affair.turns], np.float32)
    yield "both deny", np.outer(deny, deny)
    yield "one denies by its act", _apart(deny)
    yield "both attack", np.outer(attack, attack)
    yield "attack and denial", np.outer(attack, deny) + np.outer(deny, attack)
    yield "both negated", np.outer(negated, negated)
    yield "one negated", _apart(negated)
    yield "one denies", _apart(affair.denials)


def _blame(affair: Affair) -> Iterator[tuple[str, Floats]]:
    """Whether both are on the blame of one party, from one side or from both, by acts and targets."""
    size = len(affair.turns)
    same, opposite = np.zeros((size, size), np.float32), np.zeros((size, size), np.float32)
    for dispute in disputes(affair.turns, affair.camps, affair.meanings):
        stances: dict[Stance, list[int]] = {"for": [], "against": []}
        for side in dispute.sides:
            stances[side.stance].append(affair.order[side.turn.statement.id])
        for held in stances.values():
            same[np.ix_(held, held)] = 1
        opposite[np.ix_(stances["for"], stances["against"])] = 1
        opposite[np.ix_(stances["against"], stances["for"])] = 1
    yield "one side of a blame", same
    yield "both sides of a blame", opposite


def _read(turn: Turn, report: Report) -> str:
    start, end = _passage(turn, report, _AROUND)
    return report.text[start:end]


def _passage(turn: Turn, report: Report, most: int) -> tuple[int, int]:
    """The range of the paragraph that a statement begins in, as far as it is near: so many characters."""
    text, first = report.text, turn.statement.content[0]
    start = max(text.rfind("\n", 0, first.start) + 1, first.start - most)
    end = text.find("\n", first.end)
    return start, min(end if end >= 0 else len(text), first.end + most)


def _words(turn: Turn) -> frozenset[str]:
    return frozenset(token.form for one in sentences(turn.text) for token in one.tokens if token.kind in CONTENT)


def _near(texts: Sequence[str], meanings: Meanings) -> Floats:
    meanings.read(texts)
    read = np.stack([meanings.of(text) for text in texts])
    return np.asarray(read @ read.T, np.float32)


def _beyond_usual(near: Floats) -> Floats:
    """By how much two are nearer than either is to all, as in an affair all are near to its subject."""
    usual = near.mean(axis=0)
    return np.asarray(near - usual[:, None] - usual[None, :] + usual.mean(), np.float32)


def _shared(sets: Sequence[Set[str]]) -> Floats:
    """How much two sets share, what few have counting more: 1 for the same, 0 for nothing."""
    held = Counter(item for one in sets for item in one)
    number = {item: n for n, item in enumerate(sorted(held))}
    rows = np.zeros((len(sets), len(number)), np.float32)
    for row, one in zip(rows, sets, strict=True):
        for item in one:
            row[number[item]] = log((len(sets) + 1) / held[item]) ** 0.5
    size = (rows * rows).sum(axis=1) + 1e-6
    return np.asarray(rows @ rows.T / np.sqrt(np.outer(size, size)), np.float32)


def _meets(sets: Sequence[Set[str]], others: Sequence[Set[str]]) -> Floats:
    """(n, n) 1 where the set of the row and the other of the column have something in common."""
    number = {item: n for n, item in enumerate(sorted({item for one in (*sets, *others) for item in one}))}
    tables = [np.zeros((len(some), len(number)), np.float32) for some in (sets, others)]
    for rows, some in zip(tables, (sets, others), strict=True):
        for row, one in zip(rows, some, strict=True):
            row[[number[item] for item in one]] = 1
    return np.asarray(tables[0] @ tables[1].T > 0, np.float32)


def _either(sets: Sequence[Set[str]]) -> Floats:
    return _meets(sets, sets)


def _same(keys: Sequence[Hashable | None]) -> Floats:
    """(n, n) 1 where both have one key; None is no key."""
    number = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    codes = np.array([number[key] if key is not None else -1 for key in keys])
    return np.asarray((codes[:, None] == codes[None, :]) & (codes >= 0)[None, :], np.float32)


def _camps(turns: Sequence[Turn]) -> tuple[Floats, Floats]:
    """Whether both speak for one camp, and whether for two that are known."""
    camp = _same([turn.sides[-1] if turn.sides else None for turn in turns])
    known = np.array([bool(turn.sides) for turn in turns], np.float32)
    return camp, np.asarray(np.outer(known, known) - camp, np.float32)


def _sum(values: Floats) -> Floats:
    return np.asarray(values[:, None] + values[None, :], np.float32)


def _apart(values: Floats) -> Floats:
    return np.asarray(np.abs(values[:, None] - values[None, :]), np.float32)
