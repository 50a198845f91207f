"""One event for all the mentions that tell it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from onrecord.match.alikeness import Alikeness
from onrecord.match.events import told_events
from onrecord.model import Entity, Event, EventMention, Report, Span, Time, Told

Make = Callable[..., Any]
OSTRELL = Span("a", 0, 7, "Ostrell")


def told(report: str, at: int = 0, lemma: str = "arrest", **known: Any) -> Told:
    text = f"the {lemma}"
    fields: dict[str, Any] = {
        "type": "COERCE",
        "status": "happened",
        "agent": None,
        "patient": None,
        "place": None,
        "when": None,
        "inside": None,
        "confidence": 0.9,
        **known,
    }
    mention = EventMention(report, at, at + len(text), text, (at + 4, at + len(text)))
    return Told(mention=mention, lemma=lemma, **fields)


def when(report: str, value: str, kind: Any = "date") -> Time:
    return Time(report, 90, 95, "words", kind, value, False)


def events(reports: list[Report], mentions: list[Told], entities: tuple[Entity, ...] = ()) -> list[Event]:
    return list(told_events(reports, mentions, entities)[0])


def joined(entity: Make, *reports: Report, name: str = "Dorrit Vance", key: str = "vance") -> Entity:
    """Somebody whom some reports name."""
    each = [entity(name, report=one.id, at=200) for one in reports]
    mentions = tuple(mention for one in each for mention in one.mentions)
    return Entity(id=key, name=name, type="person", mentions=mentions)


def others(report: Report) -> list[Told]:
    """Deeds of other names that fill a report: of few deeds none is rare."""
    return [told(report.id, 300 + 40 * n, lemma=one) for n, one in enumerate(("sing", "paint", "plough", "bake"))]


def of_lemma(found: list[Event], *lemmas: str) -> list[Event]:
    """The events that the words for some deeds tell."""
    return [one for one in found if one.mentions[0].text.split()[-1] in lemmas]


def test_one_deed_to_one_person_in_two_reports_is_one_event(report_of: Make, entity: Make) -> None:
    one, two = report_of("One report."), report_of("Another.")
    mentions = [told(one.id, patient="vance"), told(two.id, patient="vance", agent="police"), *others(one)]
    (found,) = of_lemma(events([one, two], mentions, (joined(entity, one, two),)), "arrest")
    assert (found.agent, found.patient, len(found.mentions)) == ("police", "vance", 2)


def test_two_words_for_one_deed_are_one_where_they_mean_much_the_same(report_of: Make, entity: Make) -> None:
    one, two = report_of("One report."), report_of("Another.")

    def count(lemma: str) -> int:
        mentions = [
            told(one.id, 0, "arrested", patient="vance", place=OSTRELL),
            told(two.id, 50, lemma, patient="vance", place=OSTRELL),
            *others(one),
        ]
        return len(of_lemma(events([one, two], mentions, (joined(entity, one, two),)), "arrested", lemma))

    assert (count("detained"), count("praised")) == (1, 2)


def test_the_arrests_of_two_people_stay_two_but_a_firm_and_its_mill_may_be_one(report_of: Make, entity: Make) -> None:
    one = report_of("One report.")
    two = [entity(name, report=one.id, at=at) for name, at in (("Ann Vance", 0), ("Bo Lamm", 50))]
    firm = [entity(n, kind="organisation", report=one.id, at=at) for n, at in (("Tarn Mills", 0), ("Tarn Dye", 50))]
    for those, count in ((two, 2), (firm, 1)):
        mentions = [told(one.id, at, agent="court", patient=who.id) for at, who in zip((0, 40), those, strict=True)]
        assert len(events([one], mentions, tuple(those))) == count


def test_the_bans_of_two_countries_stay_two_but_a_state_and_its_police_may_be_one(
    report_of: Make, entity: Make
) -> None:
    one = report_of("One report.")
    norway, sweden = (
        entity(name, kind="country", report=one.id, at=at) for name, at in (("Norway", 0), ("Sweden", 50))
    )
    police = entity("Norwegian police", kind="organisation", report=one.id, at=100)
    two = [told(one.id, at, agent=who.id, patient="lamm") for at, who in ((0, norway), (40, sweden))]
    same = [told(one.id, at, agent=who.id, patient="lamm") for at, who in ((0, norway), (40, police))]
    assert len(events([one], two, (norway, sweden))) == 2
    assert len(events([one], same, (norway, police))) == 1


def test_other_days_keep_two_deeds_apart(report_of: Make) -> None:
    one = report_of("One report.")
    mentions = [
        told(one.id, patient="vance", when=when(one.id, "2021-03-01")),
        told(one.id, 40, patient="vance", when=when(one.id, "2021-04-01")),
    ]
    assert [event.date for event in events([one], mentions)] == ["2021-03-01", "2021-04-01"]


def test_a_count_of_months_keeps_no_deed_of_six_weeks_ago_apart(report_of: Make) -> None:
    one, two = report_of("One report.", published="2021-03-15"), report_of("Another.", published="2021-02-02")
    mentions = [
        told(one.id, patient="vance", when=when(one.id, "-2", "months")),
        told(two.id, patient="vance", when=when(two.id, "2021-02-01")),
    ]
    (found,) = events([one, two], mentions)
    assert found.date == "2021-02-01"


def test_a_party_ties_before_a_report_does(report_of: Make, entity: Make) -> None:
    one, two = report_of("One report."), report_of("Another.")
    norway, sweden = (entity(n, kind="country", report=one.id, at=at) for n, at in (("Norway", 0), ("Sweden", 50)))
    mentions = [
        told(one.id, patient="vance"),
        told(one.id, 40, agent=norway.id),
        told(two.id, patient="vance", agent=sweden.id),
        *others(two),
    ]
    found = of_lemma(events([one, two], mentions, (norway, sweden, joined(entity, one, two))), "arrest")
    assert sorted(len(each.mentions) for each in found) == [1, 2]
    assert next(each.agent for each in found if len(each.mentions) == 2) == sweden.id


def test_the_narrowest_date_that_any_mention_gives_is_the_event_s(report_of: Make) -> None:
    one, two = report_of("One report."), report_of("Another.")
    mentions = [
        told(one.id, patient="vance", when=when(one.id, "2021-03")),
        told(two.id, patient="vance", when=when(two.id, "2021-03-04")),
    ]
    (found,) = events([one, two], mentions)
    assert found.date == "2021-03-04"
    assert found.date_why == "“words” beside it"


def test_a_deed_of_nobody_named_is_one_only_where_reports_tell_of_the_same_people(
    report_of: Make, entity: Make
) -> None:
    one, two, far = report_of("One report."), report_of("Another."), report_of("A third.")
    shared = [entity("Dorrit Vance", report=one.id), entity("Dorrit Vance", report=two.id)]
    joined = Entity(
        id="vance", name="Dorrit Vance", type="person", mentions=tuple(m for e in shared for m in e.mentions)
    )
    others = entity("Hugo Lamm", report=far.id)
    mentions = [told(one.id), told(two.id), told(far.id, when=when(far.id, "2021"))]
    found = events([one, two, far], mentions, (joined, others))
    assert sorted(len(event.mentions) for event in found) == [1, 2]


def test_each_merge_says_why(report_of: Make, entity: Make) -> None:
    one, two = report_of("One report."), report_of("Another.")
    mentions = [told(one.id, patient="vance"), told(two.id, 40, patient="vance"), *others(one)]
    _, links = told_events([one, two], mentions, (joined(entity, one, two),))
    assert [(link.kind, link.why) for link in links] == [("same event", "“arrest” in both, the same one it is done to")]


def test_links_hold_each_event_together(report_of: Make, entity: Make) -> None:
    reports = [report_of(f"Report {n}.") for n in range(4)]
    mentions = [told(one.id, patient="vance") for one in reports]
    found, links = told_events(reports, [*mentions, *others(reports[0])], (joined(entity, *reports),))
    (arrest,) = of_lemma(list(found), "arrest")
    assert len(arrest.mentions) == 4
    assert len(links) == 3
    assert len({end for link in links for end in (link.a, link.b)}) == 4


def test_what_a_report_tells_in_its_own_voice_decides_the_status(report_of: Make) -> None:
    one, two = report_of("One report."), report_of("Another.")
    mentions = [
        told(one.id, patient="vance", status="alleged", inside="s1"),
        told(two.id, patient="vance", status="happened"),
    ]
    assert events([one, two], mentions)[0].status == "happened"
    assert events([one], mentions[:1])[0].status == "alleged"


def test_a_foretold_event_that_the_latest_report_tells_has_its_status(report_of: Make) -> None:
    early, late = report_of("One report.", published="2021-03-01"), report_of("Another.", published="2021-03-09")
    mentions = [told(early.id, patient="vance", status="planned"), told(late.id, patient="vance", status="happened")]
    assert events([early, late], mentions)[0].status == "happened"


def test_reports_are_as_alike_as_the_names_that_they_share(entity: Make) -> None:
    alike = Alikeness([entity("Dorrit Vance", report="a"), entity("Hugo Lamm", report="b")], {})
    assert alike.of("a", "b") == 0.0
    assert alike.of("a", "a") == 1.0


def test_what_one_mention_alone_tells_without_party_place_or_date_is_no_event(report_of: Make) -> None:
    one = report_of("One report.")
    assert events([one], [told(one.id)]) == []
    assert len(events([one], [told(one.id), told(one.id, 40)])) == 1


def test_what_one_mention_alone_tells_must_be_likely(report_of: Make) -> None:
    one = report_of("One report.")
    unlikely = told(one.id, patient="vance", confidence=0.51)
    assert events([one], [unlikely]) == []
    assert len(events([one], [unlikely, told(one.id, 40, patient="vance", confidence=0.51)])) == 1


def test_reports_far_apart_in_time_share_no_deed_of_nobody_named(report_of: Make, entity: Make) -> None:
    early, late = report_of("One report.", published="2021-03-01"), report_of("Another.", published="2021-06-01")
    shared = [entity("Dorrit Vance", report=early.id), entity("Dorrit Vance", report=late.id)]
    vance = Entity(
        id="vance", name="Dorrit Vance", type="person", mentions=tuple(m for e in shared for m in e.mentions)
    )
    assert events([early, late], [told(early.id), told(late.id)], (vance,)) == []


def test_the_owner_of_the_thing_that_a_deed_is_done_to_keeps_no_two_apart(report_of: Make) -> None:
    one = report_of("One report.")
    owner = told(one.id, 40, patient="lamm", patient_owns=True)
    assert len(events([one], [told(one.id, patient="vance"), owner])) == 1


def test_the_party_that_most_mentions_tell_is_the_event_s(report_of: Make) -> None:
    one = report_of("One report.")
    doers = ["army", "police", "police"]
    (found,) = events([one], [told(one.id, 40 * n, patient="vance", agent=who) for n, who in enumerate(doers)])
    assert found.agent == "police"


def test_a_verb_alone_tells_no_event_a_noun_with_its_words_does(report_of: Make) -> None:
    one = report_of("One report.")
    assert events([one], [told(one.id, lemma="arrest that all saw there")]) == []
    assert len(events([one], [told(one.id, lemma="arrest that all saw there", is_noun=True)])) == 1


def verb(report: str, text: str, at: int, status: str = "happened", **known: Any) -> Told:
    """A mention of a finding by a verb, the first word."""
    mention = EventMention(report, at, at + len(text), text, (at, at + len(text.split()[0])))
    return msgspec.structs.replace(told(report, lemma="find", status=status, **known), mention=mention)


def test_what_is_still_to_come_has_not_happened_before(report_of: Make) -> None:
    first, later = report_of("One report.", published="2021-03-02"), report_of("Another.", published="2021-03-09")
    done = told(first.id, patient="vance", when=when(first.id, "2021-03-01"))
    ahead = told(later.id, patient="vance", status="possible")
    foretold = told(first.id, patient="vance", status="planned")
    assert len(events([first, later], [done, ahead])) == 2
    happened = told(later.id, patient="vance", when=when(later.id, "2021-03-08"))
    assert len(events([first, later], [foretold, happened])) == 1


def test_what_has_happened_has_no_date_behind_its_reports(report_of: Make) -> None:
    one = report_of("One report.", published="2021-03-02")
    (done,) = events([one], [told(one.id, patient="vance", when=when(one.id, "2021-03-09"))])
    assert done.date is None
    (foretold,) = events([one], [told(one.id, patient="vance", status="planned", when=when(one.id, "2021-03-09"))])
    assert foretold.date == "2021-03-09"


def test_a_report_of_which_nobody_knows_the_month_puts_no_day_to_a_weekday(report_of: Make) -> None:
    one = report_of("One report.", published="2021")
    (found,) = events([one], [told(one.id, patient="vance", when=when(one.id, "1", "weekday"))])
    assert found.date is None
    (year,) = events([one], [told(one.id, patient="vance", when=when(one.id, "2019"))])
    assert year.date == "2019"


def test_a_day_that_both_tell_brings_reports_together_that_are_far_apart_in_time(report_of: Make, entity: Make) -> None:
    early, late = report_of("One report.", published="2021-03-01"), report_of("Another.", published="2021-06-01")
    shared = [entity("Dorrit Vance", report=one.id) for one in (early, late)]
    vance = Entity(
        id="vance", name="Dorrit Vance", type="person", mentions=tuple(m for e in shared for m in e.mentions)
    )

    def count(day: str) -> int:
        mentions = [told(early.id, when=when(early.id, "2021-02-26")), told(late.id, when=when(late.id, day))]
        return len(events([early, late], mentions, (vance,)))

    assert (count("2021-02-26"), count("2021-02")) == (1, 2)


def test_what_is_told_in_quoted_words_alone_is_no_event(report_of: Make, statement: Make) -> None:
    one = report_of("One report.")

    def count(form: str, *further: Told) -> int:
        said = msgspec.structs.replace(statement("Words.", report=one.id), form=form)
        mentions = [told(one.id, patient="vance", inside=said.id), *further]
        return len(told_events([one], mentions, (), statements=[said])[0])

    assert (count("direct"), count("indirect")) == (0, 1)
    assert count("direct", told(one.id, 40, patient="vance")) == 1


def test_one_report_that_tells_a_deed_of_two_places_tells_two(report_of: Make) -> None:
    one = report_of("One report.")
    there = told(one.id, 0, patient="vance", place=OSTRELL)
    elsewhere = told(one.id, 40, place=Span(one.id, 50, 54, "Tarn"))
    assert len(of_lemma(events([one], [there, elsewhere, *others(one)]), "arrest")) == 2
    same = msgspec.structs.replace(elsewhere, place=OSTRELL)
    assert len(of_lemma(events([one], [there, same, *others(one)]), "arrest")) == 1
