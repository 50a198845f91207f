"""A report as the rules see it: paragraphs without noise, their quotations, their sentences as words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.find.quotations import Quotation, quotations
from onrecord.find.words import Word, sentences, trim, words
from onrecord.model import Report, Span

_HARD_WRAP = re.compile(r"[a-z,;]\r?\n[a-z]")
_LINE = re.compile(r"[^\r\n]+")
_LONGEST = 160  # words: what is longer is no sentence but a table or worse; it is cut, so that the time stays linear
_WRAPPED_LINES = 0.5  # share of single line breaks inside a sentence above which a text counts as hard-wrapped


@dataclass(frozen=True)
class Sentence:
    """A sentence: its range, its words, and the paragraph that it stands in."""

    start: int
    end: int
    words: list[Word]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its range, quotations and sentences; whether it is the headline."""

    start: int
    end: int
    quotations: list[Quotation]
    sentences: list[Sentence]
    is_headline: bool

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation whose marks enclose the character at `offset`."""
        n = self.quotations_before(offset + 1)
        return self.quotations[n - 1] if n and offset < self.quotations[n - 1].end else None

    def quotations_before(self, offset: int) -> int:
        """How many quotations of the paragraph begin before `offset`."""
        return bisect_left(self.quotations, offset, key=lambda q: q.start)

    def quotations_over(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a character with `start` to `end`."""
        last = self.quotations_before(end)
        first = bisect_right(self.quotations, start, hi=last, key=lambda q: q.end)
        return self.quotations[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that the character at `offset` belongs to."""
        n = bisect_right(self.sentences, offset, key=lambda s: s.start)
        return self.sentences[n - 1] if n and offset < self.sentences[n - 1].end else None


def paragraphs(report: Report) -> list[Paragraph]:
    """The paragraphs of a report in order, noise, byline and dateline left out."""
    skipped = sorted(
        (span.start, span.end) for span in (*report.noise, report.byline, _sign_off(report)) if span is not None
    )
    found = []
    for start, end in _blocks(report.text):
        for piece in without(start, end, skipped):
            kept = trim(report.text, *_after_dateline(report, *piece))
            if kept:
                found.append(_paragraph(report, *kept))
    return found


def _sign_off(report: Report) -> Span | None:
    return report.outlet if isinstance(report.outlet, Span) else None


def _after_dateline(report: Report, start: int, end: int) -> tuple[int, int]:
    if report.dateline and start <= report.dateline.start and report.dateline.end <= end:
        rest = re.compile(r"[\s•·\-–—:,.)]*").match(report.text, report.dateline.end, end)
        return (rest.end() if rest else report.dateline.end), end
    return start, end


def _blocks(text: str) -> list[tuple[int, int]]:
    """Ranges of paragraphs: lines, or where lines are wrapped inside sentences, what stands between empty lines."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    wraps = len(_HARD_WRAP.findall(text))
    if wraps <= _WRAPPED_LINES * max(len(lines) - 1, 1) or wraps < 2:
        return lines
    return [(m.start(), m.end()) for m in re.finditer(r"(?:[^\r\n]+(?:\r?\n(?=[^\r\n]))?)+", text)]


def without(start: int, end: int, skipped: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a range when the skipped ones are taken out."""
    left, at = [], start
    for from_, to in skipped[max(bisect_right(skipped, (start, start)) - 1, 0) :]:
        if from_ >= end:
            break
        if to > at:
            left.append((at, max(from_, at)))
            at = max(at, to)
    left.append((at, end))
    return [(a, b) for a, b in left if a < b]


def _paragraph(report: Report, start: int, end: int) -> Paragraph:
    text = report.text
    marks = quotations(text, start, end)
    headline = report.headline
    return Paragraph(
        start,
        end,
        marks,
        [piece for a, b in sentences(text, start, end) for piece in _pieces(a, b, words(text, a, b))],
        headline is not None and headline.start < end and start < headline.end,
    )


def _pieces(start: int, end: int, found: list[Word]) -> Iterator[Sentence]:
    """The sentence, or what it is cut into where no sentence is so long."""
    if len(found) <= _LONGEST:
        yield Sentence(start, end, found)
        return
    for i in range(0, len(found), _LONGEST):
        piece = found[i : i + _LONGEST]
        yield Sentence(piece[0].start, piece[-1].end, piece)


def sentence_over(paragraphs: Iterable[Paragraph], offset: int) -> Sentence | None:
    """The sentence over an offset of the report, in whichever of some paragraphs; None outside them."""
    paragraph = next((p for p in paragraphs if p.start <= offset < p.end), None)
    return paragraph.sentence_at(offset) if paragraph else None
