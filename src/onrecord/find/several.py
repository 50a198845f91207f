"""Sources that are of several: "X and Y", "Y and other officials", "Spanish, French and Dutch officials"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find.heads import is_plural, kind_of
from onrecord.find.name import Name
from onrecord.find.phrases import head_word
from onrecord.find.words import Word
from onrecord.wordlists import listed

_OPENING = frozenset({"the", "a", "an", "his", "her", "its", "their", "several", "some", "many"})
"""Words with which whoever is joined by "and" begins, where no name does."""


def are_joined(names: Sequence[Name], found: list[Word]) -> bool:
    """Whether a source joins two or more: it is then of neither alone.

    Args:
        names: the names in it.
        found: its words.
    """
    inner = {word.start for word in found[1:] for name in names if name.start < word.start < name.end}
    outer = [word for word in found if word.start not in inner]
    joints = [k for k, word in enumerate(outer) if word.low == "and" and 0 < k < len(outer) - 1]
    if _is_counted(outer) or (joints and _are_people(outer, found)):
        return True
    return any(_joins(names, outer[:k], outer[k + 1 :]) for k in joints)


def _is_counted(outer: list[Word]) -> bool:
    """Whether it says how many and then who: "two groups, X and Y"."""
    counts = listed("words", "indefinite") - {"a", "an", "one"}
    return outer[0].low in counts and is_plural(head_word(outer))


def _are_people(outer: list[Word], found: list[Word]) -> bool:
    """Whether several names stand before what all of them are: "Spanish and Dutch officials"."""
    return _is_simple(outer) and found[-1].text.islower() and _is_people(found[-1].low)


def _joins(names: Sequence[Name], before: list[Word], after: list[Word]) -> bool:
    """Whether what stands on both sides of an "and" may speak for itself, and neither is only said of the other."""
    first = after[1] if after[0].low == "the" and len(after) > 1 else after[0]
    is_named, opens = _ends_with_name(names, before), any(name.start == first.start for name in names)
    if after[0].low == "other":
        return is_named or _is_people(after[-1].low)
    if after[0].low == "the" and all(word.is_capitalised or word.low == "of" for word in before):
        return True  # a name that was not read as one
    if is_named and opens:
        return True
    opens = opens or _is_with_role(names, after)
    commas = [k for k, word in enumerate(before) if word.text == ","]
    if before[-1].text == ",":  # what stands between commas is said of whoever stands before them
        is_aside = len(commas) > 1 and before[commas[0] + 1].low in listed("words", "prepositions")
        return opens and not is_aside and _ends_with_name(names, before[: commas[0]])
    last = commas[-1] + 1 if commas else 0
    if not (opens or after[0].low in _OPENING) or not _is_simple(before[last:]):
        return False
    return is_named or (not last and before[0].low in _OPENING and after[0].low in _OPENING)


def _ends_with_name(names: Sequence[Name], found: list[Word]) -> bool:
    """Whether some words end with a name, what stands in brackets behind it aside."""
    if found and found[-1].text == ")":
        found = found[: next((k for k, word in enumerate(found) if word.text == "("), len(found))]
    return bool(found) and any(name.start <= found[-1].start < name.end for name in names)


def _is_with_role(names: Sequence[Name], found: list[Word]) -> bool:
    """Whether some words are what a person is, with the name behind: "deputy mayor Ann Roe"."""
    persons = {name.start for name in names if name.kind == "person"}
    at = next((k for k, word in enumerate(found) if word.start in persons), None)
    return at is not None and _is_simple(found[:at]) and not any(word.is_mark for word in found[:at])


def _is_simple(found: list[Word]) -> bool:
    """Whether no preposition hangs anything on some words."""
    return not any(word.low in listed("words", "prepositions") for word in found)


def _is_people(low: str) -> bool:
    return is_plural(low) and kind_of(low.removesuffix("s")) == "person"
