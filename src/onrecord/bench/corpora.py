"""What there is to measure on: gold stories, benchmarks, cases of our own, and the fingerprint of each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.bench import changes, passages, polnear_speakers
from onrecord.errors import EmptyInput, MissingInput

Kind = Literal["gold", "polnear", "uner", "speakers", "passages", "changes", "times", "dates", "story dates"]


class Corpus(msgspec.Struct, frozen=True):
    """Reports with what is right about them: a gold story's folder or a benchmark's file.

    `cases` is the file that tells what is right, where `path` does not.
    """

    name: str
    kind: Kind
    path: Path
    cases: Path | None = None

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hex, over the names and bytes of the corpus's files in the order of their names."""
        if self.cases:
            return _joint_hash({"cases": self.cases, "texts": self.path})
        if self.path.is_file():
            return hashlib.sha256(self.path.read_bytes()).hexdigest()
        reports = (path for path in (self.path / "reports").rglob("*") if path.is_file())
        return _joint_hash(
            {path.relative_to(self.path).as_posix(): path for path in [self.path / "record.json", *reports]}
        )


def repository() -> Path | None:
    """The root of the checkout that the package runs from, or None where it is installed elsewhere."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() and (root / "examples").is_dir() else None


def corpora(data: Path | None, root: Path | None) -> list[Corpus]:
    """The gold stories under `root`/examples, `root`/bench/affairs and `data`/gold, the benchmarks in `data`, the
    passages and changes.

    Stories are in the order of their names; what is not there is left out. Passages and changes are in the package.

    Raises:
        MissingInput: there is no such folder as `data`.
        EmptyInput: there is no gold story, and no benchmark in `data`.
        MalformedInput: the articles of PolNeAR are not in their form.
    """
    if data and not data.is_dir():
        raise MissingInput(str(data), "there is no such folder", "Name a folder that holds gold/ or benchmarks/")
    bundled = sorted((root / "examples").rglob("record.json")) if root else []
    affairs = sorted((root / "bench" / "affairs").glob("*/record.json")) if root else []
    given = sorted((data / "gold").glob("*/record.json")) if data else []
    folders = dict.fromkeys(path.parent.resolve() for path in [*bundled, *affairs, *given])
    found = [Corpus(folder.name, "gold", folder) for folder in folders if (folder / "reports").is_dir()]
    stories = [Corpus(f"{one.name} dates", "story dates", one.path) for one in found if one.path in _under(bundled)]
    found += _benchmarks(data / "benchmarks") if data else []
    if data and not found:
        raise EmptyInput(str(data), "there is nothing to measure on", "Name a folder that holds gold/ or benchmarks/")
    own = (("passages", passages.CASES), ("fresh passages", passages.FRESH))
    turned = (("changes", changes.CASES), ("fresh changes", changes.FRESH))
    found += [*stories, *(Corpus(name, "passages", path) for name, path in own)]
    return [*found, *(Corpus(name, "changes", path) for name, path in turned)]


def _under(records: list[Path]) -> set[Path]:
    return {record.parent.resolve() for record in records}


def _benchmarks(folder: Path) -> list[Corpus]:
    articles = folder / "polnear" / "dev.jsonl"
    names = [("uner dev", folder / "uner" / "dev.jsonl"), ("uner pud", folder / "uner" / "pud.jsonl")]
    found = [Corpus("polnear dev", "polnear", articles)] if articles.is_file() else []
    found += [Corpus(name, "uner", path) for name, path in names if path.is_file()]
    if articles.is_file() and polnear_speakers.read_texts(articles, polnear_speakers.read_cases()):
        found.append(Corpus("polnear speakers", "speakers", articles, polnear_speakers.CASES))
    further: tuple[tuple[str, Kind, Path], ...] = (
        ("meantime apple", "times", folder / "meantime" / "apple.jsonl"),
        ("polnear dates", "dates", folder / "polnear" / "train.jsonl"),
    )
    return [*found, *(Corpus(name, kind, path) for name, kind, path in further if path.is_file())]


def _joint_hash(files: Mapping[str, Path]) -> str:
    # Names and contents are hashed one by one first, so that no two lists of files run together to the same bytes.
    lines = (f"{name}\x1f{hashlib.sha256(path.read_bytes()).hexdigest()}\n" for name, path in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
