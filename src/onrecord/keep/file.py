"""The one file that a record is: opened to read, held against other writers, and written beside and put in place.

The only door to sqlite3: `translated` turns its exceptions into ours. Nothing here ever writes into a record that is
there. A record is written whole in a private folder next to its place and then renamed, so that there is always
either the old one or the new one, and a reader of the old one keeps it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from onrecord.errors import NotARecord, OnrecordError, RecordExists, RecordInUse, RecordTooNew, RecordUnwritable
from onrecord.keep.migrations import latest, migrate
from onrecord.model import content_id

APPLICATION_ID = 0x4F6E5263
"""`PRAGMA application_id` of every record: "OnRc"."""

PATIENCE = 1.0
"""Seconds to wait for another process to let go of a record. Ours hold one no longer than a save takes; a person who
is told to try again has waited for the other for about as long."""


def refuse_existing(path: str | Path) -> None:
    """Make sure that a new record can be written at `path`.

    Raises:
        RecordExists: something is there already.
        RecordUnwritable: the folder is not there, or nothing may be written in it.
    """
    where = Path(path)
    if os.path.lexists(where):
        kind = "folder" if where.is_dir() else "file"
        cure = "Give another name" + ("" if kind == "folder" else ", or --rebuild to read it anew")
        raise RecordExists(str(path), f"there is a {kind} of that name already", cure)
    if not where.parent.is_dir():
        raise RecordUnwritable(str(path), f"there is no folder {where.parent}", "Make the folder first")
    if not os.access(where.parent, os.W_OK | os.X_OK):
        raise RecordUnwritable(str(path), f"nothing may be written in {where.parent}", "Choose another folder")


@contextmanager
def opened(path: str | Path) -> Iterator[sqlite3.Connection]:
    """The record at `path`, to be read only; nothing in the file or its folder is changed.

    A record by an earlier version is copied into a private temporary database and brought up to date there.
    Errors of sqlite3 are translated while the record is opened; after that it is for the caller to do.

    Raises:
        NotARecord: nothing is there, or it is no record. `__cause__` is set where it is a record, but damaged.
        RecordTooNew: a later version wrote it.
        RecordInUse: another process is writing to it.
    """
    where = Path(path)
    if not os.path.exists(where):
        raise NotARecord(str(path), "there is no such file", f"Build it first: onrecord build PILE -o {path}")
    if where.is_dir():
        raise NotARecord(str(path), "it is a folder", "Name a record, a file that `onrecord build` made")
    with translated(path):
        connection = _current(_connect(where, "ro"), path)
    with closing(connection):
        yield connection


@contextmanager
def held(path: str | Path) -> Iterator[Callable[[], None]]:
    """Hold the record at `path`, where there is one, so that nobody else writes it meanwhile; all may read it.

    Gives what lets it go before the end.

    Raises:
        NotARecord, RecordTooNew: what is there is not ours to replace.
        RecordInUse: another process holds it.
        RecordUnwritable: the file may not be written.
    """
    where = _place(path)
    if not os.path.lexists(where):
        yield lambda: None
        return
    with opened(path):
        pass  # It is a record, and of no later version.
    if not os.access(where, os.W_OK):
        raise RecordUnwritable(str(path), "it is protected against writing", "Lift that, or choose another place")
    with translated(path):
        seen, connection = where.stat(), _connect(where, "rw")
    with closing(connection):
        with translated(path):
            # IMMEDIATE keeps writers out and lets readers in. It also rolls back what a dead writer left half done.
            connection.execute("BEGIN IMMEDIATE")
        if not os.path.samestat(seen, where.stat()):
            raise RecordInUse(str(path), "another process has just replaced it", "Give the command again")
        _sweep(where)
        yield connection.close


@contextmanager
def beside(path: str | Path, let_go: Callable[[], None], *, copied: bool = False) -> Iterator[sqlite3.Connection]:
    """A record without items, to be filled; on leaving without an error it takes the place of `path`, on the disk.

    With `copied` it has the items of the record at `path`, brought up to date, to be changed.

    It stands in a folder that only its owner may enter, next to `path`, which is removed whatever happens. The new
    file has the permissions of the old one, or those that the user's mask gives to any new file. `let_go` is what
    `held` gave.

    Raises:
        RecordUnwritable: the folder or the file cannot be written.
    """
    where = _place(path)
    try:
        with tempfile.TemporaryDirectory(dir=where.parent, prefix=_prefix(where), ignore_cleanup_errors=True) as folder:
            draft, whole = Path(folder).absolute() / "draft", Path(folder).absolute() / "whole"
            with closing(_copy(where, draft) if copied else _create(draft)) as connection:
                yield connection
                connection.execute("COMMIT")
                if not copied:
                    whole.touch()
                    # Leaves out the pages that were used and freed, so that the bytes depend on the content alone.
                    connection.execute("VACUUM INTO ?", (whole.as_uri(),))
            if copied:
                draft.rename(whole)
            _to_disk(whole)
            if where.exists():
                shutil.copymode(where, whole)
            if os.name == "nt":
                let_go()  # Windows puts no file in the place of one that is open.
            os.replace(whole, where)
        if os.name == "posix":
            _to_disk(where.parent)
    except (OSError, sqlite3.Error) as error:
        problem = f"it cannot be written ({getattr(error, 'strerror', None) or error})"
        raise RecordUnwritable(str(path), problem, "Free the place, or choose another") from error


@contextmanager
def translated(path: str | Path) -> Iterator[None]:
    """Turn the errors of sqlite3 into ours."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # The low byte of a code is the kind of error; the rest says more of it. Words that are no UTF-8 have no code.
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        raise _ours(str(path), code, error) from (None if code == sqlite3.SQLITE_CANTOPEN else error)


