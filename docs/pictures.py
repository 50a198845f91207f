"""Take the pictures of the documentation from a page of the bundled affair, in a real browser.

    pip install playwright && python docs/pictures.py [CHROMIUM]

CHROMIUM is the path of the browser, by default what is called `chromium` on this machine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from onrecord.run import build
from onrecord.show.page import page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1180, 760


def pictures(browser_path: str) -> None:
    """Write `docs/images/report.png` and `docs/images/timeline.png`."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        record = build([ROOT / "examples" / "albara" / "reports"], Path(folder) / "albara.db")
        (Path(folder) / "albara.html").write_bytes(page(record))
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto((Path(folder) / "albara.html").as_uri())
        report = next(one for one in record.reports if one.file == "meridian-1.txt")
        IMAGES.mkdir(exist_ok=True)
        for name, anchor in (("report", f"report-{report.id}"), ("timeline", "timeline")):
            tab.locator(f"#{anchor}").evaluate("element => element.scrollIntoView()")
            tab.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    pictures(sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or sys.exit(__doc__))
