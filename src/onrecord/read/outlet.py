"""The outlet or agency that a report names as its own: in a line of its own, a sign-off, a copyright line."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.lines import plain
from onrecord.read.wordlist import any_of, plain_words, words

_LONGEST = 80
_NAMED = r"(?:The\s)?[A-Z][\w.&'’-]*(?:\s(?:of|and|the|[A-Z&][\w.&'’-]*)){0,4}"
_SHORT = re.compile(
    rf"(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?(?:\d{{4}}(?:[-–]\d{{2,4}})?)?\s*,?\s*(?:by\s)?(?P<outlet>{_NAMED})\.?$"
)
_YEARS = r"\d{4}(?:[-–]\d{2,4})?"
_LONG = re.compile(
    rf"(?:(?:©|\([cC]\))\s*(?:Copyright\s*)?(?:{_YEARS})?|Copyright\s*(?:©\s*)?{_YEARS})"
    rf"\s*,?\s*(?:by\s)?(?P<outlet>{_NAMED})"
)
_CAPITALS = re.compile(
    r"(?:[A-Z][A-Z&.-]+ ){1,3}(?:PRESS|NEWS|AGENCY|WIRE|SERVICE|TIMES|POST|JOURNAL|TRIBUNE|HERALD|GAZETTE)"
)
_PLACED = re.compile(r"(?P<name>[^,]+), [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")
_FRAME = re.compile(
    r"[\s\-–—•*|(\[/]*(?:(?:Source|SOURCE|source|Via|VIA|via|Agency|From)\s*:?\s+)?(?:(?:©|\([cC]\))\s*(?:\d{4})?\s*)?(?P<name>.*?)[\s)\]./–—|-]*$"
)


def line_outlet(line: str) -> tuple[int, int] | None:
    """Where in `line` the outlet stands, if the line names one and nothing else: "- Reuters", "© 2019 AFP"."""
    if len(line) > _LONGEST:
        return None
    match = _FRAME.match(line)
    if match and (is_known(match["name"]) or _is_in_capitals(match["name"])):
        return match.span("name")
    placed = _PLACED.fullmatch(line)
    return placed.span("name") if placed and is_known(placed["name"]) else None


def _is_in_capitals(name: str) -> bool:
    """Whether a name in capitals is an agency's or a newspaper's, and no heading: "MOST READ NEWS"."""
    headings = plain_words("read_outlets", "headings")
    return _CAPITALS.fullmatch(name) is not None and headings.isdisjoint(name.lower().split())


def masthead(line: str) -> tuple[int, int] | None:
    """Where in `line` the name stands that a newspaper prints above its page: "THE VALLEY OBSERVER - City edition"."""
    match = _masthead().match(line)
    return match.span("outlet") if match and len(line) <= _LONGEST else None


def ending_outlet(paragraph: str) -> tuple[int, int] | None:
    """Where in `paragraph` the agency stands that signs at its end, after the last sentence: "… he said. – Reuters"."""
    tail = max(len(paragraph) - _LONGEST, 0)
    match = _ending().search(paragraph, tail)
    return match.span("outlet") if match else None


def copyright_outlet(line: str) -> tuple[int, int] | None:
    """Where in a copyright line its owner stands, if it is named right after the sign or the year."""
    match = _LONG.match(line)
    if not match:
        return None
    end = match.end("outlet")
    found = re.sub(r"(?:\.| All| Click| This)*$", "", line[match.start("outlet") : end])
    if plain(found) in plain_words("read_outlets", "not_outlets"):
        return None
    return match.start("outlet"), match.start("outlet") + len(found)


def is_sign_off(line: str) -> bool:
    """Whether a copyright line is short enough to be an outlet's signature ("© 2019 The Morning Ledger")."""
    return len(line) <= _LONGEST and _SHORT.match(line) is not None


def is_known(name: str) -> bool:
    """Whether `name` is that of a known agency or outlet."""
    return plain(name) in plain_words("read_outlets", "agencies") | plain_words("read_outlets", "outlets")


@cache
def _masthead() -> re.Pattern[str]:
    last = any_of(words("read_outlets", "mastheads"))
    name = rf"(?:[A-Z][\w.&'’-]*\s){{1,3}}(?i:{last})"
    return re.compile(rf"(?P<outlet>{name})(?:\s*[-–—|·•:]\s.*)?$")


@cache
def _ending() -> re.Pattern[str]:
    names = any_of(words("read_outlets", "agencies"))
    return re.compile(rf"(?<=[.!?…”\"’'])\s*(?:[(\[]|[-–—/]+\s*)(?P<outlet>{names})[)\]]?\.?$")
