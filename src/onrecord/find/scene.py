"""Who is named where in a report, who spoke last, and who is a man and who a woman."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.find.genders import Gender, genders
from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range
from onrecord.find.quotations import is_quoted

REACH = 1200
"""Characters: a pronoun farther from its name than this is left open (99 % are nearer in GUM's training part)."""


@dataclass(frozen=True)
class Speaker:
    """The speaker of one attribution: the number of the one named, or the words for someone unnamed; and why."""

    named: int | None
    unnamed: Range | None
    why: str
    candidates: tuple[tuple[int, float], ...] = ()
    """Where nobody is sure enough: who it may be, the likeliest first, each with its probability (0–1)."""


class Scene:
    """What the rules for speakers look at; `last` is where the last speaker's source stands, and who it is."""

    def __init__(self, text: str, named: list[Named], sentences: list[Range]) -> None:
        self.text = text
        self.named = named
        self.starts = sorted(start for start, _ in sentences)
        self.last: tuple[int, int] | None = None
        self.genders = genders(text, named, sentences)
        self.at = [(name.start, name.end, name, n) for n, one in enumerate(named) for name in one.names]
        self.at.sort(key=lambda item: item[:2])
        self.longest = max((end - start for start, end, _, _ in self.at), default=0)

    def is_among(self, position: int, count: int) -> bool:
        """Whether a position stands before the last of the first `count` sentences of the report begins."""
        return position < self.starts[min(count, len(self.starts)) - 1]

    def label(self, n: int) -> str:
        """The name of one of the named."""
        return self.named[n].label

    def standing(self, start: int, stop: int) -> list[tuple[int, int, Name, int]]:
        """The names that begin from `start` up to `stop`, in order."""
        first = bisect_left(self.at, start, key=lambda item: item[0])
        return self.at[first : bisect_left(self.at, stop, lo=first, key=lambda item: item[0])]

    def inside(self, source: Range) -> list[tuple[Name, int]]:
        """The names whose bare words stand in a source, each with the number of the one named."""
        return [
            (name, n)
            for _, end, name, n in self.standing(source[0] - self.longest, source[1])
            if end > source[0] and name.name_start >= source[0]
        ]

    def fits(self, n: int, gender: Gender) -> bool:
        """Whether one of the named may be a man, or a woman."""
        return self.named[n].kind == "person" and self.genders.get(n) in (None, gender)

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands inside quotation marks, in which "they" is somebody else than outside."""
        return is_quoted(self.text, position)

    def quoted(self, name: Name) -> str:
        """A name as it stands, in quotation marks."""
        return f"“{self.text[name.start : name.end]}”"
