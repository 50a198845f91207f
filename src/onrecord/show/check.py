"""A draft held against the record: what of its quotations stands there as it is, altered, by another, or not at all."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from onrecord.match.likeness import Wanted, likeness
from onrecord.match.meanings import Meanings
from onrecord.match.verbatim import SPELT, Found, Spelt, Words, found_in, pieces, shows_cut, shows_insertion, words_of
from onrecord.match.wording import Wording, wordings
from onrecord.match.wording import sentences as sentences_of
from onrecord.model import Entity, Report, Statement
from onrecord.show.denials import denies, same_denial
from onrecord.show.differences import Piece, differences
from onrecord.show.draft import Draft
from onrecord.show.draft_items import Item, items
from onrecord.show.escapes import one_line
from onrecord.show.lookup import Lookup
from onrecord.show.statements import names_of

Verdict = Literal["exact", "reworded", "altered", "other speaker", "absent"]
"""What the record says of some words: it has them as they are; has them in other words, where the draft does not quote;
has nearly these; has them from somebody else; or has nothing like them."""
ALIKE = 0.6
"""Share of words (0–1) in order from which a quotation is an altered one and not absent. Of the quotations changed on
purpose in `bench/cases/changes.jsonl` the least has 0.63."""
_ASKED = Wanted(0.6, 3, 0.72)  # as for utterances of one speaker
_COMMONEST = 200  # statements: a word that more of them have leads to none of them
_OPENING, _CLOSING = ("“", '"', "‘", "'"), "”\"’'"
_NEAREST = 12  # statements that are compared word by word


class Checked(msgspec.Struct, frozen=True):
    """One quotation or attribution of a draft, and what the record has of it."""

    verdict: Verdict
    words: str
    start: int
    end: int
    line: int
    quoted: bool
    speaker: str | None
    """Who says it in the draft."""
    recorded: str | None = None
    """The words of the record."""
    said_by: str | None = None
    """Who says it in the record."""
    statement: str | None = None
    place: str | None = None
    """`file:start-end` in the record's reports."""
    notes: tuple[str, ...] = ()
    differences: tuple[tuple[Piece, ...], tuple[Piece, ...]] | None = None
    """The record's words and the draft's, cut where they differ."""


def check(draft: Draft, lookup: Lookup) -> tuple[Checked, ...]:
    """Everything that the draft has somebody say, held against the record, in the draft's order."""
    sources = Sources(lookup)
    return tuple(_checked(item, draft, sources) for item in items(draft))


