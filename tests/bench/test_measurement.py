"""The bench itself, its builds replaced by records made by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from onrecord.bench import as_json, as_table, bench, changes, measurement
from onrecord.bench.changes import read_changes
from onrecord.bench.polnear_speakers import read_cases
from onrecord.bench.trial import Trial
from onrecord.errors import EmptyInput
from onrecord.model import Record, Unread
from onrecord.settings import Settings

OWN = ["passages", "fresh passages", "changes", "fresh changes"]


@pytest.fixture
def data(quay: Path, tmp_path: Path, as_record: Callable[[Path], Record], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data with the invented story, which every gold build reads perfectly."""
    copytree(quay, tmp_path / "data" / "gold" / "quay")
    record = as_record(quay)

    def perfect(pile: Path, settings: Settings) -> Trial:
        return Trial(record if pile.name == "reports" else Record(unread=(Unread("0000.txt", "no words"),)), 0.5)

    monkeypatch.setattr(measurement, "trial", perfect)
    monkeypatch.setattr(measurement, "repository", lambda: None)
    few = read_changes()[:3]
    monkeypatch.setattr(changes, "read_changes", lambda path: few)
    return tmp_path / "data"


def test_a_perfect_record_gives_perfect_figures(data: Path) -> None:
    figures = bench(data, Settings(), lambda line: None)
    quay = figures.measured[0]
    assert quay.corpus == "quay"
    assert quay.accuracy["attributed statements F1"] == 1.0
    assert quay.speed["reports per second"] == 4.0
    assert figures.first_build_seconds == 0.5
    assert "attributed statements F1" in as_table(figures)


def test_polnear_is_measured_where_it_is_there_and_unread_articles_are_said(data: Path) -> None:
    (data / "benchmarks" / "polnear").mkdir(parents=True)
    row = {"text": "He said no.", "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 10]]}]}
    (data / "benchmarks" / "polnear" / "dev.jsonl").write_text(json.dumps(row), encoding="utf-8")
    said: list[str] = []
    figures = bench(data, Settings(), said.append)
    assert [one.kind for one in figures.measured] == ["gold", "polnear", "passages", "passages", "changes", "changes"]
    assert figures.measured[1].accuracy["attributions"] == 1
    assert "polnear dev: not read: 0000.txt: no words" in said


def test_names_are_measured_where_they_are_there(data: Path) -> None:
    (data / "benchmarks" / "uner").mkdir(parents=True)
    row = {"id": "a", "text": "Ida is in Ost.", "entities": [{"spans": [[0, 3]], "type": "PER"}]}
    (data / "benchmarks" / "uner" / "pud.jsonl").write_text(json.dumps(row), encoding="utf-8")
    figures = bench(data, Settings(), lambda line: None)
    assert [one.corpus for one in figures.measured] == ["quay", "uner pud", *OWN]
    assert figures.measured[1].accuracy["names recall"] == 0.0
    assert "persons F1" in as_table(figures)


def test_speakers_are_measured_over_the_articles_that_are_there(data: Path) -> None:
    (data / "benchmarks" / "polnear").mkdir(parents=True)
    row = {"id": read_cases()[0].article, "text": "He said no.", "attributions": []}
    (data / "benchmarks" / "polnear" / "dev.jsonl").write_text(json.dumps(row), encoding="utf-8")
    figures = bench(data, Settings(), lambda line: None)
    names = [one.corpus for one in figures.measured]
    assert names[1:] == ["polnear dev", "polnear speakers", *OWN]
    assert figures.measured[2].accuracy["not found"] == 1.0
    assert json.loads(as_json(figures))["measured"][2]["accuracy"]["speaker right"] is None


def test_without_data_the_passages_are_measured(data: Path) -> None:
    figures = bench(None, Settings(), lambda line: None)
    assert [one.corpus for one in figures.measured] == OWN
    assert figures.first_build_seconds is None
    assert "speaker invented" in as_table(figures)


def test_nothing_to_measure_on_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measurement, "repository", lambda: None)
    few = read_changes()[:3]
    monkeypatch.setattr(changes, "read_changes", lambda path: few)
    with pytest.raises(EmptyInput):
        bench(tmp_path, Settings(), lambda line: None)
