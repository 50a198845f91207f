"""One event for all the mentions that tell it, within a report and across reports.

Mentions are compared where the deed is the same, by one word or by two of near meaning, and where they share a party,
a place or a day, or stand in reports that tell of the same people and bodies. How likely two are one event tells
`deed_sameness`, and mentions go together by the mean of these chances, never against what those who take part or the
days forbid: two arrests of two people, two tariffs of two states. Links say why. What one mention alone tells by a verb
or in a word or two, without party, place or date, is no event of the record, nor is what somebody's quoted words alone
tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeGuard

from onrecord.days import Days, days_of
from onrecord.match.alikeness import FRESH, Alikeness
from onrecord.match.deed_days import Moment, agreed, moment_of
from onrecord.match.deed_pairs import deed_pairs
from onrecord.match.deed_sameness import DeedSameness, trigger
from onrecord.match.groups import linked
from onrecord.match.kindred import kindred
from onrecord.match.meanings import Meanings
from onrecord.model import Entity, Event, Link, Report, Statement, Status, Told, event_id

ALIKE = 0.2
"""Cosine (0–1) of the people and bodies that two reports name from which deeds that they tell are compared."""
NEAR = 0.55
"""Cosine (0–1) of two words from which they may tell one deed ("arrested", "detained"). From 0.35 on four times as many
pairs are compared, and on ECB+'s training part the groups are no better."""
SAME = 0.2
"""Mean chance (0–1) from which mentions are taken for one event: on ECB+'s training part 0.25 is the best, and 0.2 to
0.3 within 0.005 of it; on ten affairs 0.2."""
UNKNOWN = 0.05
"""Chance that stands for a pair that was not compared."""
LIKELY = 0.6
"""Chance (0–1) from which what one mention alone tells is an event: of 0.4 to 0.65 about the best on ten affairs."""
TELLING = 4
"""Words of a single mention by a noun from which it tells an event without party, place or date; of 1, 4 and never the
best on the bundled affair."""


_TELLING_APART = frozenset({"person", "country"})
"""Types of entities of which two, to whom a deed is done, make two deeds. Of bodies and places the reports name now the
one, now what it belongs to: where these tell deeds apart too, CoNLL F1 on ECB+'s training part is 0.656, not 0.696."""


@dataclass(frozen=True)
class Bounds:
    """What a mention says that no other mention of the same event contradicts."""

    states: frozenset[str]
    """The countries that do it."""
    patients: frozenset[tuple[str, str]]
    """Kind and id of the persons and countries to whom it is done."""
    doers: frozenset[str]
    """The persons named in its words who do it, where it is done to nobody: "Ann Roe resigned"."""
    days: Days | None
    done: Days | None = None
    """When it is told to have happened."""
    ahead: date | None = None
    """A day on which a report tells it as still to come."""


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
    least: float = SAME,
) -> tuple[list[tuple[int, ...]], tuple[Link, ...]]:
    """The numbers of the mentions that tell one event, group by group, and links that say why they are one.

    Args:
        told: the mentions.
        dated: the days that each may have happened on, where it says.
        entities: all entities.
        published: the dates of the reports, by their ids.
        least: mean chance (0–1) from which mentions are taken for one event.
    """
    kinds = {one.id: one.type for one in entities}
    persons = (one for one in entities if one.type == "person")
    named = {(one.id, m.report, m.start) for one in persons for m in one.mentions}
    bounds = [_bounds(one, days, kinds, published, named) for one, days in zip(told, dated, strict=True)]
    meanings = Meanings()
    sameness = DeedSameness(told, Alikeness(entities, published), meanings)

    def may_be(a: int, b: int) -> bool:
        is_apart = _is_elsewhere(told[a], told[b]) or _are_two(told[a], told[b], bounds[a], bounds[b])
        return _fit(bounds[a], bounds[b]) and not is_apart

    chances = {
        (a, b): sameness.chance(a, b, is_one_day=_is_day(dated[a]) and dated[a] == dated[b])
        for a, b in compared(told, dated, entities, published, meanings)
        if may_be(a, b) and sameness.may_be(a, b)
    }
    groups = linked(chances, least, UNKNOWN, may_be)
    links = tuple(
        Link("same event", event_id(told[a].mention), event_id(told[b].mention), round(chance, 3), sameness.why(a, b))
        for a, b, chance in _tree(groups, chances)
    )
    together = {n for group in groups for n in group}
    return sorted([*groups, *((n,) for n in range(len(told)) if n not in together)]), links


