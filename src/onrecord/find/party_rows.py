"""The candidates for the parties of a report's deeds, each as the numbers by which it is weighed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p

import numpy as np

from onrecord.encoder import Floats
from onrecord.find.doing import Doing
from onrecord.find.name import Named
from onrecord.find.party import Key, Party
from onrecord.find.phrases import Range
from onrecord.find.syntax import Syntax

_CHIEF = 3  # of the ones named, so many that are named most often are candidates for every deed
_TOLD = 0.5  # what the word in a deed's own clause counts for beside the network's chances, for other deeds
_ELSEWHERE = 0.2  # chance (0–1) in another deed of the same name from which one is a candidate
_LITTLE = 0.003  # a chance (0–1) that is as good as none
_FAR = 8.0  # by which the log of a place in the text is divided, so that it is about 1 at its end

WIDTH = 37  #: numbers of a candidate
Weighed = tuple[list[Party], Floats]
"""Candidates, and (candidates and nobody, 37) their numbers, the last row nobody's."""


@dataclass
class Asked:
    """What is known of one side of a deed: of who does it, or of whom it is done to."""

    doing: Doing
    is_agent: bool
    is_passive: bool
    is_listed: bool
    """Whether any words of its clause may tell."""
    told: Key | None = None
    """The one that the clause tells."""
    chances: dict[Key, float] = field(default_factory=dict)
    """What the network gives each (0–1); 0 where only the clause mentions them."""
    parties: dict[Key, Party] = field(default_factory=dict)
    words: dict[Key, tuple[float, int]] = field(default_factory=dict)
    """For each the likeliest word that stands for it, after its chance."""

    def add(self, party: Party, word: int, chance: float) -> None:
        """Has a word stand for a party with a chance."""
        key = party.key
        if key is None:
            return
        self.chances[key] = self.chances.get(key, 0.0) + chance
        if key not in self.words or chance > self.words[key][0]:
            self.words[key], self.parties[key] = (chance, word), party

    @property
    def nobody(self) -> float:
        """The chance (0–1) that the network gives nobody."""
        named = self.doing.happening.agents if self.is_agent else self.doing.happening.patients
        return 1 - sum(chance for _, chance in named)

    def weight(self, key: Key) -> float:
        """What the deed says for one, by network and clause."""
        return self.chances.get(key, 0.0) + _TOLD * (self.told == key)


Elsewhere = Mapping[Key, float]
"""Of each what other deeds of the same name say for it, the most."""


