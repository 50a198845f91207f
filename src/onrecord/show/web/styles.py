"""The style sheets of the browser's pages; no rule is within a page, so that the policy can forbid it."""

from __future__ import annotations

from importlib.resources import files

MOST_LIT = 5000
"""Statements of one report that are lit where an address leads to them; further ones are only scrolled to."""
MOST_TIED = 300
"""Statements of one report whose source, cue and words are lit together under the pointer: each costs the browser."""


def style_sheet(name: str, n: int = 0) -> str | None:
    """The sheet of this name: of all pages, or the rules that light `n` statements of a report; None for any other."""
    folder = files("onrecord.show") / "templates"
    if name == "onrecord.css":
        return "\n".join((folder / one).read_text(encoding="utf-8") for one in ("page.css", "web/web.css"))
    if name == "lit.css":
        return "\n".join((*map(_lit, range(1, min(n, MOST_LIT) + 1)), *map(_tied, range(1, min(n, MOST_TIED) + 1))))
    return None


def _lit(n: int) -> str:
    return f".report:has(.n{n}:target) :is(.in{n},.card.n{n}){{background:var(--lit)}}"


def _tied(n: int) -> str:
    every = f":is(.in{n},.by{n},.n{n})"
    return f".report:has({every}:hover) {every}{{outline:2px solid var(--act,var(--soft));outline-offset:1px}}"
