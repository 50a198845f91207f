"""Quotations changed on purpose: what turns the words round is never the same utterance, nor exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.bench.changes import CASES, FRESH, Change, is_exact, is_same_utterance, read_changes, score
from onrecord.errors import MalformedInput
from onrecord.match.meanings import Meanings
from onrecord.settings import Settings

MEANINGS = Meanings()
CHANGES = read_changes(CASES)
TURNED = {"not", "will", "antonym", "number", "name", "who", "amount"}


def test_there_are_three_hundred_of_each() -> None:
    assert sum(not one.same for one in CHANGES) >= 300
    assert sum(one.same for one in CHANGES) >= 300
    assert {one.kind for one in CHANGES if not one.same} == TURNED
    assert len({(one.original, one.changed) for one in CHANGES}) == len(CHANGES)
    assert all(one.original != one.changed for one in CHANGES)


def test_nothing_fresh_was_looked_at() -> None:
    known = {one.original for one in CHANGES}
    assert not known & {one.original for one in read_changes(FRESH)}


@pytest.mark.parametrize("kind", sorted(TURNED))
def test_what_turns_the_words_round_is_told_apart_and_is_not_exact(kind: str) -> None:
    turned = [one for one in CHANGES if one.kind == kind and not one.same]
    assert [one.id for one in turned if is_same_utterance(one, Settings(), MEANINGS)] == []
    assert [one.id for one in turned if is_exact(one)] == []


def test_what_does_not_is_taken_for_what_it_is() -> None:
    rows = score([one for one in CHANGES if one.same], Settings())
    assert (rows["harmless, one utterance"] or 0) >= 0.95
    assert (rows["harmless, exact"] or 0) >= 0.95


def test_the_figures_count_what_is_wrong() -> None:
    right = Change("1", "not", False, "The old weir at Ostrell will hold", "The old weir at Ostrell will not hold")
    wrong = Change("2", "not", False, "The old weir at Ostrell will hold", "The old weir at Ostrell will hold")
    rows = score([right, wrong], Settings())
    assert rows["turned round, told apart"] == 0.5
    assert rows["turned round, not exact"] == 0.5
    assert rows["harmless, exact"] is None


def test_a_line_that_is_no_change_is_named(tmp_path: Path) -> None:
    path = tmp_path / "changes.jsonl"
    path.write_text('{"id": "1"}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no change"):
        read_changes(path)
