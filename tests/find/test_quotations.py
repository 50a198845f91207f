"""Quotation marks of every kind, paired."""

from itertools import pairwise

import pytest

from onrecord.find.quotations import quotations


def inner(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It held,” she said.", ["It held,"]),
        ('"It held," she said.', ["It held,"]),
        ('“It held," she said. “Go.”', ["It held,", "Go."]),
        ('"It held,” she said.', ["It held,"]),
        ("«It held», she said.", ["It held"]),
        ("„It held“, she said.", ["It held"]),
        ("‘It held,’ she said.", ["It held,"]),
        ("'It held,' she said.", ["It held,"]),
        ("`It held,' she said.", ["It held,"]),
    ],
)
def test_marks_of_every_kind_enclose(text: str, found: list[str]) -> None:
    assert inner(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
        ("\"He said 'no' to me,\" she said.", ["He said 'no' to me,"]),
        ("\"He said, 'No.' \" She left.", ["He said, 'No.' "]),
    ],
)
def test_only_the_outermost_count(text: str, found: list[str]) -> None:
    assert inner(text) == found


@pytest.mark.parametrize(("behind", "found"), [("\n\n‘It leaked.’", ["It held. I slept."]), ("\n\nIt leaked.", [])])
def test_a_single_mark_stays_open_where_the_next_paragraph_opens_it_again(behind: str, found: list[str]) -> None:
    first = "‘It held. I slept."
    assert [
        (first + behind)[one.inner_start : one.inner_end] for one in quotations(first + behind, 0, len(first))
    ] == found


@pytest.mark.parametrize(
    "text",
    [
        "The town's weir didn't hold.",
        "The town’s weir didn’t hold.",
        "The mills’ owners left the farmers’ fields.",
        "It fell in the ’90s.",
        "The plank was 6' long.",
        "",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert inner(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'It's ours and it didn't fall,' she said.", ["It's ours and it didn't fall,"]),
        ("‘The mills’ weir is ours,’ she said.", ["The mills’ weir is ours,"]),
        ("It fell in the '90s. \"It's the mills',\" she said.", ["It's the mills',"]),
        ("Give 'em time. \"It's the mills',\" she said.", ["It's the mills',"]),
    ],
)
def test_apostrophes_do_not_close_single_marks(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_a_quotation_that_never_closes_runs_to_the_end_of_its_paragraph() -> None:
    text = "She said: “It held. We slept.  "
    (one,) = quotations(text, 0, len(text))
    assert (text[one.inner_start : one.inner_end], one.closed) == ("It held. We slept.", False)


def test_a_paragraph_is_not_left() -> None:
    text = "“It held.\n“We slept.”"
    assert [text[one.start : one.end] for one in quotations(text, 0, 9)] == ["“It held."]


@pytest.mark.parametrize(
    "text", ["“”", '""', "“", '"', "”", "''''", "’", "``", "“ ”", "»", "‘‘‘", '"“”"', "“““", "'\n'"]
)
def test_stray_marks_fail_nowhere(text: str) -> None:
    found = quotations(text, 0, len(text))
    assert all(0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)


def test_quotations_are_in_order_and_apart() -> None:
    text = '“One,” she said, “two,” and ‘three,’ then "four".'
    found = quotations(text, 0, len(text))
    assert len(found) == 4
    assert all(a.end <= b.start for a, b in pairwise(found))
