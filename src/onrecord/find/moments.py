"""Which time beside a reporting word is that of the speaking: the one that belongs to that word, to no other verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.time_words import CLAUSES, TENSE
from onrecord.model import Time, TimeKind

Range = tuple[int, int]

_SPEAKING: frozenset[TimeKind] = frozenset(
    {"date", "day", "month", "this month", "weekday", "weekend", "days", "weeks", "months"}
)
"""Times so near that a report of the day gives them to words just said; "two years ago" is about something else."""
_A_YEAR = 4  # characters of an EDTF year
_WORD = re.compile(r"[\w-]+(?:['’]\w+)?|[,;:()–—]")
_OF_TIME = re.compile(r"^,?\s(?:when|as)\s")
"""What opens a clause that tells what was done at the time before it: "on 1 May, when he told the court"."""
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+|\n")
_OPENED = re.compile(r"(?:\A|[.!?][\"”’')]*\s+|\n)\Z")
_BEFORE = 8  # characters before a time in which the sentence ends that it does not belong to
_PAUSE = frozenset(",;:()–—")
_NEAR = 4  # words in front of a time that hold the verb that it belongs to ("arrested in the north on Friday")
_ASIDE = 120  # characters in front of a time in which the clause that holds it opens
_SHORT = 4  # letters of the longest word in "ed" that is no verb in the past


def moment(text: str, told: Sequence[Time], cue: Range, content: Sequence[Range]) -> Time | None:
    """The one of the times of a sentence at which somebody spoke; None if there is none, or more than one.

    Args:
        text: the text of the report.
        told: the times of the sentence.
        cue: where the reporting word stands.
        content: what is said; times in it belong to what is told.
    """
    near = (one for one in told if _is_near(one) or _opens(text, one, cue))
    places = ((one, (one.start, one.end)) for one in near)
    found = [one for one, place in places if not _within(place, content) and _belongs(text, place, cue)]
    return found[0] if len(found) == 1 else None


def _is_near(time: Time) -> bool:
    return time.kind in _SPEAKING and time.use == "when" and not time.ahead and len(time.value) != _A_YEAR


def _opens(text: str, time: Time, cue: Range) -> bool:
    """Whether a year opens the sentence of a reporting word: "In 2019, she told the inquiry"."""
    is_year = time.kind == "date" and len(time.value) == _A_YEAR and time.use == "when" and not time.ahead
    return is_year and time.end <= cue[0] and _OPENED.search(text, max(0, time.start - _BEFORE), time.start) is not None


def _within(stretch: Range, content: Sequence[Range]) -> bool:
    return any(start <= stretch[0] and stretch[1] <= end for start, end in content)


def _belongs(text: str, time: Range, cue: Range) -> bool:
    """Whether no other clause and no other verb comes between a time and a reporting word."""
    if time[0] >= cue[1]:
        between = text[cue[1] : time[0]]
    elif time[1] <= cue[0]:
        between = _OF_TIME.sub(" ", text[time[1] : cue[0]])
    else:
        return True
    return not _opens_clause(between) and not _is_in_aside(text, time, cue) and not _has_own_verb(text, time, cue)


def _is_in_aside(text: str, time: Range, cue: Range) -> bool:
    """Whether a time stands in a clause about somebody that ends before the reporting word: "Lamm, who left the post
    last month, said"."""
    if time[1] > cue[0] or not text.startswith(",", time[1]):
        return False
    before = _WORD.findall(text[max(0, time[0] - _ASIDE) : time[0]].lower())
    clause = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _PAUSE), None)
    return clause is not None and before[clause + 1 : clause + 2] in (["who"], ["which"], ["whose"])


def _opens_clause(between: str) -> bool:
    """Whether a clause opens in these words and goes on to their end: "on 1 May after the union [accused]"."""
    is_open = False
    for word in _WORD.findall(between.lower()):
        if word in _PAUSE:
            is_open = False
        elif word in CLAUSES["opens"]:
            is_open = True
    return is_open


def _has_own_verb(text: str, time: Range, cue: Range) -> bool:
    """Whether a verb in the past other than the reporting word stands right in front of a time."""
    start = max(time[0] - 60, cue[1] if cue[1] <= time[0] else 0)
    words = _WORD.findall(_SENTENCE.split(text[start : time[0]])[-1].lower())[-_NEAR:]
    for n in range(len(words) - 1, -1, -1):
        if words[n] in _PAUSE:
            return False
        if words[n] in TENSE["past"] or (len(words[n]) > _SHORT and words[n].endswith("ed")):
            before = words[n - 1] if n else ""
            return before not in CLAUSES["adjective_after"] and words[n] not in CLAUSES["issued"]
    return False
