"""Names that the network cut short."""

from __future__ import annotations

import pytest

from onrecord.find.name_ends import in_whole, whole
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
        ("the Board for the Weirs of Ostrell slept", "Board", "organisation", "Board for the Weirs of Ostrell"),
        ("the Tarn Panel on Weirs and Dams slept", "Tarn Panel", "organisation", "Tarn Panel on Weirs and Dams"),
        ("the Tarn Panel on Monday slept", "Tarn Panel", "organisation", "Tarn Panel"),
        ("the Tarn Post on Weirs slept", "Tarn Post", "organisation", "Tarn Post"),
        (
            "the Tarn Board for the Care of the Sea",
            "Care of the Sea",
            "organisation",
            "Tarn Board for the Care of the Sea",
        ),
        ("The Board for Weirs slept", "Weirs", "organisation", "Board for Weirs"),
        ("the vote for Weirs slept", "Weirs", "organisation", "Weirs"),
        ("the Ostrell Police slept", "Ostrell", "organisation", "Ostrell Police"),
        ("the New Tarn-based fund slept", "New", "place", "New Tarn"),
        ("the Old Roe-like one slept", "Old", "place", "Old"),
        ("the United States slept", "United", "place", "United States"),
        ("then New Jersey slept", "New", "place", "New Jersey"),
        ("then New Ostrell slept", "New", "place", "New"),
        ("they slept in New", "New", "place", "New"),
    ],
)
def test_the_rest_of_a_name_is_put_to_it(text: str, read: str, kind: str, name: str) -> None:
    start = text.index(read)
    found = whole(words(text), ReadName(start, start + len(read), kind, (0.1, 0.9, 0.0)))
    assert text[found.start : found.end] == name


@pytest.mark.parametrize(
    ("text", "read", "names"),
    [
        ("the Board for the Weirs of Tarn slept", ["Board", "Weirs of Tarn"], ["Board for the Weirs of Tarn"]),
        ("Tarn Board for the Weirs slept", ["Tarn", "Board for the"], ["Tarn Board for the Weirs"]),
        ("the Board for Weirs and the Tarn Fund", ["Board", "Tarn Fund"], ["Board for Weirs", "Tarn Fund"]),
        ("the Office of River Works Ann Roe", ["Office of River", "Ann Roe"], ["Office of River Works", "Ann Roe"]),
        ("the reporter Anna Roelund slept", ["Anna", "Roelund"], ["Anna Roelund"]),
        ("the rower Tarn Roelund slept", ["Tarn", "Roelund"], ["Tarn", "Roelund"]),
        ("the rower Vesna Roelund slept", ["Vesna", "Roelund"], ["Vesna Roelund"]),
        ("the reporter Anna Claire slept", ["Anna", "Claire"], ["Anna", "Claire"]),
    ],
)
def test_parts_of_one_name_are_one(text: str, read: list[str], names: list[str]) -> None:
    kinds = ["person" if name in ("Ann Roe", "Roelund", "Claire", "Vesna") else "organisation" for name in read]
    spans = [(text.index(name), text.index(name) + len(name)) for name in read]
    found = in_whole(
        words(text), [ReadName(*span, kind, (0.1, 0.9, 0.0)) for span, kind in zip(spans, kinds, strict=True)]
    )
    assert [text[one.start : one.end] for one in found] == names
