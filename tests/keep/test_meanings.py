from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from onrecord.encoder import WIDTH
from onrecord.keep import Kept, correct, load, meant, parts, save, search_by_meaning, verify
from onrecord.keep.meanings import LEAST, packed, words_of
from onrecord.model import Record


@pytest.fixture
def meaning(kept: Kept, tmp_path: Path) -> Path:
    """A record with what its statements mean."""
    save(replace(kept, meanings=meant(kept.record, {})), tmp_path / "meaning.db", Record())
    return tmp_path / "meaning.db"


def test_a_statement_is_found_by_other_words_of_the_same_meaning(meaning: Path, kept: Kept) -> None:
    found = search_by_meaning(meaning, "the crossing over the river will collapse")
    assert "bridge" in words_of(next(one for one in kept.record.statements if one.id == found[0]))
    assert search_by_meaning(meaning, "a recipe for onion soup") == []
    assert search_by_meaning(meaning, "  ") == []


def test_what_is_near_comes_in_pages_with_how_near_it_is(meaning: Path) -> None:
    with parts(meaning) as found:
        assert found.has_meanings()
        page, near = found.near("the bridge would fall", 1, 1)
    assert list(near) == list(page.ids)
    assert LEAST <= near[page.ids[0]] <= 1.0
    assert page.total >= len(page.ids) == 1


def test_a_record_without_meanings_says_so_and_finds_nothing(path: Path) -> None:
    with parts(path) as found:
        assert not found.has_meanings()
    assert search_by_meaning(path, "the bridge would fall") == []


def test_meanings_are_kept_proved_and_not_computed_twice(
    meaning: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load(meaning)
    assert set(loaded.meanings) == {words_of(one) for one in kept.record.statements}
    assert verify(meaning) == ()
    monkeypatch.setattr("onrecord.keep.meanings.shipped_sentences", lambda: pytest.fail("it is known"))
    assert meant(kept.record, loaded.meanings) == loaded.meanings


def test_words_that_a_person_marks_get_their_meaning(meaning: Path, kept: Kept) -> None:
    one = next(one for one in kept.record.statements if "bridge" in words_of(one))
    start, end = one.content[0].start, one.content[0].end
    correct(meaning, one.id, "span", f"{start}-{end - 3}", by="Di", why="shorter")
    assert verify(meaning) == ()
    with closing(sqlite3.connect(meaning)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM meanings").fetchone()
    assert count == len(kept.record.statements)


def test_a_changed_meaning_is_a_fault(meaning: Path) -> None:
    with closing(sqlite3.connect(meaning)) as connection:
        connection.execute("UPDATE meanings SET numbers = zeroblob(384)")
        connection.commit()
    assert "SHA-256" in verify(meaning)[0].problem


def test_bytes_point_where_the_numbers_did() -> None:
    numbers = np.linspace(-1, 1, WIDTH, dtype=np.float32)
    kept = np.frombuffer(packed(numbers), np.int8).astype(np.float32)
    assert kept @ numbers / np.linalg.norm(kept) / np.linalg.norm(numbers) > 0.9999
    assert packed(np.zeros(WIDTH, np.float32)) == bytes(WIDTH)
