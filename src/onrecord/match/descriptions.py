"""Speakers whom one report describes without a name and another names: "the founder of X" is "X founder NAME".

A description counts only if it has a role and a name in it, and if over all reports one person alone is given that very
role with that name. Anything less is left open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from onrecord.model import Entity, Link, Statement

_JOINTS = re.compile(r"\s+(?:of|for|at|in|with)\s+|['’]s?\s+|,")
_ARTICLES = {"The", "A", "An", "Its", "His", "Her", "Their"}
_CERTAINTY = 0.8  # share (0–1) of such links taken to be right: as for names that differ in form


def described(
    statements: tuple[Statement, ...], entities: tuple[Entity, ...]
) -> tuple[tuple[Statement, ...], tuple[Link, ...]]:
    """The statements, described speakers linked to those named elsewhere; and a link for each that was."""
    holders: dict[tuple[str, str], set[str]] = {}
    for person in entities:
        for role in person.roles if person.type == "person" else ():
            for key in _keys(role.role):
                holders.setdefault(key, set()).add(person.id)
    names = {one.id: one.name for one in entities}
    found, links = [], []
    for one in statements:
        speaker = _holder(one, holders)
        if speaker is not None and one.source is not None:
            why = f"“{one.source.text}”: {names[speaker]} alone is given this role, in another report"
            one = msgspec.structs.replace(one, speaker=speaker, speaker_why=why, candidates=())
            links.append(Link("speaker", one.id, speaker, _CERTAINTY, why))
        found.append(one)
    return tuple(found), tuple(links)


def _holder(one: Statement, holders: Mapping[tuple[str, str], set[str]]) -> str | None:
    """The one person who has the role that the source of an open statement describes."""
    if one.speaker is not None or one.source is None:
        return None
    fitting = {person for key in _keys(one.source.text) for person in holders.get(key, ())}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _keys(words: str) -> set[tuple[str, str]]:
    """The role in a description with each name in it: "the founder of the dye maker Tarn" gives (founder, Tarn)."""
    pieces = [piece.strip() for piece in _JOINTS.split(words) if piece.strip()]
    names = {
        word for word in re.findall(r"\b[A-Z][\w-]+", words) if word not in ("The", "A", "An", "Its", "His", "Her")
    }
    heads = {_role(piece) for piece in pieces} - {""}
    return {(head, name) for head in heads for name in names}


def _role(piece: str) -> str:
    """The small-letter words that end a piece of a description, without an article: "chief executive"."""
    bare = re.sub(rf"^(?:{'|'.join(_ARTICLES)})\s+", "", piece, flags=re.IGNORECASE)
    tail = re.search(r"(?:\b[a-z][\w-]*\s?)+$", bare)
    return tail.group().strip() if tail else ""
