"""The pairs that are worth comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.match.candidates import (
    COMMONEST,
    _pairs,
    apart,
    candidates,
    condenses,
    is_charge,
    may_be_one,
    one_source,
    one_speaker,
    other_news,
)
from onrecord.match.said import Said, said_in
from onrecord.model import Entity, Mention, Report, Span, Statement

Make = Callable[..., Statement]
PEOPLE = tuple(
    Entity(id=one, name=one.title(), type="person", mentions=(Mention("r0", 0, 5, "Vance", (0, 5)),))
    for one in ("vance", "lamm")
)


def said(*statements: Statement, published: tuple[str | None, ...] = ()) -> tuple[Said, ...]:
    names = sorted({one.report for one in statements})
    days = dict(zip(names, [*published, *[None] * len(names)], strict=False))
    reports = [
        Report(id=n, file=n, files=(), sha256="", text_sha256="", text="x" * 3000, language="en", published=days[n])
        for n in names
    ]
    return said_in(reports, statements, PEOPLE)


def pairs(*statements: Statement, published: tuple[str | None, ...] = ()) -> int:
    return len(list(candidates(said(*statements, published=published))))


@pytest.mark.parametrize(
    ("days", "met"),
    [
        ((None, None), 1),
        (("2021-03-12", None), 1),
        (("2021-03-12", "2021-03-14"), 1),
        (("2021-03-12", "2021-06-14"), 0),
    ],
)
def test_one_speaker_and_one_word_meet_within_days(statement: Make, days: tuple[str | None, ...], met: int) -> None:
    pair = statement("the weir will hold", "r1"), statement("a weir must be built", "r2")
    assert pairs(*pair, published=days) == met


def test_two_words_in_a_row_meet_at_any_time_and_where_nobody_is_named(statement: Make) -> None:
    pair = statement("the old weir will hold", "r1", None), statement("an old weir is sold", "r2", "vance")
    assert pairs(*pair, published=("2021-03-12", "2021-06-14")) == 1
    apart_ = statement("the mill and the weir", "r1", None), statement("an old weir is sold", "r2", "vance")
    assert pairs(*apart_) == 0


def test_other_speakers_other_days_and_what_is_inside_do_not_meet(statement: Make) -> None:
    one = statement("the old weir will hold", "r1")
    assert pairs(one, statement("the old weir will hold", "r2", "lamm")) == 0
    assert (
        pairs(
            statement("the old weir", "r1", said_on="2021-03-12"), statement("the old weir", "r2", said_on="2021-03-13")
        )
        == 0
    )
    assert pairs(one, statement("the old weir will hold", "r1", at=3, inside=one.id)) == 0


def test_what_very_many_share_brings_nobody_together(statement: Make) -> None:
    assert pairs(*(statement(f"weir {'abcdefgh'[n % 8]}{n}", f"r{n}") for n in range(70))) == 0


def test_who_is_described_at_more_length_may_be_the_same(statement: Make) -> None:
    def from_(words: str) -> Said:
        return said(statement("the old weir", "r1", None, source=Span("r1", 0, len(words), words)))[0]

    assert one_source(from_("A farmer of Ostrell"), from_("a farmer"))
    assert not one_source(from_("A farmer of Ostrell"), from_("an official"))


def test_speakers_are_one_by_id(statement: Make) -> None:
    a, b, c = said(statement("x y", "r1"), statement("x y", "r2"), statement("x y", "r3", "lamm"))
    assert one_speaker(a, b)
    assert not one_speaker(a, c)


def test_a_lead_condenses_its_own_report_only(statement: Make) -> None:
    lead, below, other = said(
        statement("a b", "r1", at=0), statement("a b", "r1", at=900), statement("a b", "r2", at=900)
    )
    assert condenses(lead, below)
    assert not condenses(lead, other)


@pytest.mark.parametrize(
    ("days", "other", "far"),
    [
        (("2021-03-12", "2021-03-14"), False, False),
        (("2021-03-12", "2021-03-16"), True, False),
        (("2021-03-12", "2021-03-29"), True, True),
        (("2021-03", "2021-03-29"), False, False),
        ((None, "2021-03-29"), False, False),
    ],
)
def test_the_time_between_reports_counts(statement: Make, days: tuple[str | None, ...], other: bool, far: bool) -> None:
    a, b = said(statement("a b", "r1"), statement("a b", "r2"), published=days)
    assert (other_news(a, b), apart(a, b)) == (other, far)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 99)), unique=True))
def test_those_that_hold_a_key_meet_once_for_each_key_unless_they_are_too_many(held: list[tuple[int, int]]) -> None:
    holders = defaultdict[int, list[int]](list)
    for key, one in sorted(held, key=lambda item: item[1]):
        holders[key].append(one)
    expected: Counter[int] = Counter()
    for those in holders.values():
        if len(those) <= COMMONEST:
            expected.update(a * 100 + b for a, b in combinations(those, 2))
    held.sort(key=lambda item: item[1])
    keys, ones = (np.array([item[n] for item in held], np.int64) for n in (0, 1))
    assert Counter(_pairs(keys, ones, 100).tolist()) == expected


@pytest.mark.parametrize(
    ("cue", "act", "form", "charge"),
    [
        ("charged", "allege", "indirect", True),
        ("has been indicted", "allege", "indirect", True),
        ("accused", "allege", "indirect", False),
        ("charged", "allege", "direct", False),
        ("charged", "assert", "indirect", False),
        (None, "allege", "indirect", False),
    ],
)
def test_a_formal_charge_is_known_by_its_verb(
    statement: Make, cue: str | None, act: str, form: str, charge: bool
) -> None:
    told = Span("r1", 0, len(cue), cue) if cue else None
    assert is_charge(statement("selling the weir", cue=told, act=act, form=form)) is charge


def test_what_one_says_and_another_denies_in_the_same_words_is_not_one(statement: Make) -> None:
    inner, outer = statement("the old weir was sold", "r1"), statement("the old weir was sold", "r1", None, at=4)
    assert not may_be_one(*said(inner, outer))
    denied = statement("the old weir was sold", "r1", "vance", act="deny")
    alleged = statement("the old weir was sold", "r2", None, act="allege")
    assert not may_be_one(*said(denied, alleged))
    assert may_be_one(*said(denied, statement("the old weir was sold", "r2", None, act="assert")))
