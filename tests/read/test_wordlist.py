"""The word lists: each can be read, and the patterns made of them."""

import re
import tomllib
from importlib.resources import files

import pytest

from onrecord.read.wordlist import any_of, plain_words, table, words

TOPICS = ("read_noise", "read_headings", "read_outlets", "read_places", "read_languages")


@pytest.mark.parametrize("topic", TOPICS)
def test_every_list_is_of_words_that_are_neither_empty_nor_padded(topic: str) -> None:
    content = tomllib.loads((files("onrecord") / "data" / "en" / f"{topic}.toml").read_text(encoding="utf-8"))
    for entry in content.values():
        for word in entry.values() if isinstance(entry, dict) else entry:
            assert isinstance(word, str)
            assert word == word.strip() != ""


def test_the_longest_phrase_is_tried_first_and_spaces_and_apostrophes_are_of_any_kind() -> None:
    pattern = re.compile(any_of(["read", "read more", "editor's pick"]))
    assert pattern.match("read\xa0 more")[0] == "read\xa0 more"  # type: ignore[index]
    assert pattern.match("editor’s pick")
    assert not pattern.match("editors pick")


def test_lists_and_tables_are_read() -> None:
    assert "share this" in plain_words("read_noise", "whole")
    assert "Reuters" in words("read_outlets", "agencies")
    assert table("read_languages", "names")["fr"] == "French"
