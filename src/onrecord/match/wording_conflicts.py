"""Where reports quote one speaker's words differently: changed words, two translations, another order.

What was cut, spelt otherwise or marked as left out is no disagreement. Two reports of one speech that two translators
put into English differ in nearly every sentence: they make one conflict with all those sentences as its sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from onrecord.match.meanings import Meanings
from onrecord.match.tellings import Pair, Sentence, pairs, quoted
from onrecord.model import Entity, Report, Span, Statement, Utterance

_CROWD = 24  # reports that quote one speaker in an affair: of more only these, the first, are compared pair by pair
_IN_ORDER = 3  # sentences that two reports must share before their order tells anything
Found = tuple[str, str, tuple[Span, ...]]


def wording_conflicts(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    linked: Mapping[str, Set[str]],
    entities: Mapping[str, Entity],
    meanings: Meanings,
) -> Iterator[Found]:
    """The disagreements on somebody's words in an affair, one or two for each speaker and pair of reports.

    Args:
        reports: those of one affair.
        statements: of these reports.
        linked: the tellings of one act of speaking, by the id of each.
        entities: all entities, by id.
        meanings: tells how near sentences are.
    """
    origin = {report.id: report.origin for report in reports}
    for speaker, by_report in quoted(statements, reports).items():
        for one, other in combinations(list(by_report)[:_CROWD], 2):
            if origin[one] != origin[other]:
                found = pairs(by_report[one], by_report[other], meanings)
                name = entities[speaker].name if speaker in entities else "the speaker"
                yield from _conflicts(name, found, linked)


def _conflicts(name: str, found: Sequence[Pair], linked: Mapping[str, Set[str]]) -> Iterator[Found]:
    changed = [change for pair in found if pair.is_verbatim for change in pair.changes()]
    is_one_speech = bool(changed) or any(pair.is_verbatim or _is_linked(pair, linked) for pair in found)
    reworded = [(pair.a.span, pair.b.span) for pair in found if not pair.is_verbatim] if is_one_speech else []
    sides = [side for pair in (*changed, *reworded) for side in pair]
    if sides:
        yield f"the wording of what {name} said", "wording", tuple(sides)
    moved = _moved(found) if is_one_speech else []
    if moved:
        yield f"the order of what {name} said", "wording", tuple(one.span for pair in moved for one in pair)


def _moved(found: Sequence[Pair]) -> list[tuple[Sentence, Sentence]]:
    """The sentences that stand in another order in the second report, each as both tell it; the fewest possible."""
    if len(found) < _IN_ORDER:
        return []
    places = [pair.b.span.start for pair in found]
    kept = _longest_rising(places)
    return [(pair.a, pair.b) for n, pair in enumerate(found) if n not in kept]


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The numbers of the longest run of places in rising order."""
    best: list[list[int]] = []  # for each place the longest run that ends with it
    for n, place in enumerate(places):
        before: list[list[int]] = [run for run in best if places[run[-1]] < place]
        best.append([*_longest(before), n])
    return set(_longest(best))


def _longest(runs: Sequence[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])


def _is_linked(pair: Pair, linked: Mapping[str, Set[str]]) -> bool:
    return pair.b.statement.id in linked.get(pair.a.statement.id, ())


def linked_by(utterances: Sequence[Utterance]) -> dict[str, set[str]]:
    """The statements that tell one act of speaking with each, itself among them."""
    found: dict[str, set[str]] = {}
    for utterance in utterances:
        for one in utterance.statements:
            found.setdefault(one, set()).update(utterance.statements)
    return found
