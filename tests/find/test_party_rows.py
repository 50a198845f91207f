"""The candidates for the parties of deeds, and the numbers by which they are weighed."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find import find
from onrecord.find.party_rows import WIDTH
from onrecord.find.statements import with_finder
from onrecord.model import Report

Make = Callable[..., Report]
TEXT = "Dorrit Vance was fined on Monday. The Ostrell Council fined Dorrit Vance 500 crowns, Hugo Lamm said."
SENTENCES = (
    "Norway arrested Dorrit Vance on Monday.",
    "She was freed on Tuesday.",
    "Police raided Tolland Mills.",
    "Hugo Lamm sued it over the fire.",
    "The council banned the firm from Ostrell.",
    "Two gunmen shot at Hugo Lamm.",
)


def test_both_sides_of_a_deed_have_candidates_with_as_many_numbers_and_nobody_last(report_of: Make) -> None:
    _, finder = with_finder(report_of(TEXT))
    doings = list(finder.held())
    weighed = finder.parties.weighed(doings)
    assert len(weighed) == 2 * len(doings) > 0
    for parties, rows in weighed:
        assert rows.shape == (len(parties) + 1, WIDTH)
        assert rows[:, 0].tolist() == [0.0] * len(parties) + [1.0]
        assert len({party.key for party in parties}) == len(parties)


def test_who_does_it_in_another_deed_of_the_name_is_a_candidate(report_of: Make) -> None:
    _, finder = with_finder(report_of(TEXT))
    (does, _), *_ = finder.parties.weighed(list(finder.held()))
    council = next(n for n, one in enumerate(finder.read.named) if "Council" in one.label)
    assert finder.entities[council] in {party.key for party in does}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_nobody_does_a_deed_to_himself(report_of: Make, sentences: list[str]) -> None:
    found = find(report_of(" ".join(sentences)))
    known = {one.id for one in found.entities}
    for told in found.events:
        assert told.agent is None or told.agent != told.patient
        assert {told.agent, told.patient} <= known | {None}
