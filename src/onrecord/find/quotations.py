"""Quotation marks of a paragraph, paired: curly and straight, single and double, never closed or opened again.

News in English opens the marks again at each paragraph of a long quotation and closes them only at its end;
apostrophes look like single marks. No pairing rule can fail here: a mark that finds no partner runs to the end of its
paragraph, or, where it cannot open, is passed over.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MARK = re.compile(r"[“”\"]")
"""A double mark as English news prints it, whether it opens or closes."""
_DOUBLE_OPEN = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
_OPENING = re.compile(rf"[{''.join(_DOUBLE_OPEN)}\"”‘'`]")
_SINGLE_CLOSE = re.compile(r"(?<!\s)[’'](?![^\W_])")
_SINGLE_END = re.compile(r"’(?!\w)")
_OPENS_AGAIN = re.compile(r"\s*‘")
"""What follows a paragraph whose single mark stays open: the next one, which opens it again."""
_DECADE = re.compile(r"[‘']\d0s\b")
_NESTING_LIMIT = 400  # characters: a single-marked quotation longer than this inside a sentence is an apostrophe astray


class Quotation(NamedTuple):
    """A stretch between quotation marks: the range with the marks, the range inside, and whether the marks close."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def is_quoted(text: str, position: int) -> bool:
    """Whether a position stands inside quotation marks that its line opens and has not closed before it."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    singles = [match.start() for match in _SINGLE_END.finditer(before)]
    return (
        before.rfind("“") > before.rfind("”")
        or before.count('"') % 2 == 1
        or before.rfind("‘") > max(singles, default=-1)
    )


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of the paragraph `text[start:end]`, in order."""
    found: list[Quotation] = []
    at = start
    while mark := _OPENING.search(text, at, end):
        quotation = _opened(text, mark.start(), start, end)
        at = mark.end()
        if quotation is not None:
            if quotation.inner_end > quotation.inner_start:
                found.append(quotation)
            at = max(quotation.end, at)
    return found


def _opened(text: str, at: int, start: int, end: int) -> Quotation | None:
    """The quotation that opens at `at`, or None."""
    mark = text[at]
    if mark in _DOUBLE_OPEN:
        close = _first(text, at + 1, end, _DOUBLE_OPEN[mark] + ('"' if mark == "“" else ""), mark)
        return _quotation(text, at, close, end)
    if mark in '"”' and _may_open(text, at, start, end):
        return _quotation(text, at, _straight_close(text, at, start, end), end)
    if mark in "‘'`" and _may_open(text, at, start, end) and not _DECADE.match(text, at):
        close = _single_close(text, at, end)
        if close is not None and _is_torn(text[at + 1 : close]):
            return None
        is_left = close is None and mark == "‘" and _OPENS_AGAIN.match(text, end) is not None
        return _quotation(text, at, close, end) if close is not None or is_left else None
    return None


def _is_torn(inner: str) -> bool:
    """Whether words between single marks hold one double mark of a pair, so that the single ones are apostrophes."""
    return inner.count('"') % 2 == 1 or inner.count("“") != inner.count("”")


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before in ".!?" and at > start and text[at] in '"“' and after.isupper():
        return True  # the space was lost between two sentences
    return (before.isspace() or before in '([–—-/:•“"‘' or at == start) and not after.isspace() and after not in ",;:)"


def _first(text: str, at: int, end: int, closers: str, opener: str) -> int | None:
    """The first closing mark; an opening mark of the same kind on the way means that the first never closed."""
    for i in range(at, end):
        if text[i] in closers and not (text[i] == '"' and _may_open(text, i, 0, end)):
            return i
        if text[i] == opener and text[i - 1].isspace() and opener not in closers:
            return None
    return None


def _straight_close(text: str, at: int, start: int, end: int) -> int | None:
    """The mark that closes a straight one: space stands before it only behind a single mark, "'Go.' "."""
    for i in range(at + 1, end):
        is_spaced = text[i - 1].isspace() and (text[i - 2] not in "'’" or _may_open(text, i, start, end))
        if text[i] == "”" or (text[i] == '"' and not is_spaced):
            return i
    return None


def _single_close(text: str, at: int, end: int) -> int | None:
    """The mark that closes a single quotation: not an apostrophe, nor a plural's if another follows."""
    weak: int | None = None
    stop = min(end, at + _NESTING_LIMIT * 4)
    if text.find("’", at + 2, stop) < 0 and text.find("'", at + 2, stop) < 0:
        return None
    for mark in _SINGLE_CLOSE.finditer(text, at + 2, stop):
        i = mark.start()
        if text[i - 1] == "s" and re.match(r" [a-z]", text[i + 1 : i + 3]):
            weak = i if weak is None else weak
            continue
        return i
    return weak


def _quotation(text: str, at: int, close: int | None, end: int) -> Quotation:
    if close is not None:
        return Quotation(at, close + 1, at + 1, close, True)
    stop = end
    while stop > at + 1 and text[stop - 1].isspace():
        stop -= 1
    return Quotation(at, stop, at + 1, stop, False)
