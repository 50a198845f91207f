"""Events: what a report tells was done, not said: by whom to whom, when, where, and whether it happened at all.

The network finds the words that tell of a deed which a record holds, its type, its status and the words that name its
parties; whom those stand for, when and where it was follow from how the words of a sentence hang together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.find import parties, status
from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import Attributed
from onrecord.find.deed_times import DeedTimes, occasions
from onrecord.find.deeds import Deed, deed_at, stem
from onrecord.find.happenings import ReadDeed, deeds, happenings
from onrecord.find.phrases import Range
from onrecord.find.referents import Referents
from onrecord.find.standing import Standing, said_of
from onrecord.find.syntax import Syntax, syntax
from onrecord.find.words import listed
from onrecord.model import EventMention, Report, Span, Statement, Status, Time, Told

SURE = 0.5  # chance of a happening (0–1) from which it counts; the network's own middle
_PLACES = frozenset({"in", "at", "near", "outside", "inside"})


def events(finder: Finder) -> tuple[Told, ...]:
    """The mentions of the events that a record holds, in order."""
    found = [told for one in finder.held() if (told := finder.told(one))]
    return tuple(_without_repeats(found))


@dataclass(frozen=True)
class Doing:
    """Words that tell a deed, and where they stand."""

    word: int
    """The number of the word that they hang on."""
    deed: Deed
    start: int
    end: int
    chance: float
    """That they tell of one, 0–1."""
    read: ReadDeed | None = None
    """What the network makes of a deed that a record holds."""


class Finder:
    """Turns what the network sees into mentions of events, in the report's characters."""

    def __init__(
        self,
        report: Report,
        read: Attributed,
        weighed: Antecedents,
        entities: Sequence[str],
        statements: Sequence[Statement],
        times: Sequence[Time],
    ) -> None:
        """What the finder goes by.

        Args:
            report: the report.
            read: its names and attributions.
            weighed: whom its pronouns stand for.
            entities: the ids of the entities that `read.named` became, in the same order.
            statements: its statements.
            times: all times in it, also inside what is said.
        """
        self.report, self.read, self.entities = report, read, entities
        self.statements = statements
        self.syntax: Syntax = syntax(read.reading)
        self.deed_times = DeedTimes(self.syntax, times, self._theirs)
        standing = Standing(report.text, read, weighed, said_of(statements, entities))
        self.referents = Referents(read, self.syntax, standing)

    def all(self) -> Iterator[Doing]:
        """Every happening that the report tells, speech and habits among them, in order."""
        for one in happenings(self.read.reading):
            if one.chance >= SURE and (where := self._where(one.start, one.end, one.chance)):
                yield where

    def held(self) -> Iterator[Doing]:
        """Every deed that a record holds, in order."""
        for one in deeds(self.read.reading):
            if where := self._where(one.start, one.end, one.chance, one):
                yield where

    def told(self, where: Doing) -> Told | None:
        """The mention that tells a deed; None where it tells nothing that a record could hold."""
        first, after = parties.clause(self.syntax, where.word, where.deed.is_noun)
        span = self._theirs(self.syntax.tokens[first].start, self.syntax.tokens[after - 1].end)
        trigger = self._theirs(where.start, where.end)
        if span is None or trigger is None:
            return None
        span = min(span[0], trigger[0]), max(span[1], trigger[1])
        who = self._parties(where)
        agent, patient = self._agent(where, who), self._patient(where, who)
        place = self._place(where)
        if agent is None and who.agent is None and where.deed.lemma in listed("events_formal", "by the state"):
            agent = self._country_at(place)
        if agent is None:
            agent = self._speaker(where)
        inside = self._statement(trigger[0])
        mention = self.report.span(*span)
        return Told(
            mention=EventMention(mention.report, mention.start, mention.end, mention.text, trigger),
            lemma=where.deed.lemma,
            type=where.read.type if where.read else where.deed.type,
            status=self._status(where, inside, agent),
            agent=agent,
            patient=patient if patient != agent else None,
            place=place,
            when=self.deed_times.of(where.word, span, where.deed.is_noun),
            inside=inside.id if inside else None,
            confidence=round(where.chance, 3),
            is_noun=where.deed.is_noun,
            patient_owns=patient is not None and self._entity(who.patient) is None,
            doer=self._doer(where, who.agent) if agent is None else None,
        )

    def _speaker(self, where: Doing) -> str | None:
        """Who speaks on an occasion: "said at a hearing"."""
        token = self.syntax.tokens[where.word]
        if token.relation != "obl" or token.head < 0 or stem(token.low) not in occasions():
            return None
        verb = self.syntax.tokens[token.head]
        spot = self._theirs(verb.start, verb.end)
        told = (one for one in self.statements if spot and one.cue and one.cue.start <= spot[0] < one.cue.end)
        return next((one.speaker for one in told if one.speaker in self.entities), None)

    def _doer(self, where: Doing, agent: int | None) -> str | None:
        """The bare word for a public body that does it: "police" for "police", "officers" and for whoever arrests."""
        if agent is None:
            return "police" if where.deed.lemma in listed("events_formal", "by the police") else None
        low = self.syntax.tokens[agent].low
        called = "police" if low in listed("events_formal", "police") else low
        return called if called in listed("words", "bodies", "official") else None

    def _where(self, start: int, end: int, chance: float, read: ReadDeed | None = None) -> Doing | None:
        """The word that some words hang on, and what it tells: by the lists, or else as the deed of its own stem."""
        over = self.syntax.over(start, end)
        tokens = self.syntax.tokens
        word = next((n for n in over if tokens[n].head not in over), None)
        if word is None:
            return None
        is_noun = tokens[word].tag not in ("VERB", "AUX")
        listed_deeds = [(n, deed) for n in over if (deed := deed_at(tokens, n))]
        if listed_deeds:
            word, deed = listed_deeds[0]
        else:
            deed = Deed(stem(tokens[word].low), "OTHER", is_noun, 1)
        return Doing(word, deed, start, end, chance, read)

    def _agent(self, where: Doing, by_rule: parties.Parties) -> str | None:
        """Who does it."""
        if where.read is None:
            return self._entity(by_rule.agent)
        return self._likeliest(where.read.agents, self._entity)

    def _patient(self, where: Doing, by_rule: parties.Parties) -> str | None:
        """Whom it is done to."""
        if where.read is None:
            return self._touched(by_rule.patient)
        return self._likeliest(where.read.patients, self._touched)

    def _likeliest(self, named: Sequence[tuple[int, float]], whom: Callable[[int], str | None]) -> str | None:
        """The party that some words most likely name together; None where it is likelier that nobody is told."""
        chances: dict[str | None, float] = {None: 1 - sum(chance for _, chance in named)}
        for start, chance in named:
            one = next(map(whom, self.syntax.over(start, start + 1)), None)
            chances[one] = chances.get(one, 0.0) + chance
        return max(chances, key=lambda one: chances[one])

    def _status(self, where: Doing, inside: Statement | None, agent: str | None) -> Status:
        if where.read is not None:
            return where.read.status
        at = self.syntax, where.word, where.deed.is_noun
        own = status.status_of(*at)
        if inside is None:
            return own
        of_another = agent is not None and agent != inside.speaker
        return status.in_statement(own, inside.act, status.is_asserted(*at), of_another)

    def _parties(self, where: Doing) -> parties.Parties:
        if where.deed.is_noun:
            return parties.of_noun(self.syntax, where.word, where.deed)
        read, near = parties.of_verb(self.syntax, where.word), parties.beside(self.syntax, where.word)
        agent = read.agent if self._entity(read.agent) else near.agent
        return parties.Parties(agent, read.patient if self._touched(read.patient) else near.patient)

    def _statement(self, at: int) -> Statement | None:
        """The smallest statement in whose content a character stands."""
        around = [one for one in self.statements if any(part.start <= at < part.end for part in one.content)]
        return min(around, key=lambda one: sum(part.end - part.start for part in one.content), default=None)

    def _entity(self, word: int | None) -> str | None:
        number = self.referents.of(word) if word is not None else None
        return self.entities[number] if number is not None else None

    def _touched(self, word: int | None) -> str | None:
        number = self.referents.touched(word) if word is not None else None
        return self.entities[number] if number is not None else None

    def _place(self, where: Doing) -> Span | None:
        """Where it was: a name of a place or country behind "in" or "at" that hangs on it or stands right behind it."""
        tokens = self.syntax.tokens
        outside = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "ccomp"})
        hanging = [
            n
            for n in self.syntax.under(where.word, outside)
            if {tokens[k].low for k in self.syntax.below(n, "case")} & _PLACES
        ]
        beside = where.word + 1
        if beside + 1 < len(tokens) and tokens[beside].low in _PLACES:
            hanging.append(beside + 1)
        for n in hanging:
            name = self.referents.name_over(n)
            if name and self.read.named[name[2]].kind in ("place", "country"):
                return self.report.span(name[0], name[1])
        return None

    def _country_at(self, place: Span | None) -> str | None:
        """The country that a place is, or that stands behind it: "in Ostrell, Norway"."""
        if place is None:
            return None
        spots = [place.start]
        if self.report.text.startswith(", ", place.end):
            spots.append(place.end + 2)
        numbers = [n for spot in spots if (n := self.referents.at(spot)) is not None]
        return next((self.entities[n] for n in numbers if self.read.named[n].kind == "country"), None)

    def _theirs(self, start: int, end: int) -> Range | None:
        found = self.read.plain.theirs((start, end))
        return found[0] if len(found) == 1 else None


def _without_repeats(found: list[Told]) -> list[Told]:
    """One mention for the same words, the likelier."""
    kept: dict[Range, Told] = {}
    for one in sorted(found, key=lambda one: -one.confidence):
        kept.setdefault((one.mention.start, one.mention.end), one)
    return sorted(kept.values(), key=lambda one: (one.mention.start, one.mention.end))
