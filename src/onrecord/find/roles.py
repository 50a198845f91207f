"""The roles that a report gives to a person: before the name, or behind it between commas."""

from __future__ import annotations

import re

from onrecord.find.heads import kind_of
from onrecord.find.name import Name, Named
from onrecord.wordlists import listed, table

_NEVER = frozenset({"he", "she", "it", "they", "we", "i", "you", "him", "them", "which", "who", "not", "said", "says"})
_REACH = 60  # characters before a name in which its description begins
_BEHIND = re.compile(
    r",\s+(?:who is (?:also )?)?"
    r"((?:an?|the|its|his|her|chief|head|former|leader|director|president)\s[^,.;–—“\"\[]{3,80})[,.]"
)
_OWNER = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w.-]+[’']s)"
_AHEAD = re.compile(rf"\b({_OWNER} (?:[a-z][\w-]*(?:[’']s|,)? ){{0,3}}?[a-z][a-z-]+),? $")
_KIN = "|".join(sorted(listed("words", "kin", "female") | listed("words", "kin", "male")))
_KIN_AHEAD = re.compile(rf"\b((?:his|her|their) (?:{_KIN})),?(?: [a-z]+){{0,3}} $", re.IGNORECASE)


def roles(text: str, named: Named) -> list[tuple[int, int]]:
    """Ranges of the roles that the report gives to a person: before the name, or behind it between commas."""
    if named.kind != "person":
        return []
    found = []
    for name in named.names:
        if name.start < name.name_start and not set(name.titles) <= listed("titles", "male") | listed(
            "titles", "female"
        ) | {"dr", "prof"}:
            found.append((name.start, name.start + len(text[name.start : name.name_start].rstrip())))
        behind = _BEHIND.match(text, name.end)
        if behind and _is_of_a_person(behind.group(1)):
            found.append(behind.span(1))
        ahead = _KIN_AHEAD.search(text, max(0, name.start - 40), name.start)
        if ahead:
            found.append(ahead.span(1))
        elif name.start == name.name_start and (described := _described(text, name)):
            found.append(described)
    return found


def _is_of_a_person(role: str) -> bool:
    """Whether words between commas behind a name say who it is: "the mayor", and not "the way things are"."""
    low = re.split(r" (?:of|for|in|at|on|who|to|from|with) ", role.lower())[0].split()
    return low[0] not in ("the", "its", "his", "her") or any(kind_of(word) == "person" for word in low[1:])


def _described(text: str, name: Name) -> tuple[int, int] | None:
    """The description right before a name: "the soprano NAME", "his publisher, NAME,"."""
    ahead = _AHEAD.search(text, max(0, name.start - _REACH), name.start)
    if ahead is None:
        return None
    is_apposed = ahead.group().rstrip().endswith(",")
    closes = text[name.end : name.end + 1] in (",", ".", ")", "–", "—", ";")
    described = ahead.group(1).split()[1:]
    is_person = kind_of(described[-1]) == "person" and not any(map(_is_small, described))
    return ahead.span(1) if is_person and (not is_apposed or closes) else None


def _is_small(word: str) -> bool:
    """Whether a word is no part of a description: a pronoun, a preposition, an auxiliary, a verb of speech."""
    lists = ("prepositions", "auxiliaries", "adverbs", "determiners", "conjunctions", "subordinators", "past_verbs")
    return any(word in listed("words", name) for name in lists) or word in _NEVER


def are_two(described: frozenset[str], role: frozenset[str]) -> bool:
    """Whether a description and a role of the same head, each as its words in lower case, are of two people: their
    domain or their rank differs, as "economic adviser" and "security adviser", "mayor" and "deputy mayor"."""
    domains, ranks = listed("titles", "domains"), listed("titles", "ranks")
    mine, other = described & domains, role & domains
    return bool(mine and other and mine.isdisjoint(other)) or described & ranks != role & ranks


def role_words(text: str, named: Named) -> frozenset[str]:
    """The heads of a person's roles, in full: not "the owner's daughter" for "owner", "senator" for "Sen."."""
    found = {word for start, end in named.roles for word in words_of(text[start:end])}
    return frozenset(found | {in_full(word) for word in found})


def words_of(role: str) -> frozenset[str]:
    """The words of a role in lower case, without those of whoever it is a role for: "the firm's head of trade"."""
    own = re.split(r" (?:of|for) ", re.sub(r"^.*[’']s ", "", role.lower()))[0]
    return frozenset(re.findall(r"[\w-]+", own))


def in_full(title: str) -> str:
    """A title without its abbreviation: "senator" for "sen"; any other word as it is."""
    full: str = table("titles")["short"].get(title, title)
    return full
