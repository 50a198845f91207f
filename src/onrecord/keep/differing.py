"""Where people who corrected one record differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.keep.changes import FIELDS
from onrecord.model import Correction

Pairs = tuple[tuple[Correction, Correction], ...]
"""Corrections of one item that say different things, the later one first."""


def differing(corrections: Iterable[Correction]) -> Pairs:
    """Where two people differ, each by their last word; what was undone, or has lost its place, is no word.

    `corrections` are in the order in which they were made.
    """
    last: dict[tuple[str | None, ...], Correction] = {}
    for one in corrections:
        if _counts(one):
            last.pop(_word(one), None)
            last[_word(one)] = one
    return _pairs(last.values(), lambda one, other: _person(one) != _person(other))


def between(corrections: Iterable[Correction], new: set[str]) -> Pairs:
    """Where the corrections with the ids `new` differ from the others, whoever made them."""
    return _pairs(filter(_counts, corrections), lambda one, other: (one.id in new) != (other.id in new))


def _pairs(corrections: Iterable[Correction], apart: Callable[[Correction, Correction], bool]) -> Pairs:
    by_item: dict[tuple[str, str | None], list[Correction]] = {}
    for one in corrections:
        by_item.setdefault((one.kind, one.applies_to), []).append(one)
    return tuple(
        (later, earlier)
        for group in by_item.values()
        for at, later in enumerate(group)
        for earlier in group[:at]
        if apart(later, earlier) and _differ(later, earlier)
    )


def _counts(one: Correction) -> bool:
    return one.state in ("applied", "overruled") and one.change != "undo"


def _person(one: Correction) -> str:
    return " ".join(one.by.split()).casefold()


def _word(one: Correction) -> tuple[str | None, ...]:
    """What a person's later correction takes the place of: of the same field, the same pair, or the item itself."""
    pair = one.change in ("merge", "split")
    about = one.change if one.change in FIELDS else "pair" if pair else "item"
    return _person(one), one.kind, one.applies_to, about, one.new if pair else None


def _differ(one: Correction, other: Correction) -> bool:
    if "reject" in (one.change, other.change):
        return one.change != other.change
    if {one.change, other.change} == {"merge", "split"}:
        return one.new == other.new
    return one.change == other.change and one.change in FIELDS and one.new != other.new
