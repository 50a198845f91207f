"""What speakers take sides on: whom they accuse, and who denies it.

Each dispute has one who is blamed. Who attacks that one is for the accusation, who denies or defends is against it, and
who admits for the own side is for it. A charge that names nobody is held against the one of whom most nearly the same
is said; a denial that names nobody defends the speaker's own side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from onrecord.match.camps import Camps
from onrecord.match.meanings import Meanings
from onrecord.match.turns import Turn
from onrecord.model import Stance

_OWN_DISPUTE = 2
"""Charges against a person from which the person is a party of its own, not part of the body behind."""
_OPEN = ("allege", "criticise")
"""Acts that blame somebody also where nobody is named; a demand or warning may be meant for all."""
_CHARGED = 0.35
"""Mean cosine to the three nearest statements of a dispute from which a charge that names nobody is held against the
one who is blamed there; `_LAST` more for the one blamed last in its report. Of 0.2 to 0.45, and 0 to 0.4, these are
among the best on seven affairs: they raise the mean F1 of positions from 0.455 to 0.472 over holding it against the one
blamed last alone, and from 0.387 to 0.415 with statements and acts given by hand."""
_LAST = 0.1
NEAREST = 3  # statements of it to which the mean cosine is taken
MOST = 64  # statements of a dispute that others are compared with, so that a large affair stays fast


class Side(NamedTuple):
    """One statement in a dispute: its stance on the accusation, and why it is taken to have it."""

    turn: Turn
    stance: Stance
    why: str


class Dispute(NamedTuple):
    """Everything that is said for and against one who is blamed."""

    blamed: str
    sides: tuple[Side, ...]


def disputes(turns: Sequence[Turn], camps: Camps, meanings: Meanings) -> tuple[Dispute, ...]:
    """The disputes in which both sides speak, those with most statements first.

    Args:
        turns: how each statement bears on somebody; those of one report in a row.
        camps: who speaks for whom.
        meanings: tells how near statements are.
    """
    finder = _Finder(turns, camps, meanings)
    found = [Dispute(blamed, tuple(sides.values())) for blamed, sides in finder.sides.items()]
    both = [one for one in found if len({side.stance for side in one.sides}) > 1]
    return tuple(sorted(both, key=lambda one: (-len(one.sides), one.blamed)))


class _Finder:
    def __init__(self, turns: Sequence[Turn], camps: Camps, meanings: Meanings) -> None:
        self.camps = camps
        self.meanings = meanings
        self.open: list[tuple[Turn, str | None]] = []  # charges that name nobody, with the one blamed before
        self.sides: dict[str, dict[str, Side]] = defaultdict(dict)
        self.attacks: dict[str, Counter[str]] = defaultdict(Counter)
        self.attacks_in: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.parties = _parties(turns)
        for told in by_report(turns).values():
            self._report(told)
        self._place_open()
        for turn in turns:
            self._charged(turn)

    def party(self, who: str) -> str:
        """The party that an attack on somebody is held against: the person, if often blamed, or the body behind."""
        return who if self.parties[who] >= _OWN_DISPUTE else self.camps.behind(who)

    def foe(self, turn: Turn) -> str | None:
        """The one whom the speaker of a statement attacks most, in its report or else anywhere."""
        here: Counter[str] = Counter()
        for side in turn.sides:
            here.update(self.attacks_in[turn.statement.report, side])
        if not here:
            for side in turn.sides:
                here.update(self.attacks[side])
        return max(here, key=lambda one: (here[one], len(self.sides[one]), one)) if here else None

    def _report(self, told: Iterable[Turn]) -> None:
        """Puts the statements of one report, in order, into the disputes that they belong to."""
        last: str | None = None
        for turn in told:
            about = next((self.party(one) for one in turn.about if one not in turn.sides), None)
            if turn.kind == "attack":
                last = self._attack(turn, about, last) or last
            elif turn.kind == "support":
                self._support(turn, about, last)
            elif turn.kind == "defend":
                last = self._defend(turn, last) or last
            elif turn.kind == "admit" and turn.sides:
                self._put(self.party(turn.sides[-1]), turn, "for", "admits it for the own side")

    def _attack(self, turn: Turn, about: str | None, last: str | None) -> str | None:
        if about is None and turn.statement.act in _OPEN:
            self.open.append((turn, last))
        if about is None or about in turn.sides:
            return None
        self._blame(about, turn, "accuses or criticises")
        return about

    def _blame(self, blamed: str, turn: Turn, why: str) -> None:
        self._put(blamed, turn, "for", why)
        for side in turn.sides:
            self.attacks[side][blamed] += 1
            self.attacks_in[turn.statement.report, side][blamed] += 1

    def _place_open(self) -> None:
        """A charge that names nobody: held against the one of whom most nearly the same is said."""
        if not self.open:
            return
        known = {one: [side.turn.text for side in list(sides.values())[:MOST]] for one, sides in self.sides.items()}
        self.meanings.read([*chain.from_iterable(known.values()), *(turn.text for turn, _ in self.open if known)])
        tables = {blamed: self.meanings.table(texts) for blamed, texts in known.items()}
        for turn, last in self.open:
            near = {
                blamed: self.meanings.nearest(turn.text, table, NEAREST) + (_LAST if blamed == last else 0.0)
                for blamed, table in tables.items()
                if blamed not in turn.sides
            }
            best = max(near, key=lambda one: (round(near[one], 6), one), default=None)
            if best is not None and near[best] >= _CHARGED:
                self._blame(best, turn, "a charge like those against it")

    def _support(self, turn: Turn, about: str | None, last: str | None) -> None:
        if turn.is_pointer and last:
            self._put(last, turn, "for", "supports the charge")
        elif about:
            self._put(about, turn, "against", "defends the accused")

    def _defend(self, turn: Turn, last: str | None) -> str | None:
        named = turn.about[0] if turn.about else turn.sides[-1] if turn.sides else None
        blamed = self.party(named) if named else last
        if turn.is_pointer and last in turn.sides:
            blamed = last
        if blamed is not None:
            self._put(blamed, turn, "against", "denies it")
        return blamed

    def _charged(self, turn: Turn) -> None:
        """A plain statement: words of blame or denial and the speaker's side tell what it means."""
        foe = self.foe(turn)
        here = foe is not None and any(foe in self.attacks_in[turn.statement.report, side] for side in turn.sides)
        if turn.kind == "other" and turn.is_third_person and foe and here and not turn.about:
            self._put(foe, turn, "for", "goes on with the charge")
        if turn.kind != "charged":
            return
        own = next((self.party(one) for one in turn.sides if self.party(one) in self.sides), None)
        target = next((self.party(one) for one in turn.about if one not in turn.sides), None)
        if own and (foe is None or len(self.sides[own]) > len(self.sides[foe])):
            self._put(own, turn, "against", "rejects it for the own side")
        elif foe and (target is None or target == foe):
            self._put(foe, turn, "for", "blames, and accuses elsewhere")

    def _put(self, blamed: str, turn: Turn, stance: Stance, why: str) -> None:
        self.sides[blamed].setdefault(turn.statement.id, Side(turn, stance, why))


def nearness(turn: Turn, sides: Sequence[Side], meanings: Meanings) -> float:
    """How near in meaning the three nearest statements are to one, on average."""
    others = meanings.table([side.turn.text for side in sides[:MOST] if side.turn is not turn])
    return meanings.nearest(turn.text, others, NEAREST)


def by_report(turns: Iterable[Turn]) -> Mapping[str, list[Turn]]:
    """Statements by report, in the order in which they stand there."""
    found: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        found[turn.statement.report].append(turn)
    return {report: sorted(told, key=lambda one: one.statement.content[0].start) for report, told in found.items()}


def _parties(turns: Iterable[Turn]) -> Counter[str]:
    """How often each is blamed by name."""
    found: Counter[str] = Counter()
    for turn in turns:
        if turn.kind == "attack" and turn.about and turn.about[0] not in turn.sides:
            found[turn.about[0]] += 1
    return found
