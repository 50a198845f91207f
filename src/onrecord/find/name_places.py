"""Where the names of a report stand: which are nearest to a place, how far, and how often each is named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range

MOST = 32  #: of the ones named, so many that stand nearest before a place are weighed
_NEAR = 600  # characters before a place in which names are counted


@dataclass(frozen=True)
class Place:
    """A place in a report: the character, the numbers of its sentence and paragraph."""

    start: int
    sentence: int
    paragraph: int


class NamePlaces:
    """The names of a report in their order."""

    def __init__(self, named: Sequence[Named], sentences: Sequence[Range], paragraphs: Sequence[Range]) -> None:
        """What is gone by: the ones named, by whose numbers they are known, and the parts of the report."""
        self._named = named
        self.sentences = sorted(start for start, _ in sentences)
        self._paragraphs = sorted(start for start, _ in paragraphs)
        everything = [(name.start, name.end, n, name) for n, one in enumerate(named) for name in one.names]
        self._all = sorted(everything, key=lambda item: item[:3])
        self.starts = [start for start, *_ in self._all]
        self.owners = [n for _, _, n, _ in self._all]
        self._counts = [len(one.names) for one in named]
        people = Counter({n: self._counts[n] for n, one in enumerate(named) if one.kind == "person"})
        bodies = Counter({n: self._counts[n] for n, one in enumerate(named) if one.kind == "organisation"})
        self._chief = {"person": people.most_common(2), "organisation": bodies.most_common(2)}

    def place(self, start: int) -> Place:
        """The place of a character."""
        return Place(start, self._number(self.sentences, start), self._number(self._paragraphs, start))

    def nearest(self, span: Range, ahead: bool) -> dict[int, Name]:
        """The `MOST` ones named nearest before an expression, each with its last name there; those named behind it too
        where `ahead`, with their first. Who is named inside it is never the one it stands for: "the mayor's lawyer"."""
        start, end_ = span
        found: dict[int, Name] = {}
        stop = bisect_left(self.starts, start)
        inside = {n for *_, n, _ in self._all[stop : bisect_left(self.starts, end_)]}
        for k in range(stop - 1, -1, -1):
            _, end, n, name = self._all[k]
            if end <= start and n not in found:
                found[n] = name
            if len(found) == MOST:
                break
        for _, _, n, name in self._all[stop : stop + MOST] if ahead else ():
            found.setdefault(n, name)
        return {n: name for n, name in found.items() if n not in inside}

    def holds_person(self, span: Range) -> bool:
        """Whether a person is named inside an expression, whose somebody then is: "NAME’s lawyer"."""
        low, high = (bisect_left(self.starts, at) for at in span)
        return any(self._named[n].kind == "person" for _, _, n, _ in self._all[low:high])

    def where(self, name: Name, place: Place) -> list[float]:
        """Where a name stands from a place."""
        sentence = place.sentence - self._number(self.sentences, name.start)
        paragraph = place.paragraph - self._number(self._paragraphs, name.start)
        return [
            float(name.start > place.start),
            log1p(abs(place.start - name.end)),
            log1p(abs(sentence)),
            *(float(sentence == k) for k in (0, 1, 2)),
            *(float(paragraph == k) for k in (0, 1, 2)),
        ]

    def often(self, n: int, start: int) -> list[float]:
        """How often one is named near a place, before it and at all; whether most often of its kind, first, early."""
        low, high = bisect_left(self.starts, start - _NEAR), bisect_left(self.starts, start)
        chief = self._chief.get(self._named[n].kind, [])
        names = self._named[n].names
        return [
            log1p(self.owners[low:high].count(n)),
            log1p(sum(name.start < start for name in names)),
            log1p(self._counts[n]),
            float(bool(chief) and chief[0][0] == n),
            float(len(chief) > 1 and chief[0][0] == n and chief[0][1] >= 1.5 * chief[1][1]),
            float(self._all[0][2] == n),
            float(names[0].start < self._paragraphs[min(2, len(self._paragraphs) - 1)]),
        ]

    @staticmethod
    def _number(starts: list[int], position: int) -> int:
        return max(bisect_right(starts, position) - 1, 0)
