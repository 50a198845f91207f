import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from onrecord.bench.uner import Document, read_documents, score
from onrecord.errors import MalformedInput
from onrecord.model import Entity, EntityType, Mention, Record, Report

TEXT = "Mayor Ida Brandt of Ost told the Guild that Brandt Hall in Vandia is safe."
ROW = {
    "id": "a",
    "text": TEXT,
    "entities": [
        {"spans": [[6, 16]], "type": "PER"},
        {"spans": [[20, 23]], "type": "LOC"},
        {"spans": [[33, 38]], "type": "ORG"},
        {"spans": [[44, 55]], "type": "LOC"},
        {"spans": [[59, 65]], "type": "LOC"},
    ],
}
NAMES: Sequence[tuple[str, EntityType]] = (
    ("Ida Brandt", "person"),
    ("Ost", "place"),
    ("Guild", "organisation"),
    ("Brandt Hall", "place"),
    ("Vandia", "country"),
)


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return read_documents(path)


def _report(number: int, text: str, *files: int) -> Report:
    names = tuple(f"{file:04}.txt" for file in (number, *files))
    return Report(id=f"r{number}", file=names[0], files=names, sha256="", text_sha256="", text=text, language="en")


def _entity(kind: EntityType, *mentions: Mention) -> Entity:
    return Entity(id=f"{kind}{mentions[0].report}{mentions[0].start}", name="", type=kind, mentions=mentions)


def _mention(words: str, bare: str | None = None) -> Mention:
    start = TEXT.index(words)
    first = TEXT.index(bare or words)
    return Mention("r0", start, start + len(words), words, (first, first + len(bare or words)))


def _record(names: Iterable[tuple[str, EntityType]], *files: int) -> Record:
    entities = tuple(_entity(kind, _mention(words)) for words, kind in names)
    return Record(reports=(_report(0, TEXT, *files),), entities=entities)


def test_countries_are_places_and_all_names_give_full_marks(documents: list[Document]) -> None:
    assert set(score(documents, _record(NAMES)).values()) == {1.0}


def test_a_title_in_front_is_no_part_of_a_name(documents: list[Document]) -> None:
    entity = _entity("person", _mention("Mayor Ida Brandt", "Ida Brandt"))
    assert score(documents, Record(reports=(_report(0, TEXT),), entities=(entity,)))["persons F1"] == 1.0


def test_a_name_with_another_type_or_extent_is_wrong(documents: list[Document]) -> None:
    figures = score(documents, _record([("Ida Brandt", "organisation"), ("the Guild", "organisation"), *NAMES[1:2]]))
    assert figures["names precision"] == pytest.approx(1 / 3)
    assert figures["names recall"] == 0.2
    assert figures["names F1"] == 0.25
    assert (figures["persons F1"], figures["organisations F1"], figures["places F1"]) == (0.0, 0.0, 0.5)


def test_groups_and_unnamed_sources_have_no_names(documents: list[Document]) -> None:
    figures = score(documents, _record([*NAMES, ("is safe", "group"), ("told", "unnamed")]))
    assert figures["names precision"] == 1.0


def test_a_mention_that_two_entities_claim_counts_once_and_as_the_first_has_it(documents: list[Document]) -> None:
    figures = score(documents, _record([*NAMES, ("Ida Brandt", "organisation"), ("Ida Brandt", "person")]))
    assert figures["names F1"] == 1.0


def test_a_text_that_occurs_twice_has_its_names_twice(documents: list[Document]) -> None:
    assert score(documents * 2, _record(NAMES, 1))["names F1"] == 1.0


def test_a_text_that_could_not_be_read_has_no_names(documents: list[Document]) -> None:
    figures = score(documents * 2, _record(NAMES))
    assert (figures["names precision"], figures["names recall"]) == (1.0, 0.5)
    assert score(documents, Record())["names F1"] == 0.0


def test_a_name_found_at_unsure_words_counts_neither_way() -> None:
    unsure = Document(text=TEXT, entities=(), unsure=((6, 9), (33, 38)))
    figures = score([unsure], _record(NAMES[:2]))
    assert figures["names F1"] == 0.0
    assert score([unsure], _record(NAMES[:1]))["names F1"] is None


def test_a_line_that_is_no_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dev.jsonl").write_text('{"text": "a", "entities": [{"spans": [], "type": "X"}]}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no document"):
        read_documents(tmp_path / "dev.jsonl")


def _damaged(names: Iterable[Any], chance: Random) -> list[Any]:
    """Some names left out, moved, given another type or added."""
    kept = [(tuple(one["spans"][0]), one["type"]) for one in names if chance.random() < 0.8]
    moved = {(start, end + (chance.random() < 0.1)): kind for (start, end), kind in kept}
    moved |= {(start, start + 3): "PER" for start, _ in [(chance.randint(0, 20), 0)] if chance.random() < 0.3}
    kinds = {at: chance.choice(["PER", "ORG", "LOC"]) if chance.random() < 0.1 else kind for at, kind in moved.items()}
    return [{"spans": [at], "type": kind} for at, kind in kinds.items()]


def _as_record(rows: Sequence[Any]) -> Record:
    kinds: dict[str, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    entities = tuple(
        _entity(kinds[one["type"]], Mention(f"r{number}", start, end, "", (start, end)))
        for number, row in enumerate(rows)
        for one in row["entities"]
        for start, end in one["spans"]
    )
    return Record(reports=tuple(_report(n, row["text"]) for n, row in enumerate(rows)), entities=entities)


@pytest.mark.parametrize("name", ["dev.jsonl", "pud.jsonl", "train.jsonl"])
def test_the_figures_are_those_of_the_reference(name: str, shared: Path, tmp_path: Path) -> None:
    folder = shared / "benchmarks" / "uner"
    if not folder.is_dir():
        pytest.skip("Universal NER is not beside this checkout")
    chance = Random(7)
    gold = [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    found = [{**row, "entities": _damaged(row["entities"], chance)} for row in gold]
    (tmp_path / "found.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    command = [sys.executable, str(folder / "score_uner.py"), str(folder / name), str(tmp_path / "found.jsonl")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[1:]
    (_, _, micro, _, precision, _, recall), *kinds = [line.split() for line in printed]
    expected = [micro, precision, recall, *(kind[1] for kind in kinds)]
    figures = score(read_documents(folder / name), _as_record(found))
    assert [f"{figure:.3f}" for figure in figures.values()] == expected
    assert list(figures)[:1] == ["names F1"]
    assert 0.5 < float(micro) < 0.95
