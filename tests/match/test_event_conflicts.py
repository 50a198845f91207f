from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.match.event_conflicts import event_conflicts
from onrecord.match.meanings import Meanings
from onrecord.model import Entity, EventMention, Mention, Report, Span, Time, Told


def mention(report: Report, words: str, lemma: str, **known: Any) -> Told:
    at = report.text.index(words)
    fields: dict[str, Any] = {"type": "OTHER", "status": "happened", "agent": None, "patient": None, "place": None}
    fields |= {"when": None, "inside": None, "confidence": 0.9, **known}
    return Told(
        mention=EventMention(report.id, at, at + len(words), words, (at, at + len(words))), lemma=lemma, **fields
    )


def found(meanings: Meanings, reports: list[Report], told: list[Told]) -> list[tuple[str, str, list[str]]]:
    conflicts = event_conflicts(reports, told, {}, meanings)
    return [(about, kind, [side.text for side in sides]) for about, kind, sides in conflicts]


def signed(report_of: Callable[..., Any], days: tuple[str, str], denial: str = "was not signed in Ebb") -> Any:
    one = report_of("The treaty on eels was signed in Ebb on Monday.", published=days[0])
    other = report_of(f"The treaty on eels {denial} on Monday.", published=days[1])
    return [one, other], [mention(one, "was signed in Ebb", "sign"), mention(other, denial, "sign", status="denied")]


def test_what_one_report_tells_as_fact_and_another_denies_is_a_conflict(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    assert found(meanings, *signed(report_of, ("2024-05-07", "2024-05-07"))) == [
        ("whether it happened: “sign”", "outcome", ["was signed in Ebb", "was not signed in Ebb"])
    ]


def test_a_denial_before_the_fact_is_an_update(report_of: Callable[..., Any], meanings: Meanings) -> None:
    assert found(meanings, *signed(report_of, ("2024-05-09", "2024-05-07"))) == []


@pytest.mark.parametrize(("denied", "kinds"), [("minister", ["role"]), ("king", [])])
def test_who_did_it_is_asked_where_the_doer_of_one_report_is_denied_by_another(
    report_of: Callable[..., Any], meanings: Meanings, denied: str, kinds: list[str]
) -> None:
    one = report_of("The treaty on eels was signed in Ebb by the old minister.", published="2024-05-07")
    other = report_of(f"The treaty on eels was signed not by the {denied} in Ebb.", published="2024-05-07")
    told = [mention(one, "was signed in Ebb", "sign"), mention(other, f"was signed not by the {denied}", "sign")]
    assert [kind for _, kind, _ in found(meanings, [one, other], told)] == kinds


def timed(report_of: Callable[..., Any], hours: tuple[str, str], days: tuple[str, str], **parties: Any) -> Any:
    reports, told = [], []
    for n, (hour, day) in enumerate(zip(hours, days, strict=True)):
        words = ("The barge with its load of eels sank", "Fishermen told how the barge sank")[n]
        report = report_of(f"{words} at {hour} on {day}.", published="2024-05-20")
        at = report.text.index(day)
        when = Time(report.id, at, at + len(day), day, "date", day, False)
        reports.append(report)
        told.append(mention(report, "sank", "sink", when=when, agent=parties.get("agents", (None, None))[n]))
    return reports, told


def test_two_hours_of_one_deed_on_one_day_are_a_conflict(report_of: Callable[..., Any], meanings: Meanings) -> None:
    day = "2024-05-14"
    assert found(meanings, *timed(report_of, ("2:10 a.m.", "3.40am"), (day, day))) == [
        ("at what hour: “sink”", "date", ["2:10 a.m.", "3.40am"])
    ]
    assert found(meanings, *timed(report_of, ("2:10 a.m.", "2.20am"), (day, day))) == []
    assert found(meanings, *timed(report_of, ("2:10 a.m.", "3.40am"), (day, "2024-05-16"))) == []


def test_two_hours_of_what_two_by_name_did_are_none(report_of: Callable[..., Any], meanings: Meanings) -> None:
    reports, told = timed(report_of, ("2:10 a.m.", "3.40am"), ("2024-05-14",) * 2, agents=("quill", "marr"))
    names = {
        key: Entity(id=key, name=key, type="person", mentions=(Mention(report.id, 0, 3, report.text[:3], (0, 3)),))
        for key, report in zip(("quill", "marr"), reports, strict=True)
    }
    assert list(event_conflicts(reports, told, names, meanings)) == []
    assert [kind for _, kind, _ in event_conflicts(reports, told, {}, meanings)] == ["date"]


def test_what_somebody_says_is_not_what_a_report_tells(report_of: Callable[..., Any], meanings: Meanings) -> None:
    reports, (fact, denial) = signed(report_of, ("2024-05-07", "2024-05-07"))
    assert found(meanings, reports, [fact, msgspec.structs.replace(denial, inside="a statement")]) == []


def dated(report_of: Callable[..., Any], days: tuple[str, str], texts: tuple[str, str] | None = None) -> Any:
    one, other = texts or ("Police held the smuggler of eels in Ebb", "The smuggler of eels was held by police in Ebb")
    reports, told = [], []
    for text, day in zip((one, other), days, strict=True):
        report = report_of(f"{text} on {day}.", published="2024-06-01")
        at = report.text.index(day)
        when = Time(report.id, at, at + len(day), day, "date", day, False)
        words = "held"
        reports.append(report)
        told.append(mention(report, words, "hold", when=when))
    return reports, told


def test_two_days_of_one_deed_are_a_conflict_and_neighbouring_days_are_not(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    assert found(meanings, *dated(report_of, ("2024-05-03", "2024-05-20"))) == [
        ("when: “hold”", "date", ["2024-05-03", "2024-05-20"])
    ]
    assert found(meanings, *dated(report_of, ("2024-05-03", "2024-05-04"))) == []
    assert found(meanings, *dated(report_of, ("2024-05-03", "2024-05"))) == []
    assert found(meanings, *dated(report_of, ("2024-01-03", "2024-05-20"))) == []


def test_the_same_verb_of_two_deeds_is_none(report_of: Callable[..., Any], meanings: Meanings) -> None:
    texts = ("Police held the smuggler of eels in Ebb", "The orchestra held a summer feast with dancing")
    assert found(meanings, *dated(report_of, ("2024-05-03", "2024-05-20"), texts)) == []


def test_two_places_are_a_conflict_unless_a_report_names_both(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    def at(*places: str) -> list[tuple[str, str, list[str]]]:
        reports = [report_of(f"Police held the smuggler of eels in {place}.") for place in places]
        told = []
        for report, place in zip(reports, places, strict=True):
            start = report.text.index(place)
            first = place.split()[0]
            told.append(mention(report, "held", "hold", place=Span(report.id, start, start + len(first), first)))
        return found(meanings, reports, told)

    assert at("Ebb", "Marwick") == [("where: “hold”", "place", ["Ebb", "Marwick"])]
    assert at("Ebb", "Marwick near Ebb") == []


def test_months_counted_back_disagree_with_a_day_of_another_month(
    report_of: Callable[..., Any], meanings: Meanings
) -> None:
    def told(day: str) -> list[tuple[str, str, list[str]]]:
        reports, (first, second) = dated(report_of, ("two months ago", day))
        assert first.when is not None
        back = msgspec.structs.replace(first.when, kind="months", value="-2")
        return found(meanings, reports, [msgspec.structs.replace(first, when=back), second])

    assert told("2024-05-01") == [("when: “hold”", "date", ["two months ago", "2024-05-01"])]
    assert told("2024-04-28") == []
