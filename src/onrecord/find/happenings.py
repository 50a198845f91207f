"""Words that tell of events, as the network reads them: each with a probability and what type of event it tells.

Types are PLOVER's (Open Event Data Alliance, PLOVER 2.0 draft manual); the network tells CONCEDE and RETREAT as one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.encoder import Floats
from onrecord.find.decode import spans
from onrecord.find.reader import Reading
from onrecord.model import Status

Range = tuple[int, int]
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

NO_DEED = 0.7
"""What the chance that a word tells no deed counts for. Of 0.54, 0.7 and 1 the best on ten affairs, once mentions are
joined; on single articles held aside 0.54 finds more (F1 0.659, 0.655 and 0.642)."""
LEAST = 0.02
"""Least chance (0–1) of a word that it names a party: what lies below is left out of the sums."""


@dataclass(frozen=True)
class Happening:
    """Words that tell of an event, as a range, and what the network makes of them; chances are 0–1."""

    start: int
    end: int
    chance: float
    """That they tell of one at all."""
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


def happenings(reading: Reading, wanted: Callable[[Range], bool] | None = None) -> list[Happening]:
    """Everything in a text that tells of an event of any kind, speech and habits among them, in order.

    Args:
        reading: what the network makes of the text.
        wanted: tells by the range of its words whether one is wanted; None: all are.
    """
    chances = _softmax(reading.scores("events"))
    tags = chances.argmax(1).tolist()
    return _read(reading, chances, sorted(span for begin in (1, 3) for span in spans(tags, begin)), wanted)


def deeds(reading: Reading) -> list[Happening]:
    """Every deed of a text that a record holds, in order."""
    chances = _softmax(reading.scores("deeds"))
    weighed = chances * np.array([NO_DEED, 1, 1], np.float32)
    return _read(reading, chances, _without_hyphens(reading, spans(weighed.argmax(1).tolist(), 1)))


def _without_hyphens(reading: Reading, told: Sequence[Range]) -> list[Range]:
    """The ranges of pieces, those between which but a hyphen stands as one: "clean-up"."""
    found: list[Range] = []
    for start, end in told:
        between = reading.text[reading.doc.ends[found[-1][1] - 1] : reading.doc.starts[start]] if found else ""
        if between and between in "-‑":
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _read(
    reading: Reading, chances: Floats, told: Sequence[Range], wanted: Callable[[Range], bool] | None = None
) -> list[Happening]:
    """What the network makes of some ranges of pieces; `chances` (pieces, tags) are of the tags, O first."""
    spans = [
        (pieces, span) for pieces in told if (span := _whole(reading, pieces)) and (wanted is None or wanted(span))
    ]
    kinds, statuses = (_means(reading.scores(which), spans) for which in ("deed_types", "statuses"))
    return [
        Happening(
            *span,
            chance=float(1 - chances[start, 0]),
            types=dict(zip(DEED_TYPES, kind, strict=True)),
            statuses=dict(zip(STATUSES, status, strict=True)),
            agents=_parties(reading, start, "agents"),
            patients=_parties(reading, start, "patients"),
        )
        for ((start, _), span), kind, status in zip(spans, kinds, statuses, strict=True)
    ]


def _means(scores: Floats, spans: Sequence[tuple[Range, Range]]) -> list[list[float]]:
    """The chance of each name by the mean scores (pieces, names) of the pieces of each range."""
    means = [np.add.reduce(scores[start:end], 0) / np.float32(end - start) for (start, end), _ in spans]
    found: list[list[float]] = _softmax(np.array(means, np.float32)).tolist()
    return found


def _whole(reading: Reading, pieces: Range) -> Range | None:
    """The characters of some pieces, with the rest of the words that they begin and end in."""
    span = reading.chars(pieces)
    if span is None:
        return None
    text, (start, end) = reading.text, span
    while start and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return start, end


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
    if not len(scores):
        return np.zeros((0, 1), np.float32)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = weights / weights.sum(-1, keepdims=True)
    return found
