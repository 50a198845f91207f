"""One event for all the mentions that tell it, within a report and across reports.

Two mentions tell one event where the deed is the same, by one word or by two of near meaning, those who take part do
not contradict each other, nor do the days, and something ties them: a shared party, a shared place, or two reports of
about the same days, or of one day for the deed, that name the same people and bodies. Each merge is a link that says
why. Different events of one kind stay apart: two arrests of two people, two tariffs of two states. What one mention
alone tells by a verb or in a word or two, without party, place or date, is no event of the record, nor is what
somebody's quoted words alone tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from math import sqrt
from types import MappingProxyType
from typing import TypeGuard

from onrecord.days import Days, days_of
from onrecord.match.deed_days import Moment, agreed, moment_of
from onrecord.match.deed_pairs import deed_pairs
from onrecord.match.kindred import kindred
from onrecord.match.meanings import Meanings
from onrecord.match.wording import CONTENT, wording
from onrecord.model import Entity, Event, Link, Report, Statement, Status, Told, event_id

ALIKE = 0.2
"""Cosine (0–1) of the people and bodies that two reports name from which a deed that both tell without saying whose may
be one. On ECB+'s training part 0.15 to 0.35 are equally good, and so is counting rarer names more."""
FRESH = 10
"""Days between two reports from which a deed that they share without saying whose is not taken for one: a report tells
fresh news."""
MEANT = 0.7
"""Cosine (0–1) of two words from which they may tell one deed ("arrested", "detained"), if the reports are alike
enough: of 0.6 to 0.8 the best on ECB+'s training part (CoNLL F1 0.516 without, 0.524 with it)."""
TIED = 0.6
"""The same where both tell of one party or place. On ten affairs 0.55 finds more events and types fewer of them
rightly; 0.5 is no better than 0.7."""
ALIKE_ENOUGH = 0.3
"""As `ALIKE`, for two deeds by different words."""
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "some", "any", "all"})
LIKELY = 0.55
"""Chance (0–1) from which what one mention alone tells is an event. Of 24 less likely (seven affairs) 1 was one; 0.6
and 0.65 are as good by F1."""
TELLING = 4
"""Words of a single mention by a noun from which it tells an event without party, place or date; of 1, 4 and never the
best on the bundled affair."""


"""Types of entities that have no name."""
_TELLING_APART = frozenset({"person", "country"})
"""Types of entities of which two, to whom a deed is done, make two deeds. Of bodies and places the reports name now the
one, now what it belongs to: where these tell deeds apart too, CoNLL F1 on ECB+'s training part is 0.656, not 0.696."""


@dataclass(frozen=True)
class Group:
    """Mentions of one event, and what they say together."""

    members: tuple[int, ...]
    states: frozenset[str]
    """The countries that do it."""
    patients: frozenset[tuple[str, str]]
    """Kind and id of the persons and countries to whom it is done."""
    days: Days | None
    done: Days | None = None
    """When it is told to have happened, at the earliest."""
    ahead: date | None = None
    """The last day on which a report tells it as still to come."""


def told_events(
    reports: Sequence[Report],
    told: Sequence[Told],
    entities: Sequence[Entity],
    days: Mapping[str, Days] = MappingProxyType({}),
    statements: Sequence[Statement] = (),
) -> tuple[tuple[Event, ...], tuple[Link, ...]]:
    """The events that the mentions tell, in the order of their earliest mentions, and a link for each merge.

    Args:
        reports: all reports, dated.
        told: all mentions, with the ids that entities have across reports, in the order of the reports.
        entities: all entities.
        days: those on which reports may have appeared, by their ids, where that is narrower than their date.
        statements: all of them, dated; some are made by a deed or on an occasion.
    """
    published = {report.id: report.published for report in reports}
    said = {one.id: one for one in statements}
    appeared = {key: days.get(key) or days_of(date) for key, date in published.items()}
    moments = [moment_of(one, appeared[one.mention.report], said.get(one.said or "")) for one in told]
    dated = [one.reach if one.is_own else None for one in moments]
    groups, links = grouped(told, dated, entities, published)
    named = frozenset(one.id for one in entities if one.is_named)
    found = tuple(
        one
        for group in groups
        for one in [_event([told[n] for n in group], [moments[n] for n in group], published, named)]
        if _is_anchored(one, [told[n] for n in group]) and not _is_quoted((told[n] for n in group), said)
    )
    kept = {mention for one in found for mention in map(event_id, one.mentions)}
    links = tuple(link for link in links if link.a in kept)
    return found, links


