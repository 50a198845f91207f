"""The outlets that reports name as their own, as mentions of bodies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.match.outlets import with_outlets
from onrecord.model import Entity, Report

Make = Callable[..., Any]


def with_outlet(make: Make, text: str, outlet: str) -> Report:
    report = make(text)
    at = text.index(outlet)
    found: Report = make(text, outlet=report.span(at, at + len(outlet)))
    return found


def test_an_outlet_is_a_mention_of_the_body_of_its_name(report_of: Make, entity: Make) -> None:
    report = with_outlet(report_of, "WEIR (Tarn Wire) - It held, the mayor said.", "Tarn Wire")
    known: Entity = entity("the Tarn Wire", "r2", "organisation")
    (one,) = with_outlets([known], [report])
    assert one.id == known.id
    assert sorted(mention.text for mention in one.mentions) == ["Tarn Wire", "the Tarn Wire"]


def test_an_outlet_that_nothing_else_names_is_a_body(report_of: Make, entity: Make) -> None:
    report = with_outlet(report_of, "WEIR (Tarn Wire) - It held, the mayor said.", "Tarn Wire")
    other = with_outlet(report_of, "It held. - Tarn Wire", "Tarn Wire")
    found = with_outlets([entity("Ann Roe", "r2")], [report, other, report_of("It held.")])
    (one,) = (one for one in found if one.type == "organisation")
    assert (one.name, len(one.mentions)) == ("Tarn Wire", 2)


def test_a_name_that_is_a_mention_already_stays_one(report_of: Make, entity: Make) -> None:
    report = with_outlet(report_of, "Tarn Wire said it held.", "Tarn Wire")
    known = entity("Tarn Wire", report.id, "organisation")
    assert with_outlets([known], [report]) == (known,)
