"""Whether what is told happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.status import in_statement, is_asserted, status_of
from onrecord.find.syntax import Syntax
from onrecord.model import Act, Status

Make = Callable[[str], Syntax]


def verb(*helpers: str) -> str:
    """A sentence "Vance HELPERS close the mill" with the verb behind the helpers."""
    at = len(helpers) + 2
    rows = [f"Vance PROPN nsubj {at}"]
    rows += [f"{word} {'PART advmod' if word in ('not', 'never') else 'AUX aux'} {at}" for word in helpers]
    return "\n".join([*rows, "close VERB root 0", f"mills NOUN obj {at}"])


@pytest.mark.parametrize(
    ("helpers", "expected"),
    [
        ((), "happened"),
        (("has",), "happened"),
        (("will",), "planned"),
        (("could",), "possible"),
        (("would",), "possible"),
        (("has", "not"), "denied"),
        (("has", "never"), "denied"),
    ],
)
def test_helpers_and_negation_tell_the_status(syntax_of: Make, helpers: tuple[str, ...], expected: Status) -> None:
    assert status_of(syntax_of(verb(*helpers)), len(helpers) + 1, is_noun=False) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [("plans", "planned"), ("wants", "possible"), ("refused", "denied"), ("began", "happened")],
)
def test_what_governs_an_infinitive_tells_its_status(syntax_of: Make, above: str, expected: Status) -> None:
    syntax = syntax_of(f"Vance PROPN nsubj 2\n{above} VERB root 0\nto PART mark 4\nclose VERB xcomp 2")
    assert status_of(syntax, 3, is_noun=False) == expected


def test_a_noun_takes_the_status_of_the_word_before_it_or_above_it(syntax_of: Make) -> None:
    alleged = syntax_of("the DET det 3\nalleged ADJ amod 3\ntheft NOUN root 0")
    threat = syntax_of("the DET det 2\nthreat NOUN root 0\nof ADP case 5\na DET det 5\nstrike NOUN nmod 2")
    plain = syntax_of("the DET det 2\nstrike NOUN root 0")
    assert status_of(alleged, 2, is_noun=True) == "alleged"
    assert status_of(threat, 4, is_noun=True) == "possible"
    assert status_of(plain, 1, is_noun=True) == "happened"


def test_a_clause_with_if_is_possible(syntax_of: Make) -> None:
    syntax = syntax_of("if SCONJ mark 3\nVance PROPN nsubj 3\ncloses VERB advcl 5\nwe PRON nsubj 5\nleave VERB root 0")
    assert status_of(syntax, 2, is_noun=False) == "possible"


@pytest.mark.parametrize(
    ("own", "act", "expected"),
    [
        ("happened", "assert", "happened"),
        ("happened", "allege", "alleged"),
        ("happened", "deny", "denied"),
        ("planned", "deny", "planned"),
        ("happened", "commit", "planned"),
        ("happened", "demand", "possible"),
        ("denied", "assert", "denied"),
    ],
)
def test_what_only_a_statement_tells_is_as_its_act_puts_it(own: Status, act: Act, expected: Status) -> None:
    assert in_statement(own, act, asserted=False) == expected


def test_a_deed_that_a_demand_or_promise_says_was_done_is_no_less_for_it(syntax_of: Make) -> None:
    assert is_asserted(syntax_of(verb("has")), 2, is_noun=False)
    assert not is_asserted(syntax_of("to PART mark 2\nclose VERB root 0"), 1, is_noun=False)
    assert in_statement("happened", "demand", asserted=True) == "happened"
    assert in_statement("happened", "commit", asserted=True) == "happened"
    assert in_statement("happened", "deny", asserted=True) == "denied"


def test_the_deed_of_another_is_alleged_where_only_a_statement_tells_it() -> None:
    assert in_statement("happened", "assert", asserted=True, of_another=True) == "alleged"
    assert in_statement("happened", "assert", asserted=True) == "happened"
