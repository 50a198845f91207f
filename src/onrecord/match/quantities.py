"""Numbers in reports with what they count: "some 900 dockers", "four tonnes of fish"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.match.sentence_ends import sentence_ranges
from onrecord.match.vocabulary import form, listed
from onrecord.match.wording import CONTENT, wording
from onrecord.model import Report, Span
from onrecord.wordlists import table

Bound = Literal["exact", "about", "least", "most"]
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HUNDREDS = re.compile(r"\d{1,3}(?:,\d{3})+")
ROUNDED = 0.1
"""Share (0–1) by which two numbers may differ and still be one number rounded."""
_LARGE = 100  # from which a number is rounded without a word that says so
_ADJECTIVES = 1  # words between a number and the noun that it counts
_AUXILIARIES = 3  # words between the noun and what is told of it: "had been"


@dataclass(frozen=True)
class Quantity:
    """A number with its noun, and the sentence that tells it."""

    span: Span
    value: float
    bound: Bound
    noun: str
    """What is counted, as it is compared."""
    of: str
    """What it is a measure of ("tonnes of fish"); empty for what is counted itself."""
    thing: str
    """What is counted or measured, as the report writes it: "tonnes of fish"."""
    context: frozenset[str]
    """The other words of the sentence that tell what it is about."""
    sentence: str
    fate: str = ""
    """What is told of those counted: "hurt" behind the noun or before the number; empty where nothing is."""
    is_measure: bool = False
    """Whether the noun is one of measure: "miles"."""
    is_part: bool = False
    """Whether it counts but some of them: "two other locks", "another 90 dockers"."""


def quantities(report: Report) -> Iterator[Quantity]:
    """The numbers of a report that stand before a noun, outside its noise, in order."""
    for start, end in sentence_ranges(report.text):
        if not any(noise.start < end and start < noise.end for noise in report.noise):
            yield from _in_sentence(report, start, end)


def is_rounding(one: float, other: float) -> bool:
    """Whether one of two larger numbers may be the other rounded: near it, and of two telling digits at most."""
    low, high = sorted((one, other))
    return high >= _LARGE and high - low <= ROUNDED * high and any(_is_round(value) for value in (low, high))


def _is_round(value: float) -> bool:
    return value < _LARGE or value % 10 ** (len(str(int(value))) - 2) == 0


def _in_sentence(report: Report, start: int, end: int) -> Iterator[Quantity]:
    found = list(_WORD.finditer(report.text, start, end))
    low = [match.group().casefold() for match in found]
    sentence, at = report.text[start:end].strip(), 0
    while at < len(found):
        value, after = _number(low, at)
        noun = _noun(low, after) if value is not None else None
        is_joined = report.text[found[at].end() : found[at].end() + 1] in ("-", "‑")  # "35-year-old rules" counts none
        if value is None or noun is None or is_joined or not _close(report.text, found[at].start(), found[noun].end()):
            at += 1
            continue
        of = low[noun + 2] if low[noun + 1 : noun + 2] == ["of"] and noun + 2 < len(low) else ""
        words = frozenset(token.form for token in wording(sentence).tokens if token.kind in CONTENT)
        first, bound = _bound(low, at)
        yield Quantity(
            span=report.span(found[first].start(), found[noun].end()),
            value=value,
            bound=bound,
            noun=form(low[noun]),
            of=form(of) if of else "",
            thing=f"{low[noun]} of {of}" if of else low[noun],
            context=words - {form(low[noun])} - {word for word in words if word[:1].isdigit()},
            sentence=sentence,
            fate=_fate(report.text, low, found, noun + 1) or _fate_before(report.text, low, found, first),
            is_measure=low[noun] in _words("units"),
            is_part=not _words("further").isdisjoint([*low[max(0, first - 1) : first], *low[after:noun]]),
        )
        at = noun + 1


def _number(low: list[str], at: int) -> tuple[float | None, int]:
    """The value of a number that begins at a word, and the place behind it: figures or one word, times a multiple."""
    multiples: Mapping[str, int] = table("meaning")["multiples"]
    value = _figures(low[at]) if low[at][0].isdigit() else _in_words(low[at])
    if value is None:
        return None, at
    after = at + 1
    while after < len(low) and len(low[after]) > 3 and low[after] in multiples:
        value *= multiples[low[after]]
        after += 1
    return value, after


def _figures(word: str) -> float | None:
    if re.fullmatch(r"(?:19|20)\d\d", word):
        return None  # a year
    plain = word.replace(",", "") if _HUNDREDS.fullmatch(word) else word
    try:
        return float(plain)
    except ValueError:
        return None


@cache
def _in_words(word: str) -> float | None:
    parts = word.split("-")
    known = table("quantities")["counting"]
    if not all(part in known for part in parts):
        return None
    return float(sum(known[part] for part in parts))


def _noun(low: list[str], after: int) -> int | None:
    """The place of the noun that a number counts: the next word in the plural, perhaps behind an adjective."""
    for n in range(after, min(after + _ADJECTIVES + 1, len(low))):
        word = low[n]
        if word in _words("units") or (
            word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "'s", "’s"))
        ):
            return n if word not in _words("times") and form(word) not in listed("function") else None
        if word in _words("plurals"):
            return n
        if form(word) in listed("function") or word[0].isdigit():
            return None
    return None


def _fate(text: str, low: list[str], found: list[re.Match[str]], after: int) -> str:
    """The first word behind a noun that tells what is said of it, across auxiliaries but no comma."""
    for n in range(after, min(after + _AUXILIARIES + 1, len(low))):
        if not _close(text, found[n - 1].start(), found[n].end()):
            return ""
        if form(low[n]) not in listed("function"):
            return _fates().get(low[n], form(low[n]))
    return ""


def _fate_before(text: str, low: list[str], found: list[re.Match[str]], first: int) -> str:
    """The word right before a number where it tells what was done to those counted: "injured nine people"."""
    if first == 0 or not _close(text, found[first - 1].start(), found[first].end()):
        return ""
    return _fates().get(low[first - 1], "")


@cache
def _fates() -> dict[str, str]:
    """Words that tell what happened to people, each with one for all that say the same."""
    return {word: fate for fate, words in table("quantities")["fates"].items() for word in words.split()}


def _bound(low: list[str], at: int) -> tuple[int, Bound]:
    """Where the words that hedge a number begin, and what they say of it."""
    for length in range(min(2, at), 0, -1):
        before = " ".join(low[max(0, at - length) : at])
        for bound in ("about", "least", "most"):
            if before in table("quantities")["bounds"][bound]:
                return at - length, bound
    return at, "exact"


def _close(text: str, start: int, end: int) -> bool:
    """Whether number and noun stand in one group of words, not across a comma or dash."""
    return not re.search(r"[,;:–—()\"“”/%$€£]", re.sub(r"\d,\d", "", text[start:end]))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("quantities")[name].split())
