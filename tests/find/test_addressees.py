import re

import pytest

from onrecord.find.addressees import addressee
from onrecord.find.name import Name, Named


def named(text: str, *names: str) -> list[Named]:
    found = []
    for name in names:
        start = text.index(name)
        one = Name(start, start + len(name), start, tuple(name.split()), "organisation")
        found.append(Named([one], "organisation", name))
    return found


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Vance told Radio Ostrell that the weir was old.", "told", "Radio Ostrell"),
        ("Vance told Radio Ostrell, a station in Lamm, that it held.", "told", "Radio Ostrell"),
        ("Vance urged Tarn Mills to rebuild the weir.", "urged", "Tarn Mills"),
        ("Vance warned Tarn Mills that the weir was old.", "warned", "Tarn Mills"),
        ("Vance wrote to Tarn Mills that the weir was old.", "wrote", "Tarn Mills"),
        ("Vance said in an angry letter to Tarn Mills that the weir was old.", "said", "Tarn Mills"),
    ],
)
def test_the_one_named_behind_the_verb_is_spoken_to(text: str, cue: str, name: str) -> None:
    at = re.search(cue, text)
    assert at is not None
    assert addressee(text, at.span(), named(text, name)) == 0


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Vance told reporters in Ostrell that the weir was old.", "told", "Ostrell"),
        ("Vance said Tarn Mills was to blame.", "said", "Tarn Mills"),
        ("Vance replied to Tarn Mills’s letter that it was old.", "replied", "Tarn Mills"),
        ("Vance wrote in a letter that Tarn Mills was to blame.", "wrote", "Tarn Mills"),
        ("Vance told the council of Ostrell that it was old.", "told", "Ostrell"),
    ],
)
def test_a_place_or_a_topic_is_not_spoken_to(text: str, cue: str, name: str) -> None:
    at = re.search(cue, text)
    assert at is not None
    assert addressee(text, at.span(), named(text, name)) is None
