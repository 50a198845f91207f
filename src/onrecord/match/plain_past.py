"""Whether words are reported in the plain past, as news of the day is: "said", not "has said", "had said" or "says"."""

from __future__ import annotations

import re

from onrecord.match.vocabulary import spoken
from onrecord.model import Statement

_WORD = re.compile(r"[\w-]+(?:['’]\w+)?")
_SPLIT = re.compile(r"\bto (?:(?:once )?again |\w+ly )?$")  # "to again deny", of which the last word reports
_CLAUSE = 150  # characters in front of a participle or infinitive ("…, saying") that hold the verb that it hangs on


def is_plain_past(one: Statement, text: str) -> bool:
    """Whether the reporting word of a statement is in the plain past; a participle or an infinitive is what
    the verb before it is.

    Args:
        one: the statement.
        text: the text of its report.
    """
    words = one.cue.text.lower().split() if one.cue else []
    if not words or one.cue is None or set(words) & spoken("not_past"):
        return False
    before = text[max(0, one.cue.start - _CLAUSE) : one.cue.start]
    if words[0] == "to" or words[0].endswith("ing") or _SPLIT.search(before):
        return not _hangs_on_present(before)
    return any(word in spoken("past") or word.endswith("ed") for word in words)


def is_perfect(one: Statement) -> bool:
    """Whether words are reported as said before, at any time: "has told", "had denied"."""
    return one.cue is not None and bool({"has", "have", "had"} & set(one.cue.text.lower().split()))


def _hangs_on_present(before: str) -> bool:
    """Whether the sentence so far has a verb in the present; the perfect ("has hit back, saying") tells news too."""
    sentence = re.split(r"[.!?\n]", before)[-1].lower()
    return bool(set(_WORD.findall(sentence)) & spoken("present"))
