"""The record in the terminal: tables, differences and progress. The one door to rich.

Everything here gives text; writing it is left to the commands. Words of reports enter only as plain text, never as
markup, with what a screen would obey written out.
"""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from onrecord.model import Correction, Entity, Statement
from onrecord.show.acts import shown_act
from onrecord.show.corrections import note
from onrecord.show.dates import UNKNOWN, order, plain_date
from onrecord.show.differences import Piece, differences
from onrecord.show.disputed import Block
from onrecord.show.escapes import one_line
from onrecord.show.facts import Fact, of_statement, why_nobody
from onrecord.show.happened import Happened, happened, parties, source_count
from onrecord.show.lookup import (
    NOBODY,
    Lookup,
    counted,
    listed,
    of_these_independent,
    outlet,
    report_name,
    role,
    words,
)
from onrecord.show.statements import Person, Speaker, by_speaker
from onrecord.show.timeline import Entry, entries

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from onrecord.show.draft import Draft
    from onrecord.show.verdicts import Checked

Table: TypeAlias = RenderableType
"""What the functions here make and `render` takes."""
WIDE = 120
"""From this many columns on, outlet and place (with the id) have columns of their own."""
WIDE_COLUMNS = (("outlet", 22), ("place", 30))
NARROWEST = 40
"""A narrower terminal is written for as if it had this many columns."""
PATIENCE = 1.0
"""Seconds of work after which progress is shown."""


