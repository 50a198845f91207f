"""A run of words that all stand in one quotation, or in none, and the attributions that are read off it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from onrecord.find.phrases import Range, is_auxiliary
from onrecord.find.words import Word
from onrecord.model import Act, Mode
from onrecord.wordlists import listed

_TURNS = frozenset('“”",—–-')


@dataclass(frozen=True)
class Attribution:
    """An attribution as character ranges: what is said, by whom, with which word; the rule that found it, or how it was
    read; and the network's probability (0–1) that it is one, None where only a rule found it."""

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    act: Act
    mode: Mode
    rule: str
    chance: float | None = None


@dataclass(frozen=True)
class Stretch:
    """Words of one sentence, all inside the same full quotation or all outside any."""

    words: list[Word]
    is_quoted: bool
    before: Range | None = None
    """Characters of the source of the attribution that ends before this stretch: who goes on speaking."""

    @cached_property
    def end(self) -> int:
        """The number of words without the marks that close the sentence."""
        end = len(self.words)
        while end and self.words[end - 1].text in ".!?…,;:":
            end -= 1
        return end

    def low(self, i: int) -> str:
        """Word `i` in lower case; empty if there is none."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def chars(self, phrase: Range | None) -> Range | None:
        """A range of words as a range of characters."""
        return (self.words[phrase[0]].start, self.words[phrase[1] - 1].end) if phrase else None

    def back_over(self, i: int, *tests: Callable[[Word], bool]) -> int:
        """The number of the last word before `i` of which none of `tests` holds; -1 if there is none."""
        j = i - 1
        while j >= 0 and any(test(self.words[j]) for test in tests):
            j -= 1
        return j

    def first(self, start: int, stop: int, lows: frozenset[str] | set[str]) -> int | None:
        """The first word from `start` up to `stop` that is one of `lows`."""
        return next((k for k in range(start, min(stop, self.end)) if self.low(k) in lows), None)

    def has_verb(self, i: int) -> bool:
        """Whether the words behind `i` hold a finite verb, as far as closed classes and endings tell."""
        return self._last_finite > i

    @cached_property
    def _last_finite(self) -> int:
        return next((k for k in range(self.end - 1, -1, -1) if self._may_be_finite(k)), -1)

    @cached_property
    def turns(self) -> list[int]:
        """The numbers of the words at which a quotation may open or the writer may take over."""
        return [j for j in range(self.end) if self.words[j].text in _TURNS or self.low(j) in ("and", "but", "while")]

    def _may_be_finite(self, k: int) -> bool:
        word, before = self.words[k], self.low(k - 1)
        is_past = word.low.endswith("ed") or word.low in listed("words", "past_verbs")
        if is_auxiliary(word) or (is_past and not word.is_capitalised):
            return True
        is_third = (
            len(word.low) > 3 and word.low.endswith("s") and not word.low.endswith("ss") and not word.is_capitalised
        )
        is_plural = before in listed("words", "determiners") or before in listed("words", "prepositions")
        return is_third and not is_plural and k + 1 < self.end
