"""Who passed a statement on, and where it was said: "was quoted as saying by X", "in an interview with X", "told X"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.find.outlets import KINDS, NAME, is_outlet, on_air, outlet_at
from onrecord.find.phrases import Range
from onrecord.wordlists import listed

_BY = re.compile(r"\b(?:quoted|cited|reported)\b(?: as)?(?: \w+ing)?(?:[^.;“\"]{0,30}?) by (?=\S)")
_CARRIED = re.compile(
    r"\b(?:published|obtained|seen|reviewed|aired|broadcast|carried|leaked|passed)(?:[^.;“\"]{0,30}?) (?:by|to) (?=\S)"
)
"""A poll, a letter or a tape that an outlet has."""
_INTERVIEW = re.compile(
    r"\b(?:an?|his|her|their|the|this|\w+) (?:\w+ ){0,3}?interview(?: \w+){0,3}? (?:with|to|for|on|by) (?=\S)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:told|tells|telling) (?=\S)")
SPEAKING = re.compile(r"\b(?:speaking|spoke|speaks|talking|talked)(?: in [A-Z]\w+)? (?:to|with) (?=\S)")
"""Behind it stands whom somebody speaks to."""
APPEARED = re.compile(r"\b(?:spoke|speaking|appear(?:ed|ing|ance)s?|interviewed)\b[^.;“\"]{0,40}? on (?=[A-Z“\"])")
"""Behind it stands a programme or a broadcaster."""
_SHOW = re.compile(rf"\b[Oo]n (?P<name>{NAME}['’]s? (?:\w+ )?(?:show|programme|program|podcast))\b")
_CALLED = re.compile(rf"\b(?:told|tells|telling) (?P<name>(?:the|a) (?:[a-z]+ ){{0,2}}(?:{KINDS}))\b(?! [A-Z])")
"""An outlet that is named elsewhere or nowhere: "she told the newspaper"."""
_PROGRAMME = re.compile(r"[“\"](?P<name>[A-Z][^“”\"\n]{1,40}?)[.,]?[”\"]")
"""A programme in quotation marks: "in an interview with “Weir Today”"."""
_OCCASION = (
    r"\b(?:in|at|during|on) (?P<what>(?:an?|the|his|her|its|their|this) (?:[\w’'-]+ ){0,4}?(?:VENUE)\b"
    r"(?:(?: (?:in|at|with|of|to|on) (?:the )?[\w’'-]+){1,3})?)"
)

_GATES = {
    _BY: (" by ",),
    _INTERVIEW: ("interview",),
    _TOLD: ("told ", "tell"),
    SPEAKING: ("speak", "spoke", "talk"),
    _CARRIED: (" by ", " to "),
    APPEARED: (" on ",),
    _SHOW: ("show", "program", "podcast"),
    _CALLED: ("told ", "tell"),
}


def relays(text: str, sentence: Range) -> list[Range]:
    """The outlets or agencies that the sentence credits for what is said in it, the article "the" in front left in."""
    words = text[slice(*sentence)].lower()
    found = [
        one for pattern in (_BY, _INTERVIEW) if _may_be(pattern, words) for one in _behind(pattern, text, sentence)
    ]
    heard = [pattern for pattern in (_TOLD, SPEAKING, _CARRIED) if _may_be(pattern, words)]
    found += [one for pattern in heard for one in _behind(pattern, text, sentence) if is_outlet(text, one)]
    for pattern in (_INTERVIEW, APPEARED):
        for match in pattern.finditer(text, *sentence) if _may_be(pattern, words) else ():
            programme = _PROGRAMME.match(text, match.end(), sentence[1])
            found += [programme.span("name")] if programme else []
    found += on_air(text, sentence)
    for pattern in (_SHOW, _CALLED):
        found += [match.span("name") for match in pattern.finditer(text, *sentence)] if _may_be(pattern, words) else []
    return sorted(set(found))


def _may_be(pattern: re.Pattern[str], words: str) -> bool:
    """Whether a sentence, in lower case, has what a pattern cannot do without: most of them have not."""
    return any(word in words for word in _GATES[pattern])


def _behind(pattern: re.Pattern[str], text: str, sentence: Range) -> list[Range]:
    """Whoever is named behind some words."""
    found = (outlet_at(text, match.end(), sentence[1]) for match in pattern.finditer(text, *sentence))
    return [one for one in found if one is not None]


def occasion(text: str, sentence: Range) -> Range | None:
    """Where or how it was said: "an interview with …", "a business conference in …"."""
    match = _occasion().search(text, *sentence)
    return match.span("what") if match else None


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(_OCCASION.replace("VENUE", "|".join(sorted(listed("words", "venues")))))
