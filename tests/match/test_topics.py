from collections.abc import Callable
from typing import Any

from onrecord.match.camps import Camps
from onrecord.match.disputes import Side, disputes
from onrecord.match.meanings import Meanings
from onrecord.match.topics import Topic, common_topics, distinct, topics, with_others
from onrecord.match.turns import turns

NAMES = {"Tarn Mills": "organisation", "Ada Quill": "person", "Jo Marr": "person"}


def on(
    story: Callable[..., Any], meanings: Meanings, *reports: list[tuple[str | None, str, str, str]]
) -> dict[str, Topic]:
    read, statements, entities = story(reports, NAMES)
    camps = Camps(read, statements, entities)
    told = turns(read, statements, camps)
    (one,) = disputes(told, camps, meanings)
    return {topic.kind: topic for topic in topics(one, told, meanings)}


def texts(topic: Topic) -> set[str]:
    return {side.turn.text for side in topic.sides}


HIDING = ("Ada Quill", "accused Tarn Mills of", "concealing a leak of oil", "allege")
LEAK = ("Jo Marr", "accused Tarn Mills of", "letting oil into the river", "allege")


def test_hiding_it_is_a_point_beside_the_deed_and_an_accusation_may_be_on_both(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    found = on(
        story,
        meanings,
        [HIDING, ("Tarn Mills", "denied", "that any oil had leaked", "deny")],
        [LEAK, ("Tarn Mills", "denied", "letting oil into any river", "deny")],
        [("Ada Quill", "accused Tarn Mills of", "lying about the night of the leak", "allege")],
        [("Tarn Mills", "rejected", "every word about a secret", "deny")],
    )
    assert set(found) == {"deed", "deceit"}
    assert "letting oil into the river" in texts(found["deed"]) - texts(found["deceit"])
    assert "concealing a leak of oil" in texts(found["deed"]) & texts(found["deceit"])


def test_the_denial_behind_a_charge_of_hiding_answers_it_and_one_elsewhere_does_not(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    found = on(
        story,
        meanings,
        [HIDING, ("Tarn Mills", "denied", "that any oil had leaked", "deny")],
        [HIDING, ("Tarn Mills", "denied", "that oil had leaked at all", "deny")],
        [LEAK, ("Tarn Mills", "denied", "letting oil into any river", "deny")],
    )
    assert "that any oil had leaked" in texts(found["deceit"])
    assert "letting oil into any river" not in texts(found["deceit"])


def test_two_statements_are_no_topic(story: Callable[..., Any], meanings: Meanings) -> None:
    assert on(story, meanings, [LEAK, ("Tarn Mills", "denied", "letting oil into any river", "deny")]) == {}


def test_a_measure_is_a_topic_when_two_speakers_judge_it_three_times(story: Callable[..., Any]) -> None:
    lines = [
        ("Ada Quill", "demanded", "a ban on oil barges", "demand"),
        ("Jo Marr", "criticised", "the ban", "criticise"),
    ]
    read, statements, entities = story([lines], NAMES)
    assert list(common_topics(turns(read, statements, Camps(read, statements, entities)))) == []
    read, statements, entities = story([[*lines, ("Jo Marr", "denied", "that he wanted a ban", "deny")]], NAMES)
    (topic,) = common_topics(turns(read, statements, Camps(read, statements, entities)))
    assert (topic.kind, [side.stance for side in topic.sides]) == ("ban", ["for", "against", "against"])


def test_what_has_no_stance_is_on_the_topic_that_it_means_most_nearly(
    story: Callable[..., Any], meanings: Meanings
) -> None:
    lines = [
        LEAK,
        ("Tarn Mills", "denied", "letting oil into any river", "deny"),
        ("Ada Quill", "accused Tarn Mills of", "pouring oil into the river at night", "allege"),
        ("Tarn Mills", "said", "oil in the river came from upstream", "assert"),
        ("Jo Marr", "said", "oil had run into the river", "assert"),
        ("Jo Marr", "said", "no oil had run into the river", "assert"),
        ("Jo Marr", "promised", "to keep oil out of the river", "commit"),
        ("Jo Marr", "said", "his choir sings on Mondays", "assert"),
    ]
    read, statements, entities = story([lines], NAMES)
    told = turns(read, statements, Camps(read, statements, entities))
    sides = tuple(Side(turn, "against" if turn.kind == "defend" else "for", "") for turn in told[:3])
    (topic,) = with_others([Topic("e-Tarn Mills", "deed", sides)], told, meanings)
    added = {side.turn.text: side.stance for side in topic.sides[3:]}
    assert added == {
        "oil in the river came from upstream": "against",
        "oil had run into the river": "for",
        "no oil had run into the river": "against",
    }


def test_of_two_who_are_blamed_in_mostly_the_same_statements_the_one_with_more_makes_the_topic(
    story: Callable[..., Any],
) -> None:
    lines: list[tuple[str | None, str, str, str]] = [("Ada Quill", "said", f"charge {n}", "allege") for n in range(5)]
    read, statements, entities = story([lines], NAMES)
    sides = [Side(turn, "for", "") for turn in turns(read, statements, Camps(read, statements, entities))]
    large = Topic("e-Tarn Mills", "deed", tuple(sides[:4]))
    within, beside = (Topic("e-Jo Marr", "deed", tuple(sides[n : n + 2])) for n in (2, 3))
    assert distinct([within, large]) == [large]
    assert distinct([Topic("e-Jo Marr", "deed", (sides[4],)), large])[-1].blamed == "e-Jo Marr"
    assert distinct([beside._replace(blamed="e-Tarn Mills"), large]) == [large, beside._replace(blamed="e-Tarn Mills")]
    assert distinct([within._replace(blamed=None), large]) == [large, within._replace(blamed=None)]
