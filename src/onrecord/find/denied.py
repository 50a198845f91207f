"""What is denied: words that were not said because somebody denies to have said them, and denials of one shape that are
so plain that a rule alone finds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.cues import verb_at
from onrecord.find.stretch import Attribution
from onrecord.find.words import words

_LONGEST = 6  # words in front of a verb within its clause: "that he or the council had ever"
_APART = frozenset({"what", "which", "who", "whom", "whose", "where", "when", "as", "after", "because"})
_WHOLE = re.compile(r"(?:any|all)\s\w|(?:any\s)?(?:wrongdoing|involvement|knowledge|responsibility)\b", re.IGNORECASE)
"""What "denied" takes as an object when it denies an accusation, and nothing else: "denied any part in it"."""


def without_denied(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that somebody denies: "denied that he had asked for a new weir" is no demand.

    What others say stays, as a noun or a clause of its own tells it: "denied the claim that …", "denied what she says".
    """
    denials = [one for one in attributions if one.act == "deny" and one.cue and not one.rule.startswith("quotation")]
    return [one for one in attributions if not any(_is_denied(text, one, outer) for outer in denials)]


def _is_denied(text: str, one: Attribution, outer: Attribution) -> bool:
    start, end = outer.content[0]
    if one is outer or one.cue is None or not start <= one.cue[0] < end:
        return False
    if outer.cue is None or outer.cue[1] > start or not _is_verb(text, one.cue):
        return False
    before = words(text, start, one.cue[0])
    is_clear = not any(word.is_mark or word.low in _APART for word in before)
    return is_clear and len(before) <= _LONGEST


def _is_verb(text: str, cue: tuple[int, int]) -> bool:
    """Whether a reporting word is plainly a verb: "claim" and "claims" may be nouns."""
    found = words(text, *cue)
    verbs = (verb_at(found, n) for n in range(len(found)))
    return any(verb is not None and verb.form in ("past", "participle") for verb in verbs)


def is_plain_denial(text: str, one: Attribution) -> bool:
    """Whether a rule found "denied any part in it" or the like, with somebody who denies it."""
    is_object = one.act == "deny" and one.source is not None and one.rule.endswith(" object")
    return is_object and _WHOLE.match(text, *one.content[0]) is not None
