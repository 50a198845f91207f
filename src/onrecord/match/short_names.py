"""People whom the reports of one affair call by a surname alone, and who they are.

News gives the full name of a person at the first mention, and none where the reader is taken to know him: one report
has "Ann Roe, the mayor", the next "Mayor Roe" or "Roe". A surname alone joins nobody. It joins the only person of an
affair who has it behind a given name, if gender and role agree and something more tells: one role, one quotation, one
body beside both names, or that report after report takes the reader to know that person. Each link says which.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

import msgspec

from onrecord.match.entities import Join, name_words
from onrecord.model import Entity, Mention, Report, Statement
from onrecord.wordlists import listed, table

_CONTRASTED = re.compile(r"\b(?:elder|younger|older|late|other|another|senior|junior)\s+\Z", re.IGNORECASE)
_NAMESAKE = re.compile(
    r"\bnamesakes?\b|\bno relation\b|\bnot related to\b|\bunrelated to (?=[A-Z])|\bof the same (?:sur)?name\b"
)
"""Words of a report that tells two of one name apart."""
_JOINTS = re.compile(r"\s(?:of|for|at|in|on|with|to|from|who)\s|,")
_OWNER = re.compile(r"^.*['’]s?\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEARNED = frozenset({"dr", "prof", "professor", "lord", "sir", "lady", "dame"})
"""Titles that go with any role."""
_KIN = frozenset(
    {
        "wife",
        "husband",
        "widow",
        "widower",
        "mother",
        "father",
        "daughter",
        "son",
        "sister",
        "brother",
        "niece",
        "nephew",
        "aunt",
        "uncle",
        "cousin",
    }
)
_BESIDE = 60  # characters on either side of a name, within its sentence, where its body or party stands
_STOP = re.compile(r"[.!?]['\"”’)]*\s|\n")
_RUN = 6  # words in a row that two quotations hardly share unless they are of one utterance
_OFTEN = 2  # reports with the full name of whom a reader is taken to know
_SHARED = 3  # others whom two reports both name, where one alone gives the full name

_AS_KNOWN = 0.8  # score of a name that a reader is taken to know, with nothing else beside it

Evidence = tuple[float, str]
"""A score (0–1) and what tells it."""


def by_surname(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities with each person called by the surname alone, by which reports are known to share them."""
    return tuple(
        msgspec.structs.replace(one, name=name_words(one.name)[-1]) if _is_person(one) else one for one in entities
    )


def short_names(
    entities: Sequence[Entity],
    reports: Sequence[Report],
    statements: Iterable[Statement],
    groups: Iterable[Sequence[str]],
) -> Iterator[Join]:
    """Each person called by one word in a report of an affair, with whom other reports of it call by the full name.

    Args:
        entities: those of all reports, persons of one word not yet merged by it.
        reports: all reports.
        statements: those of all reports, their speakers by the ids of `entities`.
        groups: the ids of the reports of each affair.
    """
    texts = {report.id: report.text for report in reports}
    own: dict[str, list[Entity]] = {}
    for one in entities:
        for report in dict.fromkeys(mention.report for mention in one.mentions):
            own.setdefault(report, []).append(one)
    said: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.speaker is not None and statement.form != "indirect":
            said.setdefault(statement.speaker, []).append(statement)
    told = {one.id: _Told(one, said.get(one.id, ())) for one in entities if _is_person(one)}
    for group in groups:
        if len(group) > 1:
            yield from _Affair(group, own, texts, told).joins()


