"""The record in the terminal: tables, differences and progress. The one door to rich.

Everything here gives text; writing it is left to the commands. Words of reports enter only as plain text, never as
markup, with what a screen would obey written out.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterable, Sequence
from types import TracebackType

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from onrecord.model import Entity, Record, Span, Statement
from onrecord.show.dates import UNKNOWN, days, plain_date
from onrecord.show.differences import Piece, differences
from onrecord.show.escapes import one_line, visible
from onrecord.show.lookup import NOBODY, Lookup, counted, listed, outlet, report_name, role, words
from onrecord.show.statements import Person, Speaker, by_speaker
from onrecord.show.timeline import Entry, entries

WIDE = 120
"""From this many columns on, outlet and place have columns of their own."""
NARROWEST = 40
"""A narrower terminal is written for as if it had this many columns."""
PATIENCE = 1.0
"""Seconds of work after which progress is shown."""
AROUND = 160
"""Characters shown of the report on each side of a statement, at most."""


def render(content: RenderableType, width: int, colour: bool) -> str:
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


def overview(lookup: Lookup, statements: Sequence[Statement], width: int) -> RenderableType:
    """The statements under their speakers, then by date."""
    if not statements:
        return Text("No statements.")
    groups = [_speaker(lookup, group, width) for group in by_speaker(lookup, statements)]
    return Group(*groups, Text("Timeline", style="bold underline"), Text(), timeline(lookup, statements, width))


def _speaker(lookup: Lookup, group: Speaker, width: int) -> RenderableType:
    heading = _heading(group.entity, f"{counted(len(group.statements), 'statement')}")
    table = _table(("act", 9), ("date", 10), ("words", None), *((("outlet", 22), ("place", 30)) if width >= WIDE else ()))
    for statement in group.statements:
        cells = [Text(statement.act), Text(plain_date(statement.said_on)), _telling(lookup, statement, width)]
        if width >= WIDE:
            cells += [_outlet_cell(lookup, statement), Text(lookup.statement_place(statement), style="cyan")]
        table.add_row(*cells)
    return Group(heading, Padding(table, (0, 0, 1, 2)))


def _heading(entity: Entity | None, note: str) -> Text:
    heading = Text(one_line(entity.name) if entity else NOBODY.capitalize(), style="bold")
    known = role(entity) if entity else None
    return heading.append(f", {known}" if known else "", style="not bold").append(f"  ({note})", style="not bold dim")


def _table(*columns: tuple[str, int | None]) -> Table:
    """A table without lines; a column without a width takes what is left. Words are wrapped, never cut."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True, pad_edge=False)
    for name, width in columns:
        table.add_column(name, max_width=width, ratio=None if width else 1, overflow="fold")
    return table


def _telling(lookup: Lookup, statement: Statement, width: int) -> Text:
    """The words; below them outlet and place where these have no column, other reports, and why nobody is named."""
    text = Text(words(statement))
    if width < WIDE:
        source = outlet(lookup.report(statement))
        text.append("\n")
        text.append(f"{source} · " if source else "", style="dim").append(lookup.statement_place(statement), style="cyan")
        text.append(_also_in(lookup, statement), style="dim")
    if lookup.speaker(statement) is None:
        text.append(f"\n{NOBODY}: {_reason(lookup, statement)}", style="dim")
    return text


def _outlet_cell(lookup: Lookup, statement: Statement) -> Text:
    also = _also_in(lookup, statement).removeprefix(" · ")
    name = Text(outlet(lookup.report(statement)) or "–")
    return name.append(f"\n{also}" if also else "", style="dim")


def _also_in(lookup: Lookup, statement: Statement) -> str:
    others = lookup.also_in(statement)
    return f" · also in {listed(others)}" if others else ""


