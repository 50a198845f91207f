"""Noise: what scraping leaves in a text that is no part of the report, told line by line."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.read.cards import cards
from onrecord.read.credits import credit_at_end, is_credit
from onrecord.read.lines import ends_sentence, plain
from onrecord.read.wordlist import any_of, plain_words, words

_LONGEST = 600
"""Characters of the longest line that is looked at as a whole; of longer ones only the beginning and the end are."""
_MOST_WORDS = 45
"""Words of the longest line that an opening phrase makes noise."""
_TEASER_WORDS = 24
"""Words of the longest link to another page: of 8,000 headlines 6 had more than 25."""
_MOST_BUTTONS = 16
_BUTTONS_LENGTH = 120
_TEASER_END = 40
"""Characters at the end of a link that may hold what it asks to do."""
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_UNIT = r"(?:[smhd]|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?)"
_AGE = rf"(?:about |over |almost |nearly )?{_NUMBER}\+? ?{_UNIT} ago"
_CRAWLED = re.compile(
    rf"(?:last )?(?:published|updated|posted|modified|date)?:? ?(?:on )?{_AGE}"
    rf"|this (?:article|story|page) is (?:more than |over )?{_NUMBER} (?:months?|years?) old"
    r"|just now|yesterday at \d.{0,12}"
    r"|allow (?:\S+ ){1,3}content\??"
)
_AGE_FIRST = re.compile(rf"{_AGE}(?=\s+\()", re.IGNORECASE)
_COUNTED = r"(?:comments?|shares?|views?|likes?|retweets?|replies|reactions?|reads?|votes?)"
_COUNTS = re.compile(
    rf"(?:\d[\d,.]*k?|no|(?:view|see|all) \d+) {_COUNTED}|{_COUNTED} ?[(:]? ?\d[\d,.]*k?\)?"
    r"|\(?\d{1,3} (?:of|/) \d{1,3}\)?|(?:next |prev(?:ious)? )?image \d+ of \d+"
    r"|page \d+ of \d+|slideshow \(\d+ images?\)?"
    r"|\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?)\.? (?:read|listen|watch|video)|(?:reading|read) time:? .{1,20}"
    r"|estimated read.{0,20}|\d:\d\d ?/ ?\d+:\d\d|(?:duration|length|running time):? \d+:\d\d"
)
_CRUMB = re.compile(r"([|>›»])")
_CRUMB_WORDS = 3
_ADDRESS = re.compile(r"(?:(?:https?://|www\.)\S+\s*)+$|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|@\w{2,30}$")
_MAIL = re.compile(r"\b[\w.+-]+@\s?[\w-]+(?:\.[\w-]+)+")
_REACHED = re.compile(
    r"^(?:write to|e-?mail|contact|reach|follow|send|tips|to contact|got|have|by e-?mail)\b"
    r"|\b(?:contact|reached|e-?mail(?:ed)?|tips|write) (?:\S+ ){0,6}(?:at|to|by|via)\b|^\S+ \S+ (?:at )?\S+@"
)
_FOLLOW = re.compile(
    r"(?:[-–—•*] ?)?(?:you can |please )?follow (?:(?:us|me|him|her|them)(?: on| at| @|\W*$)|@\w+"
    r"|(?:\S+ ){0,8}on (?:twitter|facebook|instagram|google|linkedin|telegram|social)|(?:\S+ ){0,6}@\w+)"
)
_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|copyright\W{0,3}(?:\d{4}|©)|copyright:", re.IGNORECASE)
_BRACKETED = re.compile(
    r"[(\[]\s*(?:also on|also read|also see|see also|read|more|photos?|watch|video|related|full|complete|slideshow"
    r"|gallery|vote|click|poll|follow|story continue|advertisement)\b[^()]{0,160}[)\]]?$"
)
_GLUED_LABEL = re.compile(r"[A-Z][^\s:]*(?: [^\s:]+){0,5}:[A-Z‘'“\"]")
"""What a link is about, set right against its words: "Port of Lund:Dues double in a year"."""
_PLAYER = re.compile(
    r"embed .{0,200}autoplay|just watched .{0,300}must watch|play video \d+:\d\d|.{0,120}more videos \.\.\. must watch"
)
_GLUED = re.compile(r"(?i:previous|next) (?i:article|story|post)(?=[^\W\d_a-z])")
_READ_MORE = re.compile(
    r"read more\b(?! (?:than|books|of (?:his|her|their|its)\b|and\b|like\b))"
    r"|(?:see|find out|learn|get) more (?:about|on|from|at|here)\b|more on this\b"
)
_INLINE = re.compile(
    r"[(\[]\s*(?:advertisement|article continues below|story continues below|pullquote)\s*[)\]]"
    r"|[(\[]\s*(?:related(?: (?:story|article|coverage|video))?|(?:read |see )?more|also read|(?:see|read) also|watch)"
    r"\s?:\s?(?:[^()\[\]]|\([^()\[\]]{1,40}\)){8,200}[)\]]",
    re.IGNORECASE,
)
"""What stands in brackets anywhere in a line: "(Advertisement)", "(RELATED: Mill burns in Ostrell)"."""
_MORE = re.compile(r"(?:read )?more ?:")
_BETWEEN_BUTTONS = re.compile(r"[\s|,•·/+&]+")
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
        if _is_menu(line, folded):
            return Furniture(((0, len(line)),), whole=True, menu=True, label=folded.endswith(":"))
        if _is_furniture(line, folded):
            return Furniture(((0, len(line)),), whole=True, label=folded.endswith(":"))
    ranges = tuple(_parts(line))
    return Furniture(ranges, whole=ranges == ((0, len(line)),)) if ranges else None


def _is_menu(line: str, folded: str) -> bool:
    bare = folded.strip(_TRAILING_DOTS)
    if bare in plain_words("read_noise", "menus"):
        return True
    if _GLUED.match(line) or _openings_of_menus().match(folded):
        few = len(folded.split()) <= _TEASER_WORDS
        return few and not _SPEECH.search(folded) and (":" in folded or not ends_sentence(line))
    is_labelled = _MORE.match(folded) and len(folded.split()) <= _MOST_WORDS and "(@" not in folded
    return bool(is_labelled) or (bool(_READ_MORE.match(folded)) and _is_link(folded))


def _is_furniture(line: str, folded: str) -> bool:
    bare = folded.strip(_TRAILING_DOTS + "()[]")
    return (
        bare in plain_words("read_noise", "whole")
        or any(pattern.fullmatch(bare) for pattern in (_CRAWLED, _COUNTS))
        or _ADDRESS.match(line) is not None
        or _is_crumbs(line)
        or _is_buttons(bare)
        or _is_copyright(line)
        or _speaks_to_reader(folded)
        or _is_teaser(line, folded)
        or is_credit(line)
    )


def _is_buttons(bare: str) -> bool:
    if len(bare) > _BUTTONS_LENGTH:
        return False
    tokens = _BETWEEN_BUTTONS.split(bare, _MOST_BUTTONS)
    return 1 < len(tokens) <= _MOST_BUTTONS and all(token in plain_words("read_noise", "buttons") for token in tokens)


def _is_crumbs(line: str) -> bool:
    """Whether the line is a way through the site: "Home > World", "News | World | Asia"."""
    if not _CRUMB.search(line):
        return False
    parts = _CRUMB.split(line)
    names, marks = parts[::2], parts[1::2]
    least = 2 if "|" not in marks else 3
    return len(names) >= least and all(1 <= len(name.split()) <= _CRUMB_WORDS for name in names)


def _is_copyright(line: str) -> bool:
    return _COPYRIGHT.match(line) is not None


def _speaks_to_reader(folded: str) -> bool:
    """Whether the line is about the page, its accounts and its addresses, and nobody speaks in it."""
    if len(folded.split()) > _MOST_WORDS:
        return False
    to_reader = bool(
        _openings().match(folded)
        or any(phrase in folded for phrase in plain_words("read_noise", "anywhere"))
        or _FOLLOW.match(folded)
        or ("@" in folded and _MAIL.search(folded) and _REACHED.search(folded))
        or _PLAYER.match(folded)
    )
    return to_reader and not _SPEECH.search(folded)


def _is_teaser(line: str, folded: str) -> bool:
    """Whether the line is a link to another page: "Related: …", "(Watch: …)", "Dues:Port …", "… Read more"."""
    if _BRACKETED.match(folded):
        return True
    if _GLUED_LABEL.match(line) and len(folded.split()) <= _TEASER_WORDS:
        return line.endswith("?") or not ends_sentence(line)
    if not _is_link(folded):
        return False
    return _labels().match(folded) is not None or (
        not ends_sentence(line) and _endings().search(folded, max(len(folded) - _TEASER_END, 0)) is not None
    )


def _is_link(folded: str) -> bool:
    """Whether the words are few, and no sentence longer than a link's."""
    count = len(folded.split())
    return count <= _TEASER_WORDS and (count <= _TEASER_WORDS // 2 or not ends_sentence(folded))


def _parts(line: str) -> list[tuple[int, int]]:
    """The furniture in a line that is part of the report otherwise: in front of a caption, behind it, in brackets."""
    found = [match.span() for match in _INLINE.finditer(line)]
    found += cards(line)
    front = _before_captions().match(line) or _AGE_FIRST.match(line)
    if front:
        found.append(front.span())
    credit = credit_at_end(line)
    if credit:
        found.append(credit)
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
        rf"(?:{any_of(words('read_noise', 'menus'))} ?:|(?:previous|next) (?:article|story|post)\b|more from\b"
        r"|most (?:read|popular|viewed) (?:in|on)\b|related (?:coverage|articles?|stories|content|topics?)\b)"
    )


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[-–—•*»>] ?)?{any_of(words('read_noise', 'labels'))}(?: (?:on|from|in|about|of|our)(?: \S+){{1,3}})? ?:"
    )


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(words('read_noise', 'endings'))}\W*$")


@cache
def _before_captions() -> re.Pattern[str]:
    agency = any_of(words("read_noise", "picture_agencies"))
    kinds = (
        r"(?i:image copyright)\s+(?:[\w.'’/&-]+\s){0,6}?(?i:image caption)",
        rf"(?i:image copyright)\s+{agency}",
        rf"(?i:{any_of(words('read_noise', 'before_captions'))})",
        r"(?i:enlarge this image)(?:\s+(?i:toggle caption))?",
        r"CLOSE(?=\s[A-Z])",
        r"(?i:play video)\s+\d+:\d\d",
    )
    return re.compile(rf"(?:{'|'.join(kinds)})(?=\s|$)")
