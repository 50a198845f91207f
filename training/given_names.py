"""Writes the list of given names that tell a person's gender, from the data of the package nomquamgender.

    python -m training.given_names NAME_DATA src/onrecord/data/en/given_names.toml

NAME_DATA is `nomquamgender/name_data.json` of that package (0.1.4, MIT): for each name the number of sources, the
number of people, and the share of women (Van Buskirk, Clauset and Larremore, ICWSM 2023). Kept are the names that
`SOURCES` and `PEOPLE` bear out and of which all but `DOUBT` have one gender.
"""

import json
import re
import sys
import textwrap
from pathlib import Path

SOURCES, PEOPLE, DOUBT = 6, 1000, 0.05
HEADER = """\
# Given names that tell a person's gender, without accents. Written by training/given_names.py, 2026-11, from the data
# of nomquamgender 0.1.4: Copyright (c) 2022 Ian Van Buskirk, MIT Licence. Names of {people:,} people or more in
# {sources} sources or more, {share:.0%} of them of one gender.
"""


def main() -> None:
    """The command line."""
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = {"male": [], "female": []}
    for name, (sources, people, women, *_) in sorted(data.items()):
        is_borne_out = sources >= SOURCES and people >= PEOPLE and re.fullmatch(r"[a-z]{2,}(?:-[a-z]+)?", name)
        if is_borne_out and (women <= DOUBT or women >= 1 - DOUBT):
            lists["male" if women <= DOUBT else "female"].append(name)
    out = [HEADER.format(people=PEOPLE, sources=SOURCES, share=1 - DOUBT)]
    for gender, names in lists.items():
        out.append(f'{gender} = """\n' + "\n".join(textwrap.wrap(" ".join(names), 118)) + '\n"""\n')
    Path(sys.argv[2]).write_text("".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
