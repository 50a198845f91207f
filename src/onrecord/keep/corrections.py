"""The machine's reading as people have corrected it.

`corrected` starts from what the machine reads and makes every change that stands, in the order in which they were
made. So nothing is lost by an undo, by reading anew or by adding reports: each time, the same corrections are made to
the new reading. What a correction was made to is found again by its words (`places`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from onrecord.keep.changes import FIELDS, KINDS, MAKE, NAMING, value
from onrecord.keep.draft import Draft
from onrecord.model import Correction, CorrectionState, Event, Record, Statement

Outcome = tuple[CorrectionState, str | None]
"""What has become of a correction, and the id of the item that it applies to."""


def standing(corrections: Iterable[Correction]) -> set[str]:
    """The ids of the corrections that are not undone. An undo may be undone itself."""
    known, undone_by = list[str](), dict[str, list[str]]()
    for correction in corrections:
        known.append(correction.id)
        if correction.change == "undo":
            undone_by.setdefault(correction.target, []).append(correction.id)
    stands: dict[str, bool] = {}
    for first in known:
        path = [] if first in stands else [first]
        while path:
            undos = undone_by.get(path[-1], [])
            # An undo has one target, so that it is on the path already only where somebody has written down a circle.
            fresh = [undo for undo in undos if undo not in stands and undo not in path]
            if fresh:
                path += fresh
            else:
                stands[path.pop()] = not any(stands.get(undo, False) for undo in undos)
    return {one for one in stands if stands[one]}


def corrected(machine: Record, corrections: tuple[Correction, ...]) -> Record:
    """The record that shows what the machine reads as `corrections` change it, in their order.

    Args:
        machine: what `match` gives: a reading that nobody has changed.
        corrections: all that were ever made, the earliest first. Each comes back with what has become of it.
    """
    stand = standing(corrections)
    draft = Draft(machine)
    targets = {one.target: one.at for one in corrections if one.id in stand and one.kind == "statement"}
    again = draft.read.again(targets)
    known = {one.id for one in corrections}
    outcomes: dict[str, Outcome] = {}
    for one in corrections:
        if one.id not in stand:
            outcomes[one.id] = ("undone", None)
        elif one.change == "undo":
            outcomes[one.id] = ("applied", one.target) if one.target in known else ("lost", None)
        else:
            outcomes[one.id] = _made(draft, one, again)
    _overrule(corrections, outcomes)
    return draft.record(tuple(_with_outcome(draft, one, outcomes[one.id]) for one in corrections))


def _made(draft: Draft, one: Correction, again: Mapping[str, str]) -> Outcome:
    """Make a change, if what it is made to is still there."""
    item = again.get(one.target) if one.kind == "statement" else _found(draft, one)
    if item is None or one.kind not in KINDS.get(one.change, ()):
        return "lost", None
    if item not in draft.items[one.kind]:
        return "overruled", item
    return ("applied", item) if MAKE[one.change](draft, one, item) else ("lost", None)


def _found(draft: Draft, one: Correction) -> str | None:
    """The item of today that the correction was made to: of its id, or with most of its words."""
    if one.kind == "entity":
        return draft.entity_at(one.at, one.target)
    items: dict[str, Any] = draft.items.get(one.kind, {})
    if one.target in items:
        return one.target
    members = {found for part in one.at if (found := draft.read.holding(part))}
    places = {(part.report, part.start, part.end) for part in one.at}
    shared = {item: len(_parts(items[item], members, places)) for item in items}
    best = max(shared, key=lambda item: shared[item], default=None)
    return best if best is not None and shared[best] else None


def _parts(item: Any, members: set[str], places: set[tuple[str, int, int]]) -> set[Any]:
    """The parts that an item has in common with an earlier one: statements, or words."""
    statements = {*getattr(item, "statements", ()), getattr(item, "taken_from", None)}
    spans = (*getattr(item, "mentions", ()), *getattr(item, "sides", ()))
    return {*(statements & members), *({(span.report, span.start, span.end) for span in spans} & places)}


def _overrule(corrections: tuple[Correction, ...], outcomes: dict[str, Outcome]) -> None:
    """Of the changes of one field of one item the last stands over the others, and a rejection over all before."""
    last: dict[tuple[str, str | None], str] = {}
    rejected: set[tuple[str, str | None]] = set()
    for one in reversed(corrections):
        state, item = outcomes[one.id]
        if state != "applied" or one.change == "undo":
            continue
        if (one.kind, item) in rejected or (one.change in FIELDS and (one.change, item) in last):
            outcomes[one.id] = ("overruled", item)
        elif one.change in FIELDS:
            last[one.change, item] = one.id
        elif one.change == "reject":
            rejected.add((one.kind, item))


def _with_outcome(draft: Draft, one: Correction, outcome: Outcome) -> Correction:
    state, item = outcome
    machine = None
    if one.change in FIELDS and item is not None:
        machine = value(one.change, _as_read(draft, one.kind, item))
        if one.change in NAMING and machine is not None and machine not in draft.entities:
            read = next(each for each in draft.machine.entities if each.id == machine)
            machine = draft.entity_at(read.mentions, machine) or machine
    return replace(one, state=state, applies_to=item, machine=machine)


def _as_read(draft: Draft, kind: str, item: str) -> Statement | Event:
    if kind == "statement":
        return draft.read[item]
    return next(one for one in draft.machine.events if one.id == item)
