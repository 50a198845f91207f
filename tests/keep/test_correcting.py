from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.errors import OnrecordError, RecordInUse, UnknownId, UsageError
from onrecord.keep import Kept, correct, correcting, join, load, load_record, save, verify
from onrecord.keep.record import fingerprint
from onrecord.model import Correction, Record, encode

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
Make = Callable[..., Correction]


@pytest.fixture
def path(tmp_path: Path, kept: Kept) -> Path:
    """The sample without its correction."""
    plain = replace(kept.record, corrections=())
    save(Kept(plain, kept.readings, kept.findings), tmp_path / "affair.db", plain)
    return tmp_path / "affair.db"


@pytest.fixture
def make(path: Path) -> Make:
    def made(*words: str, at: Path = path, **rest: Any) -> Correction:
        return correct(at, *words, **{"by": "Di", "why": "so", "clock": lambda: NOON, **rest})

    return made


def test_a_correction_says_who_when_why_and_what_was_there(make: Make, path: Path) -> None:
    made = make("5a", "act", "assert", by=" Di Ox ", why=" it is ")
    assert (made.target, made.change, made.old, made.new) == ("5a0000000001", "act", "deny", "assert")
    assert (made.by, made.when, made.why) == ("Di Ox", "2024-05-01T12:00:00.000Z", "it is")
    assert load_record(path).corrections == (made,)
    assert load_record(path).statements[0].act == "assert"
    assert verify(path) == ()


def test_corrections_are_only_ever_added(make: Make, path: Path) -> None:
    first = make("5a", "act", "assert")
    make("5a", "act", "warn")
    make(first.id, "undo")
    assert next(one.id for one in load_record(path).corrections) == first.id
    assert [one.state for one in load_record(path).corrections] == ["undone", "applied", "applied"]
    assert load_record(path).statements[0].act == "warn"


def test_two_corrections_of_one_moment_have_two_times(make: Make) -> None:
    assert make("5a", "act", "warn").when < make("5a", "act", "assert").when


def test_undoing_all_gives_every_byte_of_the_items_back(make: Make, path: Path) -> None:
    before = encode(load_record(path))
    some = [
        make("5a", "act", "warn"),
        make("Ana Ox", "merge", "Bo Elk"),
        make("5b", "date", "unknown"),
        make("5c", "reject"),
        make("Ana Ox", "split", "ape/two.txt"),
    ]
    assert encode(replace(load_record(path), corrections=())) != before
    for one in some:
        make(one.id, "undo")
    assert encode(replace(load_record(path), corrections=())) == before
    assert verify(path) == ()


def test_the_clock_is_in_the_correction_and_nowhere_else(make: Make, path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    make("5a", "act", "warn")
    make("5a", "act", "warn", at=other, clock=lambda: datetime(2031, 1, 1, tzinfo=UTC))
    one, two = load_record(path), load_record(other)
    assert one.corrections != two.corrections
    assert replace(one, corrections=()) == replace(two, corrections=())


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (("5a", "speaker", "Bo Elk"), ("speaker", "b00000000002")),
        (("5a", "speaker", "b0"), ("speaker", "b00000000002")),
        (("5a", "speaker", "bo elk"), ("speaker", "b00000000002")),
        (("5a", "speaker", "nobody"), ("speaker", None)),
        (("5a", "act", "concede"), ("act", "concede")),
        (("5a", "date", "2019-01-14/2019-01-15"), ("said_on", "2019-01-14/2019-01-15")),
        (("5b", "date", "unknown"), ("said_on", None)),
    ],
    ids=lambda words: " ".join(map(str, words)),
)
def test_a_field_gets_the_value(make: Make, path: Path, words: tuple[str, ...], value: tuple[str, Any]) -> None:
    made = make(*words)
    now = next(one for one in load_record(path).statements if one.id == made.target)
    assert getattr(now, value[0]) == value[1]
    assert verify(path) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (("e0", "agent", "Ana Ox"), ("agent", "a11a00000001")),
        (("e0", "patient", "a1"), ("patient", "a11a00000001")),
        (("e0", "patient", "nobody"), ("patient", None)),
        (("e0", "type", "coerce"), ("type", "COERCE")),
        (("e0", "status", "denied"), ("status", "denied")),
        (("e0", "date", "2019-01-14"), ("date", "2019-01-14")),
        (("e0", "date", "unknown"), ("date", None)),
    ],
    ids=lambda words: " ".join(map(str, words)),
)
def test_a_field_of_an_event_gets_the_value_and_an_undo_takes_it_away(
    make: Make, path: Path, words: tuple[str, ...], value: tuple[str, Any]
) -> None:
    (before,) = load_record(path).events
    made = make(*words)
    (now,) = load_record(path).events
    assert getattr(now, value[0]) == value[1]
    assert (made.kind, made.machine) == ("event", getattr(before, value[0]))
    assert (now.date_why == "Di: so") == (words[1] == "date")
    assert verify(path) == ()
    make(made.id, "undo")
    assert load_record(path).events == (before,)


