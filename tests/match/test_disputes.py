from collections.abc import Callable
from typing import Any

from onrecord.match.camps import Camps
from onrecord.match.disputes import Dispute, disputes
from onrecord.match.meanings import Meanings
from onrecord.match.turns import turns

NAMES = {"Tarn Mills": "organisation", "Ada Quill": "person", "Jo Marr": "person"}
CHARGE = ("Ada Quill", "accused Tarn Mills of", "letting oil into the river", "allege")
DENIAL = ("Tarn Mills", "denied", "that it had let oil into the river", "deny")


def found(story: Callable[..., Any], *reports: list[tuple[str | None, str, str, str]]) -> tuple[Dispute, ...]:
    read, statements, entities = story(reports, NAMES)
    camps = Camps(read, statements, entities)
    return disputes(turns(read, statements, camps), camps, Meanings())


def stances(dispute: Dispute) -> dict[str, str]:
    return {side.turn.text: side.stance for side in dispute.sides}


def test_who_accuses_is_for_and_who_denies_is_against(story: Callable[..., Any]) -> None:
    (one,) = found(story, [CHARGE, DENIAL])
    assert one.blamed == "e-Tarn Mills"
    assert stances(one) == {CHARGE[2]: "for", DENIAL[2]: "against"}


def test_a_charge_that_nobody_answers_is_no_dispute(story: Callable[..., Any]) -> None:
    assert found(story, [CHARGE, ("Jo Marr", "said", "the river was brown", "assert")]) == ()


def test_who_admits_for_the_own_side_is_for_the_accusation(story: Callable[..., Any]) -> None:
    (one,) = found(story, [CHARGE, DENIAL], [("Tarn Mills", "admitted", "that a valve was open", "concede")])
    assert stances(one)["that a valve was open"] == "for"


def test_a_charge_without_a_name_is_held_against_the_one_of_whom_nearly_the_same_is_said(
    story: Callable[..., Any],
) -> None:
    by_names = found(
        story,
        [CHARGE, DENIAL],
        [
            ("Ada Quill", "accused Jo Marr of", "taking bribes from a builder", "allege"),
            ("Jo Marr", "denied", "taking any bribes", "deny"),
            ("Ada Quill", "accused Jo Marr of", "hiding the money of the builder", "allege"),
            (None, "complained of", "oil in the river again", "criticise"),
            (None, "complained of", "choirs that sing too early", "criticise"),
        ],
    )
    said = {one.blamed: stances(one) for one in by_names}
    assert said["e-Tarn Mills"]["oil in the river again"] == "for"
    assert "oil in the river again" not in said["e-Jo Marr"]
    assert not any("choirs that sing too early" in one for one in said.values())


def test_a_demand_without_a_name_is_held_against_nobody(story: Callable[..., Any]) -> None:
    (one,) = found(story, [CHARGE, DENIAL, ("Jo Marr", "urged", "everybody to boil their water", "demand")])
    assert "everybody to boil their water" not in stances(one)


def test_who_supports_the_charge_is_for_it_and_who_defends_the_accused_against(story: Callable[..., Any]) -> None:
    (one,) = found(
        story,
        [CHARGE, DENIAL, ("Jo Marr", "welcomed", "the charge", "support")],
        [("Jo Marr", "defended", "Tarn Mills", "support")],
    )
    assert stances(one)["the charge"] == "for"
    assert stances(one)["Tarn Mills"] == "against"


def test_a_person_blamed_once_is_part_of_the_body_and_one_blamed_twice_is_a_party(story: Callable[..., Any]) -> None:
    owner = ("Jo Marr, the owner of Tarn Mills,", "denied", "that he had opened a valve", "deny")
    blame = ("Ada Quill", "accused Jo Marr of", "opening a valve himself", "allege")
    again = ("Ada Quill", "accused Jo Marr of", "burning the log of the night", "allege")
    assert {one.blamed for one in found(story, [CHARGE, owner, blame])} == {"e-Tarn Mills"}
    assert "e-Jo Marr" in {one.blamed for one in found(story, [CHARGE, blame, again, owner])}
