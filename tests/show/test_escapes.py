import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.escapes import is_unseen, one_line, visible, visible_json


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202egnp", "\\u202egnp"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\u200e\u200b\ufeff", "\\u200e\\u200b\\ufeff"),
        ("a\nb\x7f\0", "a\\x0ab\\x7f\\x00"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_a_screen_would_obey_is_written_out(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("text", ["Zoë’s “déjà vu” – 5 €", "न\u200dम", "👩\u200d🚒", "co\u00adoperate", "", "日本語"])
def test_ordinary_writing_is_left_alone(text: str) -> None:
    assert visible(text) == text


def test_one_line_makes_white_space_one_blank() -> None:
    assert one_line("  a\r\n\tb\u00a0c ") == "a b c"


def test_every_control_and_format_character_counts_as_unseen_but_for_three() -> None:
    left_out = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf"} and not is_unseen(chr(code))
    ]
    assert left_out == ["\u00ad", "\u200c", "\u200d"]


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    assert not any(is_unseen(character) for character in visible(text))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_for_a_screen_is_the_same_value(text: str) -> None:
    data = visible_json(json.dumps([text], ensure_ascii=False).encode() + b"\n")
    assert json.loads(data) == [text]
    assert not any(is_unseen(character) for character in data.decode() if character != "\n")
