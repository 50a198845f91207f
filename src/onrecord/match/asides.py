"""Whether a time is told in passing: in a clause that hangs on another, or of a deed that has a day of its own."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Time
from onrecord.wordlists import table

_REACH = 200  # characters in front of a time in which its clause begins
_NEAR = 4  # words in front of a time that hold the verb that it belongs to: "died at home on 3 May"
_SENTENCE = re.compile(r"[.!?]\s|[;:\n“”\"]")
_WORD = re.compile(r"\w+(?:['’]\w+)?|[,()–—]")
_PAUSES = frozenset(",()–—")


def is_aside(text: str, time: Time) -> bool:
    """Whether a time dates only something that its sentence tells beside the news: "Ann Roe, whose mill burnt on
    May 3", "after the dam broke on Monday", "his wife died on Friday".

    Args:
        text: the text of the report.
        time: one of its times.
    """
    before = _SENTENCE.split(text[max(0, time.start - _REACH) : time.start])[-1]
    words = _WORD.findall(before.lower())
    return _is_in_clause(words) or _is_gone_by(words)


def _is_in_clause(words: list[str]) -> bool:
    """Whether a clause opens in these words and is open at their end."""
    is_open = False
    for word in words:
        if word in _PAUSES:
            is_open = False
        elif word in _listed("opens") - _listed("same_time"):
            is_open = True
    return is_open


def _is_gone_by(words: list[str]) -> bool:
    clause = words[-_NEAR:]
    for word in reversed(clause):
        if word in _PAUSES:
            return False
        if word in _listed("gone_by"):
            return True
    return False


@cache
def _listed(name: str) -> frozenset[str]:
    """The list `name` of words of clauses in `data/en/times.toml`."""
    return frozenset(table("times")["clauses"][name])
