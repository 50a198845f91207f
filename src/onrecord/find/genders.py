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
from onrecord.wordlists import listed

Gender = Literal["male", "female"]
GENDERS: tuple[Gender, ...] = ("male", "female")
PRONOUNS: dict[str, Gender] = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_PRONOUN = re.compile(r"(?<!\bthat )\b(he|his|him|she|her)\b")
"""Not behind "that": "Ann Roe said that he should resign" is of somebody else."""
_OPENING = re.compile(r"(He|She|he|she)\b")
_STRONG, _WEAK = 2, 1
"""What a pronoun counts in the sentence of the name, and at the head of the next one."""
_OFTEN, _CLEARLY = 4, 4
"""Names from which one sentence is not enough, and how many times the votes for a gender are those for the other.

One sentence told it wrongly of 3 of 12 people of PolNeAR's training part who are labelled, all named often.
"""


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

    Where names and titles do not, pronouns do: a sentence that names one person only, outside quotation marks, and then
    says "she" or "his", or that the next one goes on from with "She". A gender must have `_CLEARLY` times the votes of
    the other, and more than one sentence for whoever is named often.
    """
    found = {n: told for n, one in enumerate(named) if one.kind == "person" and (told := gender(one))}
    people = sorted(
        (name.start, name.end, n)
        for n, one in enumerate(named)
        for name in one.names
        if name.kind == "person" and not name.quoted
    )
    starts = [start for start, *_ in people]
    votes: dict[int, Counter[Gender]] = {}
    alone: int | None = None
    for start, end in sorted(sentences):
        here = {n: stop for _, stop, n in people[bisect_left(starts, start) : bisect_left(starts, end)]}
        goes_on = _OPENING.match(text, start)
        if goes_on and alone is not None and not here:
            votes.setdefault(alone, Counter())[PRONOUNS[goes_on.group(1).lower()]] += _WEAK
        elif len(here) == 1:
            ((alone, stop),) = here.items()
            said = [PRONOUNS[word] for word in _PRONOUN.findall(text[stop:end])[:1]]
            votes.setdefault(alone, Counter()).update(dict.fromkeys(said, _STRONG))
        else:
            alone = None
    for n, vote in votes.items():
        (first, most), (_, other) = [*vote.most_common(2), ("male", 0), ("male", 0)][:2]
        enough = _STRONG * (1 + (len(named[n].names) >= _OFTEN))
        if most >= enough and most >= _CLEARLY * other:
            found.setdefault(n, first)
    return found


def gender_of(head: str) -> Gender | None:
    """The gender that the head of a description tells."""
    if head.endswith("woman") or head in listed("words", "kin", "female"):
        return "female"
    is_man = head.endswith("man") and head not in listed("words", "kin", "either")
    return "male" if is_man or head in listed("words", "kin", "male") else None
