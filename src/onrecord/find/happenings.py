"""Words that tell of events, as the network reads them: each with a probability and what type of event it tells.

Types are PLOVER's (Open Event Data Alliance, PLOVER 2.0 draft manual); the network tells CONCEDE and RETREAT as one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.encoder import Floats
from onrecord.find.decode import spans
from onrecord.find.reader import Reading

Range = tuple[int, int]
EVENT_TAGS = ("O", "B-HAPPENING", "I-HAPPENING", "B-SPEAKING", "I-SPEAKING")
"""The network's tags of words that tell of an event; speaking and seeing apart from all else."""
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types as the network tells them; YIELD is CONCEDE or RETREAT."""


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
    events, kinds = reading.events()
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


def sentence_type(reading: Reading) -> str:
    """The type of the one event that a sentence tells, which any of its words may tell."""
    _, kinds = reading.events()
    top = kinds.max(0)
    return TYPES[int((np.log(np.exp(kinds - top).sum(0)) + top).argmax())]


def _softmax(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = weights / weights.sum(-1, keepdims=True)
    return found
