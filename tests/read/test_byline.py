"""Bylines and the reporters' credits of agencies."""

import pytest

from onrecord.read.byline import byline, is_credit, is_names


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("By Mara Quill", "By Mara Quill"),
        ("BY MARA QUILL", "BY MARA QUILL"),
        ("By Mara Quill and Jon Aske", "By Mara Quill and Jon Aske"),
        ("By Mara Quill, Jon Aske and Lars van den Berg", "By Mara Quill, Jon Aske and Lars van den Berg"),
        ("By Mara Quill, Political Editor", "By Mara Quill, Political Editor"),
        ("By Mara Quill in Oslo", "By Mara Quill in Oslo"),
        ("By Mara Quill, BBC News, Oslo", "By Mara Quill, BBC News, Oslo"),
        ("By Mara Quill | March 12, 2021", "By Mara Quill"),
        ("By Mara Quill - 12 March 2021 10:30 GMT", "By Mara Quill"),
        ("Mara Quill, Political Editor", "Mara Quill, Political Editor"),
        ("Mara Quill, 12 March 2021", "Mara Quill"),
        ("Mara Quill in Oslo", "Mara Quill in Oslo"),
        ("Written by Mara O’Quill", "Written by Mara O’Quill"),
        ("By Reuters", "By Reuters"),
    ],
)
def test_a_byline_is_taken_without_the_date_behind_it(line: str, words: str) -> None:
    found = byline(line)
    assert found
    assert line[found.start : found.end] == words


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the port was shut.",
        "By dawn the gates were shut",
        "By Mara Quill’s count the port lost nine million",
        "Port of Lund shuts",
        "Quill Wins Fifth Term As Harbour Chief",
        "Mara Quill, who runs the port",
        "Mara Quill said no.",
        "Standing by",
        "In Oslo",
        "",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert byline(line) is None


def test_the_outlet_in_a_byline_is_told() -> None:
    for line, outlet in (
        ("By Mara Quill, BBC News", "BBC News"),
        ("Mara Quill, Reuters", "Reuters"),
        ("By Reuters", "Reuters"),
    ):
        found = byline(line)
        assert found
        assert found.outlet
        assert line[slice(*found.outlet)] == outlet


def test_names_alone_and_reporters_credits() -> None:
    assert is_names("Mara Quill and Jon Aske")
    assert not is_names("Mara Quill said")
    assert is_credit("(Reporting by Mara Quill; Editing by Jon Aske)")
    assert not is_credit("Reporting the fraud cost her the job.")
