"""Posts that a report shows whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.find.passage import paragraphs
from onrecord.find.posts import beside_posts, posts
from onrecord.find.stretch import Attribution

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
        ("It held - and well. - Senator Roe (@roe) March 4, 2019", [("It held - and well", "Senator Roe (@roe)")]),
        ("It held. — Roe (Vote for Ek) (@roe) May 4, 2019", [("It held", "Roe (Vote for Ek) (@roe)")]),
        (
            "Ann Roe (@annroe) The weir has held! https://t.co/a1B2c3",
            [("The weir has held", "Ann Roe (@annroe)")],
        ),
        (
            "Office of the Mayor (@mayor) #weir It held all night.",
            [("#weir It held all night", "Office of the Mayor (@mayor)")],
        ),
        ("Ann Roe (@annroe) is our reporter at the weir. She writes of rivers.", []),
        ("Ann Roe (@annroe), who writes of rivers, saw that it held.", []),
        ("By Ann Roe (@annroe) The weir has held all night.", []),
        ("Reporting by Ann Roe (@annroe) Editing by Bo Ek and Lars Lund", []),
        ("Ann Roe (@annroe) The Ostrell Times", []),
        ("Ann Roe (@annroe) March 4, 2019 and the weir held.", []),
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


def test_words_that_lead_to_a_post_tell_it_without_its_signature(report_of: Make) -> None:
    text = "Roe tweeted:\n\nAnn Roe (@annroe) The weir has held. Bo Ek says so."
    shown = [*posts(text, paragraphs(report_of(text)))]
    at = text.index("Ann Roe")
    lead = Attribution(((at, text.index(" Bo")),), (0, 3), (4, 11), "assert", "said", "read said")
    inner = Attribution(((at, at + 3),), (at, text.index(" says")), None, "assert", "said", "read said")
    outside, inside = beside_posts(text, [lead, inner], shown)
    assert outside == replace(lead, content=shown[0].content)
    assert inside.source is not None
    assert text[slice(*inside.source)] == "The weir has held. Bo Ek"


def test_an_account_speaks_for_itself(found_in: Make) -> None:
    found = found_in("The weir has held! — weirfan ???? (@weirfan) March 4, 2019")
    (one,) = found.statements
    (who,) = (entity for entity in found.entities if entity.id == one.speaker)
    assert who.name == "weirfan"
