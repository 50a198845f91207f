"""How often the rule that found a statement is right, measured."""

from __future__ import annotations

from onrecord.find.words import table

_UNMEASURED = 0.3


def confidence(rule: str) -> float:
    """The share (0–1) of statements found by `rule` whose content and source are right.

    Measured on the training part of PolNeAR (content overlap >= 0.8 and source overlap >= 0.5); the table is
    `data/en/confidence.toml`. A rule with fewer than ten cases there has no figure of its own and gets 0.3.
    """
    found = table("confidence")["rules"].get(rule, _UNMEASURED)
    return float(found)
