"""How near two sentences are in meaning."""

from __future__ import annotations

import pytest

from onrecord.match.meanings import Meanings


def test_sentences_that_mean_the_same_are_nearer_than_others() -> None:
    meanings = Meanings()
    assert meanings.near("The mill will close in May", "The mill will close in May") > 0.999
    near = meanings.near("The mill will close in May", "In May they are shutting down the mill")
    far = meanings.near("The mill will close in May", "My brother plays the violin")
    assert near > 0.7 > 0.3 > far


def test_a_sentence_has_the_same_numbers_whatever_was_read_before() -> None:
    one, two = Meanings(), Meanings()
    two.near("A long sentence about something else altogether, read first", "and another")
    assert one.near("The weir held", "The dam broke") == two.near("The weir held", "The dam broke")


def test_sentences_read_at_once_have_the_same_numbers_and_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = Meanings(), Meanings()
    told = [f"The ferry sank {hours} hours after the harbour was closed" for hours in range(20)]
    two.read([*told, *told])
    expected = [one.of(sentence).tolist() for sentence in told]
    monkeypatch.setattr("onrecord.match.meanings.shipped_sentences", None)
    assert [two.of(sentence).tolist() for sentence in told] == expected


def test_a_large_pile_keeps_no_more_sentences_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.match.meanings._MOST", 2)
    meanings = Meanings()
    first = meanings.near("The weir held", "The dam broke")
    meanings.near("The mill closed", "The ferry sank")
    assert len(meanings._known) <= 2
    meanings.read(["The weir held", "The dam broke", "The mill closed"])
    assert len(meanings._known) <= 2
    assert meanings.near("The weir held", "The dam broke") == first


def test_the_nearest_of_several_are_taken_on_average() -> None:
    meanings, others = Meanings(), ["The weir held", "The dam broke", "My brother plays the violin"]
    each = sorted(meanings.near("The weir broke", other) for other in others)
    assert meanings.nearest("The weir broke", meanings.table(others), 2) == pytest.approx(sum(each[1:]) / 2, abs=1e-6)
    assert meanings.nearest("The weir broke", meanings.table([]), 2) == 0.0


def test_where_too_much_is_read_the_oldest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.match.meanings._MOST", 4)
    meanings = Meanings()
    meanings.read(["The weir held", "The dam broke", "The mill burned", "The pier sank"])
    meanings.read(["The lock froze"])
    known = list(meanings._known)
    assert known == ["The dam broke", "The mill burned", "The pier sank", "The lock froze"]
    assert meanings.near("The weir held", "The weir held") == pytest.approx(1.0)
