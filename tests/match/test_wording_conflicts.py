from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.match.groups import linked_by
from onrecord.match.meanings import Meanings
from onrecord.match.wording_conflicts import wording_conflicts
from onrecord.model import Utterance

NAMES = {"Ada Quill": "person", "Jo Marr": "person"}
LATE, SLOW = "We were late, and people paid for it", "We were slow, and people paid for it"
SAILOR, CAPTAIN = "A good sailor never leaves his sinking ship", "No true sailor abandons a ship that sinks"


def found(
    story: Callable[..., Any], meanings: Meanings, *reports: list[str], speaker: str = "Ada Quill", **known: Any
) -> list[tuple[str, list[str]]]:
    lines = [
        [("Ada Quill" if n == 0 else speaker, "said", f"“{one}”", "assert") for one in said]
        for n, said in enumerate(reports)
    ]
    made, statements, entities = story(lines, NAMES)
    days = known.get("days", [None] * len(reports))
    date = dict(zip((one.id for one in made), days, strict=True))
    dated = [msgspec.structs.replace(one, said_on=date[one.report]) for one in statements]
    linked = linked_by(known.get("told", ()))
    conflicts = wording_conflicts(made, dated, linked, {one.id: one for one in entities}, meanings)
    return [(about, [side.text for side in sides]) for about, _, sides in conflicts]


def test_one_word_changed_in_a_quotation_is_a_conflict(story: Callable[..., Any], meanings: Meanings) -> None:
    assert found(story, meanings, [LATE], [SLOW]) == [
        ("the wording of what Ada Quill said", ["We were late", "We were slow"])
    ]


def test_the_same_words_of_another_or_of_another_day_are_none(story: Callable[..., Any], meanings: Meanings) -> None:
    assert found(story, meanings, [LATE], [LATE]) == []
    assert found(story, meanings, [LATE], [SLOW], speaker="Jo Marr") == []
    assert found(story, meanings, [LATE], [SLOW], days=["2024-05-01", "2024-05-09"]) == []
    assert found(story, meanings, [LATE], [SLOW], days=["2024-05", "2024-05-09"]) != []


def test_each_changed_sentence_is_a_conflict_of_its_own(story: Callable[..., Any], meanings: Meanings) -> None:
    ours, theirs = ["The old hatch was never closed by the crew"], ["The old hatch was never seen by the crew"]
    assert [sides for _, sides in found(story, meanings, [LATE, *ours], [SLOW, *theirs])] == [
        ["We were late", "We were slow"],
        ["was never closed by the", "was never seen by the"],
    ]


def test_a_long_sentence_that_ends_in_other_words_is_a_conflict(story: Callable[..., Any], meanings: Meanings) -> None:
    begun = "Though the old mill closes its gates for good next year, our weavers mean to"
    ends = "move our looms elsewhere", "take weaving across the river"
    ((_, sides),) = found(story, meanings, [f"{begun} {ends[0]}"], [f"{begun} {ends[1]}"])
    assert sides == [f"mean to {end}" for end in ends]
    assert found(story, meanings, [f"{begun} {ends[0]}"], [begun]) == []
    short = "Our weavers mean to"
    assert found(story, meanings, [f"{short} {ends[0]}"], [f"{short} {ends[1]}"]) == []


@pytest.mark.parametrize(
    ("ours", "theirs"), [("on Oct. 15", "on October 15"), ("for Mr. Marr", "for Marr"), ("by e-mail", "by email")]
)
def test_what_comes_to_the_same_is_none(story: Callable[..., Any], meanings: Meanings, ours: str, theirs: str) -> None:
    told = "The keys of the old hatch were left {} at the harbour office"
    assert found(story, meanings, [told.format(ours)], [told.format(theirs)]) == []


