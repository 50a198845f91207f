"""What the heads of descriptions mean."""

import pytest

from onrecord.find.heads import body_classes, classes, classes_of_name, is_of, is_people, kind_of
from onrecord.find.name import Name, Named
from onrecord.model import EntityType


def named(label: str, kind: EntityType) -> Named:
    return Named([Name(0, len(label), 0, tuple(label.split()), kind)], kind, label)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("mayor", "person"),
        ("mayors", "person"),
        ("surgeon", "person"),
        ("widow", "person"),
        ("geologist", "person"),
        ("bureau", "organisation"),
        ("company", "organisation"),
        ("paper", "organisation"),
        ("kingdom", "country"),
        ("town", "country"),
        ("letter", None),
        ("letters", None),
        ("orders", None),
        ("newspapers", "organisation"),
        ("carriers", "organisation"),
        ("river", None),
        ("order", None),
        ("statue", None),
    ],
)
def test_the_kind_that_a_head_means(head: str, kind: EntityType | None) -> None:
    assert kind_of(head) == kind


@pytest.mark.parametrize(
    ("head", "people"),
    [("mayor", True), ("officers", True), ("rebels", True), ("gunmen", True), ("crowd", True), ("missiles", False)],
)
def test_the_heads_that_mean_people(head: str, people: bool) -> None:
    assert is_people(head) is people


def test_the_classes_of_a_head() -> None:
    assert body_classes("bureau") == {"agency"}
    assert body_classes("mayor") == frozenset()
    assert classes({"boss"}) == classes({"founder"}) == {"leader"}


@pytest.mark.parametrize(
    ("label", "kind", "told"),
    [
        ("Tolland Mills Ltd", "organisation", {"company"}),
        ("Ostrell Court", "organisation", {"court"}),
        ("Vance Court", "person", set()),
        ("Ostrell", "place", set()),
    ],
)
def test_a_name_tells_what_body_has_it(label: str, kind: EntityType, told: set[str]) -> None:
    assert classes_of_name(named(label, kind)) == told


def test_a_country_is_a_place_and_may_be_read_as_a_body() -> None:
    assert is_of("place", "country")
    assert is_of("organisation", "country")
    assert not is_of("person", "country")
    assert not is_of("country", "organisation")
    assert not is_of("person", None)
