"""Bodies and the acronyms that a report introduces for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.acronyms import with_acronyms
from onrecord.find.name import Name, Named


def named(text: str, label: str, kind: str = "organisation", *, after: int = 0) -> Named:
    places = [k for k in range(after, len(text)) if text.startswith(label, k)]
    names = [Name(k, k + len(label), k, tuple(label.split()), kind) for k in places]  # type: ignore[arg-type]
    return Named(names, kind, label)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("The Ostrell Water Board (OWB) met. OWB slept.", "Ostrell Water Board", "OWB"),
        ("The Board of Ostrell Weirs (BOW) met. BOW slept.", "Board of Ostrell Weirs", "BOW"),
        ("The Board of Ostrell Weirs (BOOW) met. BOOW slept.", "Board of Ostrell Weirs", "BOOW"),
        ("The Ostrell Water Board (the “OWB”) met. OWB slept.", "Ostrell Water Board", "OWB"),
        ("The Board for Weirs and Locks (BWL) met. BWL slept.", "Board for Weirs and Locks", "BWL"),
        ("The U.S. Office of River Works (ORW) met. ORW slept.", "U.S. Office of River Works", "ORW"),
        ("The Ostrell Board of Weirs and Locks (OBW) met. OBW slept.", "Ostrell Board of Weirs and Locks", "OBW"),
    ],
)
def test_an_acronym_in_brackets_is_the_body(text: str, full: str, short: str) -> None:
    (one,) = with_acronyms(text, [named(text, full), named(text, short)])
    assert (one.label, [text[name.start : name.end] for name in one.names]) == (full, [full, short, short])


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("The Ostrell Water Board met. OWB slept.", "Ostrell Water Board", "OWB"),
        ("The Board of Ostrell Weirs met. BOW slept.", "Board of Ostrell Weirs", "BOW"),
        ("Tolland Mills, Inc. met. Tolland Mills slept.", "Tolland Mills, Inc.", "Tolland Mills"),
        ("Tolland Ltd met. Tolland slept.", "Tolland Ltd", "Tolland"),
        ("The Ostrell Post asked. The Post slept.", "Ostrell Post", "Post"),
        ("The Ostrell Post asked. OP slept.", "Ostrell Post", "OP"),
        ("The American Weir Board met. AWB slept.", "American Weir Board", "AWB"),
        ("The Norwegian Weir Command met. Weir Command slept.", "Norwegian Weir Command", "Weir Command"),
        ("The Norwegian Ostrell Command met. OSTCOM slept.", "Norwegian Ostrell Command", "OSTCOM"),
        ("The River Chiefs of Staff met. River Chiefs slept.", "River Chiefs of Staff", "River Chiefs"),
        ("The Ostrell Court met. The Court slept.", "Ostrell Court", "Court"),
        ("The Ostrell Bee asked. The Bee slept.", "Ostrell Bee", "The Bee"),
        ("The Tarn Research Center met. Tarn slept.", "Tarn Research Center", "Tarn"),
        ("Tarn GPS met. Tarn slept.", "Tarn GPS", "Tarn"),
        ("The Knights of Ostrell met. The Knights slept.", "Knights of Ostrell", "Knights"),
        ("The Upper Weirs Committee met. Weirs Committee slept.", "Upper Weirs Committee", "Weirs Committee"),
    ],
)
def test_a_short_name_needs_no_brackets(text: str, full: str, short: str) -> None:
    both = [named(text, full), named(text, short, after=text.index(full) + len(full))]
    assert [one.label for one in with_acronyms(text, both)] == [full]


def test_two_bodies_of_the_same_initials_keep_apart_from_them() -> None:
    text = "The Ostrell Water Board met the Orrell Weir Bureau. OWB slept."
    labels = ["Ostrell Water Board", "Orrell Weir Bureau", "OWB"]
    assert [one.label for one in with_acronyms(text, [named(text, label) for label in labels])] == labels


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("The Ostrell Water Board (ROE) met. ROE slept.", "Ostrell Water Board", "ROE"),
        ("The Ostrell Board met. OB slept.", "Ostrell Board", "OB"),
        ("The Ostrell Water Board met. WBO slept.", "Ostrell Water Board", "WBO"),
        ("The Court slept. The Ostrell Court met.", "Ostrell Court", "Court"),
        ("The Ostrell Weir Command met. Weir Command slept.", "Ostrell Weir Command", "Weir Command"),
        ("The Ostrell Command met. OSTER slept.", "Ostrell Command", "OSTER"),
    ],
)
def test_other_letters_or_none_are_another_body(text: str, full: str, short: str) -> None:
    assert len(with_acronyms(text, [named(text, full), named(text, short)])) == 2


def test_a_place_in_front_of_a_body_is_not_its_name() -> None:
    text = "The Oslo Research Center met. Oslo slept. The Chengdu Research Center met. Chengdu slept."
    labels = ["Oslo Research Center", "Oslo", "Chengdu Research Center", "Chengdu"]
    found = [named(text, label, after=text.index(f"{label} slept") if " " not in label else 0) for label in labels]
    assert [one.label for one in with_acronyms(text, found)] == labels


def test_what_two_bodies_are_is_the_name_of_neither() -> None:
    text = "The Ostrell Court met the Orrell Court. The Court slept."
    labels = ["Ostrell Court", "Orrell Court"]
    bodies = [*(named(text, label) for label in labels), named(text, "Court", after=text.index("."))]
    assert [one.label for one in with_acronyms(text, bodies)] == [*labels, "Court"]


def test_the_letters_of_a_body_that_is_named_at_two_lengths() -> None:
    text = "The U.S. Coast Command met. Coast Command slept. COASTCOM woke."
    labels = ["U.S. Coast Command", "Coast Command", "COASTCOM"]
    bodies = [
        named(text, labels[0]),
        named(text, labels[1], after=text.index(".") + len(". Coast Command met.")),
        named(text, labels[2]),
    ]
    (one,) = with_acronyms(text, bodies)
    assert [text[name.start : name.end] for name in one.names] == labels


def test_a_person_has_no_acronym(found_in: Callable[..., Any]) -> None:
    text = "Otto Walter Bern (OWB) met. OWB slept."
    people = [named(text, "Otto Walter Bern", "person"), named(text, "OWB")]
    assert len(with_acronyms(text, people)) == 2
