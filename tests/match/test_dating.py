"""When reports appeared, by their words and by what others tell."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.days import Days
from onrecord.find.times import times
from onrecord.match.dating import Dating, dated
from onrecord.match.solving import Happening, Telling
from onrecord.model import Entity, Findings, Mention, Report, Time

REST = " The weir at Ostrell held all night." * 3
"""What makes a sentence the paragraph that opens a report."""


def report(key: str, published: str | None = None, text: str = "") -> Report:
    return Report(
        id=key,
        file=f"{key}.txt",
        files=(f"{key}.txt",),
        sha256="",
        text_sha256="",
        text=text or key,
        language="en",
        published=published,
    )


def findings(key: str, words: str) -> Findings:
    return Findings(report=key, entities=(), statements=(), times=tuple(times(key, words, 0, len(words))))


def shared_body(*reports: str) -> tuple[Entity, ...]:
    mentions = tuple(Mention(key, 0, 1, key[0], (0, 1)) for key in reports)
    return (Entity(id="e", name="Tarn Mills", type="organisation", mentions=mentions),)


def date_of(words: str, *, known: str | None = "2021-03-20", one_affair: bool = True) -> str | None:
    """The date of a report that tells `words`, in a pile with one that has a date."""
    pile = (report("a", known), report("b", text=words + REST))
    entities = shared_body("a", "b") if one_affair else ()
    return dated(pile, (findings("a", ""), findings("b", words)), entities).reports[1].published


def test_a_stated_date_stays_and_no_dated_report_means_no_window() -> None:
    assert date_of("on Monday; on March 1", known=None) is None
    pile = (report("a", "2021-03-20"),)
    assert dated(pile, (findings("a", "on Monday"),), ()).reports == pile


def test_a_pile_without_a_stated_date_is_dated_by_the_posts_that_it_shows() -> None:
    post = "“The weir held.” — Ann Roe (@annroe) March 1, 2021"
    pile = (report("a", text=post), report("b", text="on Monday"))
    found = dated(pile, (findings("a", post), findings("b", "on Monday")), ()).reports
    assert [one.published for one in found] == ["2021-03", None]
    monday = findings("b", "on Monday").times[0]
    told = Happening("the arrest", (Telling("a", findings("a", post).times[0]), Telling("b", monday)))
    both = dated(pile, (findings("a", post), findings("b", "on Monday")), shared_body("a", "b"), [told])
    assert both.reports[1].published is None


def test_a_picture_dates_a_report_that_tells_the_same_as_another() -> None:
    shown = "On Friday the weir was shut." + REST + "\nThe weir, March 4, 2021. REUTERS/Ann Roe"
    other = "The weir was shut on Friday." + REST
    pile = (report("a", text=shown), report("b", text=other))
    told = (findings("a", shown), findings("b", other))
    shut = Happening("the closing", tuple(Telling(one.report, one.times[0]) for one in told))
    alone = dated(pile, told, shared_body("a", "b")).reports
    both = dated(pile, told, shared_body("a", "b"), [shut]).reports
    assert [one.published for one in alone] == [None, None]
    assert [one.published for one in both] == ["2021-03-05", "2021-03-05"]


def test_a_report_of_one_affair_is_dated_to_the_earliest_day_that_its_words_leave() -> None:
    # Monday 8 March is the first Monday on which "March 1" lies farther back than a weekday reaches
    assert date_of("The firm denied it on Monday. The works closed on March 1.") == "2021-03-08"


def test_reports_of_no_common_affair_are_not_dated_to_the_earliest_day() -> None:
    assert date_of("The firm denied it on Monday. The works closed on March 1.", one_affair=False) == "2021"


def test_a_month_that_the_report_says_it_is_in_bounds_it() -> None:
    assert date_of("Earlier in February the works had closed.") == "2021-02"


def test_weekdays_alone_date_nothing() -> None:
    assert date_of("The firm denied it on Monday, the union said on Tuesday.") is None


def test_a_weekday_in_apposition_fixes_the_day_of_the_week() -> None:
    found = date_of("A meeting is called for tomorrow, Thursday. Earlier in March the works closed.")
    assert found == "2021-03"


@given(st.lists(st.sampled_from(["on Monday", "yesterday", "on March 1", "in May", "last year", "Earlier in April"])))
def test_an_inferred_date_holds_what_the_words_allow_and_says_which_words(words: list[str]) -> None:
    pile = (report("a", "2021-03-20"), report("b"))
    found = dated(pile, (findings("a", ""), findings("b", "; ".join(words))), shared_body("a", "b")).reports[1]
    assert (found.published is None) == (found.published_why is None)
    if found.published:
        assert found.published_basis == "inferred"
        assert any(word in (found.published_why or "") for word in words)


def test_more_times_never_widen_a_date() -> None:
    base = "Earlier in March the works closed."
    assert date_of(base) == "2021-03"
    more = date_of(base + " The firm denied it yesterday, on Monday, after 2 March.")
    assert more is None or more.startswith("2021-03")


def test_words_that_contradict_each_other_leave_no_date_and_are_named() -> None:
    words = "Earlier in March the works closed. Vance spoke on 1 May 2021."
    found = dated((report("a", "2021-03-20"), report("b")), (findings("a", ""), findings("b", words)), ())
    assert found.reports[1].published is None
    assert found.reports[1].published_why is None
    (clash,) = found.clashes
    assert [side.text for side in clash.sides] == ["Earlier in March", "on 1 May 2021"]


def vote(*told: tuple[str, Time | None]) -> list[Happening]:
    return [Happening("the vote", tuple(Telling(report, time) for report, time in told))]


def test_what_a_dated_report_tells_too_bounds_a_report_and_is_its_reason() -> None:
    pile = (report("a", "2021-03-20"), report("b"))
    told = (findings("a", "They voted on Monday."), findings("b", "They voted on Monday."))
    found = dated(pile, told, (), vote(("a", told[0].times[0]), ("b", told[1].times[0])))
    assert found.reports[1].published == "2021-03"
    assert found.days["b"] == Days(date(2021, 3, 15), date(2021, 3, 21))
    assert found.reports[1].published_why == "it tells of the vote, “on Monday”, which other reports put on 2021-03-15"


def test_in_one_affair_it_is_the_earliest_such_day() -> None:
    pile = (report("a", "2021-03-20"), report("b", text="They voted on Monday." + REST))
    told = (findings("a", "They voted on Monday."), findings("b", "They voted on Monday."))
    happened = vote(("a", told[0].times[0]), ("b", told[1].times[0]))
    found = dated(pile, told, shared_body("a", "b"), happened).reports[1]
    assert found.published == "2021-03-15"
    assert (found.published_why or "").endswith("news is fresh, so it is the earliest such day")


def test_reports_that_give_one_thing_two_days_are_a_conflict_also_where_all_have_dates() -> None:
    pile = (report("a", "2021-03-20"), report("b", "2021-05-20"))
    told = (findings("a", "They voted on Monday."), findings("b", "They voted on Monday."))
    found = dated(pile, told, (), vote(("a", told[0].times[0]), ("b", told[1].times[0])))
    assert found.reports == pile
    assert [[side.report for side in clash.sides] for clash in found.clashes] == [["a", "b"]]


def test_the_order_of_the_reports_does_not_matter() -> None:
    keys = ("a", "b", "c")
    pile = (report("a", "2021-03-20"), report("b"), report("c"))
    told = tuple(findings(key, "They voted on Monday. It fell on March 1.") for key in keys)
    happened = vote(*((one.report, one.times[0]) for one in told))
    entities = shared_body(*keys)
    one, other = dated(pile, told, entities, happened), dated(pile[::-1], told[::-1], entities, happened[::-1])
    assert one.reports == other.reports[::-1]
    assert one.days == other.days


def test_without_any_date_in_the_pile_there_is_none() -> None:
    assert dated((report("a"),), (findings("a", "It fell on 1 May 2021."),), ()) == Dating((report("a"),), {})
