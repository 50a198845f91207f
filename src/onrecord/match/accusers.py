"""Who makes an accusation that a report tells without an accuser: "She is accused of fraud".

Another sentence of the affair may say who does: "Prosecutors charged her with wire fraud". It is the same accusation
where somebody who is accused in the one is named in the other and both share enough of the words that tell what the
accusation is about. Where several accuse, none is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from onrecord.match.sentence_ends import sentence_ranges
from onrecord.match.wording import CONTENT, shortened, text_of, wordings
from onrecord.model import Entity, Report, Span, Statement
from onrecord.wordlists import table

_SHARED = 3  # words that tell what an accusation is about, at least, which both have
_ALL = 2  # words of the shorter of two accusations, which has no more of them, all in the other
_KINDS = frozenset({"person", "organisation", "country"})


class _Accusation(msgspec.Struct, frozen=True):
    """An accusation: the words that tell what it is about, and who is named beside it or in it."""

    statement: Statement
    words: frozenset[str]
    named: frozenset[str]
    """The ids of those named beside it; where it has an accuser, in it too."""
    accused: frozenset[str]
    """The ids of those who may be accused: of all beside it, and of the persons in it."""


def with_accusers(
    statements: Sequence[Statement],
    reports: Iterable[Report],
    entities: Iterable[Entity],
    groups: Iterable[Iterable[str]],
) -> tuple[Statement, ...]:
    """The statements, accusations without an accuser with the one whom another statement of their affair names.

    Args:
        statements: those of all reports.
        reports: all reports.
        entities: all entities.
        groups: the ids of the reports of each affair.
    """
    texts = {report.id: report.text for report in reports}
    mentions = defaultdict[str, list[tuple[int, Entity]]](list)
    for entity in entities:
        for mention in entity.mentions if entity.type in _KINDS else ():
            mentions[mention.report].append((mention.start, entity))
    affair = {report: n for n, group in enumerate(groups) for report in group}
    open_, made = defaultdict[int, list[_Accusation]](list), defaultdict[int, list[_Accusation]](list)
    for one in statements:
        if one.act == "allege" and one.mode == "said" and (one.speaker or _has_no_accuser(one)):
            side = made if one.speaker else open_
            side[affair[one.report]].append(_accusation(one, texts[one.report], mentions[one.report]))
    found = {one.statement.id: by for n in open_ for one in open_[n] if (by := _accuser(one, made[n]))}
    return tuple(_with(one, found) for one in statements)


def _has_no_accuser(one: Statement) -> bool:
    """Whether a report tells that somebody is accused, and not who accuses; "alleged" alone only doubts a word."""
    words = one.cue.text.casefold().split() if one.cue and one.source is None else []
    return words != ["alleged"] and not _accusing().isdisjoint(words)


@cache
def _accusing() -> frozenset[str]:
    return frozenset(table("meaning")["accusing"].split())


def _accusation(one: Statement, text: str, mentions: Iterable[tuple[int, Entity]]) -> _Accusation:
    """A statement as an accusation. Of one without an accuser who is named in what is said counts for nothing: they may
    be the victims."""
    at = (one.cue or one.content[0]).start
    first = text.rfind("\n", 0, at) + 1
    start, end = next(range_ for range_ in sentence_ranges(text, first) if at < range_[1])
    around = [(place, entity) for place, entity in mentions if start <= place < end]
    apart = one.content if one.speaker is None else ((one.source,) if one.source else ())
    beside = {entity.id for place, entity in around if not _is_in(place, apart)}
    persons = {entity.id for _, entity in around if entity.type == "person"}
    words = frozenset(token.form for said in wordings(one) for token in said.tokens if token.kind in CONTENT)
    return _Accusation(one, words, frozenset(beside - {one.speaker}), frozenset(beside | persons))


def _is_in(place: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _accuser(one: _Accusation, made: Iterable[_Accusation]) -> Statement | None:
    """The statement that names who makes an accusation; None where none does, or they name several."""
    same = [other.statement for other in made if other.statement.speaker not in one.accused and _is_same(one, other)]
    return same[0] if len({other.speaker for other in same}) == 1 else None


def _is_same(one: _Accusation, other: _Accusation) -> bool:
    shared = len(one.words & other.words)
    is_about = shared >= _SHARED or shared >= max(_ALL, min(len(one.words), len(other.words)))
    return is_about and bool(one.named & other.named) and not _is_told_in(one.statement, other.statement)


def _is_told_in(one: Statement, other: Statement) -> bool:
    """Whether an accusation stands in the words of another statement: "he denies claims that he lied"."""
    return one.report == other.report and any(_is_in(part.start, other.content) for part in one.content)


def _with(one: Statement, found: Mapping[str, Statement]) -> Statement:
    by = found.get(one.id)
    if by is None:
        return one
    why = f"another statement tells who accuses of it: “{shortened(text_of(by))}”"
    return msgspec.structs.replace(one, speaker=by.speaker, speaker_why=why)
