"""What the trained network reads off a text: its attributions and its names, each with a probability."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from onrecord.encoder import Encoder, Floats, Ints, Seen
from onrecord.find import decode
from onrecord.find.decode import Cue, Range
from onrecord.find.windows import STRIDE, cuts, owners, pieces, window_arrays

REACH = 32  #: distances are told apart singly up to 16 pieces and by powers of two beyond, in both directions
AROUND = 96  #: pieces to either side of a cue in which its source and content are looked for
GIST = 64  #: pieces of content from which its act is read
LONGEST = 32  #: pieces of a cue that count
AT_ONCE = 32  #: cues whose roles are scored in one run of the network
#: What the labels leave out at the ends of a span: the network need not guess where an annotator put a comma.
EDGE = " \t\r\n\u00a0,.;:–—-\"'“”‘’«»?!()[]"


@dataclass(frozen=True)
class Read:
    """One attribution as ranges of characters, with its two chances (0–1): that the cue is one, that it has content."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    cue_chance: float
    content_chance: float
    is_proposed: bool = False
    """Whether its cue was proposed to the network, which would not have taken it for one."""

    @property
    def chance(self) -> float:
        """That there is an attribution."""
        return self.cue_chance * self.content_chance


@dataclass(frozen=True)
class ReadName:
    """One bare name as a range of characters; kind is "person", "organisation" or "place"."""

    start: int
    end: int
    kind: str
    chances: tuple[float, ...]
    """Probabilities (0–1) of person, organisation and place; what they lack to 1 is that it is no name."""


class Reading:
    """One pass of the network over a text, window by window; attributions and names are then decoded from it."""

    def __init__(self, text: str, encoder: Encoder, stride: int = STRIDE) -> None:
        self.text = text
        self.encoder = encoder
        self.doc = pieces(text, encoder.tokens(text))
        self.windows = cuts(self.doc, stride=stride) if len(self.doc) else []
        self.firsts = [*owners(self.windows), len(self.doc)] if self.windows else [0]
        self.seen: list[Seen] = []
        self.places: list[Ints] = []
        for start, end in self.windows:
            inputs, places = window_arrays(self.doc, start, end)
            self.seen.append(encoder.window(inputs))
            self.places.append(places)

    def _stitched(self, parts: list[Floats]) -> Floats:
        """One row for every piece of the text, each from the window that owns it."""
        owned = [
            part[1 + first - start : 1 + after - start]
            for part, (start, _), (first, after) in zip(parts, self.windows, pairwise(self.firsts), strict=True)
        ]
        return np.concatenate(owned) if owned else np.zeros((0, 0), np.float32)

    def names(self) -> list[ReadName]:
        """The names of the text in order."""
        found = decode.names(self.scores("names"))
        ranges = [(self.chars((one.start, one.end)), one) for one in found]
        return [ReadName(*span, one.kind, one.chances) for span, one in ranges if span]

    def scores(self, which: str) -> Floats:
        """(pieces, tags) scores of one of the outputs that `onrecord.encoder.Seen` names."""
        return self._stitched([getattr(seen, which) for seen in self.seen])

    def attributions(self, proposed: Sequence[Range] = (), least: float = 0) -> list[Read]:
        """Every attribution of the text, in the order of their cues, none of its own left out for its chance.

        Args:
            proposed: ranges of characters that may be cues too; each is judged like the network's own, unless it
                shares a character with one of those.
            least: chance (0–1) of being a cue that a proposed one must have: others are not read any further.
        """
        scores = self.scores("cues")
        own, chances = decode.cues(scores, self.encoder.tables.cue_moves)
        taken = {piece for cue in own for piece in range(cue.start, cue.end)}
        others = sorted({self.doc.slice_of(span) for span in proposed})
        cues = own + [
            Cue(a, b, chances[a]) for a, b in others if a < b and chances[a] >= least and taken.isdisjoint(range(a, b))
        ]
        cues.sort(key=lambda cue: (cue.start, cue.end))
        mine = {(cue.start, cue.end) for cue in own}
        out: list[Read] = []
        for k in range(0, len(cues), AT_ONCE):
            out += self._with_roles(cues[k : k + AT_ONCE], mine)
        return out

    def _with_roles(self, cues: list[Cue], mine: set[Range]) -> list[Read]:
        tables = self.encoder.tables
        batch = _Batch(self, cues)
        scores = self.encoder.roles(batch.pieces, batch.cue, batch.near, batch.mask)
        found = decode.roles(scores, batch.mask, np.array(tables.role_moves, np.float32))
        out = []
        for cue, roles, low in zip(cues, found, batch.lows, strict=True):
            where = self.chars((cue.start, cue.end))
            content = tuple(x for x in (self.chars((a + low, b + low)) for a, b in roles.content) if x)
            source = self.chars((roles.source[0] + low, roles.source[1] + low)) if roles.source else None
            if where and content:
                out.append(Read(source, where, content, cue.chance, roles.chance, (cue.start, cue.end) not in mine))
        return out

    def chars(self, span: Range) -> Range | None:
        """The characters of a range of pieces, without the marks and space at its ends."""
        low, high = max(span[0], 0), min(span[1], len(self.doc))
        if low >= high:
            return None
        end = int(self.doc.ends[high - 1])
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1  # an accent written by itself, which the network does not see
        return trim(self.text, int(self.doc.starts[low]), end)

    def meaning(self, cue: Range, content: Sequence[Range]) -> Floats:
        """What the network makes of a reporting word and of the words said: (768,), two means of its last layer.

        Args:
            cue: characters of the reporting word.
            content: characters of what is said; its first `GIST` pieces count.
        """
        said = np.concatenate([np.arange(*self.doc.slice_of(part)) for part in content])[:GIST]
        return np.concatenate([self.state(cue), _mean(self._layer[said])])

    def state(self, span: Range) -> Floats:
        """What the network makes of some words: (384,), the mean of its last layer over their characters."""
        return _mean(self._layer[slice(*self.doc.slice_of(span))])

    def likeness(self, span: Range) -> Floats:
        """(pieces,) how like each piece of the text is to some words: the cosine of the last layer there and over
        their characters, -1 to 1."""
        mine = _direction(self.state(span))
        found: Floats = np.einsum("ij,j->i", self._directions, mine)  # on one thread: many would wait for one another
        return found

    def pieces_at(self, span: Range) -> Range:
        """The pieces that stand at a range of characters."""
        return self.doc.slice_of(span)

    def links(self, asked: Range) -> tuple[int, int, Floats]:
        """Which names some pieces may stand for, in the window that shows most of what stands before them.

        Returns:
            The window's first piece and the one behind its last, and (pieces,) scores of each between them as the first
            of the name meant; nobody has 0.
        """
        first, last = asked
        k = next((k for k, (start, end) in enumerate(self.windows) if start <= first and last <= end), None)
        k = self.window_of(first) if k is None else k
        (start, end), links = self.windows[k], self.seen[k].links
        half = links.shape[1] // 2
        asks = _mean(links[1 + first - start : 1 + min(last, end) - start, :half])
        scores: Floats = np.einsum("nh,h->n", links[1:-1, half:], asks) / np.float32(half**0.5)
        return start, end, scores

    @cached_property
    def _directions(self) -> Floats:
        return _direction(self._layer)

    @cached_property
    def _layer(self) -> Floats:
        return self.scores("states")

    def window_of(self, piece: int) -> int:
        """The number of the window that owns a piece."""
        return bisect_right(self.firsts, piece, hi=len(self.windows)) - 1


