"""Whether a draft and a record have the same thing denied: "denied that he had asked for a new weir", "denied having
asked for it", "there was no weir"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find.cues import verb_at
from onrecord.find.words import words
from onrecord.match.wording import CONTENT, Wording, sentences, wordings
from onrecord.model import Span, Statement

_FRAMES = frozenset({"clause", "object"})
_POINTING = frozenset({"it", "that", "this", "so", "them", "one"})
_ANY = frozenset({"any", "all", "every"})
_BEFORE = 400  # characters in which the words stand that "it" points back to, as far as their paragraph goes


def denies(cue: Span | None) -> bool:
    """Whether a reporting word denies what follows it."""
    found = words(cue.text) if cue else []
    verbs = (verb_at(found, n) for n in range(len(found)))
    return any(verb is not None and "deny" in map(verb.act_in, verb.frames & _FRAMES) for verb in verbs)


def same_denial(told: Sequence[Wording], one: Statement, text: str) -> bool:
    """Whether a statement denies what a draft has its speaker deny, in other words.

    Args:
        told: what is denied in the draft.
        one: the statement.
        text: the text of its report.
    """
    if len(told) != 1 or not any(token.kind in ("word", "number") for token in told[0].tokens):
        return False
    if denies(one.cue):
        return _is_same_thing(told[0], one, text)
    return any(_is_denied_in(told[0], sentence) for sentence in wordings(one))


def _is_same_thing(told: Wording, one: Statement, text: str) -> bool:
    """Whether the words of both are the same, but for what "it" stands for, which the words before must have."""
    ours, theirs = _telling([told]), _telling(wordings(one))
    if not theirs or not theirs <= ours or _negatives([told]) != _negatives(wordings(one)):
        return False
    points = any(token.text in _POINTING for sentence in wordings(one) for token in sentence.tokens)
    start = one.content[0].start
    before = text[max(text.rfind("\n", 0, start) + 1, start - _BEFORE) : start] if points else ""
    return ours - theirs <= _telling(sentences(before))


def _telling(found: Sequence[Wording]) -> set[str]:
    """The forms of the words that tell what is denied; names aside, for which pronouns may stand."""
    return {token.form for one in found for token in one.tokens if token.kind in ("word", "number", "amount")}


def _negatives(found: Sequence[Wording]) -> int:
    return sum(token.kind == "not" for one in found for token in one.tokens) % 2


def _is_denied_in(told: Wording, sentence: Wording) -> bool:
    """Whether a sentence has the words in a row, behind the one negative word before them: "there was no cover-up"."""
    sought = list(told.words)
    if any(word.kind == "not" for word in sought):
        return False
    while sought and (sought[0].kind not in CONTENT or sought[0].text in _ANY):
        sought.pop(0)
    forms = tuple(word.form for word in sought)
    at = sentence.where(forms) if forms else None
    if at is None:
        return False
    return sentence.denies_before(at) and sum(token.kind == "not" for token in sentence.words[:at]) == 1
