"""Who cannot be the one that an expression stands for, or hardly: whom its words are spoken to, and whom they tell of.

"He told the auditor that", "she said Mr Roe": a pronoun is not the one that its own verb has as an object (principle B
of Chomsky's binding theory), and people seldom speak of themselves by their names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.find.phrases import Range

_REACH = 60
"""Characters behind an expression within which the one stands to whom words in front of it are spoken."""
_DESCRIBED = re.compile(r"\b(?:the|his|her|their|its) ((?:[\w-]+ ){0,2}[\w-]+)")
_STOPS = re.compile(r"[.;:“”\"\n]| that\b")


@dataclass(frozen=True)
class Bound:
    """Those of the named to whom words are spoken and of whom they tell, by their names or by words for their roles."""

    hearers: frozenset[int]
    told_of: frozenset[int]
    hearing_words: frozenset[str]
    told_words: frozenset[str]

    def numbers(self, n: int, roles: frozenset[str]) -> list[float]:
        """What that says of one of the named, whose roles have these words."""
        return [
            float(n in self.hearers),
            float(n in self.told_of),
            float(not roles.isdisjoint(self.hearing_words)),
            float(not roles.isdisjoint(self.told_words)),
        ]


NOTHING = Bound(frozenset(), frozenset(), frozenset(), frozenset())
"""Where nothing is said."""


def bound(text: str, starts: Sequence[int], owners: Sequence[int], source: Range, content: Sequence[Range]) -> Bound:
    """Who is spoken to and told of.

    Args:
        text: the report's text.
        starts: where its names begin, in order.
        owners: whose each of these names is.
        source: the expression that is the source.
        content: the parts of what is said.
    """
    if not content:
        return NOTHING
    stop = content[0][0] if content[0][0] >= source[1] else source[1] + _REACH
    end = _STOPS.search(text, source[1], stop)
    hearing = source[1], end.start() if end else stop

    def named(span: Range) -> frozenset[int]:
        return frozenset(owners[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])

    def described(span: Range) -> frozenset[str]:
        return frozenset(word for found in _DESCRIBED.findall(text[slice(*span)].lower()) for word in found.split())

    return Bound(
        hearers=named(hearing),
        told_of=frozenset().union(*map(named, content)),
        hearing_words=described(hearing),
        told_words=frozenset().union(*map(described, content)),
    )
