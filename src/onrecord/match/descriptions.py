"""Speakers whom one report describes without a name and another names: "the founder of X" is "X founder NAME".

A description counts only if it has a role and a name in it, and if over all reports one person alone is given that very
role with that name. An office that there is but one of ("the labour minister") needs no name, if one person alone is
called so in a report that names some of the same people and bodies. Anything less is left open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set

import msgspec

from onrecord.model import Entity, Link, Span, Statement

_JOINTS = re.compile(r"\s+(?:of|for|at|in|with)\s+|['’]s?\s+|,")
_NAME = re.compile(r"\b[A-Z][\w-]+")
_FIRST = re.compile(r"([A-Z][\w-]+)\s+[a-z]")
_ARTICLES = {"The", "A", "An", "Its", "His", "Her", "Their"}
_OFFICE = re.compile(
    r"(?!(?:former|deputy|cabinet|senior|junior|another|government|one|state) )(?:[a-z]+|[a-z]+ and [a-z]+) minister"
    r"|(?:chief|state|public|county|federal) prosecutor|attorney[ -]general"
    r"|(?:foreign|home|interior|defen[cs]e|justice|treasury) secretary"
)
"""Offices of which a country or county has one."""
_AMERICAN = re.compile(r"\b(?:labor|defense)\b")
_BRITISH = {"or": "our", "se": "ce"}
"""Endings that are spelt otherwise across the sea."""
_SHARED = 2  # people and bodies, whoever holds the office aside, that two reports both name
_CERTAINTY = 0.8  # share (0–1) of such links taken to be right: as for names that differ in form


def described(
    statements: tuple[Statement, ...], entities: tuple[Entity, ...]
) -> tuple[tuple[Statement, ...], tuple[Link, ...]]:
    """The statements, described speakers linked to those named elsewhere; and a link for each that was."""
    words = frozenset(word for one in entities if one.is_named for word in _NAME.findall(one.name))
    holders: dict[tuple[str, str], set[str]] = {}
    for person in entities:
        for role in person.roles if person.type == "person" else ():
            for key in _keys(role.role, words):
                holders.setdefault(key, set()).add(person.id)
    by_id = {one.id: one for one in entities}
    offices = _Offices(entities)
    found, links = [], []
    for one in statements:
        speaker = _holder(one, holders, words) or offices.holder(one)
        if speaker is not None and one.source is not None:
            is_here = any(mention.report == one.report for mention in by_id[speaker].mentions)
            where = "" if is_here else ", in another report"
            why = f"“{one.source.text}”: {by_id[speaker].name} alone is given this role{where}"
            one = msgspec.structs.replace(one, speaker=speaker, speaker_why=why, candidates=())
            links.append(Link("speaker", one.id, speaker, _CERTAINTY, why))
        found.append(one)
    return tuple(found), tuple(links)


class _Offices:
    """Who holds an office that there is but one of, and which reports tell of the same people and bodies."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._held: dict[str, set[tuple[str, str]]] = {}
        self._named: dict[str, set[str]] = {}
        self._countries: dict[str, list[tuple[int, str]]] = {}
        for one in entities:
            for mention in one.mentions if one.type == "country" else ():
                self._countries.setdefault(mention.report, []).append((mention.start, one.id))
            for mention in one.mentions if one.type in ("person", "organisation") else ():
                self._named.setdefault(mention.report, set()).add(one.id)
            for told, report in _told(one) if one.type == "person" else ():
                self._held.setdefault(_office(told), set()).add((one.id, report))

    def holder(self, one: Statement) -> str | None:
        """The one person who holds the office that is all that the source of a statement names, whoever else its report
        was read to mean by it."""
        if one.source is None:
            return None
        holders = self._held.get(_office(one.source.text.split(",")[0]) or "-", set())
        if len({who for who, _ in holders}) != 1 or one.speaker in {who for who, _ in holders}:
            return None
        mine = self._named.get(one.report, set())
        near = (
            who
            for who, report in holders
            if len((mine & self._named[report]) - {who}) >= _SHARED and self._is_of(one.source, report)
        )
        return next(near, None)

    def _is_of(self, source: Span, report: str) -> bool:
        """Whether the country that a source names, if any, is the one that a report names most."""
        here = self._countries.get(source.report, ())
        told = {country for start, country in here if source.start <= start < source.end}
        count = Counter(country for _, country in self._countries.get(report, ()))
        most = max(count, key=lambda country: (count[country], country), default=None)
        return not told or told == {most}


def _told(person: Entity) -> Iterator[tuple[str, str]]:
    """The roles of a person and what stands in front of the name, each with the report that tells it."""
    for role in person.roles:
        yield role.role, role.mention.report
    for mention in person.mentions:
        yield mention.before, mention.report


def _office(words: str) -> str:
    """The office that some words name, in lower case, without the country in front: "labour minister"; or none."""
    bare = re.sub(r"^(?:[Tt]he )?(?:[A-Z][\w.]+['’]s |[A-Z]\w+(?:ian|ese|ish|an|ch) |Greek )?", "", words.strip())
    bare = _AMERICAN.sub(lambda word: f"{word[0][:-2]}{_BRITISH[word[0][-2:]]}", bare.casefold())
    return bare if _OFFICE.fullmatch(bare) else ""


def _holder(one: Statement, holders: Mapping[tuple[str, str], set[str]], names: Set[str]) -> str | None:
    """The one person who has the role that the source of an open statement describes."""
    if one.speaker is not None or one.source is None:
        return None
    fitting = {person for key in _keys(one.source.text, names) for person in holders.get(key, ())}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _keys(words: str, names: Set[str]) -> set[tuple[str, str]]:
    """The role in a description with each name in it: "the founder of the dye maker Tarn" gives (founder, Tarn).

    The first word has a capital in any case: alone it is a name only if it is in `names` ("Former minister").
    """
    pieces = [piece.strip() for piece in _JOINTS.split(words) if piece.strip()]
    heads = {_role(piece) for piece in pieces} - {""}
    told = set(_NAME.findall(words)) - _ARTICLES
    if (first := _FIRST.match(words)) and first.group(1) not in names:
        told.discard(first.group(1))
    return {(head, name) for head in heads for name in told}


def _role(piece: str) -> str:
    """The small-letter words that end a piece of a description, without an article: "chief executive"."""
    bare = re.sub(rf"^(?:{'|'.join(_ARTICLES)})\s+", "", piece, flags=re.IGNORECASE)
    tail = re.search(r"(?:\b[a-z][\w-]*\s?)+$", bare)
    return tail.group().strip() if tail else ""
