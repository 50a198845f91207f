"""Participles that open a sentence and report: "While admitting that it leaked, Ann Roe warned": she admits it.

Whoever is the subject of the clause behind such a participle is also its own, whatever is named before.
"""

from __future__ import annotations

import re

from onrecord.find.cues import verb_at
from onrecord.find.phrases import Range, head_word, is_adverb, is_auxiliary, is_finite_at, is_pronoun, phrase_from
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_OPENERS = frozenset(
    {"while", "after", "by", "in", "when", "though", "although", "despite", "and", "but", "since", "upon"}
)
_COMMA = re.compile(r"[.!?…]?[”\"’')]*,[”\"’')]*\s+")
_EDGES = " ,”\"’')"
_NOT_PERSONS = frozenset({"there", "i", "we", "you", "this", "that", "what", "who", "which"})


def subject_behind(text: str, sentence: Range, cue: Range, content: Range) -> Range | None:
    """The subject of the clause behind a reporting participle that opens a sentence; None if it opens none, or where
    no such clause can be told.

    Args:
        text: the report's text.
        sentence: where the sentence of the reporting word stands.
        cue: the reporting word.
        content: all that it reports.
    """
    if not _opens(words(text, sentence[0], cue[0]), words(text, *cue)) or content[0] < cue[1]:
        return None
    end = content[0] + len(text[slice(*content)].rstrip(_EDGES))
    comma = _COMMA.match(text, end)
    behind = words(text, comma.end(), sentence[1]) if comma else []
    phrase = phrase_from(behind, 0, len(behind))
    if (
        phrase is None
        or behind[0].low in _NOT_PERSONS
        or not (is_pronoun(behind[0]) or is_finite_at(behind, phrase[1]))
    ):
        return None
    if not behind[0].is_capitalised and head_word(behind[slice(*phrase)]) in listed("words", "writings"):
        return None  # "While insisting that it leaked, the comments": they are somebody's
    return behind[0].start, behind[phrase[1] - 1].end


def _opens(before: list[Word], cue: list[Word]) -> bool:
    """Whether a participle opens its sentence, a conjunction or preposition and adverbs aside."""
    is_participle = any(
        (verb := verb_at(cue, n)) is not None and verb.form == "participle" for n in range(len(cue))
    ) and not any(is_auxiliary(word) and not word.low.endswith("ing") for word in cue)
    plain = [word for word in before if not is_adverb(word) and word.text not in ("“", '"')]
    return is_participle and len(plain) <= 1 and all(word.low in _OPENERS for word in plain)
