"""Corrections written down: one that a person makes, or all those that a colleague made in another copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from onrecord.errors import UsageError
from onrecord.keep.corrections import corrected
from onrecord.keep.differing import Pairs, between
from onrecord.keep.meanings import meant
from onrecord.keep.record import Kept, amend, fingerprint, load, load_record, save
from onrecord.keep.wishes import Wishes
from onrecord.model import Correction, Record, content_id

Clock = Callable[[], datetime]


class Joined(msgspec.Struct, frozen=True):
    """What came of joining: the corrections that are new here, and pairs of them on which two people differ."""

    record: Record
    new: tuple[Correction, ...]
    differing: Pairs
    """Pairs that are about the same item, the later one first."""


def correct(
    path: str | Path,
    item: str,
    change: str,
    value: str | None = None,
    *,
    by: str,
    why: str = "",
    clock: Clock = lambda: datetime.now(UTC),
) -> Correction:
    """Correct the record at `path`, and return the correction as it stands in it.

    Args:
        path: the record.
        item: the id of a statement, entity, utterance, event, point or conflict, or how it begins; an entity's name;
            for "undo" the id of a correction.
        change: what to change; a key of `onrecord.keep.changes.KINDS`.
        value: what to change it to, as `onrecord correct --help` says.
        by: who says so.
        why: the reason; may be left out only where nothing is changed ("confirm", "undo").
        clock: tells when; the time is part of what the person did, and of nothing else in the record.

    Raises:
        UsageError: the change or its value does not fit the item, or would change nothing.
        UnknownId: nothing, or more than one thing, is called so.
        RecordError: the record cannot be read or written, or another process has changed it meanwhile.
    """
    if not by.strip():
        raise UsageError("--by", "nobody is named", "Say who makes the correction")
    if not why.strip() and change not in ("confirm", "undo"):
        raise UsageError("--why", "no reason is given", "Say in a few words why, for those who read the record")
    seen, kept = fingerprint(path), load(path)
    machine, earlier = kept.uncorrected(), kept.record.corrections
    wish = Wishes(path, kept.record, machine).wish(item, change, value)
    when = _moment(clock(), earlier)
    named = (wish.target, change, wish.old, wish.new, by.strip(), when, why.strip())
    made = Correction(content_id("correction", *named), *named, kind=wish.kind, at=wish.at, new_at=wish.new_at)
    record = corrected(machine, (*earlier, made))
    done = record.corrections[-1]
    if done.state != "applied":
        raise UsageError(item, "this would change nothing", "Look at it with `onrecord show`")
    amend(_with(kept, record, machine), path, kept.record, seen)
    return done


def _with(kept: Kept, record: Record, machine: Record) -> Kept:
    """What is kept, with the corrected record; words that nobody had marked before get their meaning."""
    known = meant(record, kept.meanings) if kept.meanings else {}
    return Kept(record, kept.readings, kept.findings, machine, known)


def _moment(now: datetime, earlier: tuple[Correction, ...]) -> str:
    """The time of the correction, in UTC; of two in one millisecond the later one is put a millisecond later."""
    times = {one.when for one in earlier}
    while (when := now.isoformat(timespec="milliseconds").replace("+00:00", "Z")) in times:
        now += timedelta(milliseconds=1)
    return when


def join(path: str | Path, other: str | Path) -> Joined:
    """Put the corrections of the record at `other` beside those of the record at `path`, in the order of their times.

    Which of the two is given first makes no difference to the corrections. Where people differ, the later word
    counts, and both are kept. `other` is only read.

    Raises:
        RecordError: one of the records cannot be read, or that at `path` cannot be written.
    """
    kept, theirs = load(path), load_record(other).corrections
    mine = {one.id for one in kept.record.corrections}
    new = tuple(one for one in theirs if one.id not in mine)
    both = sorted((*kept.record.corrections, *new), key=lambda one: (one.when, one.id))
    if not new:
        return Joined(kept.record, (), ())
    machine = kept.uncorrected()
    record = corrected(machine, tuple(both))
    save(_with(kept, record, machine), path, before=kept.record)
    fresh = {one.id for one in new}
    return Joined(
        record, tuple(one for one in record.corrections if one.id in fresh), between(record.corrections, fresh)
    )
