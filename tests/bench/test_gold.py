from pathlib import Path

import pytest

from onrecord.bench.gold import Quote, locate, place, read_gold, read_texts
from onrecord.errors import MalformedInput, MissingInput


def test_a_bare_string_is_its_first_occurrence() -> None:
    assert locate("no and no", "no") == (0, 2)


def test_the_second_occurrence_can_be_named() -> None:
    assert locate("no and no", Quote("no", 2)) == (7, 9)


def test_a_string_that_does_not_occur_that_often_is_nowhere() -> None:
    assert locate("no and no", Quote("no", 3)) is None


def test_a_string_that_must_be_there_and_is_not_is_named() -> None:
    with pytest.raises(MalformedInput, match="'yes' is not in it"):
        place({"a": "no"}, "a", "yes")


def test_forced_dates_are_told_from_absent_ones(quay: Path) -> None:
    statements = {one.id: one for one in read_gold(quay).statements}
    assert statements["h2"].forced_said_on is None
    assert statements["g2"].forced_said_on is not None


def test_texts_keep_their_line_ends_and_lose_a_byte_order_mark(quay: Path) -> None:
    (quay / "reports" / "harbour.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    assert read_texts(quay)["harbour"] == "one\r\ntwo"


def test_a_report_that_is_not_utf_8_is_refused(quay: Path) -> None:
    (quay / "reports" / "harbour.txt").write_bytes(b"caf\xe9 ferm\xe9")
    with pytest.raises(MalformedInput, match="UTF-8"):
        read_texts(quay)


def test_a_folder_without_a_record_is_missing_input(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_gold(tmp_path)


def test_a_record_of_another_form_is_refused_with_the_place_in_it(quay: Path) -> None:
    (quay / "record.json").write_text('{"reports": []}', encoding="utf-8")
    with pytest.raises(MalformedInput, match=r"\$\.reports"):
        read_gold(quay)
