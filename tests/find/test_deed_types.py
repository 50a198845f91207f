"""The type of a deed, from what the network makes of it and what its verb or noun tells elsewhere."""

from __future__ import annotations

import pytest

from onrecord.find.deed_types import likeliest
from onrecord.find.happenings import DEED_TYPES
from onrecord.wordlists import table


def chances(**given: float) -> dict[str, float]:
    return dict.fromkeys(DEED_TYPES, 0.0) | given


@pytest.mark.parametrize(
    ("given", "lemma", "listed", "kind"),
    [
        ({"OTHER": 0.6, "CONCEDE": 0.4}, "sing", None, "OTHER"),
        ({"OTHER": 0.5, "COERCE": 0.5}, "arrest", "COERCE", "COERCE"),
        # the lists alone do not outweigh what labels say of a verb
        ({"OTHER": 0.5, "RETREAT": 0.5}, "release", "RETREAT", "OTHER"),
        # a verb in no label: the network, and then the lists
        ({"ASSAULT": 0.9, "OTHER": 0.1}, "frobnicate", None, "ASSAULT"),
        ({"ASSAULT": 0.5, "PROTEST": 0.5}, "frobnicate", "PROTEST", "PROTEST"),
    ],
)
def test_the_likeliest_type_by_both(given: dict[str, float], lemma: str, listed: str | None, kind: str) -> None:
    assert likeliest(chances(**given), lemma, listed) == kind


def test_the_table_knows_the_types_and_counts_no_lemma_once() -> None:
    assert set(table("deed_types")["all"]) == set(DEED_TYPES)
    for told in table("deed_types")["lemmas"].values():
        words = told.split()
        assert set(words[::2]) <= set(DEED_TYPES)
        assert sum(map(int, words[1::2])) >= 2
