from pathlib import Path

import msgspec
import pytest

from onrecord.bench.figures import Figures, Measured
from onrecord.bench.floors import CorpusFloors, Fallen, as_toml, floors_path, held_against, read_floors
from onrecord.errors import MalformedInput

QUAY = Measured(
    corpus="quay",
    kind="gold",
    fingerprint="aa",
    accuracy={"act right": 0.7128, "speaker wrong": 0.0312, "relay right": None},
    speed={},
)
FIGURES = Figures(version="", python="", machine="", measured=(QUAY,), first_build_seconds=None, peak_memory_bytes=None)


def _floors(floors: dict[str, float], fingerprint: str = "aa") -> dict[str, CorpusFloors]:
    return {"quay": CorpusFloors(fingerprint, floors)}


def test_a_figure_on_its_floor_holds() -> None:
    assert held_against(_floors({"act right": 0.7128}), FIGURES).holds


def test_a_figure_below_its_floor_is_named_with_both_values() -> None:
    verdict = held_against(_floors({"act right": 0.72}), FIGURES)
    assert verdict.fallen == (Fallen("quay", "act right", 0.72, 0.7128),)
    assert str(verdict.fallen[0]) == "quay: act right: 0.7128, its floor is 0.720"
    assert not verdict.holds


@pytest.mark.parametrize("name", ["speaker wrong", "speaker invented", "not found"])
def test_of_a_figure_of_which_less_is_better_the_floor_is_the_most(name: str) -> None:
    quay = msgspec.structs.replace(QUAY, accuracy={name: 0.0312})
    figures = msgspec.structs.replace(FIGURES, measured=(quay,))
    assert held_against(_floors({name: 0.04}), figures).holds
    assert not held_against(_floors({name: 0.03}), figures).holds


@pytest.mark.parametrize("name", ["relay right", "no such figure"])
def test_a_figure_that_can_no_longer_be_judged_has_fallen(name: str) -> None:
    (fallen,) = held_against(_floors({name: 0.1}), FIGURES).fallen
    assert fallen.found is None
    assert "nothing to judge" in str(fallen)


def test_floors_of_another_corpus_are_void_and_judge_nothing() -> None:
    verdict = held_against(_floors({"act right": 0.99}, "bb"), FIGURES)
    assert verdict.void == ("quay",)
    assert verdict.fallen == ()
    assert not verdict.holds


def test_floors_of_a_corpus_that_was_not_measured_are_named_and_hold() -> None:
    verdict = held_against({"elsewhere": CorpusFloors("aa", {"act right": 1.0})}, FIGURES)
    assert verdict.not_measured == ("elsewhere",)
    assert verdict.holds


def test_a_reader_is_told_each_thing_that_is_wrong_or_missing_in_a_line() -> None:
    floors = {**_floors({"act right": 0.99}), "elsewhere": CorpusFloors("aa", {})}
    fallen, missing = held_against(floors, FIGURES).lines
    assert fallen.startswith("quay: act right")
    assert missing.startswith("elsewhere: not measured")
    (void,) = held_against(_floors({}, "bb"), FIGURES).lines
    assert "void" in void


def test_pinned_figures_are_read_back_and_hold(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text(as_toml(QUAY), encoding="utf-8")
    floors = read_floors(tmp_path / "floors.toml")
    assert floors == {"quay": CorpusFloors("aa", {"act right": 0.712, "speaker wrong": 0.032})}
    assert held_against(floors, FIGURES).holds


def test_chosen_figures_alone_can_be_pinned() -> None:
    assert "speaker wrong" not in as_toml(QUAY, ["act right"])


def test_a_corpus_with_a_dot_or_a_space_in_its_name_keeps_it(tmp_path: Path) -> None:
    odd = msgspec.structs.replace(QUAY, corpus="polnear dev v1.0")
    (tmp_path / "floors.toml").write_text(as_toml(odd), encoding="utf-8")
    assert list(read_floors(tmp_path / "floors.toml")) == ["polnear dev v1.0"]


@pytest.mark.parametrize("text", ["[quay", '[quay]\nfingerprint = 1\n[quay.floors]\n"act right" = "high"\n'])
def test_a_file_that_is_no_table_of_floors_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text(text, encoding="utf-8")
    with pytest.raises(MalformedInput, match="no table of floors"):
        read_floors(tmp_path / "floors.toml")


def test_the_floors_of_this_checkout_can_be_read() -> None:
    path = floors_path()
    if path is None:
        pytest.skip("not run from a checkout with its examples")
    assert isinstance(read_floors(path), dict)
