"""Fitted weights as a data file of the package."""

from collections.abc import Sequence
from typing import Any


def written(about: Sequence[str], weights: dict[str, Any]) -> str:
    """The bias and the weight of each feature as TOML, below a comment of the given lines."""
    lines = [
        *(f"# {line}" for line in about),
        f"bias = {weights['bias']}",
        "",
        "[weights]",
        *(f'"{name}" = {one}' for name, one in weights["weights"].items()),
    ]
    return "\n".join(lines) + "\n"
