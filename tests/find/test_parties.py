"""Who does a deed and whom it is done to, where the clause and the names near by may not agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Findings

Find = Callable[..., Findings]


def parties(found: Findings, lemma: str) -> tuple[str | None, str | None]:
    told = next(event for event in found.events if event.lemma == lemma)
    names = {one.id: one.name for one in found.entities}
    return names.get(told.agent or ""), names.get(told.patient or "")


@pytest.mark.parametrize(
    ("text", "lemma", "agent", "patient"),
    [
        (
            "Dorrit Vance, whom Hugo Lamm had praised, was arrested by Norway on Monday after Tolland Mills sued.",
            "arrest",
            "Norway",
            "Dorrit Vance",
        ),
        ("Norway arrested the director of Tolland Mills in Ostrell on Monday.", "arrest", "Norway", "director"),
        ("Hugo Lamm praised the miners whom soldiers had beaten in Ostrell.", "beat", "soldiers", "miners"),
        ("Norway freed four Danes on Monday. Denmark was glad.", "free", "Norway", "four Danes"),
        ("Many Norwegians stormed the mill in Ostrell. Norway was silent.", "storm", "Many Norwegians", "mill"),
        (
            "Police detained three Danish nationals over the fire. Denmark denied it.",
            "arrest",
            "Police",
            "three Danish nationals",
        ),
        ("Rebels attacked Tolland Mills in Ostrell.", "attack", "Rebels", "Tolland Mills"),
        # another sentence tells who did it
        (
            "The arrest of Dorrit Vance shocked Ostrell. Police arrested Dorrit Vance over a fire at Tolland Mills.",
            "arrest",
            "Police",
            "Dorrit Vance",
        ),
        ("Missiles hit the mill. Norway fired them.", "hit", "Norway", "mill"),
    ],
)
def test_the_clause_of_a_deed_tells_its_parties(
    found_in: Find, text: str, lemma: str, agent: str, patient: str | None
) -> None:
    assert parties(found_in(text), lemma) == (agent, patient)
