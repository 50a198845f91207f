"""The words that an item stands on, and the item of another reading that stands on them.

A correction outlives the reading that it was made on. Ids come from limits, which a better model moves a little; so
a correction keeps the words of its item, and the item of a later reading that has most of them is the same item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model import Conflict, Entity, Event, Point, Record, Span, Statement, Utterance

SAME = 0.5
"""Least overlap (F1 of the two sets of characters, 0–1) of one statement in two readings: what the bench takes for
the same statement. Below it, less than half of what a person judged is still there."""
MOST_REPORTS = 16
"""Reports of which one mention each is kept with a correction: enough for a majority where some are gone, and a
correction of somebody whom every report names stays small."""

Spans = tuple[Span, ...]


def words_of(item: Any, record: Record) -> Spans:
    """The words that an item of `record` stands on, to find it again by."""
    match item:
        case Statement():
            return item.content
        case Entity() | Event():
            return tuple(each.words for each in _first_in_reports(item.mentions))
        case Utterance():
            members = {one.id: one for one in record.statements if one.id in item.statements}
            return tuple(members[one].content[0] for one in item.statements if one in members)
        case Point():
            return next((one.content for one in record.statements if one.id == item.taken_from), ())
        case Conflict():
            return item.sides
    return ()


def _first_in_reports(mentions: Iterable[Span]) -> list[Span]:
    first: dict[str, Span] = {}
    for mention in mentions:
        first.setdefault(mention.report, mention)
    return list(first.values())[:MOST_REPORTS]


def placed(span: Span, texts: Mapping[str, str]) -> Span | None:
    """The span in today's text of its report, where its words may have moved; None where they are gone."""
    text = texts.get(span.report)
    if text is None or not span.text:
        return None
    if text[span.start : span.end] == span.text:
        return span
    near = min(_occurrences(text, span.text), key=lambda at: (abs(at - span.start), at), default=None)
    return None if near is None else Span(span.report, near, near + len(span.text), span.text)


def all_placed(spans: Iterable[Span], texts: Mapping[str, str]) -> Spans:
    """Those of `spans` whose words are there, each where it stands today."""
    return tuple(found for span in spans if (found := placed(span, texts)) is not None)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The F1 (0–1) of the characters of two lists of spans; parts of one list do not overlap each other."""
    ours, theirs = tuple(one), tuple(other)
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs if a.report == b.report)
    whole = sum(span.end - span.start for span in (*ours, *theirs))
    return 2 * both / whole if whole else 0.0


class Statements:
    """The statements of a record by the words that they stand on."""

    def __init__(self, statements: Iterable[Statement], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._by_id = {one.id: one for one in statements}
        self._by_report: dict[str, list[Statement]] = defaultdict(list)
        for one in self._by_id.values():
            self._by_report[one.report].append(one)

    def __getitem__(self, one: str) -> Statement:
        return self._by_id[one]

    def at(self, spans: Spans, wanted: str | None = None) -> str | None:
        """The statement with the id `wanted` or else on these words; None where none has enough of them."""
        if wanted in self._by_id:
            return wanted
        near = max(self._near(spans), default=None)
        return near[1] if near else None

    def holding(self, span: Span) -> str | None:
        """The statement that has a part of its content on these words; None where none has enough of them."""
        today = all_placed([span], self._texts)
        near = (
            (overlap(today, [part]), one.id)
            for here in today
            for one in self._by_report.get(here.report, ())
            for part in one.content
        )
        score, found = max(near, default=(0.0, None))
        return found if score >= SAME else None

    def again(self, targets: Mapping[str, Spans]) -> dict[str, str]:
        """The statements of today for those of an earlier reading, by id: one for one, the nearest first."""
        found = {target: target for target in targets if target in self._by_id}
        pairs = [(-score, old, new) for old in targets if old not in found for score, new in self._near(targets[old])]
        taken = set(found)
        for _, old, new in sorted(pairs):
            if old not in found and new not in taken:
                found[old] = new
                taken.add(new)
        return found

    def _near(self, spans: Spans) -> Iterator[tuple[float, str]]:
        today = all_placed(spans, self._texts)
        for report in dict.fromkeys(span.report for span in today):
            for one in self._by_report.get(report, ()):
                score = overlap(today, one.content)
                if score >= SAME:
                    yield score, one.id
