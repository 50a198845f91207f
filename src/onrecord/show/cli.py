"""The commands. Each says what it does in its help; `main` is where the program begins and ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from onrecord import __version__
from onrecord.errors import CHECK_FAILED, UNREAD_STRICT, UsageError
from onrecord.show.faults import INTERRUPTED, outcome, say
from onrecord.show.screen import print_bytes, print_json, print_table
from onrecord.show.showing import Asked, View, shown, view_of

if TYPE_CHECKING:
    from onrecord.model import Record

app = typer.Typer(
    name="onrecord",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="The record, such as affair.db.")]
Pile = Annotated[list[str], typer.Argument(metavar="PILE", help='Files and folders of reports; "-": standard input.')]
Strict = Annotated[bool, typer.Option("--strict", help="Exit code 3 if a report could not be read.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show where a fault of onrecord lies.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Read news reports and put on the record who said what and when.

    Exit codes: 0 done; 1 a check failed; 2 wrong use; 3 a report could not be read (--strict); 10-25 an error that the
    message explains; 70 a fault of onrecord.
    """
    context.obj = debug


def _answer(context: typer.Context, command: Callable[[], int]) -> NoReturn:
    """Run a command to its end; every way that it can end is an exit code."""
    raise typer.Exit(outcome(command, debug=bool(context.obj)))


@app.command()
def build(
    context: typer.Context,
    pile: Pile,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="RECORD", help="Where the record is to be.")],
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Replace the record; keep its corrections.")] = False,
    strict: Strict = False,
) -> None:
    """Read a pile of reports into a new record."""

    def work() -> int:
        from onrecord import run
        from onrecord.settings import from_environment
        from onrecord.show.terminal import Bar

        with Bar() as bar:
            record = run.build(pile, output, rebuild=rebuild, settings=from_environment(), progress=bar)
        return _built(record, output, strict)

    _answer(context, work)


@app.command()
def add(context: typer.Context, file: RecordFile, pile: Pile, strict: Strict = False) -> None:
    """Read new reports into a record that is there."""

    def work() -> int:
        from onrecord import run
        from onrecord.settings import from_environment
        from onrecord.show.terminal import Bar

        with Bar() as bar:
            record = run.add(file, pile, settings=from_environment(), progress=bar)
        return _built(record, file, strict)

    _answer(context, work)


def _built(record: Record, path: Path, strict: bool) -> int:
    """Say what the record holds, and which inputs it does not."""
    from onrecord.show.facts import of_record

    for unread in record.unread:
        say(f"not read: {unread.file}: {unread.why}")
    typer.echo(of_record(record, str(path)))
    return UNREAD_STRICT if strict and record.unread else 0


@app.command()
def show(
    context: typer.Context,
    file: RecordFile,
    view: Annotated[
        str | None,
        typer.Argument(
            metavar="VIEW",
            help=f"{', '.join(View)}. points: in dispute, and who stands where; doubts: what needs a human eye. "
            "Without it, the statements and a timeline.",
        ),
    ] = None,
    item: Annotated[str | None, typer.Argument(metavar="ID", help="A statement's id, or how it begins.")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Only what they said.")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="WORDS", help="Only what has these words.")] = None,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="With --about: what means nearly the same, in whatever words.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Objects of onrecord/1 instead of a table.")] = False,
) -> None:
    """Show who said what, by speaker, by date, or one by one."""
    _answer(context, lambda: shown(file, Asked(view_of(view), item, speaker, about, meaning, json)))


@app.command()
def check(
    context: typer.Context,
    draft: Annotated[Path, typer.Argument(metavar="DRAFT", help="Plain text, Markdown, HTML or .docx.")],
    file: RecordFile,
    quotations: Annotated[
        bool, typer.Option("--quotations", help="Only what stands in quotation marks, not indirect speech.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="The verdicts as JSON.")] = False,
) -> None:
    """Hold the quotations and attributions of a draft against the record; exit code 1 if any is not exact."""

    def work() -> int:
        from onrecord.keep import load_record
        from onrecord.settings import from_environment
        from onrecord.show import terminal
        from onrecord.show.check import check as checked
        from onrecord.show.draft import read_draft
        from onrecord.show.lookup import Lookup

        settings = from_environment()
        text = read_draft(draft, settings.max_bytes, settings.max_characters)
        found = [one for one in checked(text, Lookup(load_record(file))) if one.quoted or not quotations]
        print_json(found) if json else print_table(terminal.checks(text, found))
        return CHECK_FAILED if any(one.verdict != "exact" for one in found) else 0

    _answer(context, work)


@app.command()
def page(
    context: typer.Context,
    file: RecordFile,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where the page is to be.")],
    excerpts: Annotated[
        bool, typer.Option("--excerpts", help="Only the sentences of statements, not the reports in full.")
    ] = False,
) -> None:
    """Write a record as one HTML file that needs no network."""

    def work() -> int:
        from onrecord.keep import load_record
        from onrecord.show.output import write
        from onrecord.show.page import page as paged

        write(output, paged(load_record(file), excerpts=excerpts))
        return 0

    _answer(context, work)


@app.command()
def serve(
    context: typer.Context,
    file: RecordFile,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0: any that is free.")] = 8000,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Address; others than this computer's own show it to all.")
    ] = "127.0.0.1",
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no corrections.")] = False,
) -> None:
    """Show a record in a browser, and take corrections there."""

    def work() -> int:
        from onrecord.keep import parts
        from onrecord.show.web.app import application
        from onrecord.show.web.server import address, bound, run

        with parts(file) as found:
            found.counts()
        opened = bound(host, port)
        shown = f"{file} is at {address(opened, host)} until you press Ctrl-C"
        run(application(file, read_only=read_only, host=host), opened, lambda: typer.echo(shown))
        return 0

    _answer(context, work)


@app.command()
def export(
    context: typer.Context,
    file: RecordFile,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help='"json": the whole record, format onrecord/1.')],
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help='"-": standard output.')] = "-",
) -> None:
    """Write a record in another format."""

    def work() -> int:
        from onrecord.keep import load_record
        from onrecord.show.exports import exporter
        from onrecord.show.output import write

        chosen = exporter(to)
        data = chosen(load_record(file))
        print_bytes(data) if output == "-" else write(Path(output), data)
        return 0

    _answer(context, work)


