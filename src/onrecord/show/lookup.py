"""Finds what belongs to an item of a record: a statement's report, speaker, place and other tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

from onrecord.model import Correction, Entity, Record, Report, Span, Statement
from onrecord.show.escapes import one_line

NOBODY = "speaker not known"


class Lookup:
    """The items of one record by id, and the ways between them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports = {report.id: report for report in record.reports}
        self.entities = {entity.id: entity for entity in record.entities}
        self.statements = {statement.id: statement for statement in record.statements}
        self.rank = {statement.id: rank for rank, statement in enumerate(record.statements)}
        self._corrections: dict[str, list[Correction]] = defaultdict(list)
        for one in record.corrections:
            if one.applies_to is not None:
                self._corrections[one.applies_to].append(one)
        self._utterances: dict[str, set[int]] = defaultdict(set)
        for number, utterance in enumerate(record.utterances):
            for member in utterance.statements:
                self._utterances[member].add(number)

    def report(self, statement: Statement) -> Report:
        """The report that the statement stands in."""
        return self.reports[statement.report]

    def corrections(self, item: str) -> tuple[Correction, ...]:
        """The corrections that apply to the item with this id, the earliest first."""
        return tuple(self._corrections.get(item, ()))

    def settled(self, statement: Statement) -> bool:
        """Whether a person has confirmed the statement or said who speaks."""
        return any(
            one.state == "applied" and one.change in ("confirm", "speaker") for one in self.corrections(statement.id)
        )

    def speaker(self, statement: Statement) -> Entity | None:
        """Who said it; None where the record does not know."""
        return self.entities.get(statement.speaker) if statement.speaker else None

    def speaker_name(self, statement: Statement) -> str:
        """The speaker's name, or that it is not known."""
        return self.name(statement.speaker) or NOBODY

    def name(self, entity: str | None) -> str | None:
        """The name of the entity with this id; None for None and for an id that the record does not hold."""
        found = self.entities.get(entity) if entity else None
        return one_line(found.name) if found else None

    def twins(self, statement: Statement) -> tuple[Statement, ...]:
        """The other statements of its utterances, in the record's order."""
        utterances = (self.record.utterances[number] for number in self._utterances.get(statement.id, ()))
        others = {one for utterance in utterances for one in utterance.statements if one in self.statements}
        return tuple(self.statements[one] for one in sorted(others - {statement.id}, key=self.rank.__getitem__))

    def tells_all_of(self, statement: Statement, twin: Statement) -> bool:
        """Whether `statement` tells every utterance that `twin` tells, so that it can stand for it."""
        return self._utterances[twin.id] <= self._utterances[statement.id]

    def place(self, span: Span) -> str:
        """Where the span stands, as people are shown it: `file:start-end`, or `file#start-end` in extracted text."""
        return self._place(span.report, span.start, span.end)

    def statement_place(self, statement: Statement) -> str:
        """Where the statement's content stands, from the start of its first part to the end of its last."""
        first, last = min(part.start for part in statement.content), max(part.end for part in statement.content)
        return self._place(statement.report, first, last)

    def _place(self, report: str, start: int, end: int) -> str:
        found = self.reports[report]
        return f"{one_line(found.file)}{'#' if found.extracted else ':'}{start}-{end}"

    def also_in(self, statement: Statement) -> tuple[str, ...]:
        """The other reports that tell the statement's utterance, by outlet or, where that is not known, by file."""
        reports = dict.fromkeys(twin.report for twin in self.twins(statement) if twin.report != statement.report)
        return tuple(dict.fromkeys(report_name(self.reports[report]) for report in reports))

    def saying(self, span: Span) -> Statement | None:
        """The statement in whose words the span stands, the shortest where there are several; None where in none."""
        met = [
            (sum(part.end - part.start for part in one.content), self.rank[one.id])
            for one in self._of_report.get(span.report, ())
            if any(part.start < span.end and span.start < part.end for part in one.content)
        ]
        return self.record.statements[min(met)[1]] if met else None

    @cached_property
    def _of_report(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.record.statements:
            found[one.report].append(one)
        return found

    def reports_telling(self, statement: Statement) -> tuple[Report, ...]:
        """The reports that tell the statement's utterance, its own first."""
        ids = dict.fromkeys(one.report for one in (statement, *self.twins(statement)))
        return tuple(self.reports[one] for one in ids)


def outlet(report: Report) -> str | None:
    """The name of the report's outlet; None where the record does not know it."""
    named = report.outlet.text if isinstance(report.outlet, Span) else report.outlet
    return one_line(named) if named else None


def report_name(report: Report) -> str:
    """The outlet's name, or the file's where the outlet is not known."""
    return outlet(report) or one_line(report.file)


def role(entity: Entity) -> str | None:
    """The roles that the reports give to the entity, the first three that differ; None where they give none.

    What differs by capitals alone is one role, written as in the middle of a sentence where a report has it so.
    """
    roles: dict[str, str] = {}
    for given in (one_line(role.role) for role in entity.roles):
        known = roles.setdefault(given.casefold(), given)
        roles[given.casefold()] = given if given == known[:1].lower() + known[1:] else known
    return "; ".join(list(roles.values())[:3]) or None


def words(statement: Statement) -> str:
    """What was said, on one line: parts joined by an ellipsis, quotation marks around it where it is direct speech."""
    joined = " … ".join(one_line(part.text) for part in statement.content)
    return f"“{joined}”" if statement.form == "direct" else joined


def listed(names: Iterable[str]) -> str:
    """Names in a row: `a, b and c`."""
    *rest, last = tuple(names) or ("",)
    return f"{', '.join(rest)} and {last}" if rest else last


def independent(reports: Iterable[Report]) -> int:
    """How many of the reports are not copies of one another."""
    return len({report.origin for report in reports})


def of_these_independent(reports: Collection[Report]) -> str:
    """How many of the reports are independent, in words; empty where all of them are."""
    number = independent(reports)
    return f"{number:,} of them independent" if number < len(reports) else ""


def told_in(reports: Collection[Report]) -> str:
    """In how many reports something is told, and how many of them are independent; empty where it is in one alone."""
    few = of_these_independent(reports)
    return f"in {counted(len(reports), 'report')}{f', {few}' if few else ''}" if len(reports) > 1 else ""


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: `1 report`, `2,000 reports`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
