"""Who did what a report says "police" or "prosecutors" did: the one body of the pile that is called so."""

from __future__ import annotations

from collections.abc import Iterable

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
