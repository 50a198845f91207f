"""Every setting there is: name, default, one line of help. `docs/settings.md` is made from this table."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated

import msgspec

from onrecord.errors import UsageError

PREFIX = "ONRECORD_"
"""A setting NAME is taken from the environment variable ONRECORD_NAME."""

HELP: dict[str, str] = {
    "max_bytes": "largest file that is read, or largest line of a JSONL file, in bytes",
    "max_characters": "longest text of a report or draft that is read, in characters",
    "min_characters": "shortest text that counts as a report, in characters without white space",
    "same_words": "share of words (0–1) that two statements of one speaker must have in common to report one utterance",
    "same_meaning": "cosine (0–1) of two sentences that share fewer words, to report one utterance; 2: never",
    "same_words_least": "fewest words that two statements must share to report one utterance",
}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one run; see `HELP` for the meaning and unit of each."""

    max_bytes: Annotated[int, msgspec.Meta(ge=1)] = 20_000_000
    max_characters: Annotated[int, msgspec.Meta(ge=1)] = 200_000
    min_characters: Annotated[int, msgspec.Meta(ge=1)] = 1
    same_words: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.6
    same_meaning: Annotated[float, msgspec.Meta(ge=0, le=2)] = 0.72
    same_words_least: Annotated[int, msgspec.Meta(ge=1)] = 3


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """The defaults, changed by environment variables such as ONRECORD_MAX_BYTES.

    Raises:
        UsageError: a variable is of no setting, or its value does not fit.
    """
    given = {k: v for k, v in (os.environ if environ is None else environ).items() if k.startswith(PREFIX)}
    changes = {name.removeprefix(PREFIX).lower(): value for name, value in given.items()}
    for name in changes:
        if name not in HELP:
            raise UsageError(PREFIX + name.upper(), "there is no such setting", f"Settings are: {', '.join(HELP)}")
    for name, value in changes.items():
        try:
            msgspec.convert({name: value}, Settings, strict=False)
        except msgspec.ValidationError as error:
            problem = f"{value!r} does not fit ({str(error).partition(' - at')[0]})"
            raise UsageError(PREFIX + name.upper(), problem, f"It is the {HELP[name]}") from None
    return msgspec.convert(changes, Settings, strict=False)