def test_an_agent_whom_no_entity_names_is_named_by_their_place(make: Make, path: Path) -> None:
    make("e0", "agent", "0-16")
    record = load_record(path)
    assert next(one.name for one in record.entities if one.id == record.events[0].agent) == "The town council"
    assert verify(path) == ()


def test_the_last_value_of_a_field_of_an_event_counts_and_stays_when_entities_become_one(
    make: Make, path: Path
) -> None:
    first, last = make("e0", "agent", "Bo Elk"), make("e0", "agent", "Ana Ox")
    make("e0", "status", "denied")
    make("Bo Elk", "merge", "Ana Ox")
    record = load_record(path)
    assert {one.id: one.state for one in record.corrections}[first.id] == "overruled"
    assert {one.id: one.state for one in record.corrections}[last.id] == "applied"
    assert (record.events[0].agent, record.events[0].status) == ("b00000000002", "denied")


def test_a_span_gives_the_words_in_the_report(make: Make, path: Path) -> None:
    text = load_record(path).reports[1].text
    start = text.index("that the bridge")
    make("5b", "span", f"{start}-{start + 26}")
    assert load_record(path).statements[1].content[0].text == "that the bridge would fall"
    assert verify(path) == ()


def test_a_speaker_whom_no_entity_names_is_named_by_their_place(make: Make, path: Path) -> None:
    start = load_record(path).reports[1].text.index("The town council")
    made = make("5b", "speaker", f"{start}-{start + 16}")
    speaker = next(one for one in load_record(path).entities if one.id == load_record(path).statements[1].speaker)
    assert (speaker.name, speaker.type) == ("The town council", "unnamed")
    assert made.new_at[0].text == "The town council"
    assert verify(path) == ()


def test_the_place_of_a_name_leads_to_the_entity_that_has_it(make: Make, path: Path) -> None:
    start = load_record(path).reports[1].text.index("Mayor Ox")
    assert make("5b", "speaker", f"{start}-{start + 8}").new == "a11a00000001"


def test_a_confirmed_statement_is_marked_and_stays(make: Make, path: Path) -> None:
    before = load_record(path).statements
    assert make("5b", "confirm", why="").state == "applied"
    assert load_record(path).statements == before


