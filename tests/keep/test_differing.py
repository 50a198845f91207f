from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from onrecord.keep.differing import between, differing
from onrecord.model import Correction


def made(number: int, by: str, change: str, new: str | None, **rest: Any) -> Correction:
    one = Correction(f"{number}", "s", change, "old", new, by, f"2024-03-0{number}", "why")
    return replace(one, kind="statement", state="applied", applies_to="s", **rest)


def test_people_differ_who_give_one_field_two_values() -> None:
    ana, ben = made(1, "Ana", "act", "warn"), made(2, "Ben", "act", "deny")
    assert differing([ana, ben]) == ((ben, ana),)
    assert differing([ana, made(2, "Ben", "act", "warn")]) == ()
    assert differing([ana, made(2, "Ben", "date", "2019")]) == ()
    assert differing([ana, made(2, " ana ", "act", "deny")]) == ()


def test_a_persons_last_word_counts() -> None:
    ana, ben, again = made(1, "Ana", "act", "warn"), made(2, "Ben", "act", "deny"), made(3, "Ana", "act", "deny")
    assert differing([ana, ben, again]) == ()


def test_who_rejects_differs_from_all_who_do_not() -> None:
    ana, ben = made(1, "Ana", "confirm", None), made(2, "Ben", "reject", None)
    assert differing([ana, ben]) == ((ben, ana),)
    assert differing([made(1, "Ana", "reject", None), ben]) == ()


def test_one_and_not_one_with_the_same_are_a_difference() -> None:
    one, other = made(1, "Ana", "merge", "t"), made(2, "Ben", "split", "t")
    assert differing([one, other]) == ((other, one),)
    assert differing([one, made(2, "Ben", "split", "u")]) == ()


def test_what_is_undone_or_lost_is_no_word() -> None:
    ana = made(1, "Ana", "act", "warn")
    for state in ("undone", "lost"):
        assert differing([ana, replace(made(2, "Ben", "act", "deny"), state=state)]) == ()


def test_between_copies_it_counts_whose_corrections_they_are_not_whose_name() -> None:
    mine, theirs = made(1, "Ana", "act", "warn"), made(2, "Ana", "act", "deny")
    assert between([mine, theirs], {"2"}) == ((theirs, mine),)
    assert between([mine, theirs], set()) == ()
