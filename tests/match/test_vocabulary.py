"""One form for a word: spelling, inflection, pronouns, amounts, opposites."""

from __future__ import annotations

import pytest

from onrecord.match.vocabulary import amount, countries, expanded, form, listed, negates, opposite, spelling, synonymous


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("agreements", "agreement"),
        ("denied", "deny"),
        ("stopped", "stops"),
        ("took", "taken"),
        ("colour", "colors"),
        ("organised", "organizing"),
        ("him", "his"),
        ("families", "family"),
        ("agreed", "agrees"),
    ],
)
def test_forms_of_one_word_are_compared_alike(a: str, b: str) -> None:
    assert form(a) == form(b)


@pytest.mark.parametrize(("a", "b"), [("he", "she"), ("need", "ned"), ("rise", "raise"), ("hour", "or"), ("king", "k")])
def test_other_words_are_not(a: str, b: str) -> None:
    assert form(a) != form(b)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("won't", ("will", "not")),
        ("can't", ("can", "not")),
        ("doesn't", ("does", "not")),
        ("we're", ("we", "be")),
        ("vance's", ("vance",)),
        ("workers'", ("workers",)),
        ("weir", ("weir",)),
    ],
)
def test_contractions_are_written_out(word: str, forms: tuple[str, ...]) -> None:
    assert expanded(word) == forms


def test_spelling_keeps_endings() -> None:
    assert spelling("harbours") == spelling("harbors")
    assert spelling("harbours") != spelling("harbour")


def test_amounts_of_one_kind_are_one() -> None:
    assert amount("every") == amount("all")
    assert amount("every") != amount("some")
    assert amount("weir") is None


@pytest.mark.parametrize(
    ("a", "b"), [("rise", "fall"), ("accept", "reject"), ("open", "close"), ("harmless", "harmful")]
)
def test_opposites_are_known_both_ways(a: str, b: str) -> None:
    assert opposite(form(a), form(b))
    assert opposite(form(b), form(a))


def test_what_is_only_different_is_no_opposite() -> None:
    assert not opposite(form("weir"), form("mill"))
    assert not opposite(form("rise"), form("rise"))


def test_a_prefix_may_deny() -> None:
    assert negates(form("unsafe"), form("safe"))
    assert not negates(form("safe"), form("unsafe"))
    assert not negates(form("inside"), form("mill"))


def test_a_country_and_its_people_have_one_name() -> None:
    assert countries()["spanish"] == countries()["spain"]
    assert countries()["spanish"] != countries()["french"]


def test_lists_hold_compared_forms() -> None:
    assert form("refused") in listed("reversing")
    assert form("the") in listed("function")


def test_synonyms_are_listed_in_groups_and_known_in_every_form() -> None:
    assert synonymous("shuts", "closed")
    assert synonymous("grief", "sorrow")
    assert not synonymous("shut", "opened")
    assert not synonymous("weir", "weir")
