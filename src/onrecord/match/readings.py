"""Bodies and places that one report of an affair reads as what another does not: a firm as a person, a town as a body.

A name alone tells little of what it names, so single reports misread it. Those that print the very same name in one
affair mean the same, and the reports that tell more decide what it is. A person is never taken for a body where a
title, a role or somebody's full name shows that the word is a surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.match.entities import Join, name_words
from onrecord.model import Entity

_CLEARLY = 2  # times as many mentions as another kind has, by which the commoner kind of a single word is the right one
_SCORE = 0.8

_NOUNS = {"organisation": "a body", "place": "a place"}


def readings(entities: Iterable[Entity], groups: Iterable[Sequence[str]]) -> Iterator[Join]:
    """Each entity that other reports of an affair read as another kind, with the one that it is.

    Args:
        entities: those of all reports.
        groups: the ids of the reports of each affair.
    """
    affair = {report: n for n, group in enumerate(groups) for report in group}
    called: dict[tuple[int, str], list[Entity]] = {}
    surnames: set[tuple[int, str]] = set()
    for one in entities:
        words = name_words(one.name)
        for number in dict.fromkeys(affair[mention.report] for mention in one.mentions):
            if one.type in ("person", "organisation", "place") and words:
                called.setdefault((number, " ".join(words)), []).append(one)
            if one.type == "person" and (len(words) > 1 or not _is_bare(one)):
                surnames |= {(number, word) for word in (words[:1] + words[-1:])}
    for key, found in sorted(called.items()):
        yield from _joins(found, is_surname=key in surnames)


def _joins(found: Sequence[Entity], is_surname: bool) -> Iterator[Join]:
    """The joins among entities of one name in one affair."""
    home = _home([one for one in found if one.type != "person"])
    if home is None:
        return
    for one in found:
        if one is home:
            continue
        is_misread = not is_surname and _is_bare(one) and not one.roles if one.type == "person" else True
        if is_misread and _may_be(one, home):
            why = f"the name is the same, “{one.name}”, and others of the affair tell that it is {_NOUNS[home.type]}"
            yield Join(one, home, _SCORE, why)


def _home(found: Sequence[Entity]) -> Entity | None:
    """The one of several bodies and places that most mentions tell of."""
    return max(found, key=lambda one: (len(one.mentions), one.type == "organisation", one.id), default=None)


def _may_be(one: Entity, home: Entity) -> bool:
    """Whether the kind of one name is read wrongly. A town and its club may have the same word for a name, so a place
    and a body of one word are the same only where hardly anybody reads the one."""
    if " " in home.name or {one.type, home.type} == {"person", "organisation"}:
        return one.type != "person" or home.type == "organisation" or _is_rare(one, home)
    return one.type == home.type or _is_rare(one, home)


def _is_rare(one: Entity, home: Entity) -> bool:
    return len(home.mentions) >= _CLEARLY * len(one.mentions)


def _is_bare(one: Entity) -> bool:
    """Whether no title stands before any of the names."""
    return all(mention.start == mention.name[0] for mention in one.mentions)
