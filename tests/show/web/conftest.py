"""Records on the disk, and a browser without a screen that asks for their pages."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from onrecord import run
from onrecord.keep import Kept, correct, save
from onrecord.model import Conflict, Event, EventMention, Findings, Point, Position, Reading, Record, content_id
from onrecord.show.web.app import application

ORIGIN = "http://127.0.0.1:8000"
Client = Callable[..., TestClient]


def saved(record: Record, path: Path) -> Path:
    """The record in a file, with a point and a conflict made of its first statements and reports."""
    one, other = record.statements[:2]
    words = one.content[0]
    positions = (Position(one.id, "for"), Position(other.id, "against"))
    whole = msgspec.structs.replace(
        record,
        points=(Point("9" * 12, words.text, one.id, positions),),
        events=(
            Event(
                id="7" * 12,
                type="OTHER",
                what=words,
                agent=one.speaker,
                patient=None,
                date="2024-03",
                place=None,
                status="alleged",
                mentions=(EventMention(words.report, words.start, words.end, words.text, (words.start, words.end)),),
            ),
        ),
        conflicts=(Conflict("8" * 12, words.text, other.content[0].text, (words, other.content[0])),),
        utterances=tuple(
            msgspec.structs.replace(told, id=content_id("told", *told.statements)) for told in record.utterances
        ),
    )
    readings = tuple(Reading(report, report.text.encode()) for report in record.reports)
    findings = tuple(Findings(report=report.id, entities=(), statements=()) for report in record.reports)
    save(Kept(whole, readings, findings), path, Record())
    return path


@pytest.fixture
def path(record: Record, tmp_path: Path) -> Path:
    """The ferry affair."""
    return saved(record, tmp_path / "ferry.db")


@pytest.fixture
def evil_path(hostile: Record, tmp_path: Path) -> Path:
    """The record in which every word is hostile, corrections too."""
    path = saved(hostile, tmp_path / "evil.db")
    evil = hostile.entities[0].name
    one, other = hostile.statements[2:4]
    correct(path, one.id, "act", "demand", by=evil, why=evil)
    correct(path, other.id, "date", "2024-03-05", by=evil, why=hostile.reports[0].text[:1500])
    gone = correct(path, other.id, "reject", by=evil, why=evil)
    correct(path, gone.id, "undo", by=evil, why=evil)
    return path


def browser(path: Path, **rest: Any) -> TestClient:
    """What asks for the pages of a record as a browser on this computer does."""
    return TestClient(application(path, **rest), base_url=ORIGIN, follow_redirects=False)


@pytest.fixture
def client() -> Client:
    return browser


def token_in(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.fixture
def token() -> Callable[[str], str]:
    return token_in


def addresses(record: Record) -> list[str]:
    """An address of every kind of page."""
    one, told = record.statements[0], record.utterances[0]
    return [
        *(
            "/",
            "/reports",
            "/people",
            "/utterances",
            "/timeline",
            "/timeline?undated=true",
            "/timeline?from=2024-03&to=2024-03-04",
        ),
        *(
            "/points",
            "/conflicts",
            "/events",
            "/doubts",
            "/search",
            "/search?q=hull+red",
            "/search?q=hull+red&by=meaning",
            "/corrections",
            "/differences",
            "/people?named=e",
        ),
        *(f"/reports/{report.id}" for report in record.reports),
        *(f"/people/{entity.id}" for entity in record.entities),
        f"/statements/{one.id}",
        f"/statements/{told.statements[0]}",
        f"/utterances/{content_id('told', *told.statements)}",
    ]


@pytest.fixture
def every_address() -> Callable[[Record], list[str]]:
    return addresses


# ---- the example in a real browser -------------------------------------------------------------------------------

EXAMPLE = Path(__file__).parents[3] / "examples" / "albara" / "reports"


@pytest.fixture(scope="session")
def example() -> Path:
    """The reports of the bundled affair."""
    return EXAMPLE


@pytest.fixture(scope="module")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "albara.db"
    run.build([EXAMPLE], path)
    return path


@contextmanager
def server(path: Path) -> Iterator[str]:
    """Where the record is served; in the end the server is stopped as a person would stop it."""
    command = [sys.executable, "-m", "onrecord", "serve", str(path), "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout
    said = re.search(r"http://127\.0\.0\.1:\d+", running.stdout.readline())
    assert said
    yield said[0]
    running.send_signal(signal.SIGINT)
    _, complaints = running.communicate(timeout=60)
    assert (running.returncode, complaints) == (0, "")


@pytest.fixture(scope="session")
def served() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a record: `with served(path) as origin`."""
    return server


@pytest.fixture(scope="module")
def origin(affair: Path) -> Iterator[str]:
    """Where the example is served."""
    with server(affair) as address:
        yield address


@pytest.fixture
def tab(watched: Any, origin: str) -> Iterator[Any]:
    """A tab in which no error may be told, and from which nothing but the server may be asked."""
    page = watched(base_url=origin, viewport={"width": 1100, "height": 800})
    yield page.tab
    page.nothing_happened(f"{origin}/")
