"""Names that the network reads, with the titles, countries and bodies that the rules know."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.capitals import in_sentence
from onrecord.find.kinds import settle_kinds
from onrecord.find.name import Name
from onrecord.find.passage import Sentence
from onrecord.find.reader import ReadName
from onrecord.find.tagged import tagged
from onrecord.find.words import words

_PERSON, _BODY, _PLACE = "person", "organisation", "place"
_CHANCES = {_PERSON: (0.9, 0.1, 0.0), _BODY: (0.1, 0.9, 0.0), _PLACE: (0.0, 0.1, 0.9)}


def read(text: str, **kinds: str) -> list[ReadName]:
    """What is read of a text: words of it, with "_" for a space, and their kinds."""
    found = []
    for words_, kind in kinds.items():
        at = text.index(words_.replace("_", " "))
        found.append(ReadName(at, at + len(words_), kind, _CHANCES[kind]))
    return sorted(found, key=lambda one: one.start)


def names(text: str, found: list[ReadName]) -> list[Name]:
    sentence = Sentence(0, len(text), words(text))
    return tagged(sentence, in_sentence(sentence.words), found)


def shown(text: str, found: list[ReadName]) -> list[tuple[str, str, str]]:
    """Each name as it is shown, the bare name and its kind."""
    made = sorted(names(text, found), key=lambda one: (one.start, one.end))
    return [(text[one.start : one.end], text[one.name_start : one.end], one.kind) for one in made]


@pytest.mark.parametrize(
    ("text", "name", "with_title"),
    [
        ("then Mr Vance slept", "Vance", "Mr Vance"),
        ("then Mr. Vance slept", "Vance", "Mr. Vance"),
        ("then Mayor Dorrit Vance slept", "Dorrit Vance", "Mayor Dorrit Vance"),
        ("and former mayor Dorrit Vance slept", "Dorrit Vance", "former mayor Dorrit Vance"),
        ("then the Norwegian minister Dorrit Vance slept", "Dorrit Vance", "Norwegian minister Dorrit Vance"),
        ("then Dorrit Vance slept", "Dorrit Vance", "Dorrit Vance"),
    ],
)
def test_titles_go_in_front_of_the_bare_name(text: str, name: str, with_title: str) -> None:
    (one,) = names(text, read(text, **{name.replace(" ", "_"): _PERSON}))
    assert (text[one.start : one.end], text[one.name_start : one.end]) == (with_title, name)
    assert one.words == tuple(name.split())
    assert bool(one.titles) == (with_title != name)
    assert one.chances == _CHANCES[_PERSON]


@pytest.mark.parametrize(
    ("text", "name"), [("then Mr Vance slept", "Mr_Vance"), ("then Mayor Vance slept", "Mayor_Vance")]
)
def test_a_title_that_is_read_as_part_of_the_name_is_none(text: str, name: str) -> None:
    (one,) = names(text, read(text, **{name: _PERSON}))
    assert text[one.name_start : one.end] == "Vance"
    assert text[one.start : one.end] == name.replace("_", " ")


def test_the_last_word_of_a_name_may_be_joined_to_another() -> None:
    text = "then the New Tarn-based fund and the Old Roe-like one slept"
    assert shown(text, read(text, New=_PLACE, Old=_BODY)) == [
        ("New Tarn", "New Tarn", "place"),
        ("Old", "Old", "organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("then Ann Roe-Lund slept", "Ann_Roe", "Ann Roe-Lund"),
        ("then Ann Roe-led boats slept", "Ann_Roe", "Ann Roe"),
        ("then Secretary of State Ann Roe slept", "of_State_Ann_Roe", "Ann Roe"),
        ("then Ann Roe, R-Tarn, slept", "Ann_Roe,_R-Tarn", "Ann Roe"),
        ("then Maria Vance slept", "Vance", "Maria Vance"),
        ("then Ostrell Vance slept", "Vance", "Vance"),
    ],
)
def test_a_person_s_name_is_neither_cut_nor_too_long(text: str, found: str, name: str) -> None:
    (one,) = names(text, read(text, **{found: _PERSON}))
    assert text[one.name_start : one.end] == " ".join(one.words) == name


@pytest.mark.parametrize(
    ("text", "found", "name", "kind"),
    [
        ("then the Ostrell-Norway race began", "Norway", "Norway", _PLACE),
        ("then the Ostrell Sen. Ann Roe slept", "Ostrell_Sen", "Ostrell", _BODY),
        ("then the Ostrell Press slept", "Ostrell_Press", "Ostrell Press", _BODY),
        ("then the nonpartisan Ostrell Board slept", "nonpartisan_Ostrell_Board", "Ostrell Board", _BODY),
        ("they swam in ostrell", "ostrell", "ostrell", _PLACE),
        ("then NORWAY slept", "NORWAY", "NORWAY", _PLACE),
    ],
)
def test_a_name_without_what_is_joined_to_it(text: str, found: str, name: str, kind: str) -> None:
    assert name in [bare for _, bare, _ in shown(text, read(text, **{found: kind}))]


def test_who_has_a_title_and_a_given_name_is_a_person() -> None:
    text = "then Tarn Gov. Maria Vance met the Governor Maria Vance Trust"
    kinds = {bare: kind for _, bare, kind in shown(text, read(text, Maria_Vance=_BODY))}
    assert kinds["Maria Vance"] == "person"


def test_a_word_in_small_letters_is_no_name_where_others_have_capitals() -> None:
    text = "Then they swam in ostrell"
    assert shown(text, read(text, ostrell=_PLACE)) == []


def test_a_body_in_front_of_a_title_is_a_name_too() -> None:
    text = "then Kent Police spokesman Hugo Lamm slept"
    assert shown(text, read(text, Kent_Police=_BODY, Hugo_Lamm=_PERSON)) == [
        ("Kent Police", "Kent Police", "organisation"),
        ("Kent Police spokesman Hugo Lamm", "Hugo Lamm", "person"),
    ]


def test_a_name_with_a_title_that_only_the_rules_see_is_one() -> None:
    text = "then Mayor Dorrit Vance met Hugo Lamm"
    assert shown(text, read(text, Hugo_Lamm=_PERSON)) == [
        ("Mayor Dorrit Vance", "Dorrit Vance", "person"),
        ("Hugo Lamm", "Hugo Lamm", "person"),
    ]


def test_capitals_that_nobody_else_takes_for_a_name_are_none() -> None:
    assert shown("then Tolland slept and Weirs Held", []) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "canonical"),
    [
        ("then Norway slept", "Norway", "country", "Norway"),
        ("then the U.S. slept", "U.S.", "country", "United States"),
        ("then the United States slept", "United States", "country", "United States"),
        ("then the EU slept", "EU", "organisation", "European Union"),
    ],
)
def test_a_country_or_union_has_its_canonical_name(text: str, name: str, kind: str, canonical: str) -> None:
    for how in (_PLACE, _BODY):
        (one,) = names(text, read(text, **{name.replace(" ", "_"): how}))
        assert (one.kind, one.canonical) == (kind, canonical)
        assert text[one.start : one.end] == name
    (alone,) = names(text, [])
    assert (alone.kind, alone.canonical, alone.chances) == (kind, canonical, ())


def test_a_government_is_its_country() -> None:
    text = "then the Norwegian government slept"
    (one,) = names(text, [])
    assert (text[one.start : one.end], one.kind, one.canonical) == ("Norwegian government", "country", "Norway")


def test_a_capital_behind_a_preposition_is_a_place() -> None:
    text = "it rained in Oslo"
    (one,) = names(text, read(text, Oslo=_PLACE))
    assert (one.kind, one.canonical) == ("place", None)


def test_a_country_in_a_longer_name_is_no_name() -> None:
    text = "then Norway Weir Trust slept"
    assert shown(text, read(text, Norway_Weir_Trust=_BODY)) == [(text[5:22], text[5:22], "organisation")]


def test_a_person_with_the_name_of_a_country_is_a_person() -> None:
    text = "then Dorrit Norway slept"
    assert shown(text, read(text, Dorrit_Norway=_PERSON)) == [("Dorrit Norway", "Dorrit Norway", "person")]


def test_a_described_body_stays_beside_the_place_in_it() -> None:
    text = "then the Kent fire service slept"
    assert shown(text, read(text, Kent=_PLACE)) == [
        ("Kent", "Kent", "place"),
        ("Kent fire service", "Kent fire service", "organisation"),
    ]


def test_a_body_that_is_read_whole_is_there_once() -> None:
    text = "then the Kent Fire Service slept"
    assert shown(text, read(text, Kent_Fire_Service=_BODY)) == [
        ("Kent Fire Service", "Kent Fire Service", "organisation")
    ]


def test_marks_at_the_ends_of_a_name_are_left_out() -> None:
    text = "then “Tolland Mills” slept"
    assert shown(text, [ReadName(5, 20, _BODY, _CHANCES[_BODY])]) == [
        ("Tolland Mills", "Tolland Mills", "organisation")
    ]


def test_names_of_other_sentences_are_not_taken() -> None:
    text = "Then Hugo Lamm slept. Then Dorrit Vance woke."
    found = read(text, Hugo_Lamm=_PERSON, Dorrit_Vance=_PERSON)
    first, second = Sentence(0, 21, words(text, 0, 21)), Sentence(22, len(text), words(text, 22))
    for sentence, name in ((first, "Hugo Lamm"), (second, "Dorrit Vance")):
        (one,) = tagged(sentence, in_sentence(sentence.words), found)
        assert text[one.start : one.end] == name


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            ["Mr", "Mayor", "the", "Dorrit", "Vance", "Norway", "Norwegian", "government", "EU", "Kent", "fire service",
             "U.S.", "minister", "of", "Bank", "slept", "“", "”", ",", ".", "'s", "&", "-", "and", "Ⓐ", "İ", "7"]
        ),
        min_size=1, max_size=15,
    ).map(" ".join),
    data=st.data(),
)  # fmt: skip
def test_any_names_that_are_read_are_made_of_words_of_the_sentence(text: str, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    kinds = st.sampled_from([_PERSON, _BODY, _PLACE])
    drawn = [(a, b, data.draw(kinds)) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    found = [ReadName(a, b, kind, _CHANCES[kind]) for a, b, kind in drawn]
    edges = {word.start for word in words(text)}
    for one in names(text, found):
        assert 0 <= one.start <= one.name_start < one.end <= len(text)
        assert {one.start, one.name_start} <= edges
        assert one.words
        assert one.kind in (_PERSON, _BODY, _PLACE, "country")
    settle_kinds(text, names(text, found))
