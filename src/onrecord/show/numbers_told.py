"""The numbers and days that some words tell: a draft that puts them in other words must not change them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.match.wording import Token, Wording
from onrecord.wordlists import listed, table

_HALF = re.compile(r"\d\s?([ap])\.?m\b")


def numbers_told(sentences: Sequence[Wording]) -> set[str]:
    """The numbers, halves of the day, months and days of the week, each in one form."""
    found = (_told(token) for sentence in sentences for token in sentence.tokens)
    halves = (f"{half}m" for sentence in sentences for half in _HALF.findall(sentence.text))
    return {one for one in found if one is not None}.union(halves)


def _told(token: Token) -> str | None:
    if token.kind == "number":
        return token.form
    if token.text in ("may", "march", "sun", "sat", "mar") and token.kind != "name":
        return None  # "they may march"
    return _days().get(token.text)


@cache
def _days() -> dict[str, str]:
    """The words for months and days of the week, with the beginning of each by which they are compared."""
    months = [word for words in table("times")["months"] for word in words]
    days = listed("times", "weekdays") | listed("words", "short_days")
    return {word: word[:3] for word in [*months, *sorted(days)]}
