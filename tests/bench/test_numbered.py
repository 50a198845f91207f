from pathlib import Path

import msgspec
import pytest

from onrecord.bench.numbered import numbered, read_lines, write_texts
from onrecord.bench.trial import trial
from onrecord.errors import MalformedInput
from onrecord.settings import Settings

TEXT = "“No quay will sink,” Brandt said.\r\nThe quay is weak."


class Line(msgspec.Struct):
    text: str


def test_texts_are_written_untouched_under_their_number(tmp_path: Path) -> None:
    write_texts([TEXT], tmp_path / "texts")
    assert (tmp_path / "texts" / "0000.txt").read_bytes().decode() == TEXT


def test_a_record_has_each_text_with_its_own_offsets_and_equal_texts_under_each_number(tmp_path: Path) -> None:
    texts = [TEXT, "\ufeffThe mayor said the quay is safe.", TEXT, ""]
    write_texts(texts, tmp_path)
    found = numbered(trial(tmp_path, Settings()).record)
    assert {number: report.text for number, report in found.items()} == dict(enumerate(texts[:3]))
    assert found[0] == found[2]


def test_a_line_of_another_form_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": 1}\n', encoding="utf-8")
    with pytest.raises(MalformedInput, match="no letter"):
        read_lines(tmp_path / "a.jsonl", Line, "letter")