class _Told:
    """What all reports tell of a person, each kind worked out once for all affairs."""

    def __init__(self, one: Entity, said: Sequence[Statement]) -> None:
        self._one, self._said = one, said

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The words of the name as they are compared."""
        return tuple(name_words(self._one.name))

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """By report."""
        found: dict[str, list[Mention]] = {}
        for mention in self._one.mentions:
            found.setdefault(mention.report, []).append(mention)
        return found

    @cached_property
    def naming(self) -> frozenset[str]:
        """The reports that give the full name."""
        return frozenset(mention.report for mention in self._one.mentions if _is_full(mention))

    @cached_property
    def callings(self) -> frozenset[str]:
        """The heads of the roles, in full: "executive" of "the chief executive", "minister"."""
        heads = (_heads(words) for words in _beside_name(self._one))
        return frozenset(head for found in heads for head in found)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of titles and roles."""
        return frozenset(word for told in _beside_name(self._one) for word in _WORD.findall(told))

    @cached_property
    def genders(self) -> frozenset[str]:
        """Those that titles, roles and the given name tell; none, mostly, for a surname alone."""
        words = self.words | ({f"{self.names[0]} "} if len(self.names) > 1 else set())
        return frozenset(told for told, telling in _telling().items() if not telling.isdisjoint(words))

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """All runs of `_RUN` words of what the person is quoted with."""
        found = set[tuple[str, ...]]()
        for statement in self._said:
            words = [word.lower() for part in statement.content for word in _WORD.findall(part.text)]
            found |= {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
        return frozenset(found)


class _Affair:
    """The people of one affair, by their full names and by what they are called for short."""

    def __init__(
        self,
        group: Sequence[str],
        own: Mapping[str, Sequence[Entity]],
        texts: Mapping[str, str],
        told: Mapping[str, _Told],
    ) -> None:
        self._reports, self._texts, self._told = frozenset(group), texts, told
        self._own = {report: own.get(report, ()) for report in group}
        here = {one.id: one for report in group for one in self._own[report]}
        people = [one for _, one in sorted(here.items()) if one.id in told]
        self._short = [one for one in people if len(told[one.id].names) == 1]
        self._full = [one for one in people if len(told[one.id].names) > 1]
        self._namesakes: dict[str, list[Entity]] = {}
        for one in self._short:
            self._namesakes.setdefault(told[one.id].names[0], []).append(one)
        self._homes: dict[tuple[int, str], list[Entity]] = {}
        for one in self._full:
            for place in (0, -1):
                self._homes.setdefault((place, told[one.id].names[place]), []).append(one)

    def joins(self) -> Iterator[Join]:
        """Whom each short name is joined to: surnames first, then given names beside them."""
        joined = dict[str, Entity]()
        for one in self._short:
            home = self._only(one, -1)
            found = self._evidence(one, home) if home and self._may_be(one, home) else None
            if home and found and (found[0] > _AS_KNOWN or not self._has_rival(one, home)):
                joined[one.id] = home
                yield Join(
                    one, home, found[0], f"“{one.name}” is “{home.name}”, the only one of the surname: {found[1]}"
                )
        for one in self._short:
            home = self._only(one, 0)
            if home and one.id not in joined and self._is_called_by_given_name(one, home, joined):
                yield Join(one, home, 0.7, f"“{one.name}” is “{home.name}”, whom the report calls by the surname too")
        yield from self._of_one_role(joined)

    def _only(self, one: Entity, place: int) -> Entity | None:
        """The only person of the affair whose full name has this word first (0) or last (-1)."""
        (word,) = self._told[one.id].names
        homes = self._homes.get((place, word), ())
        return homes[0] if len(homes) == 1 else None

    def _may_be(self, one: Entity, home: Entity) -> bool:
        """Whether nothing tells a short name from a full one: gender, rank, kin, or words that tell two apart."""
        mine, theirs = self._told[one.id], self._told[home.id]
        if not mine.mentions.keys().isdisjoint(theirs.mentions):
            return False  # the report has both, and found them to be two
        if not _KIN.isdisjoint(mine.words) or any(self._is_told_apart(mention) for mention in one.mentions):
            return False  # somebody brought in as another's relative may have the same surname
        are_two = mine.genders and theirs.genders and mine.genders.isdisjoint(theirs.genders)
        return not are_two and not _are_two(mine, theirs)

    def _has_rival(self, one: Entity, home: Entity) -> bool:
        """Whether the affair has another of the surname who is not the one with the full name."""
        namesakes = self._namesakes[self._told[one.id].names[0]]
        return any(other is not one and not self._may_be(other, home) for other in namesakes)

    def _is_told_apart(self, mention: Mention) -> bool:
        text = self._texts[mention.report]
        before = text[max(0, mention.name[0] - 20) : mention.name[0]]
        return _CONTRASTED.search(before) is not None or _NAMESAKE.search(text) is not None

    def _evidence(self, one: Entity, home: Entity) -> Evidence | None:
        """What beside the surname tells that two are one; the strongest."""
        mine, theirs = self._told[one.id].callings, self._told[home.id].callings
        shared = sorted(_classes(mine) & _classes(theirs))
        if not self._told[one.id].shingles.isdisjoint(self._told[home.id].shingles):
            return 0.95, "reports quote both in the same words"
        if shared:
            return 0.9, f"both are given one role ({shared[0]})"
        if described := sorted(mine & self._words_near(home)):
            return (
                0.85,
                f"a report that names the one tells of a {described[0]} beside, as which another names the other",
            )
        if bodies := sorted(self._beside(one) & self._beside(home)):
            return 0.85, f"the same stands beside both ({bodies[0]})"
        if mine and theirs:
            return None  # two roles that are not known to be one
        naming = self._told[home.id].naming & self._reports
        if len(naming) >= _OFTEN:
            return (
                _AS_KNOWN,
                f"{len(naming)} reports of the affair give the full name, and the short one comes in as known",
            )
        return self._as_known(one, home) if not mine else None

    def _as_known(self, one: Entity, home: Entity) -> Evidence | None:
        """A name that comes in bare in a report that names the same others as the one with the full name."""
        mine, theirs = (self._others(each) - {one.id, home.id} for each in (one, home))
        shared = mine & theirs
        if len(shared) < _SHARED:
            return None
        return 0.7, f"the short one comes in as known, in a report that names {len(shared)} others of the same"

    def _others(self, one: Entity) -> set[str]:
        """The persons by surname, and the bodies, that the reports of one person name beside."""
        return {
            name_words(other.name)[-1] if _is_person(other) else " ".join(name_words(other.name))
            for report in self._told[one.id].mentions.keys() & self._reports
            for other in self._own[report]
            if other.type in ("person", "organisation") and name_words(other.name)[-1:] != name_words(one.name)[-1:]
        }

    def _here(self, one: Entity) -> Iterator[Mention]:
        """The mentions of a person in the affair."""
        mentions = self._told[one.id].mentions
        for report in sorted(mentions.keys() & self._reports):
            yield from mentions[report]

    def _words_near(self, one: Entity) -> set[str]:
        """The words of the paragraphs that bring in a person, and of those before them: "a technician"."""
        found = set[str]()
        for mention in self._here(one):
            if _is_full(mention):
                text = self._texts[mention.report]
                paragraph = text.rfind("\n", 0, mention.start)
                above = text.rstrip("\n").rfind("\n", 0, len(text[: max(paragraph, 0)].rstrip("\n")))
                end = text.find("\n", mention.end)
                found |= set(_WORD.findall(text[above + 1 : end if end >= 0 else len(text)].lower()))
        return found

    def _beside(self, one: Entity) -> set[str]:
        """The bodies that stand in the roles of a person and beside the name, within its sentence."""
        found = set[str]()
        mentions = self._told[one.id].mentions
        for report in mentions.keys() & self._reports:
            spots = [_around(self._texts[report], m) for m in mentions[report]]
            spots += [(role.mention.start, role.mention.end) for role in one.roles if role.mention.report == report]
            for body in self._own[report]:
                if body.type == "organisation" and any(
                    start <= m.start < end for m in body.mentions if m.report == report for start, end in spots
                ):
                    found.add(body.name)
        return found

    def _is_called_by_given_name(self, one: Entity, home: Entity, joined: Mapping[str, Entity]) -> bool:
        """Whether the only report of a given name calls that person by the surname too."""
        others = (home, *(short for short in self._short if joined.get(short.id) is home))
        named = {report for other in others for report in self._told[other.id].mentions}
        return _is_bare(one) and self._told[one.id].mentions.keys() <= named

    def _of_one_role(self, joined: Mapping[str, Entity]) -> Iterator[Join]:
        """Persons whom no report of the affair calls by a full name, if their names and a role are the same."""
        words = {word for full in self._full for word in self._told[full.id].names}
        left: dict[str, list[Entity]] = {}
        for one in self._short:
            (word,) = self._told[one.id].names
            if one.id not in joined and word not in words:
                left.setdefault(word, []).append(one)
        for first, *others in left.values():
            for one in others:
                shared = sorted(self._told[first.id].callings & self._told[one.id].callings)
                if shared and self._may_be(one, first):
                    yield Join(
                        one, first, 0.85, f"the names are the same, “{one.name}”, and so is a role ({shared[0]})"
                    )


def _is_person(one: Entity) -> bool:
    return one.type == "person" and bool(name_words(one.name))


def _is_bare(one: Entity) -> bool:
    """Whether no title stands before any of the names."""
    return all(mention.start == mention.name[0] for mention in one.mentions)


def _is_full(mention: Mention) -> bool:
    return " " in mention.bare.strip()


def _around(text: str, mention: Mention) -> tuple[int, int]:
    """The range near a mention, within its sentence."""
    low, high = max(0, mention.start - _BESIDE), min(len(text), mention.end + _BESIDE)
    ends = [match.end() for match in _STOP.finditer(text, low, mention.start)]
    after = _STOP.search(text, mention.end, high)
    return (ends[-1] if ends else low), (after.start() if after else high)


def _beside_name(one: Entity) -> Iterator[str]:
    """What a person is called beside the name, in small letters: titles and roles, not of whom or what."""
    for mention in one.mentions:
        yield mention.before.lower()
    for role in one.roles:
        yield _JOINTS.split(_OWNER.sub("", role.role.lower()))[0]


def _heads(words: str) -> tuple[str, ...]:
    found = [word for word in _WORD.findall(words) if word not in _courtesy() and word not in _LEARNED]
    return (table("titles")["short"].get(found[-1], found[-1]),) if found else ()


def _classes(callings: Collection[str]) -> set[str]:
    """The callings with the kinds of office by which one goes for another: a "boss" is a "chief executive"."""
    kinds = {name for name, heads in _offices().items() if not heads.isdisjoint(callings)}
    return {*callings, *kinds}


@cache
def _offices() -> dict[str, frozenset[str]]:
    """Words for an office by its kind; other kinds of roles are shared by many people of one affair."""
    roles = table("words")["roles"]
    return {name: frozenset(roles[name]) for name in ("leader", "spokesperson", "minister", "politician")}


@cache
def _courtesy() -> frozenset[str]:
    titles = table("titles")
    return frozenset(titles["male"]) | frozenset(titles["female"]) | {"the", "a", "an", "its", "his", "her", "their"}


@cache
def _telling() -> dict[str, frozenset[str]]:
    """Words beside a name that tell a gender, and the given names that do."""
    titles, kin, given = table("titles"), table("words")["kin"], table("given_names")
    return {
        told: frozenset(titles[told]) | frozenset(kin[told]) | {f"{name} " for name in given[told].split()}
        for told in ("male", "female")
    }


def _are_two(one: _Told, other: _Told) -> bool:
    """Whether the domain or the rank of two roles differs: "economic adviser" and "security adviser"."""
    domains, ranks = listed("titles", "domains"), listed("titles", "ranks")
    mine, theirs = one.words & domains, other.words & domains
    differ = bool(mine and theirs) and mine.isdisjoint(theirs)
    return differ or (bool(one.callings and other.callings) and one.words & ranks != other.words & ranks)
