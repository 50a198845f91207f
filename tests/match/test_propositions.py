from collections.abc import Callable
from typing import Any

from onrecord.match.meanings import Meanings
from onrecord.match.propositions import Worded
from onrecord.match.siding import Side

NAMES = {"Ada Quill": "person"}


def worded(story: Callable[..., Any], meanings: Meanings, *said: tuple[str, str, str]) -> Worded:
    _, told, _ = story([[("Ada Quill", "said", text, act) for text, act, _ in said]], NAMES)
    sides = tuple(Side(one, stance, "") for one, (_, _, stance) in zip(told, said, strict=True))  # type: ignore[arg-type]
    return Worded(sides, meanings)


def test_the_side_that_says_so_words_it_even_where_the_denial_is_longer(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    denial = ("no oil was ever hidden from the town or its people", "deny", "against")
    assert worded(story, meanings, denial, ("oil was hidden from us", "allege", "for")).source.stance == "for"
    assert worded(story, meanings, denial).source.stance == "against"


def test_one_word_and_a_page_are_no_wordings(story: Callable[..., Any], meanings: Meanings) -> None:
    long = " ".join(["oil was hidden from us and"] * 8) + " more"
    said = [("oil", "allege", "for"), (long, "allege", "for"), ("oil was hidden from us", "assert", "for")]
    assert worded(story, meanings, *said).proposition == "Oil was hidden from us."


def test_half_a_quotation_is_no_wording_where_there_is_another(story: Callable[..., Any], meanings: Meanings) -> None:
    said = [("oil was “hidden from us", "allege", "for"), ("the oil was hidden from the town", "allege", "for")]
    assert worded(story, meanings, *said).proposition == "The oil was hidden from the town."
