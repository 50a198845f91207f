from collections.abc import Callable

from onrecord.days import days_of
from onrecord.match.happenings import happenings
from onrecord.match.solving import Telling
from onrecord.model import Findings, Span, Statement, Time, Utterance

Make = Callable[..., Statement]
Times = Callable[..., tuple[Time, ...]]
WORDS = "The old weir will hold"


def test_an_utterance_is_told_by_each_report_with_the_time_beside_it(statement: Make, times_of: Times) -> None:
    told = times_of("weekday 0")
    a = statement(WORDS, "r1", when=Span("r1", told[0].start, told[0].end, told[0].text))
    b = statement(WORDS, "r2", said_on="2021-03")
    (found,) = happenings(
        [Utterance("u", (a.id, b.id))], [a, b], [Findings(report="r1", entities=(), statements=(), times=told)]
    )
    assert found.tellings == (Telling("r1", told[0]), Telling("r2", None, days_of("2021-03")))
    assert WORDS in found.what


def test_indirect_speech_and_words_of_one_report_tie_no_days(statement: Make) -> None:
    a, b = statement(WORDS, "r1"), statement(WORDS, "r2", form="indirect")
    again = statement(WORDS, "r1", at=500)
    assert happenings([Utterance("u", (a.id, b.id)), Utterance("v", (a.id, again.id))], [a, b, again], []) == []