def grouped(
    told: Sequence[Told],
    dated: Sequence[Days | None],
    entities: Sequence[Entity],
    published: Mapping[str, str | None],
) -> tuple[list[tuple[int, ...]], tuple[Link, ...]]:
    """The numbers of the mentions that tell one event, group by group, and a link for each merge.

    Args:
        told: the mentions.
        dated: the days that each may have happened on, where it says.
        entities: all entities.
        published: the dates of the reports, by their ids.
    """
    kinds = {one.id: one.type for one in entities}
    alike = Alikeness(entities, published)
    group_of = [_alone(n, one, dated[n], kinds, published) for n, one in enumerate(told)]

    meanings = Meanings()
    close = frozenset(_near(told, MEANT, meanings))

    def tie(a: int, b: int) -> tuple[float, str]:
        one, other = sorted((told[a].lemma, told[b].lemma))
        is_close = one == other or (one, other) in close
        is_one_day = dated[a] == dated[b] and _is_day(dated[a])
        return _tie(told[a], told[b], alike, is_one_day=is_one_day, is_close=is_close)

    scored = ((-tie(a, b)[0], a, b) for a, b in _pairs(told, dated, entities, published, meanings))
    links = []
    for _, a, b in sorted(one for one in scored if one[0]):
        one, other = group_of[a], group_of[b]
        if one is other or not _fit(one, other):
            continue
        score, why = tie(a, b)
        joined = _joined(one, other)
        for n in joined.members:
            group_of[n] = joined
        links.append(Link("same event", event_id(told[a].mention), event_id(told[b].mention), score, why))
    return sorted({tuple(sorted(group.members)): None for group in group_of}), tuple(links)


def _alone(
    number: int, one: Told, days: Days | None, kinds: Mapping[str, str], published: Mapping[str, str | None]
) -> Group:
    """A mention as a group of its own."""
    states = frozenset({one.agent} if one.agent and kinds.get(one.agent) == "country" else ())
    kind = kinds.get(one.patient or "", "")
    is_told = one.patient and kind in _TELLING_APART and not one.patient_owns
    patients = frozenset({(kind, one.patient)} if one.patient and is_told else ())
    report = days_of(published.get(one.mention.report))
    done = days if one.status == "happened" else None
    ahead = report.first if report and one.status in ("planned", "possible") else None
    return Group((number,), states, patients, days, done, ahead)


class Alikeness:
    """How much two reports tell of the same people and bodies."""

    def __init__(self, entities: Sequence[Entity], published: Mapping[str, str | None]) -> None:
        """Count the names; `published` are the dates of the reports, by their ids."""
        self._published = {report: days for report, date in published.items() if (days := days_of(date))}
        named = [one for one in entities if one.is_named]
        self.named = frozenset(one.id for one in named)
        """The ids of those who have a name."""
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        for one in named:
            counts = Counter(m.report for m in one.mentions)
            for report, count in counts.items():
                self._weights[report][one.id] = sqrt(count)
        self._norms = {report: sqrt(sum(w * w for w in own.values())) for report, own in self._weights.items()}

    def of(self, a: str, b: str, *, is_one_day: bool = False) -> float:
        """The cosine of two reports' names, 0–1; 1 for a report and itself, 0 for those far apart in time.

        Args:
            a: the id of a report.
            b: the id of another.
            is_one_day: whether both tell on which day it was that they are compared for: then no time is far.
        """
        if a == b:
            return 1.0
        one, other = self._weights.get(a, {}), self._weights.get(b, {})
        if not is_one_day and self._far(a, b):
            return 0.0
        shared = sum(weight * other[key] for key, weight in one.items() if key in other)
        return shared / (self._norms[a] * self._norms[b]) if shared else 0.0

    def _far(self, a: str, b: str) -> bool:
        """Whether two reports certainly appeared more than `FRESH` days apart."""
        one, other = self._published.get(a), self._published.get(b)
        if one is None or other is None:
            return False
        return one.gap(other) > FRESH


