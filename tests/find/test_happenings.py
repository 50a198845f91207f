"""Words that tell of events, as the network reads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.happenings import TYPES, happenings, sentence_type
from onrecord.find.reader import Reading

Read = Callable[[str], Reading]


def test_the_words_of_deeds_are_found_with_a_probability(reading_of: Read) -> None:
    text = "Police arrested the mayor after an explosion at the mill."
    found = {text[one.start : one.end]: one for one in happenings(reading_of(text))}
    assert {"arrested", "explosion"} <= set(found)
    assert all(0.5 < one.chance <= 1 for one in found.values())
    assert sum(found["arrested"].types) == pytest.approx(1, abs=1e-4)


def test_speech_is_told_apart_from_deeds(reading_of: Read) -> None:
    text = "The mayor said that police had arrested a docker."
    found = {text[one.start : one.end]: one.is_speech for one in happenings(reading_of(text))}
    assert found["said"] is True
    assert found["arrested"] is False


def test_a_text_without_deeds_has_none(reading_of: Read) -> None:
    assert happenings(reading_of("")) == []


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
