"""The roles that a report gives to a person: before the name, or behind it between commas."""

from __future__ import annotations

import re

from onrecord.find.name import Named
from onrecord.find.words import listed

_BEHIND = re.compile(
    r",\s+(?:who is (?:also )?)?"
    r"((?:an?|the|its|his|her|chief|head|former|leader|director|president)\s[^,.;–—“\"]{3,80})[,.]"
)
_KIN = "|".join(sorted(listed("words", "kin", "female") | listed("words", "kin", "male")))
_KIN_AHEAD = re.compile(rf"\b((?:his|her|their) (?:{_KIN})),?(?: [a-z]+){{0,3}} $", re.IGNORECASE)


def roles(text: str, named: Named) -> list[tuple[int, int]]:
    """Ranges of the roles that the report gives to a person: before the name, or behind it between commas."""
    if named.kind != "person":
        return []
    found = []
    for name in named.names:
        if name.start < name.name_start and not set(name.titles) <= listed("titles", "male") | listed(
            "titles", "female"
        ) | {"dr", "prof"}:
            found.append((name.start, name.start + len(text[name.start : name.name_start].rstrip())))
        behind = _BEHIND.match(text, name.end)
        if behind:
            found.append(behind.span(1))
        ahead = _KIN_AHEAD.search(text, max(0, name.start - 40), name.start)
        if ahead:
            found.append(ahead.span(1))
    return found


def role_words(text: str, named: Named) -> frozenset[str]:
    """The heads of a person's roles: not "the owner's daughter" for "owner"."""
    return frozenset(
        word
        for start, end in named.roles
        for word in re.findall(r"[\w-]+", re.split(r" (?:of|for) ", text[start:end].lower())[0])
    )