def _is_day(days: Days | None) -> TypeGuard[Days]:
    return days is not None and days.certain


def _pairs(
    told: Sequence[Told],
    dated: Sequence[Days | None],
    entities: Sequence[Entity],
    published: Mapping[str, str | None],
    meanings: Meanings,
) -> list[tuple[int, int]]:
    """The pairs of mentions that may tell one deed: by one word, or by two of near meaning."""
    return deed_pairs(
        told,
        [days.first if _is_day(days) else None for days in dated],
        published,
        _near(told, TIED, meanings),
        kindred(entities, published, ALIKE, FRESH),
    )


def _near(told: Sequence[Told], least: float, meanings: Meanings) -> list[tuple[str, str]]:
    """The pairs of deeds whose words mean much the same, with a cosine of `least` or more; each pair in order."""
    words: dict[str, str] = {}
    for one in told:
        words[one.lemma] = min(_trigger(one), words.get(one.lemma, _trigger(one)))
    deeds = sorted(words)
    return [(deeds[a], deeds[b]) for a, b in meanings.all_near([words[deed] for deed in deeds], least)]


def _trigger(one: Told) -> str:
    """The word that tells a deed, in lower case."""
    mention = one.mention
    return mention.text[mention.trigger[0] - mention.start : mention.trigger[1] - mention.start].lower()


def _tie(a: Told, b: Told, alike: Alikeness, *, is_one_day: bool, is_close: bool = True) -> tuple[float, str]:
    """How strongly two mentions of one deed are tied (0–1, 0: not at all), and by what.

    `is_close`: whether they tell it by one word, or by two that mean much the same where no party or place ties them.
    """
    shared = [(a.agent, b.agent, "the same doer"), (a.patient, b.patient, "the same one it is done to")]
    ties = [why for one, other, why in shared if one is not None and one == other]
    if a.place and b.place and a.place.text == b.place.text:
        ties.append("the same place")
    likeness = alike.of(a.mention.report, b.mention.report, is_one_day=is_one_day)
    same = a.lemma == b.lemma
    if (not ties and likeness < ALIKE) or (not same and likeness < ALIKE_ENOUGH):
        return 0.0, ""
    if not ties and (not is_close or _tell_apart(a, b) or _differ(a, b, alike.named)):
        return 0.0, ""
    score = min(1.0, 0.5 + 0.2 * len(ties) + 0.1 * likeness)
    if not ties:
        ties.append("in one report" if likeness == 1 else "reports that name the same people and bodies")
    words = f"“{a.lemma}” in both" if same else f"“{_trigger(a)}” and “{_trigger(b)}” mean much the same"
    return round(score if same else score * MEANT, 3), f"{words}, {', '.join(ties)}"


def _tell_apart(a: Told, b: Told) -> bool:
    """Whether two verbs name what it is done to, and not the same: "found a body", "found the knife"."""
    ours, theirs = _object(a), _object(b)
    return bool(ours) and bool(theirs) and not ours & theirs


def _differ(a: Told, b: Told, named: Set[str]) -> bool:
    """Whether one report names two who do it, two to whom it is done ("the court ordered", "the ministry ordered") or
    two places of it. Two reports may call one by two names."""
    both = ((a.agent, b.agent), (a.patient, b.patient))
    is_two = any(one != other and one in named and other in named for one, other in both)
    is_elsewhere = a.place is not None and b.place is not None and a.place.text != b.place.text
    return (is_two or is_elsewhere) and a.mention.report == b.mention.report


def _object(one: Told) -> frozenset[str]:
    """The words that tell something about what a verb is done to, right behind it, up to the next small word."""
    if one.is_noun:
        return frozenset()
    found = []
    for token in wording(one.mention.text[one.mention.trigger[1] - one.mention.start :]).tokens:
        if token.kind in CONTENT:
            found.append(token.form)
        elif found or token.text not in _ARTICLES:
            break
    return frozenset(found)


