"""From the network's scores to spans: cues and names over the whole text, then each cue's best sane source and content.

Linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001) over BIO tags. Cues and names are decoded
in plain Python, which for so few tags is faster than arrays; roles in numpy, all cues of a text at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from onrecord.encoder import Floats

Range = tuple[int, int]
KINDS = ("person", "organisation", "place")
NEVER = np.float32(-1e4)
_SCALED = 8  # steps after which sums are scaled again: scores differ by less than 80, and e^-640 is more than nought

#: The states of decoding: role tag, whether the source has been seen, whether content has been seen. Source comes at
#: most once; content may come in several parts.
_STATES = [(0, s, c) for s in (0, 1) for c in (0, 1)]
_STATES += [(tag, 1, c) for tag in (1, 2) for c in (0, 1)] + [(tag, s, 1) for tag in (3, 4) for s in (0, 1)]
_TAGS = np.array([state[0] for state in _STATES])


@dataclass(frozen=True)
class Cue:
    """A cue: its half-open range of pieces, and the probability (0–1) that one begins there."""

    start: int
    end: int
    chance: float


@dataclass(frozen=True)
class Roles:
    """What one cue takes: half-open piece ranges, and the probability (0–1) that it has content at all."""

    source: Range | None
    content: tuple[Range, ...]
    chance: float


@dataclass(frozen=True)
class Tagged:
    """A name: its half-open range of pieces, its kind, and the mean probability (0–1) of each of `KINDS` over them."""

    start: int
    end: int
    kind: str
    chances: tuple[float, ...]


def spans(tags: Sequence[int], begin: int) -> list[Range]:
    """The half-open ranges of one kind of span in BIO tags whose B is `begin` and whose I follows it."""
    return [match.span() for match in _runs(begin).finditer(bytes(tags))]


@cache
def _runs(begin: int) -> re.Pattern[bytes]:
    """A B with the I behind it, or I without a B, in tags as bytes: a regular expression is faster than a loop."""
    return re.compile(rb"%b%b*|%b+" % tuple(re.escape(bytes([tag])) for tag in (begin, begin + 1, begin + 1)))


def cues(scores: Floats, table: Sequence[Sequence[float]]) -> tuple[list[Cue], list[float]]:
    """The best cues over a text's (length, 3) scores, and for each piece the posterior that a cue begins there."""
    if not len(scores):
        return [], []
    rows: list[list[float]] = scores.tolist()
    chances = _begin_chances(scores, np.array(table, np.float64))
    return [Cue(a, b, chances[a]) for a, b in spans(_best_path(rows, table), 1)], chances


def _best_path(rows: list[list[float]], table: Sequence[Sequence[float]]) -> list[int]:
    """Viterbi over three tags; the text begins as after an O, where [CLS] would stand."""
    (oo, ob, _), (bo, bb, bi), (io, ib, ii) = table
    o, b, i = rows[0][0] + oo, rows[0][1] + ob, float(NEVER)
    back: list[tuple[int, int, int]] = []
    for so, sb, si in rows[1:]:
        to_o = _top(o + oo, b + bo, i + io)
        to_b = _top(o + ob, b + bb, i + ib)
        to_i = (1, b + bi) if b + bi >= i + ii else (2, i + ii)
        back.append((to_o[0], to_b[0], to_i[0]))
        o, b, i = to_o[1] + so, to_b[1] + sb, to_i[1] + si
    tag = _top(o, b, i)[0]
    path = [tag]
    for step in reversed(back):
        tag = step[tag]
        path.append(tag)
    return path[::-1]


def _top(first: float, second: float, third: float) -> tuple[int, float]:
    if first >= second and first >= third:
        return 0, first
    return (1, second) if second >= third else (2, third)


def _begin_chances(scores: Floats, table: npt.NDArray[np.float64]) -> list[float]:
    """For each piece, the posterior that a cue begins there: forward and backward sums, scaled at every step."""
    weights = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True)).tolist()
    (oo, ob, _), (bo, bb, bi), (io, ib, ii) = np.exp(table).tolist()
    o, b, i = 1.0, 0.0, 0.0
    ahead = []
    for wo, wb, wi in weights:
        o, b, i = (o * oo + b * bo + i * io) * wo, (o * ob + b * bb + i * ib) * wb, (b * bi + i * ii) * wi
        total = o + b + i
        o, b, i = o / total, b / total, i / total
        ahead.append((o, b, i))
    o = b = i = 1.0
    chances = []
    for (fo, fb, fi), (wo, wb, wi) in zip(reversed(ahead), reversed(weights), strict=True):
        chances.append(fb * b / (fo * o + fb * b + fi * i))
        o, b, i = o * wo, b * wb, i * wi
        o, b, i = oo * o + ob * b, bo * o + bb * b + bi * i, io * o + ib * b + ii * i
        total = o + b + i
        o, b, i = o / total, b / total, i / total
    return chances[::-1]


def roles(scores: Floats, mask: npt.NDArray[np.bool_], table: Floats) -> list[Roles]:
    """Decode (cues, length, 5) role scores, always with content; what `mask` leaves out counts as no text.

    The first piece is outside every span: it is [CLS], or so far from the cue that a span there is none of its own.
    """
    if not len(scores):
        return []
    scores = np.where(mask[..., None], scores, np.array([0, NEVER, NEVER, NEVER, NEVER], np.float32))
    chances = _content_chances(scores, table)
    tags = _best_roles(scores, table).tolist()
    return [_read_off(row, chance) for row, chance in zip(tags, chances, strict=True)]


