"""Lines that noise breaks in the middle, read as if they ran on; what is found there, told in the report's characters.

"Ann Roe [links] (R-Ostrell) said it [links] held": nobody who reads the report without its noise sees a seam. A content
that runs over one is told in several parts. Other words that run over one are kept up to it; where that would be
somebody else, as in "Ann Roe [links] and her aides" and "Ann Roe [links]'s aides", they are kept with the noise inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

import msgspec

from onrecord.find.passage import without
from onrecord.find.phrases import Range
from onrecord.find.words import trim
from onrecord.model import EventMention, Findings, Mention, Report, Span, Statement, entity_id, statement_id

_REST_OF_LINE = re.compile(r"[^\r\n]*")
_WORD = re.compile(r"\w")
_TOGETHER = re.compile(r"(?:\([^()]*\))?(?:,? ?and\b|, (?=[A-Z])| ?&|[’']s\b)")
"""What goes on behind a name, a party and state aside, and makes it part of another."""
_CLOSING = ".,;:!?’'”\")]"
"""What stands right behind a word, without a space."""


class Joined:
    """A report without the noise inside its lines, and the way back to the report as published."""

    def __init__(self, published: Report) -> None:
        self._published = published
        gaps = [gap for noise in published.noise if (gap := _gap(published.text, noise))]
        self._theirs = without(0, len(published.text), sorted(gaps))
        self._mine = [0, *accumulate(end - start for start, end in self._theirs)]
        self._named: set[int] = set()
        self.report = self._joined() if gaps else published

    def told(self, found: Findings) -> Findings:
        """What is found in `report`, told of the report as published: every span in its characters, every id anew."""
        if self.report is self._published:
            return found
        named = [one for one in found.entities if one.is_named]
        self._named = {mention.start for one in named for mention in one.mentions}
        moved: Findings = self._moved(found)
        pairs = [*zip(found.statements, moved.statements, strict=True)]
        ids = {old.id: statement_id(new.report, new.content, new.cue, new.mode) for old, new in pairs}
        ids |= {one.id: entity_id(new.mentions[0]) for one, new in zip(found.entities, moved.entities, strict=True)}
        renamed: Findings = _renamed(moved, ids)
        return renamed

    def _joined(self) -> Report:
        text = "".join(self._published.text[start:end] for start, end in self._theirs)

        def mine(span: Span | None) -> Span | None:
            place = self._mine_of((span.start, span.end)) if span else None
            return Span(self._published.id, *place, text[slice(*place)]) if place else None

        one = self._published
        return msgspec.structs.replace(
            one,
            text=text,
            headline=mine(one.headline),
            byline=mine(one.byline),
            dateline=mine(one.dateline),
            outlet=mine(one.outlet) if isinstance(one.outlet, Span) else one.outlet,
            noise=tuple(kept for span in one.noise if (kept := mine(span))),
        )

    def _mine_of(self, span: Range) -> Range | None:
        """The characters of `report` that a range of the published text keeps; None if it keeps none."""
        start, end = (self._kept_before(at) for at in span)
        return (start, end) if start < end else None

    def _kept_before(self, at: int) -> int:
        n = max(bisect_right(self._theirs, at, key=lambda piece: piece[0]) - 1, 0)
        start, end = self._theirs[n]
        return self._mine[n] + max(min(at, end) - start, 0)

    def _pieces(self, start: int, end: int) -> list[Range]:
        """A range of `report` in the characters of the published text, cut where it runs over a seam."""
        found = []
        for n in range(bisect_right(self._mine, start) - 1, len(self._theirs)):
            if self._mine[n] >= end:
                break
            offset = self._theirs[n][0] - self._mine[n]
            piece = max(start, self._mine[n]) + offset, min(end, self._mine[n + 1]) + offset
            found.append(piece)
        if len(found) == 1:
            return found
        return [kept for piece in found if (kept := trim(self._published.text, *piece))]

    def _moved(self, value: Any) -> Any:
        """Anything that was found, its spans in the characters of the published text."""
        match value:
            case Statement():
                places = (piece for part in value.content for piece in self._pieces(part.start, part.end))
                content = tuple(self._published.span(*place) for place in places)
                return msgspec.structs.replace(self._fields(value), content=content)
            case Mention():
                name = self._kept(*value.name, is_whole=value.name[0] in self._named or value.start in self._named)
                return msgspec.structs.replace(self._placed(value, self._around(value, name)), name=name)
            case EventMention():
                trigger = self._kept(*value.trigger)
                return msgspec.structs.replace(self._placed(value, self._around(value, trigger)), trigger=trigger)
            case Span():
                return self._placed(value, self._kept(value.start, value.end))
            case msgspec.Struct():
                return self._fields(value)
            case tuple():
                return tuple(map(self._moved, value))
        return value

    def _fields(self, value: Any) -> Any:
        fields = {name: self._moved(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)

    def _kept(self, start: int, end: int, *, is_whole: bool = False) -> Range:
        """A range of `report` that is no content: up to the first seam, or whole if another is meant behind it."""
        first, *others = self._pieces(start, end)
        if others and (is_whole or _TOGETHER.match(self._published.text, others[0][0])):
            return first[0], others[-1][1]
        return first

    def _around(self, span: Span, inner: Range) -> Range:
        """The piece of a span that holds a range inside it, which is of the published text; the span if none does."""
        pieces = self._pieces(span.start, span.end)
        whole = pieces[0][0], pieces[-1][1]
        return next((one for one in pieces if one[0] <= inner[0] and inner[1] <= one[1]), whole)

    def _placed(self, span: Span, place: Range) -> Span:
        start, end = place
        return msgspec.structs.replace(span, start=start, end=end, text=self._published.text[start:end])


def _gap(text: str, noise: Span) -> Range | None:
    """The range of noise inside a line, the space before it included where another or a mark follows; None for noise
    that is at the beginning or the end of its line."""
    line = max(text.rfind("\n", 0, noise.start), text.rfind("\r", 0, noise.start)) + 1
    after = _REST_OF_LINE.match(text, noise.end)
    if not (_WORD.search(text, line, noise.start) and after and _WORD.search(after.group())):
        return None
    start, behind = noise.start, text[noise.end]
    while behind.isspace() or behind in _CLOSING:
        if not text[start - 1].isspace():
            break
        start -= 1
    return start, noise.end


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    """Anything that was found, its ids and those that it names replaced; spans have none."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(one, ids) for one in value)
    if isinstance(value, Span) or not isinstance(value, msgspec.Struct):
        return value
    return msgspec.structs.replace(
        value, **{name: _renamed(getattr(value, name), ids) for name in value.__struct_fields__}
    )
