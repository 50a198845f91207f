"""Where two tellings of the same words differ, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+(?:['’‐‑-]\w+)*|\.\.\.|\S")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\N{SOFT HYPHEN}": None,
    }
)
MOST_WORDS = 4000
"""Longer texts are not compared: the time grows with the square of the length (4,000 words take about a second)."""


class Piece(NamedTuple):
    """Some words, and whether the other telling has them too."""

    text: str
    same: bool


def differences(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Both texts cut into pieces that the other has or has not; None where they are too long to compare.

    Typographic marks are no difference: curved or straight quotation marks, kinds of dash, three dots or an ellipsis,
    kinds of blank. Joined together, the pieces of a side are that text exactly.
    """
    ours, theirs = _TOKEN.findall(left), _TOKEN.findall(right)
    if max(len(ours), len(theirs)) > 2 * MOST_WORDS:
        return None
    changes = tuple(_changes(ours, theirs))
    return (
        _joined(("".join(ours[i:j]), same) for same, i, j, _, _ in changes),
        _joined(("".join(theirs[k:m]), same) for same, _, _, k, m in changes),
    )


def _changes(ours: list[str], theirs: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Ranges of both sides that are the same or differ. A lone blank between two changes counts as changed."""
    matcher = difflib.SequenceMatcher(None, [_plain(t) for t in ours], [_plain(t) for t in theirs], autojunk=False)
    codes = matcher.get_opcodes()
    for at, (kind, i, j, k, m) in enumerate(codes):
        inner = 0 < at < len(codes) - 1
        blank = inner and "".join(ours[i:j]).isspace() and "".join(theirs[k:m]).isspace()
        yield kind == "equal" and not blank, i, j, k, m


def _plain(token: str) -> str:
    return " " if token.isspace() else token.translate(_MARKS).replace("…", "...")


def _joined(pieces: Iterable[tuple[str, bool]]) -> tuple[Piece, ...]:
    """The pieces without empty ones, neighbours of one kind made one."""
    filled = (Piece(text, same) for text, same in pieces if text)
    groups = groupby(filled, key=lambda piece: piece.same)
    return tuple(Piece("".join(piece.text for piece in group), same) for same, group in groups)
