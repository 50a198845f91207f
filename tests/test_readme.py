"""The README's first screen and its test command are what the package does."""

import os
import re
import subprocess
import sys
from pathlib import Path

from onrecord.run import build
from onrecord.settings import PREFIX

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_on_the_first_screen_is_what_the_command_prints(tmp_path: Path) -> None:
    build([ROOT / "examples" / "albara" / "reports"], tmp_path / "albara.db")
    command = [sys.executable, "-m", "onrecord", "show", str(tmp_path / "albara.db"), "--speaker", "Leire Urrutia"]
    done = subprocess.run(
        command, env=os.environ | {"COLUMNS": "80"}, capture_output=True, check=True, encoding="utf-8", errors="strict"
    )
    assert f"```text\n{done.stdout.rstrip()}\n```" in README


def test_ci_runs_the_test_command_of_the_readme_with_a_browser_and_skips_nothing_for_want_of_one() -> None:
    commands = [line.removeprefix("$ ") for line in README.splitlines() if line.startswith("$ python3 -m venv")]
    assert len(commands) == 2
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    first, last = script.index("for pause in 10 30 0; do"), script.index("done")
    assert [line for line in script[last + 1 :] if line] == [commands[1]]
    assert [line for line in script[:first] if line and line[0] != "#"] == [
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        "export DEBIAN_FRONTEND=noninteractive TESTS_NEED_A_BROWSER=1",
    ]
    assert PREFIX not in "".join(script)  # what begins so is taken for a setting
    assert {word for line in script[first:last] for word in re.findall(r"apt-get (\w+)", line)} == {"update", "install"}
