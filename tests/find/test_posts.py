"""Posts that a report shows whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.passage import paragraphs
from onrecord.find.posts import posts

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The weir has held! https://t.co/a1B2c3 — Maria Vance (@mvance) March 4, 2019",
            [("The weir has held", "Maria Vance (@mvance)")],
        ),
        (
            "It held. — Mayor Vance (@mv) 4 March 2019 It did not. – Roe (@roe) Mar 5, 2019",
            [("It held", "Mayor Vance (@mv)"), ("It did not", "Roe (@roe)")],
        ),
        ("pic.twitter.com/x1 — Maria Vance (@mvance) March 4, 2019", []),
        ("The weir has held, says Maria Vance (@mvance) in a post of March 4, 2019", []),
        (f"{'The sea was grey. ' * 30}It held. — Roe (@roe) March 4, 2019", []),
    ],
)
def test_a_post_is_said_by_who_signs_it(report_of: Make, text: str, said: list[tuple[str, str]]) -> None:
    found = [(one.content[0], one.source) for one in posts(text, paragraphs(report_of(text))) if one.source]
    assert [(text[slice(*content)], text[slice(*source)]) for content, source in found] == said


def test_a_post_is_direct_and_has_the_day_of_its_signature(found_in: Make) -> None:
    found = found_in("The weir has held! — Maria Vance (@mvance) March 4, 2019")
    (one,) = (one for one in found.statements if one.source and "(@" in one.source.text)
    assert one.form == "direct"
    assert one.when
    assert one.when.text == "March 4, 2019"
