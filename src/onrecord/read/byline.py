"""The byline: who wrote the report, as it says itself."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.read.lines import ends_sentence, plain
from onrecord.read.published import date_line
from onrecord.read.wordlist import any_of, plain_words, words

_LONGEST = 120
_SMALL = r"(?:de|van|von|der|den|del|della|di|da|dos|al|el|bin|bint|la|le|ter|ten)\b"
_WORD = rf"(?:[A-ZÀ-Þ][\w.'’-]+|[A-Z]\.|{_SMALL}|(?:al|el)-[A-Z]\w+)"
_NAME = rf"[A-ZÀ-Þ][\w.'’-]*(?:\s{_WORD}){{1,4}}"
_JOINT = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|AND|&|with)\s+)"
_NAMES = rf"{_NAME}(?:{_JOINT}{_NAME}){{0,5}}"
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[\s/][A-ZÀ-Þ][\w.'’-]+){0,2}"
_SEPARATOR = re.compile(r"\s*(?:[|•·/]|[,–—-]\s|\s-\s|:\s)\s*")
_BY = re.compile(
    r"(?:By|BY|by|Written by|Words by|Story by|Author\s*:|By\s*:)\s+"
    rf"(?P<names>{_NAMES}|{_WORD}(?:\s{_WORD}){{0,4}})(?!\w)"
)
_IN = re.compile(rf"(?P<names>{_NAMES})(?:,?\s+in\s+{_PLACE}(?:\s+and\s+{_PLACE})?)$")
_POST = re.compile(rf"(?P<names>{_NAMES})\s*(?:,|[|•·–—-])\s*(?P<rest>.{{2,60}})$")
_REPORTING = re.compile(
    r"[(\[]?(?:(?:Additional )?[Rr]eporting|Writing|Compiled|Editing|With assistance) (?:by|from) [A-Z].{3,200}$"
)


class Byline(NamedTuple):
    """Where a byline stands in its line, and the outlet it names."""

    start: int
    end: int
    outlet: tuple[int, int] | None


def byline(line: str) -> Byline | None:
    """The byline that `line` is: "By Jane Doe", "Jane Doe, Political Editor", "Jane Doe in Paris"; None if it is none.

    A date that follows on the same line is left out of it.
    """
    if len(line) > _LONGEST or ends_sentence(line):
        return None
    match = _BY.match(line)
    if match:
        return _with_rest(line, match)
    match = _POST.match(line)
    if match and (_is_post(match["rest"]) or _is_date(match["rest"])):
        end = len(line) if _is_post(match["rest"]) else match.end("names")
        return Byline(0, end, _outlet(line))
    return Byline(0, len(line), None) if _IN.match(line) else None


def is_names(line: str) -> bool:
    """Whether `line` is nothing but names: a byline where an outlet stands on the next line, else who knows."""
    return len(line) <= _LONGEST and re.fullmatch(_NAMES, line) is not None


def is_credit(line: str) -> bool:
    """Whether `line` names the reporters as agencies do at the end of a report: "(Reporting by Jane Doe)"."""
    return len(line) <= 3 * _LONGEST and _REPORTING.match(line) is not None


def _with_rest(line: str, match: re.Match[str]) -> Byline | None:
    """The byline up to what follows the names: posts, outlets and places belong to it, dates do not."""
    end = match.end()
    rest = line[end:]
    while rest.strip():
        separator = _SEPARATOR.match(rest)
        begin = separator.end() if separator else len(rest) - len(rest.lstrip())
        if _is_date(rest[begin:]):
            break
        step = _SEPARATOR.search(rest, begin + 1)
        part = rest[begin : step.start()] if step else rest[begin:]
        if not (_is_post(part) or re.fullmatch(rf"(?:in\s+)?{_PLACE}", part.strip())):
            return None
        end += step.start() if step else len(rest)
        rest = line[end:]
    return Byline(0, end, _outlet(line[:end]))


def _is_post(words_: str) -> bool:
    rest = plain(words_)
    return _posts().search(rest) is not None or rest.strip(" .") in _outlets()


def _is_date(rest: str) -> bool:
    return date_line(rest.strip(" |•·,–—-")) is not None


def _outlet(line: str) -> tuple[int, int] | None:
    match = _known().search(line)
    return match.span("outlet") if match else None


def _outlets() -> frozenset[str]:
    return plain_words("read_outlets", "agencies") | plain_words("read_outlets", "outlets")


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('read_headings', 'posts'))}\b")


@cache
def _known() -> re.Pattern[str]:
    names = any_of(words("read_outlets", "agencies") + words("read_outlets", "outlets"))
    return re.compile(rf"(?:[,|•·–—-]\s*|(?i:by)\s+|\bfor\s+)(?P<outlet>{names})(?=\s*(?:$|[,|•·–—-]))")
