from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.figure_conflicts import figure_conflicts
from onrecord.match.meanings import Meanings
from onrecord.model import Entity, Mention

Make = Callable[..., Any]


def found(report_of: Make, meanings: Meanings, *texts: str, names: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    reports = [report_of(text, published=f"2024-09-0{n + 1}") for n, text in enumerate(texts)]
    places = [(name, report, report.text.find(name)) for name in names for report in reports]
    entities = {
        name: Entity(
            id=name,
            name=name,
            type="person",
            mentions=tuple(
                Mention(report.id, at, at + len(name), name, (at, at + len(name)))
                for one, report, at in places
                if one == name and at >= 0
            ),
        )
        for name in names
    }
    return [(kind, [side.text for side in sides]) for _, kind, sides in figure_conflicts(reports, entities, meanings)]


@pytest.mark.parametrize(
    ("one", "other", "kind", "sides"),
    [
        (
            "The lock had passed its yearly inspection on Aug. 3.",
            "An engineer who carried out the yearly inspection of the lock on 3 July found rust.",
            "date",
            ["Aug. 3", "3 July"],
        ),
        (
            "The court fined the brewery 1.2 million euros for the spill in the canal.",
            "The brewery was fined 2.1 million euros for its spill in the canal.",
            "number",
            ["1.2 million euros", "2.1 million euros"],
        ),
        (
            "The barge hit the lock at Ebb at 2:10 a.m. on Friday.",
            "The barge hit the lock at Ebb at 3.40am on Friday.",
            "date",
            ["2:10 a.m.", "3.40am"],
        ),
        (
            "The fund holds 8.9 percent of the shares of the brewery.",
            "The fund holds six percent of the brewery's shares.",
            "number",
            ["8.9 percent", "six percent"],
        ),
        (
            "The police held the crew of the barge for nine days in Ebb.",
            "The crew of the barge was held by the police in Ebb for two weeks.",
            "number",
            ["nine days", "two weeks"],
        ),
        (
            "The harbour office said 187 passengers and crew had been aboard.",
            "The barge, with 194 people on board, turned over near the quay.",
            "number",
            ["187 passengers and crew", "194 people"],
        ),
        (
            "The wreck killed all 190 people on board, the harbour office said.",
            "There were 194 persons aboard the barge.",
            "number",
            ["190 people", "194 persons"],
        ),
    ],
)
def test_two_figures_of_one_thing_disagree(
    report_of: Make, meanings: Meanings, one: str, other: str, kind: str, sides: list[str]
) -> None:
    ((told, texts),) = found(report_of, meanings, one, other)
    assert (told, sorted(texts)) == (kind, sorted(sides))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court fined the brewery 1.2 million euros.", "The brewery was fined €1.2m by the court."),
        ("The court fined the brewery 1.2 million euros.", "The brewery will be fined 2.1 million euros by the court."),
        ("The barge hit the lock at 2:10 a.m.", "The barge hit the lock at 2.15am."),
        (
            "The harbour office said about 190 passengers and crew had been aboard.",
            "The barge, with 194 people on board, turned over near the quay.",
        ),
        (
            "The brewery paid half of the 1.2 million euros to the court.",
            "The brewery paid 600,000 euros to the court.",
        ),
        ("The brewery paid the court 900 euros.", "The brewery paid the court another 300 euros."),
        ("There were 187 passengers on board.", "There were 194 people on board."),
        (
            "The lock in Ebb is seen on May 3, 2021. REUTERS/Jo Marr",
            "The lock in Ebb is seen on June 4, 2021. Jo Marr/Reuters",
        ),
        ("The barge sank. — Harbour (@ebb) May 3, 2021", "The barge sank. — Harbour (@ebb) May 4, 2021"),
        ("The police held the crew of the barge for 13 days.", "The police held the crew of the barge for two weeks."),
        ("The lock passed its yearly test on Aug. 3.", "The lock passed its yearly test on Feb. 3."),
        ("The liner had 2,200 people on board.", "There were 2,214 people on board the liner."),
        ("The lock passed its yearly test on Aug. 3.", "The new school at Varn opened its doors on 4 July."),
        ("The lock passed its yearly test on Aug. 3.", "The lock passes its yearly test on Dec. 3."),
        ("The fund holds 64 percent of the brewery's shares.", "The fund holds six percent of the brewery's shares."),
        ("The lock passed its test by 3 May.", "The lock passed its test on 4 June."),
    ],
)
def test_what_may_both_be_right_does_not(report_of: Make, meanings: Meanings, one: str, other: str) -> None:
    assert found(report_of, meanings, one, other) == []


def test_figures_of_different_people_do_not_disagree(report_of: Make, meanings: Meanings) -> None:
    texts = tuple(
        f"The court in Ebb fined {name} {fine} euros for the oil that the barge had spilt in the canal."
        for name, fine in (("Ada Quill", 300), ("Jo Marr", 900))
    )
    assert found(report_of, meanings, *texts) != []
    assert found(report_of, meanings, *texts, names=("Ada Quill", "Jo Marr")) == []


def test_a_report_that_also_has_the_other_figure_is_no_side(report_of: Make, meanings: Meanings) -> None:
    fine, other = (f"The court fined the brewery {n} million euros for the spill in the canal." for n in (1.2, 9.8))
    told = "The brewery was fined 1.2 million euros for its spill in the canal."
    assert found(report_of, meanings, f"{fine} {other}", told) == []
    assert found(report_of, meanings, other, told) != []
