"""How often a statement of its kind is right, measured."""

from __future__ import annotations

import math

from onrecord.wordlists import table

_LEAST, _MOST = 1e-4, 1 - 1e-4  # the network's probabilities are cut here, so that one of nought has a logarithm


def confidence(rule: str, chance: float | None) -> float:
    """The share (0–1) of statements like this one whose content and source are right.

    Measured on articles of PolNeAR's training part that the network did not learn from (content overlap >= 0.8 and
    source overlap >= 0.5); `data/en/confidence.toml` is written by `bench/confidence.py`. What the network read has its
    own probability, scaled (Platt 1999), one scale where a rule agrees and one where none does. Some of what only
    a rule finds is hardly annotated in PolNeAR: what somebody told that another said, accusations without an accuser.
    It has the share that is right of its family among 164 of them in unlabelled news, read one by one.

    Args:
        rule: the rule that found the statement, or "read …" where only the network did.
        chance: the network's probability that there is a statement; None where it does not read one.
    """
    shares = table("confidence")
    if chance is None:
        return float(shares["alone"][family(rule)])
    scale = shares["read" if rule.startswith("read") else "agreed"]
    chance = min(max(chance, _LEAST), _MOST)
    odds = scale["bias"] + scale["weight"] * math.log(chance / (1 - chance))
    return round(1 / (1 + math.exp(-odds)), 3)


def family(rule: str) -> str:
    """What kind of thing a rule finds where it is alone: "quotation", "noun", "alleged", or "other", mostly what
    somebody tells that another said."""
    return next((one for one in ("quotation", "noun", "alleged") if rule.startswith(one)), "other")
