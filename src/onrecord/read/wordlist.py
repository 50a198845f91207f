"""The word lists by which reports are read, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onrecord import wordlists
from onrecord.read.lines import plain


@cache
def words(topic: str, name: str) -> tuple[str, ...]:
    """The list `name` of the file `topic`, as written there."""
    return tuple(wordlists.table(topic)[name])


@cache
def plain_words(topic: str, name: str) -> frozenset[str]:
    """The list `name` of the file `topic` as a set, to be compared with `plain` words."""
    return frozenset(map(plain, words(topic, name)))


@cache
def table(topic: str, name: str) -> dict[str, str]:
    """The table `name` of the file `topic`."""
    return dict(wordlists.table(topic)[name])


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of `phrases`, longest first; spaces match any white space, apostrophes any kind."""
    parts = (re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’‘]") for phrase in sorted(phrases, key=_longest))
    return f"(?:{'|'.join(parts)})"


def _longest(phrase: str) -> tuple[int, str]:
    return (-len(phrase), phrase)
