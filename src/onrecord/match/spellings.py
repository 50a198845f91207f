"""Names that the reports of one affair write in two ways: "Mohamed", "Mohammed"; "DOJ", "Department of Justice".

Names from other scripts have many spellings. Two persons of one affair whom no report names together are one where
every word of the one name is the other's in another spelling: the same consonants, doubled or not, between the same
first and last letters, or a letter left out in one word alone. A body that a report calls by letters alone is the only
one of the affair whose words begin with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.match.entities import Join, name_words
from onrecord.model import Entity
from onrecord.wordlists import listed

_LONG = 5  # letters that a word has at least which may be spelt in another way: "Dan" and "Don" are two
_CONSONANTS = 3  # at least, in such a word
_LETTERS = 3  # of an acronym, at least
_WORDS = 2  # of a name that an acronym stands for, small ones left out, at least
_SCORE = 0.8
_DOUBLED = re.compile(r"(\w)\1+")
_VOWELS = re.compile(r"[aeiouy]")
_COUNTRY = re.compile(r"^(?:the )?(?:U\.?S\.?A?|UK|American|British) ", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "de", "&"})


def spellings(entities: Sequence[Entity], groups: Iterable[Sequence[str]]) -> Iterator[Join]:
    """Each person and body that reports of an affair write in another way, with the one who is named more.

    Args:
        entities: those of all reports.
        groups: the ids of the reports of each affair.
    """
    affair = {report: n for n, group in enumerate(groups) for report in group}
    people: dict[tuple[object, ...], list[_Name]] = defaultdict(list)
    bodies: dict[int, list[Entity]] = defaultdict(list)
    for one in sorted(entities, key=lambda one: (-len(one.mentions), one.id)):
        for n in sorted({affair[mention.report] for mention in one.mentions}):
            if one.type == "organisation":
                bodies[n].append(one)
            elif one.type == "person" and len(words := _core(one.name)) > 1:
                people[n, len(words), words[0][0], words[-1][0]].append(_Name(one, words))
    for group in people.values():
        yield from _persons(group)
    for group_ in bodies.values():
        yield from _acronyms(group_)


class _Name(NamedTuple):
    """A person, and the words of the name without "al" and other particles."""

    one: Entity
    words: list[str]

    @property
    def reports(self) -> set[str]:
        return {mention.report for mention in self.one.mentions}


def _persons(names: Sequence[_Name]) -> Iterator[Join]:
    """The joins among persons of an affair, each with one who is named more; none where two may be meant."""
    for k, name in enumerate(names):
        homes = [other for other in names[:k] if _is_spelt(name.words, other.words)]
        if len(homes) == 1 and name.reports.isdisjoint(homes[0].reports):
            yield _join(name.one, homes[0].one)


def _acronyms(bodies: Sequence[Entity]) -> Iterator[Join]:
    """The joins of bodies called by letters alone, each with the only one of an affair that they may stand for."""
    for one in bodies:
        letters = one.name.replace(".", "")
        if letters.isupper() and letters.isalpha() and len(letters) >= _LETTERS:
            homes = [other for other in bodies if other is not one and _is_short_for(letters, other.name)]
            if len(homes) == 1:
                yield _join(one, homes[0])


def _join(one: Entity, home: Entity) -> Join:
    return Join(one, home, _SCORE, f"“{one.name}” is another way to write “{home.name}”")


def _is_spelt(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two names of as many words are one in two spellings."""
    pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return (bool(pairs) and all(_sound_alike(a, b) for a, b in pairs)) or (
        len(pairs) == 1 and _lacks_a_letter(*pairs[0])
    )


def _core(name: str) -> list[str]:
    """The words of a name without "al" and other particles."""
    return [word for word in name_words(name) if word not in listed("words", "particles")]


def _sound_alike(a: str, b: str) -> bool:
    """Whether two words have the same consonants, doubled or not, between the same letters."""
    low, high = (_DOUBLED.sub(r"\1", word) for word in (a, b))
    if low == high:
        return True
    same = _VOWELS.sub("", low[1:-1])
    is_long = min(len(a), len(b)) >= _LONG and sum(letter not in "aeiouy" for letter in low) >= _CONSONANTS
    return is_long and (low[0], low[-1]) == (high[0], high[-1]) and same == _VOWELS.sub("", high[1:-1])


def _lacks_a_letter(a: str, b: str) -> bool:
    """Whether a letter inside one word is left out in the other."""
    short, long_ = sorted((a, b), key=len)
    is_near = len(short) >= _LONG and len(long_) == len(short) + 1 and short[0] == long_[0] and short[-1] == long_[-1]
    return is_near and any(long_[:n] + long_[n + 1 :] == short for n in range(1, len(long_) - 1))


def _is_short_for(acronym: str, name: str) -> bool:
    """Whether letters are those that the words of a name begin with, small words left out or not; what stands behind
    "and" at its end may be left out: "CDC"."""
    words = re.findall(r"\w+|&", _COUNTRY.sub("", name))
    large = [word for word in words if word.lower() not in _SMALL]
    told = [words, large, large[:-1] if words[-2:-1] in (["and"], ["&"]) else large]
    return len(large) >= _WORDS and any("".join(word[0] for word in some).upper() == acronym for some in told)
