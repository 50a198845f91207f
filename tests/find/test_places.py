"""Countries by any of their names."""

import pytest

from onrecord.find.places import cities, listed_at, places, regions
from onrecord.find.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway slept", (1, "Norway", "country")),
        ("Norwegian weirs", (1, "Norway", "demonym")),
        ("Oslo slept", (1, "Norway", "capital")),
        ("United States officials", (2, "United States", "country")),
        ("European Union rules", (2, "European Union", "union")),
        ("Ostrell slept", (1, None, "")),
    ],
)
def test_the_longest_listed_name(text: str, found: tuple[int, str | None, str]) -> None:
    assert listed_at(words(text), 0, 2) == found


def test_a_name_is_not_read_beyond_its_run() -> None:
    assert listed_at(words("United States"), 0, 1)[1] is None


def test_every_country_is_known_by_its_own_name() -> None:
    assert all(places()[country] == (country, "country") for country, how in set(places().values()) if how == "country")


def test_regions_and_cities_are_no_countries() -> None:
    assert {"New Jersey", "Middle East"} <= regions()
    assert {"Chengdu", "Málaga", "Malaga"} <= cities()
    assert not {one for one in regions() if places().get(one, ("", ""))[1] == "country"}