def _ours(path: str, code: int, error: Exception) -> OnrecordError:
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return RecordInUse(path, "another process is writing to it", "Try again when that is done")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM}:
        return RecordUnwritable(path, f"it cannot be written ({error})", "Free the file, or choose another place")
    if code == sqlite3.SQLITE_CANTOPEN:
        return NotARecord(path, "it cannot be opened", "See that you may read the file and its folder")
    return NotARecord(path, f"it is damaged ({error})", "`onrecord verify` says where; take it from a copy")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=PATIENCE)
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _create(path: Path) -> sqlite3.Connection:
    """A record without items at `path`, in a transaction."""
    connection = _draft(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection)
    connection.execute("BEGIN")
    return connection


def _copy(there: Path, path: Path) -> sqlite3.Connection:
    """What is `there`, brought up to date, at `path`, in a transaction."""
    connection = _draft(path)
    # SQLite copies it, since a file that is opened and closed beside it would lose its lock.
    with opened(there) as source:
        source.backup(connection)
    connection.execute("BEGIN")
    return connection


def _draft(path: Path) -> sqlite3.Connection:
    """An empty database at `path`. It is thrown away after any error, so that no journal is needed."""
    path.touch()
    connection = _connect(path, "rw")
    for pragma in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _current(connection: sqlite3.Connection, path: str | Path) -> sqlite3.Connection:
    """`connection`, or that to a copy with today's tables; a transaction keeps what it reads as it is."""
    try:
        connection.execute("BEGIN")
        number = _number(connection, path)
        if number == latest():
            return connection
        copy = sqlite3.connect("", isolation_level=None)
        connection.backup(copy)
        migrate(copy)
    except BaseException:
        connection.close()
        raise
    connection.close()
    return copy


def _number(connection: sqlite3.Connection, path: str | Path) -> int:
    """The number of the migration that the record is at."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (number,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_NOTADB:
            raise
        application = number = 0
    if application != APPLICATION_ID:
        raise NotARecord(str(path), "it is no record of onrecord", "Name a file that `onrecord build` made")
    if number > latest():
        raise RecordTooNew(str(path), "a later version of onrecord wrote it", "Update onrecord")
    return int(number)


def _place(path: str | Path) -> Path:
    """Where the file itself is, if `path` is a link to it."""
    return Path(os.path.realpath(path))


def _prefix(where: Path) -> str:
    """The start of the names of the folders that a record at `where` is written in; its own name may be too long."""
    return f".onrecord-{content_id(os.fsencode(where.name).hex())}-"


def _sweep(where: Path) -> None:
    """Remove the folders of writers that were killed: nobody else writes while the record is held."""
    for entry in where.parent.iterdir():
        if entry.name.startswith(_prefix(where)):
            shutil.rmtree(entry, ignore_errors=True)


def _to_disk(path: Path) -> None:
    """Wait until what was written at `path` is on the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
