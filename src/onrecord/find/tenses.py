"""Whether the clause around a time looks back or ahead: the nearest word of its sentence that tells a tense."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.find.time_words import TENSE

Tense = Literal["past", "future"]

_WORD = re.compile(r"[\w-]+(?:['’]\w+)?|[.;:!?—–()“”\"\n]|['’]ll\b")
_STOP = frozenset('.;:!?—–()“”"\n')
_REACH = 14  # words to either side: a verb farther off seldom governs the time
# Words between a verb in the past and the time that it governs. Of days without a year on the training part of PolNeAR
# whose verb was so near, 31 lay before publication and 7 after; with verbs up to 14 words off it was 51 and 22, since
# most such days belong to a noun in between ("trounced in the primary on March 15").
_CLOSE = 2
_SHORT = 4  # letters of the longest word in "ed" that is no verb in the past ("need", "shed")
_SIDE = 90  # characters to either side that hold so many words


def tense(text: str, start: int, end: int, since: int, until: int) -> Tense | None:
    """The tense of the clause in which `text[start:end]` stands; None where no word of it tells one.

    Args:
        text: the text of the report.
        start: where the time begins.
        end: where it ends.
        since: where the words that may be looked at begin.
        until: where they end.
    """
    left = [m.group() for m in _WORD.finditer(text, max(since, start - _SIDE), start)][-_REACH:][::-1]
    if left and left[0] not in _STOP:
        return _nearest(left, _CLOSE)
    right = [m.group() for m in _WORD.finditer(text, end, min(until, end + _SIDE))][:_REACH]
    return _nearest(right, _REACH)


def _nearest(words: list[str], close: int) -> Tense | None:
    """The tense of the first word that tells one; "be" turns a participle beside it into no past ("to be held")."""
    for distance, word in enumerate(words):
        if word in _STOP:
            return None
        low = word.lower()
        if low in TENSE["future"]:
            return "future"
        if _is_past(low) and "be" not in words[distance + 1 : distance + 3]:
            return "past" if distance <= close else None
    return None


def _is_past(low: str) -> bool:
    return low in TENSE["past"] or (len(low) > _SHORT and low.endswith("ed"))
