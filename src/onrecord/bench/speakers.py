"""Cases of one speaker each: the statement that a case means, whether its speaker is right, and the shares.

A case knows some characters that somebody says, and who says them or that nobody is named. It means the statement whose
content overlaps them best, by 0.3 or more. Where there is none nothing can be judged: such cases have a figure of their
own, "not found", and the shares are without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.bench.letters import letters, overlap
from onrecord.bench.measures import Rows, share, united
from onrecord.bench.numbered import numbered
from onrecord.bench.story import NAMED
from onrecord.model import Entity, Record, Report, Statement

FOUND = 0.3
"""Least overlap of content at which a statement is the one that a case means, as on PolNeAR."""

Range = tuple[int, int]
IsSpeaker = Callable[[Entity], bool]
"""Whether an entity is the one that a case has as its speaker."""

Verdict = Literal["right", "wrong", "null", "invented", "open", "not found"]
"""On a speaker that the case knows: right, wrong (somebody else is named) or null (nobody is named). Where the report
names nobody: invented (somebody is named all the same) or open. "not found": there is no such statement."""


class Speakers(msgspec.Struct, frozen=True):
    """The reports of a record by the numbers of their texts, what each says, and who may have said it."""

    reports: Mapping[int, Report]
    statements: Mapping[str, Sequence[Statement]]
    entities: Mapping[str, Entity]

    @classmethod
    def of(cls, record: Record) -> Speakers:
        """Those of a record built from numbered texts."""
        statements = defaultdict[str, list[Statement]](list)
        for one in record.statements:
            statements[one.report].append(one)
        return cls(numbered(record), statements, {entity.id: entity for entity in record.entities})

    def statement(self, number: int, content: Range, source: Range | None = None) -> Statement | None:
        """The statement of that text whose content is nearest; of several that are, by source and then the shortest.

        None where no content overlaps by `FOUND`, or the text could not be read.
        """
        report = self.reports.get(number)
        if report is None:
            return None
        wanted, by = letters(report.text, *content), letters(report.text, *source) if source else None

        def near(one: Statement) -> tuple[float, float, int]:
            said = united(letters(report.text, part.start, part.end) for part in one.content)
            who = letters(report.text, one.source.start, one.source.end) if one.source else set[int]()
            return overlap(said, wanted), overlap(who, by) if by else 0.0, -len(said)

        best = max(self.statements.get(report.id, ()), key=near, default=None)
        return best if best and near(best)[0] >= FOUND else None

    def verdict(self, statement: Statement | None, is_speaker: IsSpeaker | None) -> Verdict:
        """Whether the statement's speaker is right; `is_speaker` is None where the report names nobody.

        A group or an unnamed source is nobody, unless it is the very speaker of the case.
        """
        if statement is None:
            return "not found"
        speaker = self.entities.get(statement.speaker or "")
        named = speaker is not None and speaker.type in NAMED
        if is_speaker is None:
            return "invented" if named else "open"
        if speaker is not None and is_speaker(speaker):
            return "right"
        return "wrong" if named else "null"


def shares(verdicts: Sequence[Verdict]) -> Rows:
    """The figures, 0–1: right, wrong and null of the known speakers, invented of the unknown, not found of all."""
    known = [one for one in verdicts if one in ("right", "wrong", "null")]
    unknown = [one for one in verdicts if one in ("invented", "open")]
    return {
        "speaker right": share(one == "right" for one in known),
        "speaker wrong": share(one == "wrong" for one in known),
        "speaker null": share(one == "null" for one in known),
        "speaker invented": share(one == "invented" for one in unknown),
        "not found": share(one == "not found" for one in verdicts),
    }