class _Batch:
    """What the role head takes for some cues: the same number of pieces around each, what lies outside masked."""

    def __init__(self, reading: Reading, cues: list[Cue]) -> None:
        length = 2 * AROUND + max(min(cue.end - cue.start, LONGEST) for cue in cues)
        shape = len(cues), length
        self.mask = np.zeros(shape, np.bool_)
        self.near = np.zeros((3, *shape), np.int64)
        width = reading.seen[0].pieces.shape[1]
        self.pieces = np.zeros((*shape, width), np.float32)
        self.cue = np.zeros((len(cues), width), np.float32)
        self.lows: list[int] = []
        for n, cue in enumerate(cues):
            k = reading.window_of(cue.start)
            start, end = reading.windows[k]
            seen, places = reading.seen[k], reading.places[k]
            a, b = cue.start - start + 1, min(cue.end, cue.start + LONGEST, end) - start + 1  # with [CLS]
            low, high = max(a - AROUND, 0), min(b + AROUND, end - start + 2)
            here = slice(0, high - low)
            self.mask[n, here] = True
            self.pieces[n, here] = seen.pieces[low:high]
            self.cue[n] = _mean(seen.heads[a:b])
            self.near[:, n, here] = near(places[:, low:high], a - low, b - low)
            self.lows.append(start + low - 1)


def _direction(states: Floats) -> Floats:
    """Rows of length one; what is nought stays so."""
    found: Floats = states / np.maximum(np.linalg.norm(states, axis=-1, keepdims=True), np.float32(1e-6))
    return found


def _mean(states: Floats) -> Floats:
    found: Floats = np.add.reduce(states, 0) / np.float32(max(len(states), 1))
    return found


def near(places: Ints, start: int, end: int) -> Ints:
    """(3, length) numbers of what each piece is to a cue: distance, sentence and paragraph, quotation.

    Args:
        places: (3, length) numbers of sentence, paragraph and quotation.
        start: the first piece of the cue.
        end: the piece behind its last.
    """
    at = np.arange(places.shape[1])
    gap = np.maximum(at - (end - 1), 0) - np.maximum(start - at, 0)
    size = np.abs(gap)
    far = 16 + np.floor(np.log2(np.maximum(size, 16) / np.float32(16)) * 4).astype(np.int64)
    distance = REACH + np.sign(gap) * np.minimum(np.where(size <= 16, size, far), REACH)
    sentence, paragraph, quotation = places
    side = np.clip(sentence - sentence[start], -2, 2) + 2
    block = np.clip(paragraph - paragraph[start], -1, 1) + 1
    mine = quotation[start]
    state = np.where(quotation == 0, 0, np.where(quotation == mine, 2, 1)) + 3 * int(mine > 0)
    return np.stack([distance, side * 3 + block, state])


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without punctuation, quotation marks and space at its ends; None if nothing is left."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return (start, end) if start < end else None
