"""Posts of social networks that a report shows whole, signed behind or in front: "TEXT — NAME (@account) DAY",
"NAME (@account) TEXT"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.find.passage import Paragraph, without
from onrecord.find.phrases import Range
from onrecord.find.reader import trim
from onrecord.find.stretch import Attribution
from onrecord.wordlists import table

SIGNED = "quotation signed"  #: the rule that finds posts signed behind
HEADED = "quotation headed"  #: the rule that finds posts signed in front
LONGEST_DAY = 20  #: characters behind the signature in which its day stands
_LONGEST = 400
"""Characters of a post: 280 at most for years, and its links. Where more stands before a signature without a break
nobody knows where the post begins."""
_LEAST = 4  # words of a post behind a signature; fewer may be what the one signs for
_MONTHS = "|".join(name.capitalize() for names in table("times")["months"] for name in names)
_DAY = rf"(?:(?:{_MONTHS})[a-z]*\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTHS})[a-z]*\.?,? \d{{4}})"
_ACCOUNT = r"\(@\w{1,20}\)"
_SIGNED = re.compile(
    rf"(?:\s*[—–]\s?|\s-\s)(?P<source>@?(?:(?! - )[^\n—–@()]){{2,60}}(?:\([^\n—–@()]{{1,40}}\) )?{_ACCOUNT})\s+{_DAY}"
)
_HEADED = re.compile(
    rf"(?P<source>(?!By\b|Follow\b|Photo)[A-Z][\w.’'&-]*(?: (?:[A-Z&][\w.’'&-]*|of|the|for|and)){{0,7}} {_ACCOUNT})"
    rf":? (?!{_DAY}|By\b)(?![a-z])"
)
"""A name and an account that open a paragraph, and a sentence of its own behind them: in "Ann Roe (@annroe) is our
reporter" they are its subject."""
_LINKS = re.compile(r"(?:\s*(?:https?://\S*|pic\.twitter\.com/\S*|t\.co/\S*|…))+\s*\Z")


def posts(text: str, body: Sequence[Paragraph]) -> Iterator[Attribution]:
    """Each post as what its account says; links at its end are not said."""
    for paragraph in body:
        signed = [*_SIGNED.finditer(text, paragraph.start, paragraph.end)]
        headed = None if signed else _HEADED.match(text, paragraph.start, paragraph.end)
        starts = [paragraph.start, *(one.end() for one in signed)]
        for start, one in zip(starts, signed, strict=False):
            yield from _post(text, (start, one.start()), one.span("source"), SIGNED)
        if headed and len(text[headed.end() : paragraph.end].split()) >= _LEAST:
            yield from _post(text, (headed.end(), paragraph.end), headed.span("source"), HEADED)


def _post(text: str, stretch: Range, source: Range, rule: str) -> Iterator[Attribution]:
    links = _LINKS.search(text[slice(*stretch)])
    said = trim(text, stretch[0], stretch[0] + links.start() if links else stretch[1])
    if said and said[1] - said[0] <= _LONGEST:
        yield Attribution((said,), source, None, "assert", "said", rule)


def beside_posts(text: str, attributions: Iterable[Attribution], shown: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions, the signature in front of a post no part of what they tell: "Roe tweeted: Ann Roe (@annroe) It
    held." says the post, and nobody in a post says anything together with its account."""
    heads = {one.source: one.content for one in shown if one.rule == HEADED and one.source}
    for one in attributions:
        over = [head for head in heads if any(head[0] < part[1] and part[0] < head[1] for part in one.content)]
        content = heads[over[0]] if over else one.content
        source = _outside(text, one.source, heads) if one.source else None
        if source or not one.source:
            yield replace(one, content=content, source=source)


def _outside(text: str, span: Range, heads: Iterable[Range]) -> Range | None:
    """What of a range is outside the signatures, without marks at its ends; the range itself where none is in it."""
    over = [head for head in heads if head[0] < span[1] and span[0] < head[1]]
    return next((kept for piece in without(*span, over) if (kept := trim(text, *piece))), None) if over else span