class Sources:
    """The statements and texts of a record, ready to be searched."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.statements = tuple(one for one in lookup.record.statements if one.mode == "said")
        self.meanings = Meanings()
        self._by_id = {one.id: one for one in self.statements}
        self._words: dict[tuple[str, Spelt], Words] = {}
        self._sentences: dict[str, tuple[Wording, ...]] = {}

    def words(self, one: Statement, spelt: Spelt) -> Words:
        """The words of a statement."""
        key = (one.id, spelt)
        if key not in self._words:
            ranges = [(part.start, part.end) for part in one.content]
            self._words[key] = words_of(self.lookup.report(one).text, ranges, spelt=spelt)
        return self._words[key]

    def report_words(self, report: Report, spelt: Spelt) -> Words:
        """The words of a whole report."""
        key = (report.id, spelt)
        if key not in self._words:
            self._words[key] = words_of(report.text, [(0, len(report.text))], spelt=spelt)
        return self._words[key]

    def around(self, one: Statement) -> Statement | None:
        """The statement in whose words one stands in quotation marks of its own: it is quoted at second hand."""
        outer = self._by_id.get(one.inside) if one.inside else None
        text, first, last = self.lookup.report(one).text, one.content[0].start, one.content[-1].end
        is_marked = text[max(0, first - 1) : first] in _OPENING and any(
            c in _CLOSING for c in text[last - 1 : last + 2]
        )
        return outer if is_marked else None

    def is_indirect(self, one: Statement) -> bool:
        """Whether a report has a statement without quotation marks."""
        return one.form == "indirect" and self.around(one) is None

    def denials(self, speaker: Entity | None) -> list[Statement]:
        """What a speaker is told to deny."""
        return [one for one in self.statements if denies(one.cue) and _agrees(speaker, one, self.lookup)]

    def sentences(self, one: Statement) -> tuple[Wording, ...]:
        """The sentences of a statement as they are compared."""
        if one.id not in self._sentences:
            self._sentences[one.id] = wordings(one)
        return self._sentences[one.id]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for n, one in enumerate(self.statements):
            for word in {word for sentence in self.sentences(one) for word in sentence.content}:
                found.setdefault(word, []).append(n)
        return found

    def nearest(self, sentences: Iterable[Wording]) -> list[Statement]:
        """The statements that share most rare words with these sentences, the nearest first."""
        most = max(_COMMONEST, len(self.statements) // 50)
        hits: Counter[int] = Counter()
        for word in {word for sentence in sentences for word in sentence.content}:
            holders = self._holders.get(word, [])
            if len(holders) <= most:
                hits.update(holders)
        ranked = sorted(hits, key=lambda n: (-hits[n], n))
        return [self.statements[n] for n in ranked[:_NEAREST]]


def _checked(item: Item, draft: Draft, sources: Sources) -> Checked:
    words = " … ".join(draft.text[start:end] for start, end in item.parts)
    plain = Checked(
        verdict="absent",
        words=words,
        start=item.parts[0][0],
        end=item.parts[-1][1],
        line=draft.line(item.parts[0][0]),
        quoted=item.quoted,
        speaker=item.speaker.name if item.speaker else None,
    )
    for spelt in SPELT:
        if found := _exact(item, words, spelt, plain, sources):
            return found
    return _near(item, words, plain, sources)


def _exact(item: Item, words: str, spelt: Spelt, plain: Checked, sources: Sources) -> Checked | None:
    """The best statement, else the report, in which the words stand as they are."""
    parts = pieces(words, spelt=spelt)
    hits = [
        (one, sources.words(one, spelt), found)
        for one in sources.statements
        if (found := found_in(parts, sources.words(one, spelt)))
    ]
    if not hits:
        return _in_report(parts, spelt, plain, sources)
    one, within, found = min(
        hits, key=lambda hit: (_rank(item, hit[0], hit[2], sources), sources.lookup.rank[hit[0].id])
    )
    notes = _notes(item, words, one, within, found, spelt, sources)
    recorded = _recorded(within, found)
    checked = _against(plain, one, sources, recorded, notes, _place(one, within, found, sources))
    agrees = _agrees(item.speaker, one, sources.lookup)
    verdict: Verdict = "exact"
    if found.denies or (item.quoted and sources.is_indirect(one)) or _is_turned(item, one):
        verdict = "altered"
    elif agrees is False:
        verdict = "other speaker"
    return msgspec.structs.replace(checked, verdict=verdict, differences=_differing(recorded, words) if spelt else None)


def _turn(item: Item) -> str:
    return f"the record {'does not have' if item.denied else 'has'} it denied"


def _is_turned(item: Item, one: Statement) -> bool:
    """Whether only one of the two, neither of which quotes, has the words denied."""
    return not item.quoted and one.form == "indirect" and item.denied != denies(one.cue)


def _rank(item: Item, one: Statement, found: Found, sources: Sources) -> tuple[bool, int, bool]:
    """The best first: the same speaker, quoted speech for a quotation, nothing hidden by a cut."""
    agrees = _agrees(item.speaker, one, sources.lookup)
    is_other = _is_turned(item, one) or (item.quoted and sources.is_indirect(one))
    return found.denies, {True: 0, None: 1, False: 2}[agrees], is_other


def _notes(
    item: Item, words: str, one: Statement, within: Words, found: Found, spelt: Spelt, sources: Sources
) -> tuple[str, ...]:
    said = len(within.words)
    told = sum(last - first + 1 for first, last in found.ranges)
    outer = sources.around(one)
    notes = (
        ("what was cut denies it", found.denies),
        (_turn(item), _is_turned(item, one)),
        ("the report has it in indirect speech", item.quoted and sources.is_indirect(one)),
        (f"quoted at second hand, by {sources.lookup.speaker_name(outer) if outer else ''}", outer is not None),
        ("cut shown by an ellipsis", shows_cut(words.replace(" … ", " ") if len(item.parts) > 1 else words)),
        ("words in square brackets are the draft's", shows_insertion(words)),
        ("part of a longer quotation", told < said),
        ("differs in spelling or contraction only", spelt != ""),
        ("the record does not know who says it", one.speaker is None),
        ("the draft does not say who says it", item.speaker is None and one.speaker is not None),
    )
    return tuple(note for note, holds in notes if holds)


def _in_report(parts: Sequence[Sequence[str]], spelt: Spelt, plain: Checked, sources: Sources) -> Checked | None:
    """Quoted words that stand in quotation marks of a report, though the record has no statement of them."""
    for report in sources.lookup.record.reports if plain.quoted and sum(map(len, parts)) > 2 else ():
        within = sources.report_words(report, spelt)
        found = found_in(parts, within)
        if found is None:
            continue
        start, end = within.words[found.ranges[0][0]].start, within.words[found.ranges[-1][1]].end
        is_quoted = _in_marks(report.text, start, end)
        place = sources.lookup.place(report.span(start, end))
        notes = (
            ("in quotation marks there, but no statement of the record",) if is_quoted else ("the report's own words",)
        )
        verdict: Verdict = "altered" if found.denies else "exact" if is_quoted else "absent"
        return msgspec.structs.replace(
            plain, verdict=verdict, recorded=report.text[start:end], place=place, notes=notes
        )
    return None


def _in_marks(text: str, start: int, end: int) -> bool:
    paragraph = text.rfind("\n", 0, start) + 1
    before, after = text[paragraph:start], text[end : end + 400].split("\n")[0]
    opened = (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("‘") > before.count("’")
    )
    return opened and any(mark in after for mark in "”\"’'")


def _near(item: Item, words: str, plain: Checked, sources: Sources) -> Checked:
    """The statement that comes nearest: altered, reworded or somebody else's; else the words are absent."""
    sentences = tuple(one for part in words.split(" … ") for one in sentences_of(part))
    best: tuple[tuple[bool, float], Statement, Verdict] | None = None
    nearest = sources.nearest(sentences)
    for one in [*nearest, *(sources.denials(item.speaker) if item.denied else ())]:
        (share, _), alike = _window(words, sources.words(one, "is")), None
        is_denial = item.denied and _is_denial(item, sentences, one, sources)
        if share < ALIKE and not is_denial:
            alike = likeness(sentences, sources.sentences(one), _ASKED, sources.meanings.near)
            if alike is None:
                continue
        agrees = _agrees(item.speaker, one, sources.lookup) is not False
        is_same = is_denial or (not _is_turned(item, one) and _same(sentences, one, sources))
        verdict: Verdict = "reworded" if is_same and not item.quoted else "altered"
        score = (agrees, 1.0 if is_denial else max(share, alike.score if alike else 0.0))
        if best is None or score > best[0]:
            best = (score, one, verdict)
    if best is None:
        return plain
    (agrees, _), one, verdict = best
    _, (first, last) = _window(words, sources.words(one, "is"))
    found = Found(((first, last),), False)
    recorded, place = _recorded(sources.words(one, "is"), found), _place(one, sources.words(one, "is"), found, sources)
    turned = (_turn(item),) if verdict == "altered" and _is_turned(item, one) else ()
    notes = () if item.quoted else ("in indirect speech", *turned)
    checked = _against(plain, one, sources, recorded, notes, place)
    verdict = verdict if agrees else "other speaker"
    return msgspec.structs.replace(checked, verdict=verdict, differences=_differing(recorded, words))


