"""Where two tellings of the same words differ, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+(?:['’‐‑\u00ad-]\w+)*|\.\.\.|\S")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\N{SOFT HYPHEN}": None,
    }
)
_QUOTES = frozenset("'\"")
MOST_WORDS = 4000
"""Longer texts are not compared: the time grows with the square of the length (4,000 words take about a second)."""


class Piece(NamedTuple):
    """Some words, and whether the other telling has them too."""

    text: str
    same: bool


def differences(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Both texts cut into pieces that the other has or has not; None where they are too long to compare.

    Typographic marks are no difference: quotation marks of any shape or none, kinds of dash, three dots or an ellipsis,
    kinds of blank. Joined together, the pieces of a side are that text exactly.
    """
    ours, theirs = _TOKEN.findall(left), _TOKEN.findall(right)
    if max(len(ours), len(theirs)) > 2 * MOST_WORDS:
        return None
    same_left, same_right = [False] * len(ours), [False] * len(theirs)
    matcher = difflib.SequenceMatcher(None, [_plain(t) for t in ours], [_plain(t) for t in theirs], autojunk=False)
    for i, k, size in matcher.get_matching_blocks():
        same_left[i : i + size] = same_right[k : k + size] = [True] * size
    return _pieces(ours, same_left), _pieces(theirs, same_right)


def _pieces(tokens: Sequence[str], same: Sequence[bool]) -> tuple[Piece, ...]:
    """Runs of tokens that the other side has or has not. Quotation marks never differ; a blank goes with its words."""
    words = [known or _plain(token) in _QUOTES for token, known in zip(tokens, same, strict=True)]
    for at in range(1, len(tokens) - 1):
        if tokens[at].isspace():
            words[at] = words[at - 1] or words[at + 1]
    runs = groupby(zip(tokens, words, strict=True), key=lambda item: item[1])
    return tuple(Piece("".join(token for token, _ in run), known) for known, run in runs)


def shared(pieces: Sequence[Piece]) -> float:
    """The share (0–1) of the characters of these pieces that the other side has too."""
    whole = sum(len(piece.text) for piece in pieces)
    return sum(len(piece.text) for piece in pieces if piece.same) / whole if whole else 1.0


def _plain(token: str) -> str:
    return " " if token.isspace() else token.translate(_MARKS).replace("…", "...")
