"""The command `correct`, on a record that is built from two invented reports."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.keep import load_record, verify
from onrecord.show import cli
from onrecord.show.acts import shown_act

REPORTS = {
    "one.txt": "The ferry line denied it. “The hull was sound,” said Maud Ellery, its chairman, on Monday.\n",
    "two.txt": "Union man Tomas Brandt warned that the hull would crack. Maud Ellery said the hull was sound.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    run.build([folder / name for name in REPORTS], folder / "ferry.db")
    return folder / "ferry.db"


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "ferry.db"))


def ran(capsys: Any, *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    shown = capsys.readouterr()
    return int(ended.value.code or 0), shown.out, shown.err


def test_a_correction_is_made_said_shown_exported_and_undone(path: Path, capsys: Any) -> None:
    one = next(s for s in load_record(path).statements if "crack" in s.content[-1].text)
    code, out, _ = ran(capsys, "correct", str(path), one.id, "act", "denies", "--why", "he does", "--by", "Di")
    assert code == 0
    when, read = load_record(path).corrections[0].when[:10], shown_act(one.act)
    assert f"act: denies (Di, {when}: he does); the machine reads: {read}" in out
    undo = re.search(r"To undo it: onrecord correct .* ([0-9a-f]{12}) undo", out)
    assert undo
    assert ran(capsys, "show", str(path), "statement", one.id)[1].count("the machine reads") == 1
    exported = json.loads(ran(capsys, "export", str(path), "--to", "json")[1])
    assert [said["act"] for said in exported["statements"] if said["id"] == one.id] == ["deny"]
    assert [(c["old"], c["new"], c["machine"], c["state"]) for c in exported["corrections"]] == [
        (one.act, "deny", one.act, "applied")
    ]
    assert ran(capsys, "correct", str(path), undo[1], "undo", "--by", "Di")[0] == 0
    assert next(s for s in load_record(path).statements if s.id == one.id) == one
    listed = json.loads(ran(capsys, "show", str(path), "corrections", "--json")[1])
    assert [one["state"] for one in listed] == ["undone", "applied"]
    assert verify(path) == ()


def test_a_colleagues_corrections_are_taken_over_and_differences_are_shown(
    path: Path, tmp_path: Path, capsys: Any
) -> None:
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    one = load_record(path).statements[0].id
    ran(capsys, "correct", str(path), one, "act", "warn", "--why", "a", "--by", "Di")
    ran(capsys, "correct", str(other), one, "act", "concede", "--why", "b", "--by", "Ed")
    code, out, _ = ran(capsys, "correct", str(path), "--from", str(other))
    assert code == 0
    assert "1 correction taken over" in out
    assert "1 difference" in out
    assert re.search(r"differing: .*act: concedes \(Ed.*but act: warns \(Di", out)
    assert len(load_record(path).corrections) == 2
    shown = " ".join(ran(capsys, "show", str(path), "differences")[1].split())
    assert shown.index("act: concedes (Ed") < shown.index("act: warns (Di")
    both = json.loads(ran(capsys, "show", str(path), "differences", "--json")[1])
    assert [each["by"] for each in both] == ["Ed", "Di"]


@pytest.mark.parametrize(
    ("words", "code", "cure"),
    [
        (["x"], 2, "an id and a change are needed"),
        (["x", "act", "deny", "--from", "y.db", "--by", "Di"], 2, "--from alone"),
        (["zzz", "confirm", "--by", "Di"], 25, "Take an id"),
        (["--from", "none.db"], 20, "onrecord build"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else None,
)
def test_wrong_use_is_explained(path: Path, capsys: Any, words: list[str], code: int, cure: str) -> None:
    ended, _, said = ran(capsys, "correct", str(path), *words)
    assert (ended, cure in said) == (code, True)
