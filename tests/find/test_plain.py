"""A report's paragraphs as one text, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.passage import Paragraph, paragraphs
from onrecord.find.plain import Plain
from onrecord.model import Report

TEXT = "Share this. The weir held.\r\nAdvertisement\n\nThe town slept. "


def made(text: str, *ranges: tuple[int, int]) -> Plain:
    return Plain(text, [Paragraph(start, end, [], [], False) for start, end in ranges])


@st.composite
def plains(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], Plain]:
    """A text, ranges of it in order and apart, and these as paragraphs."""
    text = draw(st.text(st.sampled_from("ab \n\r“”é😀"), max_size=60))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    ranges = list(zip(ends[::2], ends[1::2], strict=False))
    return text, ranges, made(text, *ranges)


def test_paragraphs_stand_apart_and_what_is_between_them_is_left_out() -> None:
    plain = made(TEXT, (12, 26), (43, 58))
    assert plain.text == "The weir held.\n\nThe town slept."


def test_a_range_and_its_way_back() -> None:
    plain = made(TEXT, (12, 26), (43, 58))
    at = TEXT.index("town")
    mine = plain.mine((at, at + 4))
    assert mine is not None
    assert plain.text[slice(*mine)] == "town"
    assert plain.theirs(mine) == [(at, at + 4)]


def test_a_range_over_two_paragraphs_is_two() -> None:
    plain = made(TEXT, (12, 26), (43, 58))
    start, end = plain.text.index("held"), plain.text.index("slept")
    assert [TEXT[a:b] for a, b in plain.theirs((start, end))] == ["held.", "The town "]
    assert plain.mine((TEXT.index("held"), TEXT.index("slept"))) is None


def test_the_empty_line_between_paragraphs_is_nowhere_in_the_report() -> None:
    plain = made(TEXT, (12, 26), (43, 58))
    assert plain.theirs((14, 16)) == []


@pytest.mark.parametrize(
    "span", [(0, 5), (10, 14), (24, 27), (26, 27), (30, 35), (57, 59), (58, 59), (99, 120), (14, 14)]
)
def test_a_range_outside_any_paragraph_is_none(span: tuple[int, int]) -> None:
    assert made(TEXT, (12, 26), (43, 58)).mine(span) is None


def test_a_range_behind_the_text_is_none() -> None:
    assert made(TEXT, (12, 26), (43, 58)).theirs((31, 40)) == []


def test_a_report_without_paragraphs_has_no_text() -> None:
    assert made("").text == ""
    assert made("").mine((0, 1)) is None
    assert made("").theirs((0, 1)) == []


def test_empty_paragraphs_do_not_count() -> None:
    assert made(TEXT, (3, 3), (12, 26), (30, 30)).text == "The weir held."


@settings(max_examples=200, deadline=None)
@given(made_up=plains())
def test_every_range_inside_a_paragraph_comes_back(made_up: tuple[str, list[tuple[int, int]], Plain]) -> None:
    text, ranges, plain = made_up
    for start, end in ranges:
        for span in {(start, end), (start, start + 1), (end - 1, end), (start + 1, end - 1)}:
            if not start <= span[0] < span[1] <= end:
                continue
            mine = plain.mine(span)
            assert mine is not None
            assert plain.text[slice(*mine)] == text[slice(*span)]
            assert plain.theirs(mine) == [span]


@settings(max_examples=200, deadline=None)
@given(made_up=plains(), data=st.data())
def test_any_range_is_split_between_the_paragraphs_it_runs_through(
    made_up: tuple[str, list[tuple[int, int]], Plain], data: st.DataObject
) -> None:
    text, ranges, plain = made_up
    kept = [(start, end) for start, end in ranges if start < end]
    if not plain.text:
        return
    start = data.draw(st.integers(0, len(plain.text) - 1))
    end = data.draw(st.integers(start + 1, len(plain.text)))
    found = plain.theirs((start, end))
    # What each character of the plain text is of the report; None where it is of the line between paragraphs.
    places: list[int | None] = []
    for n, (a, b) in enumerate(kept):
        places += [None, None] if n else []
        places += range(a, b)
    assert [at for a, b in found for at in range(a, b)] == [at for at in places[start:end] if at is not None]
    assert all(any(a <= low < high <= b for a, b in kept) for low, high in found)
    assert all(text[low:high] in plain.text[start:end] for low, high in found)


def test_noise_in_the_middle_of_a_line_is_not_read(report_of: Callable[..., Report]) -> None:
    report = report_of("Read more\nThe weir held. Share this The town slept.", noise=("Read more", "Share this"))
    plain = Plain(report.text, paragraphs(report))
    assert plain.text == "The weir held.\n\nThe town slept."
    at = report.text.index("slept")
    assert plain.theirs((plain.text.index("slept"), plain.text.index("slept") + 5)) == [(at, at + 5)]


def test_a_range_over_two_paragraphs_is_not_one(report_of: Callable[..., Report]) -> None:
    report = report_of("One thing. Another\n\nA third")
    plain = Plain(report.text, paragraphs(report))
    assert plain.one(0, 3) == (0, 3)
    assert plain.one(0, len(plain.text)) is None
