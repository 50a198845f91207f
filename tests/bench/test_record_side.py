from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from onrecord.bench.gold import read_texts
from onrecord.bench.record_side import record_story, spans_that_differ
from onrecord.errors import MalformedInput
from onrecord.model import Mention, Record

AsRecord = Callable[[Path], Record]
replace = msgspec.structs.replace


def test_what_is_merely_held_is_not_scored(quay: Path, as_record: AsRecord) -> None:
    record = as_record(quay)
    held = replace(record.statements[0], mode="held")
    story = record_story(replace(record, statements=(held, *record.statements[1:])), read_texts(quay))
    assert "h1" not in story.statements


def test_a_true_record_has_no_span_that_differs(quay: Path, as_record: AsRecord) -> None:
    assert spans_that_differ(as_record(quay), read_texts(quay)) == 0


def test_a_span_with_other_words_and_one_beyond_the_text_differ(quay: Path, as_record: AsRecord) -> None:
    record = as_record(quay)
    first, second, *rest = record.statements
    assert first.cue is not None
    cue = replace(first.cue, text="sang")
    content = (replace(second.content[0], end=10**6),)
    changed = (replace(first, cue=cue), replace(second, content=content), *rest)
    assert spans_that_differ(replace(record, statements=changed), read_texts(quay)) == 2


def test_a_mention_that_differs_counts_three_times(quay: Path, as_record: AsRecord) -> None:
    record = as_record(quay)
    false = Mention("harbour", 0, 7, "Harbor!", (0, 7))
    entity = replace(record.entities[0], mentions=(false,))
    assert spans_that_differ(replace(record, entities=(entity,)), read_texts(quay)) == 3


def test_a_span_of_a_report_that_is_not_there_differs_and_covers_nothing(quay: Path, as_record: AsRecord) -> None:
    record = as_record(quay)
    lost = replace(record.statements[0].content[0], report="none")
    changed = replace(record, statements=(replace(record.statements[0], content=(lost,)),))
    assert spans_that_differ(changed, read_texts(quay)) == 1
    assert record_story(changed, read_texts(quay)).statements["h1"].content == frozenset()


def test_ids_and_files_that_occur_twice_are_refused(quay: Path, as_record: AsRecord) -> None:
    record, texts = as_record(quay), read_texts(quay)
    with pytest.raises(MalformedInput, match="h1 occurs more than once"):
        record_story(replace(record, statements=record.statements[:1] * 2), texts)
    copy = replace(record.reports[0], id="copy", file="deep/harbour.html")
    with pytest.raises(MalformedInput, match="harbour occurs more than once"):
        record_story(replace(record, reports=(*record.reports, copy)), texts)
