"""Words that tell of events, from ECB+ and MEANTIME, and sentences with PLOVER's type of the event that they tell."""

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Ints
from onrecord.find.happenings import TYPES
from onrecord.find.windows import cuts, window_arrays
from training.data import Range
from training.windows import TRAINING_STRIDE, UNKNOWN, pieces

_SPEAKING = ("ACTION_REPORTING", "ACTION_PERCEPTION")
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True)
class Told:
    """A text with the words that tell of events, and the ranges in which these are marked at all."""

    text: str
    triggers: tuple[tuple[Range, bool], ...]  #: range, and whether it tells of speaking or seeing
    marked: tuple[Range, ...]


@dataclass(frozen=True)
class EventWindow:
    """One window with an event tag for each piece, `UNKNOWN` where nothing is marked."""

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    tags: Ints

    def __len__(self) -> int:
        return int(self.inputs.shape[1])


@dataclass(frozen=True)
class TypeWindow:
    """One sentence with the number of its type in `TYPES`."""

    inputs: Ints
    kind: int

    def __len__(self) -> int:
        return int(self.inputs.shape[1])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def load_ecbplus(path: Path) -> list[Told]:
    """ECB+: all sentences that hold a mention; of the others it is not known whether they were read."""
    out = []
    for row in _rows(path):
        events = [m for m in row["mentions"] if m["kind"] == "event"]
        touched = {m["sentence"] for m in row["mentions"]}
        triggers = tuple(
            ((m["spans"][0][0], m["spans"][-1][1]), m["type"].removeprefix("NEG_") in _SPEAKING) for m in events
        )
        marked = tuple((a, b) for n, (a, b) in enumerate(row["sentences"]) if n in touched)
        out.append(Told(row["text"], triggers, marked))
    return out


def load_meantime(path: Path) -> list[Told]:
    """MEANTIME up to where its annotation is whole; speaking is told by the class of the event."""
    out = []
    for row in _rows(path):
        triggers = tuple(
            (
                (e["spans"][0][0], e["spans"][-1][1]),
                row["instances"].get(e.get("instance"), {}).get("class") == "SPEECH_COGNITIVE",
            )
            for e in row["events"]
            if e["spans"][-1][1] <= row["full_until"]
        )
        out.append(Told(row["text"], triggers, ((0, row["full_until"]),)))
    return out


def event_windows(doc: Told, tok: Tokenizer, rng: random.Random) -> list[EventWindow]:
    """The windows of a text that hold something marked, half of the time with its lines joined."""
    text = doc.text.replace("\n", " ") if rng.random() < 0.5 else doc.text
    cut = pieces(text, tok)
    tags = np.full(len(cut), UNKNOWN, np.int64)
    for span in doc.marked:
        low, high = cut.slice_of(span)
        tags[low:high] = 0
    for span, speaks in doc.triggers:
        low, high = cut.slice_of(span)
        tags[low:high] = 4 if speaks else 2
        tags[low] = 3 if speaks else 1
    out = []
    for start, end in cuts(cut, stride=TRAINING_STRIDE, first=rng.randint(48, TRAINING_STRIDE)):
        if (tags[start:end] != UNKNOWN).any():
            inputs, _ = window_arrays(cut, start, end)
            out.append(EventWindow(inputs, np.concatenate([[UNKNOWN], tags[start:end], [UNKNOWN]])))
    return out


def held_aside(text: str) -> bool:
    """Whether a PLOVER sentence measures: one in five, by the hash of its words."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def load_plover(path: Path, *, aside: bool) -> list[tuple[str, str, str]]:
    """PLOVER sentences as id, text and type, those held aside or the others."""
    rows = [(row["id"], row["text"], _YIELD.get(row["type"], row["type"])) for row in _rows(path)]
    return [row for row in rows if held_aside(row[1]) == aside]


def type_windows(sentences: list[tuple[str, str, str]], tok: Tokenizer) -> list[TypeWindow]:
    """A window for each sentence."""
    out = []
    for _, text, kind in sentences:
        cut = pieces(text, tok)
        start, end = cuts(cut)[0]
        out.append(TypeWindow(window_arrays(cut, start, end)[0], TYPES.index(kind)))
    return out
