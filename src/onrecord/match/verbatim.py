"""Whether words stand in a text as they are: marks, blanks and capitals aside, and what an ellipsis shows to be cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.match.sentence_ends import ends
from onrecord.match.vocabulary import expanded, negatives, spelling

Spelt = Literal["", "is", "has"]
"""Whether contractions are written out and spellings made the same; 's and 'd then as "is" and "would", or as "has" and
"had"."""
SPELT: tuple[Spelt, ...] = ("", "is", "has")
"""All ways in which words are compared, the strictest first."""

_WORD = re.compile(r"\bper cent\b|\bU\.S\.(?:A\.)?|\d[\d.,]*\d|\w+(?:['’‘ʼ]\w+)*")
_SHORT = {
    "'s": ("is", "has"),
    "'d": ("would", "had"),
    "'re": ("are", "are"),
    "'m": ("am", "am"),
    "'ve": ("have", "have"),
}
_CUT = re.compile(r"\[\s*(?:…|\.\.\.|\. \. \.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.+|\. \. \.")
_INSERTED = re.compile(r"\[[^\]]*\]")


class Word(NamedTuple):
    """A word in the form that it is compared by, and its range in the text."""

    form: str
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """The words of a text, or of some stretches of it, in order."""

    text: str
    """The whole text that ranges count in."""
    words: tuple[Word, ...]

    @cached_property
    def _line(self) -> str:
        return " " + " ".join(word.form for word in self.words) + " "

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 1
        for word in self.words:
            starts.append(at)
            at += len(word.form) + 1
        return starts

    @cached_property
    def sentence_ends(self) -> list[int]:
        """The number of the last word of each sentence."""
        if not self.words:
            return []
        stops = [end.stop for end in ends(self.text, self.words[0].start, self.words[-1].end)]
        return [n for n, (a, b) in enumerate(pairwise(self.words)) if _has_one(stops, a, b)] + [len(self.words) - 1]

    def index(self, forms: Sequence[str], since: int = 0) -> int | None:
        """The number of the word from which on these stand in a row; None where they do not."""
        if since >= len(self.words) or not forms:
            return None
        at = self._line.find(f" {' '.join(forms)} ", self._starts[since] - 1)
        return None if at < 0 else bisect_left(self._starts, at + 1)


class Found(NamedTuple):
    """Where the pieces of a quotation stand: first and last word of each, and what the cuts between them hide."""

    ranges: tuple[tuple[int, int], ...]
    denies: bool
    """Whether what was left out between two pieces of one sentence denies it."""


def words_of(text: str, ranges: Iterable[tuple[int, int]], *, spelt: Spelt = "") -> Words:
    """The words in ranges of a text; `spelt`: contractions written out and spellings of one word made the same."""
    found = list[Word]()
    for start, end in ranges:
        for match in _WORD.finditer(text, start, end):
            found += [Word(form, match.start(), match.end()) for form in _forms(match.group(), spelt)]
    return Words(text, tuple(found))


def _has_one(stops: Sequence[int], a: Word, b: Word) -> bool:
    """Whether a full stop stands between two words; the one of "U.S." is in its word."""
    at = bisect_left(stops, a.end - 1)
    return at < len(stops) and stops[at] < b.start


def _forms(word: str, spelt: Spelt) -> tuple[str, ...]:
    if word in ("US", "USA") or word.startswith("U.S."):
        return ("u_s",)
    low = re.sub("[’‘ʼ]", "'", word).casefold()
    if low[0].isdigit():
        low = low.replace(",", "")
    if not spelt:
        return (low,)
    for end, forms in _SHORT.items():
        if low.endswith(end) and len(low) > len(end):
            return (spelling(low.removesuffix(end)), forms[spelt == "has"])
    return tuple(spelling(one) for one in expanded(low.replace("per cent", "percent")))


def pieces(quotation: str, *, spelt: Spelt = "") -> tuple[tuple[str, ...], ...]:
    """The forms of the words between the cuts that a quotation shows, by an ellipsis or words in square brackets."""
    parts = (part for cut in _CUT.split(quotation) for part in _INSERTED.split(cut))
    found = (words_of(part, [(0, len(part))], spelt=spelt).words for part in parts)
    return tuple(tuple(word.form for word in words) for words in found if words)


def shows_cut(quotation: str) -> bool:
    """Whether an ellipsis shows that something was left out."""
    return _CUT.search(quotation) is not None


def shows_insertion(quotation: str) -> bool:
    """Whether words in square brackets are not the speaker's."""
    return _INSERTED.search(_CUT.sub(" ", quotation)) is not None


def found_in(parts: Sequence[Sequence[str]], within: Words) -> Found | None:
    """Where the pieces stand in a text, one behind the other; None where one does not."""
    if not parts:
        return None
    ranges, at = [], 0
    for part in parts:
        start = within.index(part, at)
        if start is None:
            return None
        at = start + len(part)
        ranges.append((start, at - 1))
    return Found(tuple(ranges), any(_denies(within, a[1], b[0]) for a, b in pairwise(ranges)))


def stands_in(quotation: str, text: str) -> bool:
    """Whether a quotation stands in a text as it is, but for marks, capitals, spelling and cuts that it shows."""
    for spelt in SPELT:
        found = found_in(pieces(quotation, spelt=spelt), words_of(text, [(0, len(text))], spelt=spelt))
        if found is not None:
            return not found.denies
    return False


def _denies(within: Words, last: int, first: int) -> bool:
    """Whether the words between two words of one sentence deny."""
    if first - last < 2 or any(last <= end < first for end in within.sentence_ends):
        return False
    left_out = {word.form for word in within.words[last + 1 : first]}
    return any(form in negatives() or form.endswith("n't") for form in left_out)
