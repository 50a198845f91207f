"""match: what the reports say, taken together. `match(reports, findings, settings)` gives the `Record`."""

from __future__ import annotations

from onrecord.model import Findings, Record, Report
from onrecord.settings import Settings

__all__ = ["match"]


def match(reports: tuple[Report, ...], findings: tuple[Findings, ...], settings: Settings) -> Record:
    """The record of `reports`, of which `findings` hold what each says, in the same order."""
    return Record(
        reports=reports,
        entities=tuple(e for f in findings for e in f.entities),
        statements=tuple(s for f in findings for s in f.statements),
    )
