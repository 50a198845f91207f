"""The wording of a point in dispute: one sentence of a statement, as those put it who say that it is so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.match.meanings import Meanings
from onrecord.match.siding import Side
from onrecord.match.wording import sentences, text_of

_SHORT, _LONG = 4, 28
"""Words of a sentence that can stand for a point: a shorter one tells too little, a longer one more than the point."""
_PUT = ("allege", "demand", "deny", "warn", "concede", "criticise")
"""Acts whose content is the proposition itself; a plain statement often tells something beside it."""
_MARK = re.compile(r"[\"“”‘«»:]|\B'|'\B")
"""Quotation marks and colons: a sentence with them is often half a headline or half a quotation."""
_MOST = 12  # sentences that are candidates, and statements that each is compared with


@dataclass(frozen=True)
class Worded:
    """The statements on a topic with its wording."""

    sides: Sequence[Side]
    meanings: Meanings

    @property
    def source(self) -> Side:
        """The side that the wording is taken from."""
        return self._best[0]

    @property
    def proposition(self) -> str:
        """The sentence."""
        plain = " ".join(self._best[1].split()).strip(" ,;:“”\"'‘’…–—")
        plain = plain[:1].upper() + plain[1:]
        return plain if plain[-1:] in ".!?" else f"{plain}."

    @cached_property
    def _best(self) -> tuple[Side, str]:
        """The sentence nearest in meaning to what all say on it; of a fitting length and from the side that says so."""
        candidates = [(side, one.text) for side in self.sides for one in sentences(text_of(side.statement))]
        if not candidates:
            return self.sides[0], text_of(self.sides[0].statement)
        best = max(self._fit(side, text) for side, text in candidates)
        fitting = [(side, text) for side, text in candidates if self._fit(side, text) == best][:_MOST]
        if len(fitting) == 1:
            return fitting[0]
        self.meanings.read([*(text for _, text in fitting), *self._others])
        return max(fitting, key=lambda item: (round(self._nearness(item[1]), 6), item[0].statement.id))

    def _fit(self, side: Side, sentence: str) -> tuple[bool, bool, bool, bool]:
        words = [word.strip(".,;:!?“”\"'‘’()").casefold() for word in sentence.split()]
        return (
            _SHORT <= len(words) <= _LONG,
            side.stance == "for",
            _MARK.search(sentence) is None,
            side.statement.act in _PUT,
        )

    def _nearness(self, sentence: str) -> float:
        return sum(self.meanings.near(sentence, other) for other in self._others) / len(self._others)

    @property
    def _others(self) -> list[str]:
        return [text_of(side.statement) for side in self.sides[:_MOST]]
