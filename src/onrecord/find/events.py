"""Events: what a report tells was done, not said: by whom to whom, when, where, and whether it happened at all.

The network finds the words that tell of a deed which a record holds, its type, its status and the words that name its
parties; whom those stand for, when and where it was follow from how the words of a sentence hang together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import Attributed
from onrecord.find.deed_times import DeedTimes, occasions
from onrecord.find.deed_types import likeliest
from onrecord.find.deeds import Deed, carrying, deed_at, stem
from onrecord.find.doing import Doing
from onrecord.find.extent import extent
from onrecord.find.happenings import Happening, deeds, happenings
from onrecord.find.nameless import Nameless
from onrecord.find.parties import Parties
from onrecord.find.party import Party
from onrecord.find.party_rows import PartyRows
from onrecord.find.phrases import Range
from onrecord.find.referents import Referents
from onrecord.find.standing import Standing, said_of
from onrecord.find.syntax import Syntax, syntax
from onrecord.find.time_words import FORE, any_of
from onrecord.model import Entity, EventMention, Report, Span, Statement, Status, Time, TimeKind, Told
from onrecord.wordlists import listed

TOLD = 0.5  # chance that anybody is told to do it from which it is likelier than not
_AHEAD: frozenset[TimeKind] = frozenset({"weekday", "day"})
"""Times that mean the next such day where they look ahead."""
_NEXT = re.compile(rf"\b{any_of(FORE['ahead'])}\b", re.IGNORECASE)
_PLACES = frozenset({"in", "at", "near", "outside", "inside"})


def events(finder: Finder) -> tuple[tuple[Told, ...], tuple[Entity, ...]]:
    """The mentions of the events that a record holds, in order; and all whom the report does not name, speakers and
    parties to these events."""
    return tuple(_without_repeats(list(finder.told(finder.held())))), finder.nameless.all()


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
        speaking: Sequence[Entity] = (),
    ) -> None:
        """What the finder goes by.

        Args:
            report: the report.
            read: its names and attributions.
            weighed: whom its pronouns stand for.
            entities: the ids of the entities that `read.named` became, in the same order.
            statements: its statements.
            times: all times in it, also inside what is said.
            speaking: those who speak in it, named or not.
        """
        self.report, self.read, self.entities = report, read, entities
        self.statements = statements
        self._cues = [(one.cue.start, one.cue.end) for one in statements if one.cue]
        self.syntax: Syntax = syntax(read.reading)
        self.nameless = Nameless(report, self.syntax, speaking)
        self.deed_times = DeedTimes(self.syntax, times, self._theirs)
        standing = Standing(report.text, read, weighed, said_of(statements, entities))
        self.referents = Referents(read, self.syntax, standing)
        places = {key for key, one in zip(entities, read.named, strict=True) if one.kind == "place"}
        rows = PartyRows(self.syntax, read.named, entities, read.sentences)
        encoder = read.reading.encoder
        self.parties = Parties(encoder, self.syntax, read.plain, self.referents, self.nameless, rows, places)

    def all(self) -> Iterator[Doing]:
        """Every happening that the report tells, speech and habits among them, in order."""
        return filter(None, map(self._where, happenings(self.read.reading)))

    def held(self) -> Iterator[Doing]:
        """Every deed that a record holds, in order; what reports a statement is speech; where it has formal force it is
        both."""
        found = self._by_objects(list(filter(None, map(self._where, deeds(self.read.reading)))))
        words = {one.word for one in found}
        cues = filter(None, map(self._where, happenings(self.read.reading, self._is_cue)))
        formal = [one for one in cues if one.word not in words and _is_formal(one)]
        both = sorted([*found, *formal], key=lambda one: (one.happening.start, one.happening.end))
        return (one for one in both if not self._is_speech(one))

    def _by_objects(self, found: Sequence[Doing]) -> list[Doing]:
        """The deeds; a verb that carries the deed which its object tells is known by that: "launched a raid"."""
        nouns = {one.word: one.deed for one in found if one.deed.is_noun}
        return [self._by_object(one, nouns) for one in found]

    def _by_object(self, one: Doing, nouns: Mapping[int, Deed]) -> Doing:
        token = self.syntax.tokens[one.word]
        if one.deed.is_noun or token.low not in carrying():
            return one
        objects = list(filter(self._is_object, self.syntax.children[one.word]))
        objects += range(*self.syntax.phrase_behind(one.word))
        is_infinitive = any(self.syntax.tokens[n].low == "to" for n in self.syntax.children[one.word])
        if token.relation == "acl" and not is_infinitive:
            objects.append(token.head)  # "the deal reached in Ostrell", but not "a threat to strike Tarn"
        told = next((nouns[n] for n in objects if n in nouns), None)
        return replace(one, deed=one.deed._replace(lemma=told.lemma, type=told.type)) if told else one

    def _is_object(self, word: int) -> bool:
        """Whether a noun beside a verb that carries its deed may be the object: no preposition stands before it."""
        before = {self.syntax.tokens[n].tag for n in self.syntax.below(word, "case")}
        return self.syntax.tokens[word].relation != "nsubj" and "ADP" not in before

    def _is_speech(self, where: Doing) -> bool:
        return self._is_cue((where.happening.start, where.happening.end)) and not _is_formal(where)

    def _is_cue(self, place: Range) -> bool:
        spot = self._theirs(*place)
        return spot is not None and any(start <= spot[0] < end for start, end in self._cues)

    def told(self, found: Iterable[Doing]) -> Iterator[Told]:
        """The mentions that tell some deeds of the report, in their order."""
        found = list(found)
        for one, (agent, patient) in zip(found, self.parties.of(found), strict=True):
            yield self._told(one, agent, patient)

    def _told(self, where: Doing, doer: Party, patient: Party) -> Told:
        start, place = where.trigger[0], self._place(where)
        agent = self._agent(where, doer, place)
        inside, said = self._statement(start), self._reported(start) or self._spoken_at(where)
        mention = self.report.span(*where.span)
        return Told(
            mention=EventMention(mention.report, mention.start, mention.end, mention.text, where.trigger),
            lemma=where.deed.lemma,
            type=where.deed.type,
            status=_status(where.happening.status, inside),
            agent=agent,
            patient=patient.entity,
            place=place,
            when=self._when(where, inside),
            inside=inside.id if inside else None,
            confidence=round(where.happening.chance, 3),
            is_noun=where.deed.is_noun,
            patient_owns=patient.owns,
            doer=self._doer(where) if agent not in self.entities else None,
            said=said.id if said else None,
        )

    def _when(self, where: Doing, inside: Statement | None) -> Time | None:
        """The time of a deed; what is told in somebody's words has none outside them, and what is told outside has
        none of a quotation. A planned one lies ahead, and one that has happened does not."""
        time = self.deed_times.of(where.word, where.span, where.deed.is_noun)
        if time is None or (inside is not None and not _is_told_in(time, inside)):
            return None
        if inside is None and any(one.form == "direct" and _stands_in(time, one) for one in self.statements):
            return None
        status = where.happening.status
        if status == "alleged" and _NEXT.search(time.text):
            return None  # nobody is charged with what is still to come: "accused of theft and faces a trial next month"
        if time.kind not in _AHEAD:
            return time
        is_ahead = time.ahead or (status == "planned" and not time.past)
        has_been = status == "happened" and not _NEXT.search(time.text)
        return msgspec.structs.replace(time, ahead=is_ahead and not has_been)

    def _agent(self, where: Doing, doer: Party, place: Span | None) -> str | None:
        """Who does it; of what nobody is told to do whoever speaks on the occasion, or the country where it is done."""
        if where.deed.lemma in listed("events_formal", "undergone"):
            return None
        who = doer.entity or self._speaker(where)
        if who is None and where.deed.lemma in listed("events_formal", "by the state"):
            who = self._country_at(place)
        return who

    def _speaker(self, where: Doing) -> str | None:
        """Who speaks on an occasion."""
        said = self._spoken_at(where)
        return said.speaker if said and said.speaker in self.entities else None

    def _spoken_at(self, where: Doing) -> Statement | None:
        """What was said on an occasion: "said at a hearing"."""
        token = self.syntax.tokens[where.word]
        if token.relation != "obl" or token.head < 0 or stem(token.low) not in occasions():
            return None
        verb = self.syntax.tokens[token.head]
        spot = self._theirs(verb.start, verb.end)
        return self._reported(spot[0]) if spot else None

    def _reported(self, at: int) -> Statement | None:
        """The statement whose reporting word stands at a character; of several one that has a speaker."""
        told = [one for one in self.statements if one.cue and one.cue.start <= at < one.cue.end]
        return min(told, key=lambda one: one.speaker not in self.entities, default=None)

    def _doer(self, where: Doing) -> str | None:
        """The bare word for a public body that does it: "police" for "police", "officers" and for whoever arrests."""
        told = where.happening.agents
        if sum(chance for _, chance in told) < TOLD:
            return "police" if where.deed.lemma in listed("events_formal", "by the police") else None
        start, _ = max(told, key=lambda one: one[1])
        low = next((self.syntax.tokens[n].low for n in self.syntax.over(start, start + 1)), "")
        called = "police" if low in listed("events_formal", "police") else low
        return called if called in listed("words", "bodies", "official") else None

    def _where(self, one: Happening) -> Doing | None:
        """Where a happening stands, and what it tells; None where it tells nothing that a record could hold."""
        known = self._deed(one)
        trigger = self._theirs(one.start, one.end)
        if known is None or trigger is None:
            return None
        word, deed = known
        first, after = extent(self.syntax, word, deed.is_noun)
        span = self._theirs(self.syntax.tokens[first].start, self.syntax.tokens[after - 1].end)
        if span is None:
            return None
        return Doing(word, deed, one, trigger, (min(span[0], trigger[0]), max(span[1], trigger[1])))

    def _deed(self, one: Happening) -> tuple[int, Deed] | None:
        """The word that tells it, and what it tells: by the lists, or else the deed of its own stem."""
        over = self.syntax.over(one.start, one.end)
        tokens = self.syntax.tokens
        for n in over:
            if deed := deed_at(tokens, n):
                return n, deed._replace(type=likeliest(one.types, deed.lemma, deed.type))
        word = next((n for n in over if tokens[n].head not in over), None)
        if word is None:
            return None
        is_noun = tokens[word].tag not in ("VERB", "AUX")
        lemma = stem(tokens[word].low)
        return word, Deed(lemma, likeliest(one.types, lemma, None), is_noun, 1)

    def _statement(self, at: int) -> Statement | None:
        """The smallest statement in whose content a character stands."""
        around = [one for one in self.statements if any(part.start <= at < part.end for part in one.content)]
        return min(around, key=lambda one: sum(part.end - part.start for part in one.content), default=None)

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
        return self.read.plain.one(start, end)


def _stands_in(time: Time, said: Statement) -> bool:
    return any(part.start <= time.start < part.end for part in said.content)


def _is_told_in(time: Time, said: Statement) -> bool:
    """Whether a time is one of what is said, and not of its saying: "on Friday the court freed him, X said"."""
    is_fronted = said.form == "indirect" and said.cue is not None and time.end <= said.content[0].start < said.cue.start
    return is_fronted or _stands_in(time, said)


def _is_formal(where: Doing) -> bool:
    """Whether saying it is a deed: "charged", "banned", "ordered"."""
    return where.deed.lemma in listed("events_formal", "formal")


def _status(read: Status, inside: Statement | None) -> Status:
    """The status of a deed as the network reads it; what somebody only asks for is no more than possible."""
    return "possible" if read == "planned" and inside and inside.act == "demand" else read


def _without_repeats(found: list[Told]) -> list[Told]:
    """One mention for the same words, the likelier."""
    kept: dict[Range, Told] = {}
    for one in sorted(found, key=lambda one: -one.confidence):
        kept.setdefault((one.mention.start, one.mention.end), one)
    return sorted(kept.values(), key=lambda one: (one.mention.start, one.mention.end))
