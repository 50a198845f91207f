from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from onrecord.keep import Kept, corrected
from onrecord.keep.places import words_of
from onrecord.model import Correction, Record, Statement, Utterance


def machine_of(kept: Kept, *groups: tuple[int, ...]) -> Record:
    said = kept.record.statements
    told = tuple(Utterance(f"u{n}", tuple(said[at].id for at in group)) for n, group in enumerate(groups))
    return replace(kept.record, corrections=(), utterances=told)


def judged(record: Record, change: str, kind: str, target: str, other: Statement) -> Correction:
    items: tuple[Any, ...] = (*record.statements, *record.utterances)
    item = next(one for one in items if one.id == target)
    at = words_of(item, record)
    return Correction("c", target, change, None, other.id, "Cy", "2024", "so", kind=kind, at=at, new_at=other.content)


def groups(record: Record) -> list[tuple[str, ...]]:
    return [one.statements for one in record.utterances]


def test_two_statements_become_one_utterance(kept: Kept) -> None:
    machine = machine_of(kept)
    one, two, _ = machine.statements
    record = corrected(machine, (judged(machine, "merge", "statement", one.id, two),))
    assert groups(record) == [tuple(sorted((one.id, two.id)))]
    assert (record.links[-1].kind, record.links[-1].score, record.links[-1].by) == ("same utterance", 1.0, "person")


def test_two_utterances_become_one_with_the_id_of_the_first(kept: Kept) -> None:
    machine = machine_of(kept, (0, 1), (1, 2))
    record = corrected(machine, (judged(machine, "merge", "utterance", "u0", machine.statements[2]),))
    assert record.utterances == (Utterance("u0", tuple(sorted(one.id for one in machine.statements))),)


def test_a_statement_is_taken_out_of_its_utterance(kept: Kept) -> None:
    machine = machine_of(kept, (0, 1, 2))
    record = corrected(machine, (judged(machine, "split", "utterance", "u0", machine.statements[1]),))
    assert groups(record) == [(machine.statements[0].id, machine.statements[2].id)]
    assert (record.links[-1].score, record.links[-1].by) == (0.0, "person")


def test_two_told_apart_each_stay_with_the_third(kept: Kept) -> None:
    machine = machine_of(kept, (0, 1, 2))
    one, two, three = (each.id for each in machine.statements)
    record = corrected(machine, (judged(machine, "split", "statement", one, machine.statements[1]),))
    assert groups(record) == [(one, three), (two, three)]


def test_of_an_utterance_of_two_nothing_is_left(kept: Kept) -> None:
    machine = machine_of(kept, (0, 1))
    record = corrected(machine, (judged(machine, "split", "utterance", "u0", machine.statements[1]),))
    assert groups(record) == []


def test_a_no_holds_against_a_later_matching(kept: Kept) -> None:
    machine = machine_of(kept)
    no = judged(machine, "split", "statement", machine.statements[0].id, machine.statements[1])
    assert groups(corrected(machine, (no,))) == []
    assert groups(corrected(machine_of(kept, (0, 1)), (no,))) == []


def test_a_judgement_on_a_statement_that_is_gone_is_lost(kept: Kept) -> None:
    machine = machine_of(kept, (0, 2))
    yes = judged(machine, "merge", "utterance", "u0", machine.statements[1])
    less = replace(machine, statements=(machine.statements[0], replace(machine.statements[2], inside=None)), points=())
    record = corrected(less, (yes,))
    assert record.corrections[0].state == "lost"
    assert groups(record) == groups(machine)
