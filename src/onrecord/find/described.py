"""What a description says of the one it stands for: "the Ostrell mayor", "the company", "his lawyer"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from onrecord.find.genders import Gender, gender_of
from onrecord.find.name import Named
from onrecord.find.phrases import Range, head_word
from onrecord.find.words import listed, table, words

_CLASSES = tuple(table("words")["roles"])
_POSSESSIVES = ("’s", "'s", "’", "'")
NO_DESCRIPTION = (0.0,) * (len(_CLASSES) + 8)
"""The numbers of an expression that is no description."""
NO_FIT = (0.0,) * 16
"""How an expression that is no description fits anyone."""
Holders = tuple[list[int], list[int]]
"""Numbers of those that have the very role of a description, and of those that have one of its class."""


@dataclass(frozen=True)
class Description:
    """The words of a description: its head, its names, those whose it is, its first word."""

    head: str
    names: frozenset[str]
    owners: frozenset[str]
    first: str

    @property
    def gender(self) -> Gender | None:
        """The gender that its head tells."""
        return gender_of(self.head)

    def numbers(self) -> list[float]:
        """What it is in itself: the classes of its role, whether it is of a body, of kin, of several, of somebody."""
        head = self.head
        mine = classes({head, head.removesuffix("s")})
        return [
            *(float(one in mine) for one in _CLASSES),
            float(head in listed("words", "bodies", "words")),
            float(head in listed("words", "kin", "male") | listed("words", "kin", "female")),
            float(head.endswith("s")),
            float(self.first == "the"),
            float(self.first in ("his", "her", "their", "its")),
            float(self.first in ("this", "that")),
            float(bool(self.names)),
            float(bool(self.owners)),
        ]

    def holders(self, named: Sequence[Named], candidates: Sequence[int]) -> Holders:
        """Those of the candidates that have its role, or one of its class, in their order."""
        mine = classes({self.head})
        exact = [n for n in candidates if self.head in named[n].role_words]
        return exact, [n for n in candidates if mine & classes(named[n].role_words)]

    def fit(self, n: int, one: Named, roles: Sequence[str], holders: Holders) -> list[float]:
        """How it fits one of the named.

        Args:
            n: the number of the one.
            one: who it is.
            roles: the words of its roles.
            holders: those that have such a role, the nearest first.
        """
        label = set(re.findall(r"[\w.]+", one.label))
        in_roles = {word for role in roles for word in re.findall(r"[A-Z][\w.]*", role)}
        return [
            *(
                float(holds)
                for group in holders
                for holds in (n in group, group[:1] == [n], group == [n], len(group) > 1)
            ),
            float(not holders[0]),
            float(bool(self.names) and not self.names <= in_roles),
            float(bool(self.names & in_roles)),
            float(bool(roles)),
            float(bool(self.names) and any(all(word in role for word in self.names) for role in roles)),
            float(bool(self.names & label)),
            float(bool(self.owners & label)),
            float(self.head in {word.lower() for word in label}),
        ]


def description(text: str, span: Range) -> Description:
    """The description that stands at a range of a text."""
    found = words(text, *span)
    names = frozenset(word.text for word in found[1:] if word.is_capitalised)
    owners = frozenset(before.text for before, word in pairwise(found) if word.text in _POSSESSIVES)
    return Description(head_word(found), names, owners, found[0].low)


def classes(heads: Set[str]) -> set[str]:
    """The classes of roles that some words name: "boss" and "founder" are both leaders."""
    roles = table("words")["roles"]
    return {one for one in _CLASSES if heads & set(roles[one])}
