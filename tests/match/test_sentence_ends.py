"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from onrecord.match.figures import figures
from onrecord.match.quantities import quantities
from onrecord.match.sentence_ends import ends, sentence_ranges
from onrecord.match.wording import sentences
from onrecord.model import Report


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_ranges(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The letter was dated Nov. 3, 2023",
        "They asked Mr. Vance and Dr. Hale",
        "He flew to the U.S. Senate on Friday",
        "She lives at No. 3, where J. Lamm lived",
        "They met at 5 p.m. on Friday",
        "We cannot promise ... but we are trying",
        "We cannot promise … but we are trying",
        "It rose by 3.5 metres",
        "The ferry leaves on Sun. 3 May",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert cut(text) == [text]
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It holds. It will not break!", ["It holds.", "It will not break!"]),
        ("“It holds.” Then it broke.", ["“It holds.”", "Then it broke."]),
        ("She said no. The mayor left.", ["She said no.", "The mayor left."]),
        ("It shut at 5 p.m. The mayor left.", ["It shut at 5 p.m.", "The mayor left."]),
        ("He left the U.S. The mayor stayed.", ["He left the U.S.", "The mayor stayed."]),
        ("They lay in the sun. 40 of them slept.", ["They lay in the sun.", "40 of them slept."]),
        ("We left … They stayed.", ["We left …", "They stayed."]),
        ("Weir holds\nThe mayor left.", ["Weir holds", "The mayor left."]),
    ],
)
def test_a_sentence_ends_at_a_full_stop_or_a_line_end(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_an_end_tells_its_full_stop_and_what_follows() -> None:
    text = "xx “It holds.” Then"
    (one,) = ends(text, 3)
    assert (text[one.stop : one.after], text[one.next :]) == (".", "Then")
    assert not list(ends(text, one.next))


def report(text: str) -> Report:
    return Report(id="r", file="r.txt", files=("r.txt",), sha256="", text_sha256="", text=text, language="en")


def test_figures_and_quantities_stand_in_their_whole_sentence() -> None:
    text = "The letter of Nov. 3 from Mr. Lamm told of 40 dockers."
    (day,) = [one for one in figures(report(text)) if one.kind == "day"]
    assert day.value == 1103
    assert "Lamm" in day.clause
    (docked,) = quantities(report(text))
    assert docked.sentence == text
