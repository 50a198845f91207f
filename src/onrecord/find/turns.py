"""Turns of a transcript: paragraphs that open with who speaks: "ROE: It held.", "ROE, MAYOR: It held.", "A: Yes."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.find.name import Name, Named
from onrecord.find.passage import Paragraph
from onrecord.find.phrases import Range
from onrecord.find.reader import trim
from onrecord.find.stretch import Attribution
from onrecord.wordlists import listed

TURN = "quotation turn"  #: the rule that finds turns
_WORD = r"(?:Mc|Mac|O)?[A-Z][A-Z.’'-]*"
_LABEL = re.compile(rf"(?P<name>{_WORD}(?: {_WORD}){{0,4}})(?:,(?P<role>[^:\n]{{2,60}}))?:\s*")
_MIXED = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})(?P<role>)?:\s+(?=\S)")
"""A label in small letters, which opens several paragraphs beside another one: "Roe: It held."."""
_ANSWER = re.compile(r"(?P<name>[QA])[.:]\s+(?=\S)")
_NOT_SPEECH = "“\"‘'("
"""What opens words that are told as quoted or as no words said: "ROE: “It held.”", "ROE: (laughs)"."""
_SEVERAL = 3  # turns of different persons that make a transcript; of one person two do
_LEAST_WORDS = 3
_GAP = 8  # characters between two paragraphs
_SHORTEST = 3  # letters of a surname


def turns(text: str, body: Sequence[Paragraph], named: Iterable[Named]) -> list[Attribution]:
    """Each turn as what its speaker says, in a report with three of them, two of one, or one behind a colon ("Here is
    what she said:"), all of persons whom it names elsewhere too.

    Whoever is introduced as host or reporter tells the report itself.
    """
    labels = [(one, label) for one in body if (label := _LABEL.match(text, one.start, one.end))]
    mixed = [(one, label) for one in body if (label := _MIXED.match(text, one.start, one.end))]
    often = Counter(label["name"] for _, label in mixed)
    is_told = {name for name, count in often.items() if count > 1 and len(often) > 1 and not name.isupper()}
    labels += [(one, label) for one, label in mixed if label["name"] in is_told]
    known = _known(named, {label.start() for _, label in labels})
    of_persons = [(one, label) for one, label in labels if _last(label["name"]) in known]
    staff = {_last(label["name"]) for _, label in labels if _is_staff(label["role"] or "")}
    of_one = len(of_persons) > len({_last(label["name"]) for _, label in of_persons})
    if not of_one and len(of_persons) < _SEVERAL and not any(_is_led(text, label.start()) for _, label in of_persons):
        return _answers(text, body, named)
    return [
        turn
        for paragraph, label in of_persons
        if _last(label["name"]) not in staff and (turn := _turn(text, paragraph, label))
    ]


def _turn(text: str, paragraph: Paragraph, label: re.Match[str]) -> Attribution | None:
    """What stands behind a label as what is said; None where that is no speech, or hardly any."""
    said = trim(text, label.end(), paragraph.end)
    is_speech = text[label.end() : label.end() + 1] not in _NOT_SPEECH
    if not said or not is_speech or len(text[slice(*said)].split()) < _LEAST_WORDS:
        return None
    return Attribution((said,), label.span("name"), None, "assert", "said", TURN)


def _answers(text: str, body: Sequence[Paragraph], named: Iterable[Named]) -> list[Attribution]:
    """The answers of an interview in questions and answers ("A: It held."), if one person alone is named before it."""
    labels = [(one, label) for one in body if (label := _ANSWER.match(text, one.start, one.end))]
    if len({label["name"] for _, label in labels}) < len("QA") or _interviewed(named, labels[0][0].start) is None:
        return []
    return [turn for one, label in labels if label["name"] == "A" and (turn := _turn(text, one, label))]


def _interviewed(named: Iterable[Named], start: int) -> Named | None:
    """The only person named before a position."""
    people = [one for one in named if one.kind == "person" and any(name.start < start for name in one.names)]
    return people[0] if len(people) == 1 else None


def labelled(text: str, named: Sequence[Named], told: Sequence[Attribution]) -> list[Named]:
    """The named, every label one more name of its person, but no subject that a pronoun could stand for; "A" of an
    interview is one of the only person named before it."""
    labels = [one.source for one in told if one.source]
    known = _known(named, {start for start, _ in labels})
    for one in named:
        one.names = [name for name in one.names if not any(_overlap(label, (name.start, name.end)) for label in labels)]
    for start, end in labels:
        name = Name(start, end, start, tuple(text[start:end].split()), "person")
        who = known.get(_last(text[start:end])) or _interviewed(named, start)
        if who is not None:
            who.names = sorted([*who.names, name], key=lambda name: name.start)
    return [one for one in named if one.names]


def beside_turns(attributions: Iterable[Attribution], told: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions that take nothing of a label for a part of theirs."""
    labels = [one.source for one in told if one.source]
    for one in attributions:
        ranges = [*one.content, *([one.source] if one.source else [])]
        if not any(_overlap(label, part) for label in labels for part in ranges):
            yield one


def _known(named: Iterable[Named], labels: set[int]) -> dict[str, Named]:
    """The persons whom a report names outside labels, or in full, by the last words of their names; none who shares it
    with another."""
    found: dict[str, list[Named]] = {}
    for one in named:
        is_told = any(name.start not in labels or len(name.words) > 1 for name in one.names)
        if one.kind == "person" and is_told:
            found.setdefault(_last(one.label), []).append(one)
    return {last: ones[0] for last, ones in found.items() if len(ones) == 1 and len(last) >= _SHORTEST}


def _is_led(text: str, start: int) -> bool:
    return text[max(0, start - _GAP) : start].rstrip().endswith(":")


def _last(name: str) -> str:
    return name.split()[-1].casefold()


def _is_staff(role: str) -> bool:
    return any(word.casefold() in listed("words", "staff") for word in re.findall(r"\w+", role))


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
