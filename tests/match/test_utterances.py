"""Statements that report one act of speaking."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.utterances import utterances
from onrecord.model import Span, Statement
from onrecord.settings import Settings

Make = Callable[..., Statement]
WHOLE = "The old weir at Ostrell will hold through the winter floods"


def groups(*statements: Statement, headlines: frozenset[str] = frozenset(), **changes: Any) -> list[tuple[str, ...]]:
    told, _ = utterances(statements, {"vance", "lamm", "council"}, headlines, Settings(**changes))
    return [one.statements for one in told]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (WHOLE, WHOLE),
        (WHOLE, WHOLE + "."),
        (WHOLE, "the weir at Ostrell will hold through the winter"),
        (WHOLE, "The old weir|at Ostrell will hold through the winter floods"),
        (WHOLE, f"Nobody slept that night. {WHOLE}. We stayed on the bank."),
        ("We can’t sell the weir at Ostrell", "We can't sell the weir at Ostrell"),
        ("We paid 300 crowns for the weir", "They had paid 300 crowns for the weir"),
        ("The weirs and mills were flooded", "The weir and mill were flooded"),
    ],
)
def test_the_same_words_are_one_utterance(statement: Make, a: str, b: str) -> None:
    assert len(groups(statement(a, "r1"), statement(b, "r2"))) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (WHOLE, WHOLE.replace("will hold", "will not hold")),
        ("We will sell the weir at Ostrell", "We won’t sell the weir at Ostrell"),
        ("The council ever paid for the weir", "The council never paid for the weir"),
        ("We paid 300 crowns for the weir", "We paid 900 crowns for the weir"),
        ("We paid 300 crowns for the weir", "We paid crowns for the weir"),
        (WHOLE, "The mill in the valley closed its gates for good"),
        ("Yes", "Yes"),
        ("It will hold", "It will hold"),
    ],
)
def test_other_words_are_not(statement: Make, a: str, b: str) -> None:
    assert groups(statement(a, "r1"), statement(b, "r2")) == []


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("2021-03-12", "2021-03-12", True),
        ("2021-03-12", None, True),
        ("2021-03-12", "2021-03", True),
        ("2021-03-12", "2021-03-13", False),
        ("2021-03", "2021-04", False),
    ],
)
def test_two_days_are_two_utterances(statement: Make, a: str | None, b: str | None, one: bool) -> None:
    assert bool(groups(statement(WHOLE, "r1", said_on=a), statement(WHOLE, "r2", said_on=b))) is one


def test_two_speakers_are_two_utterances(statement: Make) -> None:
    assert groups(statement(WHOLE, "r1", "vance"), statement(WHOLE, "r2", "lamm")) == []


def test_a_speaker_who_is_not_known_may_be_the_one(statement: Make) -> None:
    assert len(groups(statement(WHOLE, "r1", "vance"), statement(WHOLE, "r2", None))) == 1
    assert (
        groups(
            statement(WHOLE, "r1", "vance"), statement("the weir at Ostrell may hold a cold muddy flood", "r2", None)
        )
        == []
    )


def test_two_who_are_not_known_need_the_same_source(statement: Make, source: Callable[[str], Span]) -> None:
    one = statement(WHOLE, "r1", None, source=source("a farmer"))
    assert len(groups(one, statement(WHOLE, "r2", None, source=source("A farmer")))) == 1
    assert groups(one, statement(WHOLE, "r2", None, source=source("an official"))) == []


def test_people_without_a_name_are_not_taken_for_each_other(statement: Make) -> None:
    assert (
        groups(statement("The weir holds the flood", "r1", "u1"), statement("The weir held no flood", "r2", "u2")) == []
    )


def test_a_headline_condenses_the_words_below_it(statement: Make) -> None:
    body = statement(WHOLE, "r1", "vance", at=200)
    for speaker in ("vance", "council"):
        head = statement("old weir will hold through winter floods", "r1", speaker)
        assert len(groups(head, body, headlines=frozenset({head.id}))) == 1
        assert bool(groups(head, body)) is (speaker == "vance")


def test_what_is_inside_another_statement_is_not_the_same_utterance(statement: Make) -> None:
    outer = statement(WHOLE, "r1")
    inner = statement(WHOLE, "r1", at=3, inside=outer.id)
    assert groups(outer, inner) == []


def test_beliefs_are_no_utterances(statement: Make) -> None:
    assert groups(statement(WHOLE, "r1", mode="held"), statement(WHOLE, "r2", mode="held")) == []


def test_all_statements_of_a_group_are_alike(statement: Make) -> None:
    all_ = [statement(WHOLE, f"r{n}") for n in range(5)]
    assert groups(*all_) == [tuple(sorted(one.id for one in all_))]


def test_settings_say_how_alike(statement: Make) -> None:
    pair = statement(WHOLE, "r1"), statement("The weir at Ostrell will hold cold mud", "r2")
    assert len(groups(*pair, same_words=0.3)) == 1
    assert groups(*pair, same_words=1.0) == []
    assert groups(*pair, same_words=0.3, same_words_least=50) == []


def test_each_link_says_why_and_how_sure(statement: Make) -> None:
    one, two = statement(WHOLE, "r1"), statement(WHOLE, "r2")
    _, (link,) = utterances((one, two), {"vance"}, set(), Settings())
    assert (link.kind, link.score, link.by) == ("same utterance", 1.0, "machine")
    assert [link.a, link.b] == sorted([one.id, two.id])
    assert link.why.startswith("same speaker")


def test_order_and_chance_make_no_difference(statement: Make) -> None:
    pieces = WHOLE.split()
    all_ = [statement(" ".join(pieces[n % 4 : 8 + n % 3]), f"r{n}", ["vance", "lamm", None][n % 3]) for n in range(24)]
    first = utterances(tuple(all_), {"vance", "lamm"}, set(), Settings())
    for seed in range(5):
        random.Random(seed).shuffle(all_)
        assert utterances(tuple(all_), {"vance", "lamm"}, set(), Settings()) == first


def test_ids_are_unique_also_where_groups_share_statements(statement: Make) -> None:
    pieces = [WHOLE, "The old weir at Ostrell will hold", "hold through the winter floods at Ostrell", WHOLE + " again"]
    told, _ = utterances(tuple(statement(p, f"r{n}") for n, p in enumerate(pieces)), {"vance"}, set(), Settings())
    assert len({one.id for one in told}) == len(told)
    assert all(len(one.statements) >= 2 for one in told)


def test_hundreds_of_copies_are_matched_soon(statement: Make) -> None:
    told, links = utterances(tuple(statement(WHOLE, f"r{n}") for n in range(60)), {"vance"}, set(), Settings())
    assert len(told) == 1
    assert len(links) == 60 * 59 // 2
