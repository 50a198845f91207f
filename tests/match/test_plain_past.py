from collections.abc import Callable

import pytest

from onrecord.match.plain_past import is_plain_past
from onrecord.model import Span, Statement


@pytest.mark.parametrize(
    ("text", "cue", "past"),
    [
        ("Vance said it held.", "said", True),
        ("Vance also denounced as false the charge.", "also denounced as", True),
        ("Vance was quoted as saying it held.", "was quoted as saying", True),
        ("Vance has said it held.", "has said", False),
        ("Vance had said it held.", "had said", False),
        ("Vance says it held.", "says", False),
        ("Vance will say it held.", "will say", False),
        ("Vance shrugged, saying it held.", "saying", True),
        ("Vance has hit back, saying it held.", "saying", True),
        ("Vance is suing the mill, saying it leaked.", "saying", False),
        ("Vance used the day to deny it.", "to deny", True),
        ("Vance is expected to deny it.", "to deny", False),
        ("Vance used the day to once again deny it.", "deny", True),
        ("Vance is expected to flatly deny it.", "deny", False),
        ("It is cold. Vance shrugged, saying it held.", "saying", True),
    ],
)
def test_only_the_plain_past_is_news(statement: Callable[..., Statement], text: str, cue: str, past: bool) -> None:
    at = text.index(cue)
    assert is_plain_past(statement("it held", cue=Span("r1", at, at + len(cue), cue)), text) is past


def test_without_a_reporting_word_there_is_no_tense(statement: Callable[..., Statement]) -> None:
    assert not is_plain_past(statement("it held"), "“It held.”")
