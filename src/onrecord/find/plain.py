"""A report's paragraphs as one text without noise, for the network to read, and the way back to the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.find.passage import Paragraph

Range = tuple[int, int]
_BETWEEN = "\n\n"


class Plain:
    """Paragraphs of a report, an empty line between them; every range can be told in either text's characters."""

    def __init__(self, report_text: str, paragraphs: Sequence[Paragraph]) -> None:
        kept = [p for p in paragraphs if p.start < p.end]
        self.text = _BETWEEN.join(report_text[p.start : p.end] for p in kept)
        self._theirs = [(p.start, p.end) for p in kept]
        self._mine: list[int] = []
        at = 0
        for start, end in self._theirs:
            self._mine.append(at)
            at += end - start + len(_BETWEEN)

    def theirs(self, span: Range) -> list[Range]:
        """A range of this text as ranges of the report, one for each paragraph that it runs through."""
        out = []
        for n in range(max(bisect_right(self._mine, span[0]) - 1, 0), len(self._mine)):
            begin, (start, end) = self._mine[n], self._theirs[n]
            if begin >= span[1]:
                break
            low, high = max(span[0] - begin, 0), min(span[1] - begin, end - start)
            if low < high:
                out.append((start + low, start + high))
        return out

    def one(self, start: int, end: int) -> Range | None:
        """A range of this text as one of the report; None where it runs through several paragraphs."""
        n = bisect_right(self._mine, start) - 1
        if n >= 0 and start < end:
            offset = self._theirs[n][0] - self._mine[n]
            if end + offset <= self._theirs[n][1]:  # nearly always
                return start + offset, end + offset
        found = self.theirs((start, end))
        return found[0] if len(found) == 1 else None

    def follows(self, cue: Range, part: Range) -> bool:
        """Whether a part of the report may be what a word reports: in its paragraph, or behind one ending in a colon.

        Both are ranges of the report.
        """
        home, there = self._number(cue[0]), self._number(part[0])
        if home == there:
            return True
        end = self._mine[home] + self._theirs[home][1] - self._theirs[home][0]
        return there == home + 1 and self.text[:end].rstrip().endswith(":")

    def _number(self, place: int) -> int:
        """The number of the paragraph that a character of the report stands in or behind."""
        return max(bisect_right(self._theirs, place, key=lambda paragraph: paragraph[0]) - 1, 0)

    def mine(self, span: Range) -> Range | None:
        """A range of the report, inside one paragraph, as a range of this text; None if no paragraph holds it."""
        n = bisect_right(self._theirs, (span[0], len(self.text) + span[1])) - 1
        if n < 0:
            return None
        start, end = self._theirs[n]
        if not start <= span[0] < span[1] <= end:
            return None
        return self._mine[n] + span[0] - start, self._mine[n] + span[1] - start
