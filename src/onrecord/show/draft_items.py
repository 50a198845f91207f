"""What a draft says that somebody said: its quotations and attributions, with their speakers, as `find` reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from onrecord.find import find
from onrecord.find.doubled import typed
from onrecord.find.quotations import Quotation, quotations
from onrecord.model import Entity, Report, Statement, content_id
from onrecord.show.denials import denies
from onrecord.show.draft import Draft
from onrecord.show.sources import stands_in_marks

FEWEST = 3
"""Words in quotation marks that nobody is said to have said; fewer are a title or doubtful word of the writer's."""


class Item(msgspec.Struct, frozen=True):
    """Words that a draft attributes to somebody, or has in quotation marks."""

    parts: tuple[tuple[int, int], ...]
    """Their ranges in the draft's text."""
    quoted: bool
    speaker: Entity | None
    """Who says it in the draft; None where the draft does not tell."""
    denied: bool = False
    """Whether the draft has it denied, in its own words."""


def items(draft: Draft) -> tuple[Item, ...]:
    """The quotations and attributions of a draft, in its order."""
    report = _report(draft)
    findings = find(report)
    known = {one.id: one for one in findings.entities}
    text = typed(draft.text)
    quotes = [one for start, end in _paragraphs(text) for one in quotations(text, start, end)]
    said = [one for one in findings.statements if one.mode == "said" and not _is_within(one, draft.text, quotes)]
    found = [item for one in said for item in _items(one, draft.text, known, quotes)]
    covered = [part for item in found for part in item.parts]
    for quote in quotes:
        words = len(re.findall(r"\w+", draft.text[quote.inner_start : quote.inner_end]))
        if words >= FEWEST and not any(a < quote.inner_end and quote.inner_start < b for a, b in covered):
            found.append(Item(((quote.inner_start, quote.inner_end),), True, None))
    return tuple(sorted(found, key=lambda item: (item.parts[0], not item.quoted)))


def _report(draft: Draft) -> Report:
    digest = content_id("draft", draft.text)
    return Report(
        id=digest, file=draft.name, files=(draft.name,), sha256="", text_sha256="", text=draft.text, language="en"
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    return ((match.start(), match.end()) for match in re.finditer(r"[^\n]+", text))


def _is_within(one: Statement, text: str, quotes: list[Quotation]) -> bool:
    """Whether a statement is but some words of a quotation, which is an item as a whole, and not quoted again there."""
    first, last = one.content[0].start, one.content[-1].end
    around = [quote for quote in quotes if quote.inner_start <= first and last <= quote.inner_end]
    is_part = one.form == "indirect" or one.inside is not None
    return is_part and bool(around) and not stands_in_marks(text, first, last)


def _items(one: Statement, text: str, known: dict[str, Entity], quotes: list[Quotation]) -> Iterator[Item]:
    """The words of a direct statement; of a mixed one what stands in quotation marks; of an indirect one all."""
    speaker = known.get(one.speaker) if one.speaker else None
    parts = tuple((part.start, part.end) for part in one.content)
    if one.form != "mixed":
        is_quoted_again = one.inside is not None and stands_in_marks(text, parts[0][0], parts[-1][1])
        is_quoted = one.form == "direct" or is_quoted_again
        yield Item(parts, is_quoted, speaker, not is_quoted and denies(one.cue))
        return
    inner = [(quote.inner_start, quote.inner_end) for quote in quotes]
    for start, end in parts:
        for a, b in inner:
            if max(a, start) < min(b, end):
                yield Item(((max(a, start), min(b, end)),), True, speaker)
