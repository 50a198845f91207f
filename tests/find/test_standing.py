"""Whom the pronouns and descriptions of deeds stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.attributions import antecedents, attributed
from onrecord.find.expression import Expression
from onrecord.model import Findings, Report, Told

Find = Callable[..., Findings]
Make = Callable[..., Report]

FIRM = "Tolland Steel Company"


def the(found: Findings, lemma: str) -> Told:
    (one,) = [event for event in found.events if event.lemma == lemma]
    return one


def agent(found: Findings, lemma: str) -> str | None:
    told = the(found, lemma)
    return next((one.name for one in found.entities if one.id == told.agent), None)


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        (f"The {FIRM} said on Monday that it had sacked forty men in Ostrell.", "sack", FIRM),
        ("“I have sued the mill,” Dorrit Vance said on Monday in Ostrell.", "sue", "Dorrit Vance"),
        (f"“We have sacked forty men,” the {FIRM} said in a statement.", "sack", FIRM),
        (f"“We have sacked forty men,” said Hugo Lamm, the chief executive of the {FIRM}.", "sack", FIRM),
        ("Norway is angry. Norwegian officials arrested Hugo Lamm on Monday.", "arrest", "Norway"),
        ("Norway is angry. Its police arrested Hugo Lamm on Monday.", "arrest", "Norway"),
        ("Hugo Lamm was arrested in Norway on Monday, his lawyer says.", "arrest", "Norway"),
        ("Hugo Lamm was arrested in Ostrell, Norway, on Monday, his lawyer says.", "arrest", "Norway"),
    ],
)
def test_who_did_it_is_found_behind_other_words(found_in: Find, text: str, lemma: str, who: str) -> None:
    assert agent(found_in(text), lemma) == who


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("“We have sacked forty men,” said Hugo Lamm, who lives in Ostrell.", "sack"),
        ("Hugo Lamm was arrested in Ostrell on Monday, his lawyer says.", "arrest"),
    ],
)
def test_who_did_it_stays_open_where_the_words_do_not_say(found_in: Find, text: str, lemma: str) -> None:
    assert agent(found_in(text), lemma) is None


def test_who_spoke_later_does_not_count_for_a_pronoun(report_of: Make) -> None:
    report = report_of("Anna Lamm left the hall. She closed the door. Lamm said nothing of it.")
    read = attributed(report)
    weighed = antecedents(report, read)
    at = report.text.index("She")
    by_name = {one.label: n for n, one in enumerate(read.named)}
    she = Expression((at, at + 3))
    nobody_spoke = weighed.rows(she, None)[1]
    weighed.spoken.add((report.text.index("Lamm said"), len(report.text)), by_name["Anna Lamm"])
    all_spoke = weighed.rows(she, None)[1]
    weighed.spoken.turn_back(at)
    assert (weighed.rows(she, None)[1] == nobody_spoke).all()
    weighed.spoken.turn_back(len(report.text))
    assert (weighed.rows(she, None)[1] == all_spoke).all()
    assert (all_spoke != nobody_spoke).any()
