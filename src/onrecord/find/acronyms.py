"""Bodies and their short names: "the Ostrell Water Board (OWB)" and, later, "the OWB" or "the Board"; "Tolland Ltd",
"Tolland".

A short name that no bracket introduces is the only body's in the report that may be called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.find.capitals import has_body_word
from onrecord.find.name import Named
from onrecord.find.places import cities, places, regions
from onrecord.wordlists import listed

_BRACKET = re.compile(r"\s*\((?:the |or )?[“\"‘']?([A-Z][A-Za-z&.-]{1,9}?)[”\"’']?\)")
_LETTERS = 3  # of an acronym that no bracket introduces
_SPELT = 5  # letters of an acronym that may have several of a word: shorter ones fit too much
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "de", "la", "des", "du", "&"})


def with_acronyms(text: str, named: list[Named]) -> list[Named]:
    """The named, each body together with its short names."""
    by_label = {one.label.removeprefix("The "): one for one in named if one.kind != "person"}
    owners: dict[str, list[Named]] = {}
    for one in named:
        introduced = {acronym for name in one.names if (acronym := _introduced(text, one, name.end))}
        shorter = introduced or (_shortened(one) | set(_later(one, by_label)) if one.kind == "organisation" else set())
        for short in shorter:
            owners.setdefault(short, []).append(one)
    gone: dict[int, Named] = {}
    for short, having in sorted(owners.items(), key=lambda item: (len(item[1]), item[0])):
        other, same = by_label.get(short), {id(one): one for one in (_left(gone, one) for one in having)}
        one = next(iter(same.values()))
        if other is not None and len(same) == 1 and other is not one and id(other) not in gone:
            one.names = sorted([*one.names, *other.names], key=lambda name: (name.start, name.end))
            gone[id(other)] = one
    return [one for one in named if id(one) not in gone]


def _left(gone: dict[int, Named], one: Named) -> Named:
    """The body that has the names of one that was put to it, of that itself one after the other."""
    while id(one) in gone:
        one = gone[id(one)]
    return one


def _shortened(one: Named) -> set[str]:
    """The short names that a body may have without being introduced: its initials, its name without "Ltd", "Post" of
    "Ostrell Post"."""
    words = one.label.removeprefix("The ").split()
    is_outlet = len(words) > 1 and words[-1].lower() in listed("heads", "bodies", "news", "names")
    legal = [word for word in words if word.lower().strip(".,") in listed("heads", "legal")]
    short = {" ".join(words[: -len(legal)]).rstrip(",")} if legal and words[-len(legal) :] == legal else set()
    if is_outlet:
        short |= {words[-1]}
    letters = {_initials(re.findall(r"\w+", label)) for label in (one.label, _without_country(one.label))}
    short |= {some for some in letters if len(some) >= _LETTERS - is_outlet and some.isupper()}
    return short - {"", one.label}


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word.lower() not in _SMALL)


def _later(one: Named, by_label: dict[str, Named]) -> Iterator[str]:
    """The names of others, first named after a body, that it may be called by once it has been named in full: without
    the country or what it is of, by the word for what it is, or by letters of all its words ("OSTCOM")."""
    at = one.names[0].start
    words = one.label.split()
    for label, other in by_label.items():
        is_new = other is not one and other.kind == "organisation" and other.names[0].start > at
        if is_new and (label in _parts(one.label) or _spells(label, words)):
            yield label


@cache
def _parts(label: str) -> frozenset[str]:
    """A body's name without the country in front or what it is of, the word for what it is, and what stands before that
    word: "Tarn" of "Tarn Research Centre"."""
    words = label.split()
    nation = next((n for n in (2, 1) if " ".join(words[:n]) in places()), 0)
    head = words[: words.index("of")] if "of" in words else words
    ends = [words[k:] for k in range(1, len(words) - 1) if has_body_word([words[-1].lower()])]
    runs = [run for run in (words[nation:], head, head[nation:], *ends) if 1 < len(run) < len(words)]
    kinds = [word for word in {head[0], head[-1]} if has_body_word([word.lower()]) and len(words) > 1] if head else []
    is_told = len(words) > 1 and (has_body_word([word.lower() for word in words[1:]]) or words[1].isupper())
    is_told = is_told or head == words[:1] != words
    is_place = words[0] in places() or words[0] in cities() | regions()
    front = words[:1] if is_told and not is_place and not has_body_word([words[0].lower()]) else []
    return frozenset([*(" ".join(run) for run in runs), *kinds, *front])


def _spells(acronym: str, words: list[str]) -> bool:
    """Whether an acronym is made of the beginnings of all words of a name, the country in front aside."""
    if len(acronym) < _SPELT or not acronym.isupper():
        return False
    nation = " ".join(words[:1]) in places()
    parts = [part for word in words[nation:] for part in re.findall(r"\w+", word.upper())]
    return len(parts) > 1 and _begins(acronym, parts)


def _begins(letters: str, parts: list[str]) -> bool:
    """Whether letters can be cut into beginnings of these words, one of each."""
    if not parts or not letters:
        return not parts and not letters
    first, rest = parts[0], parts[1:]
    return any(first.startswith(letters[:n]) and _begins(letters[n:], rest) for n in range(1, len(letters) + 1))


def _introduced(text: str, one: Named, end: int) -> str | None:
    """The acronym in brackets behind a body's name whose initials it has."""
    bracket = _BRACKET.match(text, end) if one.kind in ("organisation", "country") else None
    if bracket is None:
        return None
    letters = re.sub(r"[^A-Za-z]", "", bracket.group(1)).upper()
    labels = (one.label, _without_country(one.label))
    return bracket.group(1) if any(_stand_for(letters, re.findall(r"\w+", label)) for label in labels) else None


def _stand_for(letters: str, words: list[str]) -> bool:
    """Whether letters are the initials of some words, small ones aside or not, or several of them in order."""
    initials = _initials(words).upper()
    every = "".join(word[0] for word in words).upper()
    is_part = len(letters) >= _LETTERS and re.match(".*".join(letters), initials) is not None
    return (letters in (initials, every) and len(letters) > 1) or is_part


def _without_country(label: str) -> str:
    """A name without the country in front: "Office of River Works" of "U.S. Office of River Works"."""
    words = label.split()
    nation = next((n for n in (2, 1) if " ".join(words[:n]) in places()), 0)
    return " ".join(words[nation:]) or label
