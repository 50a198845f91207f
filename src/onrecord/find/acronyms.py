"""Bodies and their short names: "the Ostrell Water Board (OWB)" and, later, "the OWB"; "Tolland Ltd", "Tolland".

An acronym of three letters or more that no bracket introduces is the only body's in the report that has its initials.
"""

from __future__ import annotations

import re

from onrecord.find.name import Named
from onrecord.find.words import listed

_BRACKET = re.compile(r"\s*\((?:the |or )?[“\"‘']?([A-Z][A-Za-z&.-]{1,9}?)[”\"’']?\)")
_LETTERS = 3  # of an acronym that no bracket introduces
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "de", "la", "des", "du", "&"})


def with_acronyms(text: str, named: list[Named]) -> list[Named]:
    """The named, each body together with its short names."""
    by_label = {one.label: one for one in named if one.kind != "person"}
    owners: dict[str, list[Named]] = {}
    for one in named:
        introduced = {acronym for name in one.names if (acronym := _introduced(text, one, name.end))}
        for short in introduced or (_shortened(one) if one.kind == "organisation" else set()):
            owners.setdefault(short, []).append(one)
    gone: list[Named] = []
    for short, having in owners.items():
        other = by_label.get(short)
        if other is not None and len(having) == 1 and other is not having[0]:
            having[0].names = sorted([*having[0].names, *other.names], key=lambda name: (name.start, name.end))
            gone.append(other)
    return [one for one in named if not any(one is other for other in gone)]


def _shortened(one: Named) -> set[str]:
    """The short names that a body may have without being introduced: its initials, its name without "Ltd", "Post" of
    "Ostrell Post"."""
    words = one.label.split()
    initials = "".join(word[0] for word in re.findall(r"\w+", one.label) if word.lower() not in _SMALL)
    legal = [word for word in words if word.lower().strip(".,") in listed("heads", "legal")]
    short = {" ".join(words[: -len(legal)]).rstrip(",")} if legal and words[-len(legal) :] == legal else set()
    if len(words) > 1 and words[-1].lower() in listed("heads", "bodies", "news", "names"):
        short |= {words[-1]}
    return (short | ({initials} if len(initials) >= _LETTERS and initials.isupper() else set())) - {"", one.label}


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
