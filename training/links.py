"""Whom pronouns and descriptions stand for, as labelled windows: what `training.expressions` knows, for the encoder.

    python -m training.links BENCHMARKS OUT.jsonl

writes the texts, the names that the shipped program reads in them, and for each expression which of the named are
meant; `training.train --links OUT.jsonl` learns from it. Of our own labels one article in four is left out
(`data.is_linked`), so that it can be measured how well expressions are read that the encoder has not seen.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Ints
from onrecord.find.attributions import attributed
from onrecord.find.windows import Pieces, cuts, window_arrays
from training.antecedents import own_documents, public_documents
from training.data import Range, is_linked
from training.expressions import Document, is_named, report_of
from training.windows import TRAINING_STRIDE, pieces


@dataclass(frozen=True)
class Linked:
    """A text with its names, each with the number of the one it names, and expressions with the numbers of those they
    stand for; no number: nobody named."""

    text: str
    names: tuple[tuple[Range, int], ...]
    asked: tuple[tuple[Range, frozenset[int]], ...]


@dataclass(frozen=True)
class Link:
    """One expression of a window: its half-open range of pieces, the pieces that begin a name, and which are right."""

    asked: Range
    names: Ints
    right: np.ndarray  #: (names,) of bool; all false: nobody whose name the window shows


@dataclass(frozen=True)
class LinkWindow:
    """One window with its expressions; pieces are counted with [CLS]."""

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    links: tuple[Link, ...]

    def __len__(self) -> int:
        return int(self.inputs.shape[1])


def linked(document: Document) -> dict[str, Any]:
    """A document as a line of the file that training reads."""
    named = attributed(report_of(document.id, document.text)).named
    names = sorted((name.name_start, name.end, n) for n, one in enumerate(named) for name in one.names)
    asked = []
    for expression, ranges in document.meant:
        start, end = expression.span
        right = [n for n, one in enumerate(named) if is_named(one, ranges)]
        inside = {n for a, b, n in names if start <= a and b <= end}
        if (right or not ranges) and inside.isdisjoint(right):
            asked.append((start, end, right))
    return {"id": document.id, "text": document.text, "names": names, "asked": asked}


def load_links(path: Path | None) -> list[Linked]:
    """The texts of a file that `training.links` wrote; none without a file."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path else ()
    return [
        Linked(
            row["text"],
            tuple(((a, b), n) for a, b, n in row["names"]),
            tuple(((a, b), frozenset(right)) for a, b, right in row["asked"]),
        )
        for row in rows
        if row["asked"] and row["names"]
    ]


def link_windows(doc: Linked, tok: Tokenizer, rng: random.Random) -> Iterator[LinkWindow]:
    """The windows of a text that show an expression and a name, cut otherwise each time."""
    cut = pieces(doc.text, tok)
    for start, end in cuts(cut, stride=TRAINING_STRIDE, first=rng.randint(48, TRAINING_STRIDE)):
        links = tuple(link for one in doc.asked if (link := _link(cut, doc, one, start, end)))
        if links:
            yield LinkWindow(window_arrays(cut, start, end)[0], links)


def _link(cut: Pieces, doc: Linked, asked: tuple[Range, frozenset[int]], start: int, end: int) -> Link | None:
    """An expression as the window from one piece to another shows it; None where it lies outside, or no name inside."""
    (first, last), right = cut.slice_of(asked[0]), asked[1]
    if first < start or last > end or first >= last:
        return None
    shown = [(cut.slice_of(span)[0], n) for span, n in doc.names]
    shown = [(k, n) for k, n in shown if start <= k < end and not first <= k < last]
    if not shown:
        return None
    names = np.array([k - start + 1 for k, _ in shown], np.int64)
    return Link((first - start + 1, last - start + 1), names, np.array([n in right for _, n in shown]))


def written(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """The lines of many documents, two read at once."""
    with ProcessPoolExecutor(2) as pool:
        yield from pool.map(linked, documents, chunksize=4)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    own = (one for one in own_documents(args.benchmarks) if is_linked(one.id))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w", encoding="utf-8") as out:
        for row in written(chain(own, public_documents(args.benchmarks))):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
