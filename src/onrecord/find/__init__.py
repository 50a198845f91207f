"""find: what one report says, read by itself. `find(report)` gives its `Findings`."""

from onrecord.model import Findings, Report

__all__ = ["find"]


def find(report: Report) -> Findings:
    """Entities and statements of one report."""
    return Findings(report=report.id, entities=(), statements=())
