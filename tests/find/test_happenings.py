"""Words that tell of events, as the network reads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.happenings import TYPES, deeds, happenings, sentence_type
from onrecord.find.reader import Reading

Read = Callable[[str], Reading]


def test_the_words_of_deeds_are_found_with_a_probability(reading_of: Read) -> None:
    text = "Police arrested the mayor after an explosion at the mill."
    found = {text[one.start : one.end]: one for one in happenings(reading_of(text))}
    assert {"arrested", "explosion"} <= set(found)
    assert all(0.5 < one.chance <= 1 for one in found.values())
    assert sum(found["arrested"].types.values()) == pytest.approx(1, abs=1e-4)
    assert sum(found["arrested"].statuses.values()) == pytest.approx(1, abs=1e-4)


def test_a_deed_has_a_type_a_status_and_those_who_do_it(reading_of: Read) -> None:
    text = "Norway arrested Hugo Lamm in Ostrell."
    (arrest,) = deeds(reading_of(text))
    assert (text[arrest.start : arrest.end], arrest.type, arrest.status) == ("arrested", "COERCE", "happened")
    agent, patient = (max(named, key=lambda one: one[1])[0] for named in (arrest.agents, arrest.patients))
    assert text[agent:].startswith("Norway")
    assert text.index("Hugo") <= patient < text.index(" in")
    assert all(0 < chance <= 1 for _, chance in [*arrest.agents, *arrest.patients])


def test_a_text_without_deeds_has_none(reading_of: Read) -> None:
    assert happenings(reading_of("")) == deeds(reading_of("")) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels bombed a market in the old town and killed nine people.", "ASSAULT"),
        ("The two presidents met in Ostrell for talks on fishing.", "CONSULT"),
        ("Norway sent tents and food to the flooded valley.", "AID"),
    ],
)
def test_a_sentence_has_the_type_that_its_words_tell(reading_of: Read, text: str, kind: str) -> None:
    assert kind in TYPES
    assert sentence_type(reading_of(text)) == kind


def test_a_word_with_a_hyphen_tells_one_deed(reading_of: Read) -> None:
    text = "Tolland Mills began the clean-up of the Orne on Monday."
    assert [text[one.start : one.end] for one in deeds(reading_of(text))] == ["clean-up"]
