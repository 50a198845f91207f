"""What there is to measure on: the bundled example, gold stories and PolNeAR, and the fingerprint of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import EmptyInput, MissingInput

Kind = Literal["gold", "polnear"]


class Corpus(msgspec.Struct, frozen=True):
    """Reports with what is right about them: a gold story's folder, or a file of PolNeAR."""

    name: str
    kind: Kind
    path: Path

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hex, over the names and bytes of the corpus's files in the order of their names."""
        if self.path.is_file():
            return hashlib.sha256(self.path.read_bytes()).hexdigest()
        reports = (path for path in (self.path / "reports").rglob("*") if path.is_file())
        return _joint_hash(self.path, [self.path / "record.json", *reports])


def repository() -> Path | None:
    """The root of the checkout that the package runs from, or None where it is installed elsewhere."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() and (root / "examples").is_dir() else None


def corpora(data: Path | None, root: Path | None) -> list[Corpus]:
    """The gold stories under `root`/examples, those under `data`/gold, and the development part of PolNeAR in `data`.

    Each group is in the order of its names; what is not there is left out.

    Raises:
        MissingInput: there is no such folder as `data`.
        EmptyInput: there is nothing to measure on.
    """
    if data and not data.is_dir():
        raise MissingInput(str(data), "there is no such folder", "Name a folder that holds gold/ or benchmarks/")
    bundled = sorted((root / "examples").rglob("record.json")) if root else []
    given = sorted((data / "gold").glob("*/record.json")) if data else []
    folders = dict.fromkeys(path.parent.resolve() for path in [*bundled, *given])
    found = [Corpus(folder.name, "gold", folder) for folder in folders if (folder / "reports").is_dir()]
    articles = data / "benchmarks" / "polnear" / "dev.jsonl" if data else None
    if articles and articles.is_file():
        found.append(Corpus("polnear dev", "polnear", articles))
    if not found:
        raise EmptyInput(str(data or "bench"), "there is nothing to measure on", "Name a folder of data with --data")
    return found


def _joint_hash(folder: Path, paths: Iterable[Path]) -> str:
    files = sorted((path.relative_to(folder).as_posix(), path) for path in paths)
    # Names and contents are hashed one by one first, so that no two lists of files run together to the same bytes.
    lines = (f"{name}\x1f{hashlib.sha256(path.read_bytes()).hexdigest()}\n" for name, path in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
