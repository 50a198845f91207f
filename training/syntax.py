"""Parts of speech and dependencies, from GUM, as labelled windows."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Ints
from onrecord.find.syntax import RELATIONS, WORD_TAGS, first_pieces
from onrecord.find.windows import cuts, window_arrays
from training.data import Range
from training.windows import TRAINING_STRIDE, UNKNOWN, pieces


@dataclass(frozen=True)
class Parsed:
    """A text with its words: range, part of speech, number of the head (-1: root), relation."""

    text: str
    words: tuple[tuple[Range, str, int, str], ...]


@dataclass(frozen=True)
class SyntaxWindow:
    """One window; for each piece that begins a word its part of speech, relation and the piece of its head.

    All three are `UNKNOWN` elsewhere. The head of a root is piece 0, [CLS].
    """

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    tags: Ints
    relations: Ints
    heads: Ints
    begins: Ints  #: 1 where a head may be: at first pieces and [CLS]

    def __len__(self) -> int:
        return self.inputs.shape[1]


def relation(name: str) -> str:
    """The relation as the head knows it: what is told apart without need is put together."""
    return name if name in RELATIONS else name.split(":")[0] if name.split(":")[0] in RELATIONS else "dep"


def load_gum(path: Path) -> list[Parsed]:
    """GUM as the benchmark folder holds it."""
    return [
        Parsed(row["text"], tuple(((t[0], t[1]), t[3], t[5], relation(t[6])) for t in row["tokens"]))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def syntax_windows(doc: Parsed, tok: Tokenizer, rng: random.Random) -> list[SyntaxWindow]:
    """The windows of a text."""
    cut = pieces(doc.text, tok)
    firsts = first_pieces(doc.text, cut)
    piece_at = {int(cut.starts[k]): int(k) for k in firsts}
    tags, relations, heads = (np.full(len(cut), UNKNOWN, np.int64) for _ in range(3))
    for (start, _), tag, head, kind in doc.words:
        k = piece_at.get(start)
        if k is None:
            continue
        tags[k], relations[k] = WORD_TAGS.index(tag), RELATIONS.index(kind)
        heads[k] = -2 if head < 0 else piece_at.get(doc.words[head][0][0], UNKNOWN)
    out = []
    for start, end in cuts(cut, stride=TRAINING_STRIDE, first=rng.randint(48, TRAINING_STRIDE)):
        inputs, _ = window_arrays(cut, start, end)
        here = heads[start:end]
        inside = (here >= start) & (here < end)
        own = np.where(here == -2, 0, np.where(inside, here - start + 1, UNKNOWN))
        begins = np.zeros(end - start + 2, np.int64)
        begins[0] = 1
        begins[firsts[(firsts >= start) & (firsts < end)] - start + 1] = 1

        def edged(row: Ints) -> Ints:
            return np.concatenate([[UNKNOWN], row, [UNKNOWN]])

        out.append(SyntaxWindow(inputs, edged(tags[start:end]), edged(relations[start:end]), edged(own), begins))
    return out
