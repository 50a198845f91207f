"""Where the words said end and the writer goes on."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.find.complements import after_adjuncts
from onrecord.find.cues import Cue, verb_at
from onrecord.find.phrases import is_adverb, is_auxiliary, is_pronoun, is_time, subject_before
from onrecord.find.stretch import Stretch
from onrecord.wordlists import listed

_WRITER = frozenset({"which", "according", "adding", "saying", "citing", "amid"})
_RELATIVE = frozenset({"who", "which", "whose", "where", "and", "but", "as", "after", "with", "in", "on"})
_CIRCUMSTANCE = frozenset(
    {"after", "before", "amid", "when", "while", "because", "following", "despite", "during", "but"}
)
_CONDITIONS = frozenset({"if", "unless", "provided", "but", "and", "or", "not"})
_NOUN_ENDS = frozenset({"that", "which", "who", "and", "but", "as", "after", "when", "while", "because"})


def clause_stop(stretch: Stretch, start: int, *, first_comma: bool = False) -> int:
    """Where a clause that begins at word `start` ends: at the sentence's end, or where the writer takes over again.

    Args:
        stretch: the words.
        start: the first word of the clause.
        first_comma: whether any comma ends it, as behind a noun ("a warning that …, amid …").
    """
    closing: str | None = None
    turns = stretch.turns
    for j in turns[bisect_left(turns, start) :]:
        text = stretch.words[j].text
        if closing:
            closing = None if text in closing else closing
        elif text == "“" or (text == '"' and (j == start or stretch.words[j - 1].end < stretch.words[j].start)):
            closing = '”"' if any(stretch.words[k].text in '”"' for k in turns[bisect_left(turns, j + 1) :]) else None
        elif _writer_takes_over(stretch, j, start, first_comma):
            return j
    return stretch.end


def object_stop(stretch: Stretch, start: int) -> int:
    """Where an object ends: before a relative clause, or a conjunction that tells when or why."""
    stop = clause_stop(stretch, start)
    for j in range(start + 1, stop):
        if stretch.low(j) in _CIRCUMSTANCE or (stretch.low(j) == "," and stretch.low(j + 1) in _RELATIVE):
            return j
    return stop


def noun_stop(stretch: Stretch, j: int) -> int:
    """Where a noun phrase with its prepositions ends: at a mark, a verb, a time or a conjunction."""
    while j < stretch.end:
        word = stretch.words[j]
        if word.is_mark or is_auxiliary(word) or word.low in _NOUN_ENDS or is_time(word):
            break
        j += 1
    return j


def is_verb(stretch: Stretch, i: int, cue: Cue) -> bool:
    """Whether a word of the list of reporting verbs is used as one: "claims" after "the" is a noun."""
    if i == 0:
        return cue.form != "base"
    before = stretch.words[i - 1]
    counting = {"all", "both", "some", "many", "this", "that", "few", "several"}
    if before.low in listed("words", "determiners") - counting:
        return False
    if before.text in ("’s", "'s") or before.low in ("of", "for", "by", "with", "in", "on", "from"):
        return cue.form == "participle"
    return cue.form != "past" or not is_passive(stretch, i)


def is_passive(stretch: Stretch, i: int) -> bool:
    """Whether a form of "be" stands before the participle at word `i`."""
    j = stretch.back_over(i, is_adverb)
    return j >= 0 and stretch.low(j) in listed("words", "be")


def _writer_takes_over(stretch: Stretch, j: int, start: int, first_comma: bool) -> bool:
    word, following = stretch.words[j], stretch.low(j + 1)
    spaced = j > 0 and word.start > stretch.words[j - 1].end
    if spaced and (word.text in "—–" or (word.text == "-" and following == "-")):
        return not _is_aside(stretch, j, start) and following not in _CONDITIONS
    if word.text == ",":
        if following == "which" and _is_inserted(stretch, j):
            return False
        return first_comma or following in _WRITER or _reports_next(stretch, j + 1) or _attributes_behind(stretch, j)
    if word.low in ("and", "but", "while") and j > start + 1:
        k = j + 1
        while k < stretch.end and (is_adverb(stretch.words[k]) or is_pronoun(stretch.words[k])):
            k += 1
        cue = verb_at(stretch.words, k) if k < stretch.end else None
        return cue is not None and cue.form != "base" and cue.mode == "said" and is_verb(stretch, k, cue)
    return False


def _is_aside(stretch: Stretch, dash: int, start: int) -> bool:
    """Whether a dash opens or closes an aside inside the clause: another dash, and words beyond it."""
    others = [k for k in range(start, stretch.end - 1) if stretch.words[k].text in "—–" and k != dash]
    return len(others) == 1


def _is_inserted(stretch: Stretch, comma: int) -> bool:
    """Whether a relative clause ends at a second comma, with the verb behind it: "the plan, which …, was dead"."""
    closing = stretch.first(comma + 1, stretch.end, {","})
    return closing is not None and closing + 1 < stretch.end and is_auxiliary(stretch.words[closing + 1])


def _reports_next(stretch: Stretch, k: int) -> bool:
    """Whether a reporting verb stands right behind a comma: ", adding that …", ", said …"."""
    cue = verb_at(stretch.words, k) if k < stretch.end else None
    if cue is None or cue.form == "base":
        return False
    return cue.form == "participle" or ("clause" in cue.frames and is_verb(stretch, k, cue))


def _attributes_behind(stretch: Stretch, comma: int) -> bool:
    """Whether ", SUBJECT CUE" follows and ends the sentence: the attribution stands behind its content."""
    for k in range(comma + 1, min(comma + 14, stretch.end)):
        cue = verb_at(stretch.words, k)
        if (
            cue is None
            or cue.form not in ("past", "third")
            or "clause" not in cue.frames
            or not is_verb(stretch, k, cue)
        ):
            continue
        subject = subject_before(stretch.words, k)
        rest = stretch.end - after_adjuncts(stretch, k + cue.length)
        return subject is not None and subject[0] == comma + 1 and rest < 7
    return False
