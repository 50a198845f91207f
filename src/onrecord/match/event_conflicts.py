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
from onrecord.match.figures import CLOSE, Figure, apart_on_clock, hours
from onrecord.match.meanings import Meanings
from onrecord.match.sentence_ends import ends
from onrecord.match.wording import wording
from onrecord.model import Entity, Report, Span, Told

_ALIKE = 0.5
"""Least cosine of two sentences that tell one deed without a shared party. With it, and the other conditions, 45 pairs
of real reports on one story give no conflict, and the bundled affair its one."""
_TIED = 0.3  # the same where both name the same doer, or the same one it is done to
_SAME_DAY = 0.2  # the same where both tell the deed of one day
_CROWD = 60  # mentions of one deed in an affair: more are its subject, told in many parts, and are not compared
_NEGATION = re.compile(
    r"\b(?:not(?! only\b| just\b| merely\b| least\b)|never|no|neither|nor|nobody|without|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:can|cannot|could|would|will|must|should|may|might)\b|\b(?:ca|wo|sha)n['’]t\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b")
_NOT_BY = re.compile(r"\bnot\s+by\b")
_NAMED = 40  # characters behind "not by" that name somebody
_AROUND = 400  # characters on each side of a mention within which its sentence lies
_FRESH = (
    7  # days between two reports beyond which "Friday" in each is another Friday, and a deed of a kind another deed
)
_YEAR = 364  # days
_LATER = 3  # days by which two tellings must differ, so that a report's own date or a zone of time is not the cause
_APART = 90  # days beyond which two tellings of a deed are of two, the one of them in the past of the affair
_ROUGH = {"weeks": 7, "months": 1, "years": 1}
"""Counts of these mean any day of a whole week, month or year, so that what lies outside that by so many days is far
enough: on a Sunday "last week" may be the one that ends with it."""
_COUNTED = frozenset({"weekday", "weekend", "days"})  # times that mean a day only once the report's day is known

Found = tuple[str, str, tuple[Span, ...]]
"""What a conflict is about, its kind, and its sides."""


Compare = Callable[["Happening", "Happening"], Found | None]
"""Gives the conflict of two mentions of a deed, or None."""


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
    finder = _Comparison(known, entities, meanings, _timed(reports, told))
    by_deed: dict[str, list[Happening]] = defaultdict(list)
    for one in told:
        by_deed[one.lemma].append(_happening(one, known[one.mention.report].text))
    for those in by_deed.values():
        if len(those) <= _CROWD:
            yield from finder.conflicts(those)


