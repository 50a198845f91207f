from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from onrecord.encoder import Floats
from onrecord.match.bearings import Affair, bearings, features
from onrecord.match.meanings import Meanings
from onrecord.wordlists import table

NAMES = {"Ada Quill": "person", "Jo Marr": "person"}
REPORTS = [
    [
        ("Ada Quill", "said", "the old pier should be closed to all visitors", "demand"),
        ("Jo Marr", "denied", "that the pier was ever unsafe for visitors", "deny"),
    ],
    [
        ("Ada Quill", "said", "the pier must be closed to visitors at once", "demand"),
        ("Jo Marr", "said", "the choir will not sing in April", "assert"),
    ],
]


@pytest.fixture
def affair(story: Callable[..., Any], meanings: Meanings) -> Affair:
    reports, statements, _ = story(REPORTS, NAMES)
    return Affair(statements, {one.id: one for one in reports}, meanings)


def test_every_feature_has_its_weights_and_is_symmetric(affair: Affair) -> None:
    found = dict(features(affair))
    assert found.keys() == table("bearings")["weights"].keys()
    for name, values in found.items():
        assert values.shape == (4, 4), name
        assert np.allclose(values, values.T, atol=1e-5), name


@pytest.mark.parametrize(
    ("name", "a", "b", "value"),
    [
        ("report", 0, 1, 1),
        ("report", 0, 2, 0),
        ("speaker", 0, 2, 1),
        ("speaker", 0, 1, 0),
        ("one denies", 0, 1, 1),
        ("one denies", 1, 3, 0),
        ("one negated", 0, 3, 1),
        ("attack and denial", 0, 1, 1),
        ("both attack", 0, 2, 1),
        ("beside", 0, 1, 1),
        ("beside", 1, 2, 0),
    ],
)
def test_what_is_compared(affair: Affair, name: str, a: int, b: int, value: float) -> None:
    found: Floats = dict(features(affair))[name]
    assert found[a, b] == pytest.approx(value)


def test_what_says_the_same_is_likelier_on_one_point_than_what_is_about_something_else(affair: Affair) -> None:
    held = bearings(affair)
    on_one = held.same + held.opposite
    assert on_one[0, 2] > on_one[0, 3]
    assert held.same[0, 2] > held.opposite[0, 2]
    assert (on_one < 1).all()
