"""The rule of the house: a module imports only from floors below or its own folder; one door per library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
FLOORS = {
    "errors": 0,
    "settings": 1,
    "model": 2,
    "wordlists": 2,
    "days": 2,
    "encoder": 2,
    "read": 3,
    "find": 3,
    "match": 3,
    "keep": 3,
    "run": 4,
    "bench": 5,
    "show": 6,
    "__main__": 7,
}
DOORS = {
    "typer": {"show/cli.py"},
    "rich": {"show/terminal.py"},
    "jinja2": {"show/page.py"},
    "fastapi": {"show/web/app.py"},
    "uvicorn": {"show/web/server.py"},
    "py3langid": {"read/language.py"},
    "onnxruntime": {"encoder.py"},
    "tokenizers": {"encoder.py"},
}
MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((SOURCE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def part(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", [m for m in MODULES if part(m) != "__init__"], ids=str)
def test_a_module_imports_only_from_floors_below_or_from_its_own_folder(module: Path) -> None:
    own = part(module)
    for name in imported(module):
        pieces = name.split(".")
        if pieces[0] == "onrecord" and len(pieces) > 1 and pieces[1] in FLOORS and pieces[1] != own:
            assert FLOORS[pieces[1]] < FLOORS[own], f"{module} imports {name}"


@pytest.mark.parametrize("library", DOORS)
def test_an_outside_library_has_one_door(library: str) -> None:
    users = {str(m.as_posix()) for m in MODULES if any(name.split(".")[0] == library for name in imported(m))}
    assert users == DOORS[library]


def test_only_keep_and_its_guards_touch_the_database() -> None:
    users = {part(m) for m in MODULES if "sqlite3" in set(imported(m))}
    assert users <= {"keep"}


def test_every_part_of_the_house_stands_on_a_floor() -> None:
    assert {part(m) for m in MODULES} - {"__init__"} == set(FLOORS)
