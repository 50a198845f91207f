"""A text and its bytes as a `Report`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from onrecord.model import PublishedBasis, Report, Span, report_id
from onrecord.read.dates import metadata_date
from onrecord.read.language import ENGLISH, refuse_foreign
from onrecord.read.layout import Layout, layout_of
from onrecord.read.lines import Line
from onrecord.read.published import published, why

_HEADLINE_WORDS = 3
"""Words from which a headline given as metadata counts where it stands inside a line; fewer occur in any story."""


@dataclass(frozen=True)
class Metadata:
    """What a container says about a report; None where it says nothing."""

    headline: str | None = None
    outlet: str | None = None
    published: str | None = None


def report_of(text: str, data: bytes, file: str, metadata: Metadata | None = None) -> Report:
    """The report that has this text and was read from these bytes.

    Args:
        text: the whole text; it is stored as it is.
        data: the bytes as they were found; the report's id comes from them.
        file: the report's name, relative to the pile.
        metadata: what the container of the report says, where the text was taken out of one.

    Raises:
        ForeignLanguage: the text is not in English.
    """
    refuse_foreign(text, file)
    layout = layout_of(text)
    identity = report_id(data)

    def span(line: Line | None) -> Span | None:
        return Span(identity, line.start, line.end, text[line.start : line.end]) if line else None

    given = metadata or Metadata()
    day, basis, reason = _published(layout, given)
    return Report(
        id=identity,
        file=file,
        files=(file,),
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        extracted=metadata is not None,
        language=ENGLISH,
        headline=span(_given_headline(text, given.headline) if given.headline else layout.headline),
        byline=span(layout.byline),
        dateline=span(layout.dateline),
        outlet=given.outlet or span(layout.outlet),
        published=day,
        published_basis=basis,
        published_why=reason,
        noise=tuple(part for part in map(span, layout.noise) if part),
    )


def _published(layout: Layout, given: Metadata) -> tuple[str | None, PublishedBasis | None, str | None]:
    day = metadata_date(given.published) if given.published else None
    if day:
        return day, "metadata", f"the metadata gives “{given.published}”"
    stated = published(layout.stated)
    return (stated.edtf, "stated", why(stated)) if stated else (None, None, None)


def _given_headline(text: str, headline: str) -> Line | None:
    """Where `text` has the headline that its metadata gives: first as a line of its own, then anywhere."""
    at = text.find(headline)
    first = at
    while at >= 0:
        end = at + len(headline)
        if text[:at].rstrip(" \t\xa0")[-1:] in ("", "\n", "\r") and text[end:].lstrip(" \t\xa0")[:1] in (
            "",
            "\n",
            "\r",
        ):
            return Line(at, end, headline)
        at = text.find(headline, at + 1)
    if first < 0 or len(headline.split()) < _HEADLINE_WORDS:
        return None
    return Line(first, first + len(headline), headline)
