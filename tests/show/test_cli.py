import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

import onrecord
from onrecord.errors import MissingInput, NotARecord, RecordExists, UnknownId
from onrecord.model import Record, decode_record, encode
from onrecord.show import cli

Run = Callable[..., tuple[int, str, str]]


class Fault(msgspec.Struct, frozen=True):
    item: str
    problem: str


@pytest.fixture
def calls() -> list[tuple[Any, ...]]:
    return []


@pytest.fixture
def run(record: Record, calls: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Run:
    """Runs the command line against the fixture record and gives exit code, standard output and error output."""

    def resolve(path: Path, prefix: str, kind: str | None = None) -> str:
        found = [one.id for one in record.statements if one.id.startswith(prefix)]
        if len(found) != 1:
            raise UnknownId(prefix, f"{len(found)} statements have ids that begin so", "Give more of the id")
        return found[0]

    def load_record(path: Path) -> Record:
        if Path(path).name != "ferry.db":
            raise NotARecord(str(path), "this is no record", "Name a record")
        return record

    def search(path: Path, words: str, limit: int) -> list[str]:
        return [one.id for one in record.statements if words in one.content[0].text][:limit]

    def build(pile: Sequence[str], path: Path, **options: Any) -> Record:
        calls.append((*pile, path, options["rebuild"], options["settings"]))
        if "missing" in pile:
            raise MissingInput("missing", "there is no such file or folder", "Check the path")
        if path.name == "ferry.db" and not options["rebuild"]:
            raise RecordExists(str(path), "it is there already", "Add --rebuild")
        options["progress"]("read", 1, None)
        return record

    def add(path: Path, pile: Sequence[str], **options: Any) -> Record:
        calls.append((path, *pile))
        return record

    keep = SimpleNamespace(load_record=load_record, resolve=resolve, search=search, verify=lambda path: ())
    monkeypatch.setitem(sys.modules, "onrecord.keep", keep)
    runs = SimpleNamespace(build=build, add=add)
    monkeypatch.setitem(sys.modules, "onrecord.run", runs)
    monkeypatch.setattr(onrecord, "run", runs, raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def ran(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return ended.value.code or 0, out.decode(), err.decode()  # type: ignore[return-value]

    return ran


def test_help_fits_a_screen_and_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert len(out.splitlines()) <= 24
    for name in ("build", "add", "show", "page", "export", "verify"):
        assert name in out


@pytest.mark.parametrize("command", ["build", "add", "show", "page", "export", "verify"])
def test_every_command_has_help_that_fits_a_screen(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert len(out.splitlines()) <= 24


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"onrecord {onrecord.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "a.txt"],
        ["build", "-o", "a.db"],
        ["show"],
        ["show", "ferry.db", "everything"],
        ["show", "ferry.db", "statement"],
        ["show", "ferry.db", "people", "abc"],
        ["show", "ferry.db", "statement", "abc", "--speaker", "Ellery"],
        ["show", "ferry.db", "--speaker", "nobody at all"],
        ["export", "ferry.db", "--to", "xlsx"],
        ["export", "ferry.db"],
        ["page", "ferry.db"],
        ["verify", "ferry.db", "--wrong"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_explained_on_the_error_stream(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert err or not arguments
    assert out == "" or not arguments


def test_a_view_that_is_none_is_refused_as_all_else_and_the_views_are_named(run: Run) -> None:
    code, out, err = run("show", "ferry.db", "everything\x1b")
    assert (code, out) == (2, "")
    assert err.startswith("onrecord: everything\\x1b: there is no such view. Views are: people, timeline, events, ")


def test_build_tells_what_was_read_and_lists_what_was_not(run: Run, calls: list[tuple[Any, ...]]) -> None:
    code, out, err = run("build", "a.txt", "-", "-o", "new.db")
    assert code == 0
    assert calls[0][:4] == ("a.txt", "-", Path("new.db"), False)
    assert out.startswith("new.db: 2 reports read, 1 not read, 8 statements")
    assert err == "onrecord: not read: scan.pdf: the bytes are not text. Name a text file.\n"


@pytest.mark.parametrize(
    "arguments", [["build", "a", "-o", "new.db", "--strict"], ["add", "ferry.db", "a", "--strict"]]
)
def test_strict_makes_an_unread_report_3(run: Run, arguments: list[str]) -> None:
    assert run(*arguments)[0] == 3


def test_add_names_the_record_first(run: Run, calls: list[tuple[Any, ...]]) -> None:
    assert run("add", "ferry.db", "a.txt", "b")[0] == 0
    assert calls == [(Path("ferry.db"), "a.txt", "b")]


def test_settings_come_from_the_environment(
    run: Run, calls: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_BYTES", "5")
    assert run("build", "a", "-o", "new.db")[0] == 0
    assert calls[0][-1].max_bytes == 5
    monkeypatch.setenv("ONRECORD_MAXBYTES", "5")
    code, _, err = run("build", "a", "-o", "new.db")
    assert (code, "ONRECORD_MAXBYTES" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["build", "missing", "-o", "new.db"],
            10,
            "onrecord: missing: there is no such file or folder. Check the path.\n",
        ),
        (["show", "other.db"], 20, "onrecord: other.db: this is no record. Name a record.\n"),
        (["build", "a", "-o", "ferry.db"], 21, "onrecord: ferry.db: it is there already. Add --rebuild.\n"),
        (["page", "ferry.db", "-o", "/nowhere/at/all.html"], 24, "onrecord: /nowhere/at/all.html: the file cannot"),
        (["show", "ferry.db", "statement", "zz"], 25, "onrecord: zz: 0 statements have ids that begin so."),
    ],
)
def test_each_error_has_its_code_and_its_cure(run: Run, arguments: list[str], code: int, message: str) -> None:
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert err.startswith(message)


def test_a_rebuild_is_asked_for(run: Run, calls: list[tuple[Any, ...]]) -> None:
    assert run("build", "a", "-o", "ferry.db", "--rebuild")[0] == 0
    assert calls[0][:3] == ("a", Path("ferry.db"), True)


def test_a_fault_of_ours_is_70_and_debug_shows_more(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("words of a report")

    monkeypatch.setattr(sys.modules["onrecord.keep"], "load_record", broken)
    code, _, err = run("show", "ferry.db")
    assert (code, "ZeroDivisionError" in err, "Traceback" in err) == (70, True, False)
    code, _, err = run("--debug", "show", "ferry.db")
    assert (code, "Traceback" in err) == (70, True)


def test_ctrl_c_is_130_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["onrecord.keep"], "load_record", interrupted)
    assert run("show", "ferry.db") == (130, "", "onrecord: interrupted\n")


@pytest.mark.parametrize("view", [[], ["people"], ["timeline"], ["statement"]])
def test_what_goes_into_a_pipe_has_no_escape_sequence(run: Run, record: Record, view: list[str]) -> None:
    item = [record.statements[1].id[:6]] if view == ["statement"] else []
    code, out, err = run("show", "ferry.db", *view, *item)
    assert (code, err) == (0, "")
    assert "Ellery" in out
    assert "\x1b" not in out


def test_speaker_and_about_limit_what_is_shown(run: Run) -> None:
    assert "Brandt" not in run("show", "ferry.db", "people", "--speaker", "ellery")[1]
    out = run("show", "ferry.db", "--speaker", "ellery", "--about", "crack", "--json")[1]
    assert len(json.loads(out)) == 3
    assert run("show", "ferry.db", "--about", "nothing like it") == (0, "No statements.\n", "")


def test_json_is_the_objects_of_the_record(run: Run, record: Record) -> None:
    def objects(*arguments: str) -> Any:
        return json.loads(run("show", "ferry.db", *arguments, "--json")[1])

    assert objects() == json.loads(encode(record.statements))
    assert objects("people") == json.loads(encode(record.entities))
    assert objects("statement", record.statements[0].id) == json.loads(encode(record.statements[0]))
    assert sorted(one["id"] for one in objects("timeline")) == sorted(one.id for one in record.statements)
    assert objects("timeline")[0]["said_on"] == "2024-03-01/2024-03-05"
    assert objects("--about", "nothing like it") == []


def test_the_page_is_written_and_written_again(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    assert run("page", "ferry.db", "-o", str(path)) == (0, "", "")
    first = path.read_bytes()
    assert run("page", "ferry.db", "-o", str(path)) == (0, "", "")
    assert path.read_bytes() == first
    assert first.startswith(b"<!doctype html>")


def test_the_export_goes_to_standard_output_or_into_a_file(run: Run, record: Record, tmp_path: Path) -> None:
    code, out, _ = run("export", "ferry.db", "--to", "json")
    assert (code, decode_record(out.encode())) == (0, record)
    assert run("export", "ferry.db", "--to", "json", "-o", "-")[1] == out
    assert run("export", "ferry.db", "--to", "json", "-o", str(tmp_path / "f.json")) == (0, "", "")
    assert (tmp_path / "f.json").read_text() == out


def test_verify_names_what_fails_and_is_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("verify", "ferry.db") == (0, "ferry.db: every span and every hash is right.\n", "")
    faults = (Fault("abc", "its text is not the slice\x1b"), Fault("def", "gone"))
    monkeypatch.setattr(sys.modules["onrecord.keep"], "verify", lambda path: faults)
    code, out, err = run("verify", "ferry.db")
    assert (code, out) == (1, "abc: its text is not the slice\\x1b\ndef: gone\n")
    assert "2 of its items fail" in err


def on_a_screen(hostile: Record, tmp_path: Path, *arguments: str, **environment: str) -> str:
    """What the command line writes to a terminal, with `hostile` as the record."""
    (tmp_path / "record.json").write_bytes(encode(hostile))
    code = (
        "import sys, types; from pathlib import Path; from onrecord.model import decode_record;"
        f"record = decode_record(Path({str(tmp_path / 'record.json')!r}).read_bytes());"
        "sys.modules['onrecord.keep'] = types.SimpleNamespace(load_record=lambda p: record, search=None);"
        f"from onrecord.show.cli import main; main({list(arguments)!r})"
    )
    parent, child = pty.openpty()
    environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "90", **environment}
    with subprocess.Popen([sys.executable, "-c", code], stdout=child, stderr=child, env=environ) as process:
        os.close(child)
        chunks = []
        while chunk := _read(parent):
            chunks.append(chunk)
        assert process.wait() == 0
    os.close(parent)
    return b"".join(chunks).decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so where the other side has closed
        return b""


def test_a_screen_gets_colour_unless_no_color_is_set(record: Record, tmp_path: Path) -> None:
    assert "\x1b[1m" in on_a_screen(record, tmp_path, "show", "x.db")
    assert "\x1b" not in on_a_screen(record, tmp_path, "show", "x.db", NO_COLOR="1")
    assert "\x1b" not in on_a_screen(record, tmp_path, "show", "x.db", TERM="dumb")


@pytest.mark.parametrize("arguments", [["show", "x.db", "--json"], ["export", "x.db", "--to", "json"]])
def test_json_on_a_screen_is_harmless_and_the_same_value(hostile: Record, tmp_path: Path, arguments: list[str]) -> None:
    shown = on_a_screen(hostile, tmp_path, *arguments)
    assert not set("\x1b\x9b\u202e\u200b\x00\x07") & set(shown)
    value = encode(hostile.statements) if arguments[0] == "show" else encode(hostile)
    assert json.loads(shown) == json.loads(value)


def exporting(record: Record, tmp_path: Path) -> str:
    """A program that exports `record` to standard output."""
    (tmp_path / "record.json").write_bytes(encode(record))
    return (
        "import sys, types; from pathlib import Path; from onrecord.model import decode_record;"
        f"record = decode_record(Path({str(tmp_path / 'record.json')!r}).read_bytes());"
        "sys.modules['onrecord.keep'] = types.SimpleNamespace(load_record=lambda p: record);"
        "from onrecord.show.cli import main; main(['export', 'x.db', '--to', 'json'])"
    )


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_large_export_is_whole_even_through_a_pipe(
    record: Record, tmp_path: Path, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    many = msgspec.structs.replace(record, entities=record.entities * 500)
    done = subprocess.run([sys.executable, "-c", exporting(many, tmp_path)], stdout=subprocess.PIPE, check=True)
    assert decode_record(done.stdout) == many


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_early_is_no_complaint(
    record: Record, tmp_path: Path, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    many = msgspec.structs.replace(record, entities=record.entities * 5000)
    code = exporting(many, tmp_path)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_terminal_without_our_characters_is_no_fault(record: Record, tmp_path: Path) -> None:
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    code = "from onrecord.show.cli import main; main(['show', '--help'])"
    assert subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True).returncode == 0


def test_help_comes_at_once() -> None:
    code = "from onrecord.show.cli import main; main(['--help'])"
    times = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        times.append(time.monotonic() - began)
    assert min(times) < 1.0  # 0.13 s on a laptop; the limit leaves room for a busy machine


def test_help_loads_none_of_the_reading() -> None:
    code = (
        "import sys\n"
        "from onrecord.show.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = 'onrecord.read onrecord.find onrecord.match onrecord.keep py3langid jinja2 rich sqlite3'.split()\n"
        "bad = [name for name in heavy if name in sys.modules]\n"
        "print(bad, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stderr.strip() == "[]"


def test_a_pile_becomes_a_record_a_page_and_an_export(
    record: Record, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The commands on the real thing, with nothing put in its place."""
    pile, held = tmp_path / "pile", str(tmp_path / "ferry.db")
    pile.mkdir()
    (pile / "a.txt").write_text(record.reports[0].text, encoding="utf-8")
    (pile / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 50)

    def ran(*arguments: str) -> tuple[Any, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        return ended.value.code or 0, capfd.readouterr().out

    assert ran("build", str(pile), "-o", held, "--strict")[0] == 3
    assert ran("build", str(pile), "-o", held)[0] == 21
    (pile / "c.txt").write_text(record.reports[1].text, encoding="utf-8")
    assert ran("add", held, str(pile))[0] == 0
    assert ran("verify", held)[0] == 0
    kept = decode_record(ran("export", held, "--to", "json")[1].encode())
    assert [report.file for report in kept.reports] == ["a.txt", "c.txt"]
    assert [unread.file for unread in kept.unread] == ["b.txt"]
    assert "Maud Ellery" in ran("show", held)[1]
    assert "Maud Ellery" in ran("show", held, "statement", kept.statements[0].id[:8])[1]
    assert json.loads(ran("show", held, "--about", "crack", "--json")[1])
    assert ran("page", held, "-o", str(tmp_path / "ferry.html"))[0] == 0
    assert ran("page", held, "-o", held)[0] == 2
    assert ran("verify", held)[0] == 0
