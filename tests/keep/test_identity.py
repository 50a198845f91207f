from __future__ import annotations

from msgspec.structs import replace

from onrecord.keep import Kept, corrected
from onrecord.keep.identity import apart_id
from onrecord.keep.places import words_of
from onrecord.model import Correction, Entity, Link, Record, Span


def judged(kept: Kept, change: str, one: Entity, new: str, *places: Span) -> Correction:
    spans = tuple(Span(place.report, place.start, place.end, place.text) for place in places)
    at = words_of(one, kept.record)
    return Correction("c", one.id, change, None, new, "Cy", "2024", "so", kind="entity", at=at, new_at=spans)


def machine_of(kept: Kept) -> Record:
    return replace(kept.record, corrections=())


def person(record: Record, one: str) -> Entity:
    return next(entity for entity in record.entities if entity.id == one)


def test_of_two_that_are_one_the_first_keeps_its_id_and_name_and_gets_the_rest(kept: Kept) -> None:
    ana, bo = kept.record.entities
    record = corrected(machine_of(kept), (judged(kept, "merge", ana, bo.id, *bo.mentions),))
    assert [one.id for one in record.entities] == [ana.id]
    assert record.entities[0].name == "Ana Ox"
    assert set(record.entities[0].mentions) == {*ana.mentions, *bo.mentions}
    assert {one.speaker for one in record.statements} == {ana.id, None}
    assert record.statements[0].to == ana.id
    assert record.events[0].patient == ana.id
    assert record.links[-1] == Link("same entity", ana.id, bo.id, 1.0, "Cy: so", "person")


def test_mentions_of_one_report_become_somebody_else_with_what_they_say(kept: Kept) -> None:
    ana = kept.record.entities[0]
    mayor = ana.mentions[1]
    second = replace(kept.record.statements[2], speaker=ana.id, candidates=())
    machine = replace(machine_of(kept), statements=(*kept.record.statements[:2], second))
    record = corrected(machine, (judged(kept, "split", ana, "other", mayor),))
    other = person(record, apart_id(mayor))
    assert (other.name, other.type, other.mentions) == ("Ox", "person", (mayor,))
    assert person(record, ana.id).mentions == ana.mentions[:1]
    assert person(record, ana.id).roles == ana.roles
    assert record.statements[0].speaker == ana.id
    assert record.statements[2].speaker == other.id
    assert record.links[-1].by == "person"
    assert (record.links[-1].kind, record.links[-1].score) == ("same entity", 0.0)


def test_the_source_of_a_statement_says_with_which_name_it_goes(kept: Kept) -> None:
    ana = kept.record.entities[0]
    first, second = kept.record.reports
    extra = replace(ana.mentions[1], start=first.text.index("she said"), report=first.id)
    extra = replace(extra, end=extra.start + 3, text="she", name=(extra.start, extra.start + 3))
    whole = replace(ana, mentions=(*ana.mentions, extra))
    said = replace(kept.record.statements[0], source=first.span(extra.start, extra.end))
    machine = replace(machine_of(kept), entities=(whole, kept.record.entities[1]))
    machine = replace(machine, statements=(said, *kept.record.statements[1:]))
    record = corrected(machine, (judged(kept, "split", whole, "other", extra),))
    assert record.statements[0].speaker == apart_id(extra)
    kept_apart = corrected(machine, (judged(kept, "split", whole, "other", ana.mentions[0]),))
    assert kept_apart.statements[0].speaker == ana.id
    assert second.id  # the other report has a mention of its own


def test_a_no_keeps_two_apart_that_a_later_matching_joins(kept: Kept) -> None:
    ana, bo = kept.record.entities
    no = judged(kept, "split", ana, bo.id, *bo.mentions)
    today = corrected(machine_of(kept), (no,))
    assert today.entities == kept.record.entities
    assert (today.links[-1].score, today.links[-1].by) == (0.0, "person")
    joined = replace(ana, mentions=(*ana.mentions, *bo.mentions))
    statements = tuple(
        replace(one, speaker=one.speaker and ana.id, to=one.to and ana.id) for one in kept.record.statements
    )
    later = replace(machine_of(kept), entities=(joined,), statements=statements, events=(), links=())
    record = corrected(later, (no,))
    assert {frozenset(one.mentions) for one in record.entities} == {frozenset(ana.mentions), frozenset(bo.mentions)}
    assert record.corrections[0].state == "applied"


def test_nobody_is_split_off_where_nobody_would_be_left(kept: Kept) -> None:
    bo = kept.record.entities[1]
    record = corrected(machine_of(kept), (judged(kept, "split", bo, "other", *bo.mentions),))
    assert record.corrections[0].state == "lost"
    assert record.entities == kept.record.entities


def test_a_merge_with_somebody_who_is_gone_is_lost(kept: Kept) -> None:
    ana = kept.record.entities[0]
    nowhere = Span("0" * 12, 0, 3, "Cat")
    assert corrected(machine_of(kept), (judged(kept, "merge", ana, "x", nowhere),)).corrections[0].state == "lost"


def test_a_merge_is_made_again_though_both_have_new_ids(kept: Kept) -> None:
    ana, bo = kept.record.entities
    yes = judged(kept, "merge", ana, bo.id, *bo.mentions)
    new = (replace(ana, id="a" * 12), replace(bo, id="b" * 12))
    names = {ana.id: "a" * 12, bo.id: "b" * 12}
    statements = tuple(
        replace(one, speaker=names.get(one.speaker or ""), to=None, candidates=()) for one in kept.record.statements
    )
    later = replace(machine_of(kept), entities=new, statements=statements, events=(), links=())
    record = corrected(later, (yes,))
    assert [one.id for one in record.entities] == ["a" * 12]
    assert record.corrections[0].applies_to == "a" * 12
