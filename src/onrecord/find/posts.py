"""Posts of social networks that a report shows whole, signed as these sign them: "TEXT — NAME (@account) DAY"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.find.passage import Paragraph
from onrecord.find.reader import trim
from onrecord.find.stretch import Attribution
from onrecord.find.words import table

SIGNED = "quotation signed"  #: the rule that finds posts
LONGEST_DAY = 20  #: characters behind the signature in which its day stands
_LONGEST = 400
"""Characters of a post: 280 at most for years, and its links. Where more stands before a signature without a break
nobody knows where the post begins."""
_MONTHS = "|".join(name.capitalize() for names in table("times")["months"] for name in names)
_SIGNED = re.compile(
    r"\s*[—–]\s?(?P<source>[^\n—–@()]{2,40} \(@\w{1,20}\))\s+"
    rf"(?:(?:{_MONTHS})[a-z]*\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTHS})[a-z]*\.?,? \d{{4}})"
)
_LINKS = re.compile(r"(?:\s*(?:https?://\S*|pic\.twitter\.com/\S*|t\.co/\S*|…))+\s*\Z")


def posts(text: str, body: Sequence[Paragraph]) -> Iterator[Attribution]:
    """Each post as what its account says; links at its end are not said."""
    for paragraph in body:
        start = paragraph.start
        for signed in _SIGNED.finditer(text, paragraph.start, paragraph.end):
            links = _LINKS.search(text[start : signed.start()])
            said = trim(text, start, start + links.start() if links else signed.start())
            if said and said[1] - said[0] <= _LONGEST:
                yield Attribution((said,), signed.span("source"), None, "assert", "said", SIGNED)
            start = signed.end()
