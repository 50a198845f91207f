"""Who has spoken so far."""

from __future__ import annotations

from math import log1p

from onrecord.find.spoken import Spoken

TEXT = "Ann Roe said it held. A clerk said it fell. The mayor said it stood."


def test_whoever_spoke_is_known_by_the_words_for_them_and_by_turn() -> None:
    spoken = Spoken(TEXT)
    spoken.add((0, 7), 3)
    spoken.add((44, 53), 5)
    assert spoken.called("the mayor") == 5
    assert spoken.called("the clerk") is None
    assert (spoken.last_of(3), spoken.last_of(5), spoken.last_of(9)) == (0, 44, 0)
    assert spoken.numbers(5, 60) == [1.0, log1p(16), 0.0, log1p(1)]
    assert spoken.numbers(3, 60) == [0.0, 0.0, 1.0, log1p(1)]


def test_who_speaks_later_does_not_count_at_an_earlier_place() -> None:
    spoken = Spoken(TEXT)
    spoken.add((0, 7), 3)
    spoken.add((44, 53), 5)
    spoken.turn_back(40)
    assert [n for _, n in spoken.turns] == [3]
    spoken.turn_back(len(TEXT))
    assert [n for _, n in spoken.turns] == [3, 5]
    assert spoken.numbers(5, 60)[0] == 1.0


def test_a_source_without_a_name_that_spoke_last_is_told() -> None:
    spoken = Spoken(TEXT)
    spoken.add((0, 7), 3)
    assert spoken.others(None) == [0.0, 0.0, 0.0]
    spoken.add_unnamed((22, 29))
    assert spoken.others(None)[0] == 1.0
