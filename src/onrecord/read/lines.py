"""The lines of a text, each with its place: what a paragraph, a heading or a menu entry is."""

from __future__ import annotations

import re
from typing import NamedTuple

BLANKS = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
    "\u200b\u200c\u200d\u2060\ufeff\u00ad"
)
"""White space, and the characters that show nothing: zero-width spaces and joiners, soft hyphens, stray marks."""

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"""(?:[.!?…]|[.!?…,][”"’')\]»]{1,3}|[.!?][”"’')\]»]{0,3}\s?\[\d+\])$""")
_LEAST_WORDS = 4
"""Words of the shortest line that ends like a sentence and is prose ("He said no." is four with its speaker)."""
_MANY_WORDS = 26
"""A line of this many words is prose whatever its end: of 8,000 headlines 6 had as many."""


class Line(NamedTuple):
    """A line without the white space around it: `text` is the report's text from `start` to `end`."""

    start: int
    end: int
    text: str


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text` between `start` and `end` that are not blank, whatever its line ends are."""
    found = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        line = trimmed(text, match.start(), match.end())
        if line:
            found.append(line)
    return found


def trimmed(text: str, start: int, end: int) -> Line | None:
    """The range from `start` to `end` of `text` without the white space around it; None if there is no more to it."""
    words = text[start:end]
    kept = words.strip(BLANKS)
    if not kept:
        return None
    start += len(words) - len(words.lstrip(BLANKS))
    return Line(start, start + len(kept), kept)


def ends_sentence(line: str) -> bool:
    """Whether `line` ends as a sentence does."""
    return _SENTENCE_END.search(line[-8:]) is not None


def is_prose(line: str) -> bool:
    """Whether `line` is a sentence or paragraph of a story, as far as its length and its end tell."""
    words = len(line.split(maxsplit=_MANY_WORDS))
    return words >= _MANY_WORDS or (words >= _LEAST_WORDS and ends_sentence(line))


def plain(words: str) -> str:
    """`words` as lists of words are compared: case, kind of apostrophe and width of spaces do not count."""
    return " ".join(words.replace("’", "'").replace("‘", "'").casefold().split())
