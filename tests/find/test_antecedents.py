"""Whom pronouns and descriptions may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import WIDTH
from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import Attributed, antecedents, attributed
from onrecord.find.expression import Expression, form_of
from onrecord.find.name_places import MOST

Make = Callable[..., Any]
TEXT = "Maria Vance met Peter Roe at Tolland Mills Ltd in Norway. Then she said that he had slept. The mayor left."


def weigh(report_of: Make, text: str) -> tuple[Attributed, Antecedents]:
    report = report_of(text)
    read = attributed(report)
    return read, antecedents(report, read)


def labels(read: Attributed, candidates: list[int]) -> set[str]:
    return {read.named[n].label for n in candidates}


def at(text: str, words: str) -> Expression:
    found = re.search(rf"\b{words}\b", text)
    assert found
    return Expression(found.span())


@pytest.mark.parametrize(
    ("words", "form"),
    [("she", "she"), ("herself", "she"), ("his", "he"), ("its", "it"), ("them", "they"), ("the mayor", "description")],
)
def test_forms(words: str, form: str) -> None:
    assert form_of(words) == form


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("she", {"Maria Vance"}),
        ("he", {"Peter Roe"}),
        ("The mayor", {"Maria Vance", "Peter Roe", "Tolland Mills Ltd", "Norway"}),
    ],
)
def test_candidates_have_the_gender_of_a_pronoun(report_of: Make, words: str, who: set[str]) -> None:
    read, weighed = weigh(report_of, TEXT)
    candidates, rows = weighed.rows(at(TEXT, words), None)
    assert labels(read, candidates) == who
    assert len(rows) == len(candidates) + 1
    assert rows.shape[1] > 3 * WIDTH


def test_it_is_no_person(report_of: Make) -> None:
    text = "Maria Vance left Tolland Mills Ltd. Then it sank."
    read, weighed = weigh(report_of, text)
    assert labels(read, weighed.rows(at(text, "it"), None)[0]) == {"Tolland Mills Ltd"}


def test_nobody_named_is_nobody_to_stand_for(report_of: Make) -> None:
    _, weighed = weigh(report_of, "Then she slept.")
    assert weighed.rank(at("Then she slept.", "she"), None) == []


def test_a_name_behind_counts_for_a_description_only(report_of: Make) -> None:
    text = "The mayor slept, and so did she. Maria Vance woke."
    _, weighed = weigh(report_of, text)
    assert weighed.rows(at(text, "she"), None)[0] == []
    assert weighed.rows(at(text, "The mayor"), None)[0] == [0]


def test_the_first_numbers_tell_nobody_and_the_choice_of_the_rules(report_of: Make) -> None:
    read, weighed = weigh(report_of, TEXT)
    candidates, rows = weighed.rows(at(TEXT, "The mayor"), 0)
    assert rows[:, 0].tolist() == [0.0] * len(candidates) + [1.0]
    assert [n for n, row in zip(candidates, rows, strict=False) if row[1] == 1] == [0]
    assert weighed.rows(at(TEXT, "The mayor"), None)[1][-1, 1] == 1
    assert len(read.named) == len(candidates)


def test_who_spoke_changes_the_numbers(report_of: Make) -> None:
    _, weighed = weigh(report_of, TEXT)
    before = weighed.rows(at(TEXT, "The mayor"), None)[1]
    weighed.spoken.add((0, 5), 0)
    assert (weighed.rows(at(TEXT, "The mayor"), None)[1] != before).any()


def test_a_pronoun_is_nobody_named_long_before_unless_they_spoke_since(report_of: Make) -> None:
    text = "Maria Vance came. " + "The rain fell on the hills. " * 60 + "She slept."
    _, weighed = weigh(report_of, text)
    assert weighed.rows(at(text, "She"), None)[0] == []
    weighed.spoken.add((1000, 1003), 0)
    assert weighed.rows(at(text, "She"), None)[0] == [0]


def test_no_more_than_the_most_are_weighed(report_of: Make) -> None:
    text = " ".join(f"Then Maria Vance{'abcdefghijklmnopqrstuvwxyz'[k % 26] * (1 + k // 26)} slept." for k in range(60))
    text += " Then she woke."
    _, weighed = weigh(report_of, text)
    assert len(weighed.rows(at(text, "she"), None)[0]) <= MOST


@settings(max_examples=25, deadline=None)
@given(
    first=st.sampled_from([found.span() for found in re.finditer(r"\w+", TEXT)]),
    length=st.integers(1, 20),
    rule=st.sampled_from([None, 0, 1]),
)
def test_any_words_are_ranked(report_of: Make, first: tuple[int, int], length: int, rule: int | None) -> None:
    _, weighed = weigh(report_of, TEXT)
    ranked = weighed.rank(Expression((first[0], min(first[1] + length, len(TEXT)))), rule)
    assert all(0 <= chance <= 1 for _, chance in ranked)
    assert sum(chance for _, chance in ranked) <= 1 + 1e-5
    assert ranked == sorted(ranked, key=lambda one: (-one[1], one[0]))
