"""Whether the words beside a statement tell that it was said on another day than the report's news, or on many.

"Once said", "said at the time", "in a recent interview", "in a 2007 speech"; "has said"; what a clause tells that goes
back behind the news ("was criticised after she suggested"); and a time so long that it is no day of the news ("said
last year").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.match.vocabulary import spoken
from onrecord.model import Statement, Time, TimeKind

_BEFORE = 200  # characters in front of a reporting word that hold the rest of its sentence
_BEHIND = 40  # characters behind it in which it is told when that was
_SENTENCE = re.compile(r"[.!?]\s|[;:\n“”\"]")
_STOP = re.compile(r"[.!?]\s|[,;:\n“”\"]")
_WORD = re.compile(r"\w+(?:['’]\w+)?|[,()–—]")
_PAUSES = frozenset(",()–—")
_LONG: frozenset[TimeKind] = frozenset({"months", "years", "season"})
_YEAR = 4  # characters of an EDTF year


def is_of_other_day(text: str, one: Statement, times: Sequence[Time]) -> bool:
    """Whether a statement without a time of its own was said on another day than what its report tells as news.

    Args:
        text: the text of the report.
        one: the statement.
        times: those that the report tells in its own voice.
    """
    if one.cue is None or one.when is not None:
        return False
    start, end = _beside(text, one)
    before = text[start : one.cue.start]
    if _other_days().search(text, one.cue.start, end) or _other_days_before().search(before):
        return True
    is_long = any(_is_long(time) and start <= time.start < end for time in times)
    return is_long or _other_occasion().search(before) is not None or _is_earlier(before)


def _beside(text: str, one: Statement) -> tuple[int, int]:
    """Where the words begin and end that tell of the saying and are not what is said."""
    cue = one.cue or one.content[0]
    start = max(0, cue.start - _BEFORE)
    start = max([start, *(start + match.end() for match in _SENTENCE.finditer(text[start : cue.start]))])
    start = max([start, *(part.end for part in one.content if part.end <= cue.start)])
    end = min([cue.end + _BEHIND, *(part.start for part in one.content if part.start >= cue.end)])
    stop = _STOP.search(text, cue.end, end)
    return start, stop.start() if stop else end


def _is_earlier(before: str) -> bool:
    """Whether a clause of something earlier opens in these words and is open at their end."""
    is_open = False
    for word in _WORD.findall(before.lower()):
        is_open = word not in _PAUSES and (is_open or word in spoken("earlier"))
    return is_open


def _is_long(time: Time) -> bool:
    if time.use == "thing":
        return time.kind == "month"  # "in his February speech"
    return time.use == "when" and not time.ahead and (time.kind in _LONG or len(time.value) == _YEAR)


@cache
def _other_days() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('other_days')})\b(?! (?:again|more)\b)", re.IGNORECASE)


@cache
def _other_days_before() -> re.Pattern[str]:
    """One of these words right before a reporting word, or before a comma at the head of its sentence."""
    return re.compile(
        rf"\b(?:{_any_of('other_days')})\s$|^\s*(?:\w+\s){{0,2}}(?:{_any_of('other_days')}),", re.IGNORECASE
    )


@cache
def _other_occasion() -> re.Pattern[str]:
    """A preposition, an article and what tells that it was another occasion than that of the news."""
    which = rf"{_any_of('other_occasions')}|(?:19|20)\d\d"
    return re.compile(rf"\b(?:in|at|during|on)\s(?:an?|some|several)\s(?:{which})\s", re.IGNORECASE)


def _any_of(name: str) -> str:
    return "|".join(sorted(spoken(name)))
