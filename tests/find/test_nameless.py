"""Parties to events that have no name: which words mention them, and which of them are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.nameless import Nameless
from onrecord.find.reader import Reading
from onrecord.find.syntax import syntax
from onrecord.model import Entity, Mention, Report

Make = Callable[..., Report]
Read = Callable[[str], Reading]

TEXT = "Two armed gunmen robbed the mill. The two armed gunmen fled, and police caught one gunman."


def nameless(make: Make, read: Read, *known: Entity) -> Nameless:
    return Nameless(make(TEXT), syntax(read(TEXT)), known)


def speaking(report: Report, words: str) -> Entity:
    at = TEXT.index(words)
    mention = Mention(report.id, at, at + len(words), words, (at, at + len(words)))
    return Entity(id=f"e-{at}", name=words, type="unnamed", mentions=(mention,))


def test_a_phrase_is_a_noun_with_what_stands_before_it(report_of: Make, reading_of: Read) -> None:
    read = syntax(reading_of(TEXT))
    of = Nameless(report_of(TEXT), read, ())
    (robbed,) = [n for n, token in enumerate(read.tokens) if token.text == "robbed"]
    phrase = of.phrase(robbed - 1)
    assert phrase is not None
    assert [token.text for token in read.tokens[slice(*phrase)]] == ["Two", "armed", "gunmen"]
    assert of.phrase(robbed) is None


def test_a_figure_in_front_of_a_noun_is_not_cut(report_of: Make, reading_of: Read) -> None:
    text = "The flood drove 23,000 people out of Ostrell."
    read = syntax(reading_of(text))
    (people,) = [n for n, token in enumerate(read.tokens) if token.text == "people"]
    phrase = Nameless(report_of(text), read, ()).phrase(people)
    assert phrase is not None
    assert text[read.tokens[phrase[0]].start : read.tokens[phrase[1] - 1].end] == "23,000 people"


def test_the_same_words_are_one_party_with_all_its_mentions(report_of: Make, reading_of: Read) -> None:
    of = nameless(report_of, reading_of)
    first, second = (of.entity((at, at + len("two armed gunmen"))) for at in (0, TEXT.index("two armed")))
    assert first == second
    (gunmen,) = of.all()
    assert (gunmen.type, gunmen.name) == ("group", "Two armed gunmen")
    assert [mention.start for mention in gunmen.mentions] == [0, TEXT.index("two armed")]
    assert of.entity((TEXT.index("police"), TEXT.index(" caught"))) != first


@pytest.mark.parametrize(("words", "kind"), [("police", "group"), ("one gunman", "unnamed")])
def test_one_is_told_from_several(report_of: Make, reading_of: Read, words: str, kind: str) -> None:
    of = nameless(report_of, reading_of)
    of.entity((TEXT.index(words), TEXT.index(words) + len(words)))
    assert [one.type for one in of.all()] == [kind]


def test_who_speaks_without_a_name_is_a_party_by_the_same_words(report_of: Make, reading_of: Read) -> None:
    known = speaking(report_of(TEXT), "police")
    of = nameless(report_of, reading_of, known)
    assert of.entity((TEXT.index("police"), TEXT.index(" caught"))) == known.id
    assert of.all() == (known,)


def test_two_speakers_called_the_same_stay_two(report_of: Make, reading_of: Read) -> None:
    known = speaking(report_of(TEXT), "police")
    other = Entity(id="other", name="police", type="group", mentions=known.mentions)
    of = nameless(report_of, reading_of, known, other)
    assert {one.id for one in of.all()} == {known.id, "other"}
    assert of.entity((TEXT.index("police"), TEXT.index(" caught"))) == known.id


def test_a_month_is_nobody_and_small_words_before_a_figure_are_left_out(report_of: Make, reading_of: Read) -> None:
    text = "The flood in October killed at least 31 people."
    read = syntax(reading_of(text))
    of = Nameless(report_of(text), read, ())
    month, people = (
        next(n for n, token in enumerate(read.tokens) if token.text == word) for word in ("October", "people")
    )
    assert of.phrase(month) is None
    phrase = of.phrase(people)
    assert phrase is not None
    assert read.tokens[phrase[0]].text == "31"
