"""Whether words stand in a text as they are."""

from __future__ import annotations

import pytest

from onrecord.match.verbatim import found_in, pieces, shows_cut, shows_insertion, stands_in, words_of

TEXT = (
    "We can’t sell the old weir at Ostrell; it’s not ours. The harbour has 3,000 boats, "
    "and the US pays per cent by per cent."
)


@pytest.mark.parametrize(
    "quotation",
    [
        "We can't sell the old weir at Ostrell; it's not ours.",
        "we CAN’T sell the old weir at Ostrell – it’s not ours",
        "“sell the old weir”",
        "We can’t sell … at Ostrell",
        "We can't sell [...] it's not ours",
        "We can't sell the [crumbling] old weir",
        "We cannot sell the old weir",
        "it is not ours",
        "The harbor has 3000 boats",
        "the US pays",
        "percent by percent",
    ],
)
def test_marks_capitals_spelling_and_cuts_that_are_shown_do_not_count(quotation: str) -> None:
    assert stands_in(quotation, TEXT)


@pytest.mark.parametrize(
    "quotation",
    [
        "We can sell the old weir at Ostrell",
        "We can’t sell the weir at Ostrell",
        "it’s ours",
        "The harbour has 300 boats",
        "us pays",
        "at Ostrell … We can’t sell",
        "it’s … ours",
        "…",
    ],
)
def test_other_words_do(quotation: str) -> None:
    assert not stands_in(quotation, TEXT)


def test_places_are_those_of_the_text() -> None:
    within = words_of(TEXT, [(0, len(TEXT))])
    found = found_in(pieces("the old … Ostrell"), within)
    assert found is not None
    (first, last), (other, _) = found.ranges
    assert TEXT[within.words[first].start : within.words[last].end] == "the old"
    assert TEXT[within.words[other].start :].startswith("Ostrell")


def test_a_cut_over_the_end_of_a_sentence_hides_no_denial() -> None:
    found = found_in(pieces("the old weir … The harbour"), words_of(TEXT, [(0, len(TEXT))]))
    assert found is not None
    assert not found.denies


def test_parts_of_an_interrupted_quotation_are_one_row() -> None:
    text = "“We can’t sell,” she said, “the old weir.”"
    ranges = [(1, 14), (text.index("the old"), text.index(".”"))]
    assert found_in(pieces("We can't sell the old weir"), words_of(text, ranges)) is not None


def test_what_a_quotation_shows_is_told() -> None:
    assert shows_cut("the … weir")
    assert not shows_cut("the weir")
    assert shows_insertion("the [old] weir")
    assert not shows_insertion("the [...] weir")


def test_sentences_end_where_their_marks_stand() -> None:
    within = words_of("It held. We paid 3.5 crowns, twice! So", [(0, 38)])
    assert [within.words[at].form for at in within.sentence_ends] == ["held", "twice", "so"]
    assert words_of("", []).sentence_ends == []
