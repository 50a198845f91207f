"""Who does a deed and whom it is done to: the one that the words in its own clause and the network tell together."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from onrecord.find.deed_words import DeedWords
from onrecord.find.deeds import Deed
from onrecord.find.happenings import Happening
from onrecord.find.heads import is_people, kind_of
from onrecord.find.nameless import Nameless
from onrecord.find.phrases import Range
from onrecord.find.plain import Plain
from onrecord.find.referents import Referents
from onrecord.find.syntax import Syntax
from onrecord.model import EntityType
from onrecord.wordlists import listed

TOLD = 0.8
"""What the word in a deed's own clause for one of its parties counts for beside the network's chances (0–1): of 0.4 to
1.2 the best on ten affairs."""
_DOERS: frozenset[EntityType] = frozenset({"person", "organisation", "country", "group"})
_UNDERGOERS: frozenset[EntityType] = frozenset({"person", "organisation"})
"""What a phrase without a name may mean that is a party by its place in the clause: of 100 other subjects ("the
report") our labels have 43 for the one who does it, of 100 other objects 6 for the one it is done to."""

Named = Sequence[tuple[int, float]]
"""Where words stand that may name a party, with their chances."""


class Party(NamedTuple):
    """Who does a deed, or whom it is done to."""

    entity: str | None
    """The id of the entity; None: nobody known."""
    phrase: Range | None = None
    """The characters that mention somebody without a name."""
    owns: bool = False
    """Whether it is done to a thing of theirs."""
    chance: float = 0.0
    """How likely it is, 0–1, and more where the deed's own clause tells it too."""


NOBODY = Party(None)


class Parties:
    """Whom the deeds of one report are done by and to."""

    def __init__(
        self,
        syntax: Syntax,
        plain: Plain,
        referents: Referents,
        nameless: Nameless,
        entities: Sequence[str],
        places: Set[str],
    ) -> None:
        """What is gone by.

        Args:
            syntax: the words of the report's plain text.
            plain: that text, as parts of the report.
            referents: whom its words stand for.
            nameless: those whom it does not name.
            entities: the ids of those whom it names, by their numbers.
            places: the ids of those that are places: where something is done, more often than whom it is done to.
        """
        self._syntax, self._plain, self._referents, self._nameless = syntax, plain, referents, nameless
        self._entities, self._places = entities, places
        self._words = DeedWords(syntax)

    def of(self, word: int, deed: Deed, happening: Happening) -> tuple[Party, Party]:
        """Who does the deed that a word tells, and whom it is done to; one alone where both seem to be the same, as the
        likelier of both. What somebody undergoes nobody does: "she died"."""
        doers = self._words.doers(word, is_noun=deed.is_noun)
        undergoers = self._words.undergoers(word, is_noun=deed.is_noun)
        if deed.lemma in listed("events_formal", "undergone"):
            return NOBODY, self._undergone([*doers, *undergoers], happening)
        does = self._told(doers, self._entity, _DOERS)
        undergoes = self._told(undergoers, self._touched, _UNDERGOERS)
        agent = self._known(self._likeliest(happening.agents, self._entity, does, undergoes))
        patient = self._known(self._likeliest(happening.patients, self._touched, undergoes, does))
        if patient.entity is not None and patient.entity == agent.entity:
            return (agent, NOBODY) if agent.chance >= patient.chance else (NOBODY, patient)
        return agent, patient

    def _undergone(self, words: Sequence[int], happening: Happening) -> Party:
        """Whom something happens to: the subject, which the network may take for the one who does it."""
        told = self._told(words, self._touched, _UNDERGOERS)
        patient = self._known(self._likeliest(happening.patients, self._touched, told))
        return patient if patient.entity else self._known(self._likeliest(happening.agents, self._entity))

    def _known(self, one: Party) -> Party:
        """The party as an entity, where words without a name mention it."""
        return one._replace(entity=self._nameless.entity(one.phrase)) if one.phrase else one

    def _told(self, words: Sequence[int], whom: Callable[[int], Party], kinds: Set[EntityType]) -> Party:
        """The party that the first of some words in a deed's clause stands for which stands for one; nobody if none."""
        return next((one for n in words if self._is_sure(n, one := self._called(n, whom(n)), kinds)), NOBODY)

    def _is_sure(self, word: int, one: Party, kinds: Set[EntityType]) -> bool:
        if one.phrase is None:
            return one.entity is not None and one.entity not in self._places and not one.owns
        low = self._syntax.tokens[word].low
        kind = kind_of(low) or kind_of(low.removesuffix("s"))
        return kind in kinds or ("group" in kinds and is_people(low))

    def _likeliest(
        self, named: Named, whom: Callable[[int], Party], told: Party = NOBODY, other: Party = NOBODY
    ) -> Party:
        """The party that some words most likely name together; nobody where it is likelier that nobody is told.

        Args:
            named: the words.
            whom: the party that a word stands for.
            told: the party that the deed's own clause tells.
            other: the one that it tells for the other side of the deed.
        """
        chances: dict[Party, float] = {NOBODY: 1 - sum(chance for _, chance in named)}
        for start, chance in named:
            one = next((self._called(n, whom(n)) for n in self._syntax.over(start, start + 1)), NOBODY)
            chances[one] = chances.get(one, 0.0) + chance
        if other not in (NOBODY, told):
            chances.pop(other, None)
        if told != NOBODY:
            chances[told] = chances.get(told, 0.0) + TOLD
        best = max(chances, key=lambda one: chances[one])
        return best._replace(chance=chances[best])

    def _called(self, word: int, one: Party) -> Party:
        """The party that a word stands for; whoever has no name by the phrase that the word is the head of: "the
        director of NAME" is not NAME."""
        person = self._person_of(word)
        if person is not None:
            word, one = person, self._entity(person)
        phrase = None if one.entity else self._nameless.phrase(word)
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
        return NOBODY if number is None else Party(self._entities[number])

    def _touched(self, word: int) -> Party:
        number = self._referents.touched(word)
        if number is None:
            return NOBODY
        return Party(self._entities[number], owns=self._referents.of(word) is None)
