"""How likely two mentions tell one event, by what is known of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.match.alikeness import Alikeness
from onrecord.match.deed_sameness import DeedSameness
from onrecord.match.meanings import Meanings
from onrecord.model import Entity, EventMention, Span, Told
from onrecord.wordlists import table

Make = Callable[..., Any]
TARN = Span("r1", 60, 64, "Tarn")


def told(report: str, lemma: str = "arrest", **known: Any) -> Told:
    text = f"the {lemma}"
    mention = EventMention(report, 0, len(text), text, (4, len(text)))
    plain = Told(
        mention=mention,
        lemma=lemma,
        type="COERCE",
        status="happened",
        agent=None,
        patient=None,
        place=None,
        when=None,
        inside=None,
        confidence=0.9,
    )
    return msgspec.structs.replace(plain, **known)


def chance(a: Told, b: Told, *names: Entity) -> float:
    pile = [a, b, *(told("r3", lemma) for lemma in ("sing", "paint", "plough", "bake"))]
    return DeedSameness(pile, Alikeness(names, {}), Meanings()).chance(0, 1)


def named(entity: Make) -> Entity:
    """Somebody whom two reports name."""
    each = [entity("Dorrit Vance", report=key) for key in ("r1", "r2")]
    return Entity(id="vance", name="Dorrit Vance", type="person", mentions=tuple(m for e in each for m in e.mentions))


@pytest.mark.parametrize(
    "known",
    [{"patient": "vance"}, {"place": TARN}],
)
def test_a_shared_party_or_place_makes_it_likelier(entity: Make, known: dict[str, Any]) -> None:
    vance = named(entity)
    plain = chance(told("r1"), told("r2"), vance)
    assert chance(told("r1", **known), told("r2", **known), vance) > plain


def test_reports_of_the_same_people_make_it_likelier(entity: Make) -> None:
    assert chance(told("r1"), told("r2"), named(entity)) > chance(told("r1"), told("r2"))


def test_words_of_other_meaning_and_other_types_make_it_less_likely(entity: Make) -> None:
    vance = named(entity)
    plain = chance(told("r1"), told("r2"), vance)
    assert chance(told("r1"), told("r2", "detention"), vance) < plain
    assert chance(told("r1"), told("r2", "detention"), vance) > chance(told("r1"), told("r2", "song"), vance)
    assert chance(told("r1"), told("r2", type="AID"), vance) < plain


def test_every_number_has_a_weight(entity: Make) -> None:
    sameness = DeedSameness([told("r1"), told("r2")], Alikeness((named(entity),), {}), Meanings())
    assert set(sameness.features(0, 1)) == set(table("deed_sameness")["weights"])


@pytest.mark.parametrize(
    ("lemma", "known", "may_be"),
    [
        ("detained", {}, True),
        ("sang", {}, False),
        ("sang", {"place": TARN}, True),
        # the nearest word of all
        ("freed", {"place": TARN}, False),
    ],
)
def test_words_must_be_near_and_no_opposites(lemma: str, known: dict[str, Any], may_be: bool) -> None:
    pile = [told("r1", "arrested", **known), told("r2", lemma, **known)]
    assert DeedSameness(pile, Alikeness((), {}), Meanings()).may_be(0, 1) == may_be
