"""Paragraphs without what is no part of the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from onrecord.find.passage import paragraphs
from onrecord.model import Report

Make = Callable[..., Report]


def texts(report: Report) -> list[str]:
    return [report.text[p.start : p.end] for p in paragraphs(report)]


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", "\r", "\n \n\t\n"])
def test_lines_are_paragraphs_whatever_ends_them(report_of: Make, end: str) -> None:
    assert texts(report_of(f"The weir held.{end}The town slept.")) == ["The weir held.", "The town slept."]


def test_lines_wrapped_inside_sentences_are_joined(report_of: Make) -> None:
    text = "The weir held all\nthrough the night and\nthe town slept.\n\nIt rained on\nthe hills."
    assert texts(report_of(text)) == [
        "The weir held all\nthrough the night and\nthe town slept.",
        "It rained on\nthe hills.",
    ]


def test_noise_is_left_out_also_from_the_middle_of_a_line(report_of: Make) -> None:
    report = report_of("Read more\nThe weir held. Share this The town slept.", noise=("Read more", "Share this"))
    assert texts(report) == ["The weir held.", "The town slept."]


def test_byline_sign_off_and_dateline_are_left_out(report_of: Make) -> None:
    report = report_of("By Ida Roe\nOSTRELL (Weir Wire) - The weir held.\nWEIR WIRE")
    text = report.text
    report = replace(
        report,
        byline=report.span(0, 10),
        dateline=report.span(11, text.index(")") + 1),
        outlet=report.span(text.index("WEIR WIRE"), len(text)),
    )
    assert texts(report) == ["The weir held."]


def test_the_headline_is_told_from_the_text(report_of: Make) -> None:
    found = paragraphs(report_of("Weir holds\nThe weir held.", headline="Weir holds"))
    assert [p.is_headline for p in found] == [True, False]


def test_what_stands_at_an_offset_is_found(report_of: Make) -> None:
    text = "“It held,” she said. “Go!” They “went” home."
    (one,) = paragraphs(report_of(text))
    for offset in range(len(text)):
        around = [q for q in one.quotations if q.start <= offset < q.end]
        assert one.quotation_at(offset) == (around[0] if around else None)
        holding = [s for s in one.sentences if s.start <= offset < s.end]
        assert one.sentence_at(offset) == (holding[0] if holding else None)
        assert one.quotations_before(offset) == sum(q.start < offset for q in one.quotations)
        for end in range(offset + 1, len(text) + 1):
            over = [q for q in one.quotations if q.start < end and offset < q.end]
            assert one.quotations_over(offset, end) == over


def test_a_sentence_without_end_is_cut(report_of: Make) -> None:
    (one,) = paragraphs(report_of("weir " * 1000))
    assert len(one.sentences) > 1
    assert sum(len(sentence.words) for sentence in one.sentences) == 1000
    assert all(a.end <= b.start for a, b in zip(one.sentences, one.sentences[1:], strict=False))


def test_a_long_sentence_is_not_cut(report_of: Make) -> None:
    (one,) = paragraphs(report_of("The weir held " + "and the town slept " * 30 + "again."))
    assert len(one.sentences) == 1


@pytest.mark.parametrize("text", ["", "\n\n", " \t ", "\u2028", "\x00"])
def test_an_empty_text_has_no_words(report_of: Make, text: str) -> None:
    assert all(not s.words or s.words for p in paragraphs(report_of(text)) for s in p.sentences)
