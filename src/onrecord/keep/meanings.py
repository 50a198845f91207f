"""What statements mean, kept in the record as numbers, so that they can be searched by it.

The numbers are those of the sentence encoder that comes with the package, one byte for each: the largest of them is
made 127, since only their direction counts. That moves the cosine of two of the example's statements by 0.003 at most.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.encoder import WIDTH, Floats, processors, shipped_sentences
from onrecord.keep.cells import BETWEEN
from onrecord.model import Record, Statement

Meant = Mapping[str, bytes]
"""The numbers by the words that they are of."""
LEAST = 0.35
"""Cosine from which a statement is near enough to be shown. Of 364,175 pairs of statements of two articles, out of 40
of PolNeAR's training articles, 0.028 are as near; of 829 pairs of neighbours in one article 0.343 (from 0.3: 0.061 and
0.431; from 0.4: 0.012 and 0.255)."""
MOST = 500
"""Statements that a search by meaning finds, at most: nobody reads on so far."""
_ROWS = 512
"""Rows that are multiplied at once: as fractions they take 0.8 MB, which a processor keeps at hand. 100,000 rows took
9 ms so, and 106 ms in stretches of 8,192."""


class Nearest:
    """The statements of a record that have a meaning, ready to be compared."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT id, numbers FROM meanings JOIN statements ON id = statement ORDER BY number"
        ).fetchall()
        self.ids = tuple(one for one, _ in rows)
        kept = np.frombuffer(b"".join(numbers for _, numbers in rows), np.int8)
        self._numbers: npt.NDArray[np.int8] = kept.reshape(len(rows), WIDTH)
        lengths = [np.linalg.norm(part.astype(np.float32), axis=1) for part in self._parts()]
        self._lengths: Floats = np.concatenate([*lengths, np.zeros(0, np.float32)])

    def to(self, words: str) -> tuple[tuple[str, float], ...]:
        """Ids of the statements whose meaning is near that of the words, each with its cosine, the nearest first."""
        if not self.ids or not words.strip():
            return ()
        asked = shipped_sentences().meaning(words)
        products = np.concatenate([part.astype(np.float32) @ asked for part in self._parts()])
        near = np.round(products / np.maximum(self._lengths, 1.0), 3)
        enough = np.flatnonzero(near >= LEAST)
        nearest = enough[np.argsort(-near[enough], kind="stable")[:MOST]]
        return tuple((self.ids[n], float(near[n])) for n in nearest.tolist())

    def _parts(self) -> Iterable[npt.NDArray[np.int8]]:
        return (self._numbers[n : n + _ROWS] for n in range(0, len(self.ids), _ROWS))


def meant(record: Record, known: Meant) -> dict[str, bytes]:
    """The numbers of all statements of a record by their words; what is `known` is not computed again."""
    wanted = dict.fromkeys(words_of(one) for one in record.statements)
    missing = [words for words in wanted if words not in known]
    if not missing:
        return {words: known[words] for words in wanted}
    encoder = shipped_sentences()
    with ThreadPoolExecutor(processors()) as pool:
        found = dict(zip(missing, pool.map(lambda words: packed(encoder.meaning(words)), missing), strict=True))
    return {words: known.get(words) or found[words] for words in wanted}


def words_of(statement: Statement) -> str:
    """The words whose meaning is kept: those of the content, as the table `statements` has them."""
    return BETWEEN.join(part.text for part in statement.content)


def packed(numbers: Floats) -> bytes:
    """A meaning in signed bytes."""
    largest = float(np.abs(numbers).max()) or 1.0
    return bytes(np.rint(numbers * (127 / largest)).astype(np.int8).tobytes())


def rows_of(statements: Iterable[Statement], known: Meant) -> Iterable[tuple[Any, ...]]:
    """The rows of the table: of every statement whose meaning is known."""
    return ((one.id, known[words]) for one in statements if (words := words_of(one)) in known)


def meanings_in(connection: sqlite3.Connection) -> dict[str, bytes]:
    """What the file has, by the words."""
    return dict(connection.execute("SELECT content, numbers FROM meanings JOIN statements ON id = statement"))
