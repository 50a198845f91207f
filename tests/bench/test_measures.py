import pytest

from onrecord.bench.measures import b_cubed, f1, pairs, share


def test_f1_and_share_of_nothing_are_not_judged() -> None:
    assert f1(0, 0, 0) is None
    assert share([]) is None


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    precision, recall = 3 / 4, 3 / 6
    assert f1(3, mine=4, gold=6) == pytest.approx(2 * precision * recall / (precision + recall))


def test_items_are_paired_one_to_one_the_best_overlap_first() -> None:
    gold = {"a": frozenset({1, 2, 3}), "b": frozenset({3, 4})}
    mine = {"x": frozenset({1, 2, 3, 4}), "y": frozenset({3})}
    assert pairs(gold, mine, 0.0) == {"a": "x", "b": "y"}


def test_an_overlap_below_the_least_pairs_nothing() -> None:
    assert pairs({"a": frozenset({1, 2, 3})}, {"x": frozenset({3, 4, 5})}, 0.5) == {}


def test_of_two_equal_overlaps_the_earlier_id_is_taken() -> None:
    assert pairs({"a": frozenset({1})}, {"y": frozenset({1}), "x": frozenset({1})}, 0.5) == {"a": "x"}


# Luo (2005): twelve mentions in three sets, and two responses.
KEY = [{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}]


@pytest.mark.parametrize(
    ("response", "figure"),
    [
        ([{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}], 0.865),
        ([{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}], 0.737),
    ],
)
def test_b_cubed_gives_the_published_worked_examples(response: list[set[int]], figure: float) -> None:
    assert b_cubed(KEY, response) == pytest.approx(figure, abs=5e-4)


def test_b_cubed_counts_missing_and_surplus_mentions() -> None:
    recall, precision = (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 0) / 5, (1 + 1 + 1 / 3 + 1 / 3 + 0) / 5
    expected = 2 * recall * precision / (recall + precision)
    assert b_cubed([set("abc"), set("de")], [set("ab"), set("cdx")]) == pytest.approx(expected)


def test_b_cubed_of_nothing_in_common_is_zero() -> None:
    assert b_cubed([{1, 2}], [{3, 4}]) == 0.0
    assert b_cubed([], [{1}]) == 0.0
