from collections.abc import Callable
from pathlib import Path

import msgspec

from onrecord.bench.gold import read_gold, read_texts
from onrecord.bench.gold_side import gold_story
from onrecord.bench.record_side import record_story
from onrecord.model import Record

AsRecord = Callable[[Path], Record]
replace = msgspec.structs.replace


def test_both_sides_cover_the_same_characters(quay: Path, as_record: AsRecord) -> None:
    gold, texts = read_gold(quay), read_texts(quay)
    theirs, ours = gold_story(gold, texts), record_story(as_record(quay), texts)
    assert ours.entities == theirs.entities
    assert ours.conflicts == theirs.conflicts
    assert ours.points == theirs.points
    assert {key: one.content for key, one in ours.statements.items()} == {
        key: one.content for key, one in theirs.statements.items()
    }


def test_what_the_words_force_counts_as_right_too(quay: Path) -> None:
    story = gold_story(read_gold(quay), read_texts(quay))
    assert story.reports["guild"].published == {"2021-03-03", "2021-03"}
    assert story.statements["h2"].said_on == {"2021-03-01", None}


def test_a_mention_is_known_by_its_last_letter(quay: Path) -> None:
    texts = read_texts(quay)
    brandt = gold_story(read_gold(quay), texts).entities["brandt"]
    end = texts["harbour"].index("Brandt") + len("Brandt") - 1
    assert ("harbour", end) in brandt.ends
    assert len(brandt.ends) == 3
