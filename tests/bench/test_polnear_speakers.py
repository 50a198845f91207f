import json
from pathlib import Path

import pytest

from onrecord.bench.polnear_speakers import Case, read_cases, read_texts, verdicts
from onrecord.errors import MalformedInput
from onrecord.model import Entity, EntityType, Mention, Record, Report, Span, Statement

TEXT = "Mayor Ida Brandt met Oskar Lund. She said the quay is safe."
TEXTS = {"a": TEXT}


def _range(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def _case(*answer: str, article: str = "a") -> Case:
    return Case(article, _range("She"), _range("the quay is safe"), tuple(map(_range, answer)))


NOBODY = Case("a", _range("She"), _range("the quay is safe"), None)


def _record(name: str, kind: EntityType = "person", report: str = "r") -> Record:
    """She said it, and is who is called so."""
    start, end = _range("the quay is safe")
    said = Statement(
        id="s",
        report="r",
        content=(Span("r", start, end, TEXT[start:end]),),
        form="indirect",
        source=None,
        cue=None,
        speaker="e",
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=1.0,
    )
    mention = Mention(report, 0, len(TEXT), TEXT, _range(name))
    return Record(
        reports=(
            Report(id="r", file="0000.txt", files=("0000.txt",), sha256="", text_sha256="", text=TEXT, language="en"),
        ),
        statements=(said,),
        entities=(Entity(id="e", name=name, type=kind, mentions=(mention,)),),
    )


@pytest.mark.parametrize("name", ["Ida Brandt", "Brandt", "Mayor Ida Brandt"])
def test_a_name_that_covers_the_answer_or_lies_within_is_right(name: str) -> None:
    assert verdicts([_case("Ida Brandt")], TEXTS, _record(name)) == ["right"]


@pytest.mark.parametrize("name", ["Oskar Lund", "Brandt met Oskar"])
def test_a_name_elsewhere_or_that_only_touches_the_answer_is_wrong(name: str) -> None:
    assert verdicts([_case("Ida Brandt")], TEXTS, _record(name)) == ["wrong"]


def test_any_place_of_the_answer_will_do_but_only_in_its_own_report() -> None:
    assert verdicts([_case("Ida Brandt", "Oskar Lund")], TEXTS, _record("Lund")) == ["right"]
    assert verdicts([_case("Ida Brandt")], TEXTS, _record("Ida Brandt", report="other")) == ["wrong"]


def test_a_description_is_nobody_unless_it_is_the_answer() -> None:
    assert verdicts([_case("Ida Brandt")], TEXTS, _record("Mayor Ida Brandt", "unnamed")) == ["null"]
    assert verdicts([_case("Mayor Ida Brandt")], TEXTS, _record("Mayor Ida Brandt", "group")) == ["right"]


def test_where_nobody_is_named_a_name_is_invented() -> None:
    assert verdicts([NOBODY], TEXTS, _record("Ida Brandt")) == ["invented"]
    assert verdicts([NOBODY], TEXTS, _record("Mayor", "unnamed")) == ["open"]


def test_a_case_whose_article_is_not_there_is_not_found() -> None:
    assert verdicts([_case("Ida Brandt", article="b")], TEXTS, _record("Ida Brandt")) == ["not found"]


def test_only_the_articles_of_the_cases_are_built(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    rows = [{"id": "b", "text": "No."}, {"id": "a", "text": TEXT, "attributions": []}, {"text": "Without an id."}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read_texts(path, [NOBODY, NOBODY]) == TEXTS


def test_a_line_that_is_no_case_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text('{"article": "a"}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no case"):
        read_cases(tmp_path / "cases.jsonl")


def test_the_cases_of_the_package_hold_ranges_and_no_text() -> None:
    cases = read_cases()
    assert len(cases) == len({(one.article, one.source) for one in cases})
    assert {one.answer is None for one in cases} == {True, False}


def test_the_cases_of_the_package_are_about_its_articles(shared: Path) -> None:
    path = shared / "benchmarks" / "polnear" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("PolNeAR is not beside this checkout")
    cases = read_cases()
    texts = read_texts(path, cases)
    assert {one.article for one in cases} == set(texts)
    for one in cases:
        assert all(start < end <= len(texts[one.article]) for start, end in (one.content, *(one.answer or ())))
