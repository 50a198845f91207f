"""The pages in a real browser: the example is built, read, corrected, built again, and the correction is still there.

Needs playwright and a Chromium or Chrome that is installed already; nothing is fetched.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.keep import load_record, verify
from onrecord.model import Statement

EXAMPLE = Path(__file__).parents[3] / "examples" / "albara" / "reports"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name != "posix", reason="the server is stopped as by Ctrl-C"),
]


@pytest.fixture(scope="module")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "albara.db"
    run.build([EXAMPLE], path)
    return path


@pytest.fixture(scope="module")
def origin(affair: Path) -> Iterator[str]:
    """Where the record is served; in the end the server is stopped as a person would stop it."""
    command = [sys.executable, "-m", "onrecord", "serve", str(affair), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout
    said = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
    assert said
    yield said[0]
    server.send_signal(signal.SIGINT)
    _, complaints = server.communicate(timeout=60)
    assert (server.returncode, complaints) == (0, "")


@pytest.fixture
def tab(watched: Any, origin: str) -> Iterator[Any]:
    """A tab in which no error may be told, and from which nothing but the server may be asked."""
    page = watched(base_url=origin, viewport={"width": 1100, "height": 800})
    yield page.tab
    page.nothing_happened(f"{origin}/")


def told_twice(affair: Path) -> Statement:
    record = load_record(affair)
    return next(one for one in record.statements if one.id in record.utterances[0].statements)


def test_every_page_opens_without_an_error_and_fits_a_phone(tab: Any, affair: Path) -> None:
    record, one = load_record(affair), told_twice(affair)
    addresses = ["/", "/reports", "/people", "/utterances", "/timeline", "/events", "/points", "/conflicts", "/doubts"]
    addresses += ["/search?q=river", "/corrections", f"/reports/{one.report}", f"/statements/{one.id}"]
    addresses += [f"/people/{one.speaker or record.entities[0].id}", f"/utterances/{record.utterances[0].id}"]
    for address in addresses:
        assert tab.goto(address).status == 200
        assert tab.locator("h1").count() == 1, address
    tab.set_viewport_size({"width": 360, "height": 740})
    for address in ("/", "/timeline", f"/reports/{one.report}", f"/statements/{one.id}"):
        tab.goto(address)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tab.evaluate(wide) <= 0, address


def test_a_statement_leads_to_its_words_in_the_report(tab: Any, affair: Path) -> None:
    one = told_twice(affair)
    tab.goto(f"/statements/{one.id}")
    tab.get_by_role("link", name="In the report").click()
    tab.wait_for_url(re.compile(f"/reports/{one.report}#statement-{one.id}$"))
    number = tab.locator(f"#statement-{one.id}").get_attribute("data-label").split()[0]
    words = tab.locator(f"mark.in{number}")
    assert "".join(words.all_inner_texts()) == "".join(part.text for part in one.content)
    style = "element => getComputedStyle(element).backgroundColor"
    others = tab.locator(f"mark.said:not(.in{number})").first
    assert words.first.evaluate(style) != others.evaluate(style)
    box = tab.locator(f"#statement-{one.id}").bounding_box()
    assert 0 <= box["y"] <= 800


def test_the_keyboard_is_enough(tab: Any) -> None:
    tab.goto("/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the page"
    tab.keyboard.press("Tab")
    tab.keyboard.type("river")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/search\?q=river"))
    assert tab.locator(".entries li").count() > 1


def test_a_corrected_speaker_is_kept_when_the_record_is_built_again(tab: Any, affair: Path) -> None:
    record, one = load_record(affair), told_twice(affair)
    person = next(e for e in record.entities if e.type == "person" and e.id != one.speaker and " " in e.name)
    same = [e for e in record.entities if e.name == person.name]
    assert len(same) == 1
    tab.goto(f"/statements/{one.id}")
    tab.get_by_text("Who says it", exact=True).click()
    form = tab.get_by_role("form", name="Who says it")
    form.get_by_label(re.compile("Name, id")).fill(person.name)
    form.get_by_label("Why").fill("the caption <b>names</b> them")
    form.get_by_label("Your name").fill("Ana Ruiz")
    form.get_by_role("button").click()
    tab.wait_for_url(re.compile(f"/statements/{one.id}$"))
    assert tab.locator(".lead").inner_text().startswith(person.name)
    note = tab.locator(".notes .by-hand bdi").inner_text()
    assert f"speaker: {person.name} (Ana Ruiz" in note
    assert "the caption <b>names</b> them" in note
    assert "the machine reads" in note
    run.build([EXAMPLE], affair, rebuild=True)
    tab.reload()
    assert tab.locator(".lead").inner_text().startswith(person.name)
    assert verify(affair) == ()
    tab.locator(".notes summary").click()
    tab.get_by_role("form", name=re.compile("Undo")).get_by_role("button").click()
    tab.wait_for_url(re.compile("/corrections$"))
    assert next(each for each in load_record(affair).statements if each.id == one.id) == one
