"""Events: what a report tells was done, not said: by whom to whom, when, where, and whether it happened at all.

The network finds the words that tell of events and how the words of a sentence hang together; a list of verbs and nouns
(`data/en/events.toml`) says of which type they are, and where it does not know them the network does, if it is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.find import parties, status
from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import Attributed
from onrecord.find.deed_times import DeedTimes, occasions
from onrecord.find.deeds import Deed, deed_at, stem
from onrecord.find.happenings import Happening, happenings
from onrecord.find.phrases import Range
from onrecord.find.referents import Referents
from onrecord.find.standing import Standing, said_of
from onrecord.find.syntax import Syntax, syntax
from onrecord.find.words import listed
from onrecord.model import EventMention, Report, Span, Statement, Status, Time, TimeKind, Told

SURE = 0.5  # chance of a happening (0–1) from which it counts; the network's own middle
TYPED = 0.9  # chance of a type (0–1) from which the network may type a verb that no list has
_DAYS: frozenset[TimeKind] = frozenset({"date", "day", "weekday", "days"})
_A_DAY = len("2019-01-15")
_PLACES = frozenset({"in", "at", "near", "outside", "inside"})


def events(finder: Finder) -> tuple[Told, ...]:
    """The mentions of the events that a record holds, in order."""
    found = [told for one in finder.all() if finder.counts(one) and (told := finder.told(one))]
    return tuple(_without_repeats(found))


@dataclass(frozen=True)
class Doing:
    """A deed and where it stands: the number of its word, what it is, and what the network makes of it."""

    word: int
    deed: Deed
    happening: Happening
    is_known: bool
    """Whether a list has the word, or the network is sure of its type."""


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
        self.cues = {one.cue.start: one for one in statements if one.cue}
        standing = Standing(report.text, read, weighed, said_of(statements, entities))
        self.referents = Referents(read, self.syntax, standing)

    def all(self) -> Iterator[Doing]:
        """Every deed that the report tells, speech and habits among them, in order."""
        for one in happenings(self.read.reading):
            if one.chance >= SURE and (where := self._where(one)):
                yield where

    def counts(self, where: Doing) -> bool:
        """Whether a deed is an event for the record: no ordinary speech, no habit, no word that no list knows and the
        network is unsure of."""
        is_formal = where.deed.lemma in listed("events_formal", "formal")
        if where.deed.type in listed("events_formal", "in words") and not is_formal:
            return False
        if self._is_speech(where) or self._is_background(where) or self._answers(where):
            return False
        return where.is_known or self._is_of_a_day(where)

    def _is_of_a_day(self, where: Doing) -> bool:
        """Whether a verb that no list has is told to have been done on a day: "crossed the bridge on Saturday"."""
        token = self.syntax.tokens[where.word]
        if where.deed.is_noun or token.tag != "VERB" or token.low in listed("words", "be"):
            return False
        span = self._theirs(token.start, token.end)
        time = self.deed_times.of(where.word, span, False) if span else None
        is_year = time is not None and time.kind == "date" and len(time.value) < _A_DAY
        return time is not None and time.kind in _DAYS and not is_year and where.deed.lemma not in _states()

    def told(self, where: Doing) -> Told | None:
        """The mention that tells a deed; None where it tells nothing that a record could hold."""
        first, after = parties.clause(self.syntax, where.word, where.deed.is_noun)
        span = self._theirs(self.syntax.tokens[first].start, self.syntax.tokens[after - 1].end)
        trigger = self._theirs(where.happening.start, where.happening.end)
        if span is None or trigger is None:
            return None
        span = min(span[0], trigger[0]), max(span[1], trigger[1])
        who = self._parties(where)
        agent, patient = self._entity(who.agent), self._touched(who.patient)
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
            type=where.deed.type,
            status=self._status(where, inside, agent),
            agent=agent,
            patient=patient if patient != agent else None,
            place=place,
            when=self.deed_times.of(where.word, span, where.deed.is_noun),
            inside=inside.id if inside else None,
            confidence=round(where.happening.chance, 3),
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

    def _where(self, one: Happening) -> Doing | None:
        """The word that tells it, and what it tells: by the lists, or by the network where it is sure."""
        over = self.syntax.over(one.start, one.end)
        tokens = self.syntax.tokens
        read = _type_read(one)
        listed_deeds = [(n, deed) for n in over if (deed := deed_at(tokens, n))]
        if listed_deeds:
            word, deed = listed_deeds[0]
            is_retyped = read is not None and not deed.is_noun and deed.type != "OTHER" and not _is_of(deed.type, read)
            return Doing(word, deed._replace(type=read) if read and is_retyped else deed, one, True)
        head = next((n for n in over if tokens[n].head not in over), None)
        if head is None:
            return None
        is_noun = tokens[head].tag not in ("VERB", "AUX")
        typed = read if not is_noun else None
        return Doing(head, Deed(stem(tokens[head].low), typed or "OTHER", is_noun, 1), one, typed is not None)

    def _is_speech(self, where: Doing) -> bool:
        """Whether it is speech, which is a statement; formal acts of speech are events all the same."""
        if where.deed.lemma in listed("events_formal", "formal"):
            return False
        spot = self._theirs(where.happening.start, where.happening.end)
        return where.happening.is_speech or (spot is not None and spot[0] in self.cues)

    def _answers(self, where: Doing) -> bool:
        """Whether it only turns down what somebody said: "rejected the claim"."""
        objects = self.syntax.below(where.word, "obj")
        said = any(self.syntax.tokens[n].low in listed("events_formal", "claims") for n in objects)
        return said and not where.deed.is_noun and where.deed.type == "REJECT"

    def _is_background(self, where: Doing) -> bool:
        """Whether it tells a habit or a state: a verb in the present outside a headline."""
        token = self.syntax.tokens[where.word]
        if where.deed.is_noun or token.tag != "VERB" or not token.low.endswith("s") or token.low.endswith("ss"):
            return False
        spot = self._theirs(token.start, token.end)
        head = self.report.headline
        return not (spot and head and head.start <= spot[0] < head.end)

    def _status(self, where: Doing, inside: Statement | None, agent: str | None) -> Status:
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


@cache
def _states() -> frozenset[str]:
    """The stems of verbs that tell a state, a feeling or speech, whatever day it had."""
    return frozenset(map(stem, listed("events_formal", "states")))


def _type_read(one: Happening) -> str | None:
    """The type that the network gives a deed where it is sure; never AGREE, which it takes any common verb for."""
    kind, chance = one.likeliest
    if chance < TYPED or kind == "AGREE":
        return None
    return "CONCEDE" if kind == "YIELD" else kind


def _is_of(kind: str, read: str) -> bool:
    """Whether a type is the one read; the network tells CONCEDE and RETREAT as one."""
    return kind == read or (read == "CONCEDE" and kind == "RETREAT")


def _without_repeats(found: list[Told]) -> list[Told]:
    """One mention for the same words, the likelier."""
    kept: dict[Range, Told] = {}
    for one in sorted(found, key=lambda one: -one.confidence):
        kept.setdefault((one.mention.start, one.mention.end), one)
    return sorted(kept.values(), key=lambda one: (one.mention.start, one.mention.end))
