"""How two statements of an affair bear on each other: on one point from one side or from both, or on different things.

What tells is cheap: how near they are in meaning, and so the passages of the reports that they stand in; the words that
they share; how near they stand in a report; who speaks, and by which acts. How much each counts is fitted by
`training/pairs.py` and stands in `data/en/bearings.toml`. What no list of features tells, a small network adds
(`models/bearings.onnx`, fitted with them): two vectors for each statement, one for what it is about and one for how it
stands to that, whose products with those of another say how likely both are on one point and on one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple, get_args

import numpy as np

from onrecord.encoder import Floats, shipped_sentences
from onrecord.match.meanings import Meanings
from onrecord.match.wording import CONTENT, denies, sentences, text_of
from onrecord.model import Act, Report, Statement
from onrecord.wordlists import table

ATTACKS = frozenset({"allege", "criticise", "demand", "warn"})
_BESIDE, _NEARBY = 1.5, 5.0
"""Statements of one report over which the effect of standing close by fades to a third: that of the next one, and that
of being in one part of the report. Not measured apart; the fit weighs both."""
_AROUND = 100
"""Characters before and behind a statement that are read with it, within its paragraph. With 300 it takes twice as
long, and the areas under the curve are the same within 0.01."""
_ACT = np.float32(0.3)  # an act or a negation among numbers that are about as large as this; not measured by itself
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
    count = len(affair.statements)
    scores = np.zeros((2, count, count), np.float32)
    scores += np.array(weights["bias"], np.float32)[:, None, None]
    for name, values in features(affair):
        for score, weight in zip(scores, weights["weights"][name], strict=True):
            score += np.float32(weight) * values
    about, side = _products(affair)
    odds = np.exp(scores + np.stack([about + side, about - side]))
    same, opposite = odds / (1 + odds.sum(axis=0))
    return Bearings(same, opposite)


@dataclass(frozen=True)
class Affair:
    """Statements that are compared, with what is known around them."""

    statements: Sequence[Statement]
    """Those of one report in a row, in the order in which they stand there."""
    reports: Mapping[str, Report]
    meanings: Meanings

    @cached_property
    def texts(self) -> list[str]:
        """All that each statement tells."""
        return [text_of(one) for one in self.statements]

    @cached_property
    def told(self) -> Floats:
        """(n, 384) the meaning of each statement."""
        return self._read(self.texts)

    @cached_property
    def around(self) -> Floats:
        """(n, 384) the meaning of the passage that each stands in."""
        return self._read([_passage(one, self.reports[one.report]) for one in self.statements])

    @cached_property
    def negated(self) -> Floats:
        """(n,) 1 for a statement whose words turn round what they tell."""
        return np.array([denies(text) for text in self.texts], np.float32)

    def _read(self, texts: Sequence[str]) -> Floats:
        self.meanings.read(texts)
        return self.meanings.table(texts)


def rows(affair: Affair) -> Floats:
    """(n, 778) each statement as the small network reads it: its meaning, its passage's, its act, its negation."""
    acts = np.array([[one.act == act for act in get_args(Act)] for one in affair.statements], np.float32)
    return np.concatenate([affair.told, affair.around, _ACT * acts, _ACT * affair.negated[:, None]], axis=1)


def _products(affair: Affair) -> tuple[Floats, Floats]:
    """(n, n) each: how much two statements are about one thing, beyond what all are about, and how much on one side."""
    read = [shipped_sentences().bearing(row) for row in rows(affair)]
    subjects, stands = (np.stack(part) for part in zip(*read, strict=True))
    subjects = subjects - subjects.mean(axis=0)
    return np.asarray(subjects @ subjects.T, np.float32), np.asarray(stands @ stands.T, np.float32)


def features(affair: Affair) -> Iterator[tuple[str, Floats]]:
    """What is compared, by name: each a symmetric table (n, n)."""
    meaning, passage = (np.asarray(read @ read.T, np.float32) for read in (affair.told, affair.around))
    yield "meaning", meaning
    yield "meaning beyond the usual", _beyond_usual(meaning)
    yield "passage", passage
    yield "passage beyond the usual", _beyond_usual(passage)
    yield "words", _shared([_words(text) for text in affair.texts])
    length = np.array([log(len(text.split()) + 1) for text in affair.texts], np.float32)
    yield "shorter", np.minimum(length[:, None], length[None, :])
    yield from _places(affair.statements)
    yield "speaker", _same([one.speaker for one in affair.statements])
    yield from _acts(affair, meaning)


def _places(statements: Sequence[Statement]) -> Iterator[tuple[str, Floats]]:
    """One report, and how close in it."""
    report = _same([one.report for one in statements])
    place = np.arange(len(statements), dtype=np.float32)
    gap = np.abs(place[:, None] - place[None, :]) - 1
    yield "report", report
    yield "beside", report * np.exp(-gap / _BESIDE)
    yield "nearby", report * np.exp(-gap / _NEARBY)


def _acts(affair: Affair, meaning: Floats) -> Iterator[tuple[str, Floats]]:
    """Who attacks, who denies, by the act or by a negation."""
    deny = np.array([one.act == "deny" for one in affair.statements], np.float32)
    attack = np.array([one.act in ATTACKS for one in affair.statements], np.float32)
    negated = affair.negated
    one_denies = _apart(np.maximum(deny, negated))
    yield "both deny", np.outer(deny, deny)
    yield "one denies by its act", _apart(deny)
    yield "both attack", np.outer(attack, attack)
    yield "attack and denial", np.outer(attack, deny) + np.outer(deny, attack)
    yield "both negated", np.outer(negated, negated)
    yield "one negated", _apart(negated)
    yield "one denies", one_denies
    yield "one denies and meaning", one_denies * meaning


def _passage(statement: Statement, report: Report) -> str:
    """What a statement stands in, as far as it is near and in its paragraph."""
    text, first = report.text, statement.content[0]
    start = max(text.rfind("\n", 0, first.start) + 1, first.start - _AROUND)
    end = text.find("\n", first.end)
    return text[start : min(end if end >= 0 else len(text), first.end + _AROUND)]


def _words(text: str) -> frozenset[str]:
    return frozenset(token.form for one in sentences(text) for token in one.tokens if token.kind in CONTENT)


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


def _same(keys: Sequence[Hashable | None]) -> Floats:
    """(n, n) 1 where both have one key; None is no key."""
    number = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    codes = np.array([number[key] if key is not None else -1 for key in keys])
    return np.asarray((codes[:, None] == codes[None, :]) & (codes >= 0)[None, :], np.float32)


def _apart(values: Floats) -> Floats:
    return np.asarray(np.abs(values[:, None] - values[None, :]), np.float32)
