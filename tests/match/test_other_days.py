from collections.abc import Callable

import msgspec
import pytest

from onrecord.match.other_days import is_of_other_day
from onrecord.model import Span, Statement, Time


def placed(one: Statement, cue: Span, said: int) -> Statement:
    """The statement with that reporting word, and with "it held" at that place for what is said."""
    return msgspec.structs.replace(one, cue=cue, content=(Span("r1", said, said + 7, "it held"),))


@pytest.mark.parametrize(
    ("text", "cue", "other"),
    [
        ("Vance said it held.", "said", False),
        ("Vance once said it held.", "said", True),
        ("Vance said once again it held.", "said", False),
        ("At the time, Vance said it held.", "said", True),
        ("Vance, at the mill at the time of the fire, said it held.", "said", False),
        ("Vance, who has often been wrong, said it held.", "said", False),
        ("In a recent interview Vance said it held.", "said", True),
        ("In a 2007 speech, Vance said it held.", "said", True),
        ("But two days later, Vance said it held.", "said", True),
        ("In a letter Vance said it held.", "said", False),
        ("Vance was mocked after she said it held.", "said", True),
        ("After the fire, Vance said it held.", "said", False),
        ("Vance, who said it held, has left.", "said", False),
        ("It had often leaked. Vance said it held.", "said", False),
    ],
)
def test_words_beside_it_tell_that_something_was_said_on_another_day(
    statement: Callable[..., Statement], text: str, cue: str, other: bool
) -> None:
    at, said = text.index(cue), text.index("it held")
    one = placed(statement("it held"), Span("r1", at, at + len(cue), cue), said)
    assert is_of_other_day(text, one, []) is other


def test_what_was_said_last_year_is_no_news(statement: Callable[..., Statement]) -> None:
    text = "Vance told workers last year that it held. Mills burnt last year."
    one = placed(statement("it held"), Span("r1", 6, 10, "told"), text.index("it held"))
    year = Time("r1", 19, 28, "last year", "years", "-1", False, False)
    later = Time("r1", 55, 64, "last year", "years", "-1", False, False)
    assert is_of_other_day(text, one, [year])
    assert not is_of_other_day(text, one, [later])


def test_a_month_that_an_occasion_is_called_by_is_not_that_of_the_news(statement: Callable[..., Statement]) -> None:
    text = "In her February speech, Vance said it held."
    one = placed(statement("it held"), Span("r1", 30, 34, "said"), text.index("it held"))
    assert is_of_other_day(text, one, [Time("r1", 7, 15, "February", "month", "2", False, False, use="thing")])


def test_without_a_reporting_word_nothing_is_told_of_the_day(statement: Callable[..., Statement]) -> None:
    assert not is_of_other_day("“It held.”", statement("it held"), [])
