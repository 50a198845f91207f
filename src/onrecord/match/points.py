"""Points in dispute: what speakers take sides on, each with a wording from a statement, and who stands where.

The points of an affair are what somebody is blamed for and denies, and the measures, dangers and motives that several
speakers take a stand on. A point is worded as the side puts it that says so. No verdict is given: a point says who says
so and who denies it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.match.affairs import affairs
from onrecord.match.camps import Camps
from onrecord.match.disputes import Side, disputes
from onrecord.match.meanings import Meanings
from onrecord.match.topics import Topic, common_topics, topics
from onrecord.match.turns import Turn, turns
from onrecord.match.wording import sentences
from onrecord.model import Entity, Point, Position, Report, Statement, Utterance, content_id

_LONG = 35  # words: a longer sentence is no wording of a point
_SHORT = 3  # words: a shorter one tells too little


def points(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    utterances: Iterable[Utterance],
) -> tuple[Point, ...]:
    """The points in dispute, those with most statements first, and every statement's stance on them.

    Args:
        reports: all.
        statements: of all reports, in their order.
        entities: across reports.
        utterances: tellings of one act of speaking, which have one stance.
    """
    camps, meanings = Camps(reports, statements, entities), Meanings()
    said = turns(reports, statements, camps)
    together = _together(utterances)
    order = {one.id: n for n, one in enumerate(statements)}
    found = []
    for affair in affairs(reports, entities):
        told = [turn for turn in said if turn.statement.report in affair]
        for topic in _topics(told, camps, meanings):
            found.append(_point(topic, camps, _spread(topic.sides, {turn.statement.id: turn for turn in told}, together), order))
    return tuple(sorted(found, key=lambda one: (-len(one.positions), order[one.taken_from], one.id)))


def _topics(told: Sequence[Turn], camps: Camps, meanings: Meanings) -> Iterator[Topic]:
    yield from common_topics(told)
    for dispute in disputes(told, camps):
        yield from topics(dispute, told, meanings)


def _together(utterances: Iterable[Utterance]) -> dict[str, tuple[str, ...]]:
    """The other tellings of each statement."""
    found: dict[str, tuple[str, ...]] = {}
    for utterance in utterances:
        for one in utterance.statements:
            found[one] = (*found.get(one, ()), *utterance.statements)
    return found


def _spread(
    sides: Iterable[Side], said: Mapping[str, Turn], together: Mapping[str, Sequence[str]]
) -> dict[str, Side]:
    """The sides by statement, with the other tellings of the same words, which have the same stance."""
    found = {side.turn.statement.id: side for side in sides}
    for one, side in list(found.items()):
        for other in together.get(one, ()):
            if other in said:
                found.setdefault(other, Side(said[other], side.stance, "another telling of the same words"))
    return found


def _point(topic: Topic, camps: Camps, sides: Mapping[str, Side], order: Mapping[str, int]) -> Point:
    source, words = _worded(sides.values(), order)
    name = camps.name(topic.blamed) if topic.blamed else None
    return Point(
        id=content_id("point", topic.blamed or "", topic.kind, source.turn.statement.id),
        proposition=_sentence(words, name),
        taken_from=source.turn.statement.id,
        positions=tuple(Position(one, sides[one].stance, sides[one].why) for one in sorted(sides, key=order.__getitem__)),
    )


def _worded(sides: Iterable[Side], order: Mapping[str, int]) -> tuple[Side, str]:
    """The sentence that words a point: the fullest of those who say so, else of those who deny it."""

    def rank(item: tuple[Side, str]) -> tuple[bool, bool, bool, int, int]:
        side, sentence = item
        length = len(sentence.split())
        fits = _SHORT <= length <= _LONG
        accuses = side.turn.statement.act in ("allege", "demand", "deny", "warn", "concede")
        return side.stance == "for", fits, accuses, length if fits else -length, -order[side.turn.statement.id]

    return max(((side, one.text) for side in sides for one in sentences(side.turn.text)), key=rank)


def _sentence(words: str, name: str | None) -> str:
    """Words as one sentence, with the one who is blamed in front where they do not name that one."""
    plain = words.strip(" ,;:“”\"'‘’…")
    if name and name.casefold() not in plain.casefold():
        plain = f"{name}: {plain}"
    plain = plain[:1].upper() + plain[1:]
    return plain if plain[-1:] in ".!?" else f"{plain}."
