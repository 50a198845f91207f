"""What a record has of some words of a draft: the verdict, the record's words, who says them and where."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from onrecord.match.verbatim import Found, Words
from onrecord.model import Statement
from onrecord.show.differences import Piece, differences
from onrecord.show.escapes import one_line
from onrecord.show.recorded import recorded, shown
from onrecord.show.sources import Sources

Verdict = Literal["exact", "reworded", "altered", "other speaker", "absent"]
"""What the record says of some words: it has them as they are; has them in other words, where the draft does not quote;
has nearly these; has them from somebody else, or does not name who said them; or has nothing like them."""
NOT_NAMED = "the record does not name who said it"
_AT_CUT = re.compile(r"[ .,;:]*( … )")


class Checked(msgspec.Struct, frozen=True):
    """One quotation or attribution of a draft, and what the record has of it."""

    verdict: Verdict
    words: str
    start: int
    end: int
    line: int
    quoted: bool
    speaker: str | None
    """Who says it in the draft."""
    recorded: str | None = None
    """The words of the record; an ellipsis shows where a sentence of it goes on, or something was left out."""
    said_by: str | None = None
    """Who says it in the record."""
    statement: str | None = None
    place: str | None = None
    """`file:start-end` in the record's reports."""
    notes: tuple[str, ...] = ()
    differences: tuple[tuple[Piece, ...], tuple[Piece, ...]] | None = None
    """The record's words and the draft's, cut where they differ."""


def against(
    plain: Checked, one: Statement, sources: Sources, within: Words, found: Found, *, compared: bool = True
) -> Checked:
    """What is checked, with a statement of the record and, where they are to be compared, what differs.

    Args:
        plain: the words of the draft.
        one: the statement, of which verdict and notes are the caller's to add.
        sources: the record.
        within: the words of the statement.
        found: those that are shown.
        compared: whether differences are told.
    """
    speaker, breaks = sources.lookup.speaker(one), sources.breaks(one)
    start = min(within.words[first].start for first, _ in found.ranges)
    end = max(within.words[last].end for _, last in found.ranges)
    return msgspec.structs.replace(
        plain,
        recorded=shown(within, found, breaks),
        said_by=speaker.name if speaker else None,
        statement=one.id,
        place=sources.lookup.place(sources.lookup.report(one).span(start, end)),
        differences=differing(recorded(within, found, breaks), plain.words) if compared else None,
    )


def differing(ours: str, words: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """The record's words and the draft's in pieces; marks at their ends and at cuts are no difference."""
    left, right = (_AT_CUT.sub(r"\1", one_line(side)).strip(" .,;:") for side in (ours, words))
    return differences(left, right)
