"""What a description says of the one it stands for: "the Ostrell mayor", "the company", "his lawyer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from onrecord.find.genders import Gender, gender_of
from onrecord.find.heads import BODIES, PLACES, ROLES, body_classes, classes, classes_of_name, is_of, kind_of
from onrecord.find.name import Named
from onrecord.find.phrases import Range, head_word
from onrecord.find.roles import in_full, words_of
from onrecord.find.surroundings import alike, is_small
from onrecord.find.words import Word, words
from onrecord.model import EntityType
from onrecord.wordlists import listed, table

_STATE = re.compile(rf"\b(?:{'|'.join(sorted(set(table('heads')['states'].values()), key=len, reverse=True))})\b")
_KINDS: tuple[EntityType, ...] = ("person", "organisation", "country")
_POSSESSIVES = ("’s", "'s", "’", "'")
NO_DESCRIPTION = (0.0,) * (len(ROLES) + len(BODIES) + len(PLACES) + len(_KINDS) + 8)
"""The numbers of an expression that is no description."""
NO_FIT = (0.0,) * 37
"""How an expression that is no description fits anyone."""
Around = Callable[[int], tuple[frozenset[str], frozenset[str]]]
"""The words beside the names of one of the named, and those near them, by its number."""


@dataclass(frozen=True)
class Rivals:
    """Those of the candidates that have something which a description says, each list with the nearest first."""

    role: list[int]
    """The very role."""
    like: list[int]
    """A role of its class."""
    kind: list[int]
    """The kind that its head means: a person, a body, a place."""
    body: list[int]
    """A name that tells a body of the class of its head."""
    beside: list[int]
    """Its head beside a name of theirs."""
    best: list[int]
    """The most of its words around their names, if any."""


@dataclass(frozen=True)
class Description:
    """The words of a description: its head, its names, those whose it is, its first word, what else it says."""

    head: str
    names: frozenset[str]
    owners: frozenset[str]
    first: str
    more: frozenset[str] = frozenset()
    """Its other words, made alike, and those of its names."""
    bare: str = ""
    """All its words but the first, in lower case, as they stand."""

    @property
    def gender(self) -> Gender | None:
        """The gender that its head tells."""
        return gender_of(self.head)

    @property
    def kind(self) -> EntityType | None:
        """What its head means: a person, an organisation, or a country or other place; None where it may be any."""
        return kind_of(self.head)

    def may_be(self, one: Named) -> bool:
        """Whether a body may be of the class that its head tells: the words in its names do not tell only others.

        "The company" is no "Ostrell Health Authority". On half of the labels of bodies they tell only others of 384 of
        1,007 bodies that are not meant, and of 2 of the 86 that are.
        """
        bodies, told = body_classes(self.head), classes_of_name(one)
        return not bodies or not told or not bodies.isdisjoint(told)

    def is_elsewhere(self, roles: Sequence[str]) -> bool:
        """Whether somebody with these roles holds the one that it says, and holds it of another American state.

        "Maine's governor" is no "Oregon Gov. Ann Roe".
        """
        theirs = [_states(role) for role in roles if self.head in map(in_full, re.findall(r"[a-z]+", role.lower()))]
        mine = _states(f"{self.first} {self.bare}") if any(theirs) else frozenset()
        return bool(mine) and all(mine.isdisjoint(one) for one in theirs)

    @property
    def is_several(self) -> bool:
        """Whether it is of several persons: "her advisers", not "the boss"."""
        head = self.head
        return head.endswith("s") and not head.endswith("ss") and kind_of(head.removesuffix("s")) == "person"

    @cached_property
    def owner(self) -> str:
        """The last word of whoever has them, in lower case: "minister" of "the prime minister’s lawyer"; or none."""
        found = re.findall(r"([\w-]+)[’']s? ", self.bare)
        return str(found[-1]) if found else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """All its words but the first and those of its owner, in lower case."""
        return words_of(f"the {self.bare}")

    @cached_property
    def heads(self) -> frozenset[str]:
        """Its head as it may be written beside a name."""
        return frozenset({self.head, *alike(Word(0, 0, self.head))})

    def numbers(self) -> list[float]:
        """What it is in itself: the classes of its role, whether it is of a body, of kin, of several, of somebody."""
        head = self.head
        mine = classes({head, head.removesuffix("s")})
        return [
            *(float(one in mine) for one in ROLES),
            *(float(one in body_classes(head)) for one in BODIES),
            *(float(head in listed("heads", "places", one, "heads")) for one in PLACES),
            *(float(self.kind == one) for one in _KINDS),
            float(head in listed("words", "bodies", "words")),
            float(head in listed("words", "kin", "male") | listed("words", "kin", "female")),
            float(head.endswith("s")),
            float(self.first == "the"),
            float(self.first in ("his", "her", "their", "its")),
            float(self.first in ("this", "that")),
            float(bool(self.names)),
            float(bool(self.owners)),
        ]

    def rivals(self, named: Sequence[Named], candidates: Sequence[int], around: Around) -> Rivals:
        """Those of the candidates that have what it says, in their order."""
        mine, bodies = classes({self.head}), body_classes(self.head)
        shares = {n: self._share(around(n)[1]) for n in candidates}
        most = max(shares.values(), default=0.0)
        return Rivals(
            role=[n for n in candidates if self.head in named[n].role_words],
            like=[n for n in candidates if mine & classes(named[n].role_words)],
            kind=[n for n in candidates if is_of(named[n].kind, self.kind)],
            body=[n for n in candidates if bodies & classes_of_name(named[n])],
            beside=[n for n in candidates if self.heads & around(n)[0]],
            best=[n for n in candidates if most and shares[n] == most],
        )

    def fit(self, n: int, one: Named, roles: Sequence[str], rivals: Rivals, around: Around) -> list[float]:
        """How it fits one of the named.

        Args:
            n: the number of the one.
            one: who it is.
            roles: the words of its roles.
            rivals: those that have what it says.
            around: the words around the names of each.
        """
        label, low = _in_label(one.label), _in_label(one.label.lower())
        in_roles = frozenset().union(*map(_in_role, roles))
        beside, near = around(n)
        return [
            *(
                float(holds)
                for group in (rivals.role, rivals.like, rivals.kind, rivals.body, rivals.beside, rivals.best)
                for holds in (n in group, group[:1] == [n], group == [n])
            ),
            float(not rivals.role),
            float(len(rivals.role) > 1),
            float(bool(rivals.beside) and n not in rivals.beside),
            float(bool(rivals.body) and n not in rivals.body),
            float(bool(self.names) and not self.names <= in_roles),
            float(bool(self.names & in_roles)),
            float(bool(roles)),
            float(bool(self.names & label)),
            float(bool(self.owners & label)),
            float(self.head in low),
            float(self.kind is None),
            float(self.kind is not None and not is_of(one.kind, self.kind)),
            float(bool(self.heads & near)),
            self._share(beside),
            self._share(near),
            float(bool(self.more)),
            float(len(self.bare) > len(self.head) and self.bare in one.label.lower()),
            float(bool(self.more) and self.more <= beside and bool(self.heads & beside)),
            float(bool(self.head) and self.head == one.label.lower().split()[-1]),
        ]

    def _share(self, around: frozenset[str]) -> float:
        """How many of its further words stand around a name, 0–1."""
        return len(self.more & around) / len(self.more) if self.more else 0.0


def description(text: str, span: Range) -> Description:
    """The description that stands at a range of a text."""
    found = words(text, *span)
    names = frozenset(word.text for word in found[1:] if word.is_capitalised)
    owners = frozenset(before.text for before, word in pairwise(found) if word.text in _POSSESSIVES)
    head = head_word(found)
    small = (*_POSSESSIVES, head)
    said = [word for word in found if not word.is_mark and word.low not in small and not is_small(word)]
    more = frozenset(one for word in said if word.text not in owners for one in alike(word))
    bare = text[found[min(1, len(found) - 1)].start : found[-1].end].lower()
    return Description(head, names, owners, found[0].low, more, bare)


@lru_cache(4096)
def _in_label(label: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w.]+", label))


@lru_cache(4096)
def _in_role(role: str) -> frozenset[str]:
    """The words of a role that begin with a capital letter."""
    return frozenset(re.findall(r"[A-Z][\w.]*", role))


def _states(told: str) -> frozenset[str]:
    """The American states, in lower case, that some words name."""
    return frozenset(_STATE.findall(told.lower()))
