"""Verbs and nouns that tell of a deed: the verb by which it is known, and its type, from `data/en/events.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.find.cues import forms, verb_at
from onrecord.find.syntax import Token
from onrecord.find.words import words
from onrecord.wordlists import listed, table

_NOUNS = frozenset({"NOUN", "PROPN"})
_MATERIAL = frozenset({"COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "RETREAT", "AID"})
_PREDICATES = frozenset({"VERB", "ADJ", "AUX"})


class Deed(NamedTuple):
    """What a word tells was done: the lemma by which it is known ("arrest" also for the noun), and its type."""

    lemma: str
    type: str
    is_noun: bool
    length: int
    """Words that it takes up."""


def deed_at(tokens: Sequence[Token], i: int) -> Deed | None:
    """The deed that the word `i` tells of, the longest listed one, or None."""
    token = tokens[i]
    if token.tag in _NOUNS and (noun := _listed_nouns().get(token.low)):
        return noun
    found = [
        deed
        for rest, deed in _listed_verbs().get(token.low, ())
        if tuple(word.low for word in tokens[i + 1 : i + 1 + len(rest)]) == rest
    ]
    best = max(found, key=lambda deed: deed.length, default=None)
    # no name and no noun: a verb that the network has not met
    is_misread = token.text.islower() and (token.tag == "PROPN" or token.low.endswith("ed"))
    return best if token.tag in _PREDICATES or is_misread else None


@cache
def is_material(low: str) -> bool:
    """Whether a word is a form of a verb that tells a bodily deed and reports no speech: "arrested", "bombed"."""
    kinds = {deed.type for rest, deed in _listed_verbs().get(low, ()) if not rest}
    return bool(kinds & _MATERIAL) and verb_at(words(low), 0) is None


@cache
def carrying() -> frozenset[str]:
    """The forms of verbs that carry a deed which their object tells: "held", "launched"."""
    return frozenset(form for verb in listed("events_formal", "carrying") for form in _forms(verb))


def stem(low: str) -> str:
    """A word without the ending of its tense or number: rough, but the same for all forms of most words."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if low.endswith(ending) and len(low) - len(ending) >= 3 and not low.endswith("ss"):
            base = low[: -len(ending)] + instead
            return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz" else base.rstrip("e")
    return low.rstrip("e") if len(low) > 3 else low


@cache
def _listed_verbs() -> dict[str, list[tuple[tuple[str, ...], Deed]]]:
    found: dict[str, list[tuple[tuple[str, ...], Deed]]] = {}
    for kind, lemma, _ in _entries():
        first, *rest = lemma.split()
        for form in _forms(first):
            entry = tuple(rest), Deed(_known_as().get(lemma, lemma), kind, False, 1 + len(rest))
            found.setdefault(form, [])
            if all(entry[0] != other for other, _ in found[form]):
                found[form].append(entry)
    return found


@cache
def _listed_nouns() -> dict[str, Deed]:
    found: dict[str, Deed] = {}
    for kind, lemma, nouns in _entries():
        for noun in nouns:
            deed = Deed(_known_as().get(lemma, lemma), kind, True, 1)
            found.setdefault(noun, deed)
            if not noun.endswith("s"):
                found.setdefault(noun + "s", deed)
    for kind, entry in table("events").items():
        for noun in entry.get("nouns", "").split():
            for form in (noun, noun + "s"):
                found.setdefault(form, Deed(noun, kind, True, 1))
    return found


@cache
def _known_as() -> dict[str, str]:
    """The verb by which a deed is known that others tell too: "arrest" for "detain"."""
    return {other: verb for verb, others in table("events")["one"].items() for other in others}


def _entries() -> list[tuple[str, str, list[str]]]:
    """Type, verb and nouns of each entry; a verb under two types belongs to the first."""
    return [
        (kind, lemma, nouns.split())
        for kind, verbs in table("events").items()
        if kind.isupper()
        for lemma, nouns in verbs.items()
        if lemma != "nouns"
    ]


def _forms(verb: str) -> set[str]:
    regular = {form for group in forms(verb).values() for form in group}
    irregular = table("events")["irregular"].get(verb, "").split()
    doubled = [form for form in irregular if form.endswith(("ing", "ed"))]
    wrong = {form for form in regular if irregular and form.endswith("ed") and form not in irregular} - {verb}
    if any(form.endswith("ing") for form in doubled):
        wrong |= {form for form in regular if form.endswith("ing") and form not in irregular}
    return (regular - wrong) | set(irregular)
