"""From scores to attributions: cues over the whole article, then for each cue the best sane source and content.

Pure numpy, so that a checkpoint and its exported copy are decoded by the same code.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
NEVER = np.float32(-1e4)
#: The states of decoding: role tag, whether the source has been seen, whether content has been seen. Source comes at
#: most once; content may come in several parts.
STATES = [(0, s, c) for s in (0, 1) for c in (0, 1)]
STATES += [(tag, 1, c) for tag in (1, 2) for c in (0, 1)] + [(tag, s, 1) for tag in (3, 4) for s in (0, 1)]


@dataclass(frozen=True)
class Roles:
    """What one cue takes: half-open piece ranges of its window, and the probability that there is content at all."""

    source: tuple[int, int] | None
    content: list[tuple[int, int]]
    chance: float


def _moves(table: Floats) -> Floats:
    out = np.full((len(STATES), len(STATES)), NEVER, np.float32)
    for i, (tag, source, content) in enumerate(STATES):
        for j, (after, source2, content2) in enumerate(STATES):
            if after == 1:
                fits = not source and source2 and content2 == content
            elif after == 3:
                fits = content2 and source2 == source
            else:
                fits = (source2, content2) == (source, content)
            if fits:
                out[i, j] = table[tag, after]
    return out


def _begins(first: Floats) -> Floats:
    plain = {(0, 0, 0), (1, 1, 0), (2, 1, 0), (3, 0, 1), (4, 0, 1)}
    return np.array([first[s[0]] if s in plain else NEVER for s in STATES], np.float32)


def _total(scores: Floats, table: Floats, first: Floats) -> Floats:
    scores = scores.astype(np.float64)  # the sums grow with the window, and their difference is what counts
    alpha = first + scores[:, 0]
    for t in range(1, scores.shape[1]):
        grid = alpha[:, :, None] + table
        top = grid.max(1)
        alpha = top + np.log(np.exp(grid - top[:, None]).sum(1)) + scores[:, t]
    top = alpha.max(1)
    return top + np.log(np.exp(alpha - top[:, None]).sum(1))


def spans(tags: list[int], begin: int) -> list[tuple[int, int]]:
    """The half-open ranges of one kind of span in a BIO sequence whose B is `begin` and whose I follows it."""
    out: list[tuple[int, int]] = []
    for k, tag in enumerate(tags):
        if tag == begin or (tag == begin + 1 and (k == 0 or tags[k - 1] not in (begin, begin + 1))):
            out.append((k, k + 1))
        elif tag == begin + 1:
            out[-1] = (out[-1][0], k + 1)
    return out


def roles(scores: Floats, table: Floats, first: Floats) -> list[Roles]:
    """Decodes (cues, length, 5) role scores of one window, cue by cue, always with content."""
    if not len(scores):
        return []
    whole = _total(scores, table, first)
    empty = _total(scores[..., :3], table[:3, :3], first[:3])
    chance = 1 - np.exp(np.minimum(empty - whole, 0))
    moves, states = _moves(table), np.array([s[0] for s in STATES])
    best = _begins(first) + scores[:, 0, states]
    back = []
    for t in range(1, scores.shape[1]):
        grid = best[:, :, None] + moves
        back.append(grid.argmax(1))
        best = grid.max(1) + scores[:, t, states]
    best = best + np.where(np.array([s[2] for s in STATES]) == 1, 0, NEVER)
    at = best.argmax(1)
    path = [at]
    for step in reversed(back):
        at = step[np.arange(len(at)), at]
        path.append(at)
    tags = states[np.array(path[::-1]).T]
    out = []
    for row, p in zip(tags.tolist(), chance.tolist(), strict=True):
        source = spans(row, 1)
        out.append(Roles(source=source[0] if source else None, content=spans(row, 3), chance=p))
    return out


def _begins_at(scores: Floats, table: Floats) -> Floats:
    """For each piece, the posterior probability that a cue begins there, by the forward and backward sums."""
    length = len(scores)
    scores, table = scores.astype(np.float64), table.astype(np.float64)  # the sums grow with the article
    ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
    ahead[0] = table[0] + scores[0]
    for t in range(1, length):
        ahead[t] = np.logaddexp.reduce(ahead[t - 1][:, None] + table, axis=0) + scores[t]
    for t in range(length - 2, -1, -1):
        behind[t] = np.logaddexp.reduce(table + (scores[t + 1] + behind[t + 1])[None], axis=1)
    return np.exp(ahead[:, 1] + behind[:, 1] - np.logaddexp.reduce(ahead[-1]))


def cues(scores: Floats, table: Floats, bias: float) -> tuple[list[tuple[int, int]], list[float]]:
    """Best cue ranges over an article's (length, 3) scores, and the probability that a cue begins at each.

    `bias` is added to the score of B: with more than nought, more cues are found, for the role head to judge.
    """
    shifted = scores + np.array([0, bias, 0], np.float32)
    best = table[0] + shifted[0]  # as after an O: the article begins where [CLS] would stand
    back = []
    for t in range(1, len(scores)):
        grid = best[:, None] + table
        back.append(grid.argmax(0))
        best = grid.max(0) + shifted[t]
    at = int(best.argmax())
    path = [at]
    for step in reversed(back):
        at = int(step[at])
        path.append(at)
    found = spans(path[::-1], 1)
    chance = _begins_at(scores, table)
    return found, [float(chance[a]) for a, _ in found]
