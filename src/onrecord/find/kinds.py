"""What each untitled name is: a person, a body or a place, by all that the report says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from functools import cache, partial

from onrecord.find.capitals import has_body_word
from onrecord.find.cues import verb_at
from onrecord.find.name import Name
from onrecord.find.places import cities, regions
from onrecord.find.words import words
from onrecord.model import EntityType
from onrecord.wordlists import listed, table

_KINDS: tuple[EntityType, ...] = ("person", "organisation", "place")
_ROLE_OPENERS = frozenset({"chief", "head", "former", "president", "director", "leader", "co-founder", "founder"})


_EDGE = re.compile(r"\b")
_THE = re.compile(r"\b[Tt]he\Z")
_SMALL = re.compile(r"(?<![A-Z]\w)(?<![\w’'-])(?:[a-z]+|[,.;:—–“\"’])\Z")  # a small word or a mark
_UNREAD = (0.0, 0.0, 0.0)  # chances of a name that only the rules found
NETWORK, RULES = 4.0, 0.2
"""What a probability of 1 that the network gives a kind weighs, and what a unit of the rules' weights does."""
REGION, CITY = 25, 5
"""Units that the lists of regions and of cities have: the former outweigh the network, the latter, of which some are
called as people are, do not."""


_LED = "|".join(sorted({head for one in ("leader", "politician", "minister") for head in table("words")["roles"][one]}))
_LED_BY = re.compile(rf"\b(?:{_LED})s? of $", re.IGNORECASE)
_AFTER_ARTICLE = re.compile(r"\bthe $")
_ENDS = "|".join(sorted(listed("words", "prepositions") | listed("words", "be") | listed("words", "adverbs")))
_ALONE = re.compile(rf"[,.;:?!)]|\s(?:{_ENDS})\b")


_JOINED = "|".join(listed("words", "joined_to_places"))
PLACED = re.compile(rf"(?P<name>[A-Z][a-z]+)-(?:{_JOINED})$")
"""The last word of a place's name with what is joined to it: "Oslo-based"."""
_PLACED = re.compile(rf"-(?:{_JOINED})\b")
_OWNED = "|".join(listed("words", "bodies", "owned"))
_BODIES = "|".join(listed("words", "bodies", "apposed"))
_OWNING = re.compile(
    rf",? which\b|(?: |[’']s (?:[a-z]+ )?)(?:{_OWNED})\b"
    rf"|, (?:the|an?) (?:[\w-]+ ){{0,3}}?(?:{_BODIES})(?:[,.;]| (?:that|which|whose|behind|based|in)\b)"
)
"""What follows the name of a body: "NAME, which was fined", "NAME's shareholders", "the NAME plant", "NAME, the company
that made it"."""


def _is_nobody(text: str, name: Name) -> bool:
    """Whether what stands around a name says that it is no person's: "the Orne,", "Tarn's board"."""
    if len(name.words) == 1 and _OWNING.match(text, name.end):
        return True
    before = text[max(0, name.start - 24) : name.start]
    has_article = _AFTER_ARTICLE.search(before) is not None and _ALONE.match(text, name.end) is not None
    return has_article or _LED_BY.search(before) is not None


def _is_given(word: str) -> bool:
    return word.lower() in listed("titles", "given")


def settle_kinds(text: str, found: list[Name]) -> None:
    """Decide what each untitled name is, by how the network reads all its mentions and what stands around them."""
    people = {
        word
        for name in found
        if name.kind == "person" and name.titles
        for word in (name.words[0], name.words[-1], " ".join(name.words))
    }
    alone = cache(partial(_surname_alone, text))
    spelt = {" ".join(name.words) for name in found if not name.titles and not name.canonical}
    votes: dict[str, dict[EntityType, float]] = {}
    nobody = {" ".join(name.words) for name in found if not name.titles and _is_nobody(text, name)}
    for name in found:
        if (name.chances or name.kind == "unnamed") and not name.titles and not name.canonical:
            key = " ".join(name.words)
            if key != _plain(name, spelt):
                continue  # the network reads capitals less well
            vote = votes.setdefault(key, dict.fromkeys(_KINDS, 0.0))
            for kind, chance in zip(_KINDS, name.chances or _UNREAD, strict=True):
                vote[kind] += NETWORK * chance
            kind, weight = _guess(text, name, people, alone)
            vote[kind] += RULES * weight
    for key, vote in votes.items():
        if key in nobody or (key.split()[-1] in nobody and not _is_given(key.split()[0])):
            vote["person"] = -1.0
    best = {key: max(vote, key=lambda kind: (vote[kind], kind)) for key, vote in votes.items()}
    parts = {
        word
        for key, kind in best.items()
        if kind == "person" and " " in key
        for word in (key.split()[0], key.split()[-1])
    }
    for name in found:
        key = _plain(name, spelt)
        if key in best and not name.titles and not name.canonical:
            name.kind = "person" if key in parts | people and not has_body_word([key.lower()]) else best[key]


