"""A draft held against the record: what of its quotations stands there as it is, altered, by another, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from onrecord.match.verbatim import SPELT, Found, Spelt, Words, found_in, pieces, shows_cut, shows_insertion
from onrecord.model import Report, Statement
from onrecord.show.draft import Draft
from onrecord.show.draft_items import Item, items
from onrecord.show.lookup import Lookup
from onrecord.show.namesakes import RANKED, agreement
from onrecord.show.near import is_turned, near, turn
from onrecord.show.recorded import CLOSING, CUT, shown
from onrecord.show.sources import Sources
from onrecord.show.verdicts import NOT_NAMED, Checked, Verdict, against


def check(draft: Draft, lookup: Lookup) -> tuple[Checked, ...]:
    """Everything that the draft has somebody say, held against the record, in the draft's order."""
    sources = Sources(lookup)
    return tuple(_checked(item, draft, sources) for item in items(draft))


class _Hit(NamedTuple):
    """A statement in which the words of a draft stand, its words, and where among them."""

    statement: Statement
    within: Words
    found: Found


def _checked(item: Item, draft: Draft, sources: Sources) -> Checked:
    plain = Checked(
        verdict="absent",
        words=CUT.join(draft.text[start:end] for start, end in item.parts),
        start=item.parts[0][0],
        end=item.parts[-1][1],
        line=draft.line(item.parts[0][0]),
        quoted=item.quoted,
        speaker=item.speaker.name if item.speaker else None,
    )
    for spelt in SPELT:
        if found := _exact(item, spelt, plain, sources):
            return found
    return near(item, plain, sources)


def _exact(item: Item, spelt: Spelt, plain: Checked, sources: Sources) -> Checked | None:
    """The best statement, else the report, in which the words stand as they are."""
    parts = pieces(plain.words, spelt=spelt)
    hits = [
        _Hit(one, sources.words(one, spelt), found)
        for one in sources.statements
        if (found := found_in(parts, sources.words(one, spelt)))
    ]
    if not hits:
        return _in_report(item, parts, spelt, plain, sources)
    best = min(hits, key=lambda hit: (_rank(item, hit, sources), sources.lookup.rank[hit.statement.id]))
    checked = against(plain, best.statement, sources, best.within, best.found, compared=bool(spelt))
    notes, verdict = _notes(item, plain.words, best, spelt, sources), _verdict(item, best, sources)
    return msgspec.structs.replace(checked, verdict=verdict, notes=notes)


def _verdict(item: Item, hit: _Hit, sources: Sources) -> Verdict:
    one = hit.statement
    if hit.found.denies or (item.quoted and sources.is_indirect(one)) or is_turned(item, one):
        return "altered"
    return "exact" if sources.agreement(item.speaker, one) in ("same", "open") else "other speaker"


def _rank(item: Item, hit: _Hit, sources: Sources) -> tuple[bool, int, bool, bool]:
    """The best first: nothing hidden by a cut, the same speaker, quoted speech for a quotation, what is no headline."""
    one = hit.statement
    agreed = RANKED.index(sources.agreement(item.speaker, one))
    is_other = is_turned(item, one) or (item.quoted and sources.is_indirect(one))
    return hit.found.denies, agreed, is_other, sources.in_headline(one)


def _notes(item: Item, words: str, hit: _Hit, spelt: Spelt, sources: Sources) -> tuple[str, ...]:
    one, found = hit.statement, hit.found
    told = sum(last - first + 1 for first, last in found.ranges)
    outer = sources.around(one)
    agreed = sources.agreement(item.speaker, one)
    is_named = item.speaker is not None and item.speaker.type != "unnamed"
    notes = (
        ("what was cut denies it", found.denies),
        (turn(item), is_turned(item, one)),
        ("the report has it in indirect speech", item.quoted and sources.is_indirect(one)),
        (f"quoted at second hand, by {sources.lookup.speaker_name(outer) if outer else ''}", outer is not None),
        ("cut shown by an ellipsis", shows_cut(words.replace(CUT, " ") if len(item.parts) > 1 else words)),
        ("words in square brackets are the draft's", shows_insertion(words)),
        ("part of a longer quotation", told < len(hit.within.words)),
        ("differs in spelling or contraction only", spelt != ""),
        (NOT_NAMED, agreed == "unnamed"),
        ("the record does not know who says it", one.speaker is None and agreed == "open"),
        ("the draft does not say who says it", not is_named and one.speaker is not None),
    )
    return tuple(note for note, holds in notes if holds)


def _in_report(
    item: Item, parts: Sequence[Sequence[str]], spelt: Spelt, plain: Checked, sources: Sources
) -> Checked | None:
    """Quoted words that stand in quotation marks of a report, though the record has no statement of them."""
    for report in sources.lookup.record.reports if plain.quoted and sum(map(len, parts)) > 2 else ():
        within = sources.report_words(report, spelt)
        found = found_in(parts, within)
        if found is not None:
            return _without_statement(item, plain, report, within, found, sources)
    return None


def _without_statement(
    item: Item, plain: Checked, report: Report, within: Words, found: Found, sources: Sources
) -> Checked:
    start, end = within.words[found.ranges[0][0]].start, within.words[found.ranges[-1][1]].end
    is_quoted = _in_marks(report.text, start, end)
    is_named = agreement(item.speaker, None, sources.lookup) == "unnamed"
    verdict: Verdict = "altered" if found.denies else "absent"
    if is_quoted and not found.denies:
        verdict = "other speaker" if is_named else "exact"
    return msgspec.structs.replace(
        plain,
        verdict=verdict,
        recorded=shown(within, found),
        place=sources.lookup.place(report.span(start, end)),
        notes=(
            "in quotation marks there, but no statement of the record" if is_quoted else "the report's own words",
            *([NOT_NAMED] if is_quoted and is_named else []),
        ),
    )


def _in_marks(text: str, start: int, end: int) -> bool:
    paragraph = text.rfind("\n", 0, start) + 1
    before, after = text[paragraph:start], text[end : end + 400].split("\n")[0]
    opened = (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("‘") > before.count("’")
    )
    return opened and any(mark in after for mark in CLOSING)
