"""Datelines: place, agency and date."""

import pytest

from onrecord.read.dateline import dateline


@pytest.mark.parametrize(
    ("paragraph", "line", "outlet", "date"),
    [
        ("BEIJING • The port was shut.", "BEIJING", None, None),
        ("LONDON (Reuters) - The port was shut.", "LONDON (Reuters)", "Reuters", None),
        ("WASHINGTON, March 3 (AP) — The port was shut.", "WASHINGTON, March 3 (AP)", "AP", None),
        ("WASHINGTON, March 3, 2021 (AP) — The port was shut.", "WASHINGTON, March 3, 2021 (AP)", "AP", "2021-03-03"),
        ("Beijing, Dec 10 (IANS) The port was shut.", "Beijing, Dec 10 (IANS)", "IANS", None),
        ("PARIS (The Lund Post) — The port was shut.", "PARIS (The Lund Post)", "The Lund Post", None),
        ("Oslo (CNN) The port was shut.", "Oslo (CNN)", "CNN", None),
        ("(Reuters) - The port was shut.", "(Reuters)", "Reuters", None),
        ("NEW YORK/LONDON (Reuters) - The port was shut.", "NEW YORK/LONDON (Reuters)", "Reuters", None),
        ("PASADENA, Texas—The port was shut.", "PASADENA, Texas", None, None),
        ("ST. LOUIS — The port was shut.", "ST. LOUIS", None, None),
        ("London — The port was shut.", "London", None, None),
        ("Oslo, 3 March 2021: The port was shut.", "Oslo, 3 March 2021", None, "2021-03-03"),
        ("Beijing,\xa0 \xa0 \xa0 China on Monday shut the port.", "Beijing", None, None),
    ],
)
def test_a_dateline_is_taken_without_its_dash(paragraph: str, line: str, outlet: str | None, date: str | None) -> None:
    found = dateline(paragraph)
    assert found
    assert paragraph[found.start : found.end] == line
    assert (paragraph[slice(*found.outlet)] if found.outlet else None) == outlet
    assert found.date == date


@pytest.mark.parametrize(
    "paragraph",
    [
        "The port was shut — again.",
        "London, the capital, shut its port.",
        "FILE PHOTO - Dockers leave the port.",
        "FILE - Dockers leave the port.",
        "EXCLUSIVE — The port was shut.",
        "Dockers — and their families — left.",
        "Mara Quill (left) shuts the gate.",
        "NATO said the port was shut.",
        "A ship (Reuters) left.",
        "London is shut.",
        "",
    ],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) is None
