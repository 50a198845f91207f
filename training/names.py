"""Texts with names of persons, organisations and places, from UNER and GUM, as labelled windows."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder import Ints
from onrecord.find.decode import KINDS
from onrecord.find.windows import cuts, window_arrays
from training.data import Range
from training.windows import TRAINING_STRIDE, UNKNOWN, pieces

NAME_TAGS = ("O", *(f"{begin}-{kind}" for kind in KINDS for begin in "BI"))
_UNER = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_GUM = {"person": "person", "organization": "organisation", "place": "place"}
_LINKS = frozenset(
    {"of", "the", "and", "for", "de", "la", "del", "van", "von", "der", "den", "al", "bin", "&", "-", "’s", "'s"}
)
#: GUM counts a title into the name and UNER does not: the model is to learn UNER's way.
_TITLES = frozenset(
    [
        "Mr",
        "Mr.",
        "Mrs",
        "Mrs.",
        "Ms",
        "Ms.",
        "Miss",
        "Dr",
        "Dr.",
        "Prof",
        "Prof.",
        "Professor",
        "President",
        "Vice",
        "Prime",
        "Minister",
        "Senator",
        "Sen.",
        "Judge",
        "Justice",
        "General",
        "Captain",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Sir",
        "Lord",
        "Lady",
        "Pope",
        "Saint",
        "Chief",
        "Governor",
        "Mayor",
        "Secretary",
        "Chairman",
        "Coach",
        "US",
        "U.S.",
        "British",
    ]
)


@dataclass(frozen=True)
class Named:
    """A text with its names, and the ranges whose label is not known."""

    id: str
    text: str
    names: tuple[tuple[Range, str], ...]
    unknown: tuple[Range, ...]


@dataclass(frozen=True)
class NameWindow:
    """One window with a name tag for each piece, `UNKNOWN` where there is none to learn."""

    inputs: Ints  #: (4, length): ids, caps, breaks, quote
    tags: Ints

    def __len__(self) -> int:
        return self.inputs.shape[1]


def load_uner(path: Path) -> list[Named]:
    """Universal NER as the benchmark folder holds it."""
    out = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        names = tuple(
            ((e["spans"][0][0], e["spans"][-1][1]), _UNER[e["type"]]) for e in row["entities"] if e["type"] in _UNER
        )
        out.append(Named(row["id"], row["text"], names, tuple((a, b) for a, b in row.get("unsure", []))))
    return out


def _gum_name(text: str, head: Range) -> Range | None:
    """The head of a mention as UNER would draw it: no title before it, and nothing but capitals and small links."""
    words = []
    at = head[0]
    for word in text[head[0] : head[1]].split(" "):
        words.append((word, at))
        at += len(word) + 1
    while len(words) > 1 and words[0][0] in _TITLES:
        words.pop(0)
    fits = (
        all(w in _LINKS or w[:1].isupper() or w[:1].isdigit() for w, _ in words)
        and "," not in text[words[0][1] : head[1]]
    )
    return (words[0][1], head[1]) if fits and len(words) <= 8 else None


def _pair(mention: dict[str, str], text: str) -> bool:
    return mention["type"] == "person" and " and " in text


def load_gum(path: Path) -> list[Named]:
    """GUM's mentions whose head is a proper noun; what its guidelines draw otherwise than UNER's is left unknown."""
    out = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        tokens = {t[0]: t for t in row["tokens"]}
        names: list[tuple[Range, str]] = []
        unknown: list[Range] = []
        taken: list[Range] = []
        rows = [m for m in row["mentions"] if tokens.get(m["head"][0], (0,) * 7)[3] == "PROPN"]
        for m in sorted(rows, key=lambda m: m["head"][0] - m["head"][1]):
            head = (m["head"][0], m["head"][1])
            if any(head[0] < b and a < head[1] for a, b in taken):
                continue
            span = _gum_name(row["text"], head) if m["type"] in _GUM else None
            if span and tokens[head[0]][4] != "NNPS" and not _pair(m, row["text"][span[0] : span[1]]):
                names.append((span, _GUM[m["type"]]))
                taken.append(span)
            else:
                unknown.append(head)
                taken.append(head)
        out.append(Named(row["id"], row["text"], tuple(sorted(names)), tuple(unknown)))
    return out


_ONSETS = [*"bcdfghjklmnprstvwyz", "br", "ch", "dr", "gr", "kh", "pr", "q", "sh", "sk", "st", "th", "tr"]
_VOWELS = [*"aeiouaeio", "ai", "ei", "ou", "ia"]
_CODAS = ["", "", "", *"nrlsmkx", "nd", "rt", "ng"]
_KEPT = frozenset(
    [
        "University",
        "Ministry",
        "Department",
        "Bank",
        "Court",
        "Party",
        "Council",
        "Committee",
        "House",
        "School",
        "College",
        "Institute",
        "Inc",
        "Corp",
        "Ltd",
        "Group",
        "Company",
        "Union",
        "Association",
        "Foundation",
        "National",
        "International",
        "North",
        "South",
        "East",
        "West",
        "New",
        "San",
        "Saint",
        "Lake",
        "Mount",
        "River",
        "City",
        "Street",
        "Hotel",
        "Park",
        "Church",
        "Hospital",
        "Center",
        "Centre",
        "Society",
        "Office",
        "Agency",
        "Club",
        "Press",
        "News",
        "Times",
        "Post",
        "United",
        "American",
    ]
)


def coined(rng: random.Random) -> str:
    """A word that no list of names holds, as most names in the news are to a model that has read few."""
    return "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(rng.choice((1, 2, 2, 3)))
    ).capitalize()


def renamed(doc: Named, rng: random.Random) -> Named:
    """The text with some words of its names replaced by coined ones, the same word by the same: the kind must be read
    off what stands around (mention replacement: Dai and Adel, COLING 2020). What a body or a place of several words is
    called says what it is, so those keep their words."""
    fresh: dict[str, str] = {}
    out: list[str] = []
    at, shift = 0, 0
    moved: dict[Range, Range] = {}
    phrases = {span for span, _ in doc.names if " " in doc.text[span[0] : span[1]]}
    for span, kind in sorted(doc.names):
        if span[0] < at:
            continue
        words = []
        for word in doc.text[span[0] : span[1]].split(" "):
            if word not in fresh:
                plain = word.isalpha() and word[0].isupper() and not word.isupper() and word not in _KEPT
                plain = plain and (kind == "person" or span not in phrases)
                fresh[word] = coined(rng) if plain and rng.random() < 0.7 else word
            words.append(fresh[word])
        new = " ".join(words)
        out += [doc.text[at : span[0]], new]
        moved[span] = (span[0] + shift, span[0] + shift + len(new))
        shift += len(new) - (span[1] - span[0])
        at = span[1]
    text = "".join([*out, doc.text[at:]])

    def later(place: int) -> int:
        return place + sum(b2 - a2 - (b - a) for (a, b), (a2, b2) in moved.items() if b <= place)

    names = tuple((moved[span], kind) for span, kind in doc.names if span in moved)
    return Named(doc.id, text, names, tuple((later(a), later(b)) for a, b in doc.unknown))


def name_windows(doc: Named, tok: Tokenizer, rng: random.Random) -> list[NameWindow]:
    """The windows of a text: half of the time with its lines joined, since UNER has a sentence a line, and three times
    in ten with coined names."""
    doc = renamed(doc, rng) if rng.random() < 0.3 else doc
    text = doc.text.replace("\n", " ") if rng.random() < 0.5 else doc.text
    cut = pieces(text, tok)
    tags = np.zeros(len(cut), np.int64)
    for span, kind in doc.names:
        low, high = cut.slice_of(span)
        tags[low:high] = NAME_TAGS.index(f"I-{kind}")
        tags[low] = NAME_TAGS.index(f"B-{kind}")
    for span in doc.unknown:
        low, high = cut.slice_of(span)
        tags[low:high] = UNKNOWN
    out = []
    for start, end in cuts(cut, stride=TRAINING_STRIDE, first=rng.randint(48, TRAINING_STRIDE)):
        inputs, _ = window_arrays(cut, start, end)
        out.append(NameWindow(inputs, np.concatenate([[UNKNOWN], tags[start:end], [UNKNOWN]])))
    return out
