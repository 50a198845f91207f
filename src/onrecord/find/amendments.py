"""What is amended in attributions that are read already.

Whose words a participle reports, who says the second half of a sentence, with what sources and contents begin and end;
who wrote or sent a letter (`senders`), who is quoted inside a quotation (`inner_quotations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.find.charges import charged
from onrecord.find.cues import verb_at
from onrecord.find.edges import edged
from onrecord.find.fronted import subject_behind
from onrecord.find.inner_quotations import inner_quotations
from onrecord.find.kinds import is_role
from onrecord.find.name import Name, Named
from onrecord.find.passage import Paragraph, sentence_over
from onrecord.find.phrases import (
    Range,
    is_auxiliary,
    is_time,
    main_subject,
    phrase_from,
)
from onrecord.find.quotations import MARK
from onrecord.find.senders import by_sender
from onrecord.find.stretch import Attribution
from onrecord.find.words import Word, words
from onrecord.wordlists import listed, table

_SECOND = re.compile(r",? (?:and|but|while) (?P<source>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}),? (?=that\b)")
_DAYS = "|".join([*(day.capitalize() for day in table("times")["weekdays"]), "today", "yesterday", "tonight"])
_DAY_BEHIND = re.compile(rf" (?:late |early )?(?:{_DAYS})(?: (?:morning|afternoon|evening|night))?")
_PART = re.compile(r"\b(?:by|of|for) (?:the )?\Z")
"""What stands before the last words of a longer subject: "farmers hurt by NAME sued her, saying"."""
_SUBJECTS = frozenset({"he", "she", "they"})
_AND = re.compile(r",? and (?:(?:later|then|also|once|\w+ly) )?")
_INFINITIVE = ("to", "not")
_ASKED = re.compile(r"\b(?:ask|beg|press)\w*$", re.IGNORECASE)
_BESIDE_TIMES = frozenset({"on", "this", "last", "late", "early", "again", "also"})
_AS = re.compile(r" as (?:the )?")
_NOT = re.compile(r", (?:and )?not (?P<said>(?:[^,;:.!?“”\"]|(?<=\d)[.,](?=\d))+)\Z")
_MARKS = 3  # characters: marks at either end
_BARE = 2  # words of content below which a half of a sentence says nothing


def amended(
    text: str, body: Sequence[Paragraph], named: Sequence[Named], attributions: Iterable[Attribution]
) -> list[Attribution]:
    """The attributions with those amendments, not in order; what is added stands behind what it is added to."""
    names = {name.start: name for one in named for name in one.names}
    found: list[Attribution] = []
    for one in attributions:
        one = by_sender(text, body, names, _by_clause_behind(text, body, one))
        one = edged(text, body, _not_object(text, body, _by_subject(text, body, one)))
        one = charged(text, names, one)
        one = _denied_only(text, _without_listener(text, _without_day(text, names, one)))
        found += _halves(text, names, one)
    inner = list(inner_quotations(text, body))
    found = [one for one in found if not any(_runs_over(one, other) for other in inner)]
    parts = [part for one in found for part in one.content]
    return [*found, *(one for one in inner if not any(_is_same(one.content[0], part) for part in parts))]


def _runs_over(one: Attribution, inner: Attribution) -> bool:
    """Whether an attribution begins with a quotation inside another one and goes on behind its closing mark."""
    is_told = one.cue is not None and inner.cue is not None and one.cue[0] < inner.cue[1] and inner.cue[0] < one.cue[1]
    begins = abs(one.content[0][0] - inner.content[0][0]) <= _MARKS
    return is_told and begins and one.content[0][1] > inner.content[0][1] + _MARKS


def _is_same(inner: Range, part: Range) -> bool:
    """Whether a part of content is those words, marks and a few letters aside."""
    return abs(inner[0] - part[0]) <= _MARKS and abs(inner[1] - part[1]) <= _MARKS


def _by_subject(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "Aides of NAME sued, saying": the source is the subject, and not what stands in it behind a preposition."""
    if one.cue is None or one.source is None or one.cue[0] < one.source[1]:
        return one
    is_part = _PART.search(text, max(0, one.source[0] - len("for the ")), one.source[0]) is not None
    hangs = text[slice(*one.cue)].endswith("ing") and text[: one.cue[0]].endswith(", ")
    if not is_part or not hangs:
        return one
    sentence = sentence_over(body, one.cue[0])
    before = words(text, sentence.start, one.source[0]) if sentence else []
    tells = next((word for word in before if is_auxiliary(word) or word.is_relative), None)
    is_passive = tells is not None and is_auxiliary(tells)  # "She was blamed by NAME, who said"
    subject = main_subject(before, len(before)) if before and not is_passive else None
    return replace(one, source=(before[subject[0]].start, one.source[1])) if subject else one


