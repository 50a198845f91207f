"""Entities that a person holds to be one, or to be two: put together or told apart, with all that is theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.keep.draft import Draft
from onrecord.keep.places import all_placed
from onrecord.model import Correction, Entity, Mention, Span, Statement, content_id


def merge(draft: Draft, one: Correction, item: str) -> bool:
    """The other entity becomes part of this one, which keeps its id and its name; False where it is gone."""
    other = draft.entity_at(one.new_at, one.new)
    if other is None:
        return False
    if other != item:
        kept, gone = draft.entities[item], draft.entities.pop(other)
        mentions = sorted((*kept.mentions, *gone.mentions), key=lambda m: (m.report, m.start, m.end))
        roles = sorted((*kept.roles, *gone.roles), key=lambda role: (role.mention.report, role.mention.start))
        draft.entities[item] = replace(kept, mentions=tuple(mentions), roles=tuple(roles))
        draft.hold(gone.mentions, item)
        draft.rename(other, item)
        draft.link("same entity", item, other, True, one)
    return True


def apart_id(first: Span) -> str:
    """The id of the entity that a split makes of mentions of which `first` is the earliest."""
    return content_id("apart", first.report, first.start, first.end)


def split(draft: Draft, one: Correction, item: str) -> bool:
    """The mentions on the words of the correction become an entity of their own, with the statements that are theirs.

    Where they are of another entity already, it is put down that the two are not one. False where nothing would stay.
    """
    whole, places = draft.entities[item], all_placed(one.new_at, draft.texts)
    moved = [mention for mention in whole.mentions if any(meet(mention, place) for place in places)]
    other = draft.entity_at(one.new_at, one.new)
    if not moved and other is not None:
        draft.link("same entity", item, other, False, one)  # They are two already; matching has not joined them.
        return True
    if not moved or len(moved) == len(whole.mentions):
        return False
    stay = [mention for mention in whole.mentions if mention not in moved]
    away = {mention.report for mention in moved} - {mention.report for mention in stay}
    roles = [role for role in whole.roles if role.mention.report in away or _in_one(role.mention, moved)]
    made = Entity(id=apart_id(moved[0]), name=_name(moved), type=whole.type, mentions=tuple(moved), roles=tuple(roles))
    draft.entities[item] = replace(
        whole, mentions=tuple(stay), roles=tuple(role for role in whole.roles if role not in roles)
    )
    draft.entities[made.id] = made
    draft.hold(moved, made.id)
    theirs = [each for each in draft.uses(item) if _goes(draft.statements[each], moved, stay, away)]
    draft.rename(item, made.id, theirs)
    draft.link("same entity", item, made.id, False, one)
    return True


def _goes(said: Statement, moved: list[Mention], stay: list[Mention], away: set[str]) -> bool:
    """Whether a statement goes with the mentions that are split off: its source says so, else its whole report."""
    if said.source is not None and (_in_one(said.source, moved) or _in_one(said.source, stay)):
        return _in_one(said.source, moved)
    return said.report in away


def meet(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one.report == other.report and one.start < other.end and other.start < one.end


def _in_one(span: Span, mentions: Iterable[Mention]) -> bool:
    return any(meet(span, mention) for mention in mentions)


def _name(mentions: list[Mention]) -> str:
    """The commonest bare name."""
    names = Counter(one.bare for one in mentions)
    return min(names, key=lambda name: (-names[name], name))