def _read_off(row: list[int], chance: float) -> Roles:
    source = spans(row, 1)
    return Roles(source[0] if source else None, tuple(spans(row, 3)), chance)


def _best_roles(scores: Floats, table: Floats) -> npt.NDArray[np.int64]:
    """Viterbi over the states, for all cues at once: (cues, length) role tags.

    The way back is looked for only from the states that it leads through: all `best` are kept instead of all steps.
    """
    moves, own = _moves(table), np.ascontiguousarray(scores.transpose(1, 2, 0)[:, _TAGS])
    best = [_begins()[:, None] + own[0]]
    for row in own[1:]:
        best.append((best[-1][:, None] + moves[:, :, None]).max(0) + row)
    ends = best.pop() + np.where(np.array([state[2] for state in _STATES]) == 1, 0, NEVER)[:, None]
    at = ends.argmax(0)
    path = [at]
    for before in reversed(best):
        at = (before + moves[:, at]).argmax(0)
        path.append(at)
    tags: npt.NDArray[np.int64] = _TAGS[np.array(path[::-1]).T]
    return tags


def _moves(table: Floats) -> Floats:
    out = np.full((len(_STATES), len(_STATES)), NEVER, np.float32)
    for i, (tag, source, content) in enumerate(_STATES):
        for j, (after, source2, content2) in enumerate(_STATES):
            if after == 1:
                fits = not source and bool(source2) and content2 == content
            elif after == 3:
                fits = bool(content2) and source2 == source
            else:
                fits = (source2, content2) == (source, content)
            if fits:
                out[i, j] = table[tag, after]
    return out


def _begins() -> Floats:
    return np.array([0 if state == (0, 0, 0) else NEVER for state in _STATES], np.float32)


def _content_chances(scores: Floats, table: Floats) -> list[float]:
    """For each cue the probability that there is content: one less the share of the tag sequences without any.

    The forward sums of all tags and of those without content run side by side in double precision, scaled now and then.
    """
    rows = scores.transpose(1, 0, 2).astype(np.float64)
    weights = np.exp(rows - rows.max(2, keepdims=True))
    weights = np.concatenate([weights, weights[..., :3]], axis=2)
    moves = np.zeros((8, 8))
    moves[:5, :5] = np.exp(table.astype(np.float64))
    moves[5:, 5:] = moves[:3, :3]
    ahead = weights[0] * np.array([1, 0, 0, 0, 0, 1, 0, 0])
    empty = np.ones(len(scores))
    for k in range(1, len(weights), _SCALED):
        for weight in weights[k : k + _SCALED]:
            ahead = ahead @ moves * weight
        total, without = ahead[:, :5].sum(1), np.maximum(ahead[:, 5:].sum(1), 1e-300)
        empty *= without / total
        ahead[:, :5] /= total[:, None]
        ahead[:, 5:] /= without[:, None]
    found: list[float] = np.clip(1 - empty, 0, 1).tolist()
    return found


def names(scores: Floats) -> list[Tagged]:
    """The best names over a text's (length, 7) scores: an I follows only a B or I of its own kind."""
    if not len(scores):
        return []
    shifted = scores - scores.max(1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    tags = _best_names(logs)
    chances = np.exp(logs[:, 1::2]) + np.exp(logs[:, 2::2])
    found = [
        Tagged(a, b, kind, tuple((np.add.reduce(chances[a:b], 0) / np.float32(b - a)).tolist()))
        for n, kind in enumerate(KINDS)
        for a, b in spans(tags, 1 + 2 * n)
    ]
    return sorted(found, key=lambda one: one.start)


def _best_names(logs: Floats) -> list[int]:
    """Viterbi over the stretches between pieces that are surely outside.

    Outside and a beginning may follow anything, so a piece is outside on the best path if that is likelier than to be
    in a name by more than the piece behind it loses by beginning one instead of going on.
    """
    begins, goes_on = logs[:, 1::2], logs[:, 2::2]
    lost = np.maximum(goes_on - begins, 0)
    named = np.maximum(begins, goes_on) + np.concatenate([lost[1:], np.zeros((1, lost.shape[1]), np.float32)])
    is_open = (named >= logs[:, :1]).any(1)
    limits = np.flatnonzero(np.diff(is_open, prepend=False, append=False)).tolist()
    tags = [0] * len(logs)
    for start, end in zip(limits[::2], limits[1::2], strict=True):
        tags[start:end] = _best_names_of(logs[start:end].tolist())
    return tags


def _best_names_of(rows: list[list[float]]) -> list[int]:
    best = [*rows[0]]
    for k in (2, 4, 6):
        best[k] = float(NEVER)
    back: list[list[int]] = []
    for row in rows[1:]:
        peak = max(best)
        before = [best.index(peak)] * 7
        after = [peak + score for score in row]
        for k in (2, 4, 6):
            before[k] = k - 1 if best[k - 1] >= best[k] else k
            after[k] = best[before[k]] + row[k]
        back.append(before)
        best = after
    tag = best.index(max(best))
    path = [tag]
    for step in reversed(back):
        tag = step[tag]
        path.append(tag)
    return path[::-1]
