"""Which of those that a report names a word stands for: by a name over it, by a country's adjective before it, or as a
pronoun or definite description."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.find.attributions import Attributed
from onrecord.find.expression import FORM_OF
from onrecord.find.heads import is_people, kind_of
from onrecord.find.phrases import Range
from onrecord.find.places import places
from onrecord.find.standing import Standing
from onrecord.find.syntax import Syntax
from onrecord.wordlists import listed

_PRONOUNS = frozenset({*FORM_OF, "i", "me", "my", "we", "us", "our"})
_OWNERS = ("nmod:poss", "compound", "amod", "nmod")
_DEPTH = 3  # owners that are climbed: "the police of the capital of the state"


class Referents:
    """Whom the words of one report stand for; ask by the number of the head word of a phrase."""

    def __init__(self, read: Attributed, syntax: Syntax, standing: Standing) -> None:
        """What is gone by: names and plain text of the report, its words, and whom its pronouns may stand for."""
        self._read, self._syntax, self._standing = read, syntax, standing
        self._names = sorted((name.start, name.end, n) for n, one in enumerate(read.named) for name in one.names)
        self._starts = [start for start, _, _ in self._names]
        known = [(name.canonical, n) for n, one in enumerate(read.named) for name in one.names if name.canonical]
        self._countries = dict(reversed(known))
        self._roles = sorted((*role, n) for n, one in enumerate(read.named) for role in one.roles)

    def of(self, word: int, depth: int = _DEPTH) -> int | None:
        """The number of the one named that a word stands for, or None; "four Norwegians" are not Norway."""
        if self._is_of_people(word):
            return None
        name = self._named_by(word)
        if name is not None:
            return name
        token = self._syntax.tokens[word]
        country = places().get(token.text, ("", ""))[0] or self._state(word)
        if country in self._countries:
            return self._countries[country]
        for look in (self._meant, self._called_so):
            found = look(word)
            if found is not None:
                return found
        return self._acted_for(word, depth) if depth else None

    def _is_of_people(self, word: int) -> bool:
        """Whether a word is the plural of the adjective of a country, which means people from there."""
        token = self._syntax.tokens[word]
        is_plural = token.text.endswith("s") and not token.text.endswith("ss")
        return is_plural and places().get(token.text, ("", ""))[1] == "demonym"

    def touched(self, word: int) -> int | None:
        """The one who is meant where something is done to a thing of his: "NAME's accounts", "the taps of NAME"."""
        own = self.of(word)
        if own is not None or is_people(self._syntax.tokens[word].low):
            return own  # "the director of NAME" is somebody, and nothing of his
        owners = [*self._syntax.below(word, "nmod:poss", "compound", "amod"), *self._behind(word)]
        return next((found for n in owners if (found := self.of(n, 0)) is not None), None)

    def _behind(self, word: int) -> list[int]:
        """What hangs on a word by "of" or "at"."""
        tokens = self._syntax.tokens
        found = self._syntax.below(word, "nmod")
        return [n for n in found if {tokens[k].low for k in self._syntax.below(n, "case")} & {"of", "at"}]

    def _named_by(self, word: int) -> int | None:
        """The one whose name a word is part of, is in apposition with, or tells the role of."""
        token = self._syntax.tokens[word]
        below = (n for n in self._syntax.below(word, "flat", "appos") if not self._is_behind_preposition(n))
        near = [word, *below]
        if token.relation in ("flat", "appos") and token.head >= 0:
            near.append(token.head)
        name = next(filter(None, map(self.name_over, near)), None)
        return name[2] if name else self._in_role(word)

    def _is_behind_preposition(self, word: int) -> bool:
        """Whether the name that a word is part of stands behind a preposition: "the head of NAME" is not NAME."""
        name, first = self.name_over(word), word
        while name is not None and first and self.name_over(first - 1) == name:
            first -= 1
        return name is not None and first > 0 and self._syntax.tokens[first - 1].tag == "ADP"

    def _in_role(self, word: int) -> int | None:
        """The one whose role ends with a word: "the plant's director, NAME", "NAME, the director of the plant"."""
        spot = self._theirs(self._syntax.tokens[word].start, self._syntax.tokens[word].end)
        held = [role for role in self._roles if spot and role[0] <= spot[0] and spot[1] <= role[1]]
        head = self._syntax.tokens[word].head
        above = self._theirs(self._syntax.tokens[head].start, self._syntax.tokens[head].end) if head >= 0 else None
        inner = [role for role in held if above is None or not role[0] <= above[0] < role[1]]
        return inner[0][2] if len(inner) == 1 else None

    def _called_so(self, word: int) -> int | None:
        """The one body that has a bare word for it in its name: "Police", "the agency", "detectives"."""
        low = self._syntax.tokens[word].low
        called = "police" if low in listed("events_formal", "police") else low
        is_official = called in listed("words", "bodies", "official")
        is_told_of = any(self._syntax.tokens[n].low == "the" for n in self._syntax.below(word, "det"))
        if not (is_official or (is_told_of and kind_of(low) == "organisation")):
            return None
        if self._syntax.below(word, "amod", "compound", "nmod"):
            return None
        bodies = (n for n, one in enumerate(self._read.named) if one.kind == "organisation")
        found = [n for n in bodies if called in self._read.named[n].label.lower().split()]
        return found[0] if len(found) == 1 else None

    def _acted_for(self, word: int, depth: int) -> int | None:
        """The body or country for which some people act that belong to it: "its inspectors", "lawyers for X"."""
        token = self._syntax.tokens[word]
        if token.low not in listed("events_formal", "for a body") | listed("events_formal", "of a state"):
            return None
        for n in self._syntax.below(word, *_OWNERS):
            owner = self.of(n, depth - 1)
            if owner is not None and self._read.named[owner].kind in ("organisation", "country"):
                return owner
        return None

    def name_over(self, word: int) -> tuple[int, int, int] | None:
        """The name that a word is part of: its range in the report, and the number of the one that it names."""
        spot = self._theirs(self._syntax.tokens[word].start, self._syntax.tokens[word].end)
        return self._name_at(spot[0]) if spot else None

    def at(self, position: int) -> int | None:
        """The number of the one whose name stands at a position of the report."""
        name = self._name_at(position)
        return name[2] if name else None

    def _name_at(self, position: int) -> tuple[int, int, int] | None:
        n = bisect_right(self._starts, position) - 1
        return self._names[n] if n >= 0 and position < self._names[n][1] else None

    def _state(self, word: int) -> str:
        """The country whose adjective stands before a word for a part of its state: "a Canadian court"."""
        if self._syntax.tokens[word].low not in listed("events_formal", "of a state"):
            return ""
        before = self._syntax.below(word, "amod", "compound", "nmod:poss")
        return next((found[0] for n in before if (found := places().get(self._syntax.tokens[n].text))), "")

    def _meant(self, word: int) -> int | None:
        """Whom a pronoun or definite description stands for, where that is sure."""
        token = self._syntax.tokens[word]
        first = word if token.low in _PRONOUNS else self._first(word)
        if first is None:
            return None
        span = self._theirs(self._syntax.tokens[first].start, token.end)
        found = self._standing.of(span, token.relation == "nsubj") if span else None
        return None if found is not None and self._names_within(word, found) else found

    def _names_within(self, word: int, one: int) -> bool:
        """Whether one is named in what hangs on a word: "the director of NAME" is not NAME."""
        below = (self.name_over(n) for n in self._syntax.below(word, "nmod", "nmod:poss", "compound"))
        return any(name is not None and name[2] == one for name in below)

    def _first(self, word: int) -> int | None:
        """The word with which a description begins that has an article or an owner."""
        own = [n for n in self._syntax.below(word, "det", "nmod:poss") if n < word]
        return min(own[0], self._syntax.under(own[0])[0]) if own else None

    def _theirs(self, start: int, end: int) -> Range | None:
        return self._read.plain.one(start, end)
