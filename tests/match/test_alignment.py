"""Two sentences side by side."""

from __future__ import annotations

from onrecord.match.alignment import Alignment, aligned, denied_by_prefix, replaced
from onrecord.match.wording import wording


def pair(a: str, b: str) -> Alignment:
    return aligned(wording(a), wording(b))


def alone(a: str, b: str) -> list[list[str]]:
    return [[token.form for token in side] for side in pair(a, b).alone]


def test_shared_words_are_counted_wherever_they_stand() -> None:
    both = pair("The old weir will hold", "In winter the weir held, the old one")
    assert both.common == 3
    assert both.share == 1.0


def test_the_shorter_sentence_gives_the_share() -> None:
    assert pair("The old weir will hold", "the weir").share == 1.0
    assert pair("The old weir will hold", "the mill").share == 0.0


def test_what_stands_beside_the_shared_words_belongs_to_what_is_told() -> None:
    assert alone("I doubt that the weir will hold", "The weir will hold")[0] == ["i", "doubt", "that"]


def test_another_clause_does_not() -> None:
    assert alone("The weir will hold, but Vance will not pay", "The weir will hold")[0] == []


def test_what_an_ellipsis_cuts_does_not() -> None:
    assert alone("The weir will hold without repairs", "The weir will hold …") == [[], ["…"]] or alone(
        "The weir will hold without repairs", "The weir will hold …"
    ) == [[], []]
    assert alone("The weir will hold without repairs", "The weir will hold")[0] != []


def test_numbers_cut_with_their_noun_are_not_missed() -> None:
    assert pair("Vance paid 300 crowns for the weir", "Vance paid for the weir").measured(0, "number") == set()
    assert pair("Vance paid 300 crowns for the weir", "Vance paid crowns for the weir").measured(0, "number") == {"300"}


def test_words_in_one_place_are_paired() -> None:
    assert replaced(pair("We build a school here", "We build a road here")) == [("school", "road")]
    assert replaced(pair("We build a big school here", "We build a school here")) == [("big", "")]


def test_a_prefix_that_denies_is_counted() -> None:
    assert denied_by_prefix(pair("The weir is unsafe", "The weir is safe")) == (1, 0)
    assert denied_by_prefix(pair("The weir is safe", "The weir is safe")) == (0, 0)
