"""What a dispute is about: the deed that somebody is blamed for, that it was hidden, a danger, a motive, a measure.

One accusation may be about more than one topic ("concealing a spill"), and so is the denial that follows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from onrecord.match.disputes import MOST, NEAREST, Dispute, Side, by_report, nearness
from onrecord.match.meanings import Meanings
from onrecord.match.stances import measures, on_claim, on_measure, words_of
from onrecord.match.turns import Turn
from onrecord.match.wording import denies

_LEAST = 3  # statements that make a topic a point in dispute; two are one remark and one answer
_KIND = 4
"""Statements that make hiding it a topic beside the deed; of fewer, the two points would be nearly the same."""
_ANSWERS = 2  # statements after an accusation within which a denial answers all that it says
_NEAR = 0.3
"""Mean cosine to the three nearest statements on the deed from which a statement that has a topic of its own is on the
deed too; 0.4 and 0.25 differ by less than 0.01 of the F1 of positions on the four invented affairs."""
_OWN = 0.35  # the same, for a plain statement of the side that is blamed
_LIKE = 0.45
"""The same, from which a statement without a stance on anything is on the topic that it is nearest to. Of 0.35 to 0.5
this gives the best mean F1 of positions on seven affairs: 0.496, where it is 0.487 without."""


class Topic(NamedTuple):
    """A topic in dispute: whom it is held against (None: nobody), which kind it is of, and who says what.

    `words` are those that a wording of it should have; empty where any will do.
    """

    blamed: str | None
    kind: str
    sides: tuple[Side, ...]
    words: frozenset[str] = frozenset()


def common_topics(turns: Sequence[Turn]) -> Iterator[Topic]:
    """Measures, dangers and motives that at least two speakers take a stand on."""
    for name, words in measures().items():
        stands = [(turn, stand) for turn in turns if (stand := on_measure(turn, words))]
        sides = [Side(turn, one.stance, f"its act and words on “{one.word}”") for turn, one in stands]
        yield from _common(name, sides, words)
    for claim in ("danger", "motive"):
        claims = [(turn, stand) for turn in turns if (stand := on_claim(turn, claim))]
        sides = [Side(turn, one.stance, f"what it says with “{one.word}”") for turn, one in claims]
        yield from _common(claim, sides, words_of(claim, "yes") | words_of(claim, "no"))


def _common(kind: str, sides: Sequence[Side], words: frozenset[str]) -> Iterator[Topic]:
    speakers = {turn.sides[-1:] or (turn.statement.id,) for turn, _, _ in sides}
    if len(sides) >= _LEAST and len(speakers) > 1:
        yield Topic(None, kind, tuple(sides), words)


def topics(dispute: Dispute, turns: Sequence[Turn], meanings: Meanings) -> Iterator[Topic]:
    """The topics of a dispute about one who is blamed: the deed, and that it was hidden.

    Args:
        dispute: what is said for and against the one.
        turns: all statements of the affair.
        meanings: tells how near statements are.
    """
    telling = [side for side in dispute.sides if not side.turn.is_pointer]
    if len(dispute.sides) < _LEAST or not telling:
        return
    hiding = _hiding(telling, turns)
    deed = [side for side in telling if side not in hiding or not _says_hiding(side)]
    if not _is_disputed(hiding, _KIND):
        hiding, deed = [], telling
    elif _is_disputed(deed, _LEAST):
        deed += [side for side in telling if side not in deed and nearness(side.turn, deed, meanings) >= _NEAR]
    else:
        hiding, deed = telling, []
    for kind, sides in (("deed", deed), ("deceit", hiding)):
        if sides:
            yield Topic(dispute.blamed, kind, (*sides, *_further(dispute, sides, turns, meanings)))


def distinct(found: Iterable[Topic]) -> list[Topic]:
    """The topics without those on one who is blamed of which most is on a larger one, on another who is blamed."""
    kept: list[Topic] = []
    for topic in sorted(found, key=lambda one: -len(_ids(one))):
        own = _ids(topic)
        if not any(_are_two_blamed(topic, one) and 2 * len(own & _ids(one)) >= len(own) for one in kept):
            kept.append(topic)
    return kept


def _ids(topic: Topic) -> set[str]:
    return {side.turn.statement.id for side in topic.sides}


def _are_two_blamed(a: Topic, b: Topic) -> bool:
    return a.blamed is not None and b.blamed is not None and a.blamed != b.blamed


def with_others(found: Sequence[Topic], turns: Sequence[Turn], meanings: Meanings) -> list[Topic]:
    """The topics with the statements that have no stance on any and mean nearly what is said on one.

    Who speaks for the side that is blamed, or denies, is against; so is a statement that "not" turns round.
    """
    taken = {side.turn.statement.id for topic in found for side in topic.sides}
    free = [one for one in turns if one.statement.id not in taken and _may_stand(one)]
    joined = defaultdict[int, list[Side]](list)
    known = [[side.turn.text for side in topic.sides[:MOST]] for topic in found]
    meanings.read([*chain.from_iterable(known), *(turn.text for turn in free if known)])
    tables = [meanings.table(texts) for texts in known]
    for turn in free:
        near = [(round(meanings.nearest(turn.text, table, NEAREST), 4), -n) for n, table in enumerate(tables)]
        score, number = max(near, default=(0.0, 0))
        if score >= _LIKE:
            joined[-number].append(_side(turn, found[-number].blamed))
    return [topic._replace(sides=(*topic.sides, *joined[n])) for n, topic in enumerate(found)]


def _may_stand(turn: Turn) -> bool:
    return not turn.is_pointer and turn.statement.mode == "said" and turn.statement.act not in ("commit", "demand")


def _side(turn: Turn, blamed: str | None) -> Side:
    is_own = blamed in turn.sides
    is_against = turn.kind == "defend" or (turn.kind != "admit" if is_own else denies(turn.text))
    return Side(turn, "against" if is_against else "for", "means nearly what others say on it")


def _hiding(telling: Sequence[Side], turns: Sequence[Turn]) -> list[Side]:
    """What is about hiding it: by its words, or as the answer to an accusation that is."""
    place = {turn.statement.id: n for report in by_report(turns).values() for n, turn in enumerate(report)}
    charges = defaultdict[str, list[int]](list)
    for side in telling:
        if side.stance == "for" and _says_hiding(side):
            charges[side.turn.statement.report].append(place[side.turn.statement.id])

    def answers(side: Side) -> bool:
        at = place[side.turn.statement.id]
        return side.stance == "against" and any(0 < at - n <= _ANSWERS for n in charges[side.turn.statement.report])

    return [side for side in telling if _says_hiding(side) or answers(side)]


def _says_hiding(side: Side) -> bool:
    return bool(side.turn.words & words_of("kinds", "deceit"))


def _is_disputed(sides: Sequence[Side], least: int) -> bool:
    return len(sides) >= least and len({side.stance for side in sides}) > 1


def _further(dispute: Dispute, sides: Sequence[Side], turns: Sequence[Turn], meanings: Meanings) -> Iterator[Side]:
    """Denials that only point at the charge, and what else the blamed side says on the topic."""
    known = {side.turn.statement.id for side in dispute.sides}
    reports = {side.turn.statement.report for side in sides}
    for side in dispute.sides:
        if side.turn.is_pointer and side.turn.statement.report in reports:
            yield side
    own = []
    for turn in turns:
        is_own = dispute.blamed in turn.sides and turn.statement.act != "commit" and not turn.is_pointer
        if is_own and turn.statement.id not in known and turn.statement.report in reports:
            own.append(turn)
    meanings.read(turn.text for turn in (*own, *(side.turn for side in sides[:MOST] if own)))
    for turn in own:
        if nearness(turn, sides, meanings) >= _OWN:
            yield Side(turn, "against", "the side that is blamed speaks on it")
