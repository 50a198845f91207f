"""What the head of a description may mean: a person, a body of a class, a place. From `data/en/heads.toml`."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from onrecord.find.kinds import is_role
from onrecord.find.name import Named
from onrecord.model import EntityType
from onrecord.wordlists import listed, table

ROLES: tuple[str, ...] = tuple(table("words")["roles"])
"""The classes of roles of persons."""
BODIES: tuple[str, ...] = tuple(table("heads")["bodies"])
"""The classes of bodies."""
PLACES: tuple[str, ...] = tuple(table("heads")["places"])
"""The classes of places."""
_PLURALS = ("men", "people", "children")


def classes(heads: Set[str]) -> set[str]:
    """The classes of roles that some words name: "boss" and "founder" are both leaders."""
    return {one for one in ROLES if heads & listed("words", "roles", one)}


def offices(words: Set[str]) -> frozenset[int]:
    """The numbers of the offices that words name, of which one person hardly holds two."""
    return frozenset(_offices()[word] for word in words if word in _offices())


@cache
def _offices() -> dict[str, int]:
    groups = enumerate(table("heads")["offices"])
    return {word: n for n, group in groups for word in group.split()}


@cache
def body_classes(head: str) -> frozenset[str]:
    """The classes of bodies that a head may mean: "bureau" an agency, "paper" an outlet."""
    return frozenset(one for one in BODIES if head in listed("heads", "bodies", one, "heads"))


def classes_of_name(one: Named) -> set[str]:
    """The classes of bodies that the words in the names of one tell: a company by "Ltd"; none of a person."""
    if one.kind == "person":
        return set()
    lows = {word.lower().strip(".") for name in one.names for word in name.words} | set(one.label.lower().split())
    return {body for body in BODIES if lows & listed("heads", "bodies", body, "names")}


def is_plural(head: str) -> bool:
    """Whether a head is of several, as its ending says: "officials", and no "congress" or "caucus"."""
    return head.endswith("s") and not head.endswith(("ss", "’s", "'s")) and head not in listed("heads", "singular")


def is_several(head: str) -> bool:
    """Whether a head is of several: a plural, "gunmen", "people", "police"."""
    return is_plural(head) or head.endswith(_PLURALS) or head in listed("words", "collectives")


@cache
def kind_of(head: str) -> EntityType | None:
    """What the head of a description means: "person", "organisation", "country" for any place; None: it may be any."""
    single = head.removesuffix("s")
    if any({head, single} & listed("heads", "places", one, "heads") for one in PLACES):
        return "country"
    if body_classes(head) or body_classes(single):
        return "organisation"
    kin = listed("words", "kin", "male") | listed("words", "kin", "female")
    if {head, single} & (kin | listed("heads", "persons", "heads")) or is_role(single) or is_role(head):
        return "person"
    if {head, single} & (listed("words", "writings") | listed("heads", "things")):
        return None
    return "person" if single.endswith(tuple(table("heads")["persons"]["endings"].split())) else None


def is_people(head: str) -> bool:
    """Whether a head means people, one or several: "officer", "rebels", "gunmen"."""
    return kind_of(head) == "person" or head in listed("words", "people") or head.endswith("men")


def is_of(kind: EntityType, wanted: EntityType | None) -> bool:
    """Whether one of a kind may be called by a head that means another: a country is a place, and a body at times."""
    return wanted is not None and (kind == wanted or (wanted == "country" and kind in ("place", "organisation")))
