from collections.abc import Callable

import msgspec

from onrecord.bench.measures import Rows
from onrecord.model import Entity, Event, Mention, Record

Scored = Callable[[Record], Rows]
replace = msgspec.structs.replace


def _spoken_by(record: Record, statement: str, speaker: str | None) -> Record:
    statements = (replace(one, speaker=speaker) if one.id == statement else one for one in record.statements)
    return replace(record, statements=tuple(statements))


def test_a_wrong_speaker_is_told_from_a_null_one(full: Record, rows: Scored) -> None:
    wrong, null = rows(_spoken_by(full, "h1", "guild")), rows(_spoken_by(full, "h1", None))
    assert (wrong["speaker wrong"], wrong["speaker null"]) == (0.25, 0.0)
    assert (null["speaker wrong"], null["speaker null"]) == (0.0, 0.25)
    assert wrong["attributed statements F1"] == null["attributed statements F1"] == 0.75


def test_the_words_of_the_source_decide_for_an_unnamed_speaker(full: Record, rows: Scored) -> None:
    other = Entity(id="some", name="experts", type="unnamed", mentions=())
    record = _spoken_by(replace(full, entities=(*full.entities, other)), "h2", "some")
    assert rows(record)["speaker right"] == 1.0


def test_an_unnamed_speaker_given_as_a_named_person_is_wrong(full: Record, rows: Scored) -> None:
    assert rows(_spoken_by(full, "h2", "brandt"))["speaker wrong"] == 0.25


def test_two_entities_joined_cost_b_cubed(full: Record, rows: Scored) -> None:
    brandt, engineers, guild = full.entities
    joined = replace(brandt, mentions=(*brandt.mentions, *guild.mentions))
    figure = rows(replace(full, entities=(joined, engineers)))["entities B-cubed F1"]
    assert figure is not None
    assert 0.0 < figure < 1.0


def test_a_title_in_front_makes_no_other_mention(full: Record, rows: Scored) -> None:
    def bare(mention: Mention) -> Mention:
        return replace(mention, start=mention.end - 6, text=mention.text[-6:])

    brandt = replace(full.entities[0], mentions=tuple(map(bare, full.entities[0].mentions)))
    assert rows(replace(full, entities=(brandt, *full.entities[1:])))["entities B-cubed F1"] == 1.0


def test_a_name_decides_where_gold_knows_none_of_the_mentions(full: Record, rows: Scored) -> None:
    namesake = Entity(id="other", name="ida brandt", type="person", mentions=())
    record = replace(full, entities=(*full.entities, namesake))
    assert rows(_spoken_by(record, "h1", "other"))["speaker right"] == 1.0


def test_a_speaker_that_is_no_entity_of_the_record_is_wrong(full: Record, rows: Scored) -> None:
    assert rows(_spoken_by(full, "h1", "nobody"))["speaker wrong"] == 0.25


def test_no_party_is_right_only_where_gold_has_none(full: Record, rows: Scored) -> None:
    def event(**parties: str | None) -> Event:
        return replace(full.events[0], **parties)

    assert rows(replace(full, events=(event(agent=None),)))["event agent right"] == 0.0
    assert rows(replace(full, events=(event(patient="guild"),)))["event patient right"] == 0.0
