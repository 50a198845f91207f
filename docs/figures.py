"""Write the figures of a bench into README.md's tables, and pin them as the floors of bench/floors.toml.

    onrecord bench --data ../shared --json > bench.json
    python docs/figures.py bench.json [--floors]

A table of README is known by the cells of its head, and a row by the name of its figure. `--floors` writes the floors
of every corpus that has some already, and of the figures that are pinned there.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import msgspec

from onrecord.bench.figures import Figures, Measured
from onrecord.bench.floors import as_toml

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors.toml"
COLUMNS = {
    "bundled affair": "albara",
    "ferry (invented, to develop on)": "ferry-dev",
    "battery (the same)": "battery-dev",
    "vaccine (invented, held out)": "vaccine-blind",
    "dam (the same)": "dam-blind",
    "five real reports": "huawei",
    "PolNeAR development articles": "polnear dev",
    "web text (EWT dev)": "uner dev",
    "news and Wikipedia (PUD)": "uner pud",
    "214 passages with a trap": "passages",
    "130 fresh ones": "fresh passages",
    "181 pronouns and descriptions (PolNeAR dev)": "polnear speakers",
}
"""Head of a column, and the corpus whose figures stand in it."""
_TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)


def cells(line: str) -> list[str]:
    """The cells of a line of a table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def shown(value: float | None, before: str) -> str:
    """A figure as it stands in a table; a count where a whole number stood."""
    if value is None:
        return "–"
    return str(round(value)) if before.isdigit() else f"{value:.3f}"


def table(text: str, measured: dict[str, Measured]) -> str:
    """A table of README with its figures written anew; unchanged if no head of it names a corpus."""
    head, rule, *rows = text.splitlines()
    heads = cells(head)
    if not any(one in COLUMNS for one in heads):
        return text
    lines = [head, rule]
    for row in rows:
        name, *values = cells(row)
        one_column = heads[0] in COLUMNS
        corpora = [COLUMNS[heads[0]]] if one_column else [COLUMNS[one] for one in heads[1:]]
        given = [measured[corpus].accuracy.get(name) for corpus in corpora]
        lines.append("| " + " | ".join([name, *map(shown, given, values)]) + " |")
    return "\n".join(lines) + "\n"


def floors(measured: dict[str, Measured]) -> str:
    """floors.toml with the same corpora and figures, pinned as they are now."""
    before = FLOORS.read_text(encoding="utf-8")
    notes = "".join(f"{line}\n" for line in before.splitlines() if line.startswith("#"))
    pinned = {name: one["floors"] for name, one in tomllib.loads(before).items() if name in measured}
    return "\n".join([notes, *(as_toml(measured[name], names) for name, names in pinned.items())])


def main(path: str, *options: str) -> None:
    """Write README, and the floors where they are asked for."""
    figures = msgspec.json.decode(Path(path).read_bytes(), type=Figures)
    measured = {one.corpus: one for one in figures.measured}
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(_TABLE.sub(lambda found: table(found[0], measured), text), encoding="utf-8")
    if "--floors" in options:
        FLOORS.write_text(floors(measured), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
