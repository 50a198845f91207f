from __future__ import annotations

from collections.abc import Callable

from onrecord.match.crossheads import crossheads
from onrecord.match.said import said_in
from onrecord.model import Entity, Mention, Report, Span, Statement

Make = Callable[..., Statement]
NAMED = tuple(
    Entity(id=name, name=name.title(), type="person", mentions=(Mention("r0", 0, 5, name, (0, 5)),))
    for name in ("vance", "lamm")
)


def pairs(*statements: Statement) -> list[tuple[str, str]]:
    head = Span("r1", 0, 60, "-" * 60)
    report = Report(
        id="r1", file="r1", files=("r1",), sha256="", text_sha256="", text="-" * 9000, language="en", headline=head
    )
    found = crossheads(said_in((report,), statements, NAMED))
    return [(a.statement.content[0].text, b.statement.content[0].text) for a, b, _ in found]


def test_a_crosshead_is_told_by_the_quotation_that_has_its_words_whoever_it_was_given_to(statement: Make) -> None:
    source = Span("r1", 500, 505, "Vance")
    head = statement("We are not the mill", speaker="lamm", at=400)
    full = statement("We keep bees. We are not the mill here", at=510, source=source)
    assert pairs(head, full) == [("We are not the mill", "We keep bees. We are not the mill here")]


def test_other_words_few_words_and_words_with_a_source_are_no_crosshead(statement: Make) -> None:
    source = Span("r1", 500, 505, "Vance")
    full = statement("We keep bees. We are not the mill here", at=510, source=source)
    assert pairs(statement("We are not a mill", at=400), full) == []
    assert pairs(statement("not the mill", at=400), full) == []
    assert pairs(statement("We are not the mill", at=400, source=source), full) == []


def test_a_headline_is_told_by_the_quotation_of_the_same_speaker_that_has_its_few_words(statement: Make) -> None:
    source = Span("r1", 500, 505, "Vance")
    head = statement("We were late", speaker="vance", at=20, cue=Span("r1", 10, 14, "says"))
    full = statement("We were late, and the mill paid for it", speaker="vance", at=510, source=source)
    assert pairs(head, full) == [("We were late", "We were late, and the mill paid for it")]
    other = statement("We were late, and the mill paid for it", speaker="lamm", at=510, source=source)
    assert pairs(head, other) == []
    assert pairs(statement("late", speaker="vance", at=20, cue=Span("r1", 10, 14, "says")), full) == []
