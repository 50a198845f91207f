"""How often a statement of its kind is right."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from onrecord.find.confidence import confidence
from onrecord.wordlists import table

_CHANCES = [0.0, 1e-9, 0.01, 0.3, 0.5, 0.7, 0.99, 1.0]


@pytest.mark.parametrize(("rule", "scale"), [("quotation", "agreed"), ("clause", "agreed"), ("read verb", "read")])
def test_the_surer_the_network_the_surer_the_statement(rule: str, scale: str) -> None:
    assert table("confidence")[scale]["weight"] > 0
    shares = [confidence(rule, chance) for chance in _CHANCES]
    assert all(a <= b for a, b in pairwise(shares))
    assert shares[0] < shares[-1]
    assert all(0 < share < 1 for share in shares)


def test_an_even_chance_has_the_bias_alone() -> None:
    bias = table("confidence")["read"]["bias"]
    assert confidence("read verb", 0.5) == pytest.approx(1 / (1 + math.exp(-bias)), abs=1e-3)


def test_what_only_a_rule_found_has_the_share_of_those() -> None:
    alone = table("confidence")["alone"]
    assert confidence("quotation", None) == confidence("quotation after", None) == alone["quotation"]
    assert confidence("alleged", None) == alone["alleged"]
    assert confidence("noun of", None) == confidence("noun that", None) == alone["noun"]
    assert confidence("past clause", None) == confidence("no such rule", None) == alone["other"]


def test_what_rule_and_network_find_is_surer_than_what_one_of_them_finds() -> None:
    assert confidence("quotation", 0.99) > confidence("read verb", 0.99) > confidence("read verb", 0.5)
    assert confidence("quotation", 0.99) > confidence("quotation", None)


def test_a_quotation_with_its_cue_is_surer_than_a_bare_one(found_in: Callable[..., Any]) -> None:
    found = found_in("“It will hold,” said Maria Vance.\n\nIt rained.\n\n“We looked at it twice.”").statements
    assert found[0].confidence > found[-1].confidence
