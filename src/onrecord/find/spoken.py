"""Who has spoken so far in a report, named or not."""

from __future__ import annotations

from math import log1p

from onrecord.find.described import Description
from onrecord.find.phrases import Range, head_word
from onrecord.find.words import words


class Spoken:
    """The sources of a report up to a place in it; tell them in the order of the text."""

    def __init__(self, text: str) -> None:
        """Nobody yet; `text` is that of the report."""
        self._text = text
        self.turns: list[tuple[int, int]] = []
        """Where a source stands, and the number of the one named that it is, in order."""
        self._who: list[int] = []
        self._later: list[tuple[int, int]] = []
        self._called: dict[str, int] = {}
        self._unnamed: list[tuple[int, str]] = []

    def add(self, source: Range, n: int) -> None:
        """Tells that one of the named is the source at some characters."""
        self.turns.append((source[0], n))
        self._who.append(n)
        self._called[self._text[slice(*source)].lower()] = n

    def add_unnamed(self, source: Range) -> None:
        """Tells that the words at some characters are a source that nobody named is known to be."""
        self._unnamed.append((source[0], head_word(words(self._text, *source))))

    def turn_back(self, position: int) -> None:
        """Has only those count, from now on, who spoke before a position, of all who ever spoke."""
        everyone = self.turns + self._later
        self.turns = [turn for turn in everyone if turn[0] < position]
        self._who = [n for _, n in self.turns]
        self._later = [turn for turn in everyone if turn[0] >= position]

    def called(self, low: str) -> int | None:
        """The number of the one named who was the source by these words, in lower case, the last time."""
        return self._called.get(low)

    def last_of(self, n: int) -> int:
        """Where one of the named spoke last; 0 if nowhere."""
        return next((position for position, one in reversed(self.turns) if one == n), 0)

    def numbers(self, n: int, start: int) -> list[float]:
        """Whether one of the named spoke last before a place, how far back, spoke last but one, and how often."""
        last = self.turns[-1][0] if self._who[-1:] == [n] else None
        return [
            float(last is not None),
            log1p(start - last) if last is not None and last <= start else 0.0,
            float(last is None and self._who[-2:-1] == [n]),
            log1p(self._who.count(n)),
        ]

    def others(self, described: Description | None) -> list[float]:
        """Whether nobody named spoke last, and whether somebody like a description spoke who is not named."""
        last = self.turns[-1][0] if self.turns else -1
        heads = [head for _, head in self._unnamed]
        return [
            float(bool(self._unnamed) and self._unnamed[-1][0] > last),
            float(described is not None and described.head in heads),
            float(described is not None and described.head in heads[-1:]),
        ]
