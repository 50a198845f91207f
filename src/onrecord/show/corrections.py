"""What people have corrected, in words: a person's value beside the machine's."""

from __future__ import annotations

import msgspec

from onrecord.model import Correction
from onrecord.show.acts import shown_act
from onrecord.show.dates import plain_date
from onrecord.show.escapes import one_line
from onrecord.show.lookup import NOBODY, Lookup

SHORT = 60
"""Characters of the words of an item that tell which one is meant."""
_PARTIES = ("agent", "patient")
_FIELDS = ("speaker", "act", "date", "span", *_PARTIES, "type", "status")
_STATES = {
    "applied": "",
    "overruled": "a later correction stands over it",
    "undone": "undone",
    "lost": "nothing in this record stands on its words any more",
}
_DEEDS = {"confirm": "confirmed", "reject": "rejected", "merge": "one with", "split": "not one with"}


class Note(msgspec.Struct, frozen=True):
    """A correction as people read it; `machine` is what the machine reads in its place, empty where nothing."""

    correction: Correction
    item: str
    """The words of the item, or its name."""
    deed: str
    machine: str
    who: str
    state: str
    """What has become of it; empty where it stands."""

    @property
    def line(self) -> str:
        """All of it, without the item: `act: denies (Ana Ruiz, 2026-11-26: as it says); the machine reads: states`."""
        why = f": {one_line(self.correction.why)}" if self.correction.why else ""
        machine = f"; the machine reads: {self.machine}" if self.machine else ""
        state = f" [{self.state}]" if self.state else ""
        return f"{self.deed} ({self.who}{why}){machine}{state}"


def note(lookup: Lookup, one: Correction) -> Note:
    """The correction in words."""
    return Note(
        correction=one,
        item=_item(lookup, one),
        deed=_deed(lookup, one),
        machine=_value(lookup, one, one.machine) if one.change in _FIELDS else "",
        who=f"{one_line(one.by)}, {one_line(one.when[:10])}",
        state=_STATES[one.state],
    )


def notes(lookup: Lookup, item: str) -> tuple[Note, ...]:
    """The corrections that are made to an item, the earliest first."""
    return tuple(note(lookup, one) for one in lookup.corrections(item))


def _deed(lookup: Lookup, one: Correction) -> str:
    if one.change == "undo":
        undone = next((each for each in lookup.record.corrections if each.id == one.target), None)
        return f"undoes {one.target}" + (f" ({undone.change})" if undone else "")
    if one.change in ("merge", "split"):
        return f"{_DEEDS[one.change]} {_short(lookup.name(one.new) or _words(one) or one.new or '')}"
    return _DEEDS.get(one.change) or f"{one_line(one.change)}: {_value(lookup, one, one.new)}"


def _value(lookup: Lookup, one: Correction, value: str | None) -> str:
    if one.change in ("speaker", *_PARTIES):
        words = _words(one) if value == one.new else ""
        nobody = NOBODY if one.change == "speaker" else "nobody"
        return nobody if value is None else lookup.name(value) or _short(words or value)
    if one.change == "act" and value:
        return one_line(shown_act(value))
    if one.change == "type":
        return one_line(value or "").lower()
    return plain_date(value) if one.change == "date" else one_line(value or "–")


def _words(one: Correction) -> str:
    return one.new_at[0].text if one.new_at else ""


def _item(lookup: Lookup, one: Correction) -> str:
    if one.kind == "correction":
        undone = next((each for each in lookup.record.corrections if each.id == one.target), None)
        return _item(lookup, undone) if undone and undone.kind != "correction" else one.target
    if one.kind == "entity" and (name := lookup.name(one.applies_to or one.target)):
        return name
    words = one_line(one.at[0].text) if one.at else ""
    return f"“{_short(words)}”" if one.kind != "entity" and words else _short(words or one.target)


def _short(text: str) -> str:
    line = one_line(text)
    return f"{line[:SHORT].rsplit(' ', 1)[0]} …" if len(line) > SHORT else line
