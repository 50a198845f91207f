"""For whom a statement speaks: the body, the state or the person that its speaker stands for.

A minister speaks for a state, a spokesman or chief executive for a firm, a lawyer for a client. The camp is the id of
an entity; one state's government, ministries and officials are one camp, under the state's name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.match.vocabulary import countries, table
from onrecord.model import Entity, Mention, Report, Span, Statement

_WORD = re.compile(r"[\w-]+")
_POSSESSED = re.compile(r"(?:^|, )(?:his|her|their)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r",? (?:whose|whom|where|which|who (?!(?:leads|led|heads|headed|runs|ran|chairs|speaks|represents)\b))"
)
"""Where a clause begins that tells of the source, but not of the office that it holds."""
_SPEAKS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""Who speaks for a body by office, so that the body is the one just named where the words do not name it."""
_NEAR = 300  # characters: how far before "his lawyer" the client is named
_LIKELY = 0.5
"""Probability (0–1) from which somebody who may be the speaker is taken for one who speaks for the same camp. A camp is
shared by many, so less is asked than for the name of the speaker. Not measured by itself."""


class Camps:
    """Who speaks for whom, over all reports."""

    def __init__(self, reports: Sequence[Report], statements: Sequence[Statement], entities: Sequence[Entity]) -> None:
        self._known = {one.id: one for one in entities}
        self._texts = {report.id: report.text for report in reports}
        self._one_name = _one_name(entities)
        self.mentions = _by_report(entities, reports)
        self._outlets = {_words_of(report.outlet) for report in reports}
        named_here = {one for own in self.mentions.values() for _, one in own}
        names = {one.name.casefold() for one in entities if one.id in named_here and self._is_body(one)}
        self._bodies = {
            one.id for one in entities if one.name.casefold() in names and one.type not in ("unnamed", "group")
        }
        self._firms = self._most_named()
        self._of_lawyer = self._lawyers(statements)
        self._of_person = self._persons(statements)
        self._of_statement: dict[str, str | None] = {}
        self._latest: dict[tuple[str, str], str] = {}
        for one in sorted(statements, key=lambda one: (one.report, one.content[0].start)):
            self._of_statement[one.id] = self._camp(one)

    def of(self, statement: Statement) -> str | None:
        """The camp that a statement speaks for; None where that is not known."""
        return self._of_statement.get(statement.id)

    def sides(self, statement: Statement) -> tuple[str, ...]:
        """For whom a statement speaks: the speaker or client, and the body or state behind."""
        speaker = self._client(statement) or statement.speaker
        named = [self.key(speaker)] if speaker else []
        return tuple(dict.fromkeys((*named, *filter(None, [self.of(statement)]))))

    def key(self, entity: str) -> str:
        """The camp that an entity is itself: a state for its ministries, else the one best known under its name."""
        one = self._known.get(entity)
        if one is None:
            return entity
        return _state(one.name) or self._one_name.get(one.name.casefold(), entity)

    def behind(self, entity: str) -> str:
        """The camp that an entity speaks for: the body behind a person, or the entity's own."""
        return self._of_person.get(entity) or self.key(entity)

    def is_party(self, camp: str) -> bool:
        """Whether a camp is one that can be blamed: a person, body or state, no place and no outlet of the pile."""
        if camp in self._bodies or camp not in self._known:
            return True
        one = self._known[camp]
        return one.type in ("person", "country", "organisation") and one.name.casefold() not in self._outlets

    def name(self, camp: str) -> str:
        """What a camp is called."""
        return self._known[camp].name if camp in self._known else camp

    def firm(self, report: str) -> str | None:
        """The body that "the company" is taken to be in a report: of those it names, the one that most reports name."""
        return self._firms.get(report)

    def person_before(self, report: str, at: int) -> str | None:
        """The person named last before a place in a report, within a few sentences."""
        before = self.within(report, max(0, at - _NEAR), at)
        persons = [one for _, one in before if one in self._known and self._known[one].type == "person"]
        persons = [one for one in persons if one not in self._bodies]
        return persons[-1] if persons else None

    def within(self, report: str, start: int, end: int) -> list[tuple[Mention, str]]:
        """The mentions in a stretch of a report, in order, each with its camp."""
        found = self.mentions.get(report, [])
        return [(mention, self.key(one)) for mention, one in found if start <= mention.start and mention.end <= end]

    def _camp(self, one: Statement) -> str | None:
        camp = self._by_speaker(one) or self._by_source(one)
        if camp is not None and one.source is not None:
            self._latest[one.report, _kind(one.source.text)] = camp
        return camp

    def _by_speaker(self, one: Statement) -> str | None:
        likely = next((c.entity for c in one.candidates if c.score >= _LIKELY), None)
        speaker = self._client(one) or one.speaker or likely
        if speaker is None or (speaker in self._known and self._known[speaker].type in ("unnamed", "group")):
            return None
        return self.behind(speaker)

    def _client(self, one: Statement) -> str | None:
        """The person for whom a statement speaks: by the words of its source, or as its speaker mostly does."""
        return self._of_lawyer.get(one.speaker or "") or self._spoken_for(one.source)

    def _lawyers(self, statements: Iterable[Statement]) -> dict[str, str]:
        """The client of each who speaks for one, by most of the statements whose words tell it."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for one in statements:
            client = self._spoken_for(one.source)
            if client and one.speaker and client != one.speaker:
                votes[one.speaker][client] += 1
        return {one: min(own, key=lambda client: (-own[client], client)) for one, own in votes.items()}

    def _spoken_for(self, source: Span | None) -> str | None:
        """The person for whom a lawyer speaks: the one named, or for "his lawyer" the one named last before."""
        if source is None or not words("voices") & set(_told(source.text)):
            return None
        if client := self._served(source):
            return client
        return self.person_before(source.report, source.start) if _POSSESSED.search(source.text) else None

    def _served(self, source: Span) -> str | None:
        """The person whom the words of a source name as the one spoken for: "a lawyer for NAME", "NAME's lawyer"."""
        for mention, one in self.within(source.report, source.start, source.end):
            if one in self._known and self._known[one].type == "person" and one not in self._bodies:
                before = source.text[: mention.start - source.start].casefold()
                behind = source.text[mention.end - source.start :].casefold()
                if before.endswith(" for ") or re.match(
                    r"['’]s? (?:\w+ )?(?:" + "|".join(sorted(words("voices"))) + r")\b", behind
                ):
                    return one
        return None

    def _by_source(self, one: Statement) -> str | None:
        """The camp of one without a name: a body or state in the words of the source, or the one last called so."""
        if one.source is None:
            return one.speaker
        if named := self._in_words(one.source):
            return named
        kind = _kind(one.source.text)
        return self._latest.get((one.report, kind)) if kind == "state" else one.speaker

    def _in_words(self, source: Span) -> str | None:
        """The body or state that the words of a source name or describe."""
        clause = _CLAUSE.search(source.text)
        text = source.text[: clause.start()] if clause else source.text
        told = _told(text)
        if words("past") & set(told):
            return None
        named = self.within(source.report, source.start, source.start + len(text))
        bodies = [one for _, one in named if one in self._bodies]
        if bodies or _state(text):
            return bodies[-1] if bodies else _state(text)
        if _kind(text) == "firm" or (words("offices") & set(told) and "its" in told):
            return self.firm(source.report)
        bodies_told = [word for word in told if word in words("bodies")]
        return bodies_told[0] if bodies_told else None

    def _body_before(self, source: Span) -> str | None:
        """The body of a spokesman whose words name none: the one named last before, within a few sentences."""
        if not _SPEAKS & set(_told(source.text)):
            return None
        before = self.within(source.report, max(0, source.start - _NEAR), source.start)
        return next((one for _, one in reversed(before) if one in self._bodies), None)

    def _is_body(self, one: Entity) -> bool:
        """Whether it is a body: by its type, or because its one word stands beside what bodies are called.

        Networks take names that they have not met for persons' or places'; the words beside a name tell more.
        """
        if one.name.casefold() in self._outlets or _state(one.name):
            return False
        if one.type == "organisation" and self._known[self._one_name[one.name.casefold()]].type != "place":
            return True
        if " " in one.name or one.type not in ("person", "place"):
            return False
        return any(self._beside(mention) & words("firms") or self._is_thing(mention) for mention in one.mentions)

    def _is_thing(self, mention: Mention) -> bool:
        return self._texts.get(mention.report, "")[mention.end : mention.end + 8].startswith(", which ")

    def _beside(self, mention: Mention) -> set[str]:
        """The word before a name, and the one behind it."""
        text = self._texts.get(mention.report, "")
        before, after = text[max(0, mention.start - 24) : mention.start], text[mention.end : mention.end + 24]
        if re.match(r"['’]s", after):
            after = ""
        told = [*_WORD.findall(before)[-1:], *_WORD.findall(after)[:1]]
        return {word.casefold() for word in told}

    def _persons(self, statements: Iterable[Statement]) -> dict[str, str]:
        """The body or state that each person speaks for, by the words that most sources and roles give."""
        votes, guessed = defaultdict[str, Counter[str]](Counter), defaultdict[str, Counter[str]](Counter)
        told = [(one.speaker, one.source) for one in statements if one.speaker and one.source]
        told += [(one.id, role.mention) for one in self._known.values() for role in one.roles]
        for speaker, source in told:
            is_person = speaker in self._known and self._known[speaker].type == "person"
            if is_person and self.key(speaker) not in self._bodies:
                if camp := self._in_words(source):
                    votes[speaker][camp] += 1
                elif camp := self._body_before(source):
                    guessed[speaker][camp] += 1
        return {one: min(own, key=lambda camp: (-own[camp], camp)) for one, own in (guessed | votes).items()}

    def _most_named(self) -> dict[str, str]:
        """For each report the body in it that most reports name; times here count too, by their root."""
        spread: Counter[str] = Counter()
        counts: dict[str, Counter[str]] = {}
        for report, mentions in self.mentions.items():
            own = Counter(key for _, one in mentions if (key := self.key(one)) in self._bodies)
            counts[report] = own
            spread.update(own.keys())
        return {
            report: max(own, key=lambda one: (spread[one] * own[one] ** 0.5, one))
            for report, own in counts.items()
            if own
        }


def _words_of(outlet: Span | str | None) -> str:
    return (outlet.text if isinstance(outlet, Span) else outlet or "").casefold()


def _one_name(entities: Iterable[Entity]) -> dict[str, str]:
    """For each name the entity that is best known under it: what is read as two kinds of things is one all the same."""
    found: dict[str, Entity] = {}
    for one in entities:
        known = found.get(one.name.casefold())
        if one.type not in ("unnamed", "group") and (known is None or len(one.mentions) > len(known.mentions)):
            found[one.name.casefold()] = one
    firsts, lasts = defaultdict[str, list[Entity]](list), defaultdict[str, list[Entity]](list)
    for full, one in found.items():
        if " " in full:
            firsts[full.split(" ", 1)[0]].append(one)
            lasts[full.rsplit(" ", 1)[1]].append(one)
    for name in [name for name in found if " " not in name]:
        if longer := _longer(found[name], firsts[name], lasts[name]):
            found[name] = longer
    return {name: one.id for name, one in found.items()}


def _longer(word: Entity, begin: Iterable[Entity], end: Iterable[Entity]) -> Entity | None:
    """The one body that a single word stands for ("Tarn" for "Tarn Mills"), or the one person who has it as surname.

    Args:
        word: what has a single word for a name.
        begin: those whose longer names begin with it.
        end: those whose longer names end with it.
    """
    is_bare = all(mention.text == word.name for mention in word.mentions)
    bodies = [one for one in begin if one.type == "organisation"]
    persons = [one for one in end if one.type == "person"]
    if len(bodies) == 1 and is_bare:
        return bodies[0]
    return persons[0] if len(persons) == 1 and word.type == "person" else None


def _by_report(entities: Iterable[Entity], reports: Iterable[Report]) -> dict[str, list[tuple[Mention, str]]]:
    """The mentions of those that have a name, by report and in order."""
    found: dict[str, list[tuple[Mention, str]]] = defaultdict(list)
    lines = {report.id: report.dateline for report in reports}
    for one in entities:
        if one.type not in ("unnamed", "group"):
            for mention in one.mentions:
                line = lines.get(mention.report)
                if line is not None and line.start <= mention.start < line.end:
                    continue  # where a report was written takes no side
                found[mention.report].append((mention, one.id))
    return {report: sorted(own, key=lambda item: (item[0].start, item[0].end)) for report, own in found.items()}


@cache
def words(name: str) -> frozenset[str]:
    """A list of `disputes.toml`."""
    return frozenset(table("disputes")[name].split())


def _told(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _kind(source: str) -> str:
    """What a source is called by: a firm, a state's office, or neither."""
    told = _told(source)
    if words("firms") & set(told):
        return "firm"
    return "state" if words("official") & set(told) else ""


@cache
def _state(name: str) -> str | None:
    """The state whose government or office a name or description tells; a bare country is one too."""
    plain = _WORD.findall(name.replace("’s", " ").replace("'s", " "))
    told = [word.casefold() for word in plain]
    states = [state for word in plain if word[:1].isupper() and (state := countries().get(word.casefold()))]
    whole = countries().get(" ".join(told))
    if whole:
        return whole
    return states[0] if states and words("official") & set(told) and not words("firms") & set(told) else None
