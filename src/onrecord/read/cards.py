"""Cards of links that a page hangs on a name, left inside the sentence by scraping: "Ann Roe Ann Maria RoeMill burns
Weir holds MORE"."""

from __future__ import annotations

import re

_MIDDLE = r"(?:(?:[A-Z(][\w.’'()-]*|de|del|della|van|von|der|den|la|bin|al) ){0,5}"
_END = r"[^\n]{20,900}?\bMORE\b"
_GLUED = re.compile(
    rf"\b(?P<last>[A-Z][\w’'-]*[a-z]) ?(?P<card>{_MIDDLE}\b(?P=last)(?:MORE\b|(?=[A-Z‘“\"\d]|'[A-Z]){_END}))"
)
"""A name once more in full, with headlines, or nothing but the closing word, right against it."""
_SPACED = re.compile(
    rf"\b(?P<first>[A-Z][\w’'-]*[a-z]) {_MIDDLE}(?P<last>[A-Z][\w’'-]*[a-z])"
    rf" (?P<card>(?P=first) {_MIDDLE}(?P=last) (?=[A-Z‘“\"\d]){_END})"
)
"""A whole name twice in a row, a space between the second and the headlines."""


def cards(line: str) -> list[tuple[int, int]]:
    """The ranges of the cards in a line, from the name that is repeated to the closing word."""
    if "MORE" not in line:
        return []
    found = [match.span("card") for pattern in (_GLUED, _SPACED) for match in pattern.finditer(line)]
    return sorted(found)
