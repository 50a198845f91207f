"""Where reporting words and contents begin and end that were read askew: "d tell" of "She’d tell", "quoted NAME as
saying that", the main verb behind "NAME, who had warned of floods, resigned"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.passage import Paragraph, sentence_over
from onrecord.find.phrases import is_finite_at, phrase_from
from onrecord.find.quotations import MARK
from onrecord.find.stretch import Attribution
from onrecord.find.words import words

_CONTRACTED = re.compile(r"(?:d|s|ll|ve|re) (?=\w)")
_AS_SAYING = re.compile(
    r"(?P<who>(?:\w[\w.’'-]*(?: [\w.’'-]+){0,8} )?)as "
    r"(?P<cue>saying|writing|telling (?:[\w’'-]+ ){1,3}(?=that|he|she|it|they))(?: that)? "
)
_NOUNS = "family|ally|assembly|rally|bully|daily|weekly|monthly|quarterly|supply|reply"  # no adverbs, though in -ly
_WITH_ADVERB = re.compile(
    r"(?P<who>(?i:I|you|he|she|it|we|they)|.*\b[A-Z][\w’'.-]*)"
    rf"(?: (?:(?!(?:{_NOUNS})\b)[a-z]+ly|very|quite|further|also|then|later|even|once|again|never|often))+"
)
_QUOTED = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)(?: by)?$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:(?:was|were|is|are|been|being) told|hears?|heard)$", re.IGNORECASE)
_RELATIVE = re.compile(r", (?:who|which|whose)\b[^“”\"\n]*\Z")
_BARE = re.compile(r"[^,]\b(?: (?:who|which|that)) (?:had |have |has )?\Z")
_OF = (" of ", " about ", " against ", " over ")


def edged(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """An attribution with reporting words and content where they begin and end.

    Args:
        text: the report's text.
        body: its paragraphs.
        one: the attribution as it was read.
    """
    if one.cue is None:
        return one
    one = _as_saying(text, _without_adverb(text, _without_contraction(text, one)))
    return _in_relative(text, body, _by_nobody(text, one))


def _without_contraction(text: str, one: Attribution) -> Attribution:
    """ "She’d tell": the reporting word is "tell"."""
    start, end = one.cue or (0, 0)
    match = _CONTRACTED.match(text, start, end) if start and text[start - 1] in "’'" else None
    return replace(one, cue=(match.end(), end)) if match else one


def _without_adverb(text: str, one: Attribution) -> Attribution:
    """ "It further wrote", "Mr. Roe brusquely denied": the source is whoever says so alone."""
    match = _WITH_ADVERB.fullmatch(text, *one.source) if one.source else None
    return replace(one, source=match.span("who")) if match else one


def _as_saying(text: str, one: Attribution) -> Attribution:
    """ "The paper quoted NAME as saying that it held": NAME says it."""
    start, end = one.content[0]
    match = _AS_SAYING.match(text, start, end) if one.cue and _QUOTED.search(text, *one.cue) else None
    if match is None:
        return one
    who = (match.start("who"), match.end("who") - 1) if match["who"] else one.source
    cue = match.start("cue"), match.start("cue") + len(match["cue"].rstrip())
    return replace(one, source=who, cue=cue, content=((match.end(), end), *one.content[1:]))


def _by_nobody(text: str, one: Attribution) -> Attribution:
    """ "“Go,” NAME was told", "Jurors heard that it fell": who hears it does not say it."""
    if one.cue is None or one.source is None or one.source[1] > one.cue[0]:
        return one
    return replace(one, source=None) if _TOLD.search(text, *one.cue) else one


def _in_relative(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "NAME, who warned of floods, resigned", "Lawyers who warned of fraud lost their jobs": what is said ends before
    the verb of the sentence."""
    start, end = one.content[-1]
    sentence = sentence_over(body, one.cue[0]) if one.cue else None
    if sentence is None or one.cue is None or start < one.cue[1] or MARK.search(text, sentence.start, end):
        return one
    if not text.endswith(_OF, one.cue[0], start):
        return one  # what "said" takes has a verb of its own
    found = words(text, start, end)
    if _RELATIVE.search(text, sentence.start, one.cue[0]):
        verb = next((n for n in range(len(found)) if is_finite_at(found, n)), 0)
        stop = verb if verb and found[verb].text == "," else None
        return replace(one, content=(*one.content[:-1], (start, found[stop - 1].end))) if stop else one
    phrase = phrase_from(found, 0, len(found)) if _BARE.search(text, sentence.start, one.cue[0]) else None
    if phrase is None or phrase[1] >= len(found) - 1 or not is_finite_at(found, phrase[1]) or found[phrase[1]].is_mark:
        return one
    return replace(one, content=(*one.content[:-1], (start, found[phrase[1] - 1].end)))
