"""One entity for all names of a person, body, country or place across reports.

Names decide: the same words, whatever their order, accents or case, initials and the legal form of a firm left out.
People are never merged by a shared surname alone, and those who are described but not named are never merged at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from onrecord.model import Entity, EntityType, Link, Mention, Role, entity_id
from onrecord.wordlists import listed, table

_LEGAL_FORMS = frozenset(
    {
        "inc",
        "ltd",
        "llc",
        "plc",
        "corp",
        "co",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "bv",
        "spa",
        "limited",
        "incorporated",
        "corporation",
    }
)
_OFFICES = frozenset({"department", "ministry", "bureau"})
_FORMAL = frozenset({"the", "mr", "mrs", "ms", "dr"})
_COURTESY = _FORMAL | {"mr.", "mrs.", "ms.", "dr.", "miss", "sir"}
"""What stands before a name and is no role."""

Merged = tuple[tuple[Entity, ...], dict[str, str], tuple[Link, ...]]


def merged(entities: Iterable[Entity]) -> Merged:
    """Entities of single reports made into entities across reports.

    Returns:
        the merged entities in the order of their ids; the id that each single one now has; a link for each merge.
    """
    groups: dict[tuple[str, ...], list[Entity]] = {}
    for entity in entities:
        groups.setdefault(_key(entity), []).append(entity)
    _absorb_longer_names(groups)
    _absorb_acronyms(groups)
    _absorb_surnames(groups)
    _absorb_short_names(groups)
    found, renamed, links = [], {}, []
    for group in groups.values():
        one = _union(group)
        found.append(one)
        for member in group:
            renamed[member.id] = one.id
        links += [_link(group[0], member) for member in group[1:]]
    return tuple(sorted(found, key=lambda e: e.id)), renamed, tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _key(entity: Entity) -> tuple[str, ...]:
    """What two entities of different reports must share to be one."""
    if not entity.is_named:
        return ("only", entity.id)
    if entity.type in ("country", "place"):
        return (entity.type, _plain(entity.name))
    words = name_words(entity.name)
    if len(words) == 1 and entity.type == "person":
        return ("only", entity.id)
    return ("named", *sorted(words)) if words else ("only", entity.id)


def name_words(name: str) -> list[str]:
    """The words of a name that tell it from others: no accents, no case, no initials, no legal form; "of" not in the
    name of an office, which is called either way ("Department of Works", "Works Department")."""
    words = re.findall(r"\w+", _plain(name))
    words = [word for n, word in enumerate(words) if word != "of" or n == 0 or words[n - 1] not in _OFFICES]
    kept = [word for word in words if len(word) > 1 and word not in _LEGAL_FORMS and word not in _FORMAL]
    return kept or words


def _plain(name: str) -> str:
    if name.isascii():
        return name.lower().strip()
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip()


def _absorb_longer_names(groups: dict[tuple[str, ...], list[Entity]]) -> None:
    """A person's longer name joins the shorter one of two words or more that it ends with: "the late A. B. NAME".

    Not where that is a surname of two words with which several longer ones end: "bin NAME".
    """
    people = {key: group for key, group in groups.items() if key[0] == "named" and group[0].type == "person"}
    by_end: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key, group in people.items():
        by_end.setdefault(tuple(name_words(group[0].name)), []).append(key)
    ends = {}
    for key, group in people.items():
        words = tuple(name_words(group[0].name))
        ends[key] = next((words[i:] for i in range(1, len(words) - 1) if words[i:] in by_end), ())
    longer = Counter(ends.values())
    for key in sorted(people, key=len, reverse=True):
        shorter = by_end.get(ends[key], [])
        is_surname = bool(ends[key]) and ends[key][0] in listed("words", "particles") and longer[ends[key]] > 1
        if len(shorter) == 1 and shorter[0] in groups and key in groups and not is_surname:
            groups[shorter[0]] += groups.pop(key)


def _absorb_acronyms(groups: dict[tuple[str, ...], list[Entity]]) -> None:
    """A body called by capitals alone joins the one that another report calls so after its full name."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for key, group in groups.items():
        for mention in (m for one in group if one.type != "person" for m in one.mentions):
            bare = mention.bare
            if bare.isupper() and bare != group[0].name:
                known.setdefault(bare, set()).add(key)
    for key, group in list(groups.items()):
        homes = known.get(group[0].name, set()) - {key}
        if len(homes) == 1 and group[0].type != "person" and group[0].name.isupper():
            (home,) = homes
            if home in groups:
                groups[home] += groups.pop(key)


def _absorb_surnames(groups: dict[tuple[str, ...], list[Entity]]) -> None:
    """A person whom a report calls by one word joins the one whose full name ends or begins with it, if a role agrees.

    Never by the word alone: the report must give a role, word for word, that other reports give to that person and to
    nobody else of the name.
    """
    full: dict[str, list[tuple[str, ...]]] = {}
    roles: dict[tuple[str, ...], set[str]] = {}
    for key, group in groups.items():
        words = name_words(group[0].name)
        if key[0] == "named" and group[0].type == "person" and len(words) > 1:
            roles[key] = _role_keys(group)
            for word in {words[0], words[-1]}:
                full.setdefault(word, []).append(key)
    for key, group in list(groups.items()):
        words = name_words(group[0].name)
        if key[0] == "only" and group[0].type == "person" and len(words) == 1:
            mine = _role_keys(group)
            homes = [home for home in full.get(words[0], ()) if mine & roles[home]]
            if len(homes) == 1:
                groups[homes[0]] += groups.pop(key)
                roles[homes[0]] |= mine


