"""A record read in parts, for those who look at one page of it: only the rows that the page needs are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from onrecord.keep import rows
from onrecord.keep.differing import Pairs, differing
from onrecord.keep.file import opened, translated
from onrecord.keep.listing import Page, Totals, cut
from onrecord.keep.lists import Lists, as_json
from onrecord.keep.record import damaged, manifest_of
from onrecord.model import Record, Report


@contextmanager
def parts(path: str | Path, totals: Totals | None = None) -> Iterator[Parts]:
    """The record at `path`, to be read in parts; all of them are of one moment. Raises what `load_record` raises.

    Args:
        path: the record.
        totals: what was counted when the record was read before.
    """
    with opened(path) as connection, translated(path):
        try:
            known = (totals or Totals()).of(manifest_of(connection).get("record_sha256"))
            yield Parts(connection, known)
        except (msgspec.ValidationError, KeyError) as error:
            raise damaged(path, error) from error


class Parts(Lists):
    """The parts of one record. Lists are given in pages of ids, items by id."""

    def items(self, name: str, ids: Iterable[str], without: Sequence[str] = ()) -> dict[str, Any]:
        """Items of the list `name` by id; keys in `without` are left empty, such as the text of reports."""
        return rows.some(self._connection, name, ids, without)

    def around(self, ids: Sequence[str], texts: Iterable[str] = ()) -> Record:
        """The part of the record that statements stand in: what they name, their other tellings, their corrections.

        Reports have their text only where they are in `texts`, and entities no mentions: they are there to be called
        by their names. Items are in the order of the record.
        """
        members = "SELECT utterance FROM utterance_statements WHERE statement IN (SELECT value FROM json_each(?))"
        told = self.items("utterances", self._ids(members, as_json(ids)))
        said = self.items("statements", [*ids, *(one for each in told.values() for one in each.statements)])
        named = {one for each in said.values() for one in (each.speaker, each.to) if one}
        named |= {who.entity for each in said.values() for who in each.candidates}
        corrections = self.corrections_of([*ids, *told])
        named |= {each for one in corrections for each in (one.old, one.new, one.machine) if each}
        whole = frozenset(texts)
        reports = self.items("reports", {each.report for each in said.values()} - whole, ("text", "noise"))
        both: dict[str, Report] = {**self.items("reports", whole), **reports}
        return Record(
            reports=tuple(both.values()),
            entities=tuple(self.items("entities", named, ("mentions",)).values()),
            statements=tuple(said.values()),
            utterances=tuple(told.values()),
            corrections=corrections,
        )

    def corrections_of(self, items: Iterable[str]) -> tuple[Any, ...]:
        """The corrections that apply to any of the items, the earliest first."""
        query = "SELECT id FROM corrections WHERE applies_to IN (SELECT value FROM json_each(?))"
        return tuple(self.items("corrections", self._ids(query, as_json(items))).values())

    def differing(self, number: int, size: int) -> tuple[Pairs, Page]:
        """Where people differ, the latest first."""
        made = self.items("corrections", self._ids("SELECT id FROM corrections"))
        pairs = sorted(differing(made.values()), key=lambda pair: list(made).index(pair[0].id), reverse=True)
        page = cut(tuple(later.id for later, _ in pairs), number, size)
        start = (page.number - 1) * size
        return tuple(pairs[start : start + size]), page
