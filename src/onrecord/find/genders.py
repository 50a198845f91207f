"""Whether a person is a man or a woman, as far as the report tells: by title, kin word, given name or pronoun."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from onrecord.find.name import Named
from onrecord.find.phrases import Range
from onrecord.find.words import listed

Gender = Literal["male", "female"]
GENDERS: tuple[Gender, ...] = ("male", "female")
PRONOUNS: dict[str, Gender] = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_PRONOUN = re.compile(r"\b(he|his|him|she|her)\b")


def gender(one: Named) -> Gender | None:
    """What titles, kin words or the given name tell; None where none of them does."""
    titles = {title for name in one.names for title in name.titles}
    for told in GENDERS:
        if titles & listed("titles", told) or one.role_words & listed("words", "kin", told):
            return told
    given, _, rest = one.label.casefold().partition(" ")
    plain = "".join(c for c in unicodedata.normalize("NFD", given) if not unicodedata.combining(c))
    return next((told for told in GENDERS if rest and plain in listed("given_names", told)), None)


def genders(text: str, named: Sequence[Named], sentences: Sequence[Range]) -> dict[int, Gender]:
    """The genders that the report tells, by the numbers of the named.

    Where names and titles do not, pronouns do: a sentence that names one person only, and then says "she" or "his".
    """
    found = {n: told for n, one in enumerate(named) if one.kind == "person" and (told := gender(one))}
    people = sorted(
        (name.start, name.end, n) for n, one in enumerate(named) for name in one.names if name.kind == "person"
    )
    starts = [start for start, *_ in people]
    votes: dict[int, Counter[Gender]] = {}
    for start, end in sentences:
        here = {n: stop for _, stop, n in people[bisect_left(starts, start) : bisect_left(starts, end)]}
        if len(here) == 1:
            ((n, stop),) = here.items()
            votes.setdefault(n, Counter()).update(PRONOUNS[word] for word in _PRONOUN.findall(text[stop:end])[:1])
    for n, vote in votes.items():
        if len(vote) == 1:
            found.setdefault(n, next(iter(vote)))
    return found


def gender_of(head: str) -> Gender | None:
    """The gender that the head of a description tells."""
    if head.endswith("woman") or head in listed("words", "kin", "female"):
        return "female"
    is_male = head in listed("words", "kin", "male") or (head.endswith("man") and head != "chairman")
    return "male" if is_male else None
