"""What the command `show` does. What it needs is loaded when it runs, so that other commands begin at once."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.errors import UsageError
from onrecord.show.escapes import one_line
from onrecord.show.screen import print_json, print_table, width

if TYPE_CHECKING:
    from onrecord.show.lookup import Lookup


class View(StrEnum):
    """What `show` can show."""

    people = "people"
    timeline = "timeline"
    events = "events"
    points = "points"
    conflicts = "conflicts"
    doubts = "doubts"
    corrections = "corrections"
    differences = "differences"
    statement = "statement"


def view_of(name: str | None) -> View | None:
    """The view of that name.

    Raises:
        UsageError: there is none.
    """
    if name is not None and name not in tuple(View):
        raise UsageError(one_line(name), "there is no such view", f"Views are: {', '.join(View)}")
    return None if name is None else View(name)


class Asked(NamedTuple):
    """What is to be shown, as the command line says it."""

    view: View | None
    item: str | None
    speaker: str | None
    about: str | None
    meaning: bool
    json: bool


def shown(file: Path, asked: Asked) -> int:
    """Print what is asked for.

    Raises:
        UsageError: the options do not fit together, or nobody is called so.
        RecordError: the record cannot be read.
    """
    from onrecord.keep import load_record
    from onrecord.show.lookup import Lookup
    from onrecord.show.statements import choose

    view, filtered = asked.view, asked.speaker is not None or asked.about is not None
    if (view is View.statement) != (asked.item is not None):
        raise UsageError("show", "`statement` and an id belong together", "Write `onrecord show RECORD statement ID`")
    if asked.item is not None and (asked.speaker or asked.about):
        raise UsageError("show", "an id names one statement already", "Leave out --speaker and --about")
    if asked.meaning and asked.about is None:
        raise UsageError("--meaning", "it says how --about is meant", "Give --about WORDS with it")
    lookup = Lookup(load_record(file))
    if asked.item is not None:
        return _show_statement(lookup, file, asked.item, asked.json)
    chosen = choose(lookup, asked.speaker, _among(file, asked, len(lookup.record.statements)))
    if view in (View.points, View.conflicts):
        return _show_disputed(lookup, view, chosen if filtered else None, asked.json)
    return _show_chosen(lookup, view, chosen, asked.json, filtered=filtered)


def _among(file: Path, asked: Asked, count: int) -> set[str] | None:
    """The ids of the statements that are about what is asked for; None where nothing is."""
    if asked.about is None:
        return None
    if asked.meaning:
        from onrecord.keep import search_by_meaning

        return set(search_by_meaning(file, asked.about))
    from onrecord.keep import search

    return set(search(file, asked.about, max(count, 1)))


def _show_statement(lookup: Lookup, file: Path, item: str, json: bool) -> int:
    from onrecord.keep import resolve
    from onrecord.show import terminal

    found = lookup.statements[resolve(file, item, "statement")]
    print_json(found) if json else print_table(terminal.statement(lookup, found))
    return 0


def _show_disputed(lookup: Lookup, view: View | None, chosen: Sequence[Any] | None, json: bool) -> int:
    from onrecord.show import disputed, terminal

    if view is View.points:
        points = disputed.about_points(lookup, None if chosen is None else {one.id for one in chosen})
        print_json(points) if json else print_table(terminal.blocks(disputed.points(lookup, points), "No points."))
    else:
        found = disputed.about_conflicts(lookup, chosen)
        print_json(found) if json else print_table(terminal.blocks(disputed.conflicts(lookup, found), "No conflicts."))
    return 0


def _show_chosen(lookup: Lookup, view: View | None, chosen: Sequence[Any], json: bool, *, filtered: bool) -> int:
    from onrecord.show import terminal
    from onrecord.show.statements import by_date, doubtful, people

    if view is View.doubts:
        chosen = doubtful(lookup, chosen)
    if view is View.events:
        _show_events(lookup, chosen, json, filtered=filtered)
    elif view is View.corrections:
        made = lookup.record.corrections
        print_json(made) if json else print_table(terminal.corrections(lookup, made, width()))
    elif view is View.differences:
        _show_differences(lookup, json)
    elif view is View.people:
        found = people(lookup, chosen, speaking=filtered)
        print_json([one.entity for one in found]) if json else print_table(terminal.people(found, width()))
    elif json:
        print_json(by_date(lookup, chosen) if view is View.timeline else chosen)
    else:
        tables: dict[View | None, Any] = {View.timeline: terminal.timeline, View.doubts: terminal.doubts}
        print_table(tables.get(view, terminal.overview)(lookup, chosen, width()))
    return 0


def _show_differences(lookup: Lookup, json: bool) -> None:
    """Where people differ; in JSON the corrections that do, each once."""
    from onrecord.keep import differing
    from onrecord.show import terminal

    pairs = differing(lookup.record.corrections)
    both = list(dict.fromkeys(one for pair in pairs for one in pair))
    print_json(both) if json else print_table(terminal.disagreements(lookup, pairs, width()))


def _show_events(lookup: Lookup, chosen: Sequence[Any], json: bool, *, filtered: bool) -> None:
    """The events; filtered, those in which somebody takes part who says one of the chosen statements."""
    from onrecord.show import terminal
    from onrecord.show.happened import happened

    speakers = {one.speaker for one in chosen if one.speaker} if filtered else None
    found = happened(lookup.record, speakers)
    print_json([one.event for one in found]) if json else print_table(terminal.events(lookup, found, width()))
