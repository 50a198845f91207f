"""How near two sentences are in meaning, each read once in a run, unless the pile is very large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from onrecord.encoder import WIDTH, Floats, processors, shipped_sentences

_MOST = 200_000  # sentences that are kept, 1.5 KiB each; one that is asked for again later is read again


class Meanings:
    """The sentences that were read so far. The network is loaded with the first."""

    def __init__(self) -> None:
        self._known: dict[str, Floats] = {}

    def near(self, a: str, b: str) -> float:
        """The cosine of two sentences or stretches of words: 1 for the same, about 0 for what has nothing in common."""
        return float(self.of(a) @ self.of(b))

    def table(self, sentences: Sequence[str]) -> Floats:
        """What some sentences mean, a row for each."""
        return np.stack([self.of(one) for one in sentences]) if sentences else np.zeros((0, WIDTH), np.float32)

    def nearest(self, sentence: str, others: Floats, count: int) -> float:
        """The mean cosine of a sentence to the nearest `count` of others, a `table`; 0 where there are none."""
        if not len(others):
            return 0.0
        # Multiplied row by row: what a whole table gives may depend on the processors at work.
        cosines = np.sort((others * self.of(sentence)).sum(axis=1))
        return float(cosines[-count:].mean())

    def all_near(self, words: Sequence[str], least: float) -> list[tuple[int, int]]:
        """The numbers of the pairs of words whose cosine is `least` or more, the lower number first."""
        if not words:
            return []
        table = np.stack([self.of(word) for word in words])
        # Rounded, as the last digits of a product of tables may depend on the processors at work.
        rows, columns = np.nonzero(np.triu(np.round(table @ table.T, 5) >= least, 1))
        return list(zip(rows.tolist(), columns.tolist(), strict=True))

    def read(self, sentences: Iterable[str]) -> None:
        """Read sentences that will be asked for, as many at once as there are processors.

        The network runs outside Python's lock, and each sentence by itself, so the numbers are those of one thread.
        """
        new = [one for one in dict.fromkeys(sentences) if one not in self._known][:_MOST]
        self._make_room(len(new))
        with ThreadPoolExecutor(processors()) as pool:
            self._known.update(zip(new, pool.map(shipped_sentences().meaning, new), strict=True))

    def of(self, sentence: str) -> Floats:
        """What a sentence or stretch of words means, as numbers of length one."""
        known = self._known.get(sentence)
        if known is None:
            self._make_room(1)
            known = self._known[sentence] = shipped_sentences().meaning(sentence)
        return known

    def _make_room(self, wanted: int) -> None:
        """Forget the sentences that were read first, a quarter at least, where there would be too many."""
        if len(self._known) + wanted > _MOST:
            for sentence in [*self._known][: max(wanted, _MOST // 4)]:
                del self._known[sentence]
