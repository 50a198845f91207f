"""Picture credits: a whole line, or the end of a caption. The caption itself is part of the report."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.lines import BLANKS
from onrecord.read.wordlist import any_of, words

_REACH = 160
"""Characters at the end of a line that may hold a credit."""
_LONGEST = 200
"""Characters of the longest line that is a credit as a whole."""
_HINTS = (
    "/",
    "|",
    "photo",
    "image",
    "credit",
    "pic",
    "getty",
    "reuters",
    "illustration",
    "composite",
    "shutterstock",
    "epa",
)
"""One of these is in every credit; looking for them first saves a third of the time that a layout takes."""

_PERSON = r"[A-ZÀ-Þ][\w.'’-]*(?:[ -][A-ZÀ-Þa-z][\w.'’-]*){0,4}"
_NAMED = r"(?:[A-ZÀ-Þ@(][^\s:]*|of|for|via|by|and|the|from|file|courtesy|handout|de|van|von|[/|–-]|\d{4})"
"""A word of the name after "Photo:"; a word in small letters makes it a caption."""
_NAMES = rf"{_NAMED}(?:\s+{_NAMED}){{0,9}}"
_PICTURES = r"(?i:(?:file\s+)?(?:photo(?:graph)?s?|pictures?|pics?|images?|illustration|composite))"
_LABEL = (
    r"(?i:photo(?:graph(?:er)?)?s?|image|picture|illustration|composite|credit|(?:photo|image|picture)\s+credit"
    r"|(?:photo(?:graph)?|image|picture|photo\s+illustration)\s+by)"
)
_COURTESY = r"(?i:(?:photo|image|picture|illustration)(?:graph)?s?\s+(?:by|credit|courtesy(?:\s+of)?|via))"
_ALONE = r"(?i:(?:afp/)?getty(?:\s+images)?|ap\s+photo|epa-efe|shutterstock|istockphoto)"


def is_credit(line: str) -> bool:
    """Whether `line` is nothing but a picture credit, or two: "Photo: Jane Doe/AFP", "- Reuters file photo"."""
    return len(line) <= _LONGEST and _may_be(line) and _lines().fullmatch(line) is not None


def credit_at_end(line: str) -> tuple[int, int] | None:
    """Where in `line` the credit stands with which it ends, after a caption; None if it ends with none."""
    begin = max(len(line) - _REACH, 0)
    match = _ends().search(line, begin) if _may_be(line[begin:]) else None
    if not match:
        return None
    return match.start() + len(match[0]) - len(match[0].lstrip(BLANKS)), match.end()


def _may_be(words_: str) -> bool:
    folded = words_.lower()
    return any(hint in folded for hint in _HINTS)


@cache
def _credit() -> str:
    """A person and an agency, or either with a word that says what it is."""
    name = any_of(words("read_noise", "picture_agencies"))
    agency = rf"(?i:{name})(?i:\s+(?:via|for|through)\s+(?:the\s)?{name})?"
    kinds = (
        rf"{_LABEL}\s*:\s*{_NAMES}",
        rf"{_COURTESY}\s+{_NAMES}",
        rf"(?i:credit)\s*\.\.\.\s*{_NAMES}",
        rf"(?i:image\s+(?:copyright|source,))\s+(?!.*(?i:image\s+caption)){_NAMES}",
        rf"(?:{_PERSON}\s*[/|,–—-]\s*)?{agency}\s*(?:{_PICTURES}|\s*/\s*{_PERSON})",
        rf"REUTERS/{_PERSON}(?:/(?i:files?|handout|pool))?",
        rf"{_PERSON}\s*/\s*{agency}(?:\s*/\s*(?:{agency}|{_PERSON}))*(?:\s+{_PICTURES})?",
        rf"{_ALONE}(?:/{_PERSON})?",
    )
    return rf"(?:{'|'.join(kinds)})(?:\s*,\s*(?i:file|pool))?"


@cache
def _lines() -> re.Pattern[str]:
    return re.compile(rf"[\s(\[|©•*–—-]*{_credit()}(?:\s+{_credit()})?[\s)\].]*")


@cache
def _ends() -> re.Pattern[str]:
    kinds = (
        rf"(?<=[.!?”\"’)])\s*\(?{_credit()}",
        rf"\s+[(\[](?:{_credit()}|(?i:photo|image)\s*:?[^()\[\]]{{2,80}})(?=[)\]])",
        rf"\s+\|\s+(?:{_credit()}|[^|.]{{0,40}}(?i:photo|getty|reuters|afp)[^|.]{{0,20}})",
        r"\s+REUTERS/[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}",
        rf"\s+(?:Photograph|Photo|Photographer|Credit|Image):\s+{_NAMES}",
    )
    return re.compile(rf"(?:{'|'.join(kinds)})[)\].]*$")
