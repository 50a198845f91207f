"""Names and the pronouns that stand for them."""

from collections.abc import Callable
from typing import Any

from onrecord.find.coreference import chains


def test_a_pronoun_joins_the_one_it_stands_for(report_of: Callable[..., Any]) -> None:
    text = "Maria Vance is the mayor of Ostrell. She said on Monday that the weir had held."
    found = {tuple(text[a:b] for a, b in mentions): kind for kind, mentions in chains(report_of(text))}
    assert found[("Maria Vance", "She")] == "person"


def test_a_pronoun_for_nobody_joins_nobody(report_of: Callable[..., Any]) -> None:
    text = "Then she slept."
    assert chains(report_of(text)) == []
