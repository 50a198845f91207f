"""The pile: which files it holds, each once, under which name and in which order."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import EmptyInput, InputError, MalformedInput, UnreadableInput
from onrecord.read.encoding import cure_of
from onrecord.read.source import STDIN, open_file, trouble

TEXT_SUFFIXES = (".txt", ".text", ".md")
JSONL_SUFFIXES = (".jsonl", ".ndjson")
_HEAD = 4096  # bytes of a file of another kind that are looked at


@dataclass(frozen=True)
class Source:
    """A file to read: its name in the record and where it lies (None: standard input)."""

    file: str
    path: Path | None

    @property
    def is_jsonl(self) -> bool:
        """Whether the file holds one report a line."""
        return self.path is not None and self.path.suffix.lower() in JSONL_SUFFIXES


@dataclass(frozen=True)
class _Found:
    """A file found: its absolute path, how many of its last parts make its name, and what is wrong with it."""

    path: Path
    shown: int
    error: InputError | None = None

    @property
    def file(self) -> str:
        return "/".join(self.path.parts[-self.shown :])


def sources(pile: Sequence[str | Path]) -> list[Source | InputError]:
    """The files of `pile` in the order of their names, and an error for each thing in it that is not read.

    Folders are walked; what is hidden (its name begins with a dot) is left out. A link is followed only where it is
    named itself or leads to a file of the same folder. The same file found twice is one. Where two files would bear one
    name, the folders above them are put in front.
    """
    found: list[_Found] = []
    given: dict[str, Source | InputError] = {}
    for item in {str(item): None for item in pile}:
        if item == STDIN:
            given[STDIN] = Source(STDIN, None)
            continue
        try:
            found.extend(_found_in(item))
        except InputError as error:
            given[item] = error
    entries = [*given.items(), *((one.file, _source(one)) for one in _told_apart(_each_once(found)))]
    return [entry for _, entry in sorted(entries, key=lambda named: named[0])]


def _source(found: _Found) -> Source | InputError:
    error = found.error
    return Source(found.file, found.path) if error is None else type(error)(found.file, error.problem, error.cure)


def _found_in(item: str) -> Iterator[_Found]:
    """The files in `item`, a file or folder as the user named it."""
    try:
        path = Path(os.path.abspath(item))
        is_folder = stat.S_ISDIR(os.stat(item).st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise trouble(item, error) from None
    if not is_folder:
        yield _Found(path, 1)
        return
    files = list(_walk(path))
    if not files:
        raise EmptyInput(item, "there is nothing to read in this folder", "Put reports into it as .txt or .jsonl files")
    if files[0].error and files[0].path == path:
        raise type(files[0].error)(item, files[0].error.problem, files[0].error.cure)
    yield from files


def _walk(root: Path) -> Iterator[_Found]:
    folders = [root]
    while folders:
        folder = folders.pop()
        depth = len(folder.parts) - len(root.parts)
        try:
            with os.scandir(folder) as entries:
                names = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield _Found(folder, max(depth, 1), trouble(folder.name, error))
            continue
        for entry in names:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(folder / entry.name)
            else:
                found = _looked_at(folder / entry.name, depth + 1, root)
                if found:
                    yield found


def _looked_at(path: Path, shown: int, root: Path) -> _Found | None:
    """What is at `path`, which is no folder; None for a link to a folder that is walked anyhow."""
    if path.is_symlink():
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(os.path.realpath(root)):
            cure = "Name the file that it leads to"
            return _Found(path, shown, UnreadableInput(path.name, "it is a link that leads out of the folder", cure))
        if real.is_dir():
            return None
    if path.suffix.lower() not in TEXT_SUFFIXES + JSONL_SUFFIXES:
        return _Found(path, shown, _of_another_kind(path))
    return _Found(path, shown)


def _of_another_kind(path: Path) -> InputError:
    """Why a file is not read in a folder, with what its first bytes tell to be the cure."""
    try:
        with open_file(path, path.name) as stream:
            cure = cure_of(stream.read(_HEAD), path.name)
    except OSError as error:
        return trouble(path.name, error)
    except InputError as error:
        return error
    kinds = ", ".join(TEXT_SUFFIXES + JSONL_SUFFIXES)
    problem = f"it is not a kind of file that is read in a folder ({kinds})"
    return MalformedInput(path.name, problem, cure or "Name the file itself if it is a text")


def _each_once(found: list[_Found]) -> list[_Found]:
    """One of those that are the same real file: the one whose name comes first."""
    real: dict[str, _Found] = {}
    for one in sorted(found, key=lambda one: (one.error is not None, one.file, str(one.path))):
        real.setdefault(os.path.realpath(one.path), one)
    return list(real.values())


def _told_apart(found: list[_Found]) -> list[_Found]:
    """The same files, with as many folders in front of equal names as tell them apart."""
    while True:
        named: dict[str, list[_Found]] = defaultdict(list)
        for one in found:
            named[one.file].append(one)
        if len(named) == len(found):
            return found
        found = [
            one if len(group) == 1 else _Found(one.path, one.shown + 1, one.error)
            for group in named.values()
            for one in group
        ]
