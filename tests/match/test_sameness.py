"""How likely two statements are one act of speaking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.meanings import Meanings
from onrecord.match.said import said_in
from onrecord.match.sameness import LIKELY, Heeded, chances
from onrecord.model import Entity, Mention, Report, Statement
from onrecord.wordlists import table

Make = Callable[..., Statement]
NAMED = tuple(
    Entity(id=name, name=name.title(), type="person", mentions=(Mention("r0", 0, 5, name, (0, 5)),))
    for name in ("vance", "lamm")
)
TOLD = "the council had ignored her letters about the weir"
WORDS = "I wrote to the council about that weir every month, and nobody there has ever answered me"


def report(one: str, published: str | None = None) -> Report:
    text = "x" * 250 + "\n" + "x" * 1500
    return Report(
        id=one, file=one, files=(one,), sha256="", text_sha256="", text=text, language="en", published=published
    )


def compared(*statements: Statement, reports: tuple[Report, ...] = ()) -> dict[tuple[str, str], float]:
    all_ = reports or tuple(report(one) for one in sorted({one.report for one in statements}))
    said = said_in(all_, statements, NAMED)
    heeded = Heeded(said, all_)
    found = chances(heeded.pairs(said), heeded, Meanings())
    return {(a.statement.id, b.statement.id): chance for a, b, chance in found}


def pairs(*statements: Statement, reports: tuple[Report, ...] = ()) -> list[tuple[str, str]]:
    return [pair for pair, chance in compared(*statements, reports=reports).items() if chance >= LIKELY]


def told(statement: Make, report: str = "r1", speaker: str = "vance", **changes: Any) -> Statement:
    return statement(TOLD, report, speaker, **{"at": 400, "form": "indirect", "act": "criticise", **changes})


def words(statement: Make, report: str = "r1", speaker: str = "vance", **changes: Any) -> Statement:
    return statement(WORDS, report, speaker, **{"at": 460, "form": "direct", "act": "criticise", **changes})


def test_what_is_told_and_the_words_right_behind_it_are_one(statement: Make) -> None:
    both = told(statement), words(statement)
    assert pairs(*both) == [(both[0].id, both[1].id)]


@pytest.mark.parametrize(
    "changes",
    [
        {"speaker": "lamm"},
        {"said_on": "2021-03-14"},
        {"at": 410},
    ],
)
def test_another_speaker_or_day_and_the_same_words_are_not(statement: Make, changes: dict[str, Any]) -> None:
    assert pairs(told(statement, said_on="2021-03-12"), words(statement, **changes)) == []


def test_the_nearer_the_words_stand_behind_their_telling_the_likelier_they_are_one(statement: Make) -> None:
    near, further, far = (sum(compared(told(statement), words(statement, at=at)).values()) for at in (460, 800, 1500))
    assert near > further > far


def test_whom_both_praise_tells_as_much_as_words(statement: Make) -> None:
    both = [statement("Ostrell", one, "vance", form="indirect", act="support") for one in ("r1", "r2")]
    assert pairs(*both) != []
    assert pairs(*(statement("Ostrell", one, "vance", form="indirect") for one in ("r1", "r2"))) == []


def test_what_is_inside_another_is_not_one_with_it(statement: Make) -> None:
    outer = told(statement)
    assert pairs(outer, words(statement, inside=outer.id)) == []


def test_reports_days_apart_tell_two_remarks_on_one_matter(statement: Make) -> None:
    one = statement("The weir at Ostrell is rotten and the council knows it", "r1", act="criticise")
    other = statement(
        "The weir at Ostrell is rotten through and through, as the council was told", "r2", act="criticise"
    )
    for day, is_one in (("2021-03-13", True), ("2021-03-20", False)):
        assert bool(pairs(one, other, reports=(report("r1", "2021-03-12"), report("r2", day)))) is is_one


def test_every_weight_is_of_a_feature_and_every_feature_has_one(statement: Make) -> None:
    reports = (report("r1"),)
    said = said_in(reports, (told(statement), words(statement)), NAMED)
    heeded = Heeded(said, reports)
    one, other = (heeded.heard(each) for each in said)
    assert heeded.features(one, other, 0.5).keys() == table("sameness")["weights"].keys()
