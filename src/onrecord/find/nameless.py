"""Parties to events whom a report mentions and does not name: "police", "two gunmen", "the strikers"."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.find.heads import is_several
from onrecord.find.phrases import Range
from onrecord.find.syntax import Syntax
from onrecord.model import Entity, EntityType, Mention, Report, entity_id
from onrecord.wordlists import listed

_PHRASE = ("amod", "compound", "nummod", "flat")
"""Relations of what belongs to a short phrase: "two masked gunmen", but not "gunmen of the gang"."""
_APART = frozenset({"s", "least", "most"})
"""Words that are no part of a phrase, however they hang: the ending of an owner, "at least"."""
_SMALL = frozenset({"the", "a", "an", "this", "that", "these", "those"})


class Nameless:
    """The parties of one report that have no name, each known again by the same words."""

    def __init__(self, report: Report, syntax: Syntax, entities: Iterable[Entity]) -> None:
        """Args:
        report: the report.
        syntax: its words.
        entities: those of it that are known; a speaker who is not named is a party by the same words.
        """
        self._report, self._syntax = report, syntax
        self._found = {one.id: one for one in entities if not one.is_named}
        self._called = {_key(one.name): one.id for one in reversed([*self._found.values()])}

    def phrase(self, word: int) -> Range | None:
        """The words of the phrase that a noun is the head of, as a half-open range of word numbers; None for others."""
        if self._syntax.tokens[word].tag not in ("NOUN", "PROPN"):
            return None
        inside = {word, *self._syntax.below(word, *_PHRASE)}
        first = last = word
        if _is_no_party(self._syntax.tokens[word].text):
            return None
        while first - 1 in inside and self._syntax.tokens[first - 1].low not in _APART:
            first -= 1
        while last + 1 in inside:
            last += 1
        if first and self._syntax.tokens[first - 1].relation == "nummod":
            first -= 1  # whatever it hangs on: it counts the noun behind it
        return self._syntax.figure(first)[0], last + 1

    def entity(self, span: Range) -> str:
        """The id of the party that some characters of the report mention, another mention of whom this is."""
        words = self._report.span(*span)
        mention = Mention(words.report, words.start, words.end, words.text, span)
        own = self._called.setdefault(_key(mention.text), entity_id(mention))
        known = self._found.get(own)
        if known is None:
            self._found[own] = Entity(id=own, name=mention.text, type=_type(mention.text), mentions=(mention,))
        elif not any(one.start < span[1] and span[0] < one.end for one in known.mentions):
            mentions = sorted([*known.mentions, mention], key=lambda one: one.start)
            self._found[own] = msgspec.structs.replace(known, mentions=tuple(mentions))
        return own

    def is_several(self, span: Range) -> bool:
        """Whether the party that some characters of the report mention is of several: "two gunmen", "police"."""
        return _type(self._report.text[slice(*span)]) == "group"

    def all(self) -> tuple[Entity, ...]:
        """All of them, with those that were known before."""
        return tuple(self._found.values())


def _is_no_party(text: str) -> bool:
    """Whether a noun tells when, and nobody: "October"."""
    return text[:1].isupper() and text.lower() in listed("words", "months") | listed("words", "days")


def _key(words: str) -> str:
    low = words.casefold().split()
    while len(low) > 1 and low[0] in _SMALL:
        low = low[1:]
    return " ".join(low)


def _type(words: str) -> EntityType:
    return "group" if is_several(words.casefold().split()[-1]) else "unnamed"
