"""The statements and texts of a record, ready to be searched for the words of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from onrecord.match.meanings import Meanings
from onrecord.match.verbatim import Spelt, Words, words_of
from onrecord.match.wording import Wording, wordings
from onrecord.model import Entity, Report, Statement
from onrecord.show.denials import denies
from onrecord.show.lookup import Lookup
from onrecord.show.namesakes import Agreement, agreement
from onrecord.show.recorded import CLOSING, OPENING

_COMMONEST = 200  # statements: a word that more of them have leads to none of them
_NEAREST = 12  # statements that are compared word by word


class Sources:
    """What a record holds of what was said."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.statements = tuple(one for one in lookup.record.statements if one.mode == "said")
        self.meanings = Meanings()
        self._by_id = {one.id: one for one in self.statements}
        self._words: dict[tuple[str, Spelt], Words] = {}
        self._agreements: dict[tuple[str | None, str | None], Agreement] = {}
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
        is_marked = stands_in_marks(self.lookup.report(one).text, one.content[0].start, one.content[-1].end)
        return outer if is_marked else None

    def is_indirect(self, one: Statement) -> bool:
        """Whether a report has a statement without quotation marks."""
        return one.form == "indirect" and self.around(one) is None

    def denials(self, speaker: Entity | None) -> list[Statement]:
        """What a speaker is told to deny."""
        return [one for one in self.statements if denies(one.cue) and self.agreement(speaker, one) == "same"]

    def agreement(self, speaker: Entity | None, one: Statement) -> Agreement:
        """Whether the speaker of a draft may be the one of a statement."""
        key = (speaker.id if speaker else None, one.speaker)
        if key not in self._agreements:
            self._agreements[key] = agreement(speaker, self.lookup.speaker(one), self.lookup)
        return self._agreements[key]

    def in_headline(self, one: Statement) -> bool:
        """Whether a statement stands in the headline of its report, which shortens what the text below tells."""
        headline = self.lookup.report(one).headline
        return headline is not None and headline.start <= one.content[0].start < headline.end

    def breaks(self, one: Statement) -> tuple[int, ...]:
        """Where the parts of a statement begin that words of the reporter stand before."""
        text, parts = self.lookup.report(one).text, one.content
        return tuple(b.start for a, b in pairwise(parts) if any(c.isalnum() for c in text[a.end : b.start]))

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


def stands_in_marks(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand right before and behind some words."""
    return text[max(0, start - 1) : start] in OPENING and any(c in CLOSING for c in text[end - 1 : end + 2])
