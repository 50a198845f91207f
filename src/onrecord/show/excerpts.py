"""A report cut down to the sentences that its statements stand in, for a page that may be passed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import Report, Span, Statement
from onrecord.show.segments import Passage, segments

FURTHEST = 160
"""Characters on each side of some words in which the end of their sentence is looked for."""
_ENDS = (". ", "! ", "? ", ".” ", '." ', "!” ", "?” ", "\n", "\r")


def excerpts(report: Report, statements: Sequence[tuple[int, Statement]]) -> tuple[Passage, ...]:
    """The sentences of the report that hold words, source or cue of a statement, each stretch of them a passage.

    `statements` are its statements, each with its number on the page. Between two passages something is left out.
    """
    stretches = list(_joined(report.text, sorted(_sentences(report, [one for _, one in statements]))))
    found = segments(report, statements, [border for stretch in stretches for border in stretch])
    return tuple(
        Passage(held, tuple(number for one in held for number in one.begins))
        for start, end in stretches
        if (held := tuple(one for one in found if start <= one.start < end))
    )


def _sentences(report: Report, statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    for one in statements:
        for span in (*one.content, one.source, one.cue):
            if isinstance(span, Span) and span.report == report.id:
                yield sentence(report.text, span.start, span.end)


def _joined(text: str, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges without overlap; two with nothing but blanks between them are one."""
    open_now: tuple[int, int] | None = None
    for start, end in ranges:
        if open_now is not None and not text[open_now[1] : start].strip():
            open_now = (open_now[0], max(open_now[1], end))
        else:
            if open_now is not None:
                yield open_now
            open_now = (start, end)
    if open_now is not None:
        yield open_now


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or so around some words: to a mark that ends one, or else to a blank, but not too far away."""
    before, after = text[max(0, start - FURTHEST) : start], text[end : end + FURTHEST]
    begins = [before.rfind(mark) + len(mark) for mark in _ENDS if mark in before]
    first = max(begins) if begins else 0 if start <= FURTHEST else before.find(" ") + 1
    whole = text[end - 1 : end] in ".!?\n" and not after[:1].strip()
    ends = [after.find(mark) + len(mark.rstrip(" \r\n")) for mark in _ENDS if mark in after]
    rest = len(after) if end + FURTHEST >= len(text) else after.rfind(" ")
    last = 0 if whole else min(ends) if ends else max(rest, 0)
    return start - len(before) + first, end + last
