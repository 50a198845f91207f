"""Statements that one sentence gives twice: "she told of how she begged them to act", and "them to act" once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from onrecord.model import Span, Statement

_MOST = 0.45
"""Share (0–1) of the longer content from which a shorter one inside it, of the same speaker, tells nothing of its own.
What somebody tells that they said before is more often a small part of it: "he said in court that he had warned …"."""
_SAME = 0.8  # share (0–1) of the longer content from which two that overlap are the same words


def once(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each told once: of two of one speaker that overlap by so much the longer is kept, and of two of
    the same length the surer; and words that nobody is told to say are none besides the one that has them.

    What another speaker says inside stays, and so does an accusation, which is a deed of its own: "said that it had
    charged him with fraud".
    """
    gone = set[str]()
    for pair in _near(statements):
        longer, shorter = sorted(pair, key=lambda one: (-_length(one.content), -one.confidence, one.id))
        bare = next((one for one, other in (pair, pair[::-1]) if _is_bare(one) and _is_inside(one, other)), None)
        if bare is not None:
            gone.add(bare.id)
        elif longer.speaker is not None and longer.speaker == shorter.speaker and _is_again(longer, shorter):
            gone.add(shorter.id)
    return [one for one in statements if one.id not in gone]


def _near(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of which one begins before the other ends."""
    open_: list[Statement] = []
    for one in sorted(statements, key=lambda one: one.content[0].start):
        open_ = [other for other in open_ if other.content[-1].end > one.content[0].start]
        yield from ((other, one) for other in open_)
        open_.append(one)


def _is_bare(one: Statement) -> bool:
    return one.cue is None and one.source is None and one.speaker is None


def _is_inside(inner: Statement, outer: Statement) -> bool:
    within = _places(inner.content) & _places(outer.content)
    return len(within) >= _SAME * _length(inner.content)


def _is_again(longer: Statement, shorter: Statement) -> bool:
    if longer.mode != shorter.mode or not _meet(longer.content, shorter.content):
        return False
    within, whole = _places(shorter.content) & _places(longer.content), _length(longer.content)
    is_one_cue = longer.cue is not None and shorter.cue is not None and _meet([longer.cue], [shorter.cue])
    if len(within) >= _SAME * whole or is_one_cue:
        return 2 * len(within) >= _length(shorter.content)
    is_inside = shorter.cue is not None and _meet(longer.content, [shorter.cue]) and shorter.act != "allege"
    return is_inside and len(within) >= _MOST * whole


def _meet(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a for y in b)


def _places(content: Sequence[Span]) -> set[int]:
    return set(chain.from_iterable(range(part.start, part.end) for part in content))


def _length(content: Sequence[Span]) -> int:
    return sum(part.end - part.start for part in content)
