from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from onrecord.bench.check import faults
from onrecord.bench.gold import read_gold

Tell = Callable[[Mapping[str, Any]], Path]
STATEMENT = {
    "id": "s",
    "report": "harbour",
    "content": ["the quay is safe"],
    "form": "indirect",
    "source": None,
    "cue": None,
    "speaker": None,
    "act": "assert",
    "said_on": None,
    "relayed_by": [],
}
EMPTY: dict[str, Any] = {"statements": [STATEMENT], "same_utterance": [], "events": [], "points": []}
EVENT = {
    "id": "e",
    "type": "OTHER",
    "agent": None,
    "patient": None,
    "date": None,
    "status": "happened",
    "mentions": {"harbour": ["the quay"]},
}


def test_a_sound_story_has_no_faults(quay: Path) -> None:
    assert faults(quay) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"content": ["the quay is unsafe"]}, "the quay is unsafe"),
        ({"cue": "shouted"}, "shouted"),
        ({"report": "elsewhere"}, "elsewhere"),
        ({"act": "sing"}, "s: act sing"),
        ({"form": "loud"}, "s: form loud"),
        ({"speaker": "nobody"}, "s: speaker nobody"),
        ({"relayed_by": ["the Herald"]}, "the Herald"),
    ],
)
def test_a_faulty_statement_is_named(change: dict[str, Any], named: str, tell: Tell) -> None:
    (fault,) = faults(tell({**EMPTY, "statements": [{**STATEMENT, **change}]}))
    assert named in fault


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"type": "SING"}, "e: type SING"),
        ({"status": "sung"}, "e: status sung"),
        ({"agent": "nobody"}, "e: party nobody"),
        ({"mentions": {"harbour": ["the pier"]}}, "the pier"),
    ],
)
def test_a_faulty_event_is_named(change: dict[str, Any], named: str, tell: Tell) -> None:
    (fault,) = faults(tell({**EMPTY, "events": [{**EVENT, **change}]}))
    assert named in fault


def test_an_id_given_twice_is_named_once_for_each_time_too_many(tell: Tell) -> None:
    assert faults(tell({**EMPTY, "statements": [STATEMENT] * 3})) == ["twice: s", "twice: s"]


def test_groups_and_positions_of_unknown_statements_are_named(tell: Tell) -> None:
    point = {"id": "p", "positions": [{"statement": "none", "stance": "for"}, {"statement": "s", "stance": "loud"}]}
    found = faults(tell({**EMPTY, "same_utterance": [["s", "none"]], "points": [point]}))
    assert found == ["same_utterance: statement none", "p: position none for", "p: position s loud"]


def test_reports_that_are_not_the_files_are_a_fault(quay: Path) -> None:
    (quay / "reports" / "third.txt").write_text("more", encoding="utf-8")
    assert faults(quay) == ["reports differ from the files"]


def _bundled() -> list[Path]:
    return sorted(path.parent for path in (Path(__file__).parents[2] / "examples").rglob("record.json"))


@pytest.mark.parametrize("folder", _bundled(), ids=lambda folder: folder.name)
def test_the_bundled_example_has_no_faults(folder: Path) -> None:
    assert read_gold(folder).statements
    assert faults(folder) == []
