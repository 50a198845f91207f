from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.keep import Kept, Totals, correct, load_record, parts, save, search
from onrecord.model import Candidate, Record
from onrecord.show.lookup import Lookup
from onrecord.show.statements import doubtful


def test_what_is_counted_is_what_there_is(path: Path, kept: Kept) -> None:
    with parts(path) as found:
        counts = found.counts()
    assert (counts.reports, counts.unread, counts.statements) == (2, 1, 3)
    assert (counts.entities, counts.utterances, counts.points) == (2, 1, 1)
    assert (counts.conflicts, counts.corrections, counts.speakers, counts.dated) == (1, 1, 2, 1)


def test_items_are_those_of_the_whole_record(path: Path, kept: Kept) -> None:
    with parts(path) as found:
        for name in ("reports", "entities", "statements", "utterances", "points", "conflicts", "corrections"):
            whole = getattr(load_record(path), name)
            assert tuple(found.items(name, [one.id for one in whole]).values()) == whole
            assert found.items(name, ["none"]) == {}


def test_keys_that_are_not_wanted_are_left_empty(path: Path, kept: Kept) -> None:
    with parts(path) as found:
        report = found.items("reports", [kept.record.reports[1].id], ("text", "noise"))[kept.record.reports[1].id]
        entity = found.items("entities", [kept.record.entities[0].id], ("mentions",))[kept.record.entities[0].id]
    assert report == replace(kept.record.reports[1], text="", noise=())
    assert entity == replace(kept.record.entities[0], mentions=())


def test_around_a_statement_are_its_tellings_and_whom_they_name(path: Path, kept: Kept) -> None:
    first, _, third = kept.record.statements
    with parts(path) as found:
        part = found.around([first.id], [first.report])
    assert part.statements == (first, third)
    assert part.utterances == kept.record.utterances
    assert [bool(one.text) for one in part.reports] == [True, False]
    assert {one.id for one in part.entities} == {one.id for one in kept.record.entities}


def test_the_pages_of_a_list_hold_every_item_once(path: Path, kept: Kept) -> None:
    with parts(path) as found:
        for listed in (found.reports, found.utterances, found.undated, found.dated):
            pages = [listed(number, 1) for number in (1, 2, 3, 4)]
            ids = [one for page in pages[: pages[0].total] for one in page.ids]
            assert len(set(ids)) == len(ids) == pages[0].total
        undated, dated = found.undated(1, 9).ids, found.dated(1, 9).ids
    assert {*undated, *dated} == {one.id for one in kept.record.statements}


def test_a_month_is_its_days_and_a_year_its_months(path: Path) -> None:
    with parts(path) as found:
        assert found.dated(1, 9, "2019-01", "2019-01").ids == found.dated(1, 9, "2019").ids == found.dated(1, 9).ids
        assert found.dated(1, 9, "2019-02").ids == found.dated(1, 9, "", "2018").ids == ()
        assert found.months() == (("2019-01", 1),)


def test_people_are_found_by_any_part_of_their_name_and_no_character_is_special(path: Path) -> None:
    with parts(path) as found:
        assert [one.entity for one in found.people(1, 9, "OX")[0]] == ["a11a00000001"]
        assert found.people(1, 9, "%")[0] == found.people(1, 9, "_")[0] == found.people(1, 9, "\\")[0] == ()
        assert found.people(1, 9)[1].total == 2
        assert found.people(1, 9)[0][0].reports == 2


def test_search_gives_the_same_in_pages(path: Path) -> None:
    with parts(path) as found:
        for words in ("bridge", "bridge fall", "the", '"euros', ""):
            whole = search(path, words, 99)
            assert [one for n in range(1, 4) for one in found.found(words, n, 1).ids][: len(whole)] == whole
        assert [one for one, _ in found.reports_about("bridge", 9)] == list(found.reports(2, 1).ids)
        assert found.reports_about("", 9) == ()


def test_what_was_counted_is_counted_anew_when_the_record_changes(path: Path) -> None:
    totals = Totals()
    with parts(path, totals) as found:
        assert found.acts() == {"deny": 1, "warn": 1, "assert": 1}
    correct(path, "5b", "act", "deny", by="Di", why="so")
    with parts(path, totals) as found:
        assert found.acts() == {"deny": 2, "assert": 1}
        assert found.corrections(1, 9).total == 2
        assert found.corrections(1, 9, "lost").total == 0


def test_an_item_has_the_kind_that_it_is_shown_as(path: Path, kept: Kept) -> None:
    with parts(path) as found:
        assert found.kind_of(kept.record.statements[0].id) == "statement"
        assert found.kind_of(kept.record.entities[0].id) == "entity"
        assert found.kind_of("ffff") is None


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_doubts_are_those_of_the_list_in_the_terminal(data: st.DataObject, kept: Kept, tmp_path: Path) -> None:
    changed = tuple(
        replace(
            one,
            speaker=data.draw(st.sampled_from([None, kept.record.entities[0].id])),
            source=data.draw(st.sampled_from([None, one.content[0]])),
            confidence=data.draw(st.sampled_from([0.2, 0.4999, 0.5, 0.9])),
            candidates=data.draw(st.sampled_from([(), (Candidate(kept.record.entities[1].id, 0.7),)])),
        )
        for one in kept.record.statements
    )
    record = replace(kept.record, statements=changed, corrections=())
    path = tmp_path / "a.db"
    save(Kept(record, kept.readings, kept.findings), path, record)
    if data.draw(st.booleans()):
        correct(path, changed[0].id, "confirm", by="Di")
    now: Record = load_record(path)
    with parts(path) as found:
        assert list(found.doubts(1, 9).ids) == [one.id for one in doubtful(Lookup(now), now.statements)]
    path.unlink()
