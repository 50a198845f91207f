"""Whom a short name stands for: "Vance" for "Maria Vance", "Van der Roe" for "Anna van der Roe".

Where several have the surname, reports introduce a person by the full name and go on with the surname alone: who is the
only one introduced so far is meant, and goes on to be until another of the name is. Where the writer calls the others
by their given names, the surname alone is that of whoever came first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from onrecord.find.genders import gender
from onrecord.find.heads import offices
from onrecord.find.name import Name, Named
from onrecord.find.quotations import is_quoted
from onrecord.find.roles import in_full
from onrecord.wordlists import listed, table

_ARTICLE = re.compile(r"^(?:al|el)[-‑]")  # "al-Tarn" is "Tarn" on second mention
_COURTESY = listed("titles", "male") | listed("titles", "female") | {".", "dr", "prof"}

_THING = re.compile(r", which\b")
_ITSELF = re.compile(r",? (?:said|says|announced|insisted|added|warned) (?:that )?(?:it|its)\b")
"""What is said of a firm rather than of a person whose name it has: "Roe said it would appeal"."""
_EARLY = 7
"""How often a surname may stand alone before the full name that it is short for.

Of the 55 that did so in 200 articles of news, 53 did so up to seven times, once or twice mostly, and were that
person's; those with eight and nine were the head of state's, and the full name his son's.
"""
_OFTEN = 2  # times that a surname must have stood for one to go on standing for that one when another of it has come


class Surnames:
    """The people of a report who have a full name, by all that they may be called for short."""

    def __init__(
        self, text: str, people: Iterable[Named], short: Sequence[Name], firms: Set[str] = frozenset()
    ) -> None:
        """Args:
        text: the report's text.
        people: those with a name of two words or more, with no other name yet.
        short: the names that may be short for one of theirs, in order.
        firms: the words, in lower case, with which names of several words of bodies begin.
        """
        self._firms = firms
        self._introduced: dict[int, list[int]] = {}
        self._text = text
        self._called: Counter[int] = Counter()
        self._by_surname: dict[str, list[Named]] = {}
        self._by_given: dict[str, list[Named]] = {}
        for one in people:
            self._introduced[id(one)] = [name.start for name in one.names]
            for key in _tails(one.label):
                self._by_surname.setdefault(key, []).append(one)
            self._by_given.setdefault(one.label.casefold().split()[0], []).append(one)
        early = [
            ((_short(name), id(one)), _are_two(name, one))
            for name in short
            for one in self._matches(name)
            if name.start < self._introduced[id(one)][0]
        ]
        self._by_given_alone = {
            id(one)
            for name in short
            if _short(name) not in self._by_surname and not is_quoted(text, name.start)
            for one in self._by_given.get(_short(name), ())
        }
        often = Counter(key for key, _ in early)
        self._others = {key for key, are_two in early if are_two or often[key] > _EARLY}

    def has(self, name: Name) -> bool:
        """Whether somebody's longer name ends with these words, as "Anna van der Roe" does with "Van der Roe"."""
        return _short(name) in self._by_surname

    def words(self) -> frozenset[str]:
        """All words, in lower case, that are somebody's given name or surname."""
        return frozenset(self._by_given) | frozenset(self._by_surname)

    def owner(self, name: Name) -> Named | None:
        """Who is meant by a short name, the names of a report being asked about in order; None where it is open."""
        key = _short(name)
        if _THING.match(self._text, name.end) or (key in self._firms and _ITSELF.match(self._text, name.end)):
            return None
        fitting = (one for one in self._matches(name) if (key, id(one)) not in self._others)
        matches = [one for one in fitting if not _is_in_other_office(name, one)]
        found = (
            matches[0]
            if len(matches) == 1
            else self._of_role(matches, name) or self._known(matches, name.start) or self._told_apart(matches)
        )
        if found is not None:
            self._called[id(found)] += 1
        return found

    def _of_role(self, matches: list[Named], name: Name) -> Named | None:
        """The only one of several to whom the report gives the role that stands before a surname."""
        told = _roles(name) - listed("titles", "modifiers")
        having = [one for one in matches if told & {role for full in one.names for role in _roles(full)}]
        return having[0] if len(having) == 1 else None

    def _known(self, matches: list[Named], at: int) -> Named | None:
        """The only one of several who has been introduced; or who is called so already, if no other of the name has
        been introduced in this paragraph."""
        called = [one for one in matches if self._called[id(one)]]
        known = [one for one in matches if self._introduced[id(one)][0] < at] or called
        if len(known) > 1 and len(called) == 1:
            last = {id(one): max(start for start in self._introduced[id(one)] if start < at) for one in known}
            own = last.get(id(called[0]), 0)
            is_near = any(start > own and "\n" not in self._text[start:at] for start in last.values())
            known = [] if is_near or self._called[id(called[0])] < _OFTEN else called
        return known[0] if len(known) == 1 else None

    def _told_apart(self, matches: list[Named]) -> Named | None:
        """The first introduced of several, if the writer calls all the others by the given name alone."""
        first, *others = [*sorted(matches, key=lambda one: self._introduced[id(one)][0]), None]
        by_given = [one is None or id(one) in self._by_given_alone for one in others]
        return first if len(others) > 1 and all(by_given) and id(first) not in self._by_given_alone else None

    def _matches(self, name: Name) -> list[Named]:
        """Everyone of a surname whose gender fits; if nobody has it, of a given name. "King Arvid" is no surname."""
        told = gender(Named([name], "person", "")) if name.titles else None
        key = _short(name)
        is_given = not listed("titles", "regnal").isdisjoint(name.titles)
        named = ([] if is_given else self._by_surname.get(key, []), self._by_given.get(key, []))
        fitting = ([one for one in ones if told is None or gender(one) in (None, told)] for ones in named)
        return next((ones for ones in fitting if ones), [])


