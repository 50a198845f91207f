"""What each untitled name is: a person, a body or a place, by all that the report says of it."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.find.cues import verb_at
from onrecord.find.name import Name
from onrecord.find.words import listed, words
from onrecord.model import EntityType


def settle_kinds(text: str, found: list[Name]) -> None:
    """Decide what each untitled name is, by the titled ones, given names, body words and what stands around it."""
    people = {
        word
        for name in found
        if name.kind == "person"
        for word in (name.words[0], name.words[-1], " ".join(name.words))
    }
    votes: dict[str, Counter[EntityType]] = {}
    for name in found:
        if name.kind == "unnamed":
            kind, weight = _guess(text, name, people)
            votes.setdefault(" ".join(name.words), Counter())[kind] += weight
    full = {key for key, vote in votes.items() if vote.most_common(1)[0][0] == "person"}
    surnames = {key.split()[-1] for key in full if " " in key} | {key.split()[0] for key in full if " " in key} | people
    for name in found:
        if name.kind == "unnamed":
            key = " ".join(name.words)
            best = max(votes[key].items(), key=lambda item: (item[1], item[0] == "place", item[0]))[0]
            name.kind = "person" if " " not in key and key in surnames and not has_body_word([key.lower()]) else best


def _guess(text: str, name: Name, people: set[str]) -> tuple[EntityType, int]:
    """What one occurrence of a name says of its kind, and how much that weighs."""
    lows = [word.lower() for word in name.words]
    key = " ".join(name.words)
    before = re.search(r"(\w+)\s+$", text[max(0, name.start - 20) : name.start])
    word_before = before.group(1).lower() if before else ""
    after = text[name.end : name.end + 24]
    if has_body_word(lows):
        return "organisation", 9
    if key in people or (len(lows) > 1 and name.words[-1] in people):
        return "person", 9
    if any(word.isupper() and len(word) > 1 for word in name.words):
        return "organisation", 9
    if lows[0] in listed("titles", "names_male") | listed("titles", "names_female"):
        return "person", 4
    if 2 <= len(lows) <= 4 and (
        re.match(r", \d\d\b", after) or re.match(r", (?:who|its|his|her|chief|head|former)\b", after)
    ):
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
    return "person", 3 if behind and verb_at(behind, 0) is not None else 1


def has_body_word(lows: list[str]) -> bool:
    """Whether a word of the list for organisations is among these, given in lower case."""
    return any(low in listed("words", "bodies", "words") for low in lows)
