"""A sentence as it is compared."""

from __future__ import annotations

import pytest

from onrecord.match.wording import denies, sentences, wording


def forms(text: str, kind: str) -> list[str]:
    return [token.form for token in wording(text).tokens if token.kind == kind]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("three hundred mills", ["300"]),
        ("three hundred and five mills", ["305"]),
        ("twenty-five mills", ["25"]),
        ("3,000 mills", ["3000"]),
        ("3.5 million mills and 3.5m more", ["3500000", "3500000"]),
        ("two mills and 40 weirs", ["2", "40"]),
        ("two decades", ["20"]),
        ("5 and 6", ["5", "6"]),
        ("the one mill", []),
    ],
)
def test_numbers_have_one_form(text: str, numbers: list[str]) -> None:
    assert forms(text, "number") == numbers


def test_capitals_inside_a_sentence_are_names() -> None:
    assert forms("The weir at Ostrell belongs to Vance", "name") == ["ostrel", "vanc"]
    assert forms("we met in May", "name") == ["may (name)"]
    assert forms("we may meet", "name") == []


def test_a_month_for_short_is_the_month() -> None:
    assert forms("it was sent on Nov. 3", "name") == forms("it was sent on November 3", "name")
    assert forms("it was sent on 3 Sept", "name") == forms("it was sent on 3 September", "name")
    assert forms("we saw Nov. and his dog", "name") != forms("we saw November and his dog", "name")


def test_capitals_of_a_headline_name_nobody() -> None:
    assert forms("Old Weir Will Hold Through Winter", "name") == []


def test_countries_have_one_name_and_us_is_no_country() -> None:
    assert forms("the US and American mills in the United States", "name") == ["united states"] * 3
    assert forms("they told us", "name") == []


def test_negative_words_are_one_form_and_some_phrases_deny_nothing() -> None:
    assert forms("Nobody won't, no one can't", "not") == ["not"] * 4
    assert forms("no matter who asks, not only Vance", "not") == []


def test_words_that_carry_nothing_are_no_content() -> None:
    assert set(wording("We will be there with the weir").content) == {"weir"}


def test_an_ellipsis_at_an_end_shows_a_cut() -> None:
    assert wording("… the weir will hold").is_cut_before
    assert wording("The weir will hold …").is_cut_after
    assert not wording("The … weir").is_cut_before
    assert not wording("The … weir").is_cut_after


def test_quoted_words_are_told_from_the_rest() -> None:
    one = wording("it was a “rotten weir”, he thought")
    assert one.quoted == (("rotten", "weir"),)
    assert wording("“rotten weir”").quoted == ()
    assert wording("it was “rotten”").quoted == ()


def test_a_row_of_words_is_found_and_what_denies_it() -> None:
    one = wording("it was never a rotten weir")
    at = one.where(("rotten", "weir"))
    assert at == 4
    assert one.denies_before(4)
    assert not wording("it was a rotten weir").denies_before(3)
    assert one.where(("weir", "rotten")) is None


def test_a_text_is_cut_into_sentences() -> None:
    assert len(sentences("The weir holds. It will not break! ...")) == 2


@pytest.mark.parametrize(
    ("text", "turned"),
    [("The weir held", False), ("It never held", True), ("Nobody said that it did not hold", False), ("", False)],
)
def test_a_text_is_turned_round_by_an_odd_number_of_negations(text: str, turned: bool) -> None:
    assert denies(text) is turned
