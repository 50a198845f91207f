from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.meanings import Meanings
from onrecord.match.tellings import Pair, pairs, quoted, retold, sentences, stretches

NAMES = {"Ada Quill": "person"}


def laid(story: Callable[..., Any], meanings: Meanings, one: str, other: str) -> list[Pair]:
    reports, statements, _ = story([[("Ada Quill", "said", f"“{text}”", "assert")] for text in (one, other)], NAMES)
    said = quoted(statements, reports)["e-Ada Quill"]
    return pairs(said[reports[0].id], said[reports[1].id], meanings)


def test_a_changed_word_is_shown_with_its_clause(story: Callable[..., Any], meanings: Meanings) -> None:
    (pair,) = laid(story, meanings, "We were late, and people paid for it", "We were slow, and people paid for it")
    assert [(a.text, b.text) for a, b in pair.changes()] == [("We were late", "We were slow")]
    a, b = pair.changes()[0]
    assert (a.end - a.start, b.end - b.start) == (12, 12)


@pytest.mark.parametrize(
    "other",
    [
        "we were late, and people paid for it",
        "We were late and people paid for it",
        "We were late, and people paid",
        "We were late, and peo-ple paid for it",
    ],
)
def test_marks_capitals_and_cuts_change_nothing(story: Callable[..., Any], meanings: Meanings, other: str) -> None:
    (pair,) = laid(story, meanings, "We were late, and people paid for it", other)
    assert pair.is_verbatim
    assert pair.changes() == []


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "The bridge across the Ebb was old and never safe and we all knew that",
            "The bridge across the Ebb was never safe and we all knew that",
            [("Ebb was old and never safe", "Ebb was never safe")],
        ),
        (
            "It is now clear that the old bridge will hold",
            "It is not clear that the old bridge will hold",
            [("It is now clear that", "It is not clear that")],
        ),
        ("The bridge was old and never safe for us", "The bridge was … never safe for us", []),
        ("The bridge was, I think, never safe for us", "The bridge was never safe for us", []),
        ("The bridge was [over the Ebb] never safe for us", "The bridge was never safe for us", []),
        ("The bridge (over the Ebb) was never safe for us", "The bridge was never safe for us", []),
        (
            "The bridge (that is, the old one over the Ebb) was never safe for all who live and work on its banks",
            "The bridge was never safe for all who live and work on its banks",
            [("The bridge (that is, the old one over the Ebb) was never", "The bridge was never")],
        ),
        ("The bridge was never, never at any hour safe for us", "The bridge was never at any hour safe for us", []),
        ("The old bridge, which the council of Ebb never once paid for, must go", "The old bridge must fall", []),
        ("The ninth bridge is safe for all of us", "The 9th bridge is safe for all of us", []),
        ("We are gonna close the bridge for good", "We’re going to close the bridge for good", []),
    ],
)
def test_words_left_out_inside_without_a_mark_are_shown(
    story: Callable[..., Any], meanings: Meanings, one: str, other: str, sides: list[tuple[str, str]]
) -> None:
    (pair,) = laid(story, meanings, one, other)
    assert [(a.text, b.text) for a, b in pair.changes()] == sides
    (back,) = laid(story, meanings, other, one)
    assert [(b.text, a.text) for a, b in back.changes()] == sides


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "The crew must not open the hatch at all",
            "The crew must not open their hatch at all",
            [("open the", "open their")],
        ),
        (
            "The ferry is none that we could ever repair",
            "The ferry is none that we should ever repair",
            [("could", "should")],
        ),
        (
            "It was the fault of the crew and they know it",
            "Well, it was the fault of the crew and they know that",
            [("it", "that")],
        ),
        ("He had called it the largest leak in Ebb", "We saw the biggest leak in Ebb", [("largest", "biggest")]),
        ("They took away 70% of our pay in Ebb", "They took away 70 per cent of our pay in Ebb", []),
        ("Let them get on with their work", "Let them get on with our work", [("their", "our")]),
        ("The council wrote to Zelinsky about the hatch", "The council wrote to Zelinskiy about the hatch", []),
        ("The council wrote to him about the hatch", "The council wrote to [Quill] about the hatch", []),
        (
            "They knew of the night crew and that it had not closed the hatch",
            "The council had not closed the hatch",
            [],
        ),
        ("Some of you are brave", "Some of you lads are out there and even you should be paid", []),
    ],
)
def test_small_words_count_and_other_spellings_or_sentences_do_not(
    story: Callable[..., Any], meanings: Meanings, one: str, other: str, sides: list[tuple[str, str]]
) -> None:
    found = [change for pair in laid(story, meanings, one, other) for change in pair.changes()]
    assert len(found) == len(sides)
    assert all(x in a.text and y in b.text for (a, b), (x, y) in zip(found, sides, strict=True))


def test_what_stands_in_quotation_marks_is_held_against_the_other_report_whoever_said_it(
    story: Callable[..., Any],
) -> None:
    words = "the hatch was {} checked by the harbour crew"
    told = [f"“{words.format('never')}”", f"The letter, “{words.format('twice')}” and all. He had “no time” for it"]
    reports, statements, _ = story([[("Ada Quill", "said", one, "assert")] for one in told], NAMES)
    spoken = list(sentences(statements[0], reports[0]))
    others = list(stretches(reports[1], ()))
    assert [one.span.text for one in others] == [words.format("twice"), "no time"]
    assert list(stretches(reports[0], spoken)) == []
    (pair,) = retold([*spoken, *others])
    assert [(a.text, b.text) for a, b in pair.changes()] == [
        ("hatch was never checked by", "hatch was twice checked by")
    ]


def test_a_sentence_that_stands_in_the_other_report_as_it_is_is_held_against_no_other(
    story: Callable[..., Any],
) -> None:
    told = "“The crew is none of the reason for the leak”. “The hatch is the reason for the leak”"
    reports, _, _ = story([[("Ada Quill", "said", told + more, "assert")] for more in ("", " he said")], NAMES)
    both = [one for report in reports for one in stretches(report, ())]
    assert len(both) == 4
    assert [pair.changes() for pair in retold(both)] == [[], []]
    assert [pair.changes() for pair in retold(both[1:3])] != [[]]


def test_two_wordings_of_one_sentence_are_about_as_long(story: Callable[..., Any], meanings: Meanings) -> None:
    one, other = "A good sailor never leaves his sinking ship", "No true sailor abandons a ship that sinks"
    (pair,) = laid(story, meanings, one, other)
    assert pair.is_reworded
    long = other + " at dead of night, and the town that built it looks on and the band plays for the rich"
    assert not any(pair.is_reworded for pair in laid(story, meanings, one, long))


def test_one_sentence_in_two_translations_is_paired_and_two_sentences_are_not(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    (pair,) = laid(
        story, meanings, "A good sailor never leaves his sinking ship", "No true sailor abandons a ship that sinks"
    )
    assert not pair.is_verbatim
    assert laid(story, meanings, "A good sailor never leaves his ship", "The sailor had bread and cheese at noon") == []


def test_indirect_speech_has_no_wording(story: Callable[..., Any]) -> None:
    reports, statements, _ = story([[("Ada Quill", "said", "they had been late for it", "assert")]], NAMES)
    assert quoted(statements, reports) == {}
