"""Headlines that report speech without a reporting verb: "NAME: we will not go", "FIRM ‘willing to sign’ deal"."""

from __future__ import annotations

import re

from onrecord.find.cues import verb_at
from onrecord.find.name import Named
from onrecord.find.passage import Paragraph
from onrecord.find.stretch import Attribution
from onrecord.find.words import words

_LEAST = 3  # words: what stands before a name at the end of a headline is no "Profile: NAME" from this many on
_COLON = re.compile(r"\s*([^:?!]{2,60}?)\s*:\s+(?=\S)")
_BEHIND = re.compile(r"\s*(?P<content>\S.*?\S)(?:\s+[–—]\s+|:\s+)(?P<source>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})\s*")


def headline_attributions(text: str, headline: Paragraph, named: list[Named], speaking: set[int]) -> list[Attribution]:
    """The attributions of a headline that no reporting verb introduces.

    Args:
        text: the report's text.
        headline: its headline.
        named: everyone named in the report.
        speaking: numbers of the named whom the report elsewhere quotes.
    """
    behind = _BEHIND.fullmatch(text, headline.start, headline.end)
    if behind is not None:
        n = _named_at(named, behind.span("source"))
        source, content = behind.span("source"), behind.span("content")
        is_told = n in speaking or bool(headline.quotations_over(*content))
        if n is not None and is_told and len(text[slice(*content)].split()) >= _LEAST:
            return [Attribution((content,), source, None, "assert", "said", "headline colon")]
    colon = _COLON.match(text, headline.start, headline.end)
    if colon is not None:
        n = _named_at(named, colon.span(1))
        is_known = n is not None and (n in speaking or _is_person_of_the_body(named[n], headline))
        if is_known and not _tells_of_another(text, named, colon.end(), headline.end):
            content = (colon.end(), headline.end)
            return [Attribution((content,), colon.span(1), None, "assert", "said", "headline colon")]
        return []
    return _quoting(text, headline, named)


def _tells_of_another(text: str, named: list[Named], start: int, end: int) -> bool:
    """Whether the words behind a colon say that another says something: "ANN ROE: LUND defends the mayor"."""
    name = next((name for one in named for name in one.names if name.start == start), None)
    behind = words(text, name.end, end) if name else []
    cue = verb_at(behind, 0) if behind else None
    return cue is not None and cue.form == "third" and cue.mode == "said"


def _is_person_of_the_body(one: Named, headline: Paragraph) -> bool:
    """Whether the report names a person outside its headline too: in a headline alone any word may look like a name."""
    return one.kind == "person" and any(name.start >= headline.end or name.end <= headline.start for name in one.names)


def _named_at(named: list[Named], stretch: tuple[int, int]) -> int | None:
    """The one whose name ends the stretch."""
    return next(
        (n for n, one in enumerate(named) for name in one.names if name.end == stretch[1] and name.start >= stretch[0]),
        None,
    )


def _quoting(text: str, headline: Paragraph, named: list[Named]) -> list[Attribution]:
    """A name, no verb, and words in quotation marks: the marks say that the words are the named one's."""
    if not headline.quotations:
        return []
    subject = next(
        (
            name
            for one in named
            for name in one.names
            if name.start == headline.start and one.kind in ("person", "organisation", "country")
        ),
        None,
    )
    quotation = headline.quotations[0]
    between = text[subject.end : quotation.start].split() if subject else []
    if (
        subject is None
        or len(between) > 4
        or (between or text[quotation.inner_start : quotation.inner_end].split() or [""])[0].lower()
        not in ("willing", "ready", "set", "prepared", "not", "will", "won’t", "won't", "‘will", "to", "vows", "open")
    ):
        return []
    return [
        Attribution(
            ((subject.end + 1, headline.end),),
            (subject.start, subject.end),
            None,
            "assert",
            "said",
            "headline quotation",
        )
    ]
