"""Outlets as a report names them where it credits them: "the BBC", "the regional weekly Gazette", "the newspaper"."""

from __future__ import annotations

import re

from onrecord.find.phrases import Range, is_pronoun, is_time, phrase_from
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_AIR = frozenset({"radio", "tv", "television"})
_ENDS = frozenset({",", "in", "on", "at", "from"})
KINDS = "|".join(sorted(listed("heads", "bodies", "news", "heads")))
"""A pattern of the words for what an outlet is: "newspaper", "station"."""
_WORD = r"[A-Z][\w&’'-]*(?:\.[\w&’'-]+)*"
NAME = rf"{_WORD}(?: (?:(?:of|the|and|de|do|da|du|la|le|&) ){{0,2}}{_WORD}){{0,3}}"
"""A pattern of names of up to four words in capitals."""
_GOES_ON = r"(?:had|has|was|were|is|are|would|will|could)\b"
_TITLED = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?(?:[\w-]+ ){{0,3}}?(?:{KINDS}) {NAME}(?!\w| {_GOES_ON})"
    r"|(?:[Tt]he )?(?:Sunday|Saturday) [A-Z][\w-]+\b"
)
"""A name that no phrase is read from: behind what it is ("the regional weekly Gazette"), or with a day in it."""
_APPOSED = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,3}}(?:{KINDS})\b")
_ON = re.compile(r"\bon (?=[A-Z])")
_REACH = 80  # characters of the longest name of an outlet, with what it is


def outlet_at(text: str, start: int, end: int) -> Range | None:
    """Whoever is named where a stretch begins, the article "the" in front left in; None where nobody is."""
    titled = _TITLED.match(text, start, end)
    if titled is not None:
        return titled.span()
    ahead = words(text, start, min(end, start + _REACH))
    phrase = phrase_from(ahead, 0, len(ahead))
    if phrase is None or not any(word.is_capitalised for word in ahead[slice(*phrase)]):
        return None
    ends = _ENDS | listed("words", "determiners")
    stop = next((n for n in range(1, phrase[1]) if _ends(ahead[n - 1], ahead[n]) or ahead[n].low in ends), phrase[1])
    return ahead[0].start, ahead[stop - 1].end


def on_air(text: str, stretch: Range) -> list[Range]:
    """The broadcasters on which something is said in a stretch: "on OWB"."""
    found = (outlet_at(text, match.end(), stretch[1]) for match in _ON.finditer(text, *stretch))
    return [one for one in found if one is not None and _airs(text[slice(*one)])]


def is_outlet(text: str, span: Range) -> bool:
    """Whether someone told is an outlet and not a listener: a broadcaster, a name like a paper's, or said to be one."""
    lows = [word.lower() for word in text[slice(*span)].split()]
    is_called = _airs(text[slice(*span)]) or lows[-1] in listed("words", "outlets") or lows[0] in _AIR
    titled = _TITLED.match(text, span[0])
    is_told = titled is not None and titled.end() == span[1]
    is_paper = lows[-1] in listed("read_outlets", "mastheads") and len(lows) > 1 + (lows[0] == "the")
    return is_called or is_told or is_paper or _APPOSED.match(text, span[1]) is not None


def _ends(before: Word, word: Word) -> bool:
    """Whether no outlet's name goes on with a word: "the BBC’s Ann Roe", "OWB Friday night", but "the Sunday Post"."""
    is_when = is_time(word) and before.low not in listed("words", "determiners")
    return is_pronoun(word) or is_when or word.text in ("’s", "'s")


def _airs(name: str) -> bool:
    """Whether a name is a broadcaster's."""
    lows = [word.lower() for word in name.split()]
    return lows[-1] in listed("words", "broadcasters") | _AIR
