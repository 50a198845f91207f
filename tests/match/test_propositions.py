from collections.abc import Callable
from typing import Any

from onrecord.match.meanings import Meanings
from onrecord.match.propositions import Proposition, worded

NAMES = {"Ada Quill": "person"}


def proposition(story: Callable[..., Any], meanings: Meanings, *said: tuple[str, str]) -> Proposition:
    _, told, _ = story([[("Ada Quill", "said", text, act) for text, act in said]], NAMES)
    return worded(told, meanings)


def test_who_says_so_words_it_even_where_the_denial_is_longer(story: Callable[..., Any], meanings: Meanings) -> None:
    denial = ("oil was ever hidden from the town or its people", "deny")
    negated = ("no oil was ever hidden from the town or its people", "assert")
    assert proposition(story, meanings, denial, negated, ("oil was hidden from us", "allege")).statement == 2
    assert proposition(story, meanings, denial).statement == 0


def test_one_word_and_a_page_are_no_wordings(story: Callable[..., Any], meanings: Meanings) -> None:
    long = " ".join(["oil was hidden from us and"] * 8) + " more"
    said = [("oil", "allege"), (long, "allege"), ("oil was hidden from us", "assert")]
    assert proposition(story, meanings, *said).text == "Oil was hidden from us."


def test_half_a_quotation_is_no_wording_where_there_is_another(story: Callable[..., Any], meanings: Meanings) -> None:
    said = [("oil was “hidden from us", "allege"), ("the oil was hidden from the town", "allege")]
    assert proposition(story, meanings, *said).text == "The oil was hidden from the town."


def test_a_whole_sentence_goes_before_one_that_points_elsewhere_and_before_half_a_one(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    said = [("it was hidden from us", "allege"), ("the mayor for hiding oil", "criticise")]
    whole = ("the oil was hidden from us", "allege")
    assert proposition(story, meanings, *said, whole).text == "The oil was hidden from us."
    plain = ("the oil was hidden from the town", "assert")
    assert proposition(story, meanings, said[1], plain, plain).statement in (1, 2)


def test_a_quotation_mark_without_its_fellow_is_left_out(story: Callable[..., Any], meanings: Meanings) -> None:
    assert proposition(story, meanings, ("the oil was “hidden from us", "allege")).text == "The oil was hidden from us."
    both = ("the oil was “hidden” from us", "allege")
    assert proposition(story, meanings, both).text == "The oil was “hidden” from us."


def test_no_wording_is_put_together_over_a_word_that_reports(statement: Callable[..., Any], meanings: Meanings) -> None:
    broken = statement("the oil was hidden|from the town by the firm", act="allege")
    whole = statement("the oil was hidden", at=200)
    assert worded([broken, whole], meanings).text == "The oil was hidden."
