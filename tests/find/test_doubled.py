"""Quotation marks of two characters: read as one, and no place in the text moves."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.doubled import retyped, typed
from onrecord.model import Findings


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("''It held,'' she said.", " “It held,”  she said."),
        ("``It held,'' she said.", " “It held,”  she said."),
        ("``It held,” she said.", " “It held,” she said."),
        ("‘‘It held,’’ she said.", " “It held,”  she said."),
        ("″It held,″ she said.", "“It held,” she said."),
        ("\"It held,'' she said. ''Go.\"", '"It held,”  she said.  “Go."'),
        ("“It held,’’ she said. “Go.’’", "“It held,”  she said. “Go.” "),
        ("\"She said, 'Go.''' He did.", "\"She said, 'Go.'”  He did."),
        ("\"The men's weir, the mills' weir,'' she said.", "\"The men's weir, the mills' weir,”  she said."),
        (
            "\"It's ours,'' she told the players' \"Go.\"",
            '"It\'s ours,”  she told the players\' "Go."',
        ),
    ],
)
def test_a_pair_is_read_as_a_mark_with_a_space_outside(text: str, read: str) -> None:
    assert typed(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "'He told her, 'Go.'' She went.",
        "‘It is the mills’’ said a man.",
        "It held.'' She said so.",
        "\"It held.\nIt is 6'2'' wide.'' So.",
        "\"It is 6'2'' wide,\" she said.",
        '"It is a 5″ pipe," she said.',
        "\"He said ''go'' to me,\" she said.",
        "The mills' weir didn't hold in '98.",
    ],
)
def test_what_closes_no_such_mark_stays(text: str) -> None:
    assert typed(text) == text


def test_spans_are_of_the_report_as_published(report_of: Callable[..., Any]) -> None:
    report = report_of("It was \"old'' wood.")
    read = retyped(report)
    assert (read.text, read.span(7, 12)) == ('It was "old”  wood.', report.span(7, 13))
    assert retyped(report_of("It was “old” wood.")).span(7, 12).text == "“old”"


SPOKEN = (
    "Miller Ann Birch told the board on Friday that the weir is older than the mill.\n\n"
    "\"We were never asked about it,'' Birch told the board. ``The owners' men came and left,\" she said.\n\n"
    "The weir was \"older than the mill,'' Birch said.\n\n"
    "Carl Roe, head of the ''old'' mill, denied it was ``rotten wood.''"
)


def test_words_between_mixed_marks_are_whole_and_those_behind_are_not_theirs(found_in: Callable[..., Findings]) -> None:
    found = found_in(SPOKEN)
    said = {" ".join(part.text for part in one.content): one.cue and one.cue.text for one in found.statements}
    assert said["We were never asked about it"] == "told"
    assert said["The owners' men came and left"] == "said"
    assert said["it was ``rotten wood.''"] == "denied"
    spans = [part for one in found.statements for part in one.content]
    spans += [span for one in found.entities for span in (*one.mentions, *(role.mention for role in one.roles))]
    spans += [one.mention for one in found.events]
    assert all(SPOKEN[span.start : span.end] == span.text for span in spans)
