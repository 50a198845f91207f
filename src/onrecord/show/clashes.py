"""Conflicts of reports: each side in its sentence, who says it, and the report with its date."""

from __future__ import annotations

import msgspec

from onrecord.model import Conflict, Report, Span, Statement
from onrecord.show.escapes import one_line
from onrecord.show.excerpts import sentence
from onrecord.show.lookup import Lookup, report_name
from onrecord.show.sides import who

_ENDS = ".!?\n\r”’\"'"
"""What may stand before a sentence, and at its end."""


class Clash(msgspec.Struct, frozen=True):
    """One side of a conflict: its sentence in pieces, the words that disagree lit, and where it comes from."""

    side: Span
    sentence: tuple[tuple[str, bool], ...]
    said: Statement | None
    """The statement in whose words it stands; None where the report itself tells it."""
    speaker: str
    """Who says it; empty where the report itself tells it."""
    report: str
    """Name of the report."""
    published: str | None
    """The date of the report."""
    place: str


def clashes(lookup: Lookup, conflict: Conflict, *, only_statements: bool = False) -> tuple[Clash, ...]:
    """The sides of a conflict; with `only_statements`, what a report tells itself without the sentence around it.

    The reports of its sides have to be there with their text.
    """
    return tuple(_clash(lookup, side, only_statements) for side in conflict.sides)


def _clash(lookup: Lookup, side: Span, only_statements: bool) -> Clash:
    report, said = lookup.reports[side.report], lookup.saying(side)
    bare = only_statements and said is None
    return Clash(
        side=side,
        sentence=((one_line(side.text), True),) if bare else in_sentence(report, side),
        said=said,
        speaker=who(lookup, said) if said else "",
        report=report_name(report),
        published=report.published,
        place=lookup.place(side),
    )


def in_sentence(report: Report, side: Span) -> tuple[tuple[str, bool], ...]:
    """The sentence or so around some words of a report on one line, the words lit; "…" where it is cut."""
    first, last = sentence(report.text, side.start, side.end)
    before, after = report.text[first : side.start], report.text[side.end : last]
    is_begun = report.text[:first].rstrip(" ")[-1:] not in _ENDS
    is_ended = last == len(report.text) or report.text[last - 1] in _ENDS or report.text[last] in "\r\n"
    pieces = (
        (("…" if is_begun else "") + _kept(before), False),
        (one_line(side.text), True),
        (_kept(after) + ("" if is_ended else "…"), False),
    )
    return tuple(piece for piece in pieces if piece[0])


def _kept(text: str) -> str:
    """Text on one line with the blank at its ends that parts it from the words beside it."""
    bare = one_line(text)
    return f"{' ' * text[:1].isspace()}{bare}{' ' * text[-1:].isspace()}" if bare else ""
