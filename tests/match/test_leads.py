"""What a lead tells was said, and the quotation in which the report gives the words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.leads import leads
from onrecord.match.said import said_in
from onrecord.model import Entity, Mention, Report, Span, Statement

Make = Callable[..., Statement]
NAMED = tuple(
    Entity(id=name, name=name.title(), type="person", mentions=(Mention("r0", 0, 5, name, (0, 5)),))
    for name in ("vance", "lamm")
)
BEHIND = 400  # behind the first paragraph


def pairs(*statements: Statement, known: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    text = "x" * 300 + "\n" + "x" * 900
    report = Report(id="r1", file="r1", files=("r1",), sha256="", text_sha256="", text=text, language="en")
    found = leads(said_in((report,), statements, NAMED), known)
    return [(a.statement.content[0].text, b.statement.content[0].text) for a, b, _ in found]


def lead(statement: Make, act: str, **changes: Any) -> Statement:
    return statement("a leak at the weir", at=50, **{"form": "indirect", "act": act, **changes})


@pytest.mark.parametrize("act", ["deny", "concede", "allege", "commit", "demand", "support"])
def test_a_lead_is_told_by_the_first_quotation_of_the_same_act(statement: Make, act: str) -> None:
    first = statement("Nobody saw a drop", at=BEHIND, act=act)
    other = statement("The choir sings", at=BEHIND - 50, act="warn")
    later = statement("We sleep well", at=BEHIND + 100, act=act)
    assert pairs(lead(statement, act), other, first, later) == [("a leak at the weir", "Nobody saw a drop")]


@pytest.mark.parametrize(
    ("act", "words", "one"),
    [
        ("deny", "Nobody saw a drop", True),
        ("deny", "We sleep well", False),
        ("allege", "They lied to the valley", True),
        ("allege", "We sleep well", False),
        ("concede", "It was a mistake", True),
        ("concede", "We sleep well", False),
        ("commit", "We sleep well", False),
    ],
)
def test_a_plain_quotation_is_the_act_that_its_words_are(statement: Make, act: str, words: str, one: bool) -> None:
    assert bool(pairs(lead(statement, act), statement(words, at=BEHIND))) is one


def test_a_charge_what_others_say_and_other_acts_are_not_told_by_a_quotation(statement: Make) -> None:
    assert pairs(lead(statement, "assert"), statement("Nobody saw it", at=BEHIND, act="deny")) == []
    assert pairs(lead(statement, "assert"), statement("Nobody saw it", at=BEHIND)) == []
    charged = lead(statement, "allege", cue=Span("r1", 30, 37, "charged"))
    assert pairs(charged, statement("They lied to the valley", at=BEHIND, act="allege")) == []
    assert pairs(lead(statement, "deny"), statement("Nobody saw it", at=BEHIND, act="deny", speaker="lamm")) == []
    assert pairs(lead(statement, "deny"), statement("It is false", at=BEHIND, act="deny", form="indirect")) == []
    assert pairs(lead(statement, "deny"), statement("We sleep", at=BEHIND, act="commit")) == []


def test_a_lead_whose_words_are_known_and_what_stands_in_the_lead_itself_are_left(statement: Make) -> None:
    told, quoted = lead(statement, "deny"), statement("Nobody saw a drop", at=BEHIND, act="deny")
    assert pairs(told, quoted, known=frozenset({told.id})) == []
    assert pairs(told, statement("Nobody saw a drop", at=150, act="deny")) == []
