from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.times import times
from onrecord.match.dating import dated_reports, further_dates, resolved, told_dates
from onrecord.model import Entity, Findings, Mention, Report, Span, Statement, Utterance

FRIDAY = date(2021, 3, 12)


def report(key: str, published: str | None = None) -> Report:
    return Report(
        id=key,
        file=f"{key}.txt",
        files=(f"{key}.txt",),
        sha256="",
        text_sha256="",
        text=key,
        language="en",
        published=published,
    )


def findings(key: str, words: str) -> Findings:
    return Findings(report=key, entities=(), statements=(), times=tuple(times(key, words, 0, len(words))))


def shared_body(*reports: str) -> tuple[Entity, ...]:
    mentions = tuple(Mention(key, 0, 1, key[0], (0, 1)) for key in reports)
    return (Entity(id="e", name="Tarn Mills", type="organisation", mentions=mentions),)


def dated(words: str, *, known: str | None = "2021-03-20", one_affair: bool = True) -> str | None:
    """The date of a report that tells `words`, in a pile with one that has a date."""
    pile = (report("a", known), report("b"))
    entities = shared_body("a", "b") if one_affair else ()
    return dated_reports(pile, (findings("a", ""), findings("b", words)), entities)[1].published


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Tuesday", date(2021, 3, 9), date(2021, 3, 9)),
        ("on Friday", FRIDAY, FRIDAY),
        ("next Friday", date(2021, 3, 19), date(2021, 3, 19)),
        ("yesterday", date(2021, 3, 11), date(2021, 3, 11)),
        ("tomorrow", date(2021, 3, 13), date(2021, 3, 13)),
        ("15 January", date(2021, 1, 15), date(2021, 1, 15)),
        ("on December 1", date(2020, 12, 1), date(2020, 12, 1)),
        ("4 May 2019", date(2019, 5, 4), date(2019, 5, 4)),
        ("in February", date(2021, 2, 1), date(2021, 2, 28)),
        ("last December", date(2020, 12, 1), date(2020, 12, 31)),
        ("next May", date(2021, 5, 1), date(2021, 5, 31)),
        ("two months ago", date(2021, 1, 1), date(2021, 1, 31)),
        ("next month", date(2021, 4, 1), date(2021, 4, 30)),
        ("last week", date(2021, 3, 1), date(2021, 3, 7)),
        ("five years ago", date(2016, 1, 1), date(2016, 12, 31)),
        ("three days ago", date(2021, 3, 9), date(2021, 3, 9)),
    ],
)
def test_a_time_means_days_of_its_own_precision(words: str, first: date, last: date) -> None:
    (time,) = times("r", words, 0, len(words))
    assert resolved(time, FRIDAY) == (first, last)


def test_a_stated_date_stays_and_no_dated_report_means_no_window() -> None:
    assert dated("on Monday; on March 1", known=None) is None
    pile = (report("a", "2021-03-20"),)
    assert dated_reports(pile, (findings("a", "on Monday"),), ()) == pile


def test_a_report_of_one_affair_is_dated_to_the_earliest_day_that_its_words_leave() -> None:
    # Monday 8 March is the first Monday on which "March 1" lies farther back than a weekday reaches
    assert dated("The firm denied it on Monday. The works closed on March 1.") == "2021-03-08"


def test_reports_of_no_common_affair_are_not_dated_to_the_earliest_day() -> None:
    assert dated("The firm denied it on Monday. The works closed on March 1.", one_affair=False) == "2021"


def test_a_month_that_the_report_says_it_is_in_bounds_it() -> None:
    assert dated("Earlier in February the works had closed.") == "2021-02"


def test_weekdays_alone_date_nothing() -> None:
    assert dated("The firm denied it on Monday, the union said on Tuesday.") is None


def test_a_weekday_in_apposition_fixes_the_day_of_the_week() -> None:
    found = dated("A meeting is called for tomorrow, Thursday. Earlier in March the works closed.")
    assert found == "2021-03"


