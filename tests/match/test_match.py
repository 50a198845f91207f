"""What the reports say, taken together."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.find import find
from onrecord.match import match
from onrecord.match.dating import dated
from onrecord.model import Record, Report
from onrecord.settings import Settings

Make = Callable[..., Report]

REPORTS = (
    "“The old weir at Ostrell will hold through the winter,” said Dorrit Vance, the mayor of Ostrell.",
    "Dorrit Vance said the old weir at Ostrell would hold through the winter. Hugo Lamm denied the charge.",
    "Mayor Vance spoke. Then Hugo Lamm, 51, accused Tolland Mills of poisoning the river. A farmer said it was so.",
)
_PIECES = st.sampled_from(
    [
        *REPORTS,
        *"“”\"‘’',.:; \n",
        "said ",
        "Dorrit Vance",
        "Hugo Lamm",
        "Norway",
        "the weir will not hold ",
        "300",
        " on Monday ",
    ]
)
_TEXTS = st.lists(
    st.one_of(
        st.lists(_PIECES, max_size=12).map("".join), st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    ),
    max_size=5,
    unique=True,
)


def matched(reports: tuple[Report, ...]) -> Record:
    return match(reports, tuple(find(report) for report in reports), Settings())


def assert_sound(record: Record) -> None:
    """Every id is given once, every id that is named exists, every span is its slice."""
    texts = {one.id: one.text for one in record.reports}
    entities, statements = {one.id for one in record.entities}, {one.id for one in record.statements}
    for items in (record.reports, record.entities, record.statements, record.utterances):
        assert len({one.id for one in items}) == len(items)
    for one in record.statements:
        assert one.report in texts
        assert {one.speaker, one.to} <= entities | {None}
        assert one.inside is None or one.inside in statements
    for utterance in record.utterances:
        assert len(utterance.statements) >= 2
        assert set(utterance.statements) <= statements
    for _, span in record.spans():
        assert texts[span.report][span.start : span.end] == span.text


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=_TEXTS, seed=st.integers(0, 99))
def test_any_reports_are_matched_alike_in_any_order(report_of: Make, texts: list[str], seed: int) -> None:
    reports = [report_of(text) for text in texts]
    record = matched(tuple(reports))
    assert_sound(record)
    random.Random(seed).shuffle(reports)
    other = matched(tuple(reports))
    assert (other.entities, other.utterances) == (record.entities, record.utterances)
    assert {one.id: one for one in other.statements} == {one.id: one for one in record.statements}
    assert {one.id: one for one in other.reports} == {one.id: one for one in record.reports}


def test_the_links_do_not_depend_on_the_order(report_of: Make) -> None:
    records = [matched(tuple(map(report_of, order))) for order in permutations(REPORTS)]
    assert all(set(one.links) == set(records[0].links) for one in records)


def test_speakers_are_the_entities_across_reports(report_of: Make) -> None:
    record = matched(tuple(map(report_of, REPORTS)))
    names = {one.id: one.name for one in record.entities}
    spoken = [names[one.speaker] for one in record.statements if one.speaker]
    assert spoken == ["Dorrit Vance", "Dorrit Vance", "Hugo Lamm", "Hugo Lamm", "A farmer"]
    assert sorted(names.values()).count("Hugo Lamm") == 1


def test_one_utterance_in_two_reports(report_of: Make) -> None:
    record = matched(tuple(map(report_of, REPORTS)))
    (told,) = record.utterances
    assert {one.report for one in record.statements if one.id in told.statements} == {
        one.id for one in record.reports[:2]
    }


def test_a_headline_and_the_words_below_it_are_one_utterance(report_of: Make) -> None:
    head = "Dorrit Vance: old weir will hold through winter"
    report = report_of(f"{head}\n\n“The old weir will hold through the winter,” said Dorrit Vance.")
    record = matched((replace(report, headline=report.span(0, len(head))),))
    assert [len(one.statements) for one in record.utterances] == [2]


def test_reports_keep_the_order_in_which_they_are_given(report_of: Make) -> None:
    reports = tuple(map(report_of, REPORTS))
    assert [one.id for one in matched(reports).reports] == [one.id for one in reports]
    assert [one.id for one in matched(reports[::-1]).reports] == [one.id for one in reports[::-1]]


@pytest.mark.parametrize("texts", [(), ("",), ("", " ")])
def test_nothing_gives_an_empty_record(report_of: Make, texts: tuple[Any, ...]) -> None:
    record = matched(tuple(map(report_of, texts)))
    assert (record.entities, record.statements, record.utterances, record.links) == ((), (), (), ())


def test_a_report_that_prints_another_is_marked_and_linked(report_of: Make) -> None:
    text = "\n\n".join(REPORTS) + " The bank at the ferry was raised by hand, and forty men carried sand until dark."
    first = report_of(text, published="2021-03-12")
    second = report_of("Another headline\n\n" + text, published="2021-03-13")
    record = matched((second, first))
    assert [one.copy_of for one in record.reports] == [first.id, None]
    assert [link.kind for link in record.links].count("copy") == 1
    assert_sound(record)


def test_words_of_one_report_that_contradict_each_other_are_no_conflict(report_of: Make) -> None:
    reports = (
        report_of(REPORTS[0], published="2021-03-20"),
        report_of("Earlier in March the works closed. Dorrit Vance spoke on 1 May 2021."),
    )
    findings = tuple(find(report) for report in reports)
    assert dated(reports, findings, ()).clashes
    assert match(reports, findings, Settings()).conflicts == ()
