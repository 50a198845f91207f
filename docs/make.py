"""Write the generated pages of docs/, and the output shown below each example in the other pages and CONTRIBUTING.

    python docs/make.py

Four pages are made from the package alone: `commands.md`, `settings.md`, `errors.md`, `onrecord-1.schema.json`. In the
others a line `$ command` of a console block is followed by what it prints, and a Python or SQL block may be followed
by a text block with its output. Examples run in a temporary folder that holds `examples/albara` and `albara.db`.
"""

from __future__ import annotations

import ast
import inspect
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import typer.main

from onrecord import errors as errors_module
from onrecord import model
from onrecord.errors import CHECK_FAILED, FAULT, UNREAD_STRICT, OnrecordError
from onrecord.model import FORMAT, Record
from onrecord.run import build
from onrecord.settings import HELP, PREFIX, Settings
from onrecord.show.cli import app
from onrecord.show.faults import INTERRUPTED, PIPE_CLOSED

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
NOTICE = "<!-- Written by docs/make.py; do not edit. -->\n"
COLUMNS = "80"
"""Columns of the screen that examples are shown on."""
SCHEMA_URN = "urn:onrecord:format:1"
_KINDS = {int: "whole number", float: "number"}
_PROGRAM = "from onrecord.show.cli import main; main()"
_BLOCK = re.compile(r"^```(?P<kind>console|bash|python|sql)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"\n\n```text\n.*?^```$", re.MULTILINE | re.DOTALL)


# ---- pages made from the package --------------------------------------------------------------------------------


def commands() -> str:
    """Every command's help, as a screen of 100 columns shows it."""
    names = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    parts = ["# Commands\n", "What every command says of itself (`onrecord COMMAND --help`).\n"]
    for name in ("", *names):
        title = f"onrecord {name}".strip()
        parts.append(f"## {title}\n\n```text\n{_help(name)}```\n")
    return NOTICE + "\n".join(parts)


def _help(name: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *([name] if name else []), "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=_environment("100"),
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines()) + "\n"


def settings() -> str:
    """The table of settings."""
    kinds = {field.name: _KINDS[get_args(field.type)[0]] for field in msgspec.structs.fields(Settings)}
    defaults = Settings()
    rows = [
        f"| `{name}` | `{PREFIX}{name.upper()}` | {getattr(defaults, name):_} | {kinds[name]} | {line} |"
        for name, line in HELP.items()
    ]
    return (
        NOTICE
        + f"""# Settings

Every setting has a default that needs no change. `build`, `add`, `check` and `bench` take other values from environment
variables; from Python they are `onrecord.settings.Settings(...)`. A variable that begins with `{PREFIX}` and is no
setting, or has a value that does not fit, is an error (exit code 2) and not passed over.

| setting | environment variable | default | kind | meaning and unit |
|---|---|---|---|---|
"""
        + "\n".join(rows)
        + "\n"
    )


def errors() -> str:
    """The tree of errors with their exit codes."""
    rows = [
        f"| {'&emsp;' * depth}`{kind.__name__}` | {_code(kind)} | {_first_line(kind)} |"
        for depth, kind in _below(OnrecordError, 0)
    ]
    other = [
        (0, "done; also where inputs could not be read, which are listed"),
        (CHECK_FAILED, "a check failed: `verify` found something false, or `bench` a figure below its floor"),
        (2, "wrong use: an unknown command, option or value"),
        (UNREAD_STRICT, "with `--strict`: the record is written, but some input could not be read"),
        (FAULT, "a fault of onrecord itself; `onrecord --debug COMMAND` shows where it lies"),
        (INTERRUPTED, "interrupted with Ctrl-C"),
        (PIPE_CLOSED, "the reader of the output went away, as in `onrecord show affair.db \\| head`"),
    ]
    codes = "\n".join(f"| {code} | {meaning} |" for code, meaning in other)
    return (
        NOTICE
        + f"""# Errors

An error is one line on the error stream: the input at fault, what is wrong with it, and what to do. The command ends
with the exit code of the error's class. From Python the classes are in `onrecord.errors`; each error has `subject`,
`problem`, `cure`, `why` (problem and cure) and `exit_code`.

An input of a pile that cannot be read is no error of the command: it is listed in the record (`unread`) and on the
error stream. It becomes one only where it is the only input.

| class | exit code | meaning |
|---|---|---|
{chr(10).join(rows)}

## Other exit codes

| exit code | meaning |
|---|---|
{codes}
"""
    )


def _below(kind: type[OnrecordError], depth: int) -> Iterator[tuple[int, type[OnrecordError]]]:
    yield depth, kind
    for child in kind.__subclasses__():
        if child.__module__ == errors_module.__name__:
            yield from _below(child, depth + 1)


def _code(kind: type[OnrecordError]) -> str:
    """The exit code of a class that is raised itself; none for one that only stands above others."""
    return str(kind.exit_code) if "exit_code" in vars(kind) and kind is not OnrecordError else ""


def _first_line(kind: type[OnrecordError]) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def schema() -> str:
    """The JSON Schema of the format `onrecord/1`, made from the classes of `model`."""
    described = msgspec.json.schema(Record)
    fields = _field_docstrings()
    for name, kind in described["$defs"].items():
        kind["description"] = inspect.cleandoc(kind["description"])
        for key, words in fields.get(name, {}).items():
            kind["properties"][key]["description"] = words
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URN,
        "title": f"The record as JSON, format {FORMAT}",
        **described,
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"


def _field_docstrings() -> dict[str, dict[str, str]]:
    """What stands below fields of the model's classes: {class: {field: words}}."""
    found: dict[str, dict[str, str]] = {}
    for kind in ast.parse(inspect.getsource(model)).body:
        for field, below in pairwise(kind.body if isinstance(kind, ast.ClassDef) else ()):
            if isinstance(kind, ast.ClassDef) and isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
                words = inspect.cleandoc(ast.literal_eval(below.value))
                found.setdefault(kind.name, {})[ast.unparse(field.target)] = words
    return found


GENERATED: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "settings.md": settings,
    "errors.md": errors,
    "onrecord-1.schema.json": schema,
}
"""The pages that are made from the package, each with what gives its text."""


