"""A text as word pieces, cut into overlapping windows that begin with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.encoder import Ints, Tokens
from onrecord.find.layout import breaks, capitals, layout

SIZE = 256  #: pieces in a window, with [CLS] and [SEP]
BODY = SIZE - 2
STRIDE = 192  #: pieces from one window to the next, at most
CLS, SEP = 101, 102
#: What begins in the middle of an overlap is read in the window that shows most of what follows it: windows begin with
#: a sentence, so that a little context to the left is whole, while the right edge cuts wherever it falls.
LEFT_CREDIT = 32

Range = tuple[int, int]


@dataclass(frozen=True)
class Pieces:
    """A text as word pieces: ids, the range of characters and the features of each."""

    ids: Ints
    starts: Ints
    ends: Ints
    caps: Ints
    breaks: Ints
    quote: Ints
    quotation: Ints
    sentence: Ints
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def slice_of(self, span: Range) -> Range:
        """The pieces that share a character with the span, as a half-open range of piece numbers."""
        return int(np.searchsorted(self.ends, span[0], "right")), int(np.searchsorted(self.starts, span[1], "left"))


def pieces(text: str, tokens: Tokens) -> Pieces:
    """The word pieces of a text with the features that each has at its first character."""
    starts = tokens.starts
    seen = layout(text)
    return Pieces(
        ids=tokens.ids,
        starts=starts,
        ends=tokens.ends,
        caps=capitals(text)[starts],
        breaks=breaks(text, starts),
        quote=seen.quote[starts],
        quotation=seen.quotation[starts],
        sentence=seen.sentence[starts],
        paragraph=seen.paragraph[starts],
    )


def cuts(doc: Pieces, *, stride: int = STRIDE, first: int | None = None) -> list[Range]:
    """Half-open piece ranges of at most `BODY` pieces that cover the document and begin with a sentence.

    The next window begins at the last sentence start within `stride` pieces, if one lies in the second half of the
    stride, else at the stride itself. `first` shortens the way to the second window, which moves all later ones.
    """
    begins = np.flatnonzero(np.diff(doc.sentence, prepend=-1))
    out, at, step = [], 0, first or stride
    while True:
        out.append((at, min(at + BODY, len(doc))))
        if at + BODY >= len(doc):
            return out
        k = int(np.searchsorted(begins, at + step, "right")) - 1
        at = int(begins[k]) if begins[k] > at + step // 2 else at + step
        step = stride


def owners(windows: list[Range]) -> list[int]:
    """For each window the first piece that belongs to it rather than to the window before."""
    firsts = [0]
    for (_, end), (start, _) in pairwise(windows):
        firsts.append(start + max(0, (end - start - LEFT_CREDIT) // 2))
    return firsts


def window_arrays(doc: Pieces, start: int, end: int) -> tuple[Ints, Ints]:
    """What the encoder takes for one window, (4, length) ids, caps, breaks, quote; and (3, length) places.

    Places are the numbers of sentence, paragraph and quotation. Both count [CLS] and [SEP].
    """
    inputs = np.zeros((4, end - start + 2), np.int64)
    inputs[0, 0], inputs[0, -1] = CLS, SEP
    places = np.zeros((3, end - start + 2), np.int64)
    for row, column in enumerate((doc.ids, doc.caps, doc.breaks, doc.quote)):
        inputs[row, 1:-1] = column[start:end]
    for row, column in enumerate((doc.sentence, doc.paragraph, doc.quotation)):
        places[row, 1:-1] = column[start:end]
    places[:2, 0], places[:2, -1] = places[:2, 1], places[:2, -2]
    return inputs, places
