"""Which of those that a report names a word stands for: by a name over it, by a country's adjective before it, or as a
pronoun or definite description."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.find.antecedents import FORM_OF, Antecedents, Expression
from onrecord.find.attributions import Attributed
from onrecord.find.phrases import Range
from onrecord.find.places import places
from onrecord.find.syntax import Syntax
from onrecord.find.words import listed

MEANT = 0.7  # chance (0–1) of an antecedent from which it counts, as for speakers
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})


class Referents:
    """Whom the words of one report stand for; ask by the number of the head word of a phrase."""

    def __init__(self, read: Attributed, syntax: Syntax, weighed: Antecedents) -> None:
        """What is gone by: names and plain text of the report, its words, and whom its pronouns may stand for."""
        self._read, self._syntax, self._weighed = read, syntax, weighed
        self._names = sorted((name.start, name.end, n) for n, one in enumerate(read.named) for name in one.names)
        self._starts = [start for start, _, _ in self._names]
        known = [(name.canonical, n) for n, one in enumerate(read.named) for name in one.names if name.canonical]
        self._countries = dict(reversed(known))

    def of(self, word: int) -> int | None:
        """The number of the one named that a word stands for, or None."""
        token = self._syntax.tokens[word]
        name = self.name_over(word) or next(
            filter(None, map(self.name_over, self._syntax.below(word, "flat", "appos"))), None
        )
        if name:
            return name[2]
        country = places().get(token.text, ("", ""))[0] or self._state(word)
        return self._countries[country] if country in self._countries else self._meant(word)

    def name_over(self, word: int) -> tuple[int, int, int] | None:
        """The name that a word is part of: its range in the report, and the number of the one that it names."""
        spot = self._theirs(self._syntax.tokens[word].start, self._syntax.tokens[word].end)
        n = bisect_right(self._starts, spot[0]) - 1 if spot else -1
        return self._names[n] if spot and n >= 0 and spot[0] < self._names[n][1] else None

    def _state(self, word: int) -> str:
        """The country whose adjective stands before a word for a part of its state: "a Canadian court"."""
        if self._syntax.tokens[word].low not in listed("events_formal", "of a state"):
            return ""
        before = self._syntax.below(word, "amod", "compound", "nmod:poss")
        return next((found[0] for n in before if (found := places().get(self._syntax.tokens[n].text))), "")

    def _meant(self, word: int) -> int | None:
        """Whom a pronoun or definite description stands for, where that is sure."""
        token = self._syntax.tokens[word]
        first = word if token.low in FORM_OF else self._syntax.under(word)[0]
        if token.low not in FORM_OF and self._syntax.tokens[first].low not in _DEFINITE:
            return None
        span = self._theirs(self._syntax.tokens[first].start, token.end)
        ranked = self._weighed.rank(Expression(span), None) if span else []
        return ranked[0][0] if ranked and ranked[0][1] >= MEANT else None

    def _theirs(self, start: int, end: int) -> Range | None:
        found = self._read.plain.theirs((start, end))
        return found[0] if len(found) == 1 else None
