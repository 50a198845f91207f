"""What follows a reporting verb: the frame that it fills and where the words said begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from onrecord.find.cues import Cue
from onrecord.find.phrases import is_adverb, is_pronoun, is_time, phrase_from
from onrecord.find.stretch import Stretch
from onrecord.wordlists import listed

_REACH = 16  # words from a verb to the "that" of its clause; in the training part of PolNeAR 99 % are nearer
_THAT = frozenset({"that"})
_NO_CLAUSE = frozenset(
    [
        "to",
        "of",
        "as",
        "by",
        "with",
        "about",
        "on",
        "at",
        "for",
        "from",
        "against",
        "and",
        "but",
        "or",
        "so",
        "than",
        "over",
    ]
)
_NO_NAMING = frozenset(["for", "on", "off", "out", "up", "upon", "in", "into", "a", "an", "by", "to", "him", "me"])
_NAMED = frozenset({"named", "identified", "quoted"})
_DEGREE = frozenset(
    [
        "hardly",
        "scarcely",
        "barely",
        "rarely",
        "seldom",
        "nearly",
        "almost",
        "only",
        "roughly",
        "mostly",
        "even",
        "just",
        "always",
        "often",
        "both",
        "ever",
    ]
)
_NOT = frozenset({"not", "never"})
_SILENCE = frozenset(
    [
        "say",
        "comment",
        "answer",
        "respond",
        "speak",
        "discuss",
        "elaborate",
        "give",
        "provide",
        "be",
        "disclose",
        "name",
        "reveal",
        "talk",
    ]
)


class Complement(NamedTuple):
    """The words said begin at word `start`; the cue, its preposition included, ends before `cue_stop`."""

    frame: str
    start: int
    cue_stop: int


def complement(stretch: Stretch, i: int, cue: Cue) -> Complement | None:
    """What follows the reporting verb at word `i`, or None where nothing is said behind it."""
    j = i + cue.length
    if j >= stretch.end or _asks_for_silence(stretch, j):
        return None
    for reader in _READERS:
        found = reader(stretch, j, cue)
        if found is not None:
            return found if found.start < stretch.end else None
    return None


def _asks_for_silence(stretch: Stretch, j: int) -> bool:
    """ "asked not to be named": no demand that the report is about."""
    return [stretch.low(k) for k in range(j, j + 3)] == ["not", "to", "be"] and stretch.low(j + 3) in _NAMED


def _prepositional(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    frame = {"for": "for", "against": "against", "of": "of_it", "about": "about"}.get(stretch.low(j))
    return Complement(frame, j + 1, j + 1) if frame in cue.frames and frame else None


def _infinitive(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    if "infinitive" not in cue.frames:
        return None
    to = j
    while to < stretch.end and (step := _adjunct(stretch, to)):
        to += step
    start, to = to, to + (stretch.low(to) in _NOT)
    is_silent = cue.lemma in ("decline", "refuse") and stretch.low(to + 1) in _SILENCE
    return Complement("infinitive", start, j) if stretch.low(to) == "to" and not is_silent else None


def _deed(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    """ "accused X of Y": the deed behind the one accused."""
    is_person = "of" in cue.frames and stretch.low(j) != "that"
    at = _behind_object(stretch, j, {"of", "with", "for"}) if is_person else None
    return Complement("of", at + 1, j) if at is not None else None


def _that_clause(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    if not {"clause", "tell"} & cue.frames:
        return None
    takes_listener = "tell" in cue.frames or cue.lemma in ("promise", "warn")
    that = stretch.first(j, j + _REACH, _THAT) if takes_listener else after_adjuncts(stretch, j)
    fits = that is not None and stretch.low(that) == "that" and stretch.low(that + 1) not in ("", ".", ",")
    return Complement("clause", that + 1, j) if fits and that is not None else None


def _as(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    if "as" not in cue.frames:
        return None
    if stretch.low(j) == "as":
        return Complement("as", j + 1, j + 1)
    return Complement("as", j, j) if _behind_object(stretch, j, {"as"}) is not None else None


def _called(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    is_object = stretch.low(j) not in _NO_NAMING and not (
        stretch.words[j].is_mark and stretch.words[j].text not in "“\"‘'"
    )
    return Complement("called", j, j) if "called" in cue.frames and is_object else None


def _request(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    """ "urged X to do Y": the one addressed and what to do."""
    fits = "person" in cue.frames and _behind_object(stretch, j, {"to"}, reach=9) is not None
    return Complement("person", j, j) if fits else None


def _bare_clause(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    if "clause" not in cue.frames or "object" in cue.frames:
        return None
    start = after_adjuncts(stretch, j)
    return Complement("clause", start, j) if _begins_clause(stretch, start) else None


def _told_clause(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    start = _after_listener(stretch, j) if "tell" in cue.frames else None
    return Complement("clause", start, j) if start is not None else None


def _object(stretch: Stretch, j: int, cue: Cue) -> Complement | None:
    in_passing = cue.form in ("third", "base") and cue.act_in("object") in (
        "support",
        "assert",
    )  # "who backs X": a habit
    if "object" not in cue.frames or in_passing or not _begins_object(stretch, j):
        return None
    is_clause = "clause" in cue.frames and stretch.has_verb(j)
    return Complement("clause" if is_clause else "object", j, j)


_READERS: tuple[Callable[[Stretch, int, Cue], Complement | None], ...] = (
    _prepositional, _infinitive, _deed, _that_clause, _as, _called, _request, _told_clause, _bare_clause, _object,
)  # fmt: skip
"""In order: what a preposition or "that" marks is surer than a bare clause or object."""


def after_adjuncts(stretch: Stretch, j: int) -> int:
    """The first word behind the adverbs, times and places that stand between a verb and its clause."""
    while j < stretch.end:
        step = _adjunct(stretch, j)
        if step == 0:
            break
        j += step
    if stretch.low(j) in listed("words", "prepositions"):
        that = stretch.first(j, j + _REACH, _THAT)
        comma = stretch.first(j, stretch.end, {",", ";"})
        if that is not None and (comma is None or that < comma):
            return that
    return j


def _adjunct(stretch: Stretch, j: int) -> int:
    """How many words the adverb or time at word `j` has; 0 if there is none."""
    word, low = stretch.words[j], stretch.low(j)
    if low in _NOT or low in _DEGREE:
        return 0  # it turns or measures what is said, and belongs to it
    before_time = low in ("on", "last", "this", "earlier", "late", "early")
    if before_time and j + 1 < stretch.end and is_time(stretch.words[j + 1]):
        return 2
    return int(is_time(word) or (is_adverb(word) and low not in ("there", "first", "both", "here", "once")))


def _behind_object(stretch: Stretch, j: int, targets: set[str], reach: int = 14) -> int | None:
    """The first of `targets` behind the object that begins at word `j`; not the "of" inside it."""
    for k in range(j + 1, min(j + reach, stretch.end)):
        low = stretch.low(k)
        if low in targets and not (
            low == "of" and stretch.low(k - 1) in ("number", "head", "part", "minister", "secretary", "university")
        ):
            return k
        if stretch.words[k].text in ",;:–—" or low in ("that", "who", "which", "said"):
            return None
    return None


def _begins_clause(stretch: Stretch, j: int) -> bool:
    """Whether a clause can begin at word `j`: not a mark, a preposition or the end."""
    if stretch.end - j < 3:
        return False
    word, low = stretch.words[j], stretch.low(j)
    if word.is_mark:
        return word.text in "\"“‘'"
    if low in _NO_CLAUSE:
        return False
    if low in ("in", "during", "after", "before"):
        return stretch.first(j, j + 12, {","}) is not None
    return stretch.has_verb(j) or is_pronoun(word) or low == "there"


def _begins_object(stretch: Stretch, j: int) -> bool:
    """Whether a noun phrase can begin at word `j`."""
    word, low = stretch.words[j], stretch.low(j)
    if low in listed("words", "determiners") or word.is_capitalised or low in ("him", "her", "them", "us", "it"):
        return True
    closed = any(low in listed("words", group) for group in ("prepositions", "conjunctions", "subordinators"))
    return not word.is_mark and low.isalpha() and not is_adverb(word) and not closed


def _after_listener(stretch: Stretch, j: int) -> int | None:
    """Where the clause begins behind the one spoken to: "told reporters the plan was off"."""
    if stretch.low(j) in ("him", "her", "them", "me", "us", "it"):
        return j + 1 if _begins_clause(stretch, j + 1) else None
    phrase = phrase_from(stretch.words, j, stretch.end)
    if phrase is None:
        return None
    for k in range(j + 1, min(phrase[1] + 1, stretch.end)):
        starts = is_pronoun(stretch.words[k]) or stretch.low(k) in ("the", "a", "there", "his", "its", "their")
        if starts and _begins_clause(stretch, k):
            return k
    return None
