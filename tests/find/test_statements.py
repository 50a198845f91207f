"""Everything that one report says, and what must hold for any text."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.find import find
from onrecord.model import Findings, Report, Statement

Make = Callable[..., Any]

_PIECES = st.sampled_from(
    [
        *"“”\"‘’'`«»„,.;:!?…–—-() \n\r\t\x00\x0b\x85\u00a0\u2028\ufeff",
        *["''", "``", "\n\n", "\r\n", "’s", ", ", ". ", "” “", ",” ", ".”\n\n“"],
        *[
            "said",
            "says",
            "say",
            "told",
            "that",
            "he",
            "she",
            "it",
            "they",
            "who",
            "which",
            "according to",
            "was",
            "accused",
        ],
        *[
            "of",
            "by",
            "the",
            "a",
            "and",
            "alleged",
            "to",
            "denied",
            "adding",
            "quoted as saying",
            "claim",
            "warning",
            "not",
        ],
        *["Maria Vance", "Mr Vance", "Mr.", "Vance", "Hugo Lamm", "Tolland Mills Ltd", "Norway", "Oslo", "the company"],
        *[
            "mayor",
            "the mayor",
            "74",
            "on Monday",
            "15 January",
            "yesterday",
            "interview with",
            "the BBC",
            "US",
            "U.S.",
        ],
        *["weir", "will hold", "İ", "ß", "ﬁ", "é", "e\u0301", "中文", "😀", "\u200b", "\u202e"],
    ]
)
_ANY = st.characters(exclude_categories=["Cs"])
_TEXTS = st.one_of(
    st.lists(st.one_of(_PIECES, _PIECES.map(lambda piece: f" {piece} ")), max_size=60).map("".join),
    st.text(_ANY, max_size=200),
    st.lists(st.one_of(_PIECES, st.text(_ANY, max_size=3)), max_size=40).map(" ".join),
)


def assert_sound(report: Report, found: Findings) -> None:
    """Every span is its slice, every reference leads somewhere, no id is given twice."""
    statements = {one.id for one in found.statements}
    entities = {one.id for one in found.entities}
    assert len(statements) == len(found.statements)
    assert len(entities) == len(found.entities)
    for one in found.statements:
        spans = [*one.content, one.source, one.cue, one.occasion, *one.relayed_by]
        for span in spans:
            assert span is None or (report.text[span.start : span.end] == span.text != "" and span.report == report.id)
        assert one.content
        assert one.speaker is None or one.speaker in entities
        assert one.speaker_why
        assert one.inside is None or one.inside in statements - {one.id}
        assert 0 <= one.confidence <= 1
    for entity in found.entities:
        assert entity.mentions
        for mention in entity.mentions:
            assert report.text[mention.start : mention.end] == mention.text
            assert mention.start <= mention.name[0] < mention.name[1] <= mention.end
        for role in entity.roles:
            assert report.text[role.mention.start : role.mention.end] == role.mention.text


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_TEXTS, published=st.sampled_from([None, "2021-03-12", "2021-03", "2021"]))
def test_any_text_is_read_and_read_alike_twice(report_of: Make, text: str, published: str | None) -> None:
    report = report_of(text, published=published)
    found = find(report)
    assert_sound(report, found)
    assert find(report) == found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), text=_TEXTS.filter(lambda text: len(text) > 1))
def test_any_headline_noise_and_dateline_will_do(report_of: Make, data: st.DataObject, text: str) -> None:
    plain = report_of(text)

    def span() -> Any:
        start = data.draw(st.integers(0, len(text) - 1))
        return plain.span(start, data.draw(st.integers(start + 1, len(text))))

    known = {key: span() for key in ("byline", "dateline", "outlet") if data.draw(st.booleans())}
    head = span() if data.draw(st.booleans()) else None
    report = report_of(text, headline=head.text if head else None, **known)
    assert_sound(report, find(report))


def _seconds(report: Report) -> float:
    start = time.process_time()
    find(report)
    return time.process_time() - start


@pytest.mark.parametrize("piece", ['"', "“", "”", "‘", "’", "''", ",", ", ", "A", "A ", "said ", "weir", "weir ", "\n"])
def test_twenty_thousand_characters_take_seconds(report_of: Make, piece: str) -> None:
    assert _seconds(report_of(piece * (20_000 // len(piece)))) < 10


@pytest.mark.parametrize(
    "piece",
    ["he said ", "X said ", "Said, ", "Mr. ", "“A b,” ", "“A,” said B. ", "“A.\n", "'s ", "!", "according to ",
     "to say ", "was accused of ", "warning that ", "told X ", "Ann Lee said. ",
     "Ann Lee, ", "Ann Lee. He said. ", "on Monday "],
)  # fmt: skip
def test_no_pattern_of_words_takes_long(report_of: Make, piece: str) -> None:
    assert _seconds(report_of(piece * (6_000 // len(piece)))) < 8


def _only(found: Findings) -> Statement:
    (one,) = found.statements
    return one


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“It will hold,” said Maria Vance.", "direct"),
        ("Maria Vance said it would hold.", "indirect"),
        ("Maria Vance said it would “surely” hold.", "mixed"),
        ("Maria Vance said that “it would surely hold”.", "direct"),
    ],
)
def test_the_form_goes_by_the_quotation_marks(found_in: Make, text: str, form: str) -> None:
    assert _only(found_in(text)).form == form


def test_a_statement_in_another_s_content_is_inside_it(found_in: Make) -> None:
    outer, inner = found_in("“Hugo Lamm told me that the weir was sinking,” said Maria Vance.").statements
    assert (outer.inside, inner.inside) == (None, outer.id)


def test_the_smallest_statement_around_counts(found_in: Make) -> None:
    text = "Maria Vance said Hugo Lamm had said that Anna Roe had denied that the weir was sinking."
    one, two, three = found_in(text).statements
    assert (one.inside, two.inside, three.inside) == (None, one.id, two.id)


def test_the_same_words_under_two_cues_are_one_statement(found_in: Make) -> None:
    one = _only(found_in("Maria Vance said in a statement that the weir had been sound."))
    assert one.source
    assert one.source.text == "Maria Vance"


def test_beliefs_are_held(found_in: Make) -> None:
    assert _only(found_in("Maria Vance believes the weir is sound.")).mode == "held"


def test_statements_stand_in_the_order_of_the_text(found_in: Make) -> None:
    text = "Maria Vance said it had held. “It leaks,” said Hugo Lamm.\n\nAnna Roe denied the charge."
    starts = [one.content[0].start for one in found_in(text).statements]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_a_report_without_words_says_nothing(found_in: Make) -> None:
    for text in ("", " ", "\n", "...", "“”"):
        found = found_in(text)
        assert (found.statements, found.entities) == ((), ())


def test_commas_and_marks_around_the_words_said_are_left_out(found_in: Make) -> None:
    for text in (
        "“It will hold,” said Maria Vance.",
        "'It will hold,' said Maria Vance.",
        "It will hold, said Maria Vance.",
    ):
        assert _only(found_in(text)).content[0].text == "It will hold"
