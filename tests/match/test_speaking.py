"""When statements were said."""

import msgspec
import pytest

from onrecord.days import days_of
from onrecord.find.times import times
from onrecord.match.dating import Dating
from onrecord.match.news import news_of
from onrecord.match.speaking import further_dates, told_dates
from onrecord.model import Findings, Report, Span, Statement, Utterance

OPENING = (
    "x said on Tuesday that the weir at Ostrell had held all night, and that no more of its old stones would have to "
    "be moved to the mill.\n"
)


def report(key: str, published: str | None = None) -> Report:
    return Report(
        id=key,
        file=f"{key}.txt",
        files=(f"{key}.txt",),
        sha256="",
        text_sha256="",
        text=OPENING,
        language="en",
        published=published,
    )


def findings(key: str, words: str) -> Findings:
    return Findings(report=key, entities=(), statements=(), times=tuple(times(key, words, 0, len(words))))


def dating(*dates: tuple[str, str | None]) -> Dating:
    """Reports of these dates, as they would have been dated."""
    days = {key: known for key, published in dates if (known := days_of(published))}
    return Dating(tuple(report(key, published) for key, published in dates), days)


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
    (found,) = told_dates(dating(("b", "2021-03-12")), (findings("b", words),), (one,))
    assert found.said_on == "2021-03-09"


def test_a_time_in_a_report_of_unknown_date_stays_unknown() -> None:
    words = "on Tuesday"
    one = statement("s", when=Span("b", 0, len(words), words))
    (found,) = told_dates(dating(("b", None)), (findings("b", words),), (one,))
    assert found.said_on is None


def further(
    *statements: Statement,
    published: str | None = "2021-03-12",
    other: str | None = "2021-03-14",
    same: tuple[str, ...] = (),
    told: str = "",
) -> list[str | None]:
    """The dates of statements; `told` are the words of the opening paragraph of which the times are read."""
    utterances = (Utterance("u", same),) if same else ()
    known = dating(("b", published), ("c", other))
    found = (findings("b", told), findings("c", ""))
    dates = further_dates(known, statements, utterances, news_of(known.reports, found, statements, {"p"}))
    return [one.said_on for one in dates]


def test_a_speaker_dated_to_one_day_said_everything_in_that_report_then() -> None:
    assert further(statement("s", said_on="2021-03-09"), statement("t")) == ["2021-03-09"] * 2


def test_a_speaker_dated_to_two_days_leaves_the_rest_to_the_month() -> None:
    dates = further(statement("s", said_on="2021-03-09"), statement("t", said_on="2021-03-10"), statement("u"))
    assert dates[2] == "2021-03"


@pytest.mark.parametrize("cue", ["has said", "had said", "says", "is said"])
def test_only_the_plain_past_is_fresh_news(cue: str) -> None:
    assert further(at(statement("s", cue=cue), len(OPENING) + 5)) == [None]


def test_nobody_known_or_a_report_of_the_first_days_of_a_month_gets_no_month() -> None:
    assert further(statement("s", speaker="q")) == [None]
    assert further(statement("s"), published="2021-03-02") == [None]
    assert further(statement("s"), published=None) == [None]


def test_what_somebody_has_said_is_not_of_the_day_on_which_they_speak() -> None:
    vowed = at(statement("t", cue="has vowed"), len(OPENING) + 5)
    assert further(statement("s", said_on="2021-03-09"), vowed, told=OPENING) == ["2021-03-09", None]


def test_a_day_far_back_in_the_opening_is_no_day_of_the_news() -> None:
    later = at(statement("t", speaker="p"), len(OPENING) + 5)
    assert further(later, published="2021-06-12", told="Ann Roe arrives at court on March 9, 2021.") == ["2021-06"]
    assert further(later, published="2021-03-15", told="The weir of Ann Roe fell on March 9, 2021.") == ["2021-03"]


def test_one_utterance_has_one_day_in_every_report() -> None:
    dates = further(statement("s", said_on="2021-03-09"), statement("t", of="c", speaker="q"), same=("s", "t"))
    assert dates == ["2021-03-09", "2021-03-09"]


def test_a_rumour_is_of_no_day() -> None:
    rumour = statement("t", of="c", speaker=None)
    assert further(statement("s", said_on="2021-03-09"), rumour, same=("s", "t")) == ["2021-03-09", None]


def test_what_a_report_of_unknown_date_tells_in_its_own_words_may_be_of_another_day() -> None:
    said, told = statement("s", said_on="2021-03-09"), statement("t", of="c", speaker=None)
    assert further(said, told, other=None, same=("s", "t")) == ["2021-03-09", None]
    quoted = [msgspec.structs.replace(one, form="direct") for one in (said, told)]
    assert further(*quoted, other=None, same=("s", "t")) == ["2021-03-09"] * 2


