"""Statements that report one act of speaking."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.utterances import utterances
from onrecord.model import Entity, Mention, Report, Role, Span, Statement, Utterance
from onrecord.settings import Settings

Make = Callable[..., Statement]
WHOLE = "The old weir at Ostrell will hold through the winter floods"


def somebody(name: str, kind: Any = "person") -> Entity:
    return Entity(id=name, name=name.title(), type=kind, mentions=(Mention("r0", 0, len(name), name, (0, len(name))),))


NAMED = (somebody("vance"), somebody("lamm"), somebody("council", "organisation"))


def report(one: str, published: str | None = None) -> Report:
    text = "Nothing" + " of note" * 30 + "\n" + " of note" * 300
    return Report(
        id=one, file=one, files=(one,), sha256="", text_sha256="", text=text, language="en", published=published
    )


def told(
    *statements: Statement, reports: tuple[Report, ...] = (), **changes: Any
) -> tuple[tuple[Utterance, ...], tuple[Any, ...]]:
    known = {one.id: one for one in reports}
    all_ = tuple(known.get(one) or report(one) for one in sorted({one.report for one in statements}))
    return utterances(all_, statements, NAMED, Settings(**changes))


def groups(*statements: Statement, **changes: Any) -> list[tuple[str, ...]]:
    return [one.statements for one in told(*statements, **changes)[0]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (WHOLE, WHOLE),
        (WHOLE, WHOLE + "."),
        (WHOLE, "the weir at Ostrell will hold through the winter"),
        (WHOLE, "The old weir|at Ostrell will hold through the winter floods"),
        (WHOLE, f"Nobody slept that night. {WHOLE}. We stayed on the bank."),
        ("We can’t sell the weir at Ostrell", "We can't sell the weir at Ostrell"),
        ("We paid 300 crowns for the weir", "They had paid 300 crowns for the weir"),
        ("The weirs and mills were flooded", "The weir and mill were flooded"),
    ],
)
def test_the_same_words_are_one_utterance(statement: Make, a: str, b: str) -> None:
    assert len(groups(statement(a, "r1"), statement(b, "r2"))) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (WHOLE, WHOLE.replace("will hold", "will not hold")),
        ("We will sell the weir at Ostrell", "We won’t sell the weir at Ostrell"),
        ("The council ever paid for the weir", "The council never paid for the weir"),
        ("We paid 300 crowns for the weir", "We paid 900 crowns for the weir"),
        ("We paid 300 crowns for the weir", "We paid crowns for the weir"),
        (WHOLE, "The mill in the valley closed its gates for good"),
        ("Yes", "Yes"),
        ("It will hold", "It will hold"),
    ],
)
def test_other_words_are_not(statement: Make, a: str, b: str) -> None:
    assert groups(statement(a, "r1"), statement(b, "r2")) == []


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("2021-03-12", "2021-03-12", True),
        ("2021-03-12", None, True),
        ("2021-03-12", "2021-03", True),
        ("2021-03-12", "2021-03-13", False),
        ("2021-03", "2021-04", False),
    ],
)
def test_two_days_are_two_utterances(statement: Make, a: str | None, b: str | None, one: bool) -> None:
    assert bool(groups(statement(WHOLE, "r1", said_on=a), statement(WHOLE, "r2", said_on=b))) is one


def test_two_speakers_are_two_utterances(statement: Make) -> None:
    assert groups(statement(WHOLE, "r1", "vance"), statement(WHOLE, "r2", "lamm")) == []


def test_a_speaker_who_is_not_known_may_be_the_one(statement: Make) -> None:
    assert len(groups(statement(WHOLE, "r1", "vance"), statement(WHOLE, "r2", None))) == 1
    assert (
        groups(
            statement(WHOLE, "r1", "vance"), statement("the weir at Ostrell may hold a cold muddy flood", "r2", None)
        )
        == []
    )


def test_two_who_are_not_known_need_the_same_source(statement: Make, source: Callable[[str], Span]) -> None:
    one = statement(WHOLE, "r1", None, source=source("a farmer"))
    assert len(groups(one, statement(WHOLE, "r2", None, source=source("A farmer")))) == 1
    assert groups(one, statement(WHOLE, "r2", None, source=source("an official"))) == []


def test_people_without_a_name_are_not_taken_for_each_other(statement: Make) -> None:
    assert (
        groups(statement("The weir holds the flood", "r1", "u1"), statement("The weir held no flood", "r2", "u2")) == []
    )


def test_a_lead_condenses_the_words_further_down(statement: Make) -> None:
    body = statement(WHOLE, "r1", "vance", at=900)
    for speaker, one in (("vance", True), ("council", True), ("lamm", False)):
        lead = statement("old weir will hold through winter floods", "r1", speaker, at=0)
        assert bool(groups(lead, body)) is one
    late = statement("old weir will hold through winter floods", "r1", "council", at=1200)
    assert groups(late, body) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They are buying votes with public money", "Public funds are being used by them to purchase votes"),
        ("The farmers are left to drown in debt", "Farmers are abandoned while they sink into debt"),
        ("We will shut the mill in spring", "the mill would be closed down in the spring"),
    ],
)
def test_reworded_speech_is_one_utterance_if_one_speaker_says_it(statement: Make, a: str, b: str) -> None:
    assert len(groups(statement(a, "r1"), statement(b, "r2"))) == 1
    assert groups(statement(a, "r1", "vance"), statement(b, "r2", "lamm")) == []
    assert groups(statement(a, "r1"), statement(b, "r2"), same_meaning=2) == []


def test_reports_weeks_apart_tell_one_utterance_only_in_the_same_words(statement: Make) -> None:
    reports = report("r1", "2021-03-12"), report("r2", "2021-05-20")
    longer = WHOLE + " and the spring rains"
    assert len(groups(statement(longer, "r1"), statement(longer, "r2"), reports=reports)) == 1
    reworded = "The weir is going to withstand the floods of the winter"
    assert groups(statement(WHOLE, "r1"), statement(reworded, "r2"), reports=reports) == []


def test_a_body_and_who_speaks_for_it_are_one_speaker(statement: Make) -> None:
    speaks = Entity(
        id="vance",
        name="Vance",
        type="person",
        mentions=NAMED[0].mentions,
        roles=(Role("council spokesman", None, None, Span("r0", 0, 23, "Council spokesman Vance")),),
    )
    pair = statement(WHOLE, "r1", "vance"), statement(WHOLE + " again", "r2", "council")
    everybody = (speaks, *NAMED[1:])
    assert len(utterances((report("r1"), report("r2")), pair, everybody, Settings())[0]) == 1
    assert utterances((report("r1"), report("r2")), pair, NAMED, Settings())[0] == ()


def test_one_changed_sentence_keeps_two_quotations_apart(statement: Make) -> None:
    quotation = f"{WHOLE}. We have paid for every stone of it. Nobody in Ostrell will drown."
    assert len(groups(statement(quotation, "r1"), statement(quotation + " Believe me.", "r2"))) == 1
    for old, new in (("will hold", "will not hold"), ("every stone", "no stone"), ("Nobody", "Somebody")):
        assert groups(statement(quotation, "r1"), statement(quotation.replace(old, new), "r2")) == []


def test_what_is_told_and_the_words_behind_it_are_one_unless_these_turn_it_round(statement: Make) -> None:
    told_ = statement("the council will shut the weir at Ostrell", at=400, form="indirect")
    for will, one in (("will", True), ("will not", False)):
        words = statement(f"The council {will} shut the weir at Ostrell in May", at=460, form="direct")
        assert bool(groups(told_, words)) is one


def test_what_is_inside_another_statement_is_not_the_same_utterance(statement: Make) -> None:
    outer = statement(WHOLE, "r1")
    inner = statement(WHOLE, "r1", at=3, inside=outer.id)
    assert groups(outer, inner) == []


def test_beliefs_are_no_utterances(statement: Make) -> None:
    assert groups(statement(WHOLE, "r1", mode="held"), statement(WHOLE, "r2", mode="held")) == []


def test_all_statements_of_a_group_are_alike(statement: Make) -> None:
    all_ = [statement(WHOLE, f"r{n}") for n in range(5)]
    assert groups(*all_) == [tuple(sorted(one.id for one in all_))]


def test_settings_say_how_alike(statement: Make) -> None:
    pair = statement(WHOLE, "r1"), statement("The weir at Ostrell will hold cold mud", "r2")
    assert len(groups(*pair, same_words=0.3)) == 1
    assert groups(*pair, same_words=1.0, same_meaning=2) == []
    assert groups(*pair, same_words=0.3, same_words_least=50, same_meaning=2) == []


def test_each_link_says_why_and_how_sure(statement: Make) -> None:
    one, two = statement(WHOLE, "r1"), statement(WHOLE, "r2")
    _, (link,) = told(one, two)
    assert (link.kind, link.score, link.by) == ("same utterance", 1.0, "machine")
    assert [link.a, link.b] == sorted([one.id, two.id])
    assert link.why.startswith("same speaker")


def test_order_and_chance_make_no_difference(statement: Make) -> None:
    pieces = WHOLE.split()
    all_ = [statement(" ".join(pieces[n % 4 : 8 + n % 3]), f"r{n}", ["vance", "lamm", None][n % 3]) for n in range(24)]
    first = told(*all_)
    for seed in range(5):
        random.Random(seed).shuffle(all_)
        assert told(*all_) == first


def test_ids_are_unique_also_where_groups_share_statements(statement: Make) -> None:
    pieces = [WHOLE, "The old weir at Ostrell will hold", "hold through the winter floods at Ostrell", WHOLE + " again"]
    found, _ = told(*(statement(p, f"r{n}") for n, p in enumerate(pieces)))
    assert len({one.id for one in found}) == len(found)
    assert all(len(one.statements) >= 2 for one in found)


def test_hundreds_of_copies_are_matched_soon(statement: Make) -> None:
    found, links = told(*(statement(WHOLE, f"r{n}") for n in range(300)))
    assert len(found) == 1
    assert len(links) == 299
