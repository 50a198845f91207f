import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest

from onrecord.bench.meantime import Document, Timex, predicted, read_documents, score
from onrecord.errors import MalformedInput

TEXT = "The weir failed on Tuesday. It was built in May 1998 and held for three years. They meet next month."


def document(*timex: Timex, until: int | None = None, text: str = TEXT) -> Document:
    return Document(id="a", text=text, published="2021-03-12", timex=timex, full_until=until)


def timex(words: str, kind: str, value: str) -> Timex:
    start = TEXT.index(words)
    return Timex(((start, start + len(words)),), kind, value)


RIGHT = (
    timex("Tuesday", "DATE", "2021-03-09"),
    timex("May 1998", "DATE", "1998-05"),
    timex("three years", "DURATION", "P3Y"),
    timex("next month", "DATE", "2021-04"),
)


def test_times_are_given_in_the_form_of_the_annotation() -> None:
    assert tuple(predicted(document())) == RIGHT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell last week.", "2021-W09"),
        ("It fell over the weekend.", "2021-W09-WE"),
        ("It fell in the spring of 2012.", "2012-SP"),
        ("It fell in the 1990s.", "199"),
        ("It fell in the first quarter of 2012.", "2012-Q1"),
        ("It fell in recent weeks.", "PAST_REF"),
        ("It fell two years ago.", "2019"),
    ],
)
def test_values_have_the_precision_of_the_words(text: str, value: str) -> None:
    assert [one.value for one in predicted(document(text=text))] == [value]


def test_the_annotation_against_itself_gives_full_marks() -> None:
    figures = score([document(*RIGHT)], [RIGHT])
    assert figures.pop("times annotated") == 4
    assert set(figures.values()) == {1.0}


def test_what_lies_beyond_the_annotated_part_does_not_count() -> None:
    figures = score([document(*RIGHT, until=TEXT.index("May"))], [RIGHT])
    assert figures["times annotated"] == 1
    assert figures["times value F1"] == 1.0


def test_a_time_that_shares_characters_is_found_and_judged_by_its_value() -> None:
    start = TEXT.index("on Tuesday")
    figures = score([document(RIGHT[0])], [[Timex(((start, start + 10),), "DATE", "2021-03-16")]])
    assert figures["times F1, same characters"] == 0.0
    assert figures["times F1, shared characters"] == 1.0
    assert (figures["times type F1"], figures["times value F1"]) == (1.0, 0.0)


def test_a_line_that_is_no_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "apple.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no document"):
        read_documents(tmp_path / "apple.jsonl")


def _damaged(given: Sequence[Timex], chance: Random) -> list[Timex]:
    """Some times left out, moved, or with another value."""
    kept = [one for one in given if chance.random() < 0.8]
    return [
        Timex(
            tuple((start + chance.randint(0, 2), end + 2) for start, end in one.spans),
            chance.choice([one.type, "TIME"]),
            chance.choice([one.value, "P1Y"]),
        )
        for one in kept
    ]


@pytest.mark.parametrize("name", ["airbus", "apple"])
@pytest.mark.parametrize("damage", [False, True])
def test_the_figures_are_those_of_the_reference(name: str, damage: bool, shared: Path, tmp_path: Path) -> None:
    folder = shared / "benchmarks" / "meantime"
    if not folder.is_dir():
        pytest.skip("MEANTIME is not beside this checkout")
    chance = Random(7)
    documents = read_documents(folder / f"{name}.jsonl")
    given = [_damaged(found, chance) if damage else found for found in map(predicted, documents)]
    rows = [{"id": one.id, "timex": msgspec.to_builtins(found)} for one, found in zip(documents, given, strict=True)]
    (tmp_path / "pred.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, folder / "score_meantime.py", folder / f"{name}.jsonl", tmp_path / "pred.jsonl"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    theirs = [line.split(" F1 ")[1].split()[0] for line in printed.splitlines() if line.startswith("time")]
    figures = score(documents, given)
    figures.pop("times annotated")
    assert [f"{value:.3f}" for value in figures.values()] == theirs
