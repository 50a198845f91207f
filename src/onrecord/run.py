"""The whole job on one page: read, find, match, keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec

from onrecord.encoder import processors
from onrecord.errors import EmptyInput, InputError
from onrecord.find import find
from onrecord.keep import Kept, corrected, load, load_record, meant, refuse_existing, save
from onrecord.match import match
from onrecord.model import Findings, Reading, Record, Unread
from onrecord.read import read
from onrecord.settings import Settings

Progress = Callable[[str, int, int | None], None]
"""Is told the step ("read", "find", "match", "keep"), how much of it is done, and of how much (None: not known)."""

_NAMED = 5
"""Inputs with the same problem that are named, at most, where none of a pile can be read."""


def _silent(step: str, done: int, of: int | None) -> None:
    pass


def build(
    pile: Sequence[str | Path],
    path: str | Path,
    *,
    rebuild: bool = False,
    settings: Settings | None = None,
    progress: Progress = _silent,
) -> Record:
    """Read `pile` into a new record at `path` and return it.

    Args:
        pile: files and folders; "-" is standard input.
        path: where the record is to be.
        rebuild: read a record that is there already anew, and keep its corrections.
        settings: the defaults where None.
        progress: is told how far the work is.

    Raises:
        InputError: the only input cannot be read, or there is none.
        RecordError: a record is there already, or cannot be written.
    """
    if not (rebuild and Path(path).exists()):
        refuse_existing(path)
        return _put(pile, path, Kept.empty(), Record(), settings or Settings(), progress)
    before = load_record(path)
    kept = Kept(Record(corrections=before.corrections), (), ())
    return _put(pile, path, kept, before, settings or Settings(), progress)


def add(
    path: str | Path, pile: Sequence[str | Path], *, settings: Settings | None = None, progress: Progress = _silent
) -> Record:
    """Read into the record at `path` those reports of `pile` that it does not hold yet, and return the record.

    Raises:
        InputError: the only input cannot be read, or there is none.
        RecordError: there is no record, or it cannot be written.
    """
    kept = load(path)
    return _put(pile, path, kept, kept.record, settings or Settings(), progress)


def _put(
    pile: Sequence[str | Path], path: str | Path, kept: Kept, before: Record, settings: Settings, progress: Progress
) -> Record:
    """Read `pile` in addition to what is `kept`, and write the record that takes the place of `before`."""
    readings, unread = _read_all(pile, kept, settings, progress)
    findings = tuple(_find_all(readings, {one.report: one for one in kept.findings}, progress))
    progress("match", 0, 1)
    machine = match(tuple(reading.report for reading in readings), findings, settings)
    machine = msgspec.structs.replace(machine, unread=unread)
    progress("match", 1, 1)
    progress("keep", 0, 1)
    record = corrected(machine, kept.record.corrections)
    save(Kept(record, readings, findings, machine, meant(record, kept.meanings)), path, before=before)
    progress("keep", 1, 1)
    return record


def _read_all(
    pile: Sequence[str | Path], kept: Kept, settings: Settings, progress: Progress
) -> tuple[tuple[Reading, ...], tuple[Unread, ...]]:
    """All reports, kept and new, in the order of their file names, and all inputs that could not be read."""
    readings = {reading.report.id: reading for reading in kept.readings}
    labels = {file: reading.report.id for reading in kept.readings for file in reading.report.files}
    errors: list[InputError] = []
    files: set[str] = set()
    for done, item in enumerate(read(pile, settings), start=1):
        progress("read", done, None)
        if isinstance(item, InputError):
            errors.append(item)
        else:
            files.add(item.report.file)
            readings[item.report.id] = _joined(readings.get(item.report.id), _apart(item, labels))
    if not readings:
        raise _nothing_read(errors)
    whole = files | {file.rpartition(":")[0] for file in files}  # a container is read where any line of it is
    unread = {item.file: item for item in kept.record.unread if item.file not in whole}
    unread |= {error.subject: Unread(error.subject, error.why) for error in errors}
    in_order = sorted(readings.values(), key=lambda reading: (reading.report.file, reading.report.id))
    return tuple(in_order), tuple(unread[file] for file in sorted(unread))


def _apart(new: Reading, labels: dict[str, str]) -> Reading:
    """The reading under a name of its own: its id goes in front where another report of the record has its name."""
    report = new.report
    if labels.get(report.file, report.id) == report.id:
        return new
    file = f"{report.id}/{report.file}"
    return msgspec.structs.replace(new, report=msgspec.structs.replace(report, file=file, files=(file,)))


def _joined(known: Reading | None, new: Reading) -> Reading:
    """One reading for the same bytes found under several names; the first name in order is its file."""
    if known is None:
        return new
    files = tuple(sorted({*known.report.files, *new.report.files}))
    return msgspec.structs.replace(known, report=msgspec.structs.replace(known.report, file=files[0], files=files))


def _nothing_read(errors: list[InputError]) -> InputError:
    if len(errors) == 1:
        return errors[0]
    alike: dict[str, list[str]] = {}
    for error in errors:
        alike.setdefault(error.problem, []).append(error.subject)
    whys = "; ".join(f"{_some(subjects)}: {problem}" for problem, subjects in alike.items())
    cures = {error.cure for error in errors}
    cure = cures.pop() if len(cures) == 1 else "Mend what is said of each, or name other reports"
    return EmptyInput("the pile", f"none of its {len(errors):,} inputs can be read ({whys})", cure)


def _some(subjects: Sequence[str]) -> str:
    """The first of the inputs that have one problem, and how many more there are."""
    more = len(subjects) - _NAMED
    return ", ".join(subjects[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _find_all(readings: Sequence[Reading], known: dict[str, Findings], progress: Progress) -> Iterator[Findings]:
    """The findings of each report in order, taken from `known` where they are there.

    Several reports are read at once, by as many threads as there are processors: most of the time goes to the network,
    which runs outside Python's lock. What is found in one does not depend on the others.
    """
    with ThreadPoolExecutor(processors()) as pool:
        try:
            found = [known.get(one.report.id) or pool.submit(find, one.report) for one in readings]
            for done, one in enumerate(found):
                progress("find", done, len(found))
                yield one.result() if isinstance(one, Future) else one
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    progress("find", len(readings), len(readings))
