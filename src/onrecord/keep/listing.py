"""Long lists in pages, and what has been counted in a record, so that it is counted once."""

from __future__ import annotations

from typing import Any, NamedTuple

MOST_TOTALS = 10_000
"""Counts that are remembered of one record, at most; each takes some hundred bytes."""


class Page(NamedTuple):
    """Some ids of a longer list, how long that is, and which page of it this is, from 1."""

    ids: tuple[str, ...]
    total: int
    number: int


def within(number: int, total: int, size: int) -> int:
    """The page that is meant by `number`: one of those that there are, the first where there is none."""
    return max(1, min(number, -(-total // size)))


def cut(ids: tuple[str, ...], number: int, size: int) -> Page:
    """A page of a list that is known whole."""
    number = within(number, len(ids), size)
    return Page(ids[(number - 1) * size : number * size], len(ids), number)


class Totals:
    """What has been counted in a record, so that it is counted once: a record that has changed is counted anew."""

    def __init__(self) -> None:
        self._of: str | None = None
        self._known: dict[tuple[Any, ...], Any] = {}

    def of(self, record: str | None) -> dict[tuple[Any, ...], Any]:
        """What is known of the record with this SHA-256; nothing where it has none."""
        if record is None or record != self._of or len(self._known) > MOST_TOTALS:
            self._of, self._known = record, {}
        return self._known
