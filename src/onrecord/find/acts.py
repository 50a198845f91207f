"""What a speaker does in saying something: the act, by the reporting word and, where that is neutral, by the words said.

The nine acts follow the verbal event types of PLOVER. The lists are in `data/en/words.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.find.words import listed
from onrecord.model import Act


def act_of(content: str, by_cue: Act) -> Act:
    """The act of a statement.

    Args:
        content: what was said.
        by_cue: the act that the reporting word performs by itself; "assert" if it is neutral.
    """
    if by_cue != "assert":
        return by_cue
    low = content.casefold().replace("’", "'")
    if _has("negation", low) and _has("wrongdoing", low):
        return "deny"
    if re.match(r"(?:i|we) (?:strongly |would )?(?:urge|demand|call on|ask|insist that)\b", low) or re.search(r"\b(?:must|should)\b", low) and not _has("admission", low):
        return "demand"
    if _has("admission", low) and _about_self(low):
        return "concede"
    if _has("blame", low):
        return "criticise"
    if _promises(low):
        return "commit"
    if _has("danger", low):
        return "warn"
    if _has("praise", low):
        return "support"
    if _has("wrongdoing", low) and not _about_self(low):
        return "allege"
    return "assert"


def _promises(low: str) -> bool:
    """Whether the speaker says what the speaker will do: a promise word right behind a word for the speaker's own side."""
    selves = "|".join(re.escape(word) for word in sorted(listed("words", "acts", "self"), key=len, reverse=True))
    return re.search(rf"(?:^|[\s“\"])(?:{selves})(?: \w+)? (?:will|won't|would not|would never|shall|intends? to|(?:are|is|am|was|were) (?:willing|ready|prepared|committed|going) to|promises?|pledges?|guarantees?)\b|\b(?:we'll|i'll)\b|^(?:to|willing to|ready to|will) ", low) is not None


def _about_self(low: str) -> bool:
    return re.match(r"\W*(?:that )?(?:the company|the firm|his|her|its|their|our|we|i|he|she|they|it|those)\b", low) is not None


def _has(kind: str, low: str) -> bool:
    return _pattern(kind).search(low) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The words of a list; a star stands for any beginning or ending."""
    words = (re.escape(word.replace("’", "'")).replace(r"\*", r"\w*") for word in sorted(listed("words", "acts", kind)))
    return re.compile(rf"(?<![\w'])(?:{'|'.join(words)})(?![\w])")