def _reason(lookup: Lookup, statement: Statement) -> str:
    """Why the speaker is not known, and who it may be."""
    why = one_line(statement.speaker_why or "no reason is recorded")
    maybe = [f"{lookup.name(one.entity)} ({one.score:.2f})" for one in statement.candidates if lookup.name(one.entity)]
    return f"{why}; perhaps {listed(maybe)}" if maybe else why


def timeline(lookup: Lookup, statements: Sequence[Statement], width: int) -> RenderableType:
    """What was said by date and by whom, an act of speaking once; what has no date comes last."""
    if not statements:
        return Text("No statements.")
    table = _table(("date", 10 if width < WIDE else 24), ("words", None), *((("place", 30),) if width >= WIDE else ()))
    last = ""
    for entry in entries(lookup, statements):
        known = plain_date(entry.date) if days(entry.date) else (one_line(entry.date) if entry.date else UNKNOWN)
        cells = [Text(known if known != last else "", style="bold"), _entry(lookup, entry, width)]
        if width >= WIDE:
            cells.append(Text(lookup.statement_place(entry.statement), style="cyan"))
        table.add_row(*cells)
        last = known
    return table


def _entry(lookup: Lookup, entry: Entry, width: int) -> Text:
    text = Text(lookup.speaker_name(entry.statement), style="bold").append(f" ({entry.statement.act}): ", style="not bold")
    text.append(words(entry.statement), style="not bold")
    if width < WIDE:
        text.append("\n").append(lookup.statement_place(entry.statement), style="not bold cyan")
    return text.append(_also_in(lookup, entry.statement), style="not bold dim")


