import json
from pathlib import Path

import pytest

from onrecord.bench.passages import CASES, FRESH, Passage, read_passages, texts, verdicts
from onrecord.errors import MalformedInput
from onrecord.model import Entity, EntityType, Mention, Record, Report, Span, Statement

TEXT = "Ida Brandt and her sister, Ruth Brandt, met Oskar Lund. Ms Brandt said the quay is safe."
CONTENT = "the quay is safe"
IDA = Passage("x", TEXT, CONTENT, "Ida Brandt", others=("Ruth Brandt", "Oskar Lund"))
NOBODY = Passage("y", TEXT, CONTENT, None)


def _mention(name: str) -> Mention:
    words, start = f"Ms {name}", 10
    return Mention("r", start, start + len(words), words, (start + 3, start + len(words)))


def _record(*names: str, kind: EntityType = "person") -> Record:
    """The quay is safe, says who is called by the first name, and mentioned by the others with a title."""
    start = TEXT.index(CONTENT)
    said = Statement(
        id="s",
        report="r",
        content=(Span("r", start, start + len(CONTENT), CONTENT),),
        form="indirect",
        source=None,
        cue=None,
        speaker="e" if names else None,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=1.0,
    )
    entities = [Entity(id="e", name=names[0], type=kind, mentions=tuple(map(_mention, names[1:])))] if names else []
    return Record(
        reports=(
            Report(id="r", file="0000.txt", files=("0000.txt",), sha256="", text_sha256="", text=TEXT, language="en"),
        ),
        statements=(said,),
        entities=tuple(entities),
    )


@pytest.mark.parametrize("name", ["Ida Brandt", "IDA\nBRANDT", "Brandt", "Ida Brandt of Ost"])
def test_a_speaker_is_right_whose_name_is_part_of_the_answer_or_the_other_way_round(name: str) -> None:
    assert verdicts([IDA], _record(name)) == ["right"]


@pytest.mark.parametrize("name", ["Oskar Lund", "Ida", "Brand", "Brandts"])
def test_only_whole_words_make_a_name_right(name: str) -> None:
    expected = "right" if name == "Ida" else "wrong"
    assert verdicts([IDA], _record(name)) == [expected]


def test_the_bare_name_of_a_mention_will_do() -> None:
    assert verdicts([IDA], _record("the mayor", "Ida Brandt")) == ["right"]


def test_who_has_a_name_of_somebody_else_is_wrong_whatever_they_share() -> None:
    assert verdicts([IDA], _record("Ruth Brandt", "Brandt")) == ["wrong"]


def test_other_answers_are_accepted() -> None:
    passage = Passage("x", TEXT, CONTENT, "Ida Brandt", accept=("Harbour Office",))
    assert verdicts([passage], _record("the Harbour Office", kind="organisation")) == ["right"]


def test_nobody_and_a_description_are_null_even_if_it_holds_the_name() -> None:
    assert verdicts([IDA], _record()) == ["null"]
    assert verdicts([IDA], _record("a friend of Ida Brandt", kind="unnamed")) == ["null"]
    assert verdicts([IDA], _record("Ida Brandt", kind="group")) == ["right"]


def test_where_nobody_is_named_a_name_is_invented() -> None:
    assert verdicts([NOBODY, IDA], _record("Oskar Lund")) == ["invented", "wrong"]
    assert verdicts([NOBODY], _record("a friend", kind="unnamed")) == ["open"]


def test_a_passage_that_could_not_be_read_is_not_found() -> None:
    assert verdicts([IDA], Record()) == ["not found"]


def test_a_text_of_two_passages_is_built_once() -> None:
    assert texts([IDA, NOBODY]) == [TEXT]


def test_words_that_are_not_in_their_passage_are_refused() -> None:
    with pytest.raises(MalformedInput, match="x"):
        verdicts([Passage("x", TEXT, "the quay will sink", None)], _record())


def test_a_line_is_read_with_its_other_keys(tmp_path: Path) -> None:
    row = {"id": "x", "trap": "namesake", "text": TEXT, "content": CONTENT, "speaker": "Ida Brandt"}
    row |= {"accept": [], "not": ["Ruth Brandt", "Oskar Lund"]}  # type: ignore[dict-item]
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert read_passages(tmp_path / "a.jsonl") == [IDA]


def test_a_line_that_is_no_passage_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no passage"):
        read_passages(tmp_path / "a.jsonl")


@pytest.mark.parametrize("path", [CASES, FRESH])
def test_the_passages_of_the_package_hold_their_words_and_have_ids_of_their_own(path: Path) -> None:
    passages = read_passages(path)
    assert all(one.content in one.text for one in passages)
    assert len({one.id for one in passages}) == len(passages)
    assert set(verdicts(passages, Record())) == {"not found"}