class _Comparison:
    def __init__(
        self,
        reports: Mapping[str, Report],
        entities: Mapping[str, Entity],
        meanings: Meanings,
        timed: Mapping[tuple[str, int], Figure],
    ) -> None:
        self.reports, self.meanings, self.timed = reports, meanings, timed
        self.entities = entities
        self.named: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for one in entities.values():
            if one.type in ("person", "organisation"):
                for mention in one.mentions:
                    if mention.report in reports:
                        self.named[mention.report].append((mention.start, one.id))
        # Each kind with the question whether two mentions are of one happening, asked only where they differ.
        self.kinds: tuple[tuple[Compare, Callable[[Happening, Happening], bool]], ...] = (
            (self.outcome, self._is_one),
            (self.doer, self._is_one),
            (self.date, self._is_one),
            (self.hour, self._is_of_one_day),
            (self.place, self._is_one),
        )

    def conflicts(self, told: Sequence[Happening]) -> Iterator[Found]:
        """The conflicts among mentions of one deed; of each kind and pair of reports the first."""
        seen: set[tuple[str, str, str]] = set()
        for a, b in combinations(told, 2):
            one, other = self._report(a), self._report(b)
            if one.origin == other.origin:
                continue
            for kind, is_one in self.kinds:
                key = (one.id, other.id, kind.__name__)
                if key not in seen and (found := kind(a, b)) and is_one(a, b):
                    seen.add(key)
                    yield found

    def outcome(self, a: Happening, b: Happening) -> Found | None:
        """One report tells as fact what another says did not happen."""
        if {a.told.status, b.told.status} != {"happened", "denied"}:
            return None
        fact, denial = (a, b) if a.told.status == "happened" else (b, a)
        if not _NEGATION.search(denial.told.mention.text) or _NEGATION.search(fact.told.mention.text):
            return None
        if fact.told.inside or denial.told.inside or self._came_later(fact, denial):
            return None
        if _MODAL.search(denial.told.mention.text) or _IF.search(denial.sentence):
            return None
        if _NOT_BY.search(denial.told.mention.text) or not _shares_more(fact, denial):
            return None
        return (
            f"whether it happened: “{denial.told.lemma}”",
            "outcome",
            (fact.told.mention.words, denial.told.mention.words),
        )

    def doer(self, a: Happening, b: Happening) -> Found | None:
        """One report tells who did it, the other that it was not done by that one."""
        if a.told.inside or b.told.inside:
            return None
        for denial, fact in ((a, b), (b, a)):
            denied = _NOT_BY.search(denial.told.mention.text)
            told = _BY.search(self._report(fact).text, fact.told.mention.trigger[0], fact.end)
            if denied is None or told is None or _NOT_BY.search(fact.sentence):
                continue
            other = self._report(denial).text[denial.told.mention.start + denied.end() : denial.end][:_NAMED]
            ours = self._report(fact).text[told.end() : fact.end][: 2 * _NAMED]
            if wording(other).content & wording(ours).content:
                return f"who did it: “{denial.told.lemma}”", "role", (self._with_doer(fact), denial.told.mention.words)
        return None

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
        gap = one.gap(other)
        is_rough = {a.told.when.kind, b.told.when.kind} & _ROUGH.keys()
        if gap > _APART or gap < max((_ROUGH[kind] for kind in is_rough), default=_LATER):
            return None
        return f"when: “{a.told.lemma}”", "date", (_time(a), _time(b))

    def hour(self, a: Happening, b: Happening) -> Found | None:
        """Two hours of the clock for one thing that happened."""
        one, other = (self.timed.get((x.told.mention.report, x.told.mention.start)) for x in (a, b))
        if one is None or other is None or apart_on_clock(one.value, other.value) <= CLOSE:
            return None
        return f"at what hour: “{a.told.lemma}”", "date", (one.span, other.span)

    def _is_of_one_day(self, a: Happening, b: Happening) -> bool:
        """Whether two mentions of a deed are told of one and the same day, and of nobody different by name."""
        one, other = (days_told(x.told, self._report(x).published) for x in (a, b))
        if one is None or one != other or one.first != one.last:
            return False
        return not self._are_of_others(a, b) and self.meanings.near(a.sentence, b.sentence) >= _SAME_DAY

    def _are_of_others(self, a: Happening, b: Happening) -> bool:
        """Whether both name who did it or to whom it was done, and not the same."""
        both = ((a.told.agent, b.told.agent), (a.told.patient, b.told.patient))
        return any(x != y and self._has_name(x) and self._has_name(y) for x, y in both)

    def _has_name(self, party: str | None) -> bool:
        return party is not None and party in self.entities and self.entities[party].is_named

    def _far(self, a: Happening, b: Happening) -> bool:
        """Whether the reports lie so far apart that each tells fresh news of its own."""
        one, other = (days_of(self._report(x).published) for x in (a, b))
        if one is None or other is None:
            return False
        return one.gap(other) > _FRESH

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
        both = ((a.told.agent, b.told.agent), (a.told.patient, b.told.patient))
        shared = [x for x, y in both if x and x == y]
        if self._are_of_others(a, b) or (not shared and self._name_others(a, b)):
            return False
        return self.meanings.near(a.sentence, b.sentence) >= (_TIED if shared else _ALIKE)

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
        behind = _BY.search(report.text, start, one.end)
        if behind is None:
            return one.told.mention.words
        after = behind.end()
        ends = [
            m.end
            for entity in self.entities.values()
            for m in entity.mentions
            if entity.type in ("person", "organisation") and m.report == report.id and after <= m.start < one.end
        ]
        return report.span(start, min(ends)) if ends else one.told.mention.words


def _timed(reports: Sequence[Report], told: Sequence[Told]) -> dict[tuple[str, int], Figure]:
    """The hour of the clock of each mention that has one behind it in its clause, by report and start."""
    begins: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        begins[one.mention.report].append(one)
    found: dict[tuple[str, int], Figure] = {}
    for report in reports:
        for hour in hours(report) if begins[report.id] else ():
            before = [x for x in begins[report.id] if hour.about[0] <= x.mention.trigger[0] < hour.span.start]
            if before and not hour.is_limit:
                last = max(before, key=lambda one: one.mention.trigger)
                found.setdefault((report.id, last.mention.start), hour)
    return found


def _happening(one: Told, text: str) -> Happening:
    mention = one.mention
    first = max(0, mention.start - _AROUND)
    start = max((end.next for end in ends(text, first, mention.start)), default=first)
    stop = next((end.stop for end in ends(text, mention.start) if end.stop >= mention.end), len(text))
    return Happening(one, text[start:stop].strip(), stop)


def _shares_more(fact: Happening, denial: Happening) -> bool:
    """Whether both tell the deed of the same one, or with another word in common."""
    if {fact.told.agent, fact.told.patient} & {denial.told.agent, denial.told.patient} - {None}:
        return True
    ours, theirs = ({*wording(one.told.mention.text).content} for one in (fact, denial))
    return len(ours & theirs) > 1


def _time(one: Happening) -> Span:
    return (one.told.when or one.told.mention).words
