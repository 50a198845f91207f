from collections.abc import Callable

import pytest

from onrecord.find.times import times
from onrecord.match.occasions import occasions
from onrecord.model import Findings, Report


def found(report_of: Callable[..., Report], *texts: str) -> list[tuple[str, list[str]]]:
    reports = [report_of(text) for text in texts]
    told = [
        Findings(report=one.id, entities=(), statements=(), times=tuple(times(one.id, one.text, 0, len(one.text))))
        for one in reports
    ]
    return [(one.what, [told.time.text for told in one.tellings if told.time]) for one in occasions(reports, told)]


def test_a_named_thing_with_a_day_is_one_in_all_reports(report_of: Callable[..., Report]) -> None:
    texts = (
        "They wait for Tuesday’s Lindow primary.",
        "He lost the Lindow primary on March 2.",
        "The Lindow vote on Tuesday",
    )
    assert found(report_of, *texts) == [("the Lindow primary", ["Tuesday", "on March 2"])]


@pytest.mark.parametrize(
    "text",
    ["The Lamm campaign Tuesday said so.", "The debate on Tuesday was long.", "The Lindow primary was in 2016."],
)
def test_other_words_beside_a_time_name_no_such_thing(report_of: Callable[..., Report], text: str) -> None:
    assert found(report_of, text, text + " So it was.") == []
