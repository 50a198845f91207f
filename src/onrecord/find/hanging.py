"""Sources that are only told of with the subject: "the Ostrell Times" of "papers leaked to the Ostrell Times said"."""

from __future__ import annotations

import re

from onrecord.find.cues import verb_at
from onrecord.find.phrases import Range, is_auxiliary, subject_before
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_REACH = 160  # characters before a source in which the subject stands
_GOVERNED = re.compile(
    r"(?<![,;:] )\b(?P<done>[a-z]+ed|seen|given|shown|sent|written|drawn|made|known|held|run|led|owned|built)"
    r" (?:to|by|with|from) \Z"
)


def standing(text: str, source: Range, cue: Range) -> Range | None:
    """A source as it was read; if it only hangs on the subject, that with all up to the end of the source, or None
    where the subject is not plain."""
    found = words(text, *cue)
    verb = verb_at(found, 0) if found else None
    is_beside = source[1] <= cue[0] and not text[source[1] : cue[0]].strip()
    if verb is None or verb.form not in ("past", "third", "base") or not is_beside:
        return source
    start = max(text.rfind("\n", 0, source[0]) + 1, source[0] - _REACH)
    governed = _GOVERNED.search(text, start, source[0])
    before = words(text, start, governed.start()) if governed else []
    if not before or not _may_be_noun(before[-1]):
        return source
    phrase = subject_before(before, len(before))
    if phrase is None or phrase[1] != len(before):
        return None
    is_governed = phrase[0] > 0 and before[phrase[0] - 1].low in listed("words", "prepositions")
    return None if is_governed else (before[phrase[0]].start, source[1])


def _may_be_noun(word: Word) -> bool:
    """Whether a participle behind a word may tell of it: not in "was seen by" or "he turned to"."""
    closed = listed("words", "adverbs") | listed("words", "conjunctions") | listed("words", "subject_pronouns")
    return not (word.is_mark or is_auxiliary(word) or word.low in closed)
