from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.match.deed_pairs import deed_pairs
from onrecord.model import EventMention, Told


def told(report: str, lemma: str = "arrest", agent: str | None = None, patient: str | None = None) -> Told:
    fields: dict[str, Any] = {"type": "COERCE", "status": "happened", "place": None, "when": None, "inside": None}
    mention = EventMention(report, 0, len(lemma), lemma, (0, len(lemma)))
    return Told(mention=mention, lemma=lemma, agent=agent, patient=patient, confidence=0.9, **fields)


NO_DAYS = [None] * 4


def test_mentions_of_one_deed_meet_in_one_report_and_in_kindred_ones() -> None:
    mentions = [told("a"), told("a"), told("b"), told("c")]
    assert deed_pairs(mentions, NO_DAYS, {}, [], {"a": ["b"]}) == [(0, 1), (0, 2), (1, 2)]


def test_mentions_of_one_deed_with_one_party_meet_wherever_they_stand() -> None:
    mentions = [told("a", patient="vance"), told("b", patient="vance"), told("c", agent="vance")]
    assert deed_pairs(mentions, NO_DAYS, {}, [], {}) == [(0, 1)]


def test_mentions_of_one_deed_on_one_day_meet_wherever_they_stand() -> None:
    mentions = [told("a"), told("b"), told("c"), told("d", "detain")]
    days = [date(2021, 3, 4), date(2021, 3, 4), date(2021, 3, 5), date(2021, 3, 4)]
    assert deed_pairs(mentions, days, {}, [], {}) == [(0, 1)]


def test_deeds_of_near_meaning_meet_only_in_kindred_reports() -> None:
    mentions = [told("a"), told("b", "detain"), told("c", "detain"), told("a", "detain")]
    near = [("arrest", "detain")]
    assert deed_pairs(mentions, NO_DAYS, {}, near, {"a": ["b"]}) == [(0, 1), (0, 3), (1, 3)]
    assert deed_pairs(mentions, NO_DAYS, {}, [], {"a": ["b"]}) == [(1, 3)]


def test_a_deed_told_very_often_of_one_party_makes_no_more_pairs_than_grow_with_the_pile() -> None:
    def pairs(count: int) -> int:
        return len(deed_pairs([told(f"r{n}", agent="vance") for n in range(count)], [None] * count, {}, [], {}))

    assert pairs(20) == 190
    assert pairs(800) - pairs(400) == 64 * 400