def render(content: Table, width: int, colour: bool) -> str:
    """`content` as lines of at most `width` columns; without `colour` there is no escape sequence in it."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(content)
    text = out.getvalue()
    return text if colour else "".join(line.rstrip() + "\n" for line in text.splitlines())


def overview(lookup: Lookup, statements: Sequence[Statement], width: int) -> Table:
    """The statements under their speakers, then by date."""
    if not statements:
        return Text("No statements.")
    groups = [_speaker(lookup, group, width) for group in by_speaker(lookup, statements)]
    return Group(*groups, Text("Timeline", style="bold underline"), Text(), timeline(lookup, statements, width))


def _speaker(lookup: Lookup, group: Speaker, width: int) -> Table:
    heading = _heading(group.entity, f"{counted(len(group.statements), 'statement')}")
    table = _table(("", 1), ("act", 10), ("date", 10), ("words", None), *(WIDE_COLUMNS if width >= WIDE else ()))
    for statement in group.statements:
        act, date = Text(shown_act(statement.act)), Text(plain_date(statement.said_on))
        cells = [Text(), act, date, _telling(lookup, statement, width)]
        if width >= WIDE:
            place = Text(lookup.statement_place(statement), style="cyan").append(
                f"\n{one_line(statement.id)}", style="not cyan dim"
            )
            cells += [_outlet_cell(lookup, statement), place]
        table.add_row(*cells)
    return Group(heading, table, Text())


def _heading(entity: Entity | None, note: str) -> Text:
    heading = Text(one_line(entity.name) if entity else NOBODY.capitalize(), style="bold")
    known = role(entity) if entity else None
    return heading.append(f", {known}" if known else "", style="not bold").append(f"  ({note})", style="not bold dim")


def _table(*columns: tuple[str, int | None]) -> Grid:
    """A table without lines; a column without a width takes what is left. Words are wrapped, never cut."""
    table = Grid(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True, pad_edge=False)
    for name, width in columns:
        table.add_column(name, max_width=width, ratio=None if width else 1, overflow="fold")
    return table


def _telling(lookup: Lookup, statement: Statement, width: int) -> Text:
    """The words; below them outlet, place and id where these have no column, other reports, and why nobody is named."""
    text = Text(words(statement))
    if width < WIDE:
        source = outlet(lookup.report(statement))
        text.append("\n")
        text.append(f"{source} · " if source else "", style="dim").append(
            lookup.statement_place(statement), style="cyan"
        )
        text.append(f" · {one_line(statement.id)}{_also_in(lookup, statement)}", style="dim")
    if lookup.speaker(statement) is None:
        text.append(f"\n{NOBODY}: {why_nobody(lookup, statement)}", style="dim")
    return text


def _outlet_cell(lookup: Lookup, statement: Statement) -> Text:
    also = _also_in(lookup, statement).removeprefix(" · ")
    name = Text(outlet(lookup.report(statement)) or "–")
    return name.append(f"\n{also}" if also else "", style="dim")


def _also_in(lookup: Lookup, statement: Statement) -> str:
    others = lookup.also_in(statement)
    reports = lookup.reports_telling(statement)
    copies = f" ({len(reports):,} reports, {few})" if (few := of_these_independent(reports)) else ""
    return f" · also in {listed(others)}{copies}" if others else ""


def timeline(lookup: Lookup, statements: Sequence[Statement], width: int) -> Table:
    """What happened and what was said by date, an act of speaking once; what has no date comes last.

    Events are those in which somebody takes part who says one of the statements; all of them where the statements are
    all of the record's.
    """
    some = len(statements) < len(lookup.record.statements)
    speakers = {one.speaker for one in statements if one.speaker} if some else None
    rows: list[tuple[str | None, Text, str]] = [
        (one.date, _event(lookup, one, width), lookup.place(one.event.what))
        for one in happened(lookup.record, speakers)
        if one.date
    ]
    rows += [
        (entry.date, _entry(lookup, entry, width), lookup.statement_place(entry.statement))
        for entry in entries(lookup, statements)
    ]
    return _dated(sorted(rows, key=lambda row: order(row[0])), width) if rows else Text("No statements.")


def events(lookup: Lookup, found: Sequence[Happened], width: int) -> Table:
    """What happened by date, with who did it to whom, and its id; what has no date comes last."""
    if not found:
        return Text("No events.")
    rows = [(one.date, _event(lookup, one, width), lookup.place(one.event.what)) for one in found]
    return _dated(rows, width, [one.event.id for one in found])


def _dated(rows: Sequence[tuple[str | None, Text, str]], width: int, ids: Sequence[str] = ()) -> Table:
    """Rows of a date, words and a place; a date stands only where it changes. Ids come last, where given."""
    table = _table(("date", 10 if width < WIDE else 24), ("words", None), *((("place", 30),) if width >= WIDE else ()))
    last = ""
    for (date, words_, place), item in zip(rows, ids or [""] * len(rows), strict=True):
        known = plain_date(date) if date else UNKNOWN
        cells = [Text(known if known != last else "", style="bold"), words_]
        if width >= WIDE:
            cells.append(Text(place, style="cyan").append(f"\n{item}" if item else "", style="not cyan dim"))
        elif item:
            words_.append(f" · {item}", style="not bold dim")
        table.add_row(*cells)
        last = known
    return table


def _event(lookup: Lookup, one: Happened, width: int) -> Text:
    who = parties(lookup, one.event)
    text = Text(f"{who}: " if who else "", style="bold").append(one_line(one.event.what.text), style="not bold")
    text.append(f" ({one.event.type.lower()}, {one.event.status})", style="not bold")
    if width < WIDE:
        text.append("\n").append(lookup.place(one.event.what), style="not bold cyan")
    return text.append(f" · {source_count(one)}" if one.reports > 1 else "", style="not bold dim")


def _entry(lookup: Lookup, entry: Entry, width: int) -> Text:
    text = Text(lookup.speaker_name(entry.statement), style="bold").append(
        f" ({shown_act(entry.statement.act)}): ", style="not bold"
    )
    text.append(words(entry.statement), style="not bold")
    if width < WIDE:
        text.append("\n").append(lookup.statement_place(entry.statement), style="not bold cyan")
    return text.append(_also_in(lookup, entry.statement), style="not bold dim")


def doubts(lookup: Lookup, statements: Sequence[Statement], width: int) -> Table:
    """What needs a human eye: the words, who may have said them and why that is open, or how unsure the finding is.

    Last come the corrections whose words no item of the record stands on any more.
    """
    lost = [one for one in lookup.record.corrections if one.state == "lost"]
    if lost:
        head = [Text(), Text("Corrections that have lost their place", style="bold underline"), Text()]
        return Group(_doubts(lookup, statements, width), *head, corrections(lookup, lost, width))
    return _doubts(lookup, statements, width)


def _doubts(lookup: Lookup, statements: Sequence[Statement], width: int) -> Table:
    if not statements:
        return Text("Nothing.")
    table = _table(("source", 24), ("words", None))
    for one in statements:
        source = one_line(one.source.text) if one.source else lookup.speaker_name(one)
        telling = _telling(lookup, one, min(width, WIDE - 1))
        if lookup.speaker(one) is not None:
            telling.append(f"\nconfidence {one.confidence:.2f}", style="dim")
        table.add_row(Text(source, style="bold"), telling)
    return table


def corrections(lookup: Lookup, made: Iterable[Correction], width: int) -> Table:
    """What people have corrected: the item, what they say of it, what the machine reads, who, why and the id."""
    table = _table(("item", 24 if width < WIDE else 40), ("correction", None))
    for one in made:
        shown = note(lookup, one)
        ids = f"\n{one.id}" + (f" · {one.kind} {one.applies_to}" if one.applies_to else "")
        table.add_row(Text(shown.item, style="bold"), Text(shown.line).append(ids, style="cyan"))
    return table if table.row_count else Text("Nobody has corrected anything.")


def disagreements(lookup: Lookup, pairs: Iterable[tuple[Correction, Correction]], width: int) -> Table:
    """Where people differ: the item, the word that stands and the other, each with its id, to undo one of them."""
    table = _table(("item", 24 if width < WIDE else 40), ("corrections", None))
    for later, earlier in pairs:
        told = Text()
        for one in (later, earlier):
            told.append(f"{note(lookup, one).line}\n").append(f"{one.id}\n", style="cyan")
        table.add_row(Text(note(lookup, later).item, style="bold"), told)
    return table if table.row_count else Text("Nobody differs from anybody.")


def people(found: Sequence[Person], width: int) -> Table:
    """Those who speak or are named: name, roles and id, type, number of statements and of reports."""
    if not found:
        return Text("Nobody.")
    table = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("name", overflow="fold", max_width=max(width - 44, 20))
    table.add_column("type")
    table.add_column("statements", justify="right")
    table.add_column("reports", justify="right")
    has_copies = any(one.independent < one.reports for one in found)
    if has_copies:
        table.add_column("independent", justify="right")
    for one in found:
        known = role(one.entity)
        below = f"{known}\n{one_line(one.entity.id)}" if known else one_line(one.entity.id)
        name = Text(one_line(one.entity.name), style="bold").append(f"\n{below}", style="not bold dim")
        counts = (one.statements, one.reports, *((one.independent,) if has_copies else ()))
        table.add_row(name, one.entity.type, *(f"{count:,}" for count in counts))
    return table


def statement(lookup: Lookup, one: Statement) -> Table:
    """Everything about one statement, its sentence in the report, and its other tellings word by word."""
    facts = _table(("fact", 13), ("value", None))
    for fact in of_statement(lookup, one):
        facts.add_row(Text(fact.name, style="dim"), _fact(fact))
    twins = [_side_by_side(lookup, one, twin) for twin in lookup.twins(one)]
    head = [Text("Other tellings of the same words", style="bold underline"), Text()] if twins else []
    return Group(_heading(lookup.speaker(one), shown_act(one.act)), Text(), facts, Text(), *head, *twins)


def _fact(fact: Fact) -> Text:
    """The value, parts of the statement underlined and between angle brackets, and where it stands."""
    text = Text()
    for piece, lit in fact.value:
        text.append(f"⟨{piece}⟩" if lit else piece, style="underline" if lit else "")
    return text.append(f"  {fact.place}" if fact.place else "", style="cyan")


def _side_by_side(lookup: Lookup, one: Statement, twin: Statement) -> Table:
    """Both tellings in two columns: what only the first has in [-…-], what only the second has in {+…+}."""
    table = Grid(box=None, padding=(0, 2, 0, 0), expand=True, pad_edge=False, show_header=False)
    table.add_column("this", ratio=1, overflow="fold")
    table.add_column("that", ratio=1, overflow="fold")
    both = differences(words(one), words(twin))
    left, right = both or ((Piece(words(one), True),), (Piece(words(twin), True),))
    table.add_row(*(_origin(lookup, each) for each in (one, twin)))
    table.add_row(_marked(left, "[-", "-]", "red"), _marked(right, "{+", "+}", "green"))
    alike = both and all(piece.same for piece in (*left, *right))
    note = Text("word for word the same" if alike else "" if both else "too long to compare", style="dim")
    return Group(table, note) if note.plain else Group(table, Text())


def _origin(lookup: Lookup, one: Statement) -> Text:
    return Text(f"{report_name(lookup.report(one))} · ", style="dim").append(
        lookup.statement_place(one), style="not dim cyan"
    )


def _marked(pieces: Iterable[Piece], begin: str, end: str, style: str) -> Text:
    text = Text()
    for piece in pieces:
        text.append(piece.text if piece.same else f"{begin}{piece.text}{end}", style="" if piece.same else style)
    return text


def blocks(found: Iterable[Block], empty: str) -> Table:
    """Points in dispute, or conflicts: each with its heading and rows; `empty` where there are none."""
    parts: list[Table] = []
    group = ""
    for one in found:
        if one.group != group:
            group = one.group
            parts += [Text(group, style="bold underline"), Text()]
        table = _table(("name", 16), ("words", None))
        for row in one.rows:
            told = Text()
            for piece, lit in row.words:
                told.append(piece, style="underline" if lit else "")
            told.append("\n").append(row.below, style="dim")
            table.add_row(Text(row.name, style="bold"), told)
        parts += [Text(one.heading, style="bold").append(f"  ({one.note})", style="not bold dim"), table, Text()]
    return Group(*parts) if parts else Text(empty)


def checks(draft: Draft, found: Sequence[Checked]) -> Table:
    """Each quotation and attribution of a draft with its verdict, where it stands in the record, and what differs."""
    if not found:
        return Text("No quotations and no attributions.")
    table = _table(("verdict", 13), ("words", None))
    for one in found:
        colour = "green" if one.verdict == "exact" else "red"
        table.add_row(Text(one.verdict, style=f"bold {colour}"), _check(draft, one))
    exact = sum(one.verdict == "exact" for one in found)
    return Group(
        table,
        Text(f"\n{exact:,} of {counted(len(found), 'quotation or attribution', 'quotations and attributions')} exact."),
    )


def _check(draft: Draft, one: Checked) -> Text:
    mark = "#" if draft.extracted else ":"
    text = Text(f"“{one_line(one.words)}”" if one.quoted else one_line(one.words))
    text.append(f"\n{one_line(draft.name)}{mark}{one.start}-{one.end}, line {one.line:,}", style="dim")
    text.append(f" · {one_line(one.speaker)}" if one.speaker else "", style="dim")
    if one.place:
        text.append(f"\n{one.place}", style="cyan")
        text.append(f" · {one_line(one.said_by) if one.said_by else NOBODY}", style="dim")
        text.append(f" · {one.statement}" if one.statement else "", style="dim")
    if one.notes:
        text.append(f"\n{'; '.join(one.notes)}", style="dim")
    if one.differences and not all(piece.same for side in one.differences for piece in side):
        for name, pieces, marks in (
            ("record", one.differences[0], ("[-", "-]", "red")),
            ("draft", one.differences[1], ("{+", "+}", "green")),
        ):
            text.append(f"\n{name}: ", style="dim").append_text(_marked(pieces, *marks))
    return text


class Bar:
    """Progress of a long job on the error stream: nothing for the first second, and nothing where nobody looks.

    It appears by itself and goes on moving, so that a single long report, of which nothing is told until it has been
    read to its end, is seen to be at work.
    """

    def __init__(self) -> None:
        self._seen = sys.stderr.isatty()
        self._told: dict[str, tuple[int, int | None]] = {}
        self._tasks: dict[str, TaskID] = {}
        self._shown: Progress | None = None
        self._is_over = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Bar:
        if self._seen:
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            self._is_over = True
            if self._shown is not None:
                self._shown.stop()

    def __call__(self, step: str, done: int, of: int | None) -> None:
        """Is told the step, how much of it is done and of how much, as `onrecord.run.Progress`."""
        with self._lock:
            self._told[step] = done, of
            if self._shown is not None:
                self._draw(self._shown, step)

    def _show(self) -> None:
        shown = _progress()
        with self._lock:
            if self._is_over:
                return
            self._shown = shown
            shown.start()
            for step in self._told:
                self._draw(shown, step)

    def _draw(self, shown: Progress, step: str) -> None:
        done, of = self._told[step]
        if step not in self._tasks:
            self._tasks[step] = shown.add_task(step, total=of)
        shown.update(self._tasks[step], completed=done, total=of)


def _progress() -> Progress:
    # Loaded only here: it takes longer than all else that a table needs.
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    name, count = TextColumn("{task.description:5}"), MofNCompleteColumn()
    columns = (SpinnerColumn("line"), name, BarColumn(), count, TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
