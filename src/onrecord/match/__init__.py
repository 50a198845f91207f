"""match: what the reports say, taken together. `match(reports, findings, settings)` gives the `Record`."""

from __future__ import annotations

from itertools import chain

import msgspec

from onrecord.match.entities import merged
from onrecord.match.utterances import utterances
from onrecord.model import Findings, Record, Report
from onrecord.settings import Settings

__all__ = ["match"]


def match(reports: tuple[Report, ...], findings: tuple[Findings, ...], settings: Settings) -> Record:
    """The record of `reports`.

    Args:
        reports: in the order in which the record is to hold them.
        findings: what each report says, in the same order.
        settings: how alike two statements must be to report one utterance.
    """
    entities, renamed, links = merged(chain.from_iterable(one.entities for one in findings))
    statements = tuple(
        msgspec.structs.replace(
            statement,
            speaker=renamed.get(statement.speaker) if statement.speaker else None,
            to=renamed.get(statement.to) if statement.to else None,
        )
        for one in findings
        for statement in one.statements
    )
    told, same = utterances(statements, settings)
    return Record(reports=reports, entities=entities, statements=statements, utterances=told, links=(*links, *same))