def _fit(a: Group, b: Group) -> bool:
    """Whether nothing that two groups say contradicts the other: the countries that do it, the persons or countries to
    whom it is done, the days. Other doers are told in too many ways (a police force, an officer) to contradict."""
    shared = {kind for kind, _ in a.patients} & {kind for kind, _ in b.patients}
    if (shared and not a.patients & b.patients) or (a.states and b.states and not a.states & b.states):
        return False
    if any(one.done and other.ahead and one.done.last < other.ahead for one, other in ((a, b), (b, a))):
        return False  # what is still to come has not happened before
    return a.days is None or b.days is None or (a.days.first <= b.days.last and b.days.first <= a.days.last)


def _joined(a: Group, b: Group) -> Group:
    days = a.days or b.days
    if a.days and b.days:
        days = Days(max(a.days.first, b.days.first), min(a.days.last, b.days.last))
    done = min((one.done for one in (a, b) if one.done), default=None)
    ahead = max((one.ahead for one in (a, b) if one.ahead), default=None)
    return Group((*a.members, *b.members), a.states | b.states, a.patients | b.patients, days, done, ahead)


def _event(
    told: Sequence[Told], moments: Sequence[Moment], published: Mapping[str, str | None], named: Set[str]
) -> Event:
    """The event that some mentions tell together; `named` are the ids of entities that have a name."""
    status = _status(told, published)
    when = agreed(moments)
    if when and status == "happened" and _is_to_come(when.date, {published[one.mention.report] for one in told}):
        when = None
    fullest = max(told, key=lambda one: (one.agent is not None, one.patient is not None, len(one.mention.text)))
    types = Counter(one.type for one in told)
    agent = _most((one.agent for one in told), named)
    return Event(
        id=event_id(told[0].mention),
        type=max(types, key=lambda kind: (types[kind], kind != "OTHER", kind)),
        what=fullest.mention.words,
        agent=agent,
        patient=_most((one.patient for one in told if one.patient != agent), named),
        date=when.date if when else None,
        date_why=when.why if when else None,
        place=next((one.place for one in told if one.place), None),
        status=status,
        mentions=tuple(one.mention for one in told),
    )


def _is_to_come(date: str, published: Set[str | None]) -> bool:
    """Whether a date lies behind the days of all reports: one of what has happened is of something else."""
    told, last = days_of(date), [days.last for one in published if (days := days_of(one))]
    return told is not None and len(last) == len(published) and told.first > max(last)


def _most(parties: Iterable[str | None], named: Set[str]) -> str | None:
    """The party that most mentions tell, one with a name before all others, the earliest of those told as often."""
    counts = Counter(one for one in parties if one is not None)
    return max(counts, key=lambda one: (one in named, counts[one]), default=None)


def _is_anchored(event: Event, told: Sequence[Told]) -> bool:
    """Whether anything but the word itself tells what the event is: a party, place, date, a second mention, or of a
    noun its words. Of 17 verbs without any of these (bundled affair, two others) 3 told an event, of 9 nouns 7.
    """
    if len(told) > 1:
        return True
    known = (event.agent, event.patient, event.place, event.date)
    is_told = told[0].is_noun and len(event.what.text.split()) >= TELLING
    return told[0].confidence >= LIKELY and (is_told or any(one is not None for one in known))


def _is_quoted(told: Iterable[Told], said: Mapping[str, Statement]) -> bool:
    """Whether nothing but what somebody said in so many words tells it. Of 28 such (seven affairs) 3 were events."""
    inside = [said.get(one.inside or "") for one in told]
    return all(one is not None and one.form == "direct" for one in inside)


def _status(told: Sequence[Told], published: Mapping[str, str | None]) -> Status:
    """What the reports say in their own voice, the latest first; else what those quoted say most."""
    own = [one for one in told if one.inside is None]
    if own:
        latest = max(own, key=lambda one: published[one.mention.report] or "")
        said = [one.status for one in own if published[one.mention.report] == published[latest.mention.report]]
        return "happened" if "happened" in said else Counter(said).most_common(1)[0][0]
    return Counter(one.status for one in told).most_common(1)[0][0]
