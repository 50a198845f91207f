"""Who speaks in PolNeAR where the source is a pronoun or a description: our own cases over its development part.

The cases hold article ids and character ranges, and no text. The answer is where the report names the speaker: a
speaker is right whose entity has a name there. "They" may be several; one of them is enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from onrecord.bench.numbered import read_lines
from onrecord.bench.speakers import IsSpeaker, Range, Speakers, Verdict
from onrecord.bench.story import NAMED
from onrecord.model import Entity, Mention, Record

CASES = Path(__file__).resolve().parent / "cases" / "polnear_speakers.jsonl"


class Article(msgspec.Struct, frozen=True):
    """An article with its id; further keys may stand in it."""

    text: str
    id: str = ""


class Case(msgspec.Struct, frozen=True):
    """An attribution, and where its speaker is named; None: nowhere. Further keys may stand in it."""

    article: str
    source: Range
    content: Range
    answer: tuple[Range, ...] | None


def read_cases(path: Path = CASES) -> list[Case]:
    """The cases of a file of JSON lines.

    Raises:
        MalformedInput: a line is no such case.
    """
    return read_lines(path, Case, "case of a speaker")


def read_texts(path: Path, cases: Sequence[Case]) -> dict[str, str]:
    """The texts of the articles that the cases are about, by id, in the order of the file; others are left out.

    Raises:
        MalformedInput: a line is no article.
    """
    wanted = {case.article for case in cases}
    return {one.id: one.text for one in read_lines(path, Article, "article") if one.id in wanted}


def verdicts(cases: Sequence[Case], texts: Mapping[str, str], record: Record) -> list[Verdict]:
    """One verdict a case on a record built from `texts` in their order; what is not in them is not found."""
    speakers, numbers = Speakers.of(record), {article: number for number, article in enumerate(texts)}
    return [_verdict(case, numbers.get(case.article, -1), speakers) for case in cases]


def _verdict(case: Case, number: int, speakers: Speakers) -> Verdict:
    found = speakers.statement(number, case.content, case.source)
    if found is None or case.answer is None:
        return speakers.verdict(found, None)
    return speakers.verdict(found, _named_at(case.answer, found.report))


def _named_at(answer: Sequence[Range], report: str) -> IsSpeaker:
    """A name covers a range of the answer or lies within; a description of nobody named must be the same range."""

    def is_speaker(entity: Entity) -> bool:
        same = _nested if entity.type in NAMED else _equal
        return any(same(one, place) for one in entity.mentions if one.report == report for place in answer)

    return is_speaker


def _nested(mention: Mention, place: Range) -> bool:
    (start, end), (since, until) = mention.name, place
    return (start <= since and until <= end) or (since <= start and end <= until)


def _equal(mention: Mention, place: Range) -> bool:
    return mention.name == place