# ---- examples in the other pages --------------------------------------------------------------------------------


class Failed(Exception):
    """An example of a page does not end as the page says."""


def written() -> list[Path]:
    """The pages that are written by hand and hold examples."""
    return [*sorted(page for page in DOCS.glob("*.md") if page.name not in GENERATED), ROOT / "CONTRIBUTING.md"]


def workplace(folder: Path, record: Path | None = None) -> Path:
    """Make `folder` the place where the examples of a page run, and return it.

    Args:
        folder: an empty folder.
        record: the record of the bundled affair, if it has been built already.
    """
    shutil.copytree(ROOT / "examples" / "albara", folder / "examples" / "albara")
    if record:
        shutil.copy(record, folder / "albara.db")
    else:
        build([folder / "examples" / "albara" / "reports"], folder / "albara.db")
    return folder


def refreshed(page: str, folder: Path) -> str:
    """The text of a page with the output of its examples as it is now; they run in `folder`, in their order.

    Raises:
        Failed: an example ends otherwise than the page says.
    """
    made, at = [], 0
    for block in _BLOCK.finditer(page):
        made.append(page[at : block.start()])
        shown = _SHOWN.match(page, block.end())
        at = shown.end() if shown else block.end()
        made.append(_with_output(block, folder, shown=shown is not None))
    return "".join([*made, page[at:]])


def _with_output(block: re.Match[str], folder: Path, *, shown: bool) -> str:
    kind, code = block["kind"], block["code"]
    if kind == "console":
        commands = [line for line in code.splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{one}\n{run(one[2:], folder)}" for one in commands) + "```"
    if kind == "bash":
        for line in code.splitlines():
            if line.startswith("onrecord "):
                run(line, folder)
        return block[0]
    output = _python(code, folder) if kind == "python" else _sql(code, folder)
    return f"{block[0]}\n\n```text\n{output}```" if shown else block[0]


def run(line: str, folder: Path) -> str:
    """What a command line prints, both streams together; `# exit code N` at its end says how it ends, if not with 0.

    A command that builds `albara.db` anew finds none there.

    Raises:
        Failed: it ends otherwise.
    """
    if re.match(r"onrecord build\b.*-o albara\.db", line) and "--rebuild" not in line:
        (folder / "albara.db").unlink(missing_ok=True)
    said = re.search(r"# exit code (\d+)", line)
    return _output(["sh", "-c", line], folder, line, int(said[1]) if said else 0)


def _python(code: str, folder: Path) -> str:
    return _output([sys.executable, "-c", code], folder, code, 0)


def _output(command: list[str], folder: Path, shown: str, expected: int) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        env=_environment(COLUMNS),
    )
    if done.returncode != expected:
        raise Failed(f"{shown}\nends with exit code {done.returncode}, not {expected}:\n{done.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _sql(code: str, folder: Path) -> str:
    connection = sqlite3.connect(f"file:{folder / 'albara.db'}?mode=ro", uri=True)
    try:
        found = connection.execute(code)
        rows = [[one[0] for one in found.description], *([*row] for row in found)]
    finally:
        connection.close()
    return "".join(" | ".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)


def _environment(columns: str) -> dict[str, str]:
    """The environment without settings and colour; `onrecord` is that of this interpreter."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    plain = {"NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1", "COLUMNS": columns, "PATH": path}
    return {**{name: value for name, value in kept.items() if name != "FORCE_COLOR"}, **plain}


def main() -> None:
    """Write everything."""
    for name, make in GENERATED.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "first").mkdir()
        record = workplace(Path(folder) / "first") / "albara.db"
        for number, page in enumerate(written()):
            place = Path(folder) / str(number)
            place.mkdir()
            text = refreshed(page.read_text(encoding="utf-8"), workplace(place, record))
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
