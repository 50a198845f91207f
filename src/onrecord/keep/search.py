"""Statements by their words, and by their meaning."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from onrecord.keep.file import opened, translated
from onrecord.keep.meanings import Nearest

INDEXES = ("statements_fts", "reports_fts")
"""The full-text indexes, of the content of statements and of the text of reports."""

MOST_WORDS = 64
"""Words of a query that count; the rest are left out. SQLite refuses expressions that are much longer."""

_CHUNK = re.compile(r'["“”]([^"“”]+)["“”]|(\S+)')

_FOUND = """
SELECT statements.id
FROM statements_fts
JOIN statements ON statements.rowid = statements_fts.rowid
JOIN reports ON reports.id = statements.report
WHERE statements_fts MATCH :some
  AND (statements.rowid IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :all)
       OR reports.rowid IN (SELECT rowid FROM reports_fts WHERE reports_fts MATCH :all))
ORDER BY statements.rowid NOT IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :all),
         bm25(statements_fts), statements.number
"""
_FOUND_BY_ONE = """
SELECT statements.id
FROM statements_fts
JOIN statements ON statements.rowid = statements_fts.rowid
WHERE statements_fts MATCH :all
ORDER BY bm25(statements_fts), statements.number
"""
_REPORTS = """
SELECT reports.id, snippet(reports_fts, 0, '', '', ' … ', 32)
FROM reports_fts
JOIN reports ON reports.rowid = reports_fts.rowid
WHERE reports_fts MATCH :all
ORDER BY bm25(reports_fts), reports.number
LIMIT :limit
"""


def search(path: str | Path, words: str, limit: int) -> list[str]:
    """Ids of the statements in the record at `path` that are about `words`, the best first, at most `limit`.

    First come the statements that have all the words, then those that have a longer one in a report that has all.
    A word also finds its other forms (denied, denies), whatever its case and accents; words in quotation marks are
    found as they stand together. No character has any other meaning.

    Raises:
        RecordError: the record cannot be read.
    """
    with opened(path) as connection, translated(path):
        return list(statements_about(connection, words)[: max(0, limit)])


def search_by_meaning(path: str | Path, words: str) -> list[str]:
    """Ids of the statements in the record at `path` whose meaning is near that of `words`, the nearest first.

    Raises:
        RecordError: the record cannot be read.
    """
    with opened(path) as connection, translated(path):
        return [one for one, _ in Nearest(connection).to(words)]


def statements_about(connection: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """As `search`, from an open record: all ids, the best first."""
    terms = list(_terms(words))[:MOST_WORDS]
    if not terms:
        return ()
    values = {"some": " OR ".join(_telling(terms)), "all": " ".join(terms)}
    return tuple(one for (one,) in connection.execute(_FOUND if len(terms) > 1 else _FOUND_BY_ONE, values))


def reports_about(connection: sqlite3.Connection, words: str, limit: int) -> Iterator[tuple[str, str]]:
    """Ids of the reports whose text has all the words, the best first, each with the text around the first of them."""
    terms = list(_terms(words))[:MOST_WORDS]
    if terms:
        yield from connection.execute(_REPORTS, {"all": " ".join(terms), "limit": limit})


def index(connection: sqlite3.Connection) -> None:
    """Fill the full-text indexes from the tables."""
    for name in INDEXES:
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")


def _terms(words: str) -> Iterator[str]:
    """The words and phrases, each once and each in the quotation marks that take every special meaning from it."""
    # SQLite ends a query at NUL and knows no lone surrogates.
    plain = words.replace("\0", " ").encode(errors="replace").decode()
    chunks = dict.fromkeys(phrase or word for phrase, word in _CHUNK.findall(plain))
    for chunk in chunks:
        if any(unicodedata.category(character)[0] in "LN" for character in chunk):
            yield '"' + chunk.replace('"', '""') + '"'


def _telling(terms: list[str]) -> list[str]:
    """The terms of four letters and more, or all where there are none.

    The shortest words of a query are mostly "of" and "the", which say nothing of what a statement is about.
    """
    return [term for term in terms if len(term.strip('"')) > 3] or terms