@pytest.mark.parametrize(
    ("words", "error", "cure"),
    [
        (("5a", "shout"), UsageError, "Changes are: confirm"),
        (("5a", "act"), UsageError, "--help"),
        (("5a", "confirm", "yes"), UsageError, "--help"),
        (("5a", "act", "shout"), UsageError, "Acts are: assert"),
        (("5a", "act", "deny"), UsageError, "confirm"),
        (("5a", "date", "2019-02-31"), UsageError, "Write 2019-01-15"),
        (("5a", "date", "last week"), UsageError, "Write 2019-01-15"),
        (("5a", "span", "here"), UsageError, "START-END"),
        (("5a", "span", "5-99999"), UsageError, "onrecord show"),
        (("5a", "span", "9-5"), UsageError, "onrecord show"),
        (("5a", "span", "9-12,5-7"), UsageError, "as they stand"),
        (("5a", "speaker", "Zoë"), UnknownId, "onrecord show"),
        (("ff", "act", "deny"), UnknownId, "onrecord show"),
        (("5", "act", "deny"), UnknownId, "more of its digits"),
        (("Ana Ox", "act", "deny"), UnknownId, "onrecord show"),
        (("a11", "act", "deny"), UsageError, "a statement"),
        (("Ana Ox", "merge", "Ana Ox"), UsageError, "another"),
        (("Ana Ox", "split", "Ana Ox"), UsageError, "FILE:START-END"),
        (("Bo Elk", "split", "ape/one.txt"), UsageError, "some of them"),
        (("Bo Elk", "split", "ape/two.txt"), UsageError, "some of them"),
        (("5a", "merge", "5a"), UsageError, "differ"),
        (("ff", "undo"), UnknownId, "onrecord show"),
        (("5a", "agent", "Ana Ox"), UsageError, "Name an event"),
        (("e0", "act", "deny"), UsageError, "Name a statement"),
        (("a11", "date", "2019"), UsageError, "Name a statement or an event"),
        (("e0", "type", "fall"), UsageError, "Types are: agree, consult"),
        (("e0", "status", "perhaps"), UsageError, "Statuses are: happened"),
        (("e0", "status", "possible"), UsageError, "confirm"),
        (("e0", "date", "last week"), UsageError, "Write 2019-01-15"),
        (("e0", "patient", "Zoë"), UnknownId, "onrecord show"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else None,
)
def test_what_cannot_be_done_is_said_with_its_cure_and_nothing_is_written(
    make: Make, path: Path, words: tuple[str, ...], error: type[OnrecordError], cure: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(error) as raised:
        make(*words)
    assert cure in raised.value.cure
    assert path.read_bytes() == before


def test_of_two_with_one_name_it_is_told_which_is_which(kept: Kept, tmp_path: Path) -> None:
    ana, bo = kept.record.entities
    named_alike = (ana, replace(bo, name="Ana Ox", type="group"))
    record = replace(kept.record, entities=named_alike, corrections=())
    save(Kept(record, kept.readings, kept.findings), tmp_path / "two.db", record)
    with pytest.raises(UnknownId) as raised:
        correct(tmp_path / "two.db", "ana ox", "reject", by="Di", why="so")
    assert raised.value.problem == (
        "2 entities are called so: a11a00000001 is Ana Ox, mayor (person, in 2 reports, first ape/one.txt:0-6); "
        "b00000000002 is Ana Ox (group, in 1 report, first ape/one.txt:85-91)"
    )


@pytest.mark.parametrize("rest", [{"by": " "}, {"why": ""}], ids=str)
def test_nobody_corrects_without_a_name_and_a_reason(make: Make, rest: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        make("5a", "act", "warn", **rest)


def test_what_is_undone_is_not_undone_twice(make: Make) -> None:
    made = make("5a", "act", "warn")
    make(made.id, "undo")
    with pytest.raises(UsageError, match="undone already"):
        make(made.id, "undo")


def test_who_looks_for_what_was_rejected_is_told_by_whom(make: Make) -> None:
    gone = make("5a", "reject")
    with pytest.raises(UnknownId, match="rejected by Di") as raised:
        make("5a", "act", "warn")
    assert gone.id in raised.value.cure


def test_two_who_correct_at_once_do_not_lose_a_correction(
    make: Make, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen = load(path), fingerprint(path)
    make("5a", "act", "warn")
    monkeypatch.setattr(correcting, "load", lambda _: before)
    monkeypatch.setattr(correcting, "fingerprint", lambda _: seen)
    with pytest.raises(RecordInUse, match="meanwhile"):
        make("5b", "act", "deny")
    assert len(load_record(path).corrections) == 1


@pytest.fixture
def two(make: Make, path: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two copies that two people have corrected."""
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    shared = {"clock": lambda: datetime(2024, 5, 1, tzinfo=UTC)}
    make("5b", "date", "2019-03", **shared)
    make("5b", "date", "2019-03", at=other, **shared)
    make("5a", "act", "warn")
    make("5a", "act", "assert", at=other, by="Ed", clock=lambda: datetime(2024, 5, 2, tzinfo=UTC))
    make("5c", "reject", at=other, by="Ed", clock=lambda: datetime(2024, 5, 3, tzinfo=UTC))
    return path, other


def test_joining_takes_over_what_is_new_and_shows_where_people_differ(two: tuple[Path, Path]) -> None:
    found = join(*two)
    assert [(one.change, one.by) for one in found.new] == [("act", "Ed"), ("reject", "Ed")]
    assert [(later.new, earlier.new) for later, earlier in found.differing] == [("assert", "warn")]
    assert load_record(two[0]) == found.record
    assert found.record.statements[0].act == "assert"
    assert len(found.record.statements) == 2
    assert len(found.record.corrections) == 4
    assert verify(two[0]) == ()


def test_it_makes_no_difference_who_joins_whom(two: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = (Path(shutil.copy(one, tmp_path / f"{n}.db")) for n, one in enumerate(two))
    join(mine, two[1])
    join(theirs, two[0])
    assert mine.read_bytes() == theirs.read_bytes()


def test_joining_twice_adds_nothing_and_the_other_record_is_only_read(two: tuple[Path, Path]) -> None:
    before = two[1].read_bytes()
    join(*two)
    once = two[0].read_bytes()
    assert join(*two).new == ()
    assert two[0].read_bytes() == once
    assert two[1].read_bytes() == before


def test_what_has_no_place_in_the_other_record_is_kept_as_lost(
    two: tuple[Path, Path], kept: Kept, tmp_path: Path
) -> None:
    report = kept.record.reports[0]
    small = tmp_path / "small.db"
    save(Kept(Record(reports=(report,)), kept.readings[:1], kept.findings[:1]), small, Record())
    found = join(small, two[1])
    assert {one.state for one in found.new} == {"lost"}
    assert len(load_record(small).corrections) == 3
    assert verify(small) == ()
