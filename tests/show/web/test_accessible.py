"""What axe, which knows the rules of WCAG, says of every page and of the file that is sent on, light and dark."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.keep import correct, load_record
from onrecord.show.page import page as written

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
"""What may differ in the dark."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name != "posix", reason="the server is stopped as by Ctrl-C"),
]


def addresses(affair: Path) -> list[str]:
    """One of each kind of page."""
    record = load_record(affair)
    told = record.utterances[0]
    open_one = next(one for one in record.statements if one.speaker is None and one.candidates)
    lists = ["/", "/reports", "/people", "/utterances", "/timeline", "/events", "/points", "/conflicts", "/doubts"]
    lists += ["/timeline?undated=true", "/timeline?from=2023-03-01&to=2023-03-12", "/corrections", "/differences"]
    lists += ["/search", "/search?q=river", "/search?q=river&by=meaning", "/search?q=xyzzy", "/people?named=xyzzy"]
    items = [f"/reports/{open_one.report}", f"/statements/{open_one.id}", f"/statements/{told.statements[0]}"]
    items += [f"/utterances/{told.id}", f"/people/{record.entities[0].id}"]
    return [*lists, *items]


def grave(tab: Any, options: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """The rules that are broken seriously, each with an element that breaks it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(tab, options=options) if options else axe.run(tab)
    return [
        (one["id"], one["nodes"][0]["html"][:200])
        for one in found.response["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def test_no_page_breaks_a_rule_of_accessibility(tab: Any, affair: Path) -> None:
    record = load_record(affair)
    correct(affair, record.statements[0].id, "act", "warn", by="Ana Ruiz", why="it is put as a warning")
    for address in addresses(affair):
        tab.emulate_media(color_scheme="light")
        tab.goto(address)
        broken = grave(tab)
        tab.emulate_media(color_scheme="dark")
        assert (address, broken, grave(tab, COLOURS)) == (address, [], [])


def test_a_page_that_says_what_is_wrong_breaks_none(watched: Any, origin: str) -> None:
    tab = watched(base_url=origin).tab
    assert tab.goto("/reports/ffff").status == 404
    assert grave(tab) == []


@pytest.mark.parametrize("excerpts", [False, True], ids=["whole", "excerpts"])
def test_the_page_to_send_on_breaks_none(affair: Path, tmp_path: Path, watched: Any, excerpts: bool) -> None:
    (tmp_path / "albara.html").write_bytes(written(load_record(affair), excerpts=excerpts))
    page = watched()
    page.tab.goto((tmp_path / "albara.html").as_uri())
    broken = grave(page.tab)
    page.tab.emulate_media(color_scheme="dark")
    assert (broken, grave(page.tab, COLOURS)) == ([], [])
    page.nothing_happened((tmp_path / "albara.html").as_uri())


def test_axe_would_tell_of_a_broken_rule(watched: Any) -> None:
    tab = watched().tab
    tab.set_content(
        '<html lang="en"><title>t</title><main><h1>t</h1><input><p style="color:#eee">pale</p></main></html>'
    )
    assert {rule for rule, _ in grave(tab)} == {"label", "color-contrast"}
