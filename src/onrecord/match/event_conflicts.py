"""Where reports of one affair disagree on a happening: whether it happened, who did it, when, or where.

Two mentions are compared where they tell the same deed and a shared party, or what their sentences mean, ties them. A
later report that knows more is an update: what one denies and a later one tells as fact happened in between.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.days import days_of
from onrecord.match.deed_days import days_told
from onrecord.match.meanings import Meanings
from onrecord.match.wording import wording
from onrecord.model import Entity, Report, Span, Told

_ALIKE = 0.5
"""Least cosine of two sentences that tell one deed without a shared party. With it, and the other conditions, 45 pairs
of real reports on one story give no conflict, and the bundled affair its one."""
_TIED = 0.3  # the same where both name the same doer, or the same one it is done to
_CROWD = 60  # mentions of one deed in an affair: more are its subject, told in many parts, and are not compared
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s+|\n+")
_NEGATION = re.compile(
    r"\b(?:not(?! only\b| just\b| merely\b| least\b)|never|no|neither|nor|nobody|without|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:can|cannot|could|would|will|must|should|may|might)\b|\b(?:ca|wo|sha)n['’]t\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_AROUND = 400  # characters on each side of a mention within which its sentence lies
_FRESH = (
    7  # days between two reports beyond which "Friday" in each is another Friday, and a deed of a kind another deed
)
_YEAR = 364  # days
_LATER = 3  # days by which two tellings must differ, so that a report's own date or a zone of time is not the cause
_ROUGH = frozenset({"weeks", "months", "years"})
"""Counts of these mean any day of a whole week, month or year, so that what lies outside that is far enough."""
_COUNTED = frozenset({"weekday", "weekend", "days"})  # times that mean a day only once the report's day is known

Found = tuple[str, str, tuple[Span, ...]]
"""What a conflict is about, its kind, and its sides."""


class Happening(NamedTuple):
    """A mention of an event with the sentence that it stands in."""

    told: Told
    sentence: str
    end: int
    """Where the sentence ends in the report."""


def event_conflicts(
    reports: Sequence[Report], told: Sequence[Told], entities: Mapping[str, Entity], meanings: Meanings
) -> Iterator[Found]:
    """The disagreements on happenings in an affair, each pair of mentions in one conflict at most.

    Args:
        reports: those of one affair.
        told: the mentions of events in them, with the ids that entities have across reports.
        entities: those that are named in them, by id, with their mentions there.
        meanings: tells how near sentences are.
    """
    known = {report.id: report for report in reports}
    finder = _Comparison(known, entities, meanings)
    by_deed: dict[str, list[Happening]] = defaultdict(list)
    for one in told:
        by_deed[one.lemma].append(_happening(one, known[one.mention.report].text))
    for those in by_deed.values():
        if len(those) <= _CROWD:
            yield from finder.conflicts(those)


class _Comparison:
    def __init__(self, reports: Mapping[str, Report], entities: Mapping[str, Entity], meanings: Meanings) -> None:
        self.reports, self.meanings = reports, meanings
        self.entities = entities
        self.named: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for one in entities.values():
            if one.type in ("person", "organisation"):
                for mention in one.mentions:
                    if mention.report in reports:
                        self.named[mention.report].append((mention.start, one.id))
        self.kinds: tuple[Callable[[Happening, Happening], Found | None], ...] = (self.outcome, self.date, self.place)

    def conflicts(self, told: Sequence[Happening]) -> Iterator[Found]:
        """The conflicts among mentions of one deed; of each kind and pair of reports the first."""
        seen: set[tuple[str, str, str]] = set()
        for a, b in combinations(told, 2):
            one, other = self._report(a), self._report(b)
            if one.origin == other.origin:
                continue
            for kind in self.kinds:
                key = (one.id, other.id, kind.__name__)
                if key not in seen and (found := kind(a, b)) and self._is_one(a, b):
                    seen.add(key)
                    yield found

    def outcome(self, a: Happening, b: Happening) -> Found | None:
        """One report tells as fact what another says did not happen, or was done by somebody else."""
        if {a.told.status, b.told.status} != {"happened", "denied"}:
            return None
        fact, denial = (a, b) if a.told.status == "happened" else (b, a)
        if not _NEGATION.search(denial.told.mention.text) or _NEGATION.search(fact.told.mention.text):
            return None
        if fact.told.inside or denial.told.inside or self._came_later(fact, denial):
            return None
        if _MODAL.search(denial.told.mention.text) or _IF.search(denial.sentence):
            return None
        is_other = _by_another(denial.told.mention.text)
        if not is_other and not _shares_more(fact, denial):
            return None
        sides = (self._with_doer(fact) if is_other else _span(fact), _span(denial))
        what = f"who did it: “{denial.told.lemma}”" if is_other else f"whether it happened: “{denial.told.lemma}”"
        return what, "role" if is_other else "outcome", sides

    def date(self, a: Happening, b: Happening) -> Found | None:
        """Two days for one thing that happened."""
        if a.told.when is None or b.told.when is None or {a.told.status, b.told.status} != {"happened"}:
            return None
        one, other = (days_told(x.told, self._report(x).published) for x in (a, b))
        if one is None or other is None or self._counts_from_inferred(a) or self._counts_from_inferred(b):
            return None
        if min(one.last - one.first, other.last - other.first).days >= _YEAR:
            return None  # what is told by its year alone is done again in another
        if self._far(a, b) and {a.told.when.kind, b.told.when.kind} <= _COUNTED:
            return None
        gap = max((other.first - one.last).days, (one.first - other.last).days)
        is_rough = {a.told.when.kind, b.told.when.kind} & _ROUGH
        if gap < (1 if is_rough else _LATER):
            return None
        return f"when: “{a.told.lemma}”", "date", (_time(a), _time(b))

    def _far(self, a: Happening, b: Happening) -> bool:
        """Whether the reports lie so far apart that each tells fresh news of its own."""
        one, other = (days_of(self._report(x).published) for x in (a, b))
        if one is None or other is None:
            return False
        return max((other.first - one.last).days, (one.first - other.last).days) > _FRESH

    def _counts_from_inferred(self, one: Happening) -> bool:
        """Whether its day is counted from a day of the report that was itself inferred from such words."""
        when = one.told.when
        return when is not None and when.kind in _COUNTED and self._report(one).published_basis == "inferred"

    def place(self, a: Happening, b: Happening) -> Found | None:
        """Two places for one thing that happened, neither of which the other report names."""
        if a.told.place is None or b.told.place is None or {a.told.status, b.told.status} != {"happened"}:
            return None
        if self._far(a, b):
            return None
        for one, other in ((a, b), (b, a)):
            if one.told.place is None or one.told.place.text in self._report(other).text:
                return None
        return f"where: “{a.told.lemma}”", "place", (a.told.place, b.told.place)

    def _is_one(self, a: Happening, b: Happening) -> bool:
        """Whether two mentions of a deed are of one happening, as far as their parties and sentences tell."""
        parties = [(x, y) for x, y in ((a.told.agent, b.told.agent), (a.told.patient, b.told.patient)) if x and y]
        if any(x != y for x, y in parties) or (not parties and self._name_others(a, b)):
            return False
        return self.meanings.near(a.sentence, b.sentence) >= (_TIED if parties else _ALIKE)

    def _name_others(self, a: Happening, b: Happening) -> bool:
        """Whether each sentence names people or bodies, and none that the other names."""
        ours, theirs = (self._named(one) for one in (a, b))
        return bool(ours and theirs) and not ours & theirs

    def _named(self, one: Happening) -> set[str]:
        start = one.end - len(one.sentence)
        here = self.named[one.told.mention.report]
        return {key for place, key in here if start <= place < one.end}

    def _came_later(self, fact: Happening, denial: Happening) -> bool:
        """Whether the report that tells the fact appeared after the one that denies it."""
        told, denied = (days_of(self._report(one).published) for one in (fact, denial))
        return told is not None and denied is not None and told.first > denied.last

    def _report(self, one: Happening) -> Report:
        return self.reports[one.told.mention.report]

    def _with_doer(self, one: Happening) -> Span:
        """The words of a deed up to the one who does it, where the sentence names one behind it: "signed by X"."""
        report, mention = self._report(one), one.told.mention
        start = mention.trigger[0]
        behind = re.search(r"\bby\b", report.text[mention.end : one.end])
        if behind is None:
            return _span(one)
        after = mention.end + behind.end()
        ends = [
            m.end
            for entity in self.entities.values()
            for m in entity.mentions
            if entity.type in ("person", "organisation") and m.report == report.id and after <= m.start < one.end
        ]
        return report.span(start, min(ends)) if ends else _span(one)


def _happening(one: Told, text: str) -> Happening:
    mention = one.mention
    begins = [match.end() for match in _SENTENCE.finditer(text, max(0, mention.start - _AROUND), mention.start)]
    end = _SENTENCE.search(text, mention.end)
    start, stop = begins[-1] if begins else max(0, mention.start - _AROUND), end.start() if end else len(text)
    return Happening(one, text[start:stop].strip(), stop)


def _shares_more(fact: Happening, denial: Happening) -> bool:
    """Whether both tell the deed of the same one, or with another word in common."""
    if {fact.told.agent, fact.told.patient} & {denial.told.agent, denial.told.patient} - {None}:
        return True
    ours, theirs = ({*wording(one.told.mention.text).content} for one in (fact, denial))
    return len(ours & theirs) > 1


def _by_another(clause: str) -> bool:
    """Whether what is denied is who did it: "signed not by the minister"."""
    return re.search(r"\bnot\s+(?:by|to|for|with|from)\b", clause) is not None


def _span(one: Happening) -> Span:
    mention = one.told.mention
    return Span(mention.report, mention.start, mention.end, mention.text)


def _time(one: Happening) -> Span:
    when = one.told.when or one.told.mention
    return Span(when.report, when.start, when.end, when.text)