@given(st.lists(st.sampled_from(["on Monday", "yesterday", "on March 1", "in May", "last year", "Earlier in April"])))
def test_an_inferred_date_holds_what_the_words_allow_and_says_which_words(words: list[str]) -> None:
    pile = (report("a", "2021-03-20"), report("b"))
    found = dated_reports(pile, (findings("a", ""), findings("b", "; ".join(words))), shared_body("a", "b"))[1]
    assert (found.published is None) == (found.published_why is None)
    if found.published:
        assert found.published_basis == "inferred"
        assert any(word in (found.published_why or "") for word in words)


def statement(
    key: str,
    *,
    of: str = "b",
    speaker: str | None = "p",
    cue: str = "said",
    when: Span | None = None,
    said_on: str | None = None,
) -> Statement:
    return Statement(
        id=key,
        report=of,
        content=(Span(of, 0, 1, "x"),),
        form="indirect",
        source=None,
        cue=Span(of, 2, 2 + len(cue), cue),
        speaker=speaker,
        speaker_why=None,
        act="assert",
        mode="said",
        when=when,
        said_on=said_on,
        confidence=1.0,
    )


def test_the_time_beside_a_statement_dates_it_against_its_report() -> None:
    words = "on Tuesday"
    one = statement("s", when=Span("b", 0, len(words), words))
    (found,) = told_dates((report("b", "2021-03-12"),), (findings("b", words),), (one,))
    assert found.said_on == "2021-03-09"


def test_a_time_in_a_report_of_unknown_date_stays_unknown() -> None:
    words = "on Tuesday"
    one = statement("s", when=Span("b", 0, len(words), words))
    (found,) = told_dates((report("b"),), (findings("b", words),), (one,))
    assert found.said_on is None


def further(
    *statements: Statement, published: str | None = "2021-03-12", same: tuple[str, ...] = ()
) -> list[str | None]:
    utterances = (Utterance("u", same),) if same else ()
    pile = (report("b", published), report("c"))
    return [one.said_on for one in further_dates(pile, statements, utterances, {"p"})]


def test_a_speaker_dated_to_one_day_said_everything_in_that_report_then() -> None:
    assert further(statement("s", said_on="2021-03-09"), statement("t")) == ["2021-03-09"] * 2


def test_a_speaker_dated_to_two_days_leaves_the_rest_to_the_month() -> None:
    dates = further(statement("s", said_on="2021-03-09"), statement("t", said_on="2021-03-10"), statement("u"))
    assert dates[2] == "2021-03"


@pytest.mark.parametrize("cue", ["has said", "had said", "says", "is said"])
def test_only_the_plain_past_is_fresh_news(cue: str) -> None:
    assert further(statement("s", cue=cue)) == [None]


def test_nobody_known_or_a_report_of_the_first_days_of_a_month_gets_no_month() -> None:
    assert further(statement("s", speaker="q")) == [None]
    assert further(statement("s"), published="2021-03-02") == [None]
    assert further(statement("s"), published=None) == [None]


def test_one_utterance_has_one_day_in_every_report() -> None:
    dates = further(statement("s", said_on="2021-03-09"), statement("t", of="c", speaker=None), same=("s", "t"))
    assert dates == ["2021-03-09", "2021-03-09"]


def test_an_utterance_with_two_days_is_left_as_it_is() -> None:
    two = statement("s", said_on="2021-03-09"), statement("t", of="c", said_on="2021-02-09")
    assert further(*two, same=("s", "t")) == ["2021-03-09", "2021-02-09"]


def test_more_times_never_widen_a_date() -> None:
    base = "Earlier in March the works closed."
    first = dated(base)
    assert first == "2021-03"
    more = dated(base + " The firm denied it yesterday, on Monday, after 2 March.")
    assert more is None or more.startswith("2021-03")
