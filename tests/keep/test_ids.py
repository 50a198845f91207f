from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.errors import UnknownId
from onrecord.keep import Kept, resolve, save
from onrecord.keep.ids import TABLES


def test_every_item_is_found_by_its_id_and_by_its_first_digits(path: Path, kept: Kept) -> None:
    record = kept.record
    for items in (record.reports, record.entities, record.statements, record.events, record.points, record.conflicts):
        for item in items:
            assert resolve(path, item.id) == item.id
            assert resolve(path, item.id[:4]) == item.id
    assert resolve(path, record.utterances[0].id[:3]) == record.utterances[0].id
    assert resolve(path, record.corrections[0].id[:3]) == record.corrections[0].id


def test_letters_may_be_large_and_have_space_around_them(path: Path) -> None:
    assert resolve(path, " A11A ") == "a11a00000001"


def test_a_prefix_of_several_ids_is_refused_and_names_them(path: Path) -> None:
    with pytest.raises(UnknownId, match="3 ids begin so: statement 5a0000000001, statement 5b0000000002") as caught:
        resolve(path, "5", "statement")
    assert caught.value.subject == "5"


@pytest.mark.parametrize("prefix", ["", " ", "ffffffffffff", "%", "_", "5a0000000001x", "\0", "\ud800", "' OR 1=1 --"])
def test_a_prefix_of_no_id_is_refused(path: Path, prefix: str) -> None:
    with pytest.raises(UnknownId, match="no item has an id"):
        resolve(path, prefix)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(prefix=st.text())
def test_any_prefix_is_found_or_refused(path: Path, prefix: str) -> None:
    with suppress(UnknownId):
        assert resolve(path, prefix).startswith(prefix.strip().lower())


def test_a_kind_narrows_what_is_meant(path: Path) -> None:
    assert resolve(path, "5a", "statement") == "5a0000000001"
    with pytest.raises(UnknownId, match="no entity has an id"):
        resolve(path, "5a", "entity")
    assert set(TABLES) >= {"report", "entity", "statement", "utterance"}


def test_a_former_id_leads_to_the_item_in_its_place(path: Path, kept: Kept) -> None:
    ana = replace(kept.record.entities[0], id="aaaaaaaaaaaa")
    first = replace(kept.record.statements[0], speaker=ana.id)
    third = replace(kept.record.statements[2], candidates=())
    record = replace(
        kept.record,
        entities=(ana, kept.record.entities[1]),
        statements=(first, kept.record.statements[1], third),
        links=(),
    )
    save(replace(kept, record=record), path, before=kept.record)
    assert resolve(path, "a11a00000001") == resolve(path, "a11a") == ana.id
    assert resolve(path, "a11a", "entity") == ana.id
    with pytest.raises(UnknownId):
        resolve(path, "a11a", "utterance")
    assert resolve(path, "a", "entity") == ana.id
