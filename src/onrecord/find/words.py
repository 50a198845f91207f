"""Words and sentences of a stretch of text, and the closed classes that the rules go by."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.wordlists import listed

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?:%|[A-Za-z]+\b)?"
    r"|[DRI]-[A-Z]\w*(?:\.[A-Z])*\.?(?=,)"  # D-N.Y., R-Ohio
    r"|\w+(?:[-‑]\w+)*(?:['’](?![sS]\b)\w+)?"  # no-spy, don't; a possessive 's is a word of its own
    r"|['’][sS]\b"
    r"|[^\w\s]"
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z])|"  # the space was lost between two sentences
    r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[–—-]*\s?(?:[^\W_a-zß-öø-ÿ]|[\"“‘«]))|[.!?…]+[\"”’'»)\]]*\s*$"
)

_OPENS = re.compile(r"\s+[“\"]?(?:The|A|An|He|She|It|They|We|I|His|Her|Its|Their|This|That|In|On|At|But|And)\b")
"""The first word of a sentence, where a name may not begin with it."""


class Word(NamedTuple):
    """A word or a single mark: its range in the report and its text."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_relative(self) -> bool:
        """Whether it is a relative pronoun, which "the WHO" is not."""
        return self.low in listed("words", "relatives") and self.text != "WHO"

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not (self.text[0].isalnum() or self.text[0] == "_" or len(self.text) > 1)

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_new = tuple.__new__  # what `Word(…)` calls in the end: most of the time that finding words takes goes into the call


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of `text[start:end]`, with ranges in `text`."""
    stop = len(text) if end is None else end
    return [_new(Word, (match.start(), match.end(), match.group())) for match in _WORD.finditer(text, start, stop)]


def texts(text: str, start: int, end: int) -> list[str]:
    """The words and marks of `text[start:end]` by themselves, for where their ranges do not matter."""
    return _WORD.findall(text, start, end)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of the sentences of the paragraph `text[start:end]`, without white space around them."""
    found: list[tuple[int, int]] = []
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() < end and _is_abbreviation(text, start, match.start()):
            continue
        found.append((at, match.end()))
        at = match.end()
    if at < end:
        found.append((at, end))
    return [trimmed for one in found if (trimmed := trim(text, *one))]


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it: "Mr.", "U.S.", an initial."""
    word = re.search(r"[\w.]+$", text[max(start, stop - 12) : stop])
    if word is None or text[stop : stop + 1] != ".":
        return False
    last = word.group()
    if last.lower() in listed("words", "closing"):  # "She said no. The mayor left", "No. 12", "5 p.m. on Friday"
        return not _OPENS.match(text, stop + 1)
    is_initial = len(last) == 1 and last.isupper() and last != "I"
    return last.lower() in listed("words", "abbreviations") or is_initial or bool(re.fullmatch(r"(?:\w\.)+\w", last))


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without white space at its ends, or None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
