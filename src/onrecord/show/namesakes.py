"""Whether the speaker that a draft names may be the one of a record: people of one surname are told apart."""

from __future__ import annotations

from typing import Literal

from onrecord.model import Entity
from onrecord.show.lookup import Lookup
from onrecord.show.statements import bare_names_of
from onrecord.wordlists import listed, table

Agreement = Literal["same", "open", "unnamed", "other"]
"""Whether draft and record have one speaker; "open": the draft names none; "unnamed": it does, and the record does not
name who said it."""
RANKED: tuple[Agreement, ...] = ("same", "open", "unnamed", "other")
"""From what speaks most for some words of a record to be those that a draft means."""

Name = tuple[str, ...]
"""The words of a name, without titles."""


def agreement(named: Entity | None, recorded: Entity | None, lookup: Lookup) -> Agreement:
    """Whether the speaker of a draft may be the one of a statement, as far as their names tell."""
    if named is None or named.type == "unnamed":
        return "open"
    if recorded is None or recorded.type == "unnamed":
        return "unnamed"
    fits = _fits(_names(named), _names(recorded), "person" in (named.type, recorded.type))
    return "same" if fits and not _is_another(named, recorded, lookup) else "other"


def _names(one: Entity) -> set[Name]:
    return {name for form in bare_names_of(one) if (name := _untitled(form))}


def _untitled(form: str) -> Name:
    titles = listed("titles", "male") | listed("titles", "female") | listed("titles", "either")
    words = [word for word in form.split() if word not in ("the", "a", "an")]
    while len(words) > 1 and words[0] in titles:
        words.pop(0)
    return tuple(words)


def _is_another(named: Entity, recorded: Entity, lookup: Lookup) -> bool:
    """Whether the name of a draft is that of another entity of the record, where both have names of two words."""
    name, known = max(sorted(_names(named)), key=len, default=()), _names(recorded)
    if name in known or min(len(name), max(map(len, known), default=0)) < 2:
        return False
    return any(name in _names(one) for one in lookup.record.entities if one.id != recorded.id and one.is_named)


def _fits(ours: set[Name], theirs: set[Name], is_person: bool) -> bool:
    """Whether one name is part of the other; of people whom both name in full the full names count."""
    full = tuple({name for name in names if len(name) > 1} for names in (ours, theirs))
    if is_person and all(full):
        return any(_may_be_one(a, b) for a in full[0] for b in full[1])
    return any(_within(a, b) or _within(b, a) for a in ours for b in theirs)


def _may_be_one(a: Name, b: Name) -> bool:
    """Whether two full names may be of one person: further given names, initials and short forms are no difference."""
    short, long = sorted((_bare(a), _bare(b)), key=len)
    if {a[-1], b[-1]} <= listed("titles", "behind") and a[-1] != b[-1]:
        return False
    return _within(short, long) or (_alike(short[-1], long[-1]) and _runs_through(short[:-1], long[:-1]))


def _bare(name: Name) -> Name:
    """A name without "Jr." behind it."""
    return name[:-1] if len(name) > 2 and name[-1] in listed("titles", "behind") else name


def _runs_through(short: Name, long: Name) -> bool:
    """Whether all words of the shorter stand in the longer, in this order."""
    rest = iter(long)
    return all(any(_alike(word, other) for other in rest) for word in short)


def _alike(a: str, b: str) -> bool:
    """Whether two given names are one, or one the initial or the short form of the other."""
    full = table("titles")["nicknames"]
    return a == b or full.get(a, a) == full.get(b, b) or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _within(part: Name, whole: Name) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
