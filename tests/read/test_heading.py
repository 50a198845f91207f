"""Headlines and section labels."""

import pytest

from onrecord.read.heading import is_headline, is_label, is_section

STORY = ["The port of Lund has shut its gates for the winter, the harbour master said on Monday, after a long inquiry."]


@pytest.mark.parametrize(
    "line",
    [
        "Port of Lund shuts its gates",
        "Lund’s harbour master: ‘We will not reopen’",
        "PORT OF LUND SHUTS",
        "“We will not reopen,” says harbour master",
        "Port of Lund Shuts Its Gates for the Winter.",
        "Why did the port shut?",
        "Port shuts!",
        "Quill denies harbour fraud claims.",
        "3 dead as crane falls in Lund",
        "Poll: Two in three want the port open",
        "THEY KNEW!",
        "SHE LIED!",
        "THEY KNEW",
    ],
)
def test_these_are_headlines_above_a_story(line: str) -> None:
    assert is_headline(line, STORY)


@pytest.mark.parametrize(
    "line",
    [
        "The port of Lund shut its gates on Monday.",
        "He said it would not reopen.",
        "Mara Quill",
        "Mara Quill and Jon Aske",
        "Gates",
        "He Jian",
        "JON A ASKE",
        "They shut!",
        "In short:",
        "and the port shut",
        "(Also in Lund)",
        "@lundport",
        "Dockers leave the port of Lund in a file photo",
        "The council has told the owners of the port that they would have to pay the fine on Monday",
        "word " * 60,
        "1 2 3",
    ],
)
def test_these_are_none(line: str) -> None:
    assert not is_headline(line, STORY)


def test_without_a_story_below_there_is_no_headline() -> None:
    assert not is_headline("Port of Lund shuts its gates", [])
    assert not is_headline("Port of Lund shuts its gates", ["Council meets", "Dues double"])


@pytest.mark.parametrize("line", ["Trade", "WORLD", "Business | Technology", "News / Europe", "Opinion:"])
def test_section_labels_are_known(line: str) -> None:
    assert is_section(line)


@pytest.mark.parametrize("line", ["Trade war looms", "Lund", "News from the harbour", ""])
def test_what_is_no_section(line: str) -> None:
    assert not is_section(line)


def test_a_label_is_short_and_no_sentence() -> None:
    assert is_label("Harbour affairs")
    assert not is_label("He left.")
    assert not is_label("the gates")
    assert not is_label("Port of Lund shuts")
