"""Noise: what scraping leaves in a text that is no part of the report, told line by line."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.read.lines import BLANKS, ends_sentence, plain
from onrecord.read.wordlist import any_of, plain_words, words

_LONGEST = 600
"""Characters of the longest line that is looked at as a whole; of longer ones only the beginning and the end are."""
_MOST_WORDS = 45
"""Words of the longest line that an opening phrase makes noise; sign-up lines with their small print reach 40."""
_TEASER_WORDS = 24
"""Words of the longest link to another page: headlines are rarely of more than 20."""
_REACH = 160
"""Characters at the end of a line that may hold a picture credit."""

_AGE = r"(?:about |over |almost |nearly )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\+? ?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?) ago"
_CRAWLED = re.compile(
    rf"(?:(?:last )?(?:published|updated|posted|modified|date)?:? ?(?:on )?{_AGE}"
    r"|this (?:article|story|page) is (?:more than |over )?(?:\d+|an?|one) (?:months?|years?) old|just now|yesterday at \d.{0,12})",
)
_AGE_FIRST = re.compile(rf"{_AGE}(?=\s+\()", re.IGNORECASE)
_COUNTS = re.compile(
    r"(?:(?:\d[\d,.]*k?|no|view \d+|see \d+|all \d+) (?:comments?|shares?|views?|likes?|retweets?|replies|reactions?|reads?|votes?)"
    r"|(?:comments?|shares?|views?|likes?) ?[(:]? ?\d[\d,.]*k?\)?|\(?\d{1,3} (?:of|/) \d{1,3}\)?|(?:next |prev(?:ious)? )?image \d+ of \d+"
    r"|\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?)\.? (?:read|listen|watch|video)|(?:reading|read) time:? .{1,20}|estimated read.{0,20}"
    r"|slideshow \(\d+ images?\)|page \d+ of \d+|\d:\d\d ?/ ?\d+:\d\d|(?:duration|length|running time):? \d+:\d\d)",
)
_CRUMBS = re.compile(
    r"(?:[\w&.,'’ -]{2,30}\s*[>›»/|]\s*){2,}[\w&.,'’ -]{2,60}$|[\w&.'’ -]{2,30}\s*[>›»]\s*[\w&.'’ -]{2,30}$"
)
_ADDRESS = re.compile(r"(?:(?:https?://|www\.)\S+\s*)+$|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|@\w{2,30}$")
_MAIL = re.compile(r"\b[\w.+-]+@\s?[\w-]+(?:\.[\w-]+)+")
_REACHED = re.compile(
    r"^(?:write to|e-?mail|contact|reach|follow|send|tips|to contact|got|have|for|by e-?mail)\b|\b(?:contact|reached|e-?mail(?:ed)?|tips|write) (?:\S+ ){0,6}(?:at|to|by|via)\b|^\S+ \S+ (?:at )?\S+@",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"(?:[-–—•*] ?)?(?:you can |please )?follow (?:us|me|him|her|them|@\w+|(?:\S+ ){0,8}on (?:twitter|facebook|instagram|google|linkedin|telegram|social)|(?:\S+ ){0,6}@\w+)"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|\d{4}|\w).{0,400}$", re.IGNORECASE)
_COPYRIGHT_SURE = re.compile(r"©|\(c\)\s*\d{4}|copyright\W{0,3}\d{4}|copyright:", re.IGNORECASE)
_BRACKETED = re.compile(
    r"[(\[]\s*(?:also on|also read|also see|see also|read|more|photos?|watch|video|related|full|complete|slideshow|gallery|vote|click|poll|follow|story continue|advertisement)\b[^()]{0,160}[)\]]?$"
)
_PLAYER = re.compile(
    r"(?:embed .{0,200}autoplay|just watched .{0,300}must watch|play video \d+:\d\d|.{0,120}more videos \.\.\. must watch)"
)
_GLUED = re.compile(r"(?:previous|next) (?:article|story|post)(?=[^\W\d_a-z])", re.IGNORECASE)
_READ_MORE = re.compile(
    r"(?:read|see|find out|learn) more\b(?! (?:than|books|of (?:his|her|their|its)\b|and\b|like\b))"
)
_INLINE = re.compile(
    r"[(\[]\s*(?:advertisement|article continues below|story continues below|pullquote)\s*[)\]]", re.IGNORECASE
)
_SPEECH = re.compile(r"[“\"«]|\b(?:said|says|told|added|according to)\b")
_TRAILING_DOTS = " .:;,!…»›>→▶-–—|•*#"


class Furniture(NamedTuple):
    """What of a line is noise: its ranges, whether they are all of it, and what comes after it.

    `menu`: short lines that follow it at the end of a text belong to it. `label`: the line after it is its link.
    """

    ranges: tuple[tuple[int, int], ...]
    whole: bool
    menu: bool = False
    label: bool = False


def furniture(line: str) -> Furniture | None:
    """What of `line` is page furniture; None if nothing is, as far as the line itself can tell."""
    if len(line) <= _LONGEST:
        folded = plain(line)
        if _is_menu(folded):
            return Furniture(((0, len(line)),), whole=True, menu=True, label=folded.endswith(":"))
        if _is_furniture(line, folded):
            return Furniture(((0, len(line)),), whole=True, label=folded.endswith(":"))
    ranges = tuple(_parts(line))
    return Furniture(ranges, whole=ranges == ((0, len(line)),)) if ranges else None


def _is_menu(folded: str) -> bool:
    bare = folded.strip(_TRAILING_DOTS)
    if bare in plain_words("read_noise", "menus"):
        return True
    if _GLUED.match(folded) or _openings_of_menus().match(folded):
        return not _SPEECH.search(folded) and len(folded.split()) <= _TEASER_WORDS
    return bool(_READ_MORE.match(folded)) and _is_link(folded)


def _is_furniture(line: str, folded: str) -> bool:
    bare = folded.strip(_TRAILING_DOTS + "()[]")
    return (
        bare in plain_words("read_noise", "whole")
        or any(pattern.fullmatch(bare) for pattern in (_CRAWLED, _COUNTS))
        or _ADDRESS.match(line) is not None
        or _CRUMBS.match(line) is not None
        or _is_buttons(bare)
        or _is_copyright(line)
        or _speaks_to_reader(folded)
        or _is_teaser(line, folded)
        or _is_credit(line)
    )


def _is_buttons(bare: str) -> bool:
    tokens = re.split(r"[\s|,•·/+&]+", bare)
    return len(tokens) > 1 and all(token in plain_words("read_noise", "buttons") for token in tokens)


def _is_copyright(line: str) -> bool:
    if not _COPYRIGHT.match(line):
        return False
    return _COPYRIGHT_SURE.match(line) is not None or not ends_sentence(line)


def _speaks_to_reader(folded: str) -> bool:
    """Whether the line is about the page, its accounts and its addresses, and nobody speaks in it."""
    if len(folded.split()) > _MOST_WORDS or _SPEECH.search(folded):
        return False
    return bool(
        _openings().match(folded)
        or _anywhere().search(folded)
        or _FOLLOW.match(folded)
        or (_MAIL.search(folded) and _REACHED.search(folded))
        or _PLAYER.match(folded)
    )


def _is_teaser(line: str, folded: str) -> bool:
    """Whether the line is a link to another page: "Related: …", "(Watch: …)", "… Read more"."""
    if _BRACKETED.match(folded):
        return True
    if not _is_link(folded):
        return False
    return _labels().match(folded) is not None or (not ends_sentence(line) and _endings().search(folded) is not None)


def _is_link(folded: str) -> bool:
    """Whether the words are few, and no sentence longer than a link's."""
    count = len(folded.split())
    return count <= _TEASER_WORDS and (count <= _TEASER_WORDS // 2 or not ends_sentence(folded))


def _is_credit(line: str) -> bool:
    return _credit_lines().fullmatch(line) is not None


def _parts(line: str) -> list[tuple[int, int]]:
    """The furniture within a line that is otherwise part of the report: in front of a caption, behind it, in brackets."""
    found = [match.span() for match in _INLINE.finditer(line)]
    front = _before_captions().match(line) or _AGE_FIRST.match(line)
    if front:
        found.append(front.span())
    begin = max(len(line) - _REACH, 0)
    credit = _credit_ends().search(line, begin)
    if credit:
        found.append((credit.start() + len(credit[0]) - len(credit[0].lstrip(BLANKS)), credit.end()))
    return _apart(found)


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?:[-–—•*»>] ?)?{any_of(words('read_noise', 'openings'))}(?!\w)")


