from collections.abc import Callable
from typing import Any

from onrecord.match.camps import Camps
from onrecord.match.disputes import Side
from onrecord.match.meanings import Meanings
from onrecord.match.propositions import Worded
from onrecord.match.topics import Topic
from onrecord.match.turns import turns

NAMES = {"Ada Quill": "person"}


def worded(story: Callable[..., Any], meanings: Meanings, *said: tuple[str, str, str], **known: Any) -> Worded:
    reports, statements, entities = story([[("Ada Quill", "said", text, act) for text, act, _ in said]], NAMES)
    told = turns(reports, statements, Camps(reports, statements, entities))
    sides = tuple(Side(turn, stance, "") for turn, (_, _, stance) in zip(told, said, strict=True))  # type: ignore[arg-type]
    return Worded(Topic(None, "deed", sides, known.get("words", frozenset())), known.get("name"), meanings)


def test_who_is_blamed_stands_in_front_where_the_words_do_not_say(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    said = ("hiding oil from the town", "allege", "for")
    assert worded(story, meanings, said, name="Tarn").proposition == "Tarn: hiding oil from the town."
    said = ("Tarn hid oil from the town", "allege", "for")
    assert worded(story, meanings, said, name="Tarn").proposition == "Tarn hid oil from the town."


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


def test_the_wording_of_a_measure_names_it(story: Callable[..., Any], meanings: Meanings) -> None:
    said = [("the pier is old and it smells", "demand", "for"), ("the council to close the pier", "demand", "for")]
    assert worded(story, meanings, *said, words=frozenset({"close"})).proposition == "The council to close the pier."


def test_half_a_quotation_is_no_wording_where_there_is_another(story: Callable[..., Any], meanings: Meanings) -> None:
    said = [("oil was “hidden from us", "allege", "for"), ("the oil was hidden from the town", "allege", "for")]
    assert worded(story, meanings, *said).proposition == "The oil was hidden from the town."
