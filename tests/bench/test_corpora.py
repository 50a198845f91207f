import json
from pathlib import Path

import pytest

from onrecord.bench.corpora import Corpus, corpora
from onrecord.bench.polnear_speakers import read_cases
from onrecord.errors import EmptyInput, MissingInput

OWN = ["passages", "fresh passages", "changes", "fresh changes"]
OWN_KINDS = ["passages", "passages", "changes", "changes"]


def _story(folder: Path) -> Path:
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "a.txt").write_text("one", encoding="utf-8")
    (folder / "record.json").write_text("{}", encoding="utf-8")
    return folder


def _benchmark(data: Path, name: str, text: str = "") -> None:
    (data / "benchmarks" / name).parent.mkdir(parents=True, exist_ok=True)
    (data / "benchmarks" / name).write_text(text, encoding="utf-8")


def test_bundled_stories_come_first_then_gold_then_benchmarks_then_cases_of_our_own(tmp_path: Path) -> None:
    root, data = tmp_path / "root", tmp_path / "data"
    _story(root / "examples" / "zebra")
    _story(data / "gold" / "b")
    _story(data / "gold" / "a")
    for name in ("polnear/dev", "uner/pud", "uner/dev", "meantime/apple", "polnear/train"):
        _benchmark(data, f"{name}.jsonl")
    names = [(one.name, one.kind) for one in corpora(data, root)]
    assert names == [
        ("zebra", "gold"),
        ("a", "gold"),
        ("b", "gold"),
        ("polnear dev", "polnear"),
        ("uner dev", "uner"),
        ("uner pud", "uner"),
        ("meantime apple", "times"),
        ("polnear dates", "dates"),
        ("zebra dates", "story dates"),
        ("passages", "passages"),
        ("fresh passages", "passages"),
        ("changes", "changes"),
        ("fresh changes", "changes"),
    ]


def test_speakers_are_measured_where_an_article_of_their_cases_is_there(tmp_path: Path) -> None:
    known = read_cases()[0].article
    _benchmark(tmp_path, "polnear/dev.jsonl", json.dumps({"id": known, "text": "No.", "attributions": []}))
    assert [one.kind for one in corpora(tmp_path, None)] == ["polnear", "speakers", *OWN_KINDS]


def test_a_fingerprint_of_cases_changes_with_them_and_with_the_texts_they_are_about(tmp_path: Path) -> None:
    texts, cases = tmp_path / "dev.jsonl", tmp_path / "cases.jsonl"
    seen = set()
    for one, other in (("a", "b"), ("a", "c"), ("c", "b")):
        texts.write_text(one, encoding="utf-8")
        cases.write_text(other, encoding="utf-8")
        seen.add(Corpus("a", "speakers", texts, cases).fingerprint)
    assert len(seen) == 3


def test_without_data_only_what_is_bundled_is_measured(tmp_path: Path) -> None:
    _story(tmp_path / "examples" / "zebra")
    assert [one.name for one in corpora(None, tmp_path)] == ["zebra", "zebra dates", *OWN]


def test_a_story_without_reports_is_none(tmp_path: Path) -> None:
    (tmp_path / "gold" / "a").mkdir(parents=True)
    (tmp_path / "gold" / "a" / "record.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EmptyInput, match="nothing to measure on"):
        corpora(tmp_path, None)


def test_a_folder_of_data_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no-such"):
        corpora(tmp_path / "no-such", None)


def test_passages_and_changes_are_in_the_package() -> None:
    found = corpora(None, None)
    assert [(one.name, one.kind) for one in found] == list(zip(OWN, OWN_KINDS, strict=True))
    assert all(one.path.is_file() for one in found)


def test_a_fingerprint_is_of_names_and_bytes_and_not_of_the_place(tmp_path: Path) -> None:
    here, there = _story(tmp_path / "here"), _story(tmp_path / "there")
    assert Corpus("a", "gold", here).fingerprint == Corpus("b", "gold", there).fingerprint


@pytest.mark.parametrize("change", ["bytes", "name", "another", "record"])
def test_any_change_of_a_gold_file_changes_the_fingerprint(change: str, tmp_path: Path) -> None:
    folder = _story(tmp_path / "here")
    before = Corpus("a", "gold", folder).fingerprint
    if change == "bytes":
        (folder / "reports" / "a.txt").write_text("two", encoding="utf-8")
    elif change == "name":
        (folder / "reports" / "a.txt").rename(folder / "reports" / "b.txt")
    elif change == "another":
        (folder / "reports" / "b.txt").write_text("", encoding="utf-8")
    else:
        (folder / "record.json").write_text("{ }", encoding="utf-8")
    assert Corpus("a", "gold", folder).fingerprint != before