def _by_clause_behind(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "Admitting that it leaked, NAME warned": who warned also admits, where nobody is told to in the sentence."""
    sentence = sentence_over(body, one.cue[0]) if one.cue else None
    if sentence is None or one.cue is None or (one.source and one.source[0] >= sentence.start):
        return one
    said = one.content[0][0], one.content[-1][1]
    source = subject_behind(text, (sentence.start, sentence.end), one.cue, said)
    return replace(one, source=source) if source else one


def _not_object(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "She attacked NAME and scoffed at it": before "and" stands the object of another verb, whose subject speaks."""
    if one.cue is None or one.source is None or _AND.fullmatch(text, one.source[1], one.cue[0]) is None:
        return one
    sentence = sentence_over(body, one.cue[0])
    before = words(text, sentence.start, one.source[0]) if sentence else []
    subject = main_subject(before, len(before)) or next(
        ((n, n + 1) for n, word in enumerate(before) if word.low in _SUBJECTS), None
    )
    return replace(one, source=(before[subject[0]].start, before[subject[1] - 1].end)) if subject else one


def _without_day(text: str, names: dict[int, Name], one: Attribution) -> Attribution:
    """ "Mayor NAME Tuesday said": the day behind the name is when it was said."""
    if one.cue is None or one.source is None or one.cue[0] < one.source[1]:
        return one
    inside = [name for name in names.values() if one.source[0] <= name.start < one.source[1]]
    ends = [name.end for name in inside if _DAY_BEHIND.fullmatch(text, name.end, one.source[1])]
    is_name = any(name.end == one.source[1] for name in inside)  # "USA Today"
    return replace(one, source=(one.source[0], ends[0])) if ends and not is_name else one


def _without_listener(text: str, one: Attribution) -> Attribution:
    """ "She urged NAME to leave": whom it is said to is no part of what is said."""
    (start, end), *others = one.content
    if one.cue is None or start < one.cue[1] or text[one.cue[1] : start].strip():
        return one  # what stands before the reporting word is told to nobody in it
    if not _asks(words(text, *one.cue)):
        return one
    found = words(text, start, end)
    phrase = phrase_from(found, 0, len(found))
    if phrase is None:
        return one
    told = _told_in_commas(found)
    if told is not None:
        return replace(one, content=((found[told].start, end), *others))
    n = _asked(found) if _ASKED.search(text, *one.cue) else None
    if n is None:
        n = next((n for n in range(phrase[1], len(found)) if not _is_time_of(found[n])), len(found))
        if n + 1 >= len(found) or found[n].low not in _INFINITIVE:
            return one
    return one if MARK.search(text, start, found[n].start) else replace(one, content=((found[n].start, end), *others))


def _told_in_commas(found: list[Word]) -> int | None:
    """The word at which begins what is demanded of somebody with an apposition: "to resign" of "the mayor, NAME, to
    resign"."""
    n = next((n for n, word in enumerate(found) if word.low in _INFINITIVE), 0)
    is_apart = any(word.text == "," for word in found[:n])
    return n if is_apart and all(_may_name(word) for word in found[1:n]) else None


def _may_name(word: Word) -> bool:
    """Whether a word may stand among names and roles: "the mayor, NAME, and NAME"."""
    is_small = word.low in listed("words", "determiners") or word.low in ("and", "of", ",")
    return word.is_capitalised or is_small or is_role(word.low)


def _asked(found: list[Word]) -> int | None:
    """The word at which begins what somebody is asked for: "patience" of "residents for patience"."""
    joins = (n for n, word in enumerate(found) if word.low in ("for", *_INFINITIVE) or word.is_mark)
    n = next(joins, 0)
    return n + 1 if n and found[n].low == "for" and n + 1 < len(found) else None


def _denied_only(text: str, one: Attribution) -> Attribution:
    """ "It cost two million, not four as NAME had said": what NAME said is "four", which the report denies."""
    start, end = one.content[-1]
    if one.source is None or _AS.fullmatch(text, end, max(end, one.source[0])) is None:
        return one
    denied = _NOT.search(text, start, end)
    return replace(one, content=((denied.start("said"), end),)) if denied else one


def _asks(cue: list[Word]) -> bool:
    """Whether reporting words end with a verb behind which somebody may stand, and then what they are to do."""
    verbs = [verb for n in range(len(cue)) if (verb := verb_at(cue, n)) and n + verb.length == len(cue)]
    return bool(verbs) and "person" in verbs[0].frames


def _is_time_of(word: Word) -> bool:
    return is_time(word) or word.low in _BESIDE_TIMES


def _halves(text: str, names: dict[int, Name], one: Attribution) -> Iterator[Attribution]:
    """ "X said that A and Y that B": what Y says is Y's."""
    (start, end) = one.content[-1]
    match = _SECOND.search(text, start, end) if one.cue and one.cue[1] <= start else None
    name = names.get(match.start("source")) if match else None
    if match is None or name is None or name.end != match.end("source"):
        yield one
        return
    first, second = (start, match.start()), (match.end() + len("that "), end)
    if any(len(text[slice(*part)].split()) < _BARE for part in (first, second)):
        yield one
        return
    yield replace(one, content=(*one.content[:-1], first))
    yield replace(one, content=(second,), source=(name.start, name.end))
