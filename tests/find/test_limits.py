"""Where the words said end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.cues import verb_at
from onrecord.find.limits import clause_stop, is_passive, is_verb, noun_stop, object_stop
from onrecord.find.stretch import Stretch

Make = Callable[..., Stretch]


def until(stretch: Stretch, stop: int) -> str:
    return " ".join(word.text for word in stretch.words[:stop])


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("the weir was old.", "the weir was old"),
        ("the weir was old, adding that it leaked.", "the weir was old"),
        ("the weir was old, which was news.", "the weir was old"),
        ("the weir was old, according to Roe.", "the weir was old"),
        ("the weir was old and said it leaked.", "the weir was old"),
        ("the weir was old but denied that it leaked.", "the weir was old"),
        ("the weir was old and the mill was closed.", "the weir was old and the mill was closed"),
        ("the weir was old, Roe said.", "the weir was old"),
        ("the weir was old — a bold claim.", "the weir was old"),
        ("the weir, the mill and the dam were old.", "the weir , the mill and the dam were old"),
        ("the weir was “old, adding much” to it.", "the weir was “ old , adding much ” to it"),
        ("the weir was “old, adding that it leaked.", "the weir was “ old"),
    ],
)
def test_a_clause_ends_where_the_writer_takes_over(stretch_of: Make, text: str, clause: str) -> None:
    stretch = stretch_of(text)
    assert until(stretch, clause_stop(stretch, 0)) == clause


def test_behind_a_noun_any_comma_ends_it(stretch_of: Make) -> None:
    stretch = stretch_of("the weir would fall, amid the mud and rain.")
    assert until(stretch, clause_stop(stretch, 0, first_comma=True)) == "the weir would fall"


@pytest.mark.parametrize(
    ("text", "object_"),
    [
        ("the charge.", "the charge"),
        ("the charge when it was read.", "the charge"),
        ("the charge, but stayed.", "the charge"),
        ("the charge, which was new.", "the charge"),
    ],
)
def test_an_object_ends_before_its_circumstance(stretch_of: Make, text: str, object_: str) -> None:
    stretch = stretch_of(text)
    assert until(stretch, object_stop(stretch, 0)) == object_


def test_a_noun_phrase_ends_at_a_verb_time_or_mark(stretch_of: Make) -> None:
    for text in ("breach of the law was news", "breach of the law on", "breach of the law, on"):
        stretch = stretch_of(text.replace(" on", " yesterday"))
        assert until(stretch, noun_stop(stretch, 0)) == "breach of the law"


@pytest.mark.parametrize(
    ("text", "i", "verb"),
    [
        ("Roe claims it", 1, True),
        ("the claims it", 1, False),
        ("Roe’s claims it", 2, False),
        ("was told it", 1, False),
        ("was repeatedly told it", 2, False),
        ("all said it", 1, True),
        ("by saying it", 1, True),
    ],
)
def test_a_reporting_word_is_a_verb_or_a_noun(stretch_of: Make, text: str, i: int, verb: bool) -> None:
    stretch = stretch_of(text)
    cue = verb_at(stretch.words, i)
    assert cue
    assert is_verb(stretch, i, cue) is verb


def test_a_passive_has_a_form_of_be(stretch_of: Make) -> None:
    assert is_passive(stretch_of("was widely accused of"), 2)
    assert not is_passive(stretch_of("has accused Roe"), 1)
