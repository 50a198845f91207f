from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.camps import Camps
from onrecord.match.turns import Turn, is_pointer, turns

NAMES = {"Tarn Mills": "organisation", "Ada Quill": "person", "Jo Marr": "person"}


def turn(story: Callable[..., Any], *lines: tuple[str | None, str, str, str]) -> Turn:
    reports, statements, entities = story([list(lines)], NAMES)
    return turns(reports, statements, Camps(reports, statements, entities))[-1]


def test_an_accusation_is_about_the_one_named_beside_the_reporting_word(story: Callable[..., Any]) -> None:
    one = turn(story, ("Ada Quill", "accused Tarn Mills of", "hiding a leak", "allege"))
    assert (one.kind, one.about[0], one.explicit) == ("attack", "e-Tarn Mills", True)


def test_her_means_the_person_named_last_before(story: Callable[..., Any]) -> None:
    one = turn(
        story, (None, "", "Jo Marr went home", "assert"), ("Ada Quill", "accused him of", "hiding a leak", "allege")
    )
    assert one.about[:1] == ("e-Jo Marr",)


def test_a_denial_that_names_nobody_defends_the_own_side(story: Callable[..., Any]) -> None:
    one = turn(story, ("Tarn Mills", "denied", "any leak of oil at all", "deny"))
    assert (one.kind, one.about) == ("defend", ("e-Tarn Mills",))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("the mill had never harmed anyone", "charged"),
        ("we made a mistake and we are sorry", "admit"),
        ("the mill has four chimneys", "other"),
    ],
)
def test_words_of_blame_denial_and_regret_are_told_in_a_plain_statement(
    story: Callable[..., Any], content: str, kind: str
) -> None:
    assert turn(story, ("Ada Quill", "said", content, "assert")).kind == kind


@pytest.mark.parametrize(
    ("content", "points"), [("the charge", True), ("any wrongdoing", True), ("the old bridge", False)]
)
def test_what_only_points_at_a_charge_is_known(content: str, points: bool) -> None:
    assert is_pointer(content) == points
    assert not is_pointer("the charge that oil was let into the river")


def test_she_is_the_speaker_in_indirect_speech_and_another_in_direct(story: Callable[..., Any]) -> None:
    assert turn(story, ("Ada Quill", "said", "“She took the money”", "assert")).is_third_person
    assert not turn(story, ("Ada Quill", "said", "she took the train", "assert")).is_third_person
    assert turn(story, ("Ada Quill", "said", "they took the money", "assert")).is_third_person
