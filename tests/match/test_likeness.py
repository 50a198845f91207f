"""Whether the words of two statements may be one act of speaking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.match.alignment import aligned
from onrecord.match.likeness import Likeness, Wanted, _found, _may_be_verbatim, likeness, wanted
from onrecord.match.meanings import Meanings
from onrecord.match.wording import sentences
from onrecord.settings import Settings

ASKED = wanted(Settings())
MEANINGS = Meanings()
PAIRS = Path(__file__).resolve().parents[2] / "training" / "labels" / "utterances.jsonl"


def alike(a: str, b: str, asked: Wanted = ASKED) -> Likeness | None:
    return likeness(sentences(a), sentences(b), asked, MEANINGS.near)


def test_the_same_words_have_score_one() -> None:
    found = alike("The old weir will hold through winter", "The old weir will hold through winter")
    assert found is not None
    assert (found.score, found.common) == (1.0, 4)


def test_other_words_of_one_meaning_have_their_cosine() -> None:
    found = alike("They buy votes with public money", "Public funds are used by them to purchase votes")
    assert found is not None
    assert found.why.startswith("near in meaning")
    assert alike("They buy votes with public money", "Public money was counted twice") is None


def test_quoted_words_are_recognised_in_the_quotation() -> None:
    said = "This is a politically blind and costly act, and it will be undone by our grandchildren"
    assert alike("the decision of the council was “politically blind”", said) is not None
    assert alike("the decision of the council was not “politically blind”", said) is None
    assert alike("the decision of the council was “hardly wise”", said) is None


def test_a_short_sentence_is_recognised_in_a_longer_one() -> None:
    assert alike("We had no radio, and the captain was asleep.", "The captain was asleep.") is not None
    assert alike("We had no radio, and the captain was asleep.", "The captain asleep.") is None


def test_meaning_can_be_left_out() -> None:
    asked = ASKED._replace(meaning=2.0)
    assert alike("They buy votes with public money", "Public funds are used by them to purchase votes", asked) is None


def test_a_sentence_that_is_turned_round_outweighs_one_that_is_not() -> None:
    a = "The old weir at Ostrell will hold. We have paid for every stone of it."
    assert alike(a, a) is not None
    assert alike(a, a.replace("will hold", "will never hold")) is None


@pytest.fixture(scope="module")
def judged() -> list[tuple[bool, bool]]:
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return [(row["same"], alike(row["a"], row["b"]) is not None) for row in rows]


def test_the_pairs_that_thresholds_were_measured_on_are_many_and_mixed(judged: list[tuple[bool, bool]]) -> None:
    assert len(judged) >= 200
    assert 0.4 < sum(same for same, _ in judged) / len(judged) < 0.6


def test_on_these_pairs_few_are_joined_wrongly(judged: list[tuple[bool, bool]]) -> None:
    hits = sum(same and found for same, found in judged)
    assert hits / sum(found for _, found in judged) >= 0.95
    assert hits / sum(same for same, _ in judged) >= 0.65


def test_no_pair_that_has_the_words_asked_for_is_left_out_by_counting() -> None:
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    strict = ASKED._replace(meaning=2.0)
    pairs = [(x, y) for row in rows for x in sentences(row["a"]) for y in sentences(row["b"])]
    found = [(x, y) for x, y in pairs if _found(aligned(x, y), strict, MEANINGS.near) is not None]
    assert len(found) > 50
    assert all(_may_be_verbatim(x, y, strict) for x, y in found)
    assert sum(_may_be_verbatim(x, y, strict) for x, y in pairs) < len(pairs) / 2