@app.command()
def correct(
    context: typer.Context,
    file: RecordFile,
    item: Annotated[str | None, typer.Argument(metavar="ID", help="An item's id, or an entity's name.")] = None,
    change: Annotated[
        str | None,
        typer.Argument(
            metavar="CHANGE",
            help="confirm, reject, speaker, act, date, span, merge, split or undo; of an event also agent, patient, "
            "type, status.",
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help="A name or id, act, date, START-END, type, status, or FILE (split)."),
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")] = "",
    other: Annotated[
        Path | None, typer.Option("--from", metavar="RECORD", help="Take over the corrections of another copy.")
    ] = None,
) -> None:
    """Correct a record, or join a colleague's corrections to it."""

    def work() -> int:
        from onrecord.show import correcting

        if other is not None:
            if item or by or why:
                raise UsageError("--from", "it takes over corrections as they are", "Give RECORD and --from alone")
            lines = correcting.joined(file, other)
        elif item is None or change is None:
            raise UsageError("correct", "an id and a change are needed", "See `onrecord correct --help`")
        else:
            lines = correcting.corrected(file, item, change, value, by=by, why=why)
        for line in lines:
            typer.echo(line)
        return 0

    _answer(context, work)


@app.command()
def verify(context: typer.Context, file: RecordFile) -> None:
    """Prove every span and hash; exit code 1 names what fails."""

    def work() -> int:
        from onrecord.keep import verify as faults_of
        from onrecord.show.escapes import one_line, visible

        faults = faults_of(file)
        for fault in faults:
            typer.echo(f"{one_line(fault.item)}: {one_line(fault.problem)}")
        if faults:
            say(f"{file}: {len(faults):,} of its items fail. Do not rely on them; build the record again.")
            return CHECK_FAILED
        typer.echo(f"{visible(str(file))}: every span and every hash is right.")
        return 0

    _answer(context, work)


@app.command()
def bench(
    context: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="FOLDER", help="Further data: gold/, benchmarks/polnear, benchmarks/uner."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Measure accuracy and speed again; exit code 1 if a figure is below its floor."""

    def work() -> int:
        from onrecord.bench import as_json, as_table
        from onrecord.bench import bench as measured
        from onrecord.bench.floors import floors_path, held_against, read_floors
        from onrecord.settings import from_environment

        figures = measured(data, from_environment(), say)
        print_bytes(as_json(figures) if json else as_table(figures).encode())
        path = floors_path()
        if path is None:
            return 0
        verdict = held_against(read_floors(path), figures)
        for line in verdict.lines:
            say(line)
        return 0 if verdict.holds else CHECK_FAILED

    _answer(context, work)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code.

    Args:
        arguments: what follows the program's name; by default what it was called with.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a character that the terminal has no code for must not end the command
            stream.reconfigure(errors="backslashreplace")
    try:
        app(list(arguments) if arguments is not None else None, prog_name="onrecord")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(0)
