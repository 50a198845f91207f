"""Who does a deed and whom it is done to: of all who may be meant the one whom clause, network and report tell.

A small network (`training/parties.py`) weighs the candidates for each side of each deed by a few numbers, which
`party_rows` collects: what the reader's network gives them, whether the deed's own clause tells them, how near they
stand, how often they are named, and what they are in other deeds of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from itertools import pairwise, product

import numpy as np

from onrecord.encoder import Encoder, Floats
from onrecord.find.deed_words import DeedWords
from onrecord.find.doing import Doing
from onrecord.find.heads import is_people, kind_of
from onrecord.find.nameless import Nameless
from onrecord.find.party import NOBODY, Party
from onrecord.find.party_rows import Asked, PartyRows, Weighed
from onrecord.find.plain import Plain
from onrecord.find.referents import Referents
from onrecord.find.syntax import Syntax
from onrecord.model import EntityType
from onrecord.wordlists import listed

_DOERS: frozenset[EntityType] = frozenset({"person", "organisation", "country", "group"})
_UNDERGOERS: frozenset[EntityType] = frozenset({"person", "organisation"})
"""What a phrase without a name may mean that is a party by its place in the clause: of 100 other subjects ("the
report") our labels have 43 for the one who does it, of 100 other objects 6 for the one it is done to."""
_LIKELY = 8  # candidates of each side of which pairs are looked at
Named = Sequence[tuple[int, float]]
"""Where words stand that may name a party, with their chances."""


class Parties:
    """Whom the deeds of one report are done by and to."""

    def __init__(
        self,
        encoder: Encoder,
        syntax: Syntax,
        plain: Plain,
        referents: Referents,
        nameless: Nameless,
        rows: PartyRows,
        places: Set[str],
    ) -> None:
        """What is gone by.

        Args:
            encoder: weighs the candidates.
            syntax: the words of the report's plain text.
            plain: that text, as parts of the report.
            referents: whom its words stand for.
            nameless: those whom it does not name.
            rows: those whom it names, and the numbers by which candidates are weighed.
            places: the ids of those that are places: where something is done, more often than whom it is done to.
        """
        self._encoder, self._syntax, self._plain = encoder, syntax, plain
        self._referents, self._nameless = referents, nameless
        self._rows, self._places = rows, places
        self._words = DeedWords(syntax)
        self._known: dict[tuple[int, bool], Party] = {}

    def of(self, doings: Sequence[Doing]) -> list[tuple[Party, Party]]:
        """For each of some deeds who does it, and whom it is done to; never one and the same.

        What somebody undergoes nobody does: "she died".
        """
        weighed = self.weighed(doings)
        if not weighed:
            return []
        scores = self._encoder.parties(np.concatenate([rows for _, rows in weighed]))
        ends = np.cumsum([len(rows) for _, rows in weighed]).tolist()
        chances = [
            list(zip([*parties, NOBODY], _softmax(scores[a:b]), strict=True))
            for (parties, _), (a, b) in zip(weighed, pairwise([0, *ends]), strict=True)
        ]
        both = zip(chances[::2], chances[1::2], strict=True)
        return [self._settled(one, *sides) for one, sides in zip(doings, both, strict=True)]

    def weighed(self, doings: Sequence[Doing]) -> list[Weighed]:
        """The candidates for both sides of some deeds with their numbers: those who may do it first, then those to whom
        it may be done."""
        return list(self._rows.weighed([(self._doers(one), self._undergoers(one)) for one in doings]))

    def _doers(self, one: Doing) -> Asked:
        words = [] if _is_undergone(one) else self._words.doers(one.word, is_noun=one.deed.is_noun)
        return self._asked(one, words, one.happening.agents, is_agent=True)

    def _undergoers(self, one: Doing) -> Asked:
        words = self._words.undergoers(one.word, is_noun=one.deed.is_noun)
        if _is_undergone(one):
            words = [*self._words.doers(one.word, is_noun=one.deed.is_noun), *words]
        return self._asked(one, words, one.happening.patients, is_agent=False)

    def _asked(self, one: Doing, words: Sequence[int], named: Named, *, is_agent: bool) -> Asked:
        kinds = _DOERS if is_agent else _UNDERGOERS
        asked = Asked(one, is_agent, is_passive=self._words.is_passive(one.word), is_listed=bool(words))
        for start, chance in named:
            for n in self._syntax.over(start, start + 1)[:1]:
                asked.add(self._called(n, is_agent), n, chance)
        for n in words:
            party = self._called(n, is_agent)
            asked.add(party, n, 0.0)
            if asked.told is None and self._is_sure(n, party, kinds):
                asked.told = party.key
        return asked

    def _settled(
        self, one: Doing, doers: Sequence[tuple[Party, float]], undergoers: Sequence[tuple[Party, float]]
    ) -> tuple[Party, Party]:
        """The likeliest two who are not one."""
        if _is_undergone(one):
            return NOBODY, self._identified(_likeliest(undergoers)[0][0])
        pairs = product(_likeliest(doers), _likeliest(undergoers))
        apart = (pair for pair in pairs if pair[0][0].key is None or pair[0][0].key != pair[1][0].key)
        (agent, _), (patient, _) = max(apart, key=lambda pair: pair[0][1] * pair[1][1])
        agent, patient = self._identified(agent), self._identified(patient)
        return agent, patient if patient.entity != agent.entity else NOBODY

    def _identified(self, one: Party) -> Party:
        """The party as an entity, where words without a name mention it."""
        return one._replace(entity=self._nameless.entity(one.phrase)) if one.phrase else one

    def _is_sure(self, word: int, one: Party, kinds: Set[EntityType]) -> bool:
        """Whether a word in a deed's clause surely stands for a party."""
        if one.phrase is None:
            return one.entity is not None and one.entity not in self._places and not one.owns
        low = self._syntax.tokens[word].low
        kind = kind_of(low) or kind_of(low.removesuffix("s"))
        return kind in kinds or ("group" in kinds and is_people(low))

    def _called(self, word: int, is_agent: bool) -> Party:
        """The party that a word stands for; whoever has no name by the phrase that the word is the head of: "the
        director of NAME" is not NAME."""
        if (word, is_agent) not in self._known:
            self._known[word, is_agent] = self._read(word, self._entity if is_agent else self._touched)
        return self._known[word, is_agent]

    def _read(self, word: int, whom: Callable[[int], Party]) -> Party:
        person = self._person_of(word)
        one = whom(word) if person is None else self._entity(person)
        phrase = None if one.entity else self._nameless.phrase(word if person is None else person)
        if phrase is None:
            return one
        tokens = self._syntax.tokens
        return Party(None, phrase=self._plain.one(tokens[phrase[0]].start, tokens[phrase[1] - 1].end))

    def _person_of(self, word: int) -> int | None:
        """The word for a person on whom a name hangs that a word is part of: "director" of "the director of NAME"."""
        name = self._referents.name_over(word)
        if name is None:
            return None
        first = word
        while first and self._referents.name_over(first - 1) == name:
            first -= 1
        before = [n for n in range(max(first - 3, 0), first) if self._syntax.tokens[n].tag != "DET"]
        if len(before) > 1 and self._syntax.tokens[before[-1]].low == "of":
            return before[-2] if self._is_person(before[-2]) else None
        inside = word
        for above in self._syntax.above(word):
            if self._referents.name_over(above) != name:
                hangs = self._syntax.tokens[inside].relation in ("nmod", "nmod:poss")
                return above if hangs and self._is_person(above) else None
            inside = above
        return None

    def _is_person(self, word: int) -> bool:
        return kind_of(self._syntax.tokens[word].low.removesuffix("s")) == "person"

    def _entity(self, word: int) -> Party:
        number = self._referents.of(word)
        return NOBODY if number is None else Party(self._rows.entities[number])

    def _touched(self, word: int) -> Party:
        number = self._referents.touched(word)
        if number is None:
            return NOBODY
        return Party(self._rows.entities[number], owns=self._referents.of(word) is None)


def _is_undergone(one: Doing) -> bool:
    return one.deed.lemma in listed("events_formal", "undergone")


def _likeliest(chances: Sequence[tuple[Party, float]]) -> list[tuple[Party, float]]:
    return sorted(chances, key=lambda one: -one[1])[:_LIKELY]


def _softmax(scores: Floats) -> list[float]:
    weights = np.exp(scores - scores.max())
    found: list[float] = (weights / weights.sum()).tolist()
    return found
