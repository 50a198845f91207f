"""Take the pictures of the documentation from the bundled affair, in a real browser.

    pip install playwright && python docs/pictures.py [CHROMIUM]

CHROMIUM is the path of the browser, by default what is called `chromium` on this machine. Each picture is kept with the
256 colours that it has most of, which text on paper does not miss, and has less than `MOST_BYTES`.
"""

from __future__ import annotations

import base64
import shutil
import struct
import sys
import tempfile
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from playwright.sync_api import sync_playwright

from onrecord.keep import correct
from onrecord.model import Record
from onrecord.run import build
from onrecord.show.page import page
from onrecord.show.web.app import application
from onrecord.show.web.server import address, bound, run

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1180, 760
MOST_BYTES = 200_000
COLOURS = 256
PIXELS = """async data => {
    const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const bytes = context.getImageData(0, 0, picture.width, picture.height).data;
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return [picture.width, picture.height, btoa(text)];
}"""


def pictures(browser_path: str) -> None:
    """Write every picture of `docs/images`."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "albara.db"
        record = build([ROOT / "examples" / "albara" / "reports"], path)
        (Path(folder) / "albara.html").write_bytes(page(record))
        IMAGES.mkdir(exist_ok=True)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        of_the_page(browser, record, (Path(folder) / "albara.html").as_uri())
        with served(path) as origin:
            of_the_app(browser, record, path, origin)
        browser.close()


def of_the_page(browser: Any, record: Record, where: str) -> None:
    """A report with its statements lit, and the timeline."""
    tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    tab.goto(where)
    report = next(one for one in record.reports if one.file == "meridian-1.txt")
    for name, anchor in (("report", f"report-{report.id}"), ("timeline", "timeline")):
        tab.locator(f"#{anchor}").evaluate("element => element.scrollIntoView()")
        taken(browser, tab, name)


def of_the_app(browser: Any, record: Record, path: Path, origin: str) -> None:
    """Who stands where, tellings side by side, a statement that somebody has corrected, and a phone in the dark."""
    one = next(each for each in record.statements if each.content[0].text.startswith("They knew on Saturday"))
    correct(path, one.id, "act", "criticise", by="Ana Ruiz", why="nobody is threatened")
    tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    tab.goto(f"{origin}points")
    taken(browser, tab, "points")
    tab.goto(f"{origin}statements/{one.id}")
    taken(browser, tab, "correct")
    small = browser.new_page(viewport={"width": 390, "height": HEIGHT}, color_scheme="dark", device_scale_factor=1.5)
    small.goto(f"{origin}reports/{one.report}#statement-{one.id}")
    taken(browser, small, "phone")


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Where the record at `path` is served, as long as this process runs."""
    opened = bound("127.0.0.1", 0)
    threading.Thread(target=run, args=(application(path), opened, lambda: None), daemon=True).start()
    yield address(opened, "127.0.0.1")


def taken(browser: Any, tab: Any, name: str) -> None:
    """Take a picture of what a tab shows."""
    reader = browser.new_page()
    width, height, pixels = reader.evaluate(PIXELS, base64.b64encode(tab.screenshot()).decode())
    reader.close()
    colours = np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(height, width, 4)[:, :, :3]
    data = small_png(colours)
    assert len(data) < MOST_BYTES, (name, len(data))
    (IMAGES / f"{name}.png").write_bytes(data)


def small_png(pixels: npt.NDArray[np.uint8]) -> bytes:
    """A PNG of (height, width, 3) pixels with the colours that they have most of, each other one as its nearest."""
    height, width, _ = pixels.shape
    colours, which, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    kept = colours[np.sort(np.argsort(-counts, kind="stable")[:COLOURS])]
    far = ((colours[:, None].astype(np.int32) - kept[None].astype(np.int32)) ** 2).sum(axis=2)
    places = far.argmin(axis=1).astype(np.uint8)[which.reshape(-1)].reshape(height, width)
    rows = np.hstack([np.zeros((height, 1), np.uint8), places])
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", kept.tobytes()), (b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    pictures(sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or sys.exit(__doc__))
