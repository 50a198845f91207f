"""Whose words a piece of writing holds: who wrote, made or sent it, and not whom it is sent to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.name import Name
from onrecord.find.passage import Paragraph, sentence_over
from onrecord.find.phrases import is_pronoun, main_subject
from onrecord.find.stretch import Attribution
from onrecord.find.words import words
from onrecord.wordlists import listed

_WRITINGS = "|".join(sorted(listed("words", "writings")))
_SENT = re.compile(
    rf"\b(?:an?|the|his|her|one|another) (?:[\w-]+ ){{0,2}}?(?:{_WRITINGS}),? (?:(?:that|which) )?"
    r"(?P<author>[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){0,3}) "
    rf"(?:had )?(?:{'|'.join(sorted(listed('words', 'sending')))})\b",
    re.IGNORECASE,
)
_MADE_BY = re.compile(r" (?:from|by) (?P<source>(?:[\w’'.-]+ ){1,8})that ")
"""What stands between a piece of writing and what it says: "Roe pointed to a statement from Vice Premier NAME that"."""
_ADDRESSED = re.compile(rf"\b(?P<sent>{'|'.join(sorted(listed('words', 'sent_to')))}) to (?:the )?\Z")
_TO_SEND = re.compile(r"[.;:]|\b(?:to [a-z]+|wh[a-z]+|that)\b")
"""What makes the sender somebody else than the subject of the sentence: "it led NAME to send"."""
_ARTICLES = frozenset({"a", "an", "the"})


def by_sender(text: str, body: Sequence[Paragraph], names: dict[int, Name], one: Attribution) -> Attribution:
    """The attribution with who wrote, made or sent what says so as its source.

    `names` are the names of the text by where they start.
    """
    return _by_author(text, body, _by_addresser(text, body, _by_maker(text, names, one)))


def _by_author(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "A letter that NAME sent to OTHER said": the letter is the source, and not whoever stands before the verb."""
    if one.cue is None or one.source is None or one.cue[0] < one.source[1]:
        return one
    sentence = sentence_over(body, one.cue[0])
    match = _SENT.search(text, sentence.start, one.source[1]) if sentence else None
    if match is None or not match.group("author")[0].isupper():
        return one
    is_source = match.start("author") <= one.source[0] or match.start() == one.source[0]
    is_plain = not re.search(r"[.;:“”\"]", text[match.end() : one.cue[0]])
    return replace(one, source=(match.start(), match.end("author"))) if is_source and is_plain else one


def _by_maker(text: str, names: dict[int, Name], one: Attribution) -> Attribution:
    """ "She pointed to a statement from NAME that": NAME says so."""
    if one.cue is None or one.source is None or not one.source[1] <= one.cue[0]:
        return one
    is_writing = words(text, *one.cue)[-1].low in listed("words", "writings") | listed("words", "documents")
    made = _MADE_BY.fullmatch(text, one.cue[1], one.content[0][0]) if is_writing else None
    end = made.end("source") - 1 if made else 0
    if made is None or not any(made.start("source") <= name.start and name.end == end for name in names.values()):
        return one
    return replace(one, source=(made.start("source"), end))


def _by_addresser(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "She sent a letter to NAME saying that": not NAME says so but who sent it, or nobody who is told."""
    if one.cue is None or one.source is None or text[one.source[1] : one.cue[0]].strip(",") != " ":
        return one
    to = _ADDRESSED.search(text, max(0, one.source[0] - 40), one.source[0])
    if to is None or not text[slice(*one.cue)].split()[0].endswith("ing"):
        return one
    sentence = sentence_over(body, one.cue[0])
    before = words(text, sentence.start, to.start()) if sentence else []
    subject = main_subject(before, len(before)) if before else None
    last = before[subject[1] - 1] if subject else None
    is_told = last is not None and (is_pronoun(last) or (last.is_capitalised and last.low not in _ARTICLES))
    if subject is None or not is_told or _TO_SEND.search(text, before[subject[1] - 1].end, to.start()):
        return replace(one, source=None)
    return replace(one, source=(before[subject[0]].start, before[subject[1] - 1].end))