@cache
def _openings_of_menus() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words('read_noise', 'menus'))} ?:|(?:previous|next) (?:article|story|post)\b|more on (?:this|the)\b"
        r"|most (?:read|popular|viewed) (?:in|on)\b|related (?:coverage|articles?|stories|content|topics?)\b|more from\b)"
    )


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(any_of(words("read_noise", "anywhere")))


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?:[-–—•*»>] ?)?{any_of(words('read_noise', 'labels'))}(?: \S+){{0,3}} ?:")


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(words('read_noise', 'endings'))}\W*$")


@cache
def _before_captions() -> re.Pattern[str]:
    agency = any_of(words("read_noise", "picture_agencies"))
    phrases = any_of(words("read_noise", "before_captions"))
    return re.compile(
        rf"(?:(?i:image copyright)\s+(?:[\w.'’/&-]+\s){{0,6}}?(?i:image caption)|(?i:image copyright)\s+{agency}"
        rf"|(?i:{phrases})|(?i:enlarge this image)(?:\s+(?i:toggle caption))?|CLOSE(?=\s[A-Z])|(?i:play video)\s+\d+:\d\d)(?=\s|$)"
    )


@cache
def _credit() -> str:
    """A picture credit: a person and an agency, or either with a word that says so."""
    agency = rf"(?i:{any_of(words('read_noise', 'picture_agencies'))})(?i:\s+(?:via|for|through)\s+(?:the\s)?{any_of(words('read_noise', 'picture_agencies'))})?"
    person = r"[A-ZÀ-Þ][\w.'’-]*(?:[ -][A-ZÀ-Þa-z][\w.'’-]*){0,4}"
    pictures = r"(?i:(?:file\s+)?(?:photo(?:graph)?s?|pictures?|pics?|images?|illustration|composite))"
    word = r"(?i:photo(?:graph(?:er)?)?s?|image|picture|illustration|composite|credit|photo credit|image credit|picture credit|photo(?:graph)? by|image by|picture by|image copyright|photo illustration by)"
    return (
        rf"(?:{word}\s*:\s*[^.!?:\n]{{2,80}}|(?i:(?:photo|image|picture|illustration)(?:graph)?s?\s+(?:by|credit|courtesy(?:\s+of)?|via))\s+[^.!?\n]{{2,80}}"
        rf"|(?i:image copyright)\s+[^.!?\n]{{2,40}}"
        rf"|(?:{person}\s*[/|,–—-]\s*)?{agency}\s*(?:{pictures}|\s*/\s*{person})|REUTERS/{person}(?:/(?i:files?|handout|pool))?"
        rf"|{person}\s*/\s*{agency}(?:\s*/\s*(?:{agency}|{person}))*(?:\s+{pictures})?|(?i:getty images|ap photo|epa-efe|shutterstock|getty|afp/getty images|istockphoto)(?:/{person})?)"
        r"(?:\s*,\s*(?i:file|pool))?"
    )


@cache
def _credit_lines() -> re.Pattern[str]:
    return re.compile(rf"[\s(\[|©•*–—-]*(?:{_credit()})(?:\s+(?:{_credit()}))?[\s)\].]*")


@cache
def _credit_ends() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.!?”\"’)])\s*\(?(?:{_credit()})|\s+[(\[](?:{_credit()}|(?i:photo|image)\s*:?[^()\[\]]{{2,80}})(?=[)\]])"
        rf"|\s+\|\s+(?:{_credit()}|[^|.]{{0,40}}(?i:photo|getty|reuters|afp)[^|.]{{0,20}})|\s+REUTERS/[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}}"
        rf"|\s+(?:Photograph|Photo|Photographer|Credit|Image):\s+[^.!?:]{{2,80}})[)\].]*$"
    )
