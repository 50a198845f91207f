"""Statements that a person holds to report one utterance, or not to."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.keep.draft import Draft
from onrecord.model import Correction, Utterance, content_id


def merge(draft: Draft, one: Correction, item: str) -> bool:
    """The utterances of both sides become one; False where a side is gone."""
    ours, other = _sides(draft, one, item)
    if other is None:
        return False
    sides = {*ours, other}
    told = [each for each in draft.items["utterance"].values() if sides & set(each.statements)]
    members = sorted(sides.union(*(each.statements for each in told)))
    whole = Utterance(told[0].id if told else content_id("utterance", *members), tuple(members))
    for each in told[1:]:
        del draft.items["utterance"][each.id]
    draft.items["utterance"][whole.id] = whole
    draft.link("same utterance", min(ours - {other}, default=other), other, True, one)
    return True


def split(draft: Draft, one: Correction, item: str) -> bool:
    """No utterance has statements of both sides any more; False where a side is gone."""
    ours, other = _sides(draft, one, item)
    ours -= {other or ""}
    if other is None or not ours:
        return False
    for told in list(draft.items["utterance"].values()):
        if other in told.statements and ours & set(told.statements):
            without = [[each for each in told.statements if each != other]]
            _retell(draft, told, [*without, [each for each in told.statements if each not in ours]])
    draft.link("same utterance", min(ours), other, False, one)
    return True


def _sides(draft: Draft, one: Correction, item: str) -> tuple[set[str], str | None]:
    """The statements that a judgement on an utterance is about: those of the target, and the other one."""
    if one.kind == "statement":
        ours = {item}
    else:
        ours = {found for part in one.at if (found := draft.read.holding(part)) in draft.statements and found}
        ours = ours or set(draft.items["utterance"][item].statements)
    other = draft.read.at(one.new_at, one.new)
    return ours, other if other in draft.statements else None


def _retell(draft: Draft, told: Utterance, groups: list[list[str]]) -> None:
    """The utterance gives way to those of the groups that still are two statements or more."""
    larger = [group for group in groups if len(group) > 1]
    ids = [told.id, *(content_id("utterance", *group) for group in larger[1:])]
    if not larger:
        del draft.items["utterance"][told.id]
    for new, group in zip(ids, larger, strict=False):
        draft.items["utterance"][new] = Utterance(new, tuple(group))


def forget(draft: Draft, statement: str) -> None:
    """Nothing in the draft names the statement any more."""
    for said in [one for one in draft.statements.values() if one.inside == statement]:
        draft.put(replace(said, inside=None))
    for told in list(draft.items["utterance"].values()):
        if statement in told.statements:
            _retell(draft, told, [[one for one in told.statements if one != statement]])
    for point in list(draft.items["point"].values()):
        if point.taken_from == statement:
            del draft.items["point"][point.id]
        elif any(position.statement == statement for position in point.positions):
            kept = tuple(position for position in point.positions if position.statement != statement)
            draft.items["point"][point.id] = replace(point, positions=kept)
