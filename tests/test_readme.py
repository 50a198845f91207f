"""The README's first screen and its test command are what the package does."""

import os
import subprocess
import sys
from pathlib import Path

from onrecord.run import build

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_on_the_first_screen_is_what_the_command_prints(tmp_path: Path) -> None:
    build([ROOT / "examples" / "albara" / "reports"], tmp_path / "albara.db")
    command = [sys.executable, "-m", "onrecord", "show", str(tmp_path / "albara.db"), "--speaker", "Leire Urrutia"]
    done = subprocess.run(
        command, env=os.environ | {"COLUMNS": "80"}, capture_output=True, check=True, encoding="utf-8", errors="strict"
    )
    assert f"```text\n{done.stdout.rstrip()}\n```" in README


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    commands = [line.removeprefix("$ ") for line in README.splitlines() if line.startswith("$ python3 -m venv")]
    assert len(commands) == 2
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert commands[1] in script
    assert [line for line in script if line and line[0] != "#"] == [
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        commands[1],
    ]
