from __future__ import annotations

import pytest

from onrecord.keep.listing import MOST_TOTALS, Page, Totals, cut, within


@pytest.mark.parametrize(
    ("number", "total", "size", "page"), [(1, 0, 10, 1), (1, 10, 10, 1), (2, 11, 10, 2), (9, 11, 10, 2), (3, 30, 10, 3)]
)
def test_a_page_beyond_the_end_is_the_last(number: int, total: int, size: int, page: int) -> None:
    assert within(number, total, size) == page


def test_a_list_that_is_known_whole_is_cut() -> None:
    assert cut(("a", "b", "c"), 2, 2) == Page(("c",), 3, 2)
    assert cut(("a", "b", "c"), 9, 2) == Page(("c",), 3, 2)
    assert cut((), 1, 2) == Page((), 0, 1)


def test_what_is_known_of_one_record_is_not_known_of_another() -> None:
    totals = Totals()
    totals.of("one")["acts",] = 1
    assert totals.of("one") == {("acts",): 1}
    assert totals.of("other") == {}
    assert totals.of("one") == {}


def test_of_a_record_without_a_hash_nothing_is_remembered() -> None:
    totals = Totals()
    totals.of(None)["acts",] = 1
    assert totals.of(None) == {}


def test_what_is_remembered_has_an_end() -> None:
    totals = Totals()
    totals.of("one").update({(n,): n for n in range(MOST_TOTALS + 1)})
    assert totals.of("one") == {}
