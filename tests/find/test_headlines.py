"""Headlines without a reporting verb, as the rules alone find them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("headline", "body", "content", "source"),
    [
        ("Vance: weir will hold", "Dorrit Vance said the weir was safe.", "weir will hold", "Vance"),
        ("Dorrit Vance: weir will hold", "Dorrit Vance, 74, spoke.", "weir will hold", "Dorrit Vance"),
        ("Vance says weir will hold", "Dorrit Vance, 74, spoke.", "weir will hold", "Vance"),
        ("Old weir will hold – Vance", "Dorrit Vance said it was safe.", "Old weir will hold", "Vance"),
        ("Old weir will hold: Vance", "Dorrit Vance said it was safe.", "Old weir will hold", "Vance"),
        ("Weir ‘will hold’ – Vance", "Dorrit Vance, 74, spoke.", "Weir ‘will hold’", "Vance"),
        (
            "Tolland Mills willing to ‘pay in full’",
            "Tolland Mills said it was sorry.",
            "willing to ‘pay in full’",
            "Tolland Mills",
        ),
        (
            "Tolland Mills ‘willing to pay’ for weir",
            "Tolland Mills said it was sorry.",
            "‘willing to pay’ for weir",
            "Tolland Mills",
        ),
    ],
)
def test_a_headline_speaks(ruled: Make, headline: str, body: str, content: str, source: str) -> None:
    found = [one for one in ruled(f"{headline}\n\n{body}", headline=headline) if one.content == [content]]
    assert [one.source for one in found] == [source]
    assert found[0].speaker is not None


def test_before_a_colon_stands_a_topic_where_another_says_something_behind_it(ruled: Make) -> None:
    headline = "Dorrit Vance: Roe defends old weir"
    body = "Dorrit Vance said it held. Peter Roe said so."
    plain = headline.replace("Roe defends", "let Roe have")
    for one, speaks in ((headline, False), (plain, True)):
        found = ruled(f"{one}\n\n{body}", headline=one)
        assert ("Dorrit Vance" in [told.source for told in found if "weir" in " ".join(told.content)]) is speaks


@pytest.mark.parametrize(
    "headline",
    [
        "Weir: what we know",
        "Weir holds",
        "Vance in Ostrell",
        "Profile: Vance",
        "The old weir: Vance",
        "Floods: Ostrell waits",
        "Mills ‘mud’ find",
    ],
)
def test_a_headline_that_reports_no_words(ruled: Make, headline: str) -> None:
    text = f"{headline}\n\nDorrit Vance spoke in Ostrell."
    assert ruled(text, headline=headline) == []
