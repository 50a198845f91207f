"""A statement as it is compared with others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.match.said import Said, said_in
from onrecord.model import Entity, Mention, Report, Role, Span, Statement

Make = Callable[..., Statement]
WHOLE = "The old weir at Ostrell will hold"


def report(published: str | None = None, headline: Span | None = None) -> Report:
    text = "\n".join(["x" * 30, "x" * 300, "x" * 2000])
    return Report(
        id="r1",
        file="",
        files=(),
        sha256="",
        text_sha256="",
        text=text,
        language="en",
        published=published,
        headline=headline,
    )


def entity(one: str, name: str, kind: Any = "person", role: str | None = None) -> Entity:
    mention = Mention("r1", 0, len(name), name, (0, len(name)))
    roles = (Role(role, None, None, Span("r1", 0, len(role), role)),) if role else ()
    return Entity(id=one, name=name, type=kind, mentions=(mention,), roles=roles)


def only(statement: Statement, *entities: Entity, of: Report | None = None) -> Said:
    (found,) = said_in([of or report()], [statement], entities)
    return found


def test_what_is_only_held_is_not_said(statement: Make) -> None:
    assert said_in([report()], [statement(WHOLE, mode="held")], []) == ()


def test_only_those_with_a_name_are_somebody(statement: Make) -> None:
    assert only(statement(WHOLE, speaker="v"), entity("v", "Vance")).who == "v"
    assert only(statement(WHOLE, speaker="u"), entity("u", "an official", "unnamed")).who is None
    assert only(statement(WHOLE, speaker=None)).who is None


def test_a_role_tells_for_whom_somebody_speaks(statement: Make) -> None:
    council = entity("c", "Ostrell Council", "organisation")
    spain = entity("s", "Spain", "country")
    speaks = entity("v", "Vance", role="Ostrell Council spokesman Vance")
    assert only(statement(WHOLE, speaker="v"), speaks, council, spain).bodies == {"c"}
    minister = entity("v", "Vance", role="Spanish environment minister Vance")
    assert only(statement(WHOLE, speaker="v"), minister, council, spain).bodies == {"s"}


def test_a_body_whose_name_holds_that_of_another_speaks_for_it(statement: Make) -> None:
    council, office = (entity(n, n, "organisation") for n in ("Ostrell Council", "Ostrell Council’s tax office"))
    assert only(statement(WHOLE, speaker=office.id), office, council).bodies == {council.id}
    assert only(statement(WHOLE, speaker=council.id), office, council).bodies == frozenset()


def test_the_lead_is_the_headline_and_the_first_paragraph(statement: Make) -> None:
    head = Span("r1", 0, 30, "x" * 30)
    assert only(statement(WHOLE, at=0), of=report(headline=head)).in_headline
    first = only(statement(WHOLE, at=200), of=report(headline=head))
    assert (first.in_lead, first.in_headline) == (True, False)
    assert not only(statement(WHOLE, at=340), of=report(headline=head)).in_lead


def test_words_and_rows_of_words_are_those_that_tell(statement: Make) -> None:
    one = only(statement("The old weir at Ostrell will hold"))
    assert one.words == {"old", "weir", "ostrel", "hold"}
    assert ("weir", "ostrel") in one.word_pairs
    assert ("ostrel", "weir") not in one.word_pairs


def test_a_source_is_compared_by_its_words(statement: Make) -> None:
    one = only(statement(WHOLE, source=Span("r1", 0, 12, "An  Official")))
    assert one.source == only(statement(WHOLE, source=Span("r1", 0, 11, "an official"))).source
    assert only(statement(WHOLE)).source is None
