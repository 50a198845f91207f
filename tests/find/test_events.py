"""What a report tells was done: by whom to whom, when, where, and whether it happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find import find
from onrecord.model import Findings, Report, Told

Find = Callable[..., Findings]
Make = Callable[..., Report]


def deeds(found: Findings) -> list[str]:
    return [one.lemma for one in found.events]


def the(found: Findings, lemma: str) -> Told:
    (one,) = [event for event in found.events if event.lemma == lemma]
    return one


def named(found: Findings, entity: str | None) -> str | None:
    return next((one.name for one in found.entities if one.id == entity), None)


def test_who_did_what_to_whom_where_and_when(found_in: Find) -> None:
    found = found_in("Norway has arrested Dorrit Vance in Ostrell on Monday. She is the mayor of the town.")
    arrest = the(found, "arrest")
    assert (arrest.type, arrest.status) == ("COERCE", "happened")
    assert (named(found, arrest.agent), named(found, arrest.patient)) == ("Norway", "Dorrit Vance")
    assert arrest.when is not None
    assert arrest.when.text.endswith("Monday")
    assert arrest.place is not None
    assert arrest.place.text == "Ostrell"


def test_in_the_passive_the_subject_is_the_one_it_is_done_to(found_in: Find) -> None:
    found = found_in("Hugo Lamm was sacked by Tolland Mills last week after the fire at the plant.")
    sack = the(found, "sack")
    assert (named(found, sack.agent), named(found, sack.patient)) == ("Tolland Mills", "Hugo Lamm")


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Hugo Lamm died on Friday after a fall at the plant of Tolland Mills.", "die"),
        ("Hugo Lamm vanished in Ostrell on Friday. Nobody has seen him since.", "vanish"),
    ],
)
def test_what_somebody_undergoes_nobody_does(found_in: Find, text: str, lemma: str) -> None:
    found = found_in(text)
    told = the(found, lemma)
    assert (told.agent, named(found, told.patient)) == (None, "Hugo Lamm")


def test_a_noun_tells_the_deed_of_its_verb(found_in: Find) -> None:
    found = found_in("The arrest of Hugo Lamm in Ostrell shocked the town. Nobody had expected it.")
    assert the(found, "arrest").mention.text.startswith("The arrest of Hugo Lamm")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway banned the trawlers of Tolland Mills on Friday.", "happened"),
        ("Norway could ban the trawlers of Tolland Mills.", "possible"),
        ("Norway has not banned the trawlers of Tolland Mills.", "denied"),
        ("Dorrit Vance accused Norway of banning the trawlers of Tolland Mills.", "alleged"),
    ],
)
def test_the_status_is_read_off_the_words(found_in: Find, text: str, status: str) -> None:
    assert the(found_in(text), "ban").status == status


def test_what_is_to_come_is_planned(found_in: Find) -> None:
    assert the(found_in("The two ministers will meet in Ostrell on Friday."), "meet").status == "planned"


def test_what_is_asked_for_is_no_more_than_possible(found_in: Find) -> None:
    found = found_in("The union demanded that the ministers will meet in Ostrell on Friday.")
    assert the(found, "meet").status == "possible"


def test_ordinary_speech_is_no_event(found_in: Find) -> None:
    found = found_in("Dorrit Vance criticised Norway and praised the dockers. She told reporters that it was over.")
    assert deeds(found) == []


def test_a_deed_inside_a_statement_names_that_statement(found_in: Find) -> None:
    found = found_in("Hugo Lamm said Norway had arrested Dorrit Vance in Ostrell.")
    assert the(found, "arrest").inside == found.statements[0].id


@settings(deadline=None)  # the first text waits until the network is loaded
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read_and_mentions_are_exact(text: str) -> None:
    report = Report(
        id="r", file="r.txt", files=("r.txt",), sha256="", text_sha256="", text=f"Norway arrested {text}", language="en"
    )
    for one in find(report).events:
        assert report.text[one.mention.start : one.mention.end] == one.mention.text
        assert one.mention.start <= one.mention.trigger[0] < one.mention.trigger[1] <= one.mention.end


@pytest.mark.parametrize(
    ("text", "lemma", "when"),
    [
        ("Norway charged Dorrit Vance on Monday with hiding the accounts of the mill.", "charge", "on Monday"),
        ("Norway arrested Dorrit Vance, who fled on Monday.", "arrest", None),
        ("Norway arrested Dorrit Vance for three days.", "arrest", None),
        ("Norway arrested Hugo Lamm on the night of 4 March.", "arrest", "4 March"),
        ("Hugo Lamm was sacked by Tolland Mills before the March 4 fire at the plant.", "fir", "March 4"),
        ("The merger, approved in a vote last Friday, has cost Dorrit Vance her post.", "approve", "last Friday"),
        ("The walkout at the mill began on 2 May.", "walk out", "on 2 May"),
        ("Norway will sign the treaty. Dorrit Vance called a public meeting for tomorrow.", "meet", "tomorrow"),
        ("“Norway arrested Hugo Lamm,” Dorrit Vance told reporters in Ostrell on Monday.", "arrest", None),
        ("Norway raided the mill last Friday. Hugo Lamm resigned the same day.", "resign", "the same day"),
        ("A court filing on Thursday said that 364 arrests had taken place so far in Ostrell.", "arrest", None),
        ("On Friday, Norway arrested Hugo Lamm, according to Dorrit Vance.", "arrest", "On Friday"),
        ("Norway threatened to raid the mill, and in 1996 the country jailed Hugo Lamm.", "raid", None),
        ("Norway raised the tax to its highest since the mid-1990s.", "raise", None),
        ("Norway has seen three bloody clashes since 2015.", "clashes", None),
        ("Norway will raid the mill as early as Sunday.", "raid", "Sunday"),
        ("Norway arrested Hugo Lamm, who is 50, on Friday.", "arrest", "on Friday"),
        ("Norway arrested Hugo Lamm, but Dorrit Vance left on Friday.", "arrest", None),
    ],
)
def test_a_deed_has_the_time_that_its_clause_tells(found_in: Find, text: str, lemma: str, when: str | None) -> None:
    told = the(found_in(text), lemma).when
    assert (told.text if told else None) == when


def test_the_same_day_is_the_day_told_before(found_in: Find) -> None:
    when = the(found_in("Norway raided the mill last Friday. Hugo Lamm resigned the same day."), "resign").when
    assert when is not None
    assert (when.kind, when.value) == ("weekday", "4")


def test_what_is_planned_for_a_weekday_lies_ahead(found_in: Find) -> None:
    found = found_in("A meeting on Saturday is expected to end the strike in Ostrell. Dorrit Vance hopes so.")
    when = the(found, "meet").when
    assert when is not None
    assert when.ahead


def test_what_has_happened_does_not_lie_ahead_whatever_is_due(found_in: Find) -> None:
    text = "Hugo Lamm, due to retire, unveiled his plan Tuesday morning and says it would save Tolland Mills."
    when = the(found_in(text), "unveil").when
    assert when is not None
    assert not when.ahead


def test_what_is_said_on_an_occasion_belongs_to_it(found_in: Find) -> None:
    found = found_in("Dorrit Vance said at a hearing in Ostrell that the mill had lied to the workers.")
    assert the(found, "hearing").said == found.statements[0].id


def test_a_state_is_no_event_and_a_deed_that_no_list_has_is_one(found_in: Find) -> None:
    assert deeds(found_in("Dorrit Vance painted the tower of Ostrell on Monday.")) == ["paint"]
    assert deeds(found_in("Dorrit Vance lives near the tower of Ostrell.")) == []


def test_whoever_does_two_things_does_both(found_in: Find) -> None:
    found = found_in("Dorrit Vance met Hugo Lamm in Ostrell and sued Tolland Mills.")
    assert [named(found, one.agent) for one in found.events] == ["Dorrit Vance", "Dorrit Vance"]


def test_the_boss_of_a_body_is_not_that_body(found_in: Find) -> None:
    found = found_in("Norway arrested the boss of Tolland Mills. The mill was closed.")
    assert named(found, the(found, "arrest").patient) == "boss"


def test_the_police_do_it_where_the_report_names_no_force(found_in: Find) -> None:
    assert the(found_in("Detectives raided the offices of Tolland Mills."), "raid").doer == "police"
    assert the(found_in("Dorrit Vance was arrested at the mill."), "arrest").doer == "police"
    assert the(found_in("Tolland Mills was sued by Dorrit Vance."), "sue").doer is None


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The army launched an invasion of Norway on Monday.", ["invade", "invade"]),
        ("Norway imposed sanctions on Sweden on Monday.", ["sanction", "sanction"]),
        ("Norway launched a rocket from Ostrell on Monday.", ["launch"]),
    ],
)
def test_a_verb_that_carries_a_deed_is_known_by_the_deed(found_in: Find, text: str, lemmas: list[str]) -> None:
    assert deeds(found_in(text)) == lemmas


def test_a_word_that_tells_a_deed_is_a_whole_word(found_in: Find) -> None:
    text = "The tankers hooted in reply, and the bells of Ostrell were rung."
    for one in found_in(text).events:
        start, end = one.mention.trigger
        assert not text[start - 1 : start].isalpha()
        assert not text[end : end + 1].isalpha()