def _absorb_short_names(groups: dict[tuple[str, ...], list[Entity]]) -> None:
    """What a report calls for short joins the one firm whose longer name begins so: "Tolland", "Tolland Mills".

    Not where a single word is in a person's full name or stands behind a title, several are no body's name, or they
    begin the names of several bodies. What a report takes for a place joins where another calls the firm by that word.
    """
    bodies: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
    people = {word for group in groups.values() if group[0].type == "person" for word in _of_full_name(group[0].name)}
    for key, group in groups.items():
        words = name_words(group[0].name)
        if group[0].type == "organisation" and _is_firm(group[0].name):
            bodies.setdefault(words[0], []).append((key, words))
    for key, group in list(groups.items()):
        words = name_words(group[0].name)
        longer = bodies.get(words[0], ()) if words else ()
        homes = [home for home, full in longer if full[: len(words)] == words and home != key]
        is_bare = all(mention.start == mention.name[0] for one in group for mention in one.mentions)
        is_kind = group[0].type == "organisation" or (len(words) == 1 and group[0].type == "person")
        if group[0].type == "place":
            is_kind = any(_is_called(groups.get(home, ()), words) for home in homes)
        is_kind = is_kind and is_bare and (len(words) > 1 or words[0] not in people)
        if len(homes) == 1 and is_kind and homes[0] in groups:
            groups[homes[0]] += groups.pop(key)


def _is_called(group: Iterable[Entity], words: Sequence[str]) -> bool:
    """Whether a report that has its longer name, too, calls a firm by these words."""
    return any(name_words(mention.bare) == words for one in group for mention in one.mentions)


def _is_firm(name: str) -> bool:
    """Whether a name has several words and ends as those of firms do: "Tolland Mills Ltd", not "Tolland Council"."""
    words = _plain(name).split()
    return len(words) > 1 and words[-1].strip(".") in table("heads")["firms"]["names"].split()


def _of_full_name(name: str) -> list[str]:
    """The words of a name that has several."""
    words = name_words(name)
    return words if len(words) > 1 else []


def _role_keys(group: list[Entity]) -> set[str]:
    """The roles that a group is given, small words and letters left out."""
    roles = {re.sub(r"^(?:the|an?|its|his|her|their) ", "", _plain(role.role)) for one in group for role in one.roles}
    return {role for role in roles if role and role not in _COURTESY}


def _union(group: list[Entity]) -> Entity:
    mentions: list[Mention] = sorted((m for e in group for m in e.mentions), key=lambda m: (m.report, m.start, m.end))
    roles: list[Role] = sorted((r for e in group for r in e.roles), key=lambda r: (r.mention.report, r.mention.start))
    names = Counter(e.name for e in group for _ in e.mentions)
    types: Counter[EntityType] = Counter(e.type for e in group for _ in e.mentions)
    kind = min(types, key=lambda kind: (-types[kind], kind))
    return Entity(
        id=entity_id(mentions[0]),
        name=min(names, key=lambda name: (kind == "person" and not _of_full_name(name), -names[name], name)),
        type=kind,
        mentions=tuple(mentions),
        roles=tuple(roles),
    )


class Join(NamedTuple):
    """A judgement that one entity is another, with its score (0–1) and what tells it."""

    one: Entity
    home: Entity
    score: float
    why: str


def joined(entities: Sequence[Entity], joins: Iterable[Join]) -> Merged:
    """The entities with each one of some joins put to its home, whose name and kind it takes.

    Args:
        entities: all of them.
        joins: where several are of one entity, or a home is itself put to another, the first holds.
    """
    groups = {one.id: [one] for one in entities}
    links: list[Link] = []
    renamed: dict[str, str] = {}
    for join in joins:
        if join.one.id not in groups or len(groups[join.one.id]) > 1 or join.home.id not in groups:
            continue
        groups[join.home.id] += groups.pop(join.one.id)
        low, high = sorted((join.one.id, join.home.id))
        links.append(Link("same entity", low, high, join.score, join.why))
    found: list[Entity] = []
    for group in groups.values():
        one = msgspec.structs.replace(_union(group), name=group[0].name, type=group[0].type) if group[1:] else group[0]
        found.append(one)
        renamed |= {member.id: one.id for member in group}
    return tuple(sorted(found, key=lambda e: e.id)), renamed, tuple(sorted(links, key=lambda link: (link.a, link.b)))


def with_role_dates(entities: tuple[Entity, ...], published: Mapping[str, str | None]) -> tuple[Entity, ...]:
    """The entities with the dates of the reports in which each role is seen, by the reports' ids."""
    return tuple(
        msgspec.structs.replace(
            one,
            roles=tuple(
                msgspec.structs.replace(
                    role, since=published[role.mention.report], until=published[role.mention.report]
                )
                for role in one.roles
            ),
        )
        for one in entities
    )


def _link(a: Entity, b: Entity) -> Link:
    low, high = sorted((a.id, b.id))
    if a.name == b.name:
        score, why = 1.0, f"the names are the same: “{a.name}”"
    elif sorted(name_words(a.name)) == sorted(name_words(b.name)):
        score, why = 0.9, f"the names have the same words: “{a.name}”, “{b.name}”"
    elif name_words(b.name)[: len(name_words(a.name))] == name_words(a.name):
        score, why = 0.8, f"one name begins the other, and that of nobody else: “{a.name}”, “{b.name}”"
    elif name_words(a.name)[: len(name_words(b.name))] == name_words(b.name):
        score, why = 0.8, f"one name begins the other, and that of nobody else: “{b.name}”, “{a.name}”"
    elif a.type == "person":
        score, why = 0.8, f"one name is part of the other, and nobody else of it fits: “{a.name}”, “{b.name}”"
    else:
        score, why = 0.9, f"a report puts the one in brackets behind the other: “{a.name}”, “{b.name}”"
    return Link("same entity", low, high, score, why)