def test_a_third_report_that_quotes_one_of_the_wordings_is_a_side(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    ours, theirs = (f"The old hatch was never {word} by the crew of the ferry" for word in ("closed", "seen"))
    both = ["was never closed by the", "was never seen by the"]
    (_, sides), *_ = found(story, meanings, [ours], [theirs], ["never seen by the crew"])
    assert sides == [*both, "never seen by the crew"]
    (_, sides), *_ = found(story, meanings, [ours], [theirs], ["by the crew of the ferry"])
    assert sides == both


def test_sentences_in_two_translations_disagree_only_within_one_speech(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    assert found(story, meanings, [SAILOR], [CAPTAIN]) == []
    told = [Utterance("u", ("0-0", "1-0"))]
    assert found(story, meanings, [SAILOR], [CAPTAIN], told=told) == [
        ("the wording of what Ada Quill said", [SAILOR, CAPTAIN])
    ]


def test_two_sentences_of_one_speech_that_are_less_alike_are_no_wordings_of_one(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    ours = "We had to shut the gate of the lock"
    theirs = "We had to pay for the gate and for the men who shut it"
    told = [Utterance("u", ("0-0", "1-0"))]
    assert found(story, meanings, [ours], [theirs], told=told) == []


def test_another_order_of_the_same_sentences_is_a_conflict(story: Callable[..., Any], meanings: Meanings) -> None:
    said = ["The ship was built in Ebb", "The crew had slept all night", "The harbour lamp was out"]
    moved = [said[1], said[2], said[0]]
    assert found(story, meanings, [". ".join(said)], [". ".join(moved)]) == [
        ("the order of what Ada Quill said", [f"{said[0]}.", said[0]])
    ]
    assert found(story, meanings, said, moved) == []  # quotations of their own stand in any order


def test_a_phrase_quoted_with_another_word_is_a_conflict(story: Callable[..., Any], meanings: Meanings) -> None:
    lines = [
        [("Ada Quill", "called", f"the flood “an unbearable {word}”", "criticise")] for word in ("sorrow", "grief")
    ]
    made, statements, entities = story(lines, NAMES)
    mixed = [msgspec.structs.replace(one, form="mixed") for one in statements]
    conflicts = list(wording_conflicts(made, mixed, {}, {one.id: one for one in entities}, meanings))
    assert [[side.text for side in sides] for _, _, sides in conflicts] == [
        ["an unbearable sorrow", "an unbearable grief"]
    ]
    others = [
        [("Ada Quill", "called", f"the flood “an unbearable {word}”", "criticise")] for word in ("sorrow", "cost")
    ]
    made, statements, entities = story(others, NAMES)
    mixed = [msgspec.structs.replace(one, form="mixed") for one in statements]
    assert list(wording_conflicts(made, mixed, {}, {one.id: one for one in entities}, meanings)) == []


LINKED = [Utterance("u", ("0-0", "1-0"))]


def framed(story: Callable[..., Any], meanings: Meanings, quotation: str, content: str) -> list[list[str]]:
    """The conflicts of a quotation and a report that quotes a phrase in its own words."""
    lines = [[("Ada Quill", "said", f"“{quotation}”", "assert")], [("Ada Quill", "conceded", content, "concede")]]
    made, statements, entities = story(lines, NAMES)
    mixed = [msgspec.structs.replace(one, form="mixed") if n else one for n, one in enumerate(statements)]
    known = {one.id: one for one in entities}
    return [
        [side.text for side in sides]
        for *_, sides in wording_conflicts(made, mixed, linked_by(LINKED), known, meanings)
    ]


def test_a_phrase_that_words_the_quotation_otherwise_is_a_conflict(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    said = "The hatch was not, in the strict nautical sense, closed"
    assert framed(story, meanings, said, "the hatch had been “not strictly closed, nautically speaking”") == [
        [said, "not strictly closed, nautically speaking"]
    ]


def test_a_phrase_cut_from_the_quotation_is_none(story: Callable[..., Any], meanings: Meanings) -> None:
    said = "The hatch was never left open by the crew at night"
    assert framed(story, meanings, said, "the hatch was “never left open by the crew”") == []
    assert framed(story, meanings, said, "the night had been “quiet and cold as ever”") == []


LONG = "The hatch was checked by the harbour crew {} the night before the storm, and nobody in all the town heard of it"


@pytest.mark.parametrize(
    ("other", "is_shown"),
    [
        (("Jo Marr", LONG.format("on")), False),  # what two people say in the same words is another matter
        (("the council", LONG.format("twice on")), True),
        ((None, LONG.format("twice on")), True),
        ((None, LONG.format("on")), False),
        ((None, "The hatch was checked twice"), False),
    ],
)
def test_long_quotations_are_compared_where_one_report_does_not_name_the_person(
    story: Callable[..., Any], meanings: Meanings, other: tuple[str | None, str], is_shown: bool
) -> None:
    speaker, words = other
    lines = [
        [("Ada Quill", "said", f"“{LONG.format('on')}”", "assert")],
        [(speaker, "said" if speaker else "it is said", f"“{words}”", "assert")],
    ]
    made, statements, entities = story(lines, {**NAMES, "the council": "organisation"})
    found = list(wording_conflicts(made, statements, {}, {one.id: one for one in entities}, meanings))
    assert [[side.text for side in sides] for _, _, sides in found] == (
        [["harbour crew on the", "harbour crew twice on the"]] if is_shown else []
    )


@pytest.mark.parametrize("words", [12, 8])
def test_two_people_do_not_say_a_long_sentence_in_nearly_the_same_words(
    story: Callable[..., Any], meanings: Meanings, words: int
) -> None:
    one, other = (" ".join(LONG.format(word).split()[:words]) for word in ("at noon on", "at dawn on"))
    assert bool(found(story, meanings, [one], [other], speaker="Jo Marr")) == (words == 12)


def test_of_a_quotation_that_runs_on_only_what_stands_in_its_own_marks_is_compared(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    said = LONG.format("on")
    inner = LONG.format("on")
    assert found(story, meanings, [said], [f"We know. Quill told us how “{inner}” and left"]) == []
