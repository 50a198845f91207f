"""The pages of docs/: made from the package, shown as the program answers, and pointing to what is there."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from onrecord.keep import load_record
from onrecord.model import Record, encode
from onrecord.run import build

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
EXAMPLE = ROOT / "examples" / "albara"


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


make = _load(DOCS / "make.py")
WRITTEN: list[Path] = make.written()
TEXTS = sorted({*DOCS.glob("*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").rglob("*.md")})
SOURCES = sorted(
    path
    for folder in ("src", "docs", "bench", "tests", "examples")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".md", ".toml", ".j2", ".css", ".sql", ".json", ".txt"}
)
HOME = re.compile(r"(?<![\w.<-])/(?:home|Users|work|root|mnt|opt)/\w|\b[A-Z]:\\Users\\")
"""The beginning of a path of one machine; /tmp and /dev are on all of them."""


@pytest.fixture(scope="session")
def albara(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docs") / "albara.db"
    build([EXAMPLE / "reports"], path)
    return path


@pytest.fixture(scope="session")
def validator() -> Any:
    schema = json.loads((DOCS / "onrecord-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", make.GENERATED)
def test_a_generated_page_is_what_the_package_gives(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == make.GENERATED[name](), "run: python docs/make.py"


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in DOCS.iterdir() if path.suffix in {".md", ".json"}} - {"README.md"}
    assert pages <= set(re.findall(r"\]\(([^)#]+)\)", index))


def test_the_bundled_affair_fits_the_schema(validator: Any, albara: Path) -> None:
    validator.validate(json.loads(encode(load_record(albara))))


def test_an_empty_record_fits_the_schema(validator: Any) -> None:
    validator.validate(json.loads(encode(Record())))


@pytest.mark.parametrize(
    "wrong", [{"format": "onrecord/2"}, {"statements": [{"id": "0"}]}, {"unread": [{"file": 1, "why": ""}]}]
)
def test_what_is_no_record_does_not_fit_the_schema(validator: Any, wrong: dict[str, Any]) -> None:
    assert list(validator.iter_errors(json.loads(encode(Record())) | wrong))


def test_every_key_of_the_format_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", (DOCS / "record.md").read_text(encoding="utf-8")))
    kinds = json.loads((DOCS / "onrecord-1.schema.json").read_text(encoding="utf-8"))["$defs"].values()
    spans = {"start", "end", "trigger", "entity", "score"}  # explained with what they are part of
    assert {key for kind in kinds for key in kind["properties"]} - spans - {"format"} <= explained


@pytest.mark.skipif(shutil.which("sh") is None, reason="the examples are for a shell")
@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_examples_run_and_print_what_the_page_shows(page: Path, albara: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if "$ sqlite3 " in text and shutil.which("sqlite3") is None:
        pytest.skip("an example needs the sqlite3 shell")
    assert make.refreshed(text, make.workplace(tmp_path, albara)) == text, "run: python docs/make.py"


def _readme_examples() -> Iterator[tuple[str, str]]:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    for kind, code in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if kind == "python":
            yield kind, code
        elif kind in {"console", "bash", "sh", "shell"}:
            for line in code.splitlines():
                command = line.removeprefix("$ ")
                if command.startswith("onrecord ") and not re.search(r"\b[A-Z]{2,}\b|…|\.\.\.", command):
                    yield "sh", command


@pytest.mark.skipif(shutil.which("sh") is None, reason="the examples are for a shell")
def test_examples_of_the_readme_run(albara: Path, tmp_path: Path) -> None:
    place = make.workplace(tmp_path, albara)
    for kind, code in _readme_examples():
        if kind == "sh":
            make.run(code, place)
        else:
            done = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{code}\n{done.stderr}"


def _anchors(path: Path) -> set[str]:
    """The headings of a page as links name them."""
    prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    heads = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, heading = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), f"{page.name}: {target}"
        assert not heading or heading in _anchors(path), f"{page.name}: {target}"


def test_no_page_and_no_source_names_a_path_of_one_machine() -> None:
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in (*SOURCES, *TEXTS)}
    assert [f"{path.relative_to(ROOT)}: {m[0]}" for path, text in texts.items() for m in HOME.finditer(text)] == []


@pytest.mark.parametrize(
    ("name", "column"), [("settings.md", "`ONRECORD_MAX_BYTES`"), ("errors.md", "`NotARecord` | 20")]
)
def test_a_generated_table_has_what_users_look_for(name: str, column: str) -> None:
    assert column in (DOCS / name).read_text(encoding="utf-8")


def test_an_example_that_ends_otherwise_than_shown_is_told(tmp_path: Path) -> None:
    with pytest.raises(make.Failed, match="exit code 2, not 0"):
        make.run("onrecord nonsense", tmp_path)
    assert "nonsense" in make.run("onrecord nonsense  # exit code 2", tmp_path)


def test_output_below_an_example_is_replaced(tmp_path: Path) -> None:
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n\n```console\n$ echo one\ntwo\n```\n"
    shown = "```python\nprint(1 + 1)\n```\n\n```text\n2\n```\n\n```console\n$ echo one\none\n```\n"
    assert make.refreshed(page, tmp_path) == shown
    assert make.refreshed(shown, tmp_path) == shown
