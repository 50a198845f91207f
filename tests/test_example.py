"""The bundled example and, where it is there, the shared gold story: the accuracy that the README states."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.bench import bench
from onrecord.bench.check import faults
from onrecord.bench.figures import Figures
from onrecord.bench.floors import floors_path, held_against, read_floors
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
COLD_START = 10.0  # seconds for the example, a process and its imports included


def figures(data: Path | None = None) -> Figures:
    return bench(data, Settings(), lambda line: None)


def test_the_examples_gold_record_is_faultless() -> None:
    assert faults(ROOT / "examples" / "albara") == []


def test_no_figure_of_the_example_is_below_its_floor() -> None:
    path = floors_path()
    assert path is not None
    verdict = held_against(read_floors(path), figures())
    assert verdict.holds, verdict.lines


def test_a_cold_start_is_quick(tmp_path: Path) -> None:
    started = time.monotonic()
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "build",
        str(ROOT / "examples/albara/reports"),
        "-o",
        str(tmp_path / "a.db"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert time.monotonic() - started < COLD_START


@pytest.mark.skipif(
    not (SHARED / "gold" / "huawei").is_dir(), reason="the shared gold story is not beside this checkout"
)
def test_the_shared_story_is_read_as_well_as_the_readme_says(tmp_path: Path) -> None:
    (tmp_path / "gold").symlink_to(SHARED / "gold")  # without the benchmarks beside it, which take minutes
    (story,) = [one for one in figures(tmp_path).measured if one.corpus == "huawei"]
    accuracy = dict(story.accuracy)
    assert accuracy["spans that differ from their source"] == 0
    least = {
        "statements found F1": 0.88,
        "attributed statements F1": 0.78,
        "events F1": 0.6,
        "said_on right": 0.84,
        "report dates right": 1.0,
        "noise F1": 0.95,
        "same utterance F1": 0.45,
        "headline right": 1.0,
    }
    assert {name: accuracy[name] for name, floor in least.items() if (accuracy[name] or 0) < floor} == {}
