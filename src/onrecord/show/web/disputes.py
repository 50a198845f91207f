"""The pages of points in dispute and of conflicts.

Every function takes the parts of a record and what the address says, and reads only what its page needs.
"""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.keep import Parts
from onrecord.model import Record
from onrecord.show.cards import all_cards
from onrecord.show.clashes import clashes
from onrecord.show.lookup import Lookup
from onrecord.show.matrix import matrix
from onrecord.show.standings import standings
from onrecord.show.web.addresses import FEW, View, pages


def points(parts: Parts, page: int) -> View:
    """The points in dispute, and who stands where; first those on which two sides are taken."""
    found = parts.points(page, FEW)
    items = tuple(parts.items("points", found.ids)[one] for one in found.ids)
    told = {position.statement for one in items for position in one.positions}
    lookup = Lookup(parts.around(sorted(told | {one.taken_from for one in items})))
    cards = {card.statement.id: card for card in all_cards(lookup).values()}
    content = {"groups": standings(lookup, items, cards), "matrix": matrix(lookup, items)}
    record = Record(points=items, statements=lookup.record.statements)
    return View("points", content, record, pages(found.number, found.total, FEW))


def conflicts(parts: Parts, page: int) -> View:
    """Where the reports disagree, each side in its sentence, with who says it and the date of the report."""
    found = parts.listed("conflicts", page, FEW)
    items = tuple(parts.items("conflicts", found.ids).values())
    sides = [side for one in items for side in one.sides]
    part = parts.around(parts.saying(sides), {side.report for side in sides})
    lookup = Lookup(replace(part, conflicts=items))
    rows = [(one, clashes(lookup, one)) for one in items]
    return View("conflicts", {"rows": rows}, Record(conflicts=items), pages(found.number, found.total, FEW))
