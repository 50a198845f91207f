"""Two sentences laid beside each other word by word: what they share, and what each has alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from onrecord.match.vocabulary import listed, negates
from onrecord.match.wording import CONTENT, Token, Wording

_BESIDE = 4  # words: as far from the shared words a word still belongs to what is told, where no clause ends before


@dataclass(frozen=True)
class Alignment:
    """Pairs of the words that two sentences share, by their places in each."""

    a: Wording
    b: Wording
    pairs: tuple[tuple[int, int], ...]
    """In the order of the first sentence."""

    @cached_property
    def common(self) -> int:
        """How many words that tell what it is about the two have in common."""
        return sum(self.a.tokens[i].kind in CONTENT for i, _ in self.pairs)

    @property
    def tells(self) -> bool:
        """Whether they share a word that is no name."""
        return any(self.a.tokens[i].kind in ("word", "number") for i, _ in self.pairs)

    @property
    def share(self) -> float:
        """The share of the words of the sentence with fewer that the other has too (0–1)."""
        fewer = min(self.a.content.total(), self.b.content.total())
        return self.common / fewer if fewer else 0.0

    @cached_property
    def alone(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """What each has alone in the stretch that both tell: what stands outside it may have been cut."""
        left, right = {i for i, _ in self.pairs}, {k for _, k in self.pairs}
        return (
            tuple(self.a.tokens[i] for i in self._stretches[0] if i not in left),
            tuple(self.b.tokens[k] for k in self._stretches[1] if k not in right),
        )

    @cached_property
    def _stretches(self) -> tuple[range, range]:
        """The places in each from the first shared word to the last, and the words beside them.

        Words beside them belong to what is told up to the end of the clause, unless the other sentence shows by an
        ellipsis that it was cut there.
        """
        known = set(self.pairs)
        firm = [
            (i, k)
            for i, k in self.pairs
            if self.a.tokens[i].kind != "function" or {(i - 1, k - 1), (i + 1, k + 1)} & known
        ]
        return (
            _stretch(self.a, {i for i, _ in firm}, self.b),
            _stretch(self.b, {k for _, k in firm}, self.a),
        )

    def told(self, side: int, kind: str) -> Counter[str]:
        """The words of a kind in the stretch that both tell, of the first (0) or the second (1) sentence."""
        one = (self.a, self.b)[side]
        return Counter(one.tokens[n].form for n in self._stretches[side] if one.tokens[n].kind == kind)

    def measured(self, side: int, kind: str) -> set[str]:
        """The numbers or amounts of what both tell; one whose noun the other has not is cut off with it."""
        one, shared = (self.a, self.b)[side], {pair[side] for pair in self.pairs}
        places, found = self._stretches[side], set[str]()
        for n in places:
            if one.tokens[n].kind == kind:
                after = (m for m in range(n + 1, min(n + 4, places.stop)) if one.tokens[m].kind in CONTENT)
                noun = next(after, None)
                if noun is None or noun in shared or n in shared:
                    found.add(one.tokens[n].form)
        return found


def aligned(a: Wording, b: Wording) -> Alignment:
    """The sentences side by side: first the words that stand in the same order, then those that have moved."""
    ours, theirs = [token.form for token in a.tokens], [token.form for token in b.tokens]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    pairs = {n: m for i, k, size in blocks for n, m in zip(range(i, i + size), range(k, k + size), strict=True)}
    free = defaultdict[str, list[int]](list)
    taken = set(pairs.values())
    for m, word in enumerate(theirs):
        if m not in taken and (_moves(b.tokens[m]) or ours.count(word) == theirs.count(word) == 1):
            free[word].append(m)
    for n, word in enumerate(ours):
        if n not in pairs and free[word]:
            pairs[n] = free[word].pop(0)
    kept = ((n, m) for n, m in sorted(pairs.items()) if a.tokens[n].kind != "break")
    return Alignment(a, b, tuple(kept))


def _stretch(one: Wording, shared: set[int], other: Wording) -> range:
    if not shared:
        return range(len(one.tokens))
    first, last = min(shared), max(shared)
    for _ in range(_BESIDE):
        if first > 0 and not _ends(one.tokens[first - 1]) and not other.is_cut_before:
            first -= 1
        if last + 1 < len(one.tokens) and not _ends(one.tokens[last + 1]) and not other.is_cut_after:
            last += 1
    return range(first, last + 1)


def _moves(token: Token) -> bool:
    """Whether a word is recognised in another place also where it is not the only one of its form."""
    return token.kind in CONTENT or token.form in listed("people")


def _ends(token: Token) -> bool:
    return token.kind == "break" or token.form == "and"


def replaced(pair: Alignment) -> list[tuple[str, str]]:
    """The words that stand in the places where the two differ, first sentence and second; empty where one has none."""
    kept, last = list[tuple[int, int]](), -1
    for i, k in pair.pairs:
        if k > last:
            kept.append((i, k))
            last = k
    ends = [(-1, -1), *kept, (len(pair.a.tokens), len(pair.b.tokens))]
    found = []
    for (i, k), (j, m) in pairwise(ends):
        words = _telling(pair.a.tokens[i + 1 : j]), _telling(pair.b.tokens[k + 1 : m])
        if any(words):
            found.append(words)
    return found


def _telling(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens if token.kind in CONTENT)


def denied_by_prefix(alignment: Alignment) -> tuple[int, int]:
    """How many words each sentence denies by a prefix that the other has without it: "unsafe", "safe"."""
    left, right = ([token.form for token in side] for side in alignment.alone)
    return (
        sum(any(negates(x, y) for y in right) for x in left),
        sum(any(negates(y, x) for x in left) for y in right),
    )
