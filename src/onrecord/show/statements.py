"""Chooses statements and groups them by who said them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable

import msgspec

from onrecord.errors import UsageError
from onrecord.model import Entity, Mention, Statement
from onrecord.show.dates import order
from onrecord.show.escapes import one_line
from onrecord.show.lookup import Lookup, independent

EVEN = 0.5
"""Confidence (0–1) below which a statement is more likely wrong than right in its words or source."""


class Speaker(msgspec.Struct, frozen=True):
    """Statements of one speaker, by date; `entity` is None for those whose speaker is not known."""

    entity: Entity | None
    statements: tuple[Statement, ...]


class Person(msgspec.Struct, frozen=True):
    """An entity that speaks or is named, with the number of its statements, of the reports that have it, and of those
    among them that are not copies of one another."""

    entity: Entity
    statements: int
    reports: int
    independent: int


def choose(lookup: Lookup, speaker: str | None = None, among: Collection[str] | None = None) -> tuple[Statement, ...]:
    """The record's statements, in its order, of the speakers that `speaker` names and with an id in `among`.

    Raises:
        UsageError: nobody in the record has that name.
    """
    ids = None if speaker is None else matching(lookup, speaker)
    return tuple(
        statement
        for statement in lookup.record.statements
        if (ids is None or statement.speaker in ids) and (among is None or statement.id in among)
    )


def matching(lookup: Lookup, name: str) -> set[str]:
    """The ids of the entities that are called `name`, in any case and with or without accents.

    Entities with exactly that name or mention come first; only where there are none, those with these words in it.

    Raises:
        UsageError: nobody is called so; near names are listed, if there are any.
    """
    wanted = _folded(name)
    forms = {entity.id: names_of(entity) for entity in lookup.record.entities}
    exact = {entity for entity, known in forms.items() if wanted in known}
    if not wanted.strip():
        raise UsageError(f"--speaker {name!r}", "no name is given", "Name somebody who speaks")
    within = {entity for entity, known in forms.items() if any(f" {wanted} " in f" {form} " for form in known)}
    if exact or within:
        return exact or within
    near = ", ".join(near_names(lookup, name))
    cure = f"Near names are: {near}" if near else "`onrecord show RECORD people` lists who there is"
    raise UsageError(f"--speaker {one_line(name)}", "nobody in the record is called so", cure)


def names_of(entity: Entity) -> set[str]:
    """The entity's name, its mentions and their bare names, without case, accents and punctuation."""
    return bare_names_of(entity) | {_folded(mention.text) for mention in entity.mentions}


def bare_names_of(entity: Entity) -> set[str]:
    """The entity's names as `names_of` gives them, without the titles and roles that mentions put before them."""
    return {_folded(form) for form in (entity.name, *map(_bare, entity.mentions))}


def _bare(mention: Mention) -> str:
    start, end = (offset - mention.start for offset in mention.name)
    return mention.text[start:end] if 0 <= start < end <= len(mention.text) else mention.text


def _folded(text: str) -> str:
    """`text` without case, accents and punctuation, its words one blank apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def near_names(lookup: Lookup, name: str, most: int = 5) -> tuple[str, ...]:
    """Names that look like `name`, or have a word in them that does."""
    names = {_folded(entity.name): one_line(entity.name) for entity in lookup.record.entities}
    words = {word: names[folded] for folded in names for word in folded.split() if len(word) > 2}
    close = difflib.get_close_matches(_folded(name), [*names, *words], n=most, cutoff=0.6)
    return tuple(dict.fromkeys({**words, **names}[one] for one in close))


def by_speaker(lookup: Lookup, statements: Iterable[Statement]) -> tuple[Speaker, ...]:
    """The statements under their speakers: the most quoted first, those without a speaker last."""
    groups: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in by_date(lookup, statements):
        speaker = lookup.speaker(statement)
        groups[speaker.id if speaker else None].append(statement)
    found = [Speaker(lookup.entities[key] if key else None, tuple(group)) for key, group in groups.items()]
    return tuple(sorted(found, key=_prominence))


def _prominence(group: Speaker) -> tuple[bool, int, str, str]:
    if group.entity is None:
        return True, 0, "", ""
    return False, -len(group.statements), group.entity.name, group.entity.id


def by_date(lookup: Lookup, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements by when they were said, those without a date last, else in the record's order."""
    return tuple(sorted(statements, key=lambda one: (order(one.said_on), lookup.rank[one.id])))


def doubtful(lookup: Lookup, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that need a human eye and have had none, the most easily settled first.

    Somebody says them and the record does not know who: those with candidates first, by the likeliest; then what is
    less likely than not (confidence below `EVEN`) to be a statement as it stands.
    """
    open_, weak = list[Statement](), list[Statement]()
    for one in statements:
        if lookup.settled(one):
            continue
        if one.speaker is None and (one.source is not None or one.candidates):
            open_.append(one)
        elif one.confidence < EVEN:
            weak.append(one)
    open_.sort(key=lambda one: -max((who.score for who in one.candidates), default=0.0))
    return (*open_, *sorted(weak, key=lambda one: -one.confidence))


def people(lookup: Lookup, statements: Collection[Statement], *, speaking: bool = False) -> tuple[Person, ...]:
    """The entities that make one of the statements or, unless only `speaking` is wanted, are named in a report.

    Who has no name and says nothing is told of by the events alone.
    """
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.speaker:
            said[statement.speaker].append(statement)
    found = [_person(lookup, entity, said[entity.id]) for entity in lookup.record.entities]
    wanted = [one for one in found if one.statements or (_is_named(one.entity) and not speaking)]
    return tuple(sorted(wanted, key=lambda one: (-one.statements, -one.reports, one.entity.name, one.entity.id)))


def _is_named(one: Entity) -> bool:
    return bool(one.mentions) and one.is_named


def _person(lookup: Lookup, entity: Entity, said: list[Statement]) -> Person:
    reports = {mention.report for mention in entity.mentions} | {statement.report for statement in said}
    number = independent(lookup.reports[one] for one in reports)
    return Person(entity, len(said), len(reports), number)
