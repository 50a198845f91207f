"""Bodies whose acronym the report introduces: "the Ostrell Water Board (OWB)" and, later, "the OWB"."""

from __future__ import annotations

import re

from onrecord.find.name import Named

_BRACKET = re.compile(r"\s*\((?:the |or )?[“\"‘']?([A-Z][A-Za-z&.-]{1,9}?)[”\"’']?\)")
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "de", "la", "des", "du", "&"})


def with_acronyms(text: str, named: list[Named]) -> list[Named]:
    """The named, each body together with the acronym that stands in brackets right behind its name."""
    by_label = {one.label: one for one in named if one.kind != "person"}
    gone: list[Named] = []
    for one in named:
        for acronym in {_introduced(text, one, name.end) for name in one.names} - {None, one.label}:
            other = by_label.get(acronym or "")
            if other is not None and other is not one:
                one.names = sorted([*one.names, *other.names], key=lambda name: (name.start, name.end))
                gone.append(other)
    return [one for one in named if not any(one is other for other in gone)]


def _introduced(text: str, one: Named, end: int) -> str | None:
    """The acronym in brackets behind a body's name whose initials it has."""
    bracket = _BRACKET.match(text, end) if one.kind in ("organisation", "country") else None
    if bracket is None:
        return None
    letters = re.sub(r"[^A-Za-z]", "", bracket.group(1)).upper()
    words = re.findall(r"\w+", one.label)
    initials = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    every = "".join(word[0] for word in words).upper()
    return bracket.group(1) if letters in (initials, every) and len(letters) > 1 else None
