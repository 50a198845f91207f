"""What is amended in accusations: who accuses, of what alone, and what the reporter calls it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.find.heads import is_people
from onrecord.find.name import Name
from onrecord.find.phrases import head_word, is_auxiliary, is_finite_at, phrase_from
from onrecord.find.quotations import MARK
from onrecord.find.stretch import Attribution
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_ACCUSED = re.compile(r"\b(?:accused|suspected|charged)(?: of| with)?$", re.IGNORECASE)
_BY = re.compile(r" by (?=\w)")
_GLOSS = re.compile(r", (?:an?|the) (?:accusation|allegation|assertion|charge|claim|notion|suggestion|theory)\b")
_CHARGED = re.compile(r"\bcharg(?:e|es|ed|ing)$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:being|been)\b|(?:ed|en|ing)$")
"""What stands before "by NAME" that NAME does to the accused or to others: "of being paid by NAME"."""
_ACTIVE = re.compile(r"\baccus(?:e|es|ed|ing)$", re.IGNORECASE)


def charged(text: str, names: dict[int, Name], one: Attribution) -> Attribution:
    """An attribution, if it is an accusation with the charge alone as its content, by who accuses.

    Args:
        text: the report's text.
        names: its names, by where they begin.
        one: the attribution as it was read.
    """
    return _without_gloss(text, _by_accuser(text, names, _charge_alone(text, one)))


def _charge_alone(text: str, one: Attribution) -> Attribution:
    """ "She charged NAME with theft", "NAME is accused of theft and faces a trial": the charge is theft."""
    (start, end), *others = one.content
    if one.cue is None or start < one.cue[1] or text[one.cue[1] : start].strip() or MARK.search(text, start, end):
        return one
    found = words(text, start, end)
    if _ACTIVE.search(text, *one.cue):  # "accused the mayor, NAME, of lying"
        return _accused_alone(text, one, found)
    if _CHARGED.search(text, *one.cue):
        n = next((n for n in range(1, len(found) - 1) if found[n].low == "with"), 0)
        is_object = n and not any(word.low == "that" or is_auxiliary(word) for word in found[:n])
        return replace(one, content=((found[n + 1].start, end), *others)) if is_object else one
    if not others and _ACCUSED.search(text, *one.cue):
        ands = (n for n in range(1, len(found) - 1) if found[n].low == "and" and _goes_on(found, n + 1))
        stop = next(ands, None)
        return replace(one, content=((start, found[stop - 1].end),)) if stop else one
    return one


def _accused_alone(text: str, one: Attribution, found: list[Word]) -> Attribution:
    """An accusation without the accused and what is told of them in commas."""
    (_, end), *others = one.content
    if others and text[end : others[0][0]].strip(" ,") == "of":
        return replace(one, content=tuple(others))
    of = next((n for n in range(1, len(found) - 1) if found[n].low == "of" and found[n - 1].text == ","), None)
    if of is None or any(word.low == "that" or is_auxiliary(word) for word in found[:of]):
        return one
    return replace(one, content=((found[of + 1].start, end), *others))


def _without_gloss(text: str, one: Attribution) -> Attribution:
    """ "She blamed the council for the flood, a charge it rejects": what the reporter calls it is no part of it."""
    start, end = one.content[-1]
    gloss = _GLOSS.search(text, start, end)
    if gloss is None or MARK.search(text, start, end):
        return one
    return replace(one, content=(*one.content[:-1], (start, gloss.start())))


def _goes_on(found: list[Word], n: int) -> bool:
    """Whether a verb of the sentence stands at a word: "and resigned", "and faces a trial"."""
    is_third = found[n].low.endswith("s") and n + 1 < len(found) and found[n + 1].low in listed("words", "determiners")
    return is_third or is_finite_at(found, n)


def _by_accuser(text: str, names: dict[int, Name], one: Attribution) -> Attribution:
    """ "She was accused of fraud by NAME, a rival": who accuses is no part of what she is accused of."""
    (start, end), cue, source = one.content[-1], one.cue, one.source
    is_inside = source is not None and start <= source[0] and source[1] <= end
    if cue is None or not _ACCUSED.search(text, *cue) or not (source is None or is_inside):
        return one
    for by in _BY.finditer(text, start, end):
        is_part = _PASSIVE.search(text, start, by.start()) is not None
        content = (*one.content[:-1], (start, by.start()))
        if source is not None and source[0] == by.end():
            return replace(one, source=None) if is_part else replace(one, content=content)
        found = words(text, by.end(), end)
        phrase = phrase_from(found, 0, len(found))
        if not is_part and phrase is not None and phrase[1] == len(found) and _tells_who(names, found):
            return replace(one, content=content, source=(by.end(), end))
    return one


def _tells_who(names: dict[int, Name], phrase: list[Word]) -> bool:
    """Whether a noun phrase begins with a person's name and title, or is of several people."""
    inside = sorted(name.start for name in names.values() if phrase[0].start <= name.start < phrase[-1].end)
    is_person = bool(inside) and names[inside[0]].kind == "person"
    return is_person or (not inside and is_people(head_word(phrase)))
