"""The outlets that reports name as their own, as mentions of bodies: "(Reuters)" of a dateline, a masthead, a sign-off.

They are joined to the bodies of the same name when all else is done: two reports of one agency have no more in common
than others, so no affair, date or name goes by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.model import Entity, Mention, Report, Span, entity_id


def with_outlets(entities: Sequence[Entity], reports: Iterable[Report]) -> tuple[Entity, ...]:
    """The entities, bodies with the mentions of them as outlets, and new ones for outlets that nothing else names.

    An entity keeps its id, whatever mention of it comes first.
    """
    found = {one.id: one for one in entities}
    called = {_plain(mention.bare): one.id for one in entities if one.is_named for mention in one.mentions}
    called |= {_plain(one.name): one.id for one in entities if one.is_named}
    known = {(m.report, m.end) for one in entities for m in one.mentions}
    for outlet in (report.outlet for report in reports):
        if not isinstance(outlet, Span) or (outlet.report, outlet.end) in known:
            continue  # one that only the file's data tell stands nowhere in the text
        mention = _mention(outlet)
        own = called.setdefault(_plain(outlet.text), entity_id(mention))
        one = found.get(own)
        if one is None:
            found[own] = Entity(id=own, name=outlet.text, type="organisation", mentions=(mention,))
        else:
            mentions = sorted([*one.mentions, mention], key=lambda m: (m.report, m.start, m.end))
            found[own] = msgspec.structs.replace(one, mentions=tuple(mentions))
    return tuple(sorted(found.values(), key=lambda one: one.id))


def _mention(outlet: Span) -> Mention:
    return Mention(outlet.report, outlet.start, outlet.end, outlet.text, (outlet.start, outlet.end))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")
