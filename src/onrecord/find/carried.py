"""Who passed on what is said in other sentences than the one that names the outlet.

What somebody told an outlet, or said while speaking to one, is passed on by it in the paragraphs around too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.find.name import Named
from onrecord.find.outlets import is_outlet, on_air, outlet_at
from onrecord.find.phrases import Range
from onrecord.find.relays import APPEARED, SPEAKING
from onrecord.model import Span, Statement

_NEAR = 40  # characters before an outlet within which the word "interview" makes it the one that was given it
_AROUND = 3
"""Paragraphs before and behind the words that name an outlet within which what the same one says is passed on by it:
the lead condenses what is quoted below it. Chosen on the bundled example."""


def speaking(text: str, sentences: Iterable[Range], named: Sequence[Named]) -> list[tuple[int, Range]]:
    """Whoever is told to be speaking to an outlet, by the number of the first person that the sentence names."""
    people = sorted((name.start, n) for n, one in enumerate(named) for name in one.names if name.kind == "person")
    found = []
    for sentence in sentences:
        k = bisect_left(people, (sentence[0], 0))
        outlet = _spoken_to(text, sentence)
        if outlet is not None and k < len(people) and people[k][0] < outlet[0]:
            found.append((people[k][1], outlet))
    return found


def _spoken_to(text: str, sentence: Range) -> Range | None:
    """The outlet that somebody speaks to, or appears on."""
    for match in SPEAKING.finditer(text, *sentence):
        one = outlet_at(text, match.end(), sentence[1])
        if one is not None and is_outlet(text, one):
            return one
    appeared = APPEARED.search(text, *sentence)
    return next(iter(on_air(text, (appeared.start(), sentence[1]))), None) if appeared else None


def carried(text: str, statements: Sequence[Statement], told: Mapping[str, Sequence[Span]]) -> list[Statement]:
    """The statements, each with whoever passes it on, also where another sentence tells it.

    An interview holds for all that its speaker says in the report; what somebody told a single outlet, for what the
    same one says near it without another occasion. An appearance of many ("on OWB") holds for its own sentence.

    Args:
        text: the report's text.
        statements: what the report says.
        told: the outlets to which an entity is told to be speaking, by its id.
    """
    statements = _with_names(_by_speaker(statements))
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
            places[one.speaker] += [(by.start, by) for by in one.relayed_by if not text.endswith(" on ", 0, by.start)]
    out = []
    for one in statements:
        who = one.speaker
        if who and not one.relayed_by:
            one = msgspec.structs.replace(one, relayed_by=given.get(who) or _nearby(text, one, places[who]))
            places[who] += [(one.content[0].start, span) for span in one.relayed_by]
        out.append(one)
    return out


def _by_speaker(statements: Sequence[Statement]) -> list[Statement]:
    """The statements; of those in the sentence that names an outlet only what is said by whoever says what is told
    nearest to it: not in "on OWB Roe said that the mill's offer stood"."""
    nearest: dict[Span, tuple[int, str | None]] = {}
    for one in statements:
        for by in one.relayed_by:
            place = (abs(_place(one) - by.start), one.speaker)
            nearest[by] = min(nearest.get(by, place), place, key=lambda found: found[0])
    return [
        msgspec.structs.replace(one, relayed_by=tuple(by for by in one.relayed_by if nearest[by][1] == one.speaker))
        for one in statements
    ]


def _with_names(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, what was told "the newspaper" with the outlet that passed on one before."""
    named: dict[str, tuple[Span, ...]] = {}
    last: tuple[Span, ...] = ()
    for one in sorted(statements, key=_place):
        mine = tuple(by for by in one.relayed_by if by.text != by.text.lower())
        last = mine or last
        if one.relayed_by:
            named[one.id] = last or one.relayed_by
    return [msgspec.structs.replace(one, relayed_by=named.get(one.id, ())) for one in statements]


def _place(one: Statement) -> int:
    """Where a statement is told, in characters."""
    return (one.cue or one.content[0]).start


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
