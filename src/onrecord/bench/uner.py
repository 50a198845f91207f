"""Universal NER: names of persons, organisations and places (Mayhew and others, NAACL 2024), and a record held to them.

The bare names of a record's entities count, titles left out. A name is right where its characters and its type are
exactly those annotated; a text that could not be read has none. The headline figure is "names F1" over all types.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.bench.measures import Rows, f1
from onrecord.bench.numbered import numbered, read_lines
from onrecord.model import EntityType, Record

Range = tuple[int, int]
Kind = Literal["PER", "ORG", "LOC"]
Name = tuple[tuple[Range, ...], Kind]
"""Half-open character ranges, nearly always one, and what they name."""

_KINDS: Mapping[EntityType, Kind] = {"person": "PER", "organisation": "ORG", "place": "LOC", "country": "LOC"}
_FIGURES: Mapping[Kind, str] = {"PER": "persons F1", "ORG": "organisations F1", "LOC": "places F1"}


class AnnotatedName(msgspec.Struct, frozen=True):
    """A name as annotated."""

    spans: tuple[Range, ...]
    type: Kind


class Document(msgspec.Struct, frozen=True):
    """A text with its names; further keys may stand in it.

    `unsure` are words that may be names or not: a name that a record alone finds there counts neither way.
    """

    text: str
    entities: tuple[AnnotatedName, ...]
    unsure: tuple[Range, ...] = ()

    @property
    def names(self) -> set[Name]:
        """The names as they are compared."""
        return {(one.spans, one.type) for one in self.entities}


def read_documents(path: Path) -> list[Document]:
    """The documents of a file of JSON lines.

    Raises:
        MalformedInput: a line is no such document.
    """
    return read_lines(path, Document, "document with names")


def score(documents: Sequence[Document], record: Record) -> Rows:
    """The figures of a record built from the documents' texts in their order, 0–1."""
    reports, found = numbered(record), _names(record)
    hits, wanted, given = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    for number, document in enumerate(documents):
        theirs = document.names
        ours = {
            name
            for name in (found[reports[number].id] if number in reports else ())
            if name in theirs or not _unsure(name, document)
        }
        for counter, names in ((hits, theirs & ours), (wanted, theirs), (given, ours)):
            counter.update(kind for _, kind in names)
    hit, right, mine = hits.total(), wanted.total(), given.total()
    return {
        "names F1": f1(hit, mine, right),
        "names precision": hit / mine if mine else 0.0,
        "names recall": hit / right if right else None,
        **{figure: f1(hits[kind], given[kind], wanted[kind]) for kind, figure in _FIGURES.items()},
    }


def _names(record: Record) -> Mapping[str, set[Name]]:
    """The names in each report, by its id; one that two entities claim goes to the first."""
    kinds = defaultdict[str, dict[Range, Kind]](dict)
    for entity in record.entities:
        if entity.type in _KINDS:
            for mention in entity.mentions:
                kinds[mention.report].setdefault(mention.name, _KINDS[entity.type])
    return defaultdict(set, {report: {((at,), kind) for at, kind in one.items()} for report, one in kinds.items()})


def _unsure(name: Name, document: Document) -> bool:
    return any(start < until and since < end for start, end in name[0] for since, until in document.unsure)
