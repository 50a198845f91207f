"""What the eye sees in a text and an uncased vocabulary does not: capitals, line breaks, quotations, sentences.

Everything here is computed from the plain text by rule. The network was trained on these numbers: to change one is to
train anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from onrecord.encoder import Ints

CAPS = 5  #: 0 no letter, 1 lower, 2 capitalised, 3 all capitals (two letters or more), 4 mixed inside
BREAKS = 4  #: before the piece: 0 nothing, 1 space, 2 one line break, 3 an empty line
QUOTES = 3  #: 0 outside, 1 inside a closed quotation, 2 inside one that its paragraph does not close

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct"
    r"|Nov|Dec|Inc|Corp|Co)|\b[A-Z]|\b[A-Z]\.[A-Z])\.\s+$"
)


@dataclass(frozen=True)
class Layout:
    """Per character of a text: the state of quotation, and the number of its quotation, sentence and paragraph."""

    quote: Ints
    quotation: Ints
    sentence: Ints
    paragraph: Ints


def _opens(text: str, i: int) -> bool:
    return (i == 0 or not (text[i - 1].isalnum() or text[i - 1] in ".,?!")) and text[i + 1 : i + 2].strip() != ""


def _closes(text: str, i: int) -> bool:
    return i > 0 and not text[i - 1].isspace() and not text[i + 1 : i + 2].isalnum()


def _quotations(text: str) -> tuple[Ints, Ints]:
    state, number = np.zeros(len(text), np.int64), np.zeros(len(text), np.int64)
    count = 0
    for paragraph in re.finditer(r"[^\n]+", text):
        i, end = paragraph.span()
        closers = True  # whether a single mark that closes may still come: looked for once
        while i < end:
            char = text[i]
            closer = None
            if char == "“" or (char == '"' and text[i + 1 : i + 2].strip()):
                closer = next((j for j in range(i + 1, end) if text[j] in '”"'), end)
            elif char in "‘'" and closers and _opens(text, i):
                closer = next((j for j in range(i + 1, end) if text[j] in "’'" and _closes(text, j)), None)
                closers = closer is not None
            if closer is None:
                i += 1
                continue
            count += 1
            state[i : closer + 1] = 1 if closer < end else 2
            number[i : closer + 1] = count
            i = closer + 1
    return state, number


def layout(text: str) -> Layout:
    """Quotations, sentences and paragraphs of a text, by rule.

    A quotation ends at the next closing mark of its kind, at the latest with its paragraph; a single mark counts only
    where a closing one follows. A sentence ends at a full stop, question or exclamation mark before a capital, and
    with its line.
    """
    quote, quotation = _quotations(text)
    starts = np.zeros(len(text) + 1, np.int64)
    for match in _SENTENCE.finditer(text):
        if "\n" in match.group() or not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.end()]):
            starts[match.end()] = 1
    lines = np.zeros(len(text) + 1, np.int64)
    for match in re.finditer(r"\n+", text):
        lines[match.end()] = 1
    return Layout(quote, quotation, np.cumsum(starts)[:-1], np.cumsum(lines)[:-1])


def capitals(text: str) -> Ints:
    """For each character, the case of the word it stands in, as `CAPS` numbers it."""
    values, lengths, at = [0], [0], 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        values += (0, _case(match.group()))
        lengths += (start - at, end - start)
        at = end
    return np.repeat(np.array([*values, 0], np.int64), [*lengths, len(text) - at])


def _case(word: str) -> int:
    if not (word.isalpha() or any(map(str.isalpha, word))):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


def breaks(text: str, starts: Ints) -> Ints:
    """For each piece, by its first character, what stands before it, as `BREAKS` numbers it."""
    return np.array([_break(text, start) for start in starts.tolist()], np.int64)


def _break(text: str, start: int) -> int:
    if start == 0:
        return 3
    gap = start
    while gap > 0 and text[gap - 1].isspace():
        gap -= 1
    if gap == start:
        return 0
    lines = text.count("\n", gap, start)
    return 3 if lines > 1 else 2 if lines == 1 else 1
