"""The pages in a real browser: the example is built, read, corrected, built again, and the correction is still there.

Needs playwright and a Chromium or Chrome that is installed already; nothing is fetched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.keep import correct, load_record, verify
from onrecord.model import Record, Statement
from onrecord.show.page import page as written

Addresses = Callable[[Record], list[str]]
Server = Callable[[Path], AbstractContextManager[str]]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name != "posix", reason="the server is stopped as by Ctrl-C"),
]


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


def test_a_statement_is_corrected_by_keyboard_alone(tab: Any, affair: Path) -> None:
    one = next(each for each in load_record(affair).statements if each.act == "assert")

    def until(selector: str) -> None:
        for _ in range(80):
            if tab.evaluate(f"document.activeElement.matches({selector!r})"):
                return
            tab.keyboard.press("Tab")
        pytest.fail(f"no key leads to {selector}")

    tab.goto(f"/reports/{one.report}#statement-{one.id}")
    for _ in range(600):  # until the browser has put the focus on the mark that the address names
        if tab.evaluate("document.activeElement.id") == f"statement-{one.id}":
            break
        tab.wait_for_timeout(100)
    tab.keyboard.press("Enter")  # it leads to the card
    tab.wait_for_url(re.compile(f"#card-{one.id}$"))
    until(f'a[href="/statements/{one.id}"]')
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(f"/statements/{one.id}$"))
    until("details:nth-of-type(3) > summary")
    tab.keyboard.press("Enter")
    until('select[name="value"]')
    tab.keyboard.type("warn")
    until('input[name="why"]')
    tab.keyboard.type("it is put as a warning")
    until('details[open] input[name="by"]')
    tab.keyboard.type("Ana Ruiz")
    tab.keyboard.press("Enter")
    tab.locator(".notes .by-hand").wait_for()
    made = load_record(affair).corrections[-1]
    assert (made.change, made.new, made.by, made.why) == ("act", "warn", "Ana Ruiz", "it is put as a warning")
    correct(affair, made.id, "undo", by="Ana Ruiz")


def test_a_corrected_speaker_is_kept_when_the_record_is_built_again(tab: Any, affair: Path, example: Path) -> None:
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
    run.build([example], affair, rebuild=True)
    tab.reload()
    assert tab.locator(".lead").inner_text().startswith(person.name)
    assert verify(affair) == ()
    tab.locator(".notes summary").click()
    tab.get_by_role("form", name=re.compile("Undo")).get_by_role("button").click()
    tab.wait_for_url(re.compile("/corrections$"))
    assert next(each for each in load_record(affair).statements if each.id == one.id) == one


@pytest.fixture
def evil_pages(
    evil_path: Path, hostile: Record, every_address: Addresses, served: Server
) -> Iterator[tuple[str, list[str]]]:
    """Where the record in which every word is hostile is served, and the address of each kind of page of it."""
    with served(evil_path) as origin:
        yield origin, every_address(hostile)


def test_nothing_that_a_report_says_runs_or_asks_for_anything(
    evil_pages: tuple[str, list[str]], evil_path: Path, hostile: Record, watched: Any
) -> None:
    origin, addresses = evil_pages
    page = watched(base_url=origin)
    for address in addresses:
        assert page.tab.goto(address).status == 200
        assert page.tab.evaluate("document.scripts.length") == 0
        assert page.tab.locator("[onclick], [onerror], img, iframe, object, embed").count() == 0
        links = "[...document.querySelectorAll('[href]')].map(one => one.getAttribute('href'))"
        hrefs = page.tab.evaluate(f"{links}.map(one => new URL(one, location.href).href)")
        assert [one for one in hrefs if not one.startswith((f"{origin}/", "data:,"))] == []
    page.nothing_happened(f"{origin}/")


def test_words_of_hostile_reports_are_lit_on_the_right_characters(
    evil_pages: tuple[str, list[str]], hostile: Record, watched: Any
) -> None:
    page = watched(base_url=evil_pages[0])
    report = hostile.reports[0]
    page.tab.goto(f"/reports/{report.id}")
    text = "[...document.querySelectorAll('.text')].map(one => one.textContent).join('')"
    assert page.tab.evaluate(text) == report.text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    for one in hostile.statements:
        if one.report != report.id:
            continue
        label = page.tab.locator(f"#statement-{one.id}").get_attribute("data-label")
        lit = page.tab.locator(f"mark.in{label.split()[0]}").all_text_contents()
        assert "".join(lit) == "".join(part.text for part in one.content).replace("\0", "\N{REPLACEMENT CHARACTER}")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    page.tab.set_viewport_size({"width": 360, "height": 740})
    assert page.tab.evaluate(wide) <= 0
    page.nothing_happened(f"{evil_pages[0]}/")


def test_the_page_to_send_on_runs_nothing_of_a_hostile_report(hostile: Record, tmp_path: Path, watched: Any) -> None:
    for excerpts in (False, True):
        (tmp_path / "evil.html").write_bytes(written(hostile, excerpts=excerpts))
        page = watched()
        page.tab.goto((tmp_path / "evil.html").as_uri())
        assert page.tab.locator("script, img, iframe, [onclick], [onerror]").count() == 0
        page.nothing_happened((tmp_path / "evil.html").as_uri())


def test_what_is_folded_away_on_the_screen_is_on_paper(affair: Path, tmp_path: Path, watched: Any) -> None:
    (tmp_path / "albara.html").write_bytes(written(load_record(affair)))
    tab = watched().tab
    tab.goto((tmp_path / "albara.html").as_uri())
    folded = tab.locator("details:not([open]) .entries li").first
    assert not folded.is_visible()
    tab.emulate_media(media="print")
    assert folded.is_visible()
    assert not tab.locator("nav").first.is_visible()


def test_where_a_browser_has_to_be_there_a_test_without_one_fails(
    told_without_browser: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TESTS_NEED_A_BROWSER", raising=False)
    with pytest.raises(pytest.skip.Exception):
        told_without_browser("none")
    monkeypatch.setenv("TESTS_NEED_A_BROWSER", "1")
    with pytest.raises(pytest.fail.Exception):
        told_without_browser("none")
