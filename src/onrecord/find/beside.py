"""Which words beside the names of a report mean the like of a description: "the singer", "soprano Ann Roe"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from onrecord.encoder import Ints
from onrecord.find.name import Named
from onrecord.find.phrases import Range
from onrecord.find.plain import Plain
from onrecord.find.reader import Reading
from onrecord.find.words import words

_FIRST = 4  # names of one beside which words are looked at
_TITLE, _APPOSITION = 50, 80  # characters before and behind a name in which words for who it is may stand


class Beside:
    """The words beside the first names of each, as the reader's last layer sees them."""

    def __init__(
        self, text: str, named: Sequence[Named], sentences: Sequence[int], plain: Plain, reading: Reading
    ) -> None:
        """Args:
        text: the report's text.
        named: everyone it names.
        sentences: where its sentences begin, in order.
        plain: its paragraphs as the reader has them.
        reading: what the reader makes of them.
        """
        self._text, self._named, self._sentences = text, named, sentences
        self._plain, self._reading = plain, reading
        self._pieces: dict[int, Ints] = {}

    def alike(self, candidates: Sequence[int], span: Range, head: str) -> dict[int, float]:
        """How like the head of a description is to the likest word beside the names of each, -1 to 1.

        Args:
            candidates: the numbers of those that are asked about.
            span: where the description stands.
            head: its head, in lower case.
        """
        heads = [word for word in words(self._text, *span) if word.low == head]
        mine = self._plain.mine((heads[-1].start, heads[-1].end)) if heads else None
        if mine is None:
            return {}
        likeness = self._reading.likeness(mine)
        found = {n: likeness[self._of(n)] for n in candidates}
        return {n: float(values.max()) if len(values) else 0.0 for n, values in found.items()}

    def _of(self, n: int) -> Ints:
        """The pieces right before and behind the first names of one, in their sentences."""
        if n not in self._pieces:
            spans: list[Range] = []
            for name in self._named[n].names[:_FIRST]:
                k = max(bisect_right(self._sentences, name.start) - 1, 0)
                end = self._sentences[k + 1] if k + 1 < len(self._sentences) else len(self._text)
                spans.append((max(self._sentences[k] if self._sentences else 0, name.start - _TITLE), name.name_start))
                spans.append((name.end, max(name.end, min(end, name.end + _APPOSITION))))
            mine = [self._plain.mine(span) for span in spans if span[0] < span[1]]
            parts = [np.arange(*self._reading.pieces_at(span)) for span in mine if span]
            self._pieces[n] = np.concatenate(parts) if parts else np.zeros(0, np.int64)
        return self._pieces[n]