def _is_denial(item: Item, told: Sequence[Wording], one: Statement, sources: Sources) -> bool:
    """Whether the same speaker denies the same in a statement."""
    agrees = _agrees(item.speaker, one, sources.lookup) is True
    return agrees and same_denial(told, one, sources.lookup.report(one).text)


def _differing(recorded: str, words: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    return differences(one_line(recorded), one_line(words).strip(" .,;:"))


def _same(sentences: Sequence[Wording], one: Statement, sources: Sources) -> bool:
    return likeness(sentences, sources.sentences(one), _ASKED, sources.meanings.near) is not None


def _window(words: str, within: Words) -> tuple[float, tuple[int, int]]:
    """The sentences of a statement in a row that come nearest, by the numbers of their first and last word.

    With them the share (0–1) of the quotation's words that stand there in the same order. No more sentences are taken
    than the quotation has, so that words of others are not taken for its own.
    """
    ours = [form for part in pieces(words, spelt="is") for form in part]
    theirs = [word.form for word in within.words]
    ends = within.sentence_ends
    most = max(1, len(sentences_of(words)))
    best = (-1.0, 0.0, (0, len(theirs) - 1))
    for n, end in enumerate(ends):
        for k in range(max(0, n - most + 1), n + 1):
            start = ends[k - 1] + 1 if k else 0
            matcher = difflib.SequenceMatcher(None, ours, theirs[start : end + 1], autojunk=False)
            same = sum(size for _, _, size in matcher.get_matching_blocks())
            best = max(best, (matcher.ratio(), same / max(len(ours), 1), (start, end)))
    return best[1], best[2]


def _against(
    plain: Checked, one: Statement, sources: Sources, recorded: str, notes: tuple[str, ...], place: str
) -> Checked:
    speaker = sources.lookup.speaker(one)
    return msgspec.structs.replace(
        plain,
        recorded=recorded,
        said_by=speaker.name if speaker else None,
        statement=one.id,
        place=place,
        notes=notes,
    )


def _recorded(within: Words, found: Found) -> str:
    cuts = (within.text[within.words[first].start : within.words[last].end] for first, last in found.ranges)
    return " … ".join(cuts)


def _place(one: Statement, within: Words, found: Found, sources: Sources) -> str:
    start = min(within.words[first].start for first, _ in found.ranges)
    end = max(within.words[last].end for _, last in found.ranges)
    return sources.lookup.place(sources.lookup.report(one).span(start, end))


def _agrees(speaker: Entity | None, one: Statement, lookup: Lookup) -> bool | None:
    """Whether the record has the draft's speaker; None where one of them is not known or has no name."""
    recorded = lookup.speaker(one)
    if speaker is None or recorded is None or "unnamed" in (speaker.type, recorded.type):
        return None
    ours, theirs = names_of(speaker), names_of(recorded)
    return any(_within(a, b) or _within(b, a) for a in ours for b in theirs)


def _within(part: str, whole: str) -> bool:
    return bool(part) and f" {part} " in f" {whole} "
