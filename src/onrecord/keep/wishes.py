"""What a person asks for, read into the parts of a correction: what it is made to, and the value it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, get_args

from onrecord.days import days_of
from onrecord.errors import UnknownId, UsageError
from onrecord.keep.changes import KINDS, Pinned, ranges
from onrecord.keep.changes import value as value_of
from onrecord.keep.draft import LISTS
from onrecord.keep.identity import apart_id, meet
from onrecord.keep.ids import SHOWN, resolve
from onrecord.keep.places import Spans, words_of
from onrecord.model import EVENT_TYPES, Act, Entity, Event, Record, Report, Span, Statement, Status, encode

NOBODY, UNKNOWN = "nobody", "unknown"
"""The values that take somebody or a date away."""
_LIMITS = re.compile(r"(\d{1,12})-(\d{1,12})")
_PLACE = re.compile(r"(.+)[:#](\d{1,12})-(\d{1,12})")


class Wish(NamedTuple):
    """The parts of a correction that depend on the record."""

    kind: str
    target: str
    old: str | None
    new: str | None
    at: Spans
    new_at: Spans


class Wishes:
    """Reads wishes for the record in the file `path`, of which `shown` and the machine's reading are at hand."""

    def __init__(self, path: str | Path, shown: Record, machine: Record) -> None:
        self._path, self._shown, self._machine = path, shown, machine
        self._items = {kind: {item.id: item for item in getattr(shown, name)} for kind, name in LISTS.items()}
        self._read = {one.id: one for one in machine.statements}

    def wish(self, item: str, change: str, value: str | None) -> Wish:
        """What the command line says, in full.

        Raises:
            UsageError: there is no such change, or the value does not fit it.
            UnknownId: nothing, or more than one thing, is called so.
        """
        if change not in KINDS:
            raise UsageError(change, "there is no such change", f"Changes are: {', '.join(KINDS)}")
        if (value is None) != (change in ("confirm", "reject", "undo")):
            few = "it needs a value" if value is None else "it takes no value"
            raise UsageError(change, few, "See `onrecord correct --help`")
        if change == "undo":
            return self._undo(item)
        kind, target = self._target(item, KINDS[change])
        found = self._items[kind][target]
        if change in ("confirm", "reject"):
            new, new_at = self._pinned(found) if change == "confirm" else (None, ())
            return Wish(kind, target, None, new, self._at(found), new_at)
        if change in ("merge", "split"):
            return self._judged(kind, found, change, value or "")
        field = self._event_field if isinstance(found, Event) else self._field
        new, new_at = field(change, found, value or "")
        old = value_of(change, found)
        if old == new:
            raise UsageError(value or change, "that is what is on record already", "To say that it is right: confirm")
        return Wish(kind, target, old, new, self._at(found), new_at)

    def _undo(self, item: str) -> Wish:
        target = resolve(self._path, item, "correction")
        one = next(each for each in self._shown.corrections if each.id == target)
        if one.state == "undone":
            raise UsageError(item, "it is undone already", "To make it again, undo the undo")
        return Wish("correction", target, one.new, one.old, (), ())

    def _target(self, item: str, kinds: tuple[str, ...]) -> tuple[str, str]:
        if "entity" in kinds and (named := self._named(item)):
            return "entity", named
        try:
            target = resolve(self._path, item)
        except UnknownId:
            self._refuse_rejected(item)
            raise
        kind = next((kind for kind in LISTS if target in self._items[kind]), None)
        if kind not in kinds:
            what = f"it is {_a(kind)}" if kind else "it is no item of the record that can be corrected so"
            raise UsageError(item, what, f"Name {' or '.join(_a(one) for one in kinds)}")
        return kind, target

    def _refuse_rejected(self, item: str) -> None:
        for one in self._shown.corrections:
            if one.change == "reject" and one.state == "applied" and one.target.startswith(item.strip().lower()):
                raise UnknownId(item, f"it was rejected by {one.by}", f"Undo that first: correct RECORD {one.id} undo")

    def _at(self, item: Any) -> Spans:
        """The words to find an item again by: for a statement those that the machine read."""
        return words_of(self._read.get(item.id, item) if isinstance(item, Statement) else item, self._machine)

    def _pinned(self, item: Any) -> tuple[str | None, Spans]:
        if not isinstance(item, Statement):
            return None, ()
        speaker = self._items["entity"].get(item.speaker or "")
        pinned = Pinned(item.act, ranges(item.content), item.said_on, item.speaker)
        return encode(pinned).decode(), self._at(speaker) if speaker else ()

    # ---- fields of a statement or an event --------------------------------------------------------------------

    def _field(self, change: str, one: Statement, value: str) -> tuple[str | None, Spans]:
        if change == "act":
            if value not in get_args(Act):
                raise UsageError(value, "there is no such act", f"Acts are: {', '.join(get_args(Act))}")
            return value, ()
        if change == "date":
            return _date(value), ()
        report = next(each for each in self._shown.reports if each.id == one.report)
        if change == "span":
            content = tuple(_span(report, part) for part in value.split(","))
            if any(a.end > b.start for a, b in pairwise(content)):
                raise UsageError(value, "its parts overlap or are not in their order", "Give them as they stand")
            return ranges(content), content
        return self._who(report, value)

    def _who(self, report: Report, value: str) -> tuple[str | None, Spans]:
        if value == NOBODY:
            return None, ()
        if _LIMITS.fullmatch(value):
            words = _span(report, value)
            met = [(e, m) for e in self._items["entity"].values() for m in e.mentions if meet(m, words)]
            exact = [e for e, m in met if (m.start, m.end) == (words.start, words.end)]
            holder = next(iter([*exact, *(e for e, _ in met)]), None)
            return (holder.id if holder else value), (words,)
        entity = self._items["entity"][self._entity(value)]
        return entity.id, self._at(entity)

    def _event_field(self, change: str, one: Event, value: str) -> tuple[str | None, Spans]:
        if change == "date":
            return _date(value), ()
        if change == "type":
            if value.upper() not in EVENT_TYPES:
                types = ", ".join(EVENT_TYPES).lower()
                raise UsageError(value, "there is no such type of event", f"Types are: {types}")
            return value.upper(), ()
        if change == "status":
            if value not in get_args(Status):
                raise UsageError(value, "there is no such status", f"Statuses are: {', '.join(get_args(Status))}")
            return value, ()
        report = next(each for each in self._shown.reports if each.id == one.what.report)
        return self._who(report, value)

    # ---- who is who, what is one utterance -------------------------------------------------------------------

    def _judged(self, kind: str, found: Any, change: str, value: str) -> Wish:
        if kind == "entity":
            return self._merged(found, value) if change == "merge" else self._split(found, value)
        other = self._statement(value, change)
        if other.id == found.id:
            raise UsageError(value, "that is the same item", "Name two that differ")
        return Wish(kind, found.id, None, other.id, self._at(found), self._at(other))

    def _statement(self, value: str, change: str) -> Statement:
        kind, one = self._target(value, ("statement", "utterance") if change == "merge" else ("statement",))
        if kind == "utterance":
            one = self._items["utterance"][one].statements[0]
        found: Statement = self._items["statement"][one]
        return found

    def _merged(self, found: Entity, value: str) -> Wish:
        other = self._items["entity"][self._entity(value)]
        if other.id == found.id:
            raise UsageError(value, "that is the same entity", "Name another one")
        return Wish("entity", found.id, None, other.id, self._at(found), self._at(other))

    def _split(self, found: Entity, value: str) -> Wish:
        places = self._places(found, value)
        if places is None:
            other = self._items["entity"][self._entity(value)]
            if other.id == found.id:
                raise UsageError(value, "that is the same entity", "Name a report, or a place as FILE:START-END")
            return Wish(
                "entity", found.id, None, other.id, self._at(found), tuple(each.words for each in other.mentions)
            )
        moved = [mention for mention in found.mentions if any(meet(mention, place) for place in places)]
        stay = [mention for mention in found.mentions if mention not in moved]
        if not moved or not stay:
            problem = "none of its mentions stands there" if stay else "all of its mentions stand there"
            raise UsageError(value, problem, "Name a report or place with some of them: onrecord show RECORD people")
        rest = Entity(id=found.id, name=found.name, type=found.type, mentions=tuple(stay))
        return Wish("entity", found.id, None, apart_id(moved[0]), self._at(rest), tuple(each.words for each in moved))

    def _places(self, found: Entity, value: str) -> Iterable[Span] | None:
        """The words that a report or a place names; None where the value names neither."""
        place = _PLACE.fullmatch(value)
        for report in self._shown.reports:
            if value in (*report.files, report.id):
                return found.mentions and [each for each in found.mentions if each.report == report.id]
            if place and place[1] in (*report.files, report.id):
                return [_span(report, f"{place[2]}-{place[3]}")]
        return None

    def _named(self, value: str) -> str | None:
        """The id of the entity of that name, or with a mention of that name; None where there is none."""
        wanted = value.strip().casefold()
        people = self._items["entity"].values()
        found = [one.id for one in people if one.name.casefold() == wanted]
        found = found or [one.id for one in people if any(each.bare.casefold() == wanted for each in one.mentions)]
        if len(found) > 1:
            told = [self._told_apart(self._items["entity"][one]) for one in sorted(found)]
            some = "; ".join(told[:SHOWN]) + (f" and {len(told) - SHOWN} more" if len(told) > SHOWN else "")
            raise UnknownId(value, f"{len(found)} entities are called so: {some}", "Give an id")
        return found[0] if found else None

    def _told_apart(self, one: Entity) -> str:
        """What tells which entity is meant: its id, its name and role, how many reports name it, and where first."""
        rank = {report.id: n for n, report in enumerate(self._shown.reports)}
        role = f", {_in_line(one.roles[0].role)}" if one.roles else ""
        where = "in no report"
        if one.mentions:
            count = len({each.report for each in one.mentions})
            first = min(one.mentions, key=lambda each: (rank[each.report], each.start))
            report = self._shown.reports[rank[first.report]]
            mark = "#" if report.extracted else ":"
            reports = f"{count} report{'s' * (count > 1)}"
            where = f"in {reports}, first {_in_line(report.file)}{mark}{first.start}-{first.end}"
        return f"{one.id} is {_in_line(one.name)}{role} ({one.type}, {where})"

    def _entity(self, value: str) -> str:
        return self._named(value) or resolve(self._path, value, "entity")


def _date(value: str) -> str | None:
    if value == UNKNOWN:
        return None
    if days_of(value) is None:
        cure = f"Write 2019-01-15, 2019-01, 2019, 2019-01-15/2019-01-17 or {UNKNOWN}"
        raise UsageError(value, "it is no date", cure)
    return value


def _span(report: Report, limits: str) -> Span:
    pair = _LIMITS.fullmatch(limits.strip())
    if pair is None:
        raise UsageError(limits, "it is no range of characters", "Write START-END, as `onrecord show` prints places")
    try:
        return report.span(int(pair[1]), int(pair[2]))
    except ValueError as error:
        raise UsageError(limits, str(error), "Take the limits from `onrecord show`") from None


def _in_line(words: str) -> str:
    return " ".join(words.split())


def _a(kind: str | None) -> str:
    return f"an {kind}" if kind and kind[0] in "aeiou" else f"a {kind}"