def test_an_utterance_with_two_days_is_left_as_it_is() -> None:
    two = statement("s", said_on="2021-03-09"), statement("t", of="c", said_on="2021-02-09")
    assert further(*two, same=("s", "t")) == ["2021-03-09", "2021-02-09"]


def at(one: Statement, start: int) -> Statement:
    """The statement with its reporting word at that place."""
    cue = one.cue.text if one.cue else "said"
    return msgspec.structs.replace(one, cue=Span(one.report, start, start + len(cue), cue))


def test_what_follows_the_news_of_a_day_in_the_plain_past_is_of_that_day() -> None:
    later = at(statement("t", speaker="p"), len(OPENING) + 5)
    assert further(later, told=OPENING) == ["2021-03-09"]
    assert further(msgspec.structs.replace(later, speaker="q2"), told=OPENING) == [None]


def test_what_stands_before_a_speaker_comes_to_another_day_is_of_the_day_of_the_news() -> None:
    early, late = (at(statement(key), len(OPENING) + n) for key, n in (("t", 5), ("s", 90)))
    known = msgspec.structs.replace(late, said_on="2021-03-07")
    assert further(early, known, told=OPENING) == ["2021-03-09", "2021-03-07"]
    after = at(statement("u"), len(OPENING) + 120)
    assert further(known, after, told=OPENING) == ["2021-03-07"] * 2


def test_what_is_told_as_said_now_is_not_of_a_day_long_past() -> None:
    old = statement("s", said_on="2021-02-09")
    assert further(old, at(statement("t", cue="denies"), len(OPENING) + 5)) == ["2021-02-09", None]


def test_what_somebody_had_said_is_of_no_day_unless_it_is_quoted() -> None:
    known, retold = statement("s", said_on="2021-03-09"), statement("t", of="c", cue="had denied", speaker="q")
    assert further(known, retold, same=("s", "t")) == ["2021-03-09", None]
    quoted = msgspec.structs.replace(retold, form="direct")
    assert further(known, quoted, same=("s", "t")) == ["2021-03-09"] * 2


def test_what_is_said_again_was_said_on_other_days_too() -> None:
    again = statement("t", of="c", speaker="q")
    text = "Then Roe once again denied it. "
    spoken = msgspec.structs.replace(again, cue=Span("c", text.index("denied"), text.index("denied") + 6, "denied"))
    told = msgspec.structs.replace(report("c"), text=text)
    assert news_of((told,), (findings("c", ""),), (spoken,), {"q"})["c"].is_again(spoken)
    at_once = msgspec.structs.replace(told, text=text.replace("once again", "then also"))
    moved = msgspec.structs.replace(spoken, cue=Span("c", 19, 25, "denied"))
    assert not news_of((at_once,), (findings("c", ""),), (moved,), {"q"})["c"].is_again(moved)


def test_what_stands_before_the_day_of_the_news_has_the_month() -> None:
    assert further(at(statement("t"), 2), told=OPENING) == ["2021-03"]


def test_words_in_a_report_of_which_nobody_knows_the_month_have_no_day() -> None:
    assert further(at(statement("t"), len(OPENING) + 5), published="2021", told=OPENING) == [None]


def test_the_month_of_a_report_says_nothing_of_words_that_are_not_told_as_news() -> None:
    assert further(statement("s"), statement("t", cue="is saying")) == ["2021-03", None]
    assert further(statement("s", said_on="2021-03-09"), statement("t", cue="says")) == ["2021-03-09"] * 2


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("I wrote to them on March 5", ["2021-03-02", None]),
        ("I wrote to them on March 1", ["2021-03-02"] * 2),
        ("we shall close it on March 5", ["2021-03-02"] * 2),
    ],
)
@pytest.mark.parametrize("is_quoted", [True, False])
def test_nobody_tells_of_a_day_gone_by_before_it(words: str, dates: list[str | None], is_quoted: bool) -> None:
    known = statement("s", said_on="2021-03-02")
    told = msgspec.structs.replace(at(statement("t"), 200), content=(Span("b", 0, len(words), words),))
    inside = tuple(times("b", words, 0, len(words)))
    found = Findings(
        report="b",
        entities=(),
        statements=(),
        times=() if is_quoted else inside,
        quoted_times=inside if is_quoted else (),
    )
    days = dating(("b", "2021-03-12"))
    later = further_dates(days, (known, told), (), news_of(days.reports, (found,), (known, told), {"p"}))
    assert [one.said_on for one in later] == dates
