"""What each kind of change does to a record. All are told the item as it is today, and change a `Draft`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

import msgspec
from msgspec.structs import replace

from onrecord.keep import identity, told
from onrecord.keep.draft import Draft, reason
from onrecord.keep.places import Spans, all_placed
from onrecord.model import EVENT_TYPES, Act, Correction, Entity, Event, Mention, Span, Statement, Status, entity_id

PARTIES = ("agent", "patient")
FIELDS = ("speaker", "act", "date", "span", *PARTIES, "type", "status")
"""The changes that give a field of a statement or an event another value: the last one counts."""
NAMING = ("speaker", *PARTIES)
"""Those whose value is the id of an entity."""
KINDS: dict[str, tuple[str, ...]] = {
    "confirm": ("statement", "entity", "utterance", "event", "point", "conflict"),
    "reject": ("statement", "entity", "utterance", "event", "point", "conflict"),
    "speaker": ("statement",),
    "act": ("statement",),
    "date": ("statement", "event"),
    "span": ("statement",),
    **dict.fromkeys((*PARTIES, "type", "status"), ("event",)),
    "merge": ("entity", "utterance", "statement"),
    "split": ("entity", "utterance", "statement"),
    "undo": ("correction",),
}
"""The changes, each with the kinds of item that it can be made to."""

Change = Callable[[Draft, Correction, str], bool]
"""Changes the item with the given id; False where what the correction names besides is no longer there."""


class Pinned(msgspec.Struct, frozen=True):
    """A statement as somebody confirmed it, which holds against any later model; what was open may yet be found."""

    act: Act
    content: str
    said_on: str | None
    speaker: str | None


def ranges(content: Iterable[Span]) -> str:
    """The limits of the parts of a content: `12-40,52-60`."""
    return ",".join(f"{part.start}-{part.end}" for part in content)


def value(change: str, item: Statement | Event) -> str | None:
    """What the statement or event has where `change` changes it."""
    if isinstance(item, Event):
        of_event = {"date": item.date, "agent": item.agent, "patient": item.patient, "type": item.type}
        return {**of_event, "status": item.status}.get(change)
    values = {"speaker": item.speaker, "act": item.act, "date": item.said_on, "span": ranges(item.content)}
    return values.get(change)


def _confirm(draft: Draft, one: Correction, item: str) -> bool:
    if one.kind != "statement" or one.new is None:
        return True
    pinned, said = msgspec.json.decode(one.new, type=Pinned), draft.statements[item]
    if pinned.act != said.act:
        said = replace(said, act=pinned.act)
    if pinned.said_on not in (None, said.said_on):
        said = replace(said, said_on=pinned.said_on, said_on_why=reason(one))
    if tuple(all_placed(one.at, draft.texts)) == one.at and pinned.content != ranges(said.content):
        said = replace(said, content=_parts(pinned.content, said.report, draft.texts[said.report]))
    draft.put(said)
    speaker = _speaker_of(draft, one, pinned.speaker)
    if speaker not in (None, said.speaker):
        draft.put(_spoken(said, speaker, one))
    return True


def _parts(limits: str, report: str, text: str) -> Spans:
    pairs = [tuple(map(int, pair.split("-"))) for pair in limits.split(",")]
    return tuple(Span(report, start, end, text[start:end]) for start, end in pairs)


def _speaker(draft: Draft, one: Correction, item: str) -> bool:
    draft.put(_spoken(draft.statements[item], speaker := _speaker_of(draft, one, one.new), one))
    return speaker is not None or one.new is None


def _spoken(said: Statement, speaker: str | None, one: Correction) -> Statement:
    return replace(said, speaker=speaker, speaker_why=reason(one), candidates=())


def _speaker_of(draft: Draft, one: Correction, wanted: str | None) -> str | None:
    """The entity that the correction names; where no entity has its words any more, one is made of them."""
    if wanted is None or (found := draft.entity_at(one.new_at, wanted)) is not None:
        return None if wanted is None else found
    for words in all_placed(one.new_at, draft.texts):
        mention = Mention(words.report, words.start, words.end, words.text, (words.start, words.end))
        made = Entity(id=entity_id(mention), name=words.text, type="unnamed", mentions=(mention,))
        draft.entities[made.id] = made
        draft.hold(made.mentions, made.id)
        return made.id
    return None


def _act(draft: Draft, one: Correction, item: str) -> bool:
    known = one.new in get_args(Act)
    if known:
        draft.put(replace(draft.statements[item], act=one.new))
    return known


def _date(draft: Draft, one: Correction, item: str) -> bool:
    if one.kind == "event":
        return _told(draft, item, date=one.new, date_why=reason(one))
    draft.put(replace(draft.statements[item], said_on=one.new, said_on_why=reason(one)))
    return True


def _told(draft: Draft, item: str, **fields: str | None) -> bool:
    events = draft.items["event"]
    events[item] = replace(events[item], **fields)
    return True


def _party(draft: Draft, one: Correction, item: str) -> bool:
    party = _speaker_of(draft, one, one.new)
    return _told(draft, item, **{one.change: party}) and (party is not None or one.new is None)


def _type(draft: Draft, one: Correction, item: str) -> bool:
    return one.new in EVENT_TYPES and _told(draft, item, type=one.new)


def _status(draft: Draft, one: Correction, item: str) -> bool:
    return one.new in get_args(Status) and _told(draft, item, status=one.new)


def _span(draft: Draft, one: Correction, item: str) -> bool:
    said, content = draft.statements[item], all_placed(one.new_at, draft.texts)
    fits = len(content) == len(one.new_at) > 0 and all(part.report == said.report for part in content)
    if fits:
        draft.put(replace(said, content=content))
    return fits


def _reject(draft: Draft, one: Correction, item: str) -> bool:
    gone = draft.items[one.kind].pop(item)
    if one.kind == "entity":
        draft.hold(gone.mentions, None)
        nobody = [each for each in draft.uses(item) if draft.statements[each].speaker == item]
        draft.rename(item, None)
        for each in nobody:
            draft.put(replace(draft.statements[each], speaker_why=reason(one)))
    elif one.kind == "statement":
        told.forget(draft, item)
    return True


def _merge(draft: Draft, one: Correction, item: str) -> bool:
    return identity.merge(draft, one, item) if one.kind == "entity" else told.merge(draft, one, item)


def _split(draft: Draft, one: Correction, item: str) -> bool:
    return identity.split(draft, one, item) if one.kind == "entity" else told.split(draft, one, item)


MAKE: dict[str, Change] = {
    "confirm": _confirm,
    "reject": _reject,
    "speaker": _speaker,
    "act": _act,
    "date": _date,
    "span": _span,
    **dict.fromkeys(PARTIES, _party),
    "type": _type,
    "status": _status,
    "merge": _merge,
    "split": _split,
}
"""The changes by name; `undo` changes no item."""
