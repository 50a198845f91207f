"""What turns a sentence round, and what does not."""

from __future__ import annotations

import pytest

from onrecord.match.alignment import aligned
from onrecord.match.meanings import Meanings
from onrecord.match.reversal import reversal
from onrecord.match.wording import wording

MEANINGS = Meanings()


def why(a: str, b: str) -> str | None:
    one, other = wording(a), wording(b)
    found = reversal(aligned(one, other), MEANINGS.near)
    assert (found is None) is (reversal(aligned(other, one), MEANINGS.near) is None)
    return found


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("The weir will hold", "The weir will not hold", "one denies what the other says"),
        ("The weir at Ostrell is safe", "The weir at Ostrell is unsafe", "one denies what the other says"),
        ("We paid 300 crowns for it", "We paid 900 crowns for it", "other numbers"),
        ("All weirs have held", "Some weirs have held", "another amount"),
        ("Prices in Ostrell will rise", "Prices in Ostrell will fall", "a word and its opposite"),
        ("We will meet at Ostrell", "We will meet at Varn", "other names"),
        ("He sold the weir", "She sold the weir", "another person"),
        ("We will shut the weir tonight", "We will shut the weir tomorrow", "another of the same kind"),
        ("The weir was shut for weeks", "The weir was shut for months", "another of the same kind"),
        ("The mill owner sued the council", "The council sued the mill owner", "who does it to whom"),
        ("It was built by Korv, and Mabel owns it", "It was built by Mabel, and Korv owns it", "who does it to whom"),
        ("I would rather leave than sell", "I would rather sell than leave", "who does it to whom"),
        ("We will build a school at the ferry", "We will build a road at the ferry", "other words in the same place"),
    ],
)
def test_what_turns_it_round_is_named(a: str, b: str, reason: str) -> None:
    assert why(a, b) == reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The weir is not safe", "The weir is unsafe"),
        ("The mill owner sued the council", "The council was sued by the mill owner"),
        ("On Monday the weir held at Ostrell", "The weir at Ostrell held on Monday"),
        ("We met Vance and Lamm", "We met Lamm and Vance"),
        ("Every weir has held", "All weirs have held"),
        ("We paid three hundred crowns", "We paid 300 crowns"),
        ("We will shut the mill", "they would shut the mill"),
        ("No matter what they say, the weir will hold", "The weir will hold"),
    ],
)
def test_what_says_the_same_is_let_be(a: str, b: str) -> None:
    assert why(a, b) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The old mill at Ostrell was shut in May", "The old mill at Ostrell was closed in May"),
        ("It ran until the audit at Ostrell", "It ran till the audit at Ostrell"),
    ],
)
def test_a_synonym_in_the_same_place_is_no_change(a: str, b: str) -> None:
    assert why(a, b) is None
