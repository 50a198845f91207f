"""What people are shown of an act: its verb and what it means; and the act that a person names by either word."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.model import Act

ACTS: dict[Act, tuple[str, str]] = {
    "assert": ("states", "a fact or view that is none of the others"),
    "allege": ("accuses", "somebody of wrongdoing"),
    "criticise": ("criticises", "without a concrete accusation"),
    "warn": ("warns", "of a danger, or threatens"),
    "deny": ("denies", "rejects an accusation, claim or request"),
    "demand": ("demands", "asks, urges or orders"),
    "commit": ("commits", "promises, offers, states an intention"),
    "concede": ("concedes", "admits, accepts, gives way"),
    "support": ("supports", "praises, defends, backs, thanks"),
}
"""The acts in the order of the page's key, each with its verb and what it means."""
COLOURS: tuple[tuple[Act, ...], ...] = (
    ("assert",),
    ("allege", "criticise", "warn"),
    ("deny",),
    ("demand", "commit"),
    ("support", "concede"),
)
"""The acts that one colour stands for, where there is room for no more than a dot."""


def shown_act(act: str) -> str:
    """The verb of an act, as people read it everywhere; what is no act is given back as it is."""
    return next((verb for name, (verb, _) in ACTS.items() if name == act), act)


def named_act(word: str) -> Act:
    """The act with this verb or this name in onrecord/1, in any case.

    Raises:
        UsageError: there is none.
    """
    wanted = word.strip().lower()
    found = next((name for name, (verb, _) in ACTS.items() if wanted in (name, verb)), None)
    if found is None:
        known = ", ".join(f"{verb} ({name})" for name, (verb, _) in ACTS.items())
        raise UsageError(word, "there is no such act", f"Acts are: {known}")
    return found


def meant(change: str, value: str | None) -> str | None:
    """The value of a correction as onrecord/1 has it: an act may be given by its verb, all else stays as it is."""
    return named_act(value) if change == "act" and value is not None else value
