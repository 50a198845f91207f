"""The whole job, from files to a record, and the promises it makes."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord import run
from onrecord.errors import BinaryInput, EmptyInput, MissingInput, RecordExists
from onrecord.find import find
from onrecord.keep import correct, load_record, verify
from onrecord.model import encode
from onrecord.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "examples" / "albara" / "reports"
FILES = sorted(EXAMPLE.glob("*.txt"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "albara.db"
    run.build([EXAMPLE], path)
    return path


def exported(files: list[Path], folder: Path, **environment: str) -> bytes:
    """The export of a record that a process of its own builds."""
    folder.mkdir()
    script = (
        "import sys; from onrecord import run; from onrecord.model import encode\n"
        "sys.stdout.buffer.write(encode(run.build(sys.argv[2:], sys.argv[1])))"
    )
    command = [sys.executable, "-c", script, str(folder / "a.db"), *map(str, files)]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, check=True)
    return done.stdout


def test_order_of_files_hash_seed_time_zone_and_locale_change_no_byte(tmp_path: Path) -> None:
    plain = exported(FILES, tmp_path / "a", PYTHONHASHSEED="1", TZ="UTC", LANG="C", LC_ALL="C")
    other = exported(FILES[::-1], tmp_path / "b", PYTHONHASHSEED="77", TZ="Asia/Tokyo", LANG="de_DE.UTF-8")
    assert plain == other
    assert json.loads(plain)["statements"]


def test_the_main_job_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert run.build([EXAMPLE], tmp_path / "a.db").statements


def test_every_span_is_its_slice_and_verify_says_so(built: Path) -> None:
    record = load_record(built)
    texts = {report.id: report.text for report in record.reports}
    assert all(texts[span.report][span.start : span.end] == span.text for _, span in record.spans())
    assert verify(built) == ()


def test_one_flipped_byte_in_a_source_makes_verify_name_it(built: Path, tmp_path: Path) -> None:
    damaged = Path(shutil.copy(built, tmp_path / "damaged.db"))
    report = load_record(built).reports[3]
    with sqlite3.connect(damaged) as file:
        (data,) = file.execute("SELECT bytes FROM originals WHERE report = ?", (report.id,)).fetchone()
        file.execute(
            "UPDATE originals SET bytes = ? WHERE report = ?",
            (data[:100] + bytes([data[100] ^ 1]) + data[101:], report.id),
        )
    file.close()
    faults = verify(damaged)
    assert faults
    assert any(report.id in fault.item + fault.problem for fault in faults)
    assert any(report.file in fault.item + fault.problem for fault in faults)


def test_add_reads_only_what_is_new_and_ends_where_build_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    def counting(report: Any) -> Any:
        found.append(report.file)
        return find(report)

    run.build(FILES[:6], tmp_path / "a.db")
    monkeypatch.setattr(run, "find", counting)
    added = run.add(tmp_path / "a.db", [EXAMPLE])
    assert found == [path.name for path in FILES[6:]]
    assert encode(added) == encode(run.build([EXAMPLE], tmp_path / "b.db"))


def test_a_rebuild_replaces_the_record_and_a_build_refuses_to(tmp_path: Path) -> None:
    run.build(FILES[:2], tmp_path / "a.db")
    with pytest.raises(RecordExists):
        run.build(FILES[:2], tmp_path / "a.db")
    assert len(run.build(FILES[:1], tmp_path / "a.db", rebuild=True).reports) == 1


def test_one_bad_report_stops_nothing_and_is_listed(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    shutil.copy(FILES[0], tmp_path / "pile" / "good.txt")
    (tmp_path / "pile" / "empty.txt").write_bytes(b"")
    (tmp_path / "pile" / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "pile" / "broken.txt").write_bytes("“Wörter” über ".encode() * 20 + b"\xff\xfe\x80 und")
    (tmp_path / "pile" / "foreign.txt").write_text(
        "Der Minister sagte am Dienstag, die Fähre sei sicher. " * 9, "utf-8"
    )
    (tmp_path / "pile" / "large.txt").write_text("word " * 4000, "utf-8")
    record = run.build([tmp_path / "pile", tmp_path / "gone"], tmp_path / "a.db", settings=Settings(max_bytes=10_000))
    assert [report.file for report in record.reports] == ["good.txt"]
    assert len(record.unread) == 6
    assert all(one.why.endswith(".") and len(one.why) > 20 for one in record.unread)
    assert load_record(tmp_path / "a.db") == record


@pytest.mark.parametrize(
    ("data", "error"), [(b"", EmptyInput), (b"\x00\x01\x02" * 50, BinaryInput), (None, MissingInput)], ids=str
)
def test_an_only_input_that_cannot_be_read_is_an_error_of_its_kind(
    data: bytes | None, error: type[Exception], tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / "only.txt").write_bytes(data)
    with pytest.raises(error, match=r"only\.txt"):
        run.build([tmp_path / "only.txt"], tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()


def test_a_pile_of_which_nothing_can_be_read_names_every_reason(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(EmptyInput, match=r"a\.txt.*b\.txt"):
        run.build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "r.db")


def test_the_cure_of_a_pile_is_that_of_its_inputs_and_the_like_are_named_together(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(b'{"a": 1}\n' * 1000 + b"[1]\n")
    with pytest.raises(EmptyInput) as caught:
        run.build([tmp_path / "bad.jsonl"], tmp_path / "r.db")
    assert "bad.jsonl:4, " in caught.value.problem
    assert "and 995 more: it has no text; " in caught.value.problem
    assert "bad.jsonl:1001: the line is a list" in caught.value.problem
    assert '{"text": "…"}' in caught.value.cure


def test_a_pile_with_several_ills_is_not_said_to_have_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 50)
    with pytest.raises(EmptyInput) as caught:
        run.build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "r.db")
    assert caught.value.cure == "Mend what is said of each, or name other reports"


def test_the_same_bytes_under_two_names_are_one_report(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        shutil.copy(FILES[0], tmp_path / name)
    (report,) = run.build([tmp_path / "b.txt", tmp_path / "a.txt"], tmp_path / "r.db").reports
    assert (report.file, report.files) == ("a.txt", ("a.txt", "b.txt"))


def test_an_input_that_could_not_be_read_leaves_the_list_once_it_can(tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_bytes(b"")
    run.build([FILES[0], tmp_path / "late.txt"], tmp_path / "r.db")
    shutil.copy(FILES[1], tmp_path / "late.txt")
    record = run.add(tmp_path / "r.db", [tmp_path / "late.txt"])
    assert not record.unread
    assert len(record.reports) == 2


def test_progress_tells_every_step_to_its_end(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int | None]] = []
    run.build(FILES[:3], tmp_path / "r.db", progress=lambda *step: seen.append(step))
    assert list(dict.fromkeys(step for step, _, _ in seen)) == ["read", "find", "match", "keep"]
    assert ("find", 3, 3) in seen
    assert ("keep", 1, 1) in seen


def test_two_files_of_one_name_added_one_after_the_other_are_told_apart(tmp_path: Path) -> None:
    for folder, source in (("one", FILES[0]), ("two", FILES[1])):
        (tmp_path / folder).mkdir()
        shutil.copy(source, tmp_path / folder / "report.txt")
    run.build([tmp_path / "one"], tmp_path / "r.db")
    files = [report.file for report in run.add(tmp_path / "r.db", [tmp_path / "two"]).reports]
    assert len(set(files)) == 2
    assert "report.txt" in files
    assert all(file.endswith("report.txt") for file in files)
    assert len(run.add(tmp_path / "r.db", [tmp_path / "two"]).reports) == 2


def test_an_unread_file_is_listed_though_a_report_of_its_name_is_in_the_record(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    shutil.copy(FILES[0], tmp_path / "one" / "report.txt")
    (tmp_path / "two" / "report.txt").touch()
    (tmp_path / "two" / "other.txt").touch()
    run.build([tmp_path / "one"], tmp_path / "r.db")
    unread = run.add(tmp_path / "r.db", [tmp_path / "two"]).unread
    assert [one.file for one in unread] == ["other.txt", "report.txt"]


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """A record of some reports with corrections of most kinds."""
    path = tmp_path / "corrected.db"
    record = run.build(FILES[:4], path)
    said = [one for one in record.statements if one.speaker]
    people = [one for one in record.entities if one.type == "person"]
    told = record.utterances[0].statements
    for words in (
        (said[0].id, "act", "warn" if said[0].act != "warn" else "deny"),
        (said[1].id, "speaker", next(one.id for one in people if one.id != said[1].speaker)),
        (said[2].id, "date", "2020-02"),
        (said[3].id, "reject", None),
        (said[4].id, "confirm", None),
        (people[0].id, "merge", people[1].id),
        (told[0], "split", told[1]),
    ):
        correct(path, *words, by="Di", why="a test")
    return path


def test_a_rebuild_keeps_every_correction(corrected: Path) -> None:
    before = load_record(corrected)
    assert {one.state for one in before.corrections} == {"applied"}
    run.build(FILES[:4], corrected, rebuild=True)
    assert encode(load_record(corrected)) == encode(before)
    assert verify(corrected) == ()


def test_added_reports_keep_every_correction(corrected: Path) -> None:
    run.add(corrected, [EXAMPLE])
    after = load_record(corrected)
    assert len(after.reports) == len(FILES)
    assert {one.state for one in after.corrections} == {"applied"}
    assert after.corrections[0].applies_to is not None
    assert next(one for one in after.statements if one.id == after.corrections[2].applies_to).said_on == "2020-02"
    assert after.corrections[3].applies_to not in {one.id for one in after.statements}
    assert any(link.by == "person" and link.score == 0 for link in after.links)
    assert verify(corrected) == ()


def test_corrections_of_a_report_that_is_left_out_are_listed_and_come_back_with_it(corrected: Path) -> None:
    before = load_record(corrected)
    lost = run.build(FILES[4:6], corrected, rebuild=True)
    assert {one.state for one in lost.corrections} == {"lost"}
    assert verify(corrected) == ()
    back = run.build(FILES[:4], corrected, rebuild=True)
    assert encode(back) == encode(before)


def test_a_rebuild_of_a_corrected_record_gives_the_bytes_of_a_build_once_all_is_undone(
    corrected: Path, tmp_path: Path
) -> None:
    for one in load_record(corrected).corrections:
        correct(corrected, one.id, "undo", by="Di")
    record = run.build(FILES[:4], tmp_path / "plain.db")
    assert encode(msgspec.structs.replace(load_record(corrected), corrections=())) == encode(record)
