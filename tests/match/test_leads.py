from __future__ import annotations

from collections.abc import Callable

from onrecord.match.leads import within_reports
from onrecord.match.meanings import Meanings
from onrecord.match.said import said_in
from onrecord.model import Entity, Mention, Report, Span, Statement

Make = Callable[..., Statement]
NAMED = tuple(
    Entity(id=name, name=name.title(), type="person", mentions=(Mention("r0", 0, 5, name, (0, 5)),))
    for name in ("vance", "lamm")
)
CHARGE = "the mill of hiding how much oil had run into the weir"
WORDS = "They saw the oil go down to the weir and told nobody"


def pairs(meanings: Meanings, *statements: Statement) -> list[tuple[str, str]]:
    report = Report(id="r1", file="r1", files=("r1",), sha256="", text_sha256="", text="-" * 9000, language="en")
    found = within_reports(said_in((report,), statements, NAMED), meanings)
    return [(a.statement.content[0].text, b.statement.content[0].text) for a, b, _ in found]


def test_the_first_words_quoted_of_a_speaker_bear_out_the_lead(statement: Make, meanings: Meanings) -> None:
    lead = statement(CHARGE, form="indirect", act="allege")
    words, more = statement(WORDS, at=200), statement("We drink from that weir", at=300)
    assert pairs(meanings, lead, words, more) == [(CHARGE, WORDS)]


def test_words_of_somebody_else_or_in_another_act_bear_nothing_out(statement: Make, meanings: Meanings) -> None:
    lead = statement(CHARGE, form="indirect", act="allege")
    assert pairs(meanings, lead, statement(WORDS, at=200, speaker="lamm")) == []
    assert pairs(meanings, lead, statement(WORDS, at=200, act="demand")) == []


def test_words_far_behind_must_mean_more_nearly_the_same(statement: Make, meanings: Meanings) -> None:
    lead = statement("the mill of keeping silent", form="indirect", act="allege")
    assert len(pairs(meanings, lead, statement(WORDS, at=200))) == 1
    assert pairs(meanings, lead, statement(WORDS, at=5000)) == []


def test_what_is_merely_asserted_or_quoted_in_the_lead_is_no_summary(statement: Make, meanings: Meanings) -> None:
    assert pairs(meanings, statement(CHARGE, form="indirect"), statement(WORDS, at=200)) == []
    assert pairs(meanings, statement(CHARGE, form="direct", act="allege"), statement(WORDS, at=200)) == []


def test_a_crosshead_is_told_by_the_quotation_that_has_its_words_whoever_it_was_given_to(
    statement: Make, meanings: Meanings
) -> None:
    source = Span("r1", 500, 505, "Vance")
    head = statement("We are not the mill", speaker="lamm", at=400)
    full = statement("We keep bees. We are not the mill here", at=510, source=source)
    assert pairs(meanings, head, full) == [("We are not the mill", "We keep bees. We are not the mill here")]
    assert pairs(meanings, statement("We are not a mill", speaker="lamm", at=400), full) == []
