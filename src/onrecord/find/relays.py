"""Who passed a statement on, and where it was said: "was quoted as saying by X", "in an interview with X", "told X"."""

from __future__ import annotations

import re

from onrecord.find.phrases import Range, is_pronoun, phrase_from
from onrecord.find.words import listed, words

_ENDS = frozenset({",", "in", "on", "at", "from"})
_BY = re.compile(r"(?:quoted|cited|reported)(?: as)?(?: \w+ing)?(?:[^.;“\"]{0,30}?) by (?=\S)")
_INTERVIEW = re.compile(
    r"\b(?:an?|his|her|their|the|this|\w+) (?:\w+ ){0,3}?interview (?:with|to|given to|for|on|by) (?=\S)", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:told|tells|telling) (?=\S)")
_OCCASION = re.compile(
    r"\b(?:in|at|during|on) (?P<what>(?:an?|the|his|her|its|their|this) (?:[\w’'-]+ ){0,4}?(?:VENUE)\b"
    r"(?:(?: (?:in|at|with|of|to|on) (?:the )?[\w’'-]+){1,3})?)"
)


def relays(text: str, sentence: Range) -> list[Range]:
    """The outlets or agencies that the sentence credits for what is said in it, the article "the" in front left in."""
    found = []
    for pattern in (_BY, _INTERVIEW):
        for match in pattern.finditer(text, *sentence):
            found += _outlet(text, match.end(), sentence[1])
    for match in _TOLD.finditer(text, *sentence):
        found += [one for one in _outlet(text, match.end(), sentence[1]) if _is_outlet(text[slice(*one)])]
    return sorted(set(found))


def _outlet(text: str, start: int, end: int) -> list[Range]:
    ahead = words(text, start, min(end, start + 80))
    phrase = phrase_from(ahead, 0, len(ahead))
    if phrase is None or not any(word.is_capitalised for word in ahead[slice(*phrase)]):
        return []
    stop = next((i for i in range(*phrase) if i and (is_pronoun(ahead[i]) or ahead[i].low in _ENDS)), phrase[1])
    return [(ahead[0].start, ahead[stop - 1].end)] if stop > 0 else []


def _is_outlet(name: str) -> bool:
    """Whether someone told is an outlet and not a listener: a broadcaster, or a name like a paper's."""
    last = name.split()[-1].lower()
    return last in listed("words", "broadcasters") or last in listed("words", "outlets")


def occasion(text: str, sentence: Range) -> Range | None:
    """Where or how it was said: "an interview with …", "a business conference in …"."""
    venue = "|".join(sorted(listed("words", "venues")))
    match = re.compile(_OCCASION.pattern.replace("VENUE", venue)).search(text, *sentence)
    return match.span("what") if match else None
