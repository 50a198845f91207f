from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.errors import RecordInUse
from onrecord.keep import Kept, load, meant, save, search, search_by_meaning, verify
from onrecord.keep.amendment import changes
from onrecord.keep.record import amend, fingerprint
from onrecord.model import Entity, Record, Span, Statement


def shorter(one: Statement, record: Record) -> Statement:
    """The statement without the last word of its first part."""
    part = one.content[0]
    text = next(report.text for report in record.reports if report.id == one.report)
    end = part.start + len(part.text.rpartition(" ")[0] or part.text)
    return replace(one, content=(Span(part.report, part.start, end, text[part.start : end]), *one.content[1:]))


def warned(record: Record) -> Record:
    """The record with another act of its first statement."""
    return replace(record, statements=(replace(record.statements[0], act="warn"), *record.statements[1:]))


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_amended_file_holds_what_a_new_one_would(
    data: st.DataObject, kept: Kept, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("amended") / "affair.db"
    save(kept, path, Record())
    now = kept.record
    for n in data.draw(st.lists(st.integers(0, len(now.statements) - 1), min_size=1, max_size=3)):
        one = now.statements[n]
        new = data.draw(st.sampled_from([replace(one, act="warn"), shorter(one, now), replace(one, speaker=None)]))
        now = replace(now, statements=(*now.statements[:n], new, *now.statements[n + 1 :]))
    if data.draw(st.booleans()):
        made = Entity(id="f" * 12, name="Somebody", type="unnamed", mentions=now.entities[-1].mentions[:1])
        now = replace(now, entities=(*now.entities, made))
    changed = replace(kept, record=now, machine=kept.uncorrected() if now != kept.record else None)
    amend(changed, path, kept.record, fingerprint(path))
    assert load(path) == changed
    assert verify(path) == ()
    fresh = path.with_name("fresh.db")
    save(changed, fresh, Record())
    for words in ("bridge", "euros", "florins", "nothing", "fall"):
        assert search(path, words, 9) == search(fresh, words, 9)


def test_only_what_differs_is_counted(kept: Kept) -> None:
    found = changes(kept.record, warned(kept.record))
    assert found
    assert [(one.table.name, list(one.old), list(one.new)) for one in found] == [("statements", [1], [1])]
    assert changes(kept.record, kept.record) == ()


def test_a_file_is_written_whole_where_much_or_a_report_differs(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changes(kept.record, replace(kept.record, reports=kept.record.reports[::-1])) is None
    monkeypatch.setattr("onrecord.keep.amendment.MOST", 1)
    assert changes(kept.record, warned(kept.record)) is None


def test_meanings_follow_the_words(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "affair.db"
    save(replace(kept, meanings=meant(kept.record, {})), path, Record())
    loaded = load(path)
    said = loaded.record.statements
    bridge = next(n for n, one in enumerate(said) if "bridge" in one.content[0].text)
    new = shorter(said[bridge], loaded.record)
    now = replace(loaded.record, statements=(*said[:bridge], new, *said[bridge + 1 :]))
    amend(replace(loaded, record=now, meanings=meant(now, loaded.meanings)), path, loaded.record, fingerprint(path))
    assert verify(path) == ()
    assert search_by_meaning(path, "the bridge would fall")[0] == new.id


def test_what_is_there_stays_where_the_items_do_not_fit_together(kept: Kept, path: Path) -> None:
    before = path.read_bytes()
    wrong = replace(kept.record.statements[0], speaker="0" * 12)
    now = replace(kept.record, statements=(wrong, *kept.record.statements[1:]))
    with pytest.raises(ValueError, match="do not fit together"):
        amend(replace(kept, record=now), path, kept.record, fingerprint(path))
    assert path.read_bytes() == before
    assert list(path.parent.glob(".onrecord-*")) == []


def test_a_record_that_has_changed_meanwhile_is_not_written_over(kept: Kept, path: Path) -> None:
    with pytest.raises(RecordInUse, match="meanwhile"):
        amend(replace(kept, record=warned(kept.record)), path, kept.record, "of another record")


def test_who_reads_the_old_record_keeps_it(kept: Kept, path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    with closing(sqlite3.connect(copy)) as reader:
        reader.execute("BEGIN")
        act = reader.execute("SELECT act FROM statements WHERE number = 1").fetchone()
        amend(replace(kept, record=warned(kept.record)), copy, kept.record, fingerprint(copy))
        assert reader.execute("SELECT act FROM statements WHERE number = 1").fetchone() == act
    assert load(copy).record.statements[0].act == "warn"