def _plain(name: Name, spelt: Set[str]) -> str:
    """The words of a name; as they are spelt elsewhere in the report, where they are in capitals: "POST" as "Post"."""
    words_ = " ".join(name.words)
    return words_.title() if words_.isupper() and words_.title() in spelt else words_


def _guess(text: str, name: Name, people: set[str], alone: Callable[[str], bool]) -> tuple[EntityType, int]:
    """What one occurrence of a name says of its kind, and how much that weighs."""
    lows = [word.lower() for word in name.words]
    key = " ".join(name.words)
    before = re.search(r"(\w+)\s+$", text[max(0, name.start - 20) : name.start])
    word_before = before.group(1).lower() if before else ""
    if _PLACED.match(text, name.end):
        return "place", 99
    is_short = len(lows) == 1 and text[name.end : name.end + 1] == "." and lows[0] in table("heads")["states"]
    if key in regions() or is_short:
        return "place", REGION
    if has_body_word(lows):
        return "organisation", 9
    if key in people or (len(lows) > 1 and people & {name.words[0], name.words[-1]}):
        return "person", 9
    if any(word.isupper() and len(word) > 1 for word in name.words):
        return "organisation", 9
    if key in cities():
        return "place", CITY
    if _is_given(lows[0]):
        return "person", 4
    if 2 <= len(lows) <= 4 and _has_role(text, name):
        return "person", 4
    if word_before in listed("words", "before_places") - {"of", "to", "from"} and len(lows) <= 3:
        return "place", 4
    if word_before == "the" or len(lows) > 4:
        return "organisation", 3
    if len(lows) == 1:
        return "organisation", 1
    if word_before in listed("words", "before_places"):
        return "place", 2
    behind = words(text, name.end, min(len(text), name.end + 40))
    if behind and verb_at(behind, 0) is not None:
        return "person", 3
    return ("person", 2) if alone(name.words[-1]) else ("organisation", 1)


def _has_role(text: str, name: Name) -> bool:
    """Whether an age or a role stands beside a name: "NAME, 74,", "NAME, a spokesman for", "the minister (NAME)"."""
    after = words(text, name.end, min(len(text), name.end + 60))
    if len(after) > 2 and after[0].text == ",":
        if re.fullmatch(r"\d\d", after[1].text) or after[1].low in ("who", "his", "her"):
            return True
        apposition = [word.low for word in after[1:6]]
        opens = after[1].low in listed("words", "determiners") | _ROLE_OPENERS or is_role(after[1].low)
        if opens and any(map(is_role, apposition)):
            return True
    before = words(text, max(0, name.start - 20), name.start)
    return len(before) > 1 and before[-1].text in "(," and is_role(before[-2].low)


def is_role(low: str) -> bool:
    """Whether a word, in lower case, is a title or the head of a role."""
    return low in _roles()


@cache
def _roles() -> frozenset[str]:
    return listed("titles", "either").union(*table("words")["roles"].values())


def _surname_alone(text: str, surname: str) -> bool:
    """Whether the last word of a name also stands by itself, without "the", as surnames do on second mention."""
    is_alone = False
    at = text.find(f" {surname}")
    while at >= 0:
        if _EDGE.match(text, at + 1 + len(surname)):
            before = text.rfind(" ", 0, at) + 1
            if _THE.search(text, before, at):
                return False
            is_alone = is_alone or _SMALL.search(text, before, at) is not None
        at = text.find(f" {surname}", at + 1)
    return is_alone
