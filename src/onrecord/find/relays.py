"""Who passed a statement on, and where it was said: "was quoted as saying by X", "in an interview with X", "told X".

What somebody told an outlet, or said while speaking to one, is passed on by it in the paragraphs around too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from onrecord.find.name import Named
from onrecord.find.phrases import Range, is_pronoun, phrase_from
from onrecord.find.words import words
from onrecord.model import Span, Statement
from onrecord.wordlists import listed

_AIR = frozenset({"radio", "tv", "television"})
_ENDS = frozenset({",", "in", "on", "at", "from"})
_BY = re.compile(r"(?:quoted|cited|reported)(?: as)?(?: \w+ing)?(?:[^.;“\"]{0,30}?) by (?=\S)")
_INTERVIEW = re.compile(
    r"\b(?:an?|his|her|their|the|this|\w+) (?:\w+ ){0,3}?interview (?:with|to|given to|for|on|by) (?=\S)", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:told|tells|telling) (?=\S)")
_SPEAKING = re.compile(r"\b(?:speaking|spoke|speaks|talking|talked)(?: in [A-Z]\w+)? (?:to|with) (?=\S)")
_ON = re.compile(r"\bon (?=[A-Z])")
_KINDS = "|".join(sorted(listed("heads", "bodies", "news", "heads")))
_APPOSED = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,3}}(?:{_KINDS})\b")
_NEAR = 40  # characters before an outlet within which the word "interview" makes it the one that was given it
_AROUND = 3
"""Paragraphs before and behind the words that name an outlet within which what the same one says is passed on by it:
the lead condenses what is quoted below it. Chosen on the bundled example."""
_OCCASION = (
    r"\b(?:in|at|during|on) (?P<what>(?:an?|the|his|her|its|their|this) (?:[\w’'-]+ ){0,4}?(?:VENUE)\b"
    r"(?:(?: (?:in|at|with|of|to|on) (?:the )?[\w’'-]+){1,3})?)"
)


def relays(text: str, sentence: Range) -> list[Range]:
    """The outlets or agencies that the sentence credits for what is said in it, the article "the" in front left in."""
    found = []
    for pattern in (_BY, _INTERVIEW):
        for match in pattern.finditer(text, *sentence):
            found += _outlet(text, match.end(), sentence[1])
    for pattern in (_TOLD, _SPEAKING):
        for match in pattern.finditer(text, *sentence):
            found += [one for one in _outlet(text, match.end(), sentence[1]) if _is_outlet(text, one)]
    for match in _ON.finditer(text, *sentence):
        found += [one for one in _outlet(text, match.end(), sentence[1]) if _airs(text[slice(*one)])]
    return sorted(set(found))


def speaking(text: str, sentences: Iterable[Range], named: Sequence[Named]) -> list[tuple[int, Range]]:
    """Whoever is told to be speaking to an outlet, by the number of the first person that the sentence names."""
    people = sorted((name.start, n) for n, one in enumerate(named) for name in one.names if name.kind == "person")
    found = []
    for sentence in sentences:
        for match in _SPEAKING.finditer(text, *sentence):
            k = bisect_left(people, (sentence[0], 0))
            outlets = [one for one in _outlet(text, match.end(), sentence[1]) if _is_outlet(text, one)]
            if outlets and k < len(people) and people[k][0] < match.start():
                found.append((people[k][1], outlets[0]))
    return found


def carried(text: str, statements: Sequence[Statement], told: Mapping[str, Sequence[Span]]) -> list[Statement]:
    """The statements, each with whoever passes it on, also where another sentence tells it.

    An interview holds for all that its speaker says in the report; what somebody told a single outlet, for what the
    same one says near it without another occasion.

    Args:
        text: the report's text.
        statements: what the report says.
        told: the outlets to which an entity is told to be speaking, by its id.
    """
    given: dict[str, tuple[Span, ...]] = {}
    places = defaultdict[str, list[tuple[int, Span]]](list)
    for speaker, spans in told.items():
        places[speaker] += [(span.start, span) for span in spans]
    for one in statements:
        interviews = tuple(
            by for by in one.relayed_by if "interview" in text[max(0, by.start - _NEAR) : by.start].lower()
        )
        if one.speaker and interviews:
            given.setdefault(one.speaker, interviews)
        if one.speaker:
            places[one.speaker] += [(span.start, span) for span in one.relayed_by]
    out = []
    for one in statements:
        who = one.speaker
        if who and not one.relayed_by:
            one = msgspec.structs.replace(one, relayed_by=given.get(who) or _nearby(text, one, places[who]))
            places[who] += [(one.content[0].start, span) for span in one.relayed_by]
        out.append(one)
    return out


def _nearby(text: str, one: Statement, places: Sequence[tuple[int, Span]]) -> tuple[Span, ...]:
    """The only outlet that passes on what the same one says, where a statement stands near such a place."""
    if len({span.text for _, span in places}) != 1 or one.occasion or one.to:
        return ()
    at = one.content[0].start
    return next(((span,) for place, span in places if _apart(text, place, at) <= _AROUND), ())


def _apart(text: str, one: int, other: int) -> int:
    """How many paragraphs lie between two places, the one that the later stands in among them."""
    lines = text[min(one, other) : max(one, other)].split("\n")
    return sum(bool(line.strip()) for line in lines) - 1 + (not lines[-1].strip())


def _outlet(text: str, start: int, end: int) -> list[Range]:
    ahead = words(text, start, min(end, start + 80))
    phrase = phrase_from(ahead, 0, len(ahead))
    if phrase is None or not any(word.is_capitalised for word in ahead[slice(*phrase)]):
        return []
    ends = _ENDS | listed("words", "determiners")
    stop = next((i for i in range(*phrase) if i and (is_pronoun(ahead[i]) or ahead[i].low in ends)), phrase[1])
    return [(ahead[0].start, ahead[stop - 1].end)] if stop > 0 else []


def _is_outlet(text: str, span: Range) -> bool:
    """Whether someone told is an outlet and not a listener: a broadcaster, a name like a paper's, or said to be one."""
    lows = [word.lower() for word in text[slice(*span)].split()]
    is_called = _airs(text[slice(*span)]) or lows[-1] in listed("words", "outlets") or lows[0] in _AIR
    return is_called or _APPOSED.match(text, span[1]) is not None


def _airs(name: str) -> bool:
    """Whether a name is a broadcaster's."""
    lows = [word.lower() for word in name.split()]
    return lows[-1] in listed("words", "broadcasters") | _AIR


def occasion(text: str, sentence: Range) -> Range | None:
    """Where or how it was said: "an interview with …", "a business conference in …"."""
    match = _occasion().search(text, *sentence)
    return match.span("what") if match else None


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(_OCCASION.replace("VENUE", "|".join(sorted(listed("words", "venues")))))
