"""Words of a draft that the record does not have as they are: what comes nearest, and whether it says the same."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from onrecord.match.likeness import Wanted, likeness
from onrecord.match.verbatim import Found, Words, pieces
from onrecord.match.wording import Wording, sentences
from onrecord.model import Statement
from onrecord.show.denials import denies, same_denial
from onrecord.show.draft_items import Item
from onrecord.show.namesakes import RANKED, Agreement
from onrecord.show.numbers_told import numbers_told
from onrecord.show.recorded import CUT
from onrecord.show.sources import Sources
from onrecord.show.verdicts import NOT_NAMED, Checked, Verdict, against

ALIKE = 0.6
"""Share of words (0–1) in order from which a quotation is an altered one and not absent. Of the quotations changed on
purpose in `bench/cases/changes.jsonl` the least has 0.63."""
_ASKED = Wanted(0.6, 3, 0.72)  # as for utterances of one speaker


class _Near(NamedTuple):
    """A statement that comes near some words of a draft."""

    statement: Statement
    score: float
    """How near (0–1)."""
    agreement: Agreement
    says_the_same: bool
    in_headline: bool

    @property
    def rank(self) -> tuple[int, float, bool]:
        """The higher the better: the draft's speaker first, then how near it comes, then what is no headline."""
        return -RANKED.index(self.agreement), self.score, not self.in_headline


def near(item: Item, plain: Checked, sources: Sources) -> Checked:
    """The statement that comes nearest: altered, reworded or somebody else's; else the words are absent."""
    best = max(_candidates(item, plain.words, sources), key=lambda one: one.rank, default=None)
    if best is None:
        return plain
    one, within = best.statement, sources.words(best.statement, "is")
    _, window = _window(plain.words, within)
    checked = against(plain, one, sources, within, Found((window,), False))
    verdict = _verdict(item, best)
    notes = (
        ("in indirect speech", not item.quoted),
        (turn(item), not item.quoted and verdict == "altered" and is_turned(item, one)),
        (NOT_NAMED, best.agreement == "unnamed"),
    )
    return msgspec.structs.replace(checked, verdict=verdict, notes=tuple(note for note, holds in notes if holds))


def _verdict(item: Item, best: _Near) -> Verdict:
    is_reworded = best.says_the_same and not item.quoted
    if best.agreement == "other" or (best.agreement == "unnamed" and is_reworded):
        return "other speaker"
    return "reworded" if is_reworded else "altered"


def turn(item: Item) -> str:
    """The note that only the draft, or only the record, has some words denied."""
    return f"the record {'does not have' if item.denied else 'has'} it denied"


def is_turned(item: Item, one: Statement) -> bool:
    """Whether only one of the two, neither of which quotes, has the words denied."""
    return not item.quoted and one.form == "indirect" and item.denied != denies(one.cue)


def _candidates(item: Item, words: str, sources: Sources) -> Iterator[_Near]:
    told = tuple(one for part in words.split(CUT) for one in sentences(part))
    for one in [*sources.nearest(told), *(sources.denials(item.speaker) if item.denied else ())]:
        (share, _), alike = _window(words, sources.words(one, "is")), None
        agreement = sources.agreement(item.speaker, one)
        is_denial = item.denied and agreement == "same" and _is_same_denial(told, one, sources)
        if share < ALIKE and not is_denial:
            alike = likeness(told, sources.sentences(one), _ASKED, sources.meanings.near)
            if alike is None:
                continue
        score = 1.0 if is_denial else max(share, alike.score if alike else 0.0)
        is_same = is_denial or (not is_turned(item, one) and _says_the_same(told, one, sources))
        yield _Near(one, score, agreement, is_same, sources.in_headline(one))


def _is_same_denial(told: Sequence[Wording], one: Statement, sources: Sources) -> bool:
    return same_denial(told, one, sources.lookup.report(one).text)


def _says_the_same(told: Sequence[Wording], one: Statement, sources: Sources) -> bool:
    """Whether a statement tells the same in other words; a number or day that it does not tell is a change."""
    own = sources.sentences(one)
    if not numbers_told(told) <= numbers_told(own):
        return False
    return likeness(told, own, _ASKED, sources.meanings.near) is not None


def _window(words: str, within: Words) -> tuple[float, tuple[int, int]]:
    """The sentences of a statement in a row that come nearest, by the numbers of their first and last word.

    With them the share (0–1) of the quotation's words that stand there in the same order. No more sentences are taken
    than the quotation has, so that words of others are not taken for its own.
    """
    ours = [form for part in pieces(words, spelt="is") for form in part]
    theirs = [word.form for word in within.words]
    ends = within.sentence_ends
    most = max(1, sum(len(sentences(part)) for part in words.split(CUT)))
    best = (-1.0, 0.0, (0, len(theirs) - 1))
    for n, end in enumerate(ends):
        for k in range(max(0, n - most + 1), n + 1):
            start = ends[k - 1] + 1 if k else 0
            matcher = difflib.SequenceMatcher(None, ours, theirs[start : end + 1], autojunk=False)
            same = sum(size for _, _, size in matcher.get_matching_blocks())
            best = max(best, (matcher.ratio(), same / max(len(ours), 1), (start, end)))
    return best[1], best[2]
