"""What the command `correct` does and says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.keep import correct, join, load_record
from onrecord.show.acts import meant
from onrecord.show.corrections import note
from onrecord.show.escapes import visible
from onrecord.show.lookup import Lookup, counted


def corrected(path: Path, item: str, change: str, value: str | None, *, by: str, why: str) -> Iterator[str]:
    """Make a correction, and say what it has done and how it is undone.

    Raises:
        UsageError: there is no such act.
        OnrecordError: as `keep.correct` raises it.
    """
    made = correct(path, item, change, meant(change, value), by=by, why=why)
    shown = note(Lookup(load_record(path)), made)
    yield f"{visible(str(path))}: {shown.item}: {shown.line}"
    yield f'To undo it: onrecord correct {visible(str(path))} {made.id} undo --by "{visible(by)}"'


def joined(path: Path, other: Path) -> Iterator[str]:
    """Take over the corrections of another copy, and say what is new, what has no place and where people differ."""
    found = join(path, other)
    lookup = Lookup(found.record)
    lost = [one for one in found.new if one.state == "lost"]
    yield (
        f"{visible(str(path))}: {counted(len(found.new), 'correction')} taken over from {visible(str(other))}, "
        f"{len(lost):,} without a place here, {counted(len(found.differing), 'difference')}."
    )
    for one in lost:
        yield f"no place: {note(lookup, one).item}: {note(lookup, one).line}"
    for later, earlier in found.differing:
        stands, other_word = note(lookup, later), note(lookup, earlier)
        yield f"differing: {stands.item}: {stands.line}, but {other_word.line}"
