"""The words that times are told with, from `data/en/times.toml`, and the pieces of pattern made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.wordlists import table

_LISTS: Mapping[str, Any] = table("times")

MONTHS: Mapping[str, int] = {name: n for n, names in enumerate(_LISTS["months"], 1) for name in names}
"""Names and abbreviations of the months, in small letters, with their number."""
WEEKDAYS: tuple[str, ...] = tuple(_LISTS["weekdays"])
UNITS: tuple[str, ...] = tuple(_LISTS["units"])
SEASONS: Mapping[str, str] = _LISTS["seasons"]
LENGTHS: Mapping[str, str] = _LISTS["lengths"]
DAYS: Mapping[str, int] = _LISTS["days"]
ANCHORED: Mapping[str, int] = _LISTS["anchored"]
VAGUE: frozenset[str] = frozenset(_LISTS["vague"])
ORDINALS: tuple[str, ...] = tuple(_LISTS["ordinals"])
FORE: Mapping[str, list[str]] = _LISTS["fore"]
AFTER: Mapping[str, list[str]] = _LISTS["after"]
TENSE: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in _LISTS["tense"].items()}
CLAUSES: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in _LISTS["clauses"].items()}
OCCASIONS: frozenset[str] = frozenset(_LISTS["occasions"]["nouns"])
"""Nouns for what has a day."""

_SMALL: Mapping[str, int] = {word: n for n, word in enumerate(_LISTS["numbers"])}
_TENS: Mapping[str, int] = {"twenty": 20} | {word: 10 * n for n, word in enumerate(_LISTS["tens"], 3)}
_DOZENS: Mapping[str, int] = dict.fromkeys(_LISTS["dozens"], 12)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first; a space stands for white space."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered) + ")"


def sighted(words: Iterable[str]) -> str:
    """A pattern that finds any of the words in any case: the same as `any_of`, found four times as fast.

    It begins with one set of letters: where these are not, the engine need not look.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    firsts = {form for letter in rests for form in (letter, letter.upper(), *("ſ" if letter == "s" else ""))}
    each = "|".join(f"(?<={letter}){any_of(of)}" for letter, of in sorted(rests.items()))
    return f"[{''.join(sorted(firsts))}](?i:{each})"


def capitalised(names: Iterable[str]) -> str:
    """A pattern for names with a capital in front or all in capitals, whatever the case of the rest of a pattern."""
    forms = {form for name in names for form in (name.title(), name.upper())}
    return f"(?-i:{any_of(forms)})"


def count(words: str) -> int | None:
    """How many a count means ("three", "a", "twenty-five", "a dozen", "18"); None for one that is vague."""
    low = " ".join(words.lower().replace("-", " ").split())
    if low in VAGUE:
        return None
    if low in ("a", "an", "one", "the last", "the past", "the next"):
        return 1
    if low.isdigit():
        return int(low)
    known = _SMALL.get(low) or _TENS.get(low) or _DOZENS.get(low)
    ten, _, small = low.partition(" ")
    return known if known else (_TENS.get(ten, 0) + _SMALL.get(small, 0)) or None


_SHORT = {name for name in MONTHS if len(name) < 5 and name not in ("may", "june", "july")}
MONTH = f"(?:{capitalised(set(MONTHS) - _SHORT)}\\b|{capitalised(_SHORT)}\\b\\.?)"
"""A month's name, or its abbreviation with or without a full stop."""
WEEKDAY = capitalised(WEEKDAYS)
COUNT = (
    rf"(?:\d{{1,3}}|{any_of([*VAGUE, *_DOZENS])}|{any_of(_TENS)}-{any_of(_SMALL)}"
    rf"|{any_of([*_SMALL, *_TENS, 'a', 'an'])})"
)
"""A count that `count` reads."""
YEAR = r"(?:1[6-9]|20)\d\d"
NAMED_WEEKDAYS: tuple[str, ...] = tuple(_LISTS["named_weekdays"])