def _tree(
    groups: Sequence[tuple[int, ...]], chances: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int, float]]:
    """The likeliest pairs that hold each group together, and no more of them than that takes."""
    group_of = {n: k for k, group in enumerate(groups) for n in group}
    top = {n: n for n in group_of}

    def root(n: int) -> int:
        while top[n] != n:
            n = top[n]
        return n

    for (a, b), chance in sorted(chances.items(), key=lambda one: (-one[1], one[0])):
        if a in top and b in top and group_of[a] == group_of[b] and root(a) != root(b):
            top[root(b)] = root(a)
            yield a, b, chance


def _bounds(
    one: Told,
    days: Days | None,
    kinds: Mapping[str, str],
    published: Mapping[str, str | None],
    named: Set[tuple[str, str, int]],
) -> Bounds:
    """The bounds that a mention sets; `named` are the places where persons are named."""
    states = frozenset({one.agent} if one.agent and kinds.get(one.agent) == "country" else ())
    kind = kinds.get(one.patient or "", "")
    is_told = one.patient and kind in _TELLING_APART and not one.patient_owns
    patients = frozenset({(kind, one.patient)} if one.patient and is_told else ())
    report = days_of(published.get(one.mention.report))
    done = days if one.status == "happened" else None
    ahead = report.first if report and one.status in ("planned", "possible") else None
    places = range(one.mention.start, one.mention.end)
    is_alone = one.patient is None and any((one.agent, one.mention.report, at) in named for at in places)
    return Bounds(states, patients, frozenset({one.agent} if one.agent and is_alone else ()), days, done, ahead)


def _is_day(days: Days | None) -> TypeGuard[Days]:
    return days is not None and days.certain


def compared(
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
        _near(told, meanings),
        kindred(entities, published, ALIKE, FRESH),
    )


def _near(told: Sequence[Told], meanings: Meanings) -> list[tuple[str, str]]:
    """The pairs of deeds whose words mean much the same; each pair in order."""
    words: dict[str, str] = {}
    for one in told:
        words[one.lemma] = min(trigger(one), words.get(one.lemma, trigger(one)))
    deeds = sorted(words)
    return [(deeds[a], deeds[b]) for a, b in meanings.all_near([words[deed] for deed in deeds], NEAR)]


def _fit(a: Bounds, b: Bounds) -> bool:
    """Whether nothing that two mentions say contradicts the other: the countries that do it, the persons or countries
    to whom it is done, the days. Other doers are told in too many ways (a police force, an officer) to contradict."""
    shared = {kind for kind, _ in a.patients} & {kind for kind, _ in b.patients}
    if (shared and not a.patients & b.patients) or (a.states and b.states and not a.states & b.states):
        return False
    if any(one.done and other.ahead and one.done.last < other.ahead for one, other in ((a, b), (b, a))):
        return False  # what is still to come has not happened before
    return a.days is None or b.days is None or (a.days.first <= b.days.last and b.days.first <= a.days.last)


def _is_elsewhere(a: Told, b: Told) -> bool:
    """Whether one report names two places for two deeds. Two reports may call one by two names."""
    is_other = a.place is not None and b.place is not None and a.place.text != b.place.text
    return is_other and a.mention.report == b.mention.report


def _are_two(a: Told, b: Told, of_a: Bounds, of_b: Bounds) -> bool:
    """Whether one report names two persons who do it, each alone: "Roe resigned in May, Lund in June". Persons whom it
    does not name there, or another report, are read too unsurely: with these ECB+'s development part has CoNLL F1 0.556
    and 0.547, without 0.560, as with this bar."""
    is_one_report = a.mention.report == b.mention.report
    return is_one_report and bool(of_a.doers and of_b.doers) and of_a.doers.isdisjoint(of_b.doers)


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
