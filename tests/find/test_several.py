"""Sources that are of several."""

from __future__ import annotations

import re

import pytest

from onrecord.find.name import Name
from onrecord.find.several import are_joined
from onrecord.find.words import words


def _names(source: str, told: list[str]) -> list[Name]:
    spans = [re.search(re.escape(one), source) for one in told]
    return [Name(one.start(), one.end(), one.start(), tuple(one.group().split()), "person") for one in spans if one]


@pytest.mark.parametrize(
    ("source", "names", "joined"),
    [
        ("Ann Roe and Lars Lund", ["Ann Roe", "Lars Lund"], True),
        ("Ann Roe (I-Vt.) and the Ostrell council", ["Ann Roe"], True),
        ("Norway, Oman and other countries", ["Norway", "Oman"], True),
        ("Ann Roe, I-Vt., and Lars Lund", ["Ann Roe", "Lars Lund"], True),
        ("senior adviser Ann Roe and deputy mayor Lars Lund", ["Ann Roe", "Lars Lund"], True),
        ("the mayor and the bishop", [], True),
        ("Mayor Ann Roe and the Ostrell Council", [], True),
        ("Ann Roe of the mill and other officials", ["Ann Roe"], True),
        ("two unions, Kronan and Verdi", ["Kronan", "Verdi"], True),
        ("Norwegian, Dutch and Omani officials", ["Norwegian", "Dutch", "Omani"], True),
        ("Ann Roe", ["Ann Roe"], False),
        ("Ann Roe, to the anger of the bishop, Lars Lund, and Otto Berg", ["Ann Roe", "Lars Lund", "Otto Berg"], False),
        ("Ann Roe, I-Vt., and the town’s mayor, Lars Lund", ["Ann Roe", "Lars Lund"], False),
        ("Ann Roe, a baker and former head of the guild", ["Ann Roe"], False),
        ("Ann Roe, head of trade and the mint", ["Ann Roe"], False),
        ("Ann Roe, a baker of Ostrell and the head of the guild", ["Ann Roe", "Ostrell"], False),
        ("the director of mines and the mint", [], False),
        ("baker and guild head Ann Roe", ["Ann Roe"], False),
        ("Roe and Lund Ltd", ["Roe and Lund Ltd"], False),
        ("an aide, Ann Roe", ["Ann Roe"], False),
    ],
)
def test_a_source_joins_several(source: str, names: list[str], joined: bool) -> None:
    assert are_joined(_names(source, names), words(source)) is joined
