"""Reports that print another's text, on invented reports."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.match.copies import with_copies
from onrecord.model import Report, Span

Make = Callable[..., Report]
SUBJECTS = ["the council", "a ferryman", "the mill owner", "every farmer", "Mayor Vance", "the engineer"]
VERBS = ["repaired", "sold", "inspected", "painted", "closed", "measured", "flooded", "bought", "defended", "burned"]
OBJECTS = [
    "the old weir",
    "nine boats",
    "a stone bridge",
    "the northern gate",
    "two mills",
    "the harbour wall",
    "the barn",
]
PLACES = ["at Ostrell", "below the hill", "near the ferry", "in the valley", "behind the church", "across the river"]


def article(seed: int, sentences: int = 30) -> list[str]:
    """Sentences of an invented article; two seeds have hardly a run of five words in common."""
    chance = random.Random(seed)
    found = []
    for _ in range(sentences):
        number = chance.randrange(1000)
        words = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(OBJECTS), chance.choice(PLACES))
        found.append(
            f"In house {number} {' '.join(words)} after {chance.randrange(90)} days of {chance.choice(VERBS)}."
        )
    return found


def printed(sentences: list[str], headline: str = "") -> str:
    return headline + "\n\n" + "\n\n".join(sentences)


def copies(*reports: Report) -> dict[str, str | None]:
    return {one.id: one.copy_of for one in with_copies(reports)[0]}


@pytest.mark.parametrize(
    "change",
    [
        lambda s: printed(s, "Another headline"),
        lambda s: printed(s[:12], "Cut from the end"),
        lambda s: printed(s[10:], "Cut from the beginning"),
        lambda s: " ".join(s),
        lambda s: printed([w if n % 9 else w.replace("the", "that") for n, w in enumerate(s)]),
        lambda s: printed(s).upper(),
    ],
)
def test_a_cut_or_newly_headed_print_of_a_day_later_is_a_copy(
    report_of: Make, change: Callable[[list[str]], str]
) -> None:
    original = report_of(printed(article(1), "A headline"), published="2021-03-12")
    copy = report_of(change(article(1)), published="2021-03-13")
    assert copies(copy, original) == {original.id: None, copy.id: original.id}


def test_articles_of_one_day_on_one_subject_are_no_copies(report_of: Make) -> None:
    reports = [report_of(printed(article(seed)), published="2021-03-12") for seed in range(40)]
    assert not any(copies(*reports).values())


def test_a_shared_quotation_does_not_make_a_copy(report_of: Make) -> None:
    said = article(99, 4)
    one, two = printed(article(1) + said), printed(said + article(2))
    assert not any(copies(report_of(one), report_of(two)).values())


def test_what_takes_in_a_short_item_is_no_copy_of_it(report_of: Make) -> None:
    short = report_of(printed(article(3, 5)), published="2021-03-12")
    long = report_of(printed([*article(4, 30), *article(3, 5)]), published="2021-03-13")
    assert not any(copies(short, long).values())


def test_the_earlier_is_the_source_and_the_link_says_so(report_of: Make) -> None:
    fuller = report_of(printed(article(1)), published="2021-03-14")
    earlier = report_of(printed(article(1)[:20]), published="2021-03-12")
    marked, (link,) = with_copies((fuller, earlier))
    assert [one.copy_of for one in marked] == [earlier.id, None]
    assert link.kind == "copy"
    assert "which appeared later" in link.why
    assert {link.a, link.b} == {fuller.id, earlier.id}


@pytest.mark.parametrize("days", [("2021-03-12", "2021-03-12"), (None, None), ("2021-03", "2021-03-12")])
def test_where_dates_do_not_tell_the_fuller_one_counts_as_the_source(report_of: Make, days: Any) -> None:
    fuller = report_of(printed(article(1)), published=days[0])
    shorter = report_of(printed(article(1)[:20]), published=days[1])
    marked, (link,) = with_copies((shorter, fuller))
    assert sum(one.copy_of is not None for one in marked) == 1
    assert "not known" in link.why
    if days[0] == days[1]:
        assert marked[0].copy_of == fuller.id


def test_copies_of_copies_all_name_the_one_source(report_of: Make) -> None:
    reports = [report_of(printed(article(1)[: 30 - n], f"Print {n}"), published=f"2021-03-{12 + n}") for n in range(12)]
    assert [one for one in copies(*reports).values() if one] == [reports[0].id] * 11
    assert len({one.origin for one in with_copies(tuple(reports))[0]}) == 1


def test_remains_of_scraping_do_not_make_a_copy(report_of: Make) -> None:
    menu = printed(article(50, 30))
    reports = []
    for seed in (1, 2):
        text = menu + printed(article(seed, 12))
        plain = report_of(text)
        reports.append(report_of(text, noise=(Span(plain.id, 0, len(menu), menu),)))
    assert not any(copies(*reports).values())


def test_what_is_too_short_to_tell_is_no_copy(report_of: Make) -> None:
    assert not any(
        copies(report_of("The weir is closed until Monday."), report_of("THE WEIR IS CLOSED UNTIL MONDAY.")).values()
    )


def test_the_order_of_reports_makes_no_difference(report_of: Make) -> None:
    reports = [report_of(printed(article(n // 3)[n % 3 :]), published="2021-03-12") for n in range(30)]
    first = copies(*reports)
    assert sum(source is not None for source in first.values()) == 20
    random.Random(1).shuffle(reports)
    assert copies(*reports) == first
