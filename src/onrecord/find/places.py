"""Countries and unions of countries by any of their names, and their capitals, from `data/en/countries.toml`; names of
other places, from `regions.toml` and `cities.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord.find.words import Word
from onrecord.wordlists import table


def listed_at(words: list[Word], i: int, stop: int) -> tuple[int, str | None, str]:
    """The longest listed name at word `i`: its length in words, its canonical name, and what it is."""
    for length in range(min(4, stop - i), 0, -1):
        found = places().get(" ".join(word.text for word in words[i : i + length]))
        if found:
            return length, found[0], found[1]
    return 1, None, ""


def are_apart(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some words name countries, by any of their names, and others name other ones: "Rome" and "French"."""
    mine, theirs = ({places()[word][0] for word in told if word in places()} for told in (some, others))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@cache
def places() -> dict[str, tuple[str, str]]:
    """Every listed name: its canonical name, and what it is ("country", "demonym", "capital" or "union")."""
    found: dict[str, tuple[str, str]] = {}
    for country, entry in table("countries")["countries"].items():
        for demonym in entry.get("demonyms", ()):
            found[demonym] = (country, "demonym")
        for seat in [*entry.get("seats", ()), *([entry["capital"]] if "capital" in entry else ())]:
            found[seat] = (country, "capital")
        for name in (country, *entry.get("names", ())):
            found[name] = (country, "country")
    for union, others in table("countries")["unions"].items():
        found.update(dict.fromkeys((union, *others), (union, "union")))
    return found


@cache
def regions() -> frozenset[str]:
    """Parts of countries and of the world, waters: "New Jersey", "the Middle East"."""
    return _names("regions")


@cache
def cities() -> frozenset[str]:
    """Large cities; some of these names are those of people, too."""
    return _names("cities")


def _names(list_: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in table(list_)["names"].split(","))