def is_one_person(a: str, b: str) -> bool:
    """Whether two full names, as keys, are one person's: with a middle name or without, "Bob" for "Robert"."""
    (first, *_, last), (other, *_, end) = a.split(), b.split()
    return last == end and _in_full(first) == _in_full(other) and min(len(a.split()), len(b.split())) == 2


def _in_full(given: str) -> str:
    full: str = table("titles")["nicknames"].get(given, given)
    return full


def _bare(label: str) -> list[str]:
    """The words of a name without "Jr." and the like."""
    kept = [word for word in label.split() if word.strip(".,").lower() not in listed("titles", "behind")]
    return kept or [label]


def _tails(label: str) -> set[str]:
    """All that a name ends with, in lower case: "der Roe", "Roe"; "Roe Jr"; and "Tarn" for "al-Tarn"."""
    whole, bare = ([word.strip(".,") for word in one] for one in (label.casefold().split(), _bare(label.casefold())))
    found = {" ".join(words[k:]) for words in (whole, bare) for k in range(1, len(words)) if k < len(bare)} | {bare[-1]}
    return found | {_ARTICLE.sub("", one) for one in found}


def _short(name: Name) -> str:
    return " ".join(word.strip(".,") for word in name.words).casefold()


def _are_two(name: Name, one: Named) -> bool:
    """Whether a role that stands before a surname is not one of theirs whose full name has another before it."""
    roles = {role for full in one.names for role in _roles(full)}
    return bool(_roles(name) and roles) and _roles(name).isdisjoint(roles)


def _is_in_other_office(name: Name, one: Named) -> bool:
    """Whether a surname stands behind an office and the full name behind another, so that they are two: "Mayor Roe"
    is not "Senator Ann Roe"."""
    own = offices(_roles(name))
    held = offices({role for full in one.names if len(full.words) > 1 for role in _roles(full)})
    return bool(own and held) and own.isdisjoint(held)


def _roles(name: Name) -> set[str]:
    """The words of the role before a name, in full."""
    return {in_full(title) for title in name.titles if title not in _COURTESY}
