"""Where sentences end: at a full stop that belongs to no abbreviation, and at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.wordlists import listed

_END = re.compile(
    r"(?P<stop>…|\.\.\.+)[\"'”’)\]]*\s+(?=[\"“‘'(\[]*[^\W_a-z])"  # an ellipsis ends one only before a capital
    r"|(?P<mark>(?<![.…])\.(?!\.\.)|[!?])[\"'”’)\]]*\s+"
    r"|\n+"
)
_BEFORE = re.compile(r"[\w.]+$")
_LONGEST = 12  # characters of an abbreviation
_OPENS = re.compile(
    r"[\"'”’)\]]*\s+[“\"]?(?:The|A|An|He|She|It|They|We|I|His|Her|Its|Their|This|That|In|On|At|But|And)\b"
)
"""The first word of a sentence, where a name may not begin with it."""


class End(NamedTuple):
    """The end of a sentence: where its full stop begins, where that ends, and where the next sentence begins."""

    stop: int
    after: int
    next: int


def ends(text: str, start: int = 0, end: int | None = None) -> Iterator[End]:
    """The ends of the sentences of `text[start:end]` behind which something may follow, in order."""
    for match in _END.finditer(text, start, len(text) if end is None else end):
        at = match.start()
        if match["mark"] != "." or not _is_abbreviation(text, start, at):
            yield End(at, max(match.end("stop"), match.end("mark"), at), match.end())


def sentence_ranges(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of `text[start:end]`, each with the marks and the white space behind it."""
    at, last = start, len(text) if end is None else end
    for found in ends(text, start, last):
        yield at, found.next
        at = found.next
    if at < last:
        yield at, last


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it: "Nov.", "Mr.", "U.S.", an initial."""
    found = _BEFORE.search(text, max(start, stop - _LONGEST), stop)
    if found is None:
        return False
    word = found[0].lower()
    is_dotted = re.fullmatch(r"(?:\w\.)+\w", word) is not None
    if is_dotted or word in listed("words", "closing"):  # "She said no. The mayor left", "No. 12", "5 p.m. on Friday"
        return not _OPENS.match(text, stop + 1)
    if found[0][0].isupper() and (word in listed("words", "short_days") or (len(word) == 1 and word != "i")):
        return True
    return word in listed("words", "abbreviations")
