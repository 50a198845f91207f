"""The events that a record holds, from our own labels of whole articles: words that tell them, type, status, parties.

labels/events.jsonl: ids of articles of the unlabelled news and ranges in them, one line a mention. The parties of a
deed are any words that name them; `None` where the article does not say who they are. labels/events_main.jsonl: the
same, but of each article only what it is mostly about, so that words without a mark may tell a deed as well.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Ints
from onrecord.find.happenings import DEED_TYPES, STATUSES
from onrecord.find.windows import Pieces, cuts, window_arrays
from training.data import NEWS, Range, held_aside, labelled
from training.windows import TRAINING_STRIDE, UNKNOWN, pieces

EVENTS = Path(__file__).parent / "labels" / "events.jsonl"
EVENTS_MAIN = Path(__file__).parent / "labels" / "events_main.jsonl"
NOBODY = 0  #: the piece, [CLS], that stands for a party of which nothing is said

Named = tuple[Range, ...] | None


@dataclass(frozen=True)
class Marked:
    """One mention of an event: the words that tell it, its type and status, and the words that name its parties."""

    trigger: Range
    type: int  #: its number in `DEED_TYPES`
    status: int  #: its number in `STATUSES`
    agent: Named
    patient: Named


@dataclass(frozen=True)
class Deeds:
    """An article with the mentions of events that count in it."""

    id: str
    text: str
    marks: tuple[Marked, ...]
    whole: bool = True  #: all of them, so that words without a mark tell none


@dataclass(frozen=True)
class DeedWindow:
    """One window; `UNKNOWN` where a piece has no type, status or party to learn.

    `parties` holds for agent and patient the pairs of a deed's first piece and the pieces that name the party.
    """

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    tags: Ints  #: outside, begins, goes on
    types: Ints
    statuses: Ints
    parties: tuple[tuple[tuple[int, Ints], ...], ...]

    def __len__(self) -> int:
        return int(self.inputs.shape[1])


def load_deeds(data: Path, *, aside: bool) -> list[Deeds]:
    """The articles whose events we marked, those held aside or the others; `data` is the folder of benchmarks.

    Only articles marked as a whole are held aside.
    """
    return [
        Deeds(one["id"], one["text"], tuple(map(_marked, rows)), file == EVENTS)
        for file in ((EVENTS,) if aside else (EVENTS, EVENTS_MAIN))
        for one, rows in labelled(file, data / "news" / NEWS)
        if held_aside(one["id"]) == aside
    ]


def _marked(row: dict[str, Any]) -> Marked:
    agent, patient = (None if row[who] is None else tuple((a, b) for a, b in row[who]) for who in ("agent", "patient"))
    kind, status = DEED_TYPES.index(row["type"]), STATUSES.index(row["status"])
    return Marked((row["trigger"][0], row["trigger"][1]), kind, status, agent, patient)


def deed_windows(doc: Deeds, tok: Tokenizer, rng: random.Random) -> Iterator[DeedWindow]:
    """The windows of an article, half of the time with its lines joined.

    Of an article not marked as a whole those that hold a mark, and no words of them are known to tell no deed.
    """
    text = doc.text.replace("\n", " ") if rng.random() < 0.5 else doc.text
    cut = pieces(text, tok)
    tags = np.zeros(len(cut), np.int64)
    types, statuses = (np.full(len(cut), UNKNOWN, np.int64) for _ in range(2))
    for one in doc.marks:
        low, high = cut.slice_of(one.trigger)
        tags[low:high], types[low:high], statuses[low:high] = 2, one.type, one.status
        tags[low] = 1
    if not doc.whole:
        tags[:] = UNKNOWN
    for start, end in cuts(cut, stride=TRAINING_STRIDE, first=rng.randint(48, TRAINING_STRIDE)):
        shown = [one for one in doc.marks if start <= cut.slice_of(one.trigger)[0] < end]
        if not (shown or doc.whole):
            continue
        parties = tuple(
            tuple(
                (cut.slice_of(one.trigger)[0] - start + 1, named)
                for one in shown
                if (named := _named(cut, one.agent if who == "agent" else one.patient, start, end)) is not None
            )
            for who in ("agent", "patient")
        )
        edged = [np.concatenate([[UNKNOWN], row[start:end], [UNKNOWN]]) for row in (tags, types, statuses)]
        yield DeedWindow(window_arrays(cut, start, end)[0], edged[0], edged[1], edged[2], parties)


def _named(cut: Pieces, party: Named, start: int, end: int) -> Ints | None:
    """The pieces of a window that name a party; None where it is named outside the window only."""
    if party is None:
        return np.array([NOBODY])
    ranges = [np.arange(max(low, start), min(high, end)) for low, high in map(cut.slice_of, party)]
    found = np.unique(np.concatenate(ranges)) - start + 1
    return found if len(found) else None
