"""What a page of the browser is made of, and the addresses by which pages lead to each other."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from onrecord.model import Event, Record, Span, Statement

SIZE = 100
"""Items of a page of a list: about as much as one scrolls through."""
FEW = 25
"""Items of a page whose items are long."""


HOMES = {"statement": "/statements/", "entity": "/people/", "utterance": "/utterances/"}
"""Where the pages of items that can be corrected are, by their kind."""


class View(NamedTuple):
    """A page: its template, what the template shows, and the items of the record that are on it."""

    template: str
    content: dict[str, Any]
    record: Record
    pages: Pages | None = None


class Pages(NamedTuple):
    """Where a page stands in its list, and the addresses around it, without what the list is filtered by."""

    number: int
    last: int
    total: int
    given: tuple[tuple[str, str], ...] = ()

    def query(self, number: int) -> str:
        """The end of the address of another page of the list."""
        return "?" + urlencode([*self.given, ("page", str(number))])


def pages(number: int, total: int, size: int, **given: str) -> Pages:
    """The place of a page in a list of `total` items; `given` are further parts of its address."""
    return Pages(number, max(1, -(-total // size)), total, tuple((k, v) for k, v in given.items() if v))


def to(statement: Statement) -> str:
    """The address of a statement's words in its report."""
    return f"/reports/{quote(statement.report)}#statement-{quote(statement.id)}"


def deed(event: Event) -> str:
    """The address of the report that tells most of an event."""
    return paper(event.what.report)


def paper(report: str) -> str:
    """The address of a report."""
    return f"/reports/{quote(report)}"


def in_full(statement: Statement) -> str:
    """The address of all about a statement."""
    return f"/statements/{quote(statement.id)}"


def exactly(span: Span) -> str:
    """The address of any words of a report; browsers that know text fragments light them."""
    line = " ".join(span.text.split())
    return f"/reports/{quote(span.report)}#:~:text={quote(line[:200], safe='').replace('-', '%2D')}"


ADDRESSES = {"to": to, "paper": paper, "deed": deed, "in_full": in_full, "exactly": exactly}
"""What templates call the functions that give addresses."""
