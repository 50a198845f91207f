"""The characters that count when two stretches of text are compared, and how nearly two sets of them are the same."""

from __future__ import annotations

from collections.abc import Set
from typing import TypeVar

SKIPPED = frozenset(" \t\r\n\u00a0,.;:–—-\"'“”‘’«»?!()[]")
"""White space, punctuation and quotation marks: a stray comma at the end of a span is no error worth counting."""

T = TypeVar("T")


def letters(text: str, start: int, end: int) -> set[int]:
    """Offsets of the characters of `text[start:end]` that count; what lies outside the text is left out."""
    return {i for i in range(max(start, 0), min(end, len(text))) if text[i] not in SKIPPED}


def overlap(a: Set[T], b: Set[T]) -> float:
    """F1 (Dice) of two sets, 0–1; two empty sets are the same."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
