"""Names that end a source, made whole where they were read in part or not at all."""

from __future__ import annotations

import pytest

from onrecord.find.full_names import in_full
from onrecord.find.name import Name, Named
from onrecord.model import EntityType


def _named(text: str, words: str, kind: EntityType, canonical: str | None = None) -> Named:
    start = text.index(words)
    name = Name(start, start + len(words), start, tuple(words.split()), kind, canonical=canonical)
    return Named([name], kind, canonical or words)


def _made(text: str, source: str, *named: Named) -> dict[str, list[str]]:
    start = text.index(source)
    found = in_full(text, list(named), [(start, start + len(source))])
    return {one.label: [text[name.start : name.end] for name in one.names] for one in found}


@pytest.mark.parametrize(
    ("source", "read", "kind", "expected"),
    [
        ("Baker Anna Weir", "Anna", "person", "Anna Weir"),
        ("Anna Judge, a friend of his", "Anna", "person", "Anna Judge"),
        ("the Ostrell Health Board", "Ostrell Health", "organisation", "Ostrell Health Board"),
        # what stands behind is no part of the name
        ("the Ostrell Health Republicans", "Ostrell Health", "organisation", "Ostrell Health"),
        ("Anna Campaign", "Anna", "person", "Anna"),
        ("Weir Lund", "Weir", "person", "Weir"),
    ],
)
def test_a_name_that_was_cut_short(source: str, read: str, kind: EntityType, expected: str) -> None:
    text = f"Then {source} said it had held."
    assert _made(text, source, _named(text, read, kind)) == {expected: [expected]}


def test_the_surname_alone_is_of_the_one_who_is_now_named_in_full() -> None:
    text = "Baker Anna Weir said it had held. Then Lund slept. Weir left."
    at = text.rindex("Weir")
    short = Named([Name(at, at + 4, at, ("Weir",), "person")], "person", "Weir")
    assert _made(text, "Baker Anna Weir", _named(text, "Anna", "person"), short) == {"Anna Weir": ["Anna Weir", "Weir"]}


def test_a_body_behind_the_name_of_its_country() -> None:
    text = "Then the U.S. Tide Monitor said it had held."
    country = _named(text, "U.S.", "country", "United States")
    assert _made(text, "the U.S. Tide Monitor", country) == {"U.S. Tide Monitor": ["U.S. Tide Monitor"]}
    text = text.replace("Tide Monitor", "Trade Minister")
    country = _named(text, "U.S.", "country", "United States")
    assert _made(text, "the U.S. Trade Minister", country) == {"United States": ["U.S."]}


def test_a_person_behind_a_role_whose_name_was_not_read() -> None:
    text = "Then police officer Ole Lund said it had held."
    assert _made(text, "police officer Ole Lund") == {"Ole Lund": ["Ole Lund"]}
    assert _made(text.replace("police officer", "Witness"), "Witness Ole Lund") == {"Ole Lund": ["Ole Lund"]}
    text = text.replace("police officer", "at dawn in")
    assert _made(text, "at dawn in Ole Lund") == {}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Water Ministry Under-Secretary Ole Lund", {"Ole Lund": ["Ole Lund"]}),
        ("Water Ministry Under-Secretary Ole Al-Lund", {"Ole Al-Lund": ["Ole Al-Lund"]}),
        ("Tarn Witness Weir Activists", {}),
    ],
)
def test_a_person_behind_a_longer_role(source: str, expected: dict[str, list[str]]) -> None:
    assert _made(f"Then {source} said it had held.", source) == expected


def test_a_name_that_was_read_as_two() -> None:
    text = "The Board for the Weirs of Ostrell said it had held."
    parts = [_named(text, words, "organisation") for words in ("Board", "Weirs of Ostrell")]
    whole = "Board for the Weirs of Ostrell"
    assert _made(text, "The " + whole, *parts) == {whole: [whole]}


def test_a_name_that_was_read_as_two_and_owns_something() -> None:
    text = "Then the Board of Ostrell’s aide said it had held."
    parts = [_named(text, words, "organisation") for words in ("Board", "Ostrell")]
    assert _made(text, "the Board of Ostrell’s aide", *parts) == {"Board of Ostrell": ["Board of Ostrell"]}


def test_a_body_that_was_named_before_keeps_its_name() -> None:
    text = "The Board slept. Then the Board of Ostrell said it had held."
    at = text.rindex("Board")
    first = _named(text, "Board", "organisation")
    first.names.append(Name(at, at + 5, at, ("Board",), "organisation"))
    place = _named(text, "Ostrell", "place")
    assert _made(text, "the Board of Ostrell", first, place) == {"Board": ["Board", "Board of Ostrell"]}


def test_nothing_is_made_of_a_person_and_what_stands_behind() -> None:
    text = "The Board of Anna Weir said it had held."
    named = [_named(text, "Board", "organisation"), _named(text, "Anna Weir", "person")]
    assert _made(text, "The Board of Anna Weir", *named) == {"Board": ["Board"], "Anna Weir": ["Anna Weir"]}
