"""Turns of a transcript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.name import Name, Named
from onrecord.find.passage import paragraphs
from onrecord.find.stretch import Attribution
from onrecord.find.turns import TURN, beside_turns, labelled, turns

Make = Callable[..., Any]
HEAD = "Ann Roe and Lars Lund met at the weir of Ostrell.\n\n"


def named_in(text: str, *labels: str) -> list[Named]:
    found = []
    for label in labels:
        at = text.index(label)
        found.append(Named([Name(at, at + len(label), at, tuple(label.split()), "person")], "person", label))
    return found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "ROE: It held all night.\n\nLUND: That is good news.\n\nROE: It is, Lars.",
            [("ROE", "It held all night"), ("LUND", "That is good news"), ("ROE", "It is, Lars")],
        ),
        (
            "ANN ROE, MAYOR OF OSTRELL: It held all night.\n\nROE: (Laughs) Well.\n\nROE: “It did.”",
            [("ANN ROE", "It held all night")],
        ),
        (
            "LARS LUND, HOST:\n\nThe weir held.\n\nLUND: How are you now?\n\nROE: I am well now.",
            [("ROE", "I am well now")],
        ),
        ("Here is what she said:\n\nROE: It held all night.", [("ROE", "It held all night")]),
        ("ROE: It held all night.\n\nHe left the weir.", []),
        (
            "OWB: Did it hold?\n\nRoe: It held all night.\n\nOWB: And now?\n\nRoe: It is wet now.",
            [("Roe", "It held all night"), ("Roe", "It is wet now")],
        ),
        ("Weather: It is wet today.\n\nRoe: It held all night.\n\nSport: They lost again.", []),
        ("ROE: It held all night.\n\nLUND: It did not hold at all.", []),
        ("Roe: It held all night.\n\nRoe: It did not hold at all.", []),
        ("UPDATE: The weir has held.\n\nUPDATE: It did not.\n\nBREAKING: It broke at noon.", []),
        ("LONDON: The weir has held.\n\nLONDON: It did not hold.\n\nCOST: Ten million in all.", []),
    ],
)
def test_a_labelled_turn_is_said_by_a_person_whom_the_report_names(
    report_of: Make, text: str, said: list[tuple[str, str]]
) -> None:
    whole = HEAD + text
    found = turns(whole, paragraphs(report_of(whole)), named_in(whole, "Ann Roe", "Lars Lund"))
    assert [(whole[slice(*one.source)], whole[slice(*one.content[0])]) for one in found if one.source] == said


def test_nobody_is_told_by_a_label_that_two_may_have(report_of: Make) -> None:
    text = "Ann Roe and Lars Roe met.\n\nROE: It held all night.\n\nROE: It did not hold."
    assert turns(text, paragraphs(report_of(text)), named_in(text, "Ann Roe", "Lars Roe")) == []


def test_a_label_is_one_more_name_of_its_person_and_no_subject() -> None:
    text = "Ann Roe left.\n\nROE: It held all night."
    people = named_in(text, "Ann Roe", "ROE")
    told = [Attribution(((20, 37),), (15, 18), None, "assert", "said", TURN)]
    (one,) = labelled(text, people, told)
    assert [(text[name.start : name.end], name.initial) for name in one.names] == [("Ann Roe", False), ("ROE", False)]


def test_what_takes_a_label_for_its_source_gives_way() -> None:
    told = [Attribution(((20, 37),), (15, 18), None, "assert", "said", TURN)]
    by_label = Attribution(((25, 37),), (15, 18), (20, 24), "assert", "said", "read said")
    inside = Attribution(((25, 37),), (20, 22), (23, 24), "assert", "said", "read said")
    assert [*beside_turns([by_label, inside], told)] == [inside]


def test_turns_of_an_interview_are_direct_statements(told: Make) -> None:
    text = (
        "Ann Roe, the mayor of Ostrell, spoke with Lars Lund of the Ostrell Post about the weir.\n\n"
        "LUND: Why did you close the weir in May?\n\n"
        "ROE: We had no choice. The river was about to burst its banks.\n\n"
        "LUND: But the mills had to stop work.\n\n"
        "ROE: They will get their money back, all of it."
    )
    found = [(one.source, one.speaker) for one in told(text) if one.cue is None]
    assert found == [("LUND", "Lars Lund"), ("ROE", "Ann Roe")] * 2


@pytest.mark.parametrize(
    ("lead", "speakers"),
    [
        ("Ann Roe, the mayor of Ostrell, spoke about the weir.", ["Ann Roe", "Ann Roe"]),
        ("Ann Roe, the mayor of Ostrell, spoke with Lars Lund about the weir.", []),
    ],
)
def test_answers_of_an_interview_are_of_the_only_person_named_before_it(
    told: Make, lead: str, speakers: list[str]
) -> None:
    text = f"{lead}\n\nQ: Did the weir hold?\n\nA: It held all night long.\n\nQ: And now?\n\nA: It is wet, that is all."
    assert [one.speaker for one in told(text) if one.source == "A"] == speakers
