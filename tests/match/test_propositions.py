from collections.abc import Callable
from typing import Any

from onrecord.match.meanings import Meanings
from onrecord.match.propositions import Wording, worded

NAMES = {"Ada Quill": "person"}


def wording(story: Callable[..., Any], meanings: Meanings, *said: tuple[str, str]) -> Wording:
    _, told, _ = story([[("Ada Quill", "said", text, act) for text, act in said]], NAMES)
    return worded(told, meanings)


def test_who_says_so_words_it_even_where_the_denial_is_longer(story: Callable[..., Any], meanings: Meanings) -> None:
    denial = ("oil was ever hidden from the town or its people", "deny")
    negated = ("no oil was ever hidden from the town or its people", "assert")
    assert wording(story, meanings, denial, negated, ("oil was hidden from us", "allege")).statement == 2
    assert wording(story, meanings, denial).statement == 0


def test_one_word_and_a_page_are_no_wordings(story: Callable[..., Any], meanings: Meanings) -> None:
    long = " ".join(["oil was hidden from us and"] * 8) + " more"
    said = [("oil", "allege"), (long, "allege"), ("oil was hidden from us", "assert")]
    assert wording(story, meanings, *said).proposition == "Oil was hidden from us."


def test_half_a_quotation_is_no_wording_where_there_is_another(story: Callable[..., Any], meanings: Meanings) -> None:
    said = [("oil was “hidden from us", "allege"), ("the oil was hidden from the town", "allege")]
    assert wording(story, meanings, *said).proposition == "The oil was hidden from the town."
