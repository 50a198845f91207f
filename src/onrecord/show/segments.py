"""Cuts a report's text at the borders of all its spans, so that spans that overlap or nest can be lit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from onrecord.model import Report, Span, Statement

Part = Literal["content", "source", "cue"]

CHARACTERS_IN_LINE = 66
"""About as many fit in one line of the page's text column; it steers only how paragraphs and cards are put together."""
LINES_OF_CARD = 4.0
"""Height of a card beside the text, in lines of the text."""
_LINE_END = re.compile(r"(?:\r\n|\r|\n)[\s]*")


class Segment(msgspec.Struct, frozen=True):
    """A stretch of a report without a border in it, and what covers it.

    `content` are the numbers of the statements whose content covers it, outermost (longest) first; `source` and `cue`
    the numbers of those whose source or cue does; `begins` those whose content begins here.
    """

    start: int
    end: int
    text: str
    content: tuple[int, ...] = ()
    source: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    noise: bool = False
    headline: bool = False
    begins: tuple[int, ...] = ()


class Passage(msgspec.Struct, frozen=True):
    """One or more whole paragraphs, in segments, and the numbers of the statements that begin in them."""

    segments: tuple[Segment, ...]
    statements: tuple[int, ...]


class _Cover(msgspec.Struct, frozen=True):
    start: int
    end: int
    part: Part | Literal["noise", "headline"]
    number: int


def passages(report: Report, statements: Sequence[tuple[int, Statement]]) -> tuple[Passage, ...]:
    """The whole text of the report in passages; `statements` are its statements, each with its number on the page.

    Joined together, the segments' texts are the report's text exactly. A passage is as long as it takes for its text to
    be about as high as the cards of its statements, so that these can stand beside it.
    """
    starts = sorted((min(part.start for part in statement.content), number) for number, statement in statements)
    borders = list(_passage_borders(report.text, [start for start, _ in starts]))
    found = segments(report, statements, borders)
    cuts = [bisect_left(found, border, key=lambda segment: segment.start) for border in borders]
    cards = [bisect_left(starts, (border, 0)) for border in borders]
    return tuple(
        Passage(found[cuts[at] : cuts[at + 1]], tuple(number for _, number in starts[cards[at] : cards[at + 1]]))
        for at in range(len(borders) - 1)
    )


def _passage_borders(text: str, starts: Sequence[int]) -> Iterator[int]:
    """Where passages begin, and the end of the text; always at the end of a paragraph."""
    yield 0
    begin, lines = 0, 0.0
    for start, end in pairwise(_paragraph_borders(text)):
        lines += 1 + (end - start) // CHARACTERS_IN_LINE + text.count("\n", start, end)
        cards = bisect_left(starts, end) - bisect_left(starts, begin)
        if end < len(text) and lines >= cards * LINES_OF_CARD:
            yield end
            begin, lines = end, 0.0
    if text:
        yield len(text)


def _paragraph_borders(text: str) -> list[int]:
    return sorted({0, *(match.end() for match in _LINE_END.finditer(text)), len(text)})


def segments(
    report: Report, statements: Iterable[tuple[int, Statement]], borders: Iterable[int] = ()
) -> tuple[Segment, ...]:
    """The text of the report cut at the borders of all spans, and at `borders` besides."""
    covers = [*_own(report), *(cover for number, statement in statements for cover in _covers(number, statement))]
    begins: dict[int, list[int]] = {}
    for number, cover in _first_parts(covers).items():
        begins.setdefault(cover.start, []).append(number)
    cuts = sorted({0, len(report.text), *borders, *(c.start for c in covers), *(c.end for c in covers)})
    return tuple(
        _segment(report.text, start, end, over, begins.get(start, [])) for (start, end), over in _sweep(cuts, covers)
    )


def _own(report: Report) -> Iterator[_Cover]:
    """The covers of what belongs to no statement: noise, and the headline."""
    for span in report.noise:
        yield _Cover(span.start, span.end, "noise", 0)
    if report.headline:
        yield _Cover(report.headline.start, report.headline.end, "headline", 0)


def _covers(number: int, statement: Statement) -> Iterator[_Cover]:
    """The covers of a statement's content, source and cue that stand in its own report."""
    marked: tuple[tuple[Part, tuple[Span | None, ...]], ...] = (
        ("content", statement.content),
        ("source", (statement.source,)),
        ("cue", (statement.cue,)),
    )
    for part, spans in marked:
        for span in spans:
            if span is not None and span.report == statement.report:
                yield _Cover(span.start, span.end, part, number)


def _first_parts(covers: Iterable[_Cover]) -> dict[int, _Cover]:
    """The earliest cover of each statement's content."""
    first: dict[int, _Cover] = {}
    for cover in covers:
        if cover.part == "content" and (cover.number not in first or cover.start < first[cover.number].start):
            first[cover.number] = cover
    return first


def _sweep(cuts: Sequence[int], covers: Sequence[_Cover]) -> Iterator[tuple[tuple[int, int], list[_Cover]]]:
    """Each stretch between two cuts with the covers that lie over it, going once through the text."""
    coming = sorted(covers, key=lambda cover: cover.start, reverse=True)
    open_now: list[_Cover] = []
    for start, end in pairwise(cuts):
        open_now = [cover for cover in open_now if cover.end > start]
        while coming and coming[-1].start <= start:
            open_now.append(coming.pop())
        yield (start, end), open_now


def _segment(text: str, start: int, end: int, over: Sequence[_Cover], begins: Sequence[int]) -> Segment:
    outermost_first = sorted(over, key=lambda cover: (cover.start - cover.end, cover.number))

    def numbers(part: str) -> tuple[int, ...]:
        return tuple(cover.number for cover in outermost_first if cover.part == part)

    return Segment(
        start=start,
        end=end,
        text=text[start:end],
        content=numbers("content"),
        source=numbers("source"),
        cue=numbers("cue"),
        noise=any(cover.part == "noise" for cover in over),
        headline=any(cover.part == "headline" for cover in over),
        begins=tuple(begins),
    )
