"""The word lists in `data/en`, each file read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """All of the file `data/en/NAME.toml`."""
    return tomllib.loads((files("onrecord") / "data" / "en" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str, *keys: str) -> frozenset[str]:
    """The words under `keys` of the file NAME."""
    found: Any = table(name)
    for key in keys:
        found = found[key]
    return frozenset(found.split() if isinstance(found, str) else found)