class PartyRows:
    """Those whom one report names, and where, as candidates for the parties of its deeds."""

    def __init__(
        self, syntax: Syntax, named: Sequence[Named], entities: Sequence[str], sentences: Sequence[Range]
    ) -> None:
        """What is gone by.

        Args:
            syntax: the words of the report.
            named: those whom it names.
            entities: their ids, in the same order.
            sentences: its sentences, in characters.
        """
        self._syntax = syntax
        self.entities = entities
        """The ids of the named, by their numbers."""
        self._starts = {key: sorted(name.start for name in one.names) for key, one in zip(entities, named, strict=True)}
        self._names = sum(map(len, self._starts.values()))
        self._sentences = sorted(start for start, _ in sentences)
        self._in_sentence: dict[int, list[str]] = defaultdict(list)
        for key, starts in self._starts.items():
            for sentence in dict.fromkeys(map(self._sentence, starts)):
                self._in_sentence[sentence].append(key)
        self._chief = sorted(self._starts, key=lambda key: -len(self._starts[key]))[:_CHIEF]

    def weighed(self, asked: Sequence[tuple[Asked, Asked]]) -> Iterator[Weighed]:
        """The candidates for both sides of all deeds of the report, who does it first."""
        by_lemma: dict[str, list[int]] = defaultdict(list)
        for n, (does, _) in enumerate(asked):
            by_lemma[does.doing.deed.lemma].append(n)
        for n, both in enumerate(asked):
            others = [asked[k] for k in by_lemma[both[0].doing.deed.lemma] if k != n]
            elsewhere = tuple(_most(other[side] for other in others) for side in (0, 1))
            for side in (0, 1):
                yield self._side(both[side], both[1 - side], elsewhere[side], elsewhere[1 - side])

    def _side(self, own: Asked, other: Asked, same: Elsewhere, opposite: Elsewhere) -> Weighed:
        at = own.doing.trigger[0]
        sentence = self._sentence(at)
        further = [key for key, weight in same.items() if weight >= _ELSEWHERE and key in self._starts]
        keys = [*own.chances, *other.chances, *further, *self._chief, *self._in_sentence[sentence]]
        order = sorted(dict.fromkeys(keys), key=lambda key: -own.chances.get(key, 0.0))
        parties = [own.parties.get(key) or other.parties.get(key) or Party(str(key)) for key in order]
        top = own.chances.get(order[0], 0.0) if order else 0.0
        shared = self._shared(own, other, len(order), bool(same) or bool(opposite))
        rows = [
            [
                0.0,
                float(own.is_agent),
                (chance := own.chances.get(key, 0.0)),
                (against := other.chances.get(key, 0.0)),
                log(chance + _LITTLE),
                log(against + _LITTLE),
                float(key == order[0]),
                chance - top,
                float(own.told == key),
                float(other.told == key),
                float(party.owns),
                *self._word(own, other, key),
                *self._place(key, party, at, sentence),
                same.get(key, 0.0),
                opposite.get(key, 0.0),
                float(self._is_within(key, party, own.doing.span)),
            ]
            for key, party in zip(order, parties, strict=True)
        ]
        nobody = [1.0, float(own.is_agent), 0.0, 0.0, log(max(own.nobody, 0.0) + _LITTLE)]
        rows.append([*nobody, *(0.0,) * (WIDTH - len(nobody) - len(shared))])
        alike = np.broadcast_to(np.array(shared, np.float32), (len(rows), len(shared)))
        return parties, np.concatenate([np.array(rows, np.float32), alike], axis=1)

    @staticmethod
    def _shared(own: Asked, other: Asked, count: int, is_elsewhere: bool) -> tuple[float, ...]:
        """What holds for all candidates alike."""
        return (
            own.nobody,
            other.nobody,
            float(own.doing.deed.is_noun),
            float(own.is_passive),
            float(own.is_listed),
            float(other.is_listed),
            float(own.told is not None),
            float(other.told is not None),
            log1p(count),
            float(is_elsewhere),
        )

    def _word(self, own: Asked, other: Asked, key: Key) -> list[float]:
        """Where the word stands that the network reads for one: whether there is one, before the deed, how far, a
        pronoun."""
        _, word = own.words.get(key) or other.words.get(key) or (0.0, None)
        if word is None:
            return [1.0, 0.0, 0.0, 0.0]
        deed = own.doing.word
        return [0.0, float(word < deed), log1p(abs(word - deed)), float(self._syntax.tokens[word].tag == "PRON")]

    def _place(self, key: Key, party: Party, at: int, sentence: int) -> list[float]:
        """Where one is named nearest to a deed, how often, and where first."""
        starts = [party.phrase[0]] if party.phrase else self._starts.get(str(key), [at])
        n = bisect_left(starts, at)
        near = min(starts[max(n - 1, 0) : n + 1], key=lambda start: abs(start - at))
        apart = self._sentence(near) - sentence
        return [
            float(near < at),
            log1p(abs(near - at)),
            *(float(holds) for holds in (apart == 0, apart == -1, apart > 0, apart < -1)),
            log1p(len(starts)),
            len(starts) / max(self._names, 1),
            log1p(starts[0]) / _FAR,
        ]

    def _is_within(self, key: Key, party: Party, span: Range) -> bool:
        """Whether one is mentioned in the words that tell the deed."""
        starts = [party.phrase[0]] if party.phrase else self._starts.get(str(key), [])
        n = bisect_left(starts, span[0])
        return n < len(starts) and starts[n] < span[1]

    def _sentence(self, position: int) -> int:
        return max(bisect_right(self._sentences, position) - 1, 0)


def _most(others: Iterable[Asked]) -> dict[Key, float]:
    """What some other deeds say for each, the most."""
    found: dict[Key, float] = {}
    for one in others:
        for key in one.chances:
            found[key] = max(found.get(key, 0.0), one.weight(key))
    return found
