"""Date lines, and which of their dates is that of publication."""

import pytest

from onrecord.read.published import Stated, cut_off_line, date_line, published, why


def stated(line: str) -> list[tuple[str, str]]:
    found = date_line(line)
    assert found, line
    return [(one.kind, one.edtf) for one in found.stated]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 12 March 2024", [("published", "2024-03-12")]),
        ("PUBLISHED 12 MARCH 2024", [("published", "2024-03-12")]),
        ("First published on 12 March 2024 at 10.30 GMT", [("published", "2024-03-12")]),
        ("This article was originally published on March 12, 2024.", [("published", "2024-03-12")]),
        ("Updated: March 13, 2024", [("updated", "2024-03-13")]),
        ("Last modified: 2024-03-13", [("updated", "2024-03-13")]),
        ("Published 12 March 2024 | Updated 13 March 2024", [("published", "2024-03-12"), ("updated", "2024-03-13")]),
        ("March 12, 2024", [("plain", "2024-03-12")]),
        ("Tue 12 Mar 2024 14.03 GMT", [("plain", "2024-03-12")]),
        ("Tuesday, March 12, 2024 at 2:03 p.m. ET", [("plain", "2024-03-12")]),
        ("2024-03-12T10:00", [("plain", "2024-03-12")]),
        ("2024-03-12T10:00:00Z", [("plain", "2024-03-12")]),
        ("date 2024-03-12", [("published", "2024-03-12")]),
        ("[12 March 2024]", [("plain", "2024-03-12")]),
        ("March 2024", [("plain", "2024-03")]),
        ("25/03/2024 10:00", [("plain", "2024-03-25")]),
        ("Published: 12/03/2024", []),
        ("Published :", []),
        ("Updated :", []),
        ("By:", []),
        ("Updated at 4:38 p.m. ET", []),
        ("Updated Feb. 18 at 9 a.m. ET", []),
        ("Appeared in the March 12, 2024, print edition as 'Gates Shut.'", [("print", "2024-03-12")]),
        ("Published in print on March 12, 2024, on page A1", [("print", "2024-03-12")]),
    ],
)
def test_a_date_line_states_its_dates_and_nothing_more(line: str, expected: list[tuple[str, str]]) -> None:
    assert stated(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The port was shut on March 12, 2024.",
        "March 12",
        "Feb. 14",
        "5 years ago",
        "In March 2024 the port was shut",
        "Lund, March 12, 2024, was quiet",
        "Updated plans for the port",
        "Published accounts differ",
        "Port dues: 2024-25",
        "2024",
        "10:30",
        "The claim:",
        "Who:",
    ],
)
def test_a_story_s_dates_are_no_date_line(line: str) -> None:
    assert date_line(line) is None


def test_a_date_line_that_runs_on_into_a_cut_off_caption_states_its_date() -> None:
    cut = cut_off_line("date 2024-03-12 The harbour master said the gates would not open")
    assert cut
    assert [one.edtf for one in cut.stated] == ["2024-03-12"]
    assert cut_off_line("2024-03-12 The harbour master said the gates would not open")
    assert cut_off_line("March 12, 2024 Gates shut at Lund") is None
    assert cut_off_line("The gates shut on 2024-03-12 for good") is None


def test_publication_goes_before_a_bare_date_and_a_change_comes_last() -> None:
    bare, changed = Stated("plain", "2024-03-11", "x"), Stated("updated", "2024-03-13", "x")
    real = Stated("published", "2024-03-12", "x")
    assert published([changed, bare, real]) == real
    assert published([changed, bare]) == bare
    assert published([changed]) == changed
    assert published([]) is None


def test_two_dates_of_one_kind_must_agree() -> None:
    day, month = Stated("plain", "2024-03-12", "x"), Stated("plain", "2024-03", "y")
    assert published([month, day]) == day
    assert published([day, Stated("plain", "2024-03-13", "z")]) is None


def test_the_reason_quotes_the_words_on_one_line() -> None:
    assert (
        why(Stated("published", "2024-03-12", "Published:\xa0 12 March 2024"))
        == "the report gives “Published: 12 March 2024”"
    )
    assert "of a change" in why(Stated("updated", "2024-03-12", "Updated: 12 March 2024"))
