from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from onrecord.keep import Kept, file, save
from onrecord.keep.aliases import Alias, aliases_in, renewed
from onrecord.model import Entity, Mention, Position, Record, Statement, Utterance

NONE = Record()


def _entity(one: str, *starts: int) -> Entity:
    mentions = tuple(Mention("r", start, start + 2, "ab", (start, start + 2)) for start in starts)
    return Entity(id=one, name=one, type="person", mentions=mentions)


def _statement(one: str, speaker: str) -> Statement:
    return Statement(
        id=one,
        report="r",
        content=(),
        form="direct",
        source=None,
        cue=None,
        speaker=speaker,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=1.0,
    )


def _people(*entities: Entity) -> Record:
    return Record(entities=entities)


def _said(**members: str) -> Record:
    return Record(utterances=tuple(Utterance(one, tuple(ids)) for one, ids in members.items()))


def test_an_id_that_is_still_given_needs_no_alias() -> None:
    assert renewed(_people(_entity("a", 1)), _people(_entity("a", 0, 1)), ()) == ()


def test_an_entity_is_followed_by_its_earliest_mention() -> None:
    now = _people(_entity("b", 0, 1), _entity("c", 5, 9))
    assert renewed(_people(_entity("a", 1, 5, 9)), now, ()) == (Alias("a", "b", "entity"),)


def test_without_its_earliest_mention_an_entity_is_followed_by_most_of_what_it_has() -> None:
    now = _people(_entity("b", 5), _entity("c", 7, 9))
    assert renewed(_people(_entity("a", 1, 5, 7, 9)), now, ()) == (Alias("a", "c", "entity"),)


def test_an_entity_none_of_whose_mentions_is_left_is_followed_by_its_statements() -> None:
    before = replace(_people(_entity("a", 1)), statements=(_statement("s", "a"), _statement("t", "a")))
    now = replace(_people(_entity("b", 2)), statements=(_statement("s", "b"), _statement("t", "b")))
    assert renewed(before, now, ()) == (Alias("a", "b", "entity"),)


def test_an_entity_that_is_gone_leaves_no_alias() -> None:
    assert renewed(_people(_entity("a", 1)), _people(_entity("b", 2)), ()) == ()
    assert renewed(_people(_entity("a")), _people(_entity("b")), ()) == ()


def test_an_utterance_is_followed_by_its_statements() -> None:
    assert renewed(_said(u="st"), _said(v="rst"), ()) == (Alias("u", "v", "utterance"),)
    assert renewed(_said(u="stw"), _said(v="r", x="tw"), ()) == (Alias("u", "x", "utterance"),)


def test_events_points_and_conflicts_are_followed_too(kept: Kept) -> None:
    record = kept.record
    now = replace(
        record,
        events=(replace(record.events[0], id="e1"),),
        points=(replace(record.points[0], id="p1", positions=(Position("5a0000000001", "for"),)),),
        conflicts=(replace(record.conflicts[0], id="c1"),),
    )
    assert renewed(record, now, ()) == (
        Alias("90a000000001", "p1", "point"),
        Alias("c00000000001", "c1", "conflict"),
        Alias("e00000000001", "e1", "event"),
    )


def test_older_aliases_lead_on_to_the_newest_item() -> None:
    known = (Alias("x", "a", "entity"), Alias("y", "b", "entity"), Alias("z", "gone", "entity"))
    found = renewed(_people(_entity("a", 1)), _people(_entity("b", 0, 1)), known)
    assert found == (Alias("a", "b", "entity"), Alias("x", "b", "entity"), Alias("y", "b", "entity"))


def test_an_alias_gives_way_to_an_item_of_its_id() -> None:
    assert renewed(NONE, _people(_entity("x", 0), _entity("a", 1)), (Alias("x", "a", "entity"),)) == ()


def test_aliases_are_the_same_whatever_order_items_are_in() -> None:
    before = _people(_entity("a", 1), _entity("b", 2))
    now = _people(_entity("c", 0, 1), _entity("d", 2, 3))
    turned = _people(*reversed(now.entities))
    assert renewed(before, now, ()) == renewed(_people(*reversed(before.entities)), turned, ())


def test_aliases_are_carried_from_save_to_save_until_the_pile_is_read_anew(path: Path, kept: Kept) -> None:
    utterance = replace(kept.record.utterances[0], id="07b")
    renamed = replace(kept, record=replace(kept.record, utterances=(utterance,)))
    save(renamed, path, before=kept.record)
    with file.opened(path) as connection:
        assert tuple(aliases_in(connection)) == (Alias("07a000000001", "07b", "utterance"),)
    again = replace(kept, record=replace(kept.record, utterances=(replace(utterance, id="07c"),)))
    save(again, path, before=renamed.record)
    with file.opened(path) as connection:
        assert [alias.new for alias in aliases_in(connection)] == ["07c", "07c"]
    save(again, path, before=again.record)
    with file.opened(path) as connection:
        assert [alias.new for alias in aliases_in(connection)] == ["07c", "07c"]
    save(again, path, NONE)
    with file.opened(path) as connection:
        assert tuple(aliases_in(connection)) == ()
