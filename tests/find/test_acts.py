"""The nine acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from onrecord.find.acts import act_of, opinion
from onrecord.find.cues import ACTS


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Maria Vance said the weir was old.", "assert"),
        ("Maria Vance accused Tolland Mills of poisoning the river.", "allege"),
        ("Maria Vance alleged that the mill had lied.", "allege"),
        ("Maria Vance denied that the weir leaked.", "deny"),
        ("Maria Vance dismissed the charge.", "deny"),
        ("Maria Vance refused to leave.", "deny"),
        ("Maria Vance urged the council to rebuild it.", "demand"),
        ("Maria Vance called for a new weir.", "demand"),
        ("Maria Vance promised to rebuild it.", "commit"),
        ("Maria Vance vowed that it would be rebuilt.", "commit"),
        ("Maria Vance warned that it would fall.", "warn"),
        ("Maria Vance threatened to leave.", "warn"),
        ("Maria Vance admitted that the weir was old.", "concede"),
        ("Maria Vance acknowledged that the weir was old.", "concede"),
        ("Maria Vance praised the rescuers.", "support"),
        ("Maria Vance defended the dam.", "support"),
        ("Maria Vance condemned the delay.", "criticise"),
        ("Maria Vance called the plan a disgrace.", "criticise"),
        ("Maria Vance complained that the weir was old.", "criticise"),
    ],
)
def test_the_reporting_word_tells_the_act(found_in: Callable[..., Any], text: str, act: str) -> None:
    assert [one.act for one in found_in(text).statements] == [act]


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("the weir is old", "assert"),
        ("We will rebuild the weir", "commit"),
        ("The council must act", "demand"),
        ("we urge the council to act", "demand"),
        ("I categorically reject that", "deny"),
        ("to rebuild the weir", "commit"),
        ("to have seen the crack", "assert"),
        ("", "assert"),
    ],
)
def test_behind_a_neutral_word_the_words_said_tell_it(content: str, act: str) -> None:
    assert act_of(content, "assert", "direct") == act


def test_a_negative_clause_is_a_denial_only_in_indirect_speech() -> None:
    assert act_of("it had never sold the weir", "assert", "indirect") == "deny"
    assert act_of("it had never sold the weir", "assert", "direct") == "assert"


def test_a_word_with_an_act_of_its_own_decides() -> None:
    assert act_of("We will rebuild the weir", "warn", "direct") == "warn"


def test_the_shape_of_an_apostrophe_makes_no_difference() -> None:
    for content in ("We won't leave", "We'll rebuild it"):
        assert act_of(content, "assert", "direct") == act_of(content.replace("'", "’"), "assert", "direct") == "commit"


def test_the_network_has_the_last_word(found_in: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    told = np.eye(len(ACTS) + 1, dtype=np.float32)[[ACTS.index("warn")]]
    monkeypatch.setattr("onrecord.encoder.Encoder.acts", lambda _, features: told.repeat(len(features), 0))
    assert [one.act for one in found_in("Maria Vance denied that the weir leaked.").statements] == ["warn"]


def test_an_act_that_the_reporting_word_performs_weighs_twice() -> None:
    by_content, by_cue = opinion("deny", "assert", "said"), opinion("deny", "deny", "held")
    assert by_content.tolist() == [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    assert by_cue.tolist() == [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1]


def test_what_the_network_reads_as_no_statement_is_left_out_but_never_quoted_words(
    found_in: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Maria Vance said the weir was old.\n\n“It will hold,” Peter Roe said."
    assert [one.form for one in found_in(text).statements] == ["indirect", "direct"]
    monkeypatch.setattr("onrecord.find.acts.NO_STATEMENT", 0.0)
    assert [one.form for one in found_in(text).statements] == ["direct"]