def people(found: Sequence[Person], width: int) -> RenderableType:
    """Those who speak or are named: name and roles, type, number of statements and of reports."""
    if not found:
        return Text("Nobody.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("name", overflow="fold", max_width=max(width - 44, 20))
    table.add_column("type")
    table.add_column("statements", justify="right")
    table.add_column("reports", justify="right")
    for one in found:
        known = role(one.entity)
        name = Text(one_line(one.entity.name), style="bold").append(f"\n{known}" if known else "", style="not bold dim")
        table.add_row(name, one.entity.type, f"{one.statements:,}", f"{one.reports:,}")
    return table


def statement(lookup: Lookup, one: Statement) -> RenderableType:
    """Everything about one statement, its sentence in the report, and its other tellings word by word."""
    facts = _table(("fact", 13), ("value", None))
    for name, value in _facts(lookup, one):
        facts.add_row(Text(name, style="dim"), value if isinstance(value, Text) else Text(value))
    twins = [_side_by_side(lookup, one, twin) for twin in lookup.twins(one)]
    head = [Text("Other tellings of the same words", style="bold underline"), Text()] if twins else []
    return Group(_heading(lookup.speaker(one), one.act), Text(), facts, Text(), *head, *twins)


def _facts(lookup: Lookup, one: Statement) -> Iterable[tuple[str, str | Text]]:
    """Each thing that is recorded of the statement, by name; what is not known is said to be so."""
    report = lookup.report(one)
    for number, part in enumerate(one.content):
        yield "" if number else "words", _placed(lookup, part)
    yield "in the report", _around(lookup, one)
    yield "source", _placed(lookup, one.source) if one.source else "none in the text"
    yield "cue", _placed(lookup, one.cue) if one.cue else "none in the text"
    yield "speaker", lookup.speaker_name(one)
    yield "why", _reason(lookup, one) if lookup.speaker(one) is None else one_line(one.speaker_why or "–")
    if one.to:
        yield "to", lookup.name(one.to) or one.to
    yield "act", f"{one.act}, {one.form}, {one.mode}"
    yield "said on", plain_date(one.said_on) if one.said_on else UNKNOWN
    if one.occasion:
        yield "occasion", _placed(lookup, one.occasion)
    for span in one.relayed_by:
        yield "relayed by", _placed(lookup, span)
    if one.inside:
        yield "inside", f"statement {one.inside}"
    yield "confidence", f"{one.confidence:.2f}"
    yield "report", _report(lookup, one)
    yield "published", _published(report.published, report.published_basis, report.published_why)
    yield "id", one.id


def _placed(lookup: Lookup, span: Span) -> Text:
    return Text(one_line(span.text)).append(f"  {lookup.place(span)}", style="cyan")


def _report(lookup: Lookup, one: Statement) -> str:
    report = lookup.report(one)
    parts = (outlet(report), one_line(report.headline.text) if report.headline else None, one_line(report.file))
    return " · ".join(part for part in parts if part)


def _published(date: str | None, basis: str | None, why: str | None) -> str:
    known = plain_date(date) if date else UNKNOWN
    return "; ".join(part for part in (known, basis, one_line(why or "")) if part)


def _around(lookup: Lookup, one: Statement) -> Text:
    """The sentence or so that the statement stands in, its parts underlined and between angle brackets."""
    text = lookup.report(one).text
    spans = sorted(one.content, key=lambda part: part.start)
    begin, end = _before(text, spans[0].start), _after(text, max(part.end for part in spans))
    shown, at = Text(), begin
    for part in spans:
        shown.append(_inner(text[at : part.start])).append("⟨", style="dim")
        shown.append(_inner(text[max(at, part.start) : part.end]), style="underline").append("⟩", style="dim")
        at = max(at, part.end)
    return shown.append(_inner(text[at:end]))


def _before(text: str, start: int) -> int:
    """Where the sentence begins that leads to `start`: after a full stop or line end, but not too far back."""
    least = max(0, start - AROUND)
    ends = [text.rfind(mark, least, start) + len(mark) for mark in (". ", "! ", "? ", "\n") if mark in text[least:start]]
    return max(ends, default=least)


def _after(text: str, end: int) -> int:
    """Where the sentence ends that goes on at `end`."""
    most = min(len(text), end + AROUND)
    ends = [text.find(mark, end, most) + 1 for mark in (". ", "! ", "? ", "\n") if mark in text[end:most]]
    return min(ends, default=most)


def _inner(text: str) -> str:
    """`text` on one line, but with the blanks at its ends, where it is joined to its neighbours."""
    return visible(" ".join(f"·{text}·".split()))[1:-1] if text else ""


def _side_by_side(lookup: Lookup, one: Statement, twin: Statement) -> RenderableType:
    """Both tellings in two columns: what only the first has in [-…-], what only the second has in {+…+}."""
    table = Table(box=None, padding=(0, 2, 0, 0), expand=True, pad_edge=False, show_header=False)
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


def summary(record: Record, name: str) -> str:
    """What a record holds, in one sentence."""
    speakers = {one.speaker for one in record.statements if one.speaker}
    retold = f", {counted(len(record.utterances), 'utterance')} told more than once" if record.utterances else ""
    return (
        f"{visible(name)}: {counted(len(record.reports), 'report')} read, {len(record.unread):,} not read, "
        f"{counted(len(record.statements), 'statement')} by {counted(len(speakers), 'known speaker')}{retold}."
    )


class Bar:
    """Progress of a long job on the error stream: nothing for the first second, and nothing where nobody looks."""

    def __init__(self) -> None:
        self._seen = sys.stderr.isatty()
        self._began = time.monotonic()
        self._shown: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown is not None:
            self._shown.stop()

    def __call__(self, step: str, done: int, of: int | None) -> None:
        """Is told the step, how much of it is done and of how much, as `onrecord.run.Progress`."""
        if not self._seen or time.monotonic() - self._began < PATIENCE:
            return
        if self._shown is None:
            columns = (TextColumn("{task.description:5}"), BarColumn(), MofNCompleteColumn())
            self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
            self._shown.start()
        task = self._tasks.get(step)
        if task is None:
            task = self._tasks[step] = self._shown.add_task(step, total=of)
        self._shown.update(task, completed=done, total=of)
