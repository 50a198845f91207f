"""The words of a text with part of speech, head and relation, as the network reads them.

Universal Dependencies: every word hangs on one other of its sentence, and the relation says as what. A head is the word
that the network scores highest among those of the sentence (Dozat and Manning, ICLR 2017, without their search for a
tree), so a loop can occur: whoever climbs from word to word counts his steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from onrecord.encoder import Floats, Ints, Seen
from onrecord.find.reader import Reading
from onrecord.find.windows import Pieces

WORD_TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
"""Universal parts of speech, in the order of the network's scores."""
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound",
    "conj", "cop", "csubj", "dep", "det", "discourse", "expl", "fixed", "flat", "iobj", "mark", "nmod", "nmod:poss",
    "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "parataxis", "punct", "root", "xcomp",
)  # fmt: skip
"""Universal dependency relations, in the order of the network's scores."""
ROOT = -1  #: the head of a word that hangs on none
_WORD = re.compile(r"\w+|[^\w\s]")
_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_RELATIVE = frozenset({"who", "which", "that", "what", "whom"})
_IN_FIGURES = frozenset(",.:")


class Token(NamedTuple):
    """A word or a mark: its range in the text, part of speech, relation to its head, and the head's number."""

    start: int
    end: int
    text: str
    tag: str
    relation: str
    head: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Syntax:
    """The words of a text in order, and how they hang together."""

    tokens: Sequence[Token]

    @cached_property
    def children(self) -> list[list[int]]:
        """For each word the numbers of those that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for n, token in enumerate(self.tokens):
            if token.head != ROOT:
                below[token.head].append(n)
        return below

    def over(self, start: int, end: int) -> list[int]:
        """The numbers of the words that share a character with the range."""
        first = int(np.searchsorted(self._ends, start, "right"))
        last = int(np.searchsorted(self._starts, end, "left"))
        return list(range(first, last))

    def below(self, number: int, *relations: str) -> list[int]:
        """The words that hang on one by one of the relations."""
        return [n for n in self.children[number] if self.tokens[n].relation in relations]

    def under(self, number: int, without: frozenset[str] = frozenset()) -> list[int]:
        """The word and all that hangs on it, in order; what hangs by a relation in `without` is left out."""
        found, open_ = {number}, [number]
        while open_:
            for n in self.children[open_.pop()]:
                if n not in found and self.tokens[n].relation not in without:
                    found.add(n)
                    open_.append(n)
        return sorted(found)

    def above(self, number: int) -> Iterator[int]:
        """The heads of a word, the nearest first."""
        seen = {number}
        while (number := self.tokens[number].head) != ROOT and number not in seen:
            seen.add(number)
            yield number

    def phrase_behind(self, number: int) -> tuple[int, int]:
        """The words of the noun phrase that begins right behind a word, as a half-open range, empty if none does: it is
        read off the parts of speech, as a phrase may hang elsewhere by mistake."""
        first = after = number + 1
        if first < len(self.tokens) and self.tokens[first].tag == "PRON":
            if self.tokens[first].low not in _OWNERS:
                return first, first + (self.tokens[first].low not in _RELATIVE)
            after += 1
        while after < len(self.tokens) and self._is_in_phrase(self.tokens[after]):
            after += 1
        return first, after

    @staticmethod
    def _is_in_phrase(token: Token) -> bool:
        return token.tag in _PHRASE or token.text in "'’-" or token.low == "s"

    def figure(self, number: int) -> tuple[int, int]:
        """The words of the figure that a word is part of, as a half-open range: all of "23,000"; else the word."""
        first, after = number, number + 1
        while self._is_in_figure(first - 1):
            first -= 2
        while self._is_in_figure(after):
            after += 2
        return first, after

    def _is_in_figure(self, mark: int) -> bool:
        """Whether a mark joins two numbers without white space."""
        if not 0 < mark < len(self.tokens) - 1 or self.tokens[mark].text not in _IN_FIGURES:
            return False
        before, one, behind = self.tokens[mark - 1 : mark + 2]
        is_one = before.end == one.start and one.end == behind.start
        return is_one and before.text.isdigit() and behind.text.isdigit()

    @cached_property
    def _starts(self) -> Ints:
        return np.array([token.start for token in self.tokens], np.int64)

    @cached_property
    def _ends(self) -> Ints:
        return np.array([token.end for token in self.tokens], np.int64)


def syntax(reading: Reading) -> Syntax:
    """The words of a text that has been read."""
    text, doc = reading.text, reading.doc
    spans = [match.span() for match in _WORD.finditer(text)]
    firsts = _firsts(spans, text, doc)
    piece_of = dict(zip(doc.starts[firsts].tolist(), firsts.tolist(), strict=True))
    spans = [span for span in spans if span[0] in piece_of]
    number = {piece_of[start]: n for n, (start, _) in enumerate(spans)}
    told: dict[int, tuple[str, str, int]] = {}
    owned = pairwise(reading.firsts)
    for (start, end), seen, (first, after) in zip(reading.windows, reading.seen, owned, strict=True):
        here = firsts[(firsts >= start) & (firsts < end)]
        told |= _read(seen, here, start, doc.sentence, (first, after), number)
    return Syntax([Token(a, b, text[a:b], *told[piece_of[a]]) for a, b in spans])


def _read(
    seen: Seen, here: Ints, start: int, sentence: Ints, owned: tuple[int, int], number: dict[int, int]
) -> dict[int, tuple[str, str, int]]:
    """Tag, relation and head's number of the words that a window owns, by their first pieces."""
    rows = here[(here >= owned[0]) & (here < owned[1])]
    if not len(rows):
        return {}
    at = rows - start + 1
    tags, relations = seen.words[at].argmax(1), seen.relations[at].argmax(1)
    heads = _heads(seen.arcs, rows, here, start, sentence)
    return {
        row: (WORD_TAGS[tag], RELATIONS[kind], number[head] if head >= 0 else ROOT)
        for row, tag, kind, head in zip(rows.tolist(), tags.tolist(), relations.tolist(), heads.tolist(), strict=True)
    }


def _heads(arcs: Floats, rows: Ints, here: Ints, start: int, sentence: Ints) -> Ints:
    """For each row the piece that its head begins with, of its own sentence and not itself; -1 where it has none."""
    scores = arcs[np.ix_(rows - start + 1, np.concatenate([[0], here - start + 1]))].copy()
    apart = sentence[rows][:, None] != sentence[here][None, :]
    scores[:, 1:][apart | (rows[:, None] == here[None, :])] = -np.inf
    best = scores.argmax(1)
    return np.where(best == 0, -1, here[best - 1])


def first_pieces(text: str, doc: Pieces) -> Ints:
    """The numbers of the pieces that begin a word or a mark, in order."""
    return _firsts([match.span() for match in _WORD.finditer(text)], text, doc)


def _firsts(spans: list[tuple[int, int]], text: str, doc: Pieces) -> Ints:
    begins = np.zeros(len(text) + 1, np.bool_)
    begins[[start for start, _ in spans]] = True
    return np.flatnonzero(begins[doc.starts])
