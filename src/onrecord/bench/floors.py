"""Floors under the figures, each pinned with the fingerprint of its corpus.

They stand in `bench/floors.toml` and are lowered only by editing it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from onrecord.bench.corpora import repository
from onrecord.bench.figures import Figures, Measured
from onrecord.bench.score import LESS_IS_BETTER
from onrecord.errors import MalformedInput


class CorpusFloors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors of one corpus; for a figure of which less is better, the value is the most that it may be."""

    fingerprint: str
    floors: dict[str, float]


Floors = Mapping[str, CorpusFloors]
"""By the name of the corpus."""


class Fallen(msgspec.Struct, frozen=True):
    """A figure that is worse than its floor; `found` is None where it could not be judged any more."""

    corpus: str
    figure: str
    floor: float
    found: float | None

    def __str__(self) -> str:
        found = "nothing to judge" if self.found is None else f"{self.found:.4f}"
        return f"{self.corpus}: {self.figure}: {found}, its floor is {self.floor:.3f}"


class Verdict(msgspec.Struct, frozen=True):
    """What became of the floors.

    `void` names the corpora that are not the ones their floors were measured on: these floors say nothing and must be
    measured again. `not_measured` names those that this bench did not have.
    """

    fallen: tuple[Fallen, ...]
    void: tuple[str, ...]
    not_measured: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """No figure fell, and no floor is void."""
        return not self.fallen and not self.void

    @property
    def lines(self) -> list[str]:
        """What a reader is told: each fallen figure, each void block, each corpus that was not measured."""
        return [
            *map(str, self.fallen),
            *(
                f"{name}: its files have changed, so its floors are void; measure and pin them again"
                for name in self.void
            ),
            *(f"{name}: not measured, as its files are not here" for name in self.not_measured),
        ]


def floors_path() -> Path | None:
    """Where the floors of this checkout are pinned; None where the package is installed elsewhere."""
    root = repository()
    return root / "bench" / "floors.toml" if root else None


def read_floors(path: Path) -> dict[str, CorpusFloors]:
    """The floors pinned in a file.

    Raises:
        MalformedInput: it is not a table of floors.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, CorpusFloors])
    except (ValueError, OSError) as error:
        raise MalformedInput(str(path), f"it is no table of floors: {error}", "Correct it at that place") from None


def held_against(floors: Floors, figures: Figures) -> Verdict:
    """Every figure held against its floor; a figure without a floor is free."""
    measured = {one.corpus: one for one in figures.measured}
    void = [name for name, one in floors.items() if name in measured and one.fingerprint != measured[name].fingerprint]
    valid = [name for name in floors if name in measured and name not in void]
    return Verdict(
        fallen=tuple(fallen for name in valid for fallen in _fallen(floors[name], measured[name])),
        void=tuple(void),
        not_measured=tuple(name for name in floors if name not in measured),
    )


def as_toml(measured: Measured, names: Iterable[str] | None = None) -> str:
    """The block of `floors.toml` that pins these figures (all that could be judged, where `names` is None) as they are.

    Values are rounded to three decimals, away from the better side, so that the same figures hold.
    """
    chosen = measured.accuracy if names is None else {name: measured.accuracy.get(name) for name in names}
    lines = [f'"{name}" = {_rounded(name, value):.3f}' for name, value in chosen.items() if value is not None]
    head = f'["{measured.corpus}"]\nfingerprint = "{measured.fingerprint}"\n\n["{measured.corpus}".floors]\n'
    return head + "\n".join(lines) + "\n"


def _fallen(pinned: CorpusFloors, measured: Measured) -> list[Fallen]:
    given = ((figure, floor, measured.accuracy.get(figure)) for figure, floor in pinned.floors.items())
    return [
        Fallen(measured.corpus, figure, floor, found) for figure, floor, found in given if _worse(figure, found, floor)
    ]


def _worse(figure: str, found: float | None, floor: float) -> bool:
    if found is None:
        return True
    return found > floor if figure in LESS_IS_BETTER else found < floor


def _rounded(name: str, value: float) -> float:
    toward = math.ceil if name in LESS_IS_BETTER else math.floor
    return toward(value * 1000) / 1000
