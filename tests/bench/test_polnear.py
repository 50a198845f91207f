import json
from pathlib import Path

import pytest

from onrecord.bench.polnear import Article, read_articles, score
from onrecord.errors import MalformedInput
from onrecord.model import Record, Report, Span, Statement

TEXT = "“No quay will sink,” Brandt said. Engineers fear that the quay is weak."


def _range(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


ROW = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        {"source": [_range("Brandt")], "cue": [_range("said")], "content": [_range("“No quay will sink,”")]},
        {"source": [_range("Engineers")], "cue": [_range("fear")], "content": [_range("that the quay is weak")]},
    ],
}


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return read_articles(path)


def _span(words: str) -> Span:
    start, end = _range(words)
    return Span("r", start, end, words)


def _statement(source: str | None, cue: str, content: str, mode: str = "said") -> Statement:
    return Statement(
        id=content,
        report="r",
        content=(_span(content),),
        form="indirect",
        source=_span(source) if source else None,
        cue=_span(cue),
        speaker=None,
        speaker_why=None,
        act="assert",
        mode=mode,  # type: ignore[arg-type]
        confidence=1.0,
    )


def _record(*statements: Statement) -> Record:
    report = Report(id="r", file="0000.txt", files=("0000.txt",), sha256="", text_sha256="", text=TEXT, language="en")
    return Record(reports=(report,), statements=statements)


BRANDT = _statement("Brandt", "said", "No quay will sink")
ENGINEERS = _statement("Engineers", "fear", "the quay is weak", mode="held")


def test_quotation_marks_and_a_leading_that_cost_nothing(articles: list[Article]) -> None:
    figures = score(articles, _record(BRANDT, ENGINEERS))
    assert figures["whole F1"] == 1.0
    assert figures["content exact F1"] == 1.0
    assert figures["exact parts F1, content"] == 1.0
    assert figures["spans that differ from their source"] == 0


def test_what_is_held_counts_as_well_as_what_is_said(articles: list[Article]) -> None:
    figures = score(articles, _record(ENGINEERS))
    assert (figures["attributions"], figures["statements"]) == (2, 1)
    assert (figures["found precision"], figures["found recall"]) == (1.0, 0.5)


def test_a_null_source_matches_only_a_null_source(articles: list[Article]) -> None:
    figures = score(articles, _record(_statement(None, "said", "No quay will sink"), ENGINEERS))
    assert figures["source right, of the found"] == 0.5
    assert figures["whole F1"] == 0.5
    assert figures["found F1"] == 1.0


def test_a_record_of_nothing_scores_zero(articles: list[Article]) -> None:
    figures = score(articles, Record())
    assert figures["whole F1"] == 0.0
    assert figures["found precision"] == 0.0


def test_a_line_that_is_no_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dev.jsonl").write_text('{"text": 1}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no article"):
        read_articles(tmp_path / "dev.jsonl")
