from collections.abc import Callable
from typing import Any

import msgspec

from onrecord.match.event_conflicts import event_conflicts
from onrecord.match.meanings import Meanings
from onrecord.model import EventMention, Report, Span, Time, Told


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


def test_who_did_it_is_asked_where_only_the_doer_is_denied(report_of: Callable[..., Any], meanings: Meanings) -> None:
    conflicts = found(meanings, *signed(report_of, ("2024-05-07", "2024-05-07"), "was signed not by the minister"))
    assert [(about, kind) for about, kind, _ in conflicts] == [("who did it: “sign”", "role")]


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
