"""Words that tell of events, as the network reads them: each with a probability and what type of event it tells.

Types are PLOVER's (Open Event Data Alliance, PLOVER 2.0 draft manual); the network tells CONCEDE and RETREAT as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from onrecord.encoder import Floats
from onrecord.find.decode import spans
from onrecord.find.reader import Reading
from onrecord.model import Status

Range = tuple[int, int]
N = TypeVar("N", bound=str)
EVENT_TAGS = ("O", "B-HAPPENING", "I-HAPPENING", "B-SPEAKING", "I-SPEAKING")
"""The network's tags of words that tell of an event; speaking and seeing apart from all else."""
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types as the network tells them; YIELD is CONCEDE or RETREAT."""

DEED_TAGS = ("O", "B", "I")
"""The network's tags of words that tell of a deed which a record holds."""
DEED_TYPES: tuple[str, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip
"""All types of a record, in the order of the network's scores."""
STATUSES: tuple[Status, ...] = ("happened", "planned", "possible", "alleged", "denied")
"""In the order of the network's scores."""

LEAST = 0.02
"""Least chance (0–1) of a word that it names a party: what lies below is left out of the sums."""


@dataclass(frozen=True)
class Happening:
    """Words that tell of an event: their range, and what the network makes of them."""

    start: int
    end: int
    chance: float
    """That they tell of one at all, 0–1."""
    is_speech: bool
    """Whether it is one of speaking or seeing."""
    types: tuple[float, ...]
    """The probability of each of `TYPES`, given that it is one of them."""

    @property
    def likeliest(self) -> tuple[str, float]:
        """The likeliest type and its probability."""
        chance = max(self.types)
        return TYPES[self.types.index(chance)], chance


def happenings(reading: Reading) -> list[Happening]:
    """Everything in a text that the network takes for words that tell of an event, in order."""
    events, kinds = reading.scores("events"), reading.scores("types")
    if not len(events):
        return []
    chances = _softmax(events)
    tags = chances.argmax(1).tolist()
    told = [(*one, is_speech) for begin, is_speech in ((1, False), (3, True)) for one in spans(tags, begin)]
    if not told:
        return []
    types = _softmax(np.stack([kinds[start:end].mean(0) for start, end, _ in told])).tolist()
    found = [
        Happening(*span, float(1 - chances[start, 0]), is_speech, tuple(mine))
        for (start, end, is_speech), mine in zip(told, types, strict=True)
        if (span := reading.chars((start, end)))
    ]
    return sorted(found, key=lambda one: one.start)


@dataclass(frozen=True)
class ReadDeed:
    """Words that tell a deed which a record holds, as a range, and what the network makes of it; chances are 0–1."""

    start: int
    end: int
    chance: float
    """That they tell one at all."""
    types: Mapping[str, float]
    """The chance of each of `DEED_TYPES`."""
    statuses: Mapping[Status, float]
    agents: Sequence[tuple[int, float]]
    """Where the words stand that may name who does it, as single characters of the text with their chances; what they
    lack to 1 is that nobody does or is told to."""
    patients: Sequence[tuple[int, float]]
    """The same for whom it is done to."""

    @property
    def type(self) -> str:
        """The likeliest type."""
        return max(self.types, key=lambda one: self.types[one])

    @property
    def status(self) -> Status:
        """The likeliest status."""
        return max(self.statuses, key=lambda one: self.statuses[one])


def deeds(reading: Reading) -> list[ReadDeed]:
    """Every deed of a text that a record holds, in order."""
    tags, kinds, statuses = (reading.scores(name) for name in ("deeds", "deed_types", "statuses"))
    if not len(tags):
        return []
    chances = _softmax(tags)
    found = []
    for start, end in spans(chances.argmax(1).tolist(), 1):
        if (span := reading.chars((start, end))) is None:
            continue
        agents, patients = (_parties(reading, start, name) for name in ("agents", "patients"))
        found.append(
            ReadDeed(
                *span,
                chance=float(1 - chances[start, 0]),
                types=_named(DEED_TYPES, kinds[start:end]),
                statuses=_named(STATUSES, statuses[start:end]),
                agents=agents,
                patients=patients,
            )
        )
    return found


def _named(names: Sequence[N], scores: Floats) -> dict[N, float]:
    """The chance of each name by the scores (pieces, names) of some pieces."""
    return dict(zip(names, _softmax(scores.mean(0)).tolist(), strict=True))


def _parties(reading: Reading, piece: int, which: str) -> list[tuple[int, float]]:
    """Where the words stand that may name a party of the deed that begins with a piece, each with its chance."""
    k = reading.window_of(piece)
    start, end = reading.windows[k]
    chances = _softmax(getattr(reading.seen[k], which)[piece - start + 1])
    likely = np.flatnonzero(chances[1 : end - start + 1] >= LEAST)
    return [(int(reading.doc.starts[start + n]), float(chances[n + 1])) for n in likely]


def sentence_type(reading: Reading) -> str:
    """The type of the one event that a sentence tells, which any of its words may tell."""
    kinds = reading.scores("types")
    top = kinds.max(0)
    return TYPES[int((np.log(np.exp(kinds - top).sum(0)) + top).argmax())]


def _softmax(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = weights / weights.sum(-1, keepdims=True)
    return found
