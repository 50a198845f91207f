"""The whole of reading: a pile in, a reading or a reason for each of its reports out."""

import io
import itertools
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import (
    BinaryInput,
    EmptyInput,
    EncodingError,
    ForeignLanguage,
    InputError,
    MalformedInput,
    MissingInput,
    OversizeInput,
    UnreadableInput,
)
from onrecord.model import Reading, Span, encode
from onrecord.read import read
from onrecord.settings import Settings

STORY = "Port of Lund shuts\n\nThe port of Lund has shut its gates, the harbour master said on Monday.\n"
GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "huawei"


def name(item: Reading | InputError) -> str:
    return item.report.file if isinstance(item, Reading) else item.subject


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_report_comes_with_the_bytes_it_was_read_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode("utf-16"))
    (item,) = read([tmp_path], Settings())
    assert isinstance(item, Reading)
    assert item.original == STORY.encode("utf-16")
    assert item.report.text == STORY


def test_each_bad_report_is_an_error_of_its_kind_and_none_vanishes(tmp_path: Path) -> None:
    kinds: dict[str, tuple[bytes, type[InputError]]] = {
        "binary.txt": (b"%PDF-1.4", BinaryInput),
        "broken.txt": ("“No”".encode() + b"\x93", EncodingError),
        "empty.txt": (b"", EmptyInput),
        "foreign.txt": (b"Der Hafen bleibt im Winter geschlossen, sagte er am Montag.", ForeignLanguage),
        "large.txt": (b"a" * 2000, OversizeInput),
        "page.txt": (b"<html>", MalformedInput),
        "photo.jpg": (b"x", MalformedInput),
    }
    for file, (data, _) in kinds.items():
        (tmp_path / file).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY)
    found = {name(item): type(item) for item in read([tmp_path, "none.txt"], Settings(max_bytes=1000))}
    assert found == {file: kind for file, (_, kind) in kinds.items()} | {"good.txt": Reading, "none.txt": MissingInput}


def test_a_report_of_too_many_characters_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY + STORY)
    good, long = read([tmp_path], Settings(max_characters=len(STORY)))
    assert isinstance(good, Reading)
    assert isinstance(long, OversizeInput)
    assert "ONRECORD_MAX_CHARACTERS" in long.cure


def test_reports_come_in_the_order_of_their_names_whatever_the_order_of_the_pile(tmp_path: Path) -> None:
    for file in ("b/x.txt", "a/x.txt", "c.txt", "a/y.txt"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(STORY + file)
    pile = [tmp_path / "a", tmp_path / "b", tmp_path / "c.txt"]
    orders = {tuple(encode(item) for item in read(order, Settings())) for order in itertools.permutations(pile)}
    assert len(orders) == 1
    assert [name(item) for item in read(pile, Settings())] == ["a/x.txt", "b/x.txt", "c.txt", "y.txt"]


def test_the_same_bytes_under_two_names_are_two_readings_of_one_id(tmp_path: Path) -> None:
    for file in ("a.txt", "b.txt"):
        (tmp_path / file).write_text(STORY)
    first, second = read([tmp_path], Settings())
    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert first.report.id == second.report.id


def test_json_lines_are_reports_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": STORY}) + "\nno\n")
    good, bad = read([tmp_path], Settings())
    assert (name(good), name(bad)) == ("a.jsonl:1", "a.jsonl:2")


def test_standard_input_is_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, STORY.encode())
    (item,) = read(["-"], Settings())
    assert isinstance(item, Reading)
    assert (item.report.file, item.report.text) == ("-", STORY)


def test_standard_input_may_be_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"\xef\xbb\xbf" + (json.dumps({"text": STORY}) + "\n").encode() * 2)
    assert [name(item) for item in read(["-"], Settings())] == ["-:1", "-:2"]


@pytest.mark.parametrize(
    ("data", "kind"), [(b"", EmptyInput), (b"a" * 200, OversizeInput), (b"a\n" * 200, OversizeInput)]
)
def test_standard_input_is_refused_as_a_file_is(
    data: bytes, kind: type[InputError], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, data)
    (item,) = read(["-"], Settings(max_bytes=100))
    assert isinstance(item, kind)


def test_a_file_without_permission_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    def forbidden(*_: object) -> io.BytesIO:
        raise UnreadableInput("a.txt", "there is no permission to read it", "Give it")

    monkeypatch.setattr("onrecord.read.reading.open_file", forbidden)
    (item,) = read([tmp_path], Settings())
    assert isinstance(item, UnreadableInput)


def test_reading_is_lazy(tmp_path: Path) -> None:
    for file in ("a.txt", "b.txt"):
        (tmp_path / file).write_text(STORY)
    items = read([tmp_path], Settings())
    next(items)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(items), MissingInput)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_read_or_refused_and_its_spans_are_its_words(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "a.jsonl").write_bytes(data)
    for item in read([tmp_path], Settings()):
        if isinstance(item, Reading):
            report = item.report
            parts = (report.headline, report.byline, report.dateline, report.outlet, *report.noise)
            assert all(report.text[part.start : part.end] == part.text for part in parts if isinstance(part, Span))
            assert item.original in data
        else:
            assert str(item).endswith(".")


@pytest.mark.skipif(not GOLD.exists(), reason="the gold stories are not beside this repository")
def test_the_gold_story_s_headlines_outlets_stated_dates_and_noise_are_found() -> None:
    gold = json.loads((GOLD / "record.json").read_text(encoding="utf-8"))["reports"]
    for item in read([GOLD / "reports"], Settings()):
        assert isinstance(item, Reading)
        report, wanted = item.report, gold[Path(item.report.file).stem]
        assert (report.headline.text if report.headline else None) == wanted["headline"]
        assert (report.outlet.text if isinstance(report.outlet, Span) else None) == wanted["outlet"]
        assert report.published == (wanted["published"] if wanted["published_basis"] == "stated" else None)
        assert [part.text for part in report.noise] == [
            string if isinstance(string, str) else string["text"] for string in wanted["noise"]
        ]
