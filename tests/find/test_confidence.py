"""How often a rule is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.find.confidence import confidence
from onrecord.find.words import table


def test_a_measured_rule_has_its_figure() -> None:
    measured = table("confidence")["rules"]
    assert measured
    assert all(confidence(rule) == share for rule, share in measured.items())
    assert all(0 < share <= 1 for share in measured.values())


def test_a_rule_without_a_figure_is_trusted_little() -> None:
    assert confidence("no such rule") == 0.3


def test_a_quotation_with_its_cue_is_surer_than_a_bare_object(found_in: Callable[..., Any]) -> None:
    found = found_in("“It will hold,” said Maria Vance. Maria Vance hailed the men.").statements
    assert found[0].confidence > found[1].confidence
