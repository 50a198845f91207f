"""Quotation marks of two characters, as typewriters and databases have them, read as the one that they stand for.

"''So,'' she said", "``So,'' she said", "“So,’’ she said": each pair is read as one curly mark with a space on its
outer side, so that no place in the text moves and everything that reads marks knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Report, Span

_INCHES = r"(?<!['’]\d)(?<!['’]\d\d)"  # 6'2'' is no mark
_MARK = re.compile(rf"``|‘‘|{_INCHES}(?:''(?!')|’’(?!’))|{_INCHES}(?<!\s\d)(?<!\s\d\d)″|[“”\"]")
_OPENING = frozenset({"“", "``", "‘‘"})
_LEADS = "([–—-/:“\"‘'"
"""What may stand before an opening mark, space aside."""


class _Mark(NamedTuple):
    """A mark that is read as another: its range, and whether it opens."""

    start: int
    end: int
    opens: bool


class Retyped(Report, frozen=True, kw_only=True):
    """A report whose `text` is as it is read; its spans are those of the report as published."""

    published_text: str
    split: frozenset[int]
    """The places between the two characters of such a mark: no span begins or ends there."""

    def span(self, start: int, end: int) -> Span:
        """The span of the report as published, with both characters of the marks at its ends."""
        start, end = start - (start in self.split), end + (end in self.split)
        return Span(self.id, start, end, self.published_text[start:end])


def retyped(report: Report) -> Report:
    """The report as it is read; the same where it has no such marks."""
    marks = list(_marks(report.text))
    if not marks:
        return report
    fields = {name: getattr(report, name) for name in report.__struct_fields__}
    split = frozenset(mark.start + 1 for mark in marks if mark.end - mark.start > 1)
    return Retyped(**{**fields, "text": _typed(report.text, marks)}, published_text=report.text, split=split)


def typed(text: str) -> str:
    """The text as it is read, every character in its place."""
    return _typed(text, list(_marks(text)))


def _typed(text: str, marks: list[_Mark]) -> str:
    out, at = [], 0
    for mark in marks:
        filling = " " * (mark.end - mark.start - 1)
        out += [text[at : mark.start], f"{filling}“" if mark.opens else f"”{filling}"]
        at = mark.end
    return "".join([*out, text[at:]])


def _marks(text: str) -> Iterator[_Mark]:
    """The marks that are read as others: those that open, and those that close what is open.

    A pair behind a single mark is none: 'She said, 'Go.'' closes twice. Nor is one inside a quotation in other marks.
    """
    opened, is_inside, line = False, False, 0
    for match in _MARK.finditer(text):
        mark, (start, end) = match.group(), match.span()
        if "\n" in text[line:start]:
            opened = is_inside = False
        line = end
        opens = mark in _OPENING or _may_open(text, start, end)
        if mark in '“”"':
            opened, is_inside = opens, False
        elif is_inside:
            is_inside = opens
        elif opens and opened:
            is_inside = True
        elif opens or opened:
            opened = opens
            yield _Mark(start, end, opens)


def _may_open(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or before.isspace() or before in _LEADS) and after not in ("", *",;:)") and not after.isspace()
