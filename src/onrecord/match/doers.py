"""The parties to events across reports: whoever is called "police" or "prosecutors" where one body alone is, and the
named alone."""

from __future__ import annotations

from collections.abc import Iterable, Set

import msgspec

from onrecord.model import Entity, Told


def with_doers(told: Iterable[Told], entities: Iterable[Entity]) -> list[Told]:
    """The mentions of events; those told with a bare word get the body that alone has it in its name as agent."""
    called: dict[str, set[str]] = {}
    for one in entities:
        if one.type == "organisation":
            for word in one.name.lower().split():
                called.setdefault(word, set()).add(one.id)
    return [_with_doer(one, called.get(one.doer or "", set())) for one in told]


def _with_doer(one: Told, bodies: set[str]) -> Told:
    (body,) = bodies if len(bodies) == 1 else (None,)
    return msgspec.structs.replace(one, agent=body) if body and body != one.patient else one


def of_named(told: Iterable[Told], named: Set[str]) -> list[Told]:
    """The mentions of events with only those parties that have a name: others are known within one report only.

    Args:
        told: all mentions.
        named: the ids of those who have a name.
    """
    return [
        msgspec.structs.replace(
            one,
            agent=one.agent if one.agent in named else None,
            patient=one.patient if one.patient in named else None,
        )
        for one in told
    ]
