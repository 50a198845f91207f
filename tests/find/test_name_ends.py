"""Names that the network cut short."""

from __future__ import annotations

import pytest

from onrecord.find.name_ends import whole
from onrecord.find.reader import ReadName
from onrecord.find.words import words


@pytest.mark.parametrize(
    ("text", "read", "kind", "name"),
    [
        ("the Office of River Works and the Office slept", "Office", "organisation", "Office of River Works"),
        ("the Office of River Counsel slept", "Office of River", "organisation", "Office of River Counsel"),
        ("the Office of River Counsel Ann Roe slept", "Office of River", "organisation", "Office of River"),
        ("the U.S. Office of River Works slept", "U.S. Office", "organisation", "U.S. Office of River Works"),
        ("the Tarn Office of Monday slept", "Tarn Office", "organisation", "Tarn Office"),
        ("the Ostrell Police slept", "Ostrell", "organisation", "Ostrell Police"),
        ("the New Tarn-based fund slept", "New", "place", "New Tarn"),
        ("the Old Roe-like one slept", "Old", "place", "Old"),
    ],
)
def test_the_rest_of_a_name_is_put_to_it(text: str, read: str, kind: str, name: str) -> None:
    start = text.index(read)
    found = whole(words(text), ReadName(start, start + len(read), kind, (0.1, 0.9, 0.0)))
    assert text[found.start : found.end] == name
