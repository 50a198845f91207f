"""The words around the names of one: what stands beside them as title or apposition, and what else is near.

"Texas senator Ann Roe", "Ann Roe, the retired surgeon,", "Sen. Ann Roe (R-Texas)", "Ann Roe is a geologist": a later
description is likely hers if it has the same words. Words are made alike first: no abbreviation, no plural, no demonym.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range
from onrecord.find.places import places
from onrecord.find.roles import in_full
from onrecord.find.words import Word, texts
from onrecord.wordlists import listed, table

_NEAR = 80  # characters on each side of a name within its sentence that are near it
_TITLE = 60  # characters before a name in which its title stands
_BEFORE = 6  # words that may stand before a name as a title
_MOST = 12  # names of one whose surroundings are read, the first ones
_PARTY = re.compile(r",? \(?([DRI])-((?:[A-Z][\w.]*\s?)+)[),]?")
_BESIDE = re.compile(
    r"(?:, (?!who\b|whose\b|which\b|said\b|says\b|and\b)| \(|,? (?:who )?(?:is|was) (?=an? |the |one of ))"
    r"([^,.;:()–—“”\"]{3,90})"
)
_FROM = re.compile(r" of ((?:[A-Z][\w-]+ ?){1,3})")
_STOPS = frozenset[str]().union(
    *(
        listed("words", kind)
        for kind in (
            *("prepositions", "auxiliaries", "conjunctions", "subordinators", "subject_pronouns", "past_verbs"),
            "determiners",
        )
    )
)
_SMALL = _STOPS | listed("words", "adverbs")


class Surroundings:
    """What stands around the names of a report, each as words made alike by `alike`."""

    def __init__(self, text: str, named: Sequence[Named], sentences: Iterable[Range]) -> None:
        self._text, self._named = text, named
        self._sentences = sorted(sentences)
        self._found: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, n: int) -> tuple[frozenset[str], frozenset[str]]:
        """The words beside the names of one, as title or apposition, and those near them, the former among them."""
        if n not in self._found:
            beside, near = set[str](), set[str]()
            for name in self._named[n].names[:_MOST]:
                beside |= self._beside(name)
                near |= self._near(name)
            self._found[n] = frozenset(beside), frozenset(near | beside)
        return self._found[n]

    def _beside(self, name: Name) -> set[str]:
        found = {in_full(title) for title in name.titles} | _all_alike(titled(self._text, name))
        party = _PARTY.match(self._text, name.end)
        if party:
            found |= {table("heads")["parties"][party.group(1)], *(state_of(party.group(2)) or "").lower().split()}
        for pattern in (_BESIDE, _FROM):
            match = pattern.match(self._text, name.end)
            if match and not party:
                found |= _all_alike(texts(self._text, *match.span(1)))
        return found

    def _near(self, name: Name) -> set[str]:
        k = bisect_right(self._sentences, (name.start, len(self._text) + 1)) - 1
        start, end = self._sentences[k] if k >= 0 else (0, len(self._text))
        before = texts(self._text, max(start, name.start - _NEAR), name.start)
        return _all_alike([*before, *texts(self._text, name.end, max(name.end, min(end, name.end + _NEAR)))])


def alike(word: Word) -> set[str]:
    """A word as others that say the same are written: "senator" of "Sen", "france" of "French", "mayor" of "mayors"."""
    return set(_alike(word.text))


@cache
def _alike(text: str) -> tuple[str, ...]:
    low = in_full(text.lower())
    known = places().get(text)
    if known is not None:
        return tuple(known[0].lower().split())
    if text.isupper() and len(text) > 1 and low not in table("heads")["same"]:
        return (low,)
    singular = low[:-1] if low.endswith("s") and not low.endswith("ss") and len(low) > 3 else low
    return (table("heads")["same"].get(singular, singular),)


def _all_alike(found: Iterable[str]) -> set[str]:
    return {one for text in found for one in _telling(text)}


@cache
def _telling(text: str) -> tuple[str, ...]:
    """A word made alike; nothing of a mark or of a word that says nothing of anybody."""
    word = Word(0, 0, text)
    return () if word.is_mark or is_small(word) else _alike(text)


def is_small(word: Word) -> bool:
    """Whether a word says nothing of anybody: an article, a preposition, an adverb, an auxiliary, a pronoun."""
    return word.low in _SMALL or len(word.text) == 1


def titled(text: str, name: Name) -> list[str]:
    """The words right before a name that may be its title: "Texas senator" of "with Texas senator Ann Roe"."""
    found: list[str] = []
    for word in reversed(texts(text, max(0, name.start - _TITLE), name.start)[-_BEFORE:]):
        if Word(0, 0, word).is_mark or word.lower() in _STOPS:
            break
        found.append(word)
    return found[::-1]


def state_of(written: str) -> str | None:
    """A state as it is called, from its name or its abbreviation; None for what is neither."""
    bare = re.sub(r"[.\s]", "", written).lower()
    known = table("heads")["states"].get(bare)
    return str(known).title() if known else written.strip(" .") or None
