import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.bench.dates import (
    SAMPLE,
    Dated,
    by_period,
    figures,
    of_articles,
    of_one_affair,
    of_story,
    read_articles,
)
from onrecord.errors import MalformedInput
from onrecord.find import find
from onrecord.model import Report
from onrecord.settings import Settings


def dated(key: int, day: date, text: str = "It rained on Monday.") -> Dated:
    name = f"r{key:03}"
    report = Report(
        id=name, file=f"{name}.txt", files=(f"{name}.txt",), sha256="", text_sha256="", text=text, language="en"
    )
    return Dated(report, find(report), day)


@pytest.fixture(scope="module")
def reports() -> list[Dated]:
    return [dated(n, date(2021, 3, 1) + timedelta(days=n)) for n in range(14)]


def test_the_sample_is_the_same_every_time_and_no_larger_than_there_are(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    rows = [{"id": str(n), "text": "No.", "published": "2021-03-01"} for n in range(SAMPLE + 5)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    first = read_articles(path)
    assert len(first) == SAMPLE
    assert first == read_articles(path)
    path.write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    assert len(read_articles(path)) == 1


def test_an_article_without_a_date_is_refused(tmp_path: Path) -> None:
    (tmp_path / "train.jsonl").write_text('{"id": "a", "text": "No."}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no article with a date"):
        read_articles(tmp_path / "train.jsonl")


def test_a_third_of_each_pile_loses_its_date_and_the_same_one_every_time(reports: list[Dated]) -> None:
    piles = by_period(reports, "%G-%V")
    assert [(len(pile), len(off)) for pile, off in piles] == [(7, 2), (7, 2)]
    assert piles == by_period(reports[::-1][::-1], "%G-%V")
    assert by_period(reports[:2], "%G-%V") == []


def test_of_an_affair_each_report_loses_its_date_once_alone_and_once_with_a_third(reports: list[Dated]) -> None:
    piles = of_one_affair(reports[:6])
    assert [len(off) for _, off in piles] == [1] * 6 + [2] * 3
    assert sorted(one for _, off in piles[6:] for one in off) == [one.report.id for one in reports[:6]]


def test_a_date_is_right_bounded_wrong_or_left_open() -> None:
    march = "Earlier in March the weir failed."
    pile = [dated(0, date(2021, 3, 20)), dated(1, date(2021, 3, 9), march), dated(2, date(2021, 5, 9), march)]
    off = frozenset({"r001", "r002"})
    found = figures("here", [(pile, off), ([*pile[:1], dated(3, date(2021, 3, 9))], frozenset({"r003"}))], Settings())
    assert found == {
        "without a date, here": 3,
        "dated to the right day, here": 0.0,
        "rightly bounded, here": pytest.approx(1 / 3),
        "dated wrongly, here": pytest.approx(1 / 3),
        "bounded to a month, here": pytest.approx(1 / 3),
        "the same, words name a date, here": 0.5,
    }


def test_in_a_pile_without_any_date_nothing_is_invented(reports: list[Dated]) -> None:
    for found in (of_articles(reports, Settings()), of_story(reports[:4], Settings())):
        assert found["dated wrongly, all"] == 0.0


def test_the_dateline_tells_nothing_of_a_report_whose_date_was_taken_off() -> None:
    text = "Earlier in March, 9 March 2021 - the weir failed."
    one = dated(1, date(2021, 3, 9), text)
    report = Report(
        **{key: getattr(one.report, key) for key in one.report.__struct_fields__} | {"dateline": one.report.span(0, 30)}
    )
    pile = [dated(0, date(2021, 3, 20)), Dated(report, one.findings, one.day)]
    assert figures("here", [(pile, frozenset({"r001"}))], Settings())["rightly bounded, here"] == 0.0
