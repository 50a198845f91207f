"""Measure how long find takes beside the network's bare pass, and how many reports of 500 words it reads a second.

    python bench/speed.py ARTICLES.jsonl [COUNT]

ARTICLES holds a JSON object with a `text` on each line; the first COUNT (40) are cut into reports of 500 words. Prints,
of one thread: processor's seconds of the bare pass over the windows and of the whole of find, report by report in turn,
so that what else the machine does weighs on both, and their ratio; then reports a second with as many threads as there
are processors, as `onrecord build` reads them; then how long loading and a first report take.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onrecord.encoder import processors, shipped
from onrecord.find import find
from onrecord.find.passage import paragraphs
from onrecord.find.plain import Plain
from onrecord.find.windows import cuts, pieces, window_arrays
from onrecord.model import Report

WORDS = 500
FIRST = """
from onrecord.find import find
from onrecord.model import Report
find(Report(id="", file="", files=(), sha256="", text_sha256="", text="Ann Hale said it held.", language="en"))
"""


def reports(path: Path, count: int) -> list[Report]:
    """Reports of `WORDS` words, cut from the first `count` texts."""
    found: list[Report] = []
    for line in path.read_text(encoding="utf-8").splitlines()[:count]:
        words = json.loads(line)["text"].split(" ")
        for k in range(0, len(words) - WORDS + 1, WORDS):
            text = " ".join(words[k : k + WORDS])
            found.append(
                Report(id=f"r{len(found)}", file="", files=(), sha256="", text_sha256="", text=text, language="en")
            )
    return found


def bare(report: Report) -> float:
    """Processor's seconds of the network's pass over all windows of a report, nothing else."""
    encoder = shipped()
    text = Plain(report.text, paragraphs(report)).text
    doc = pieces(text, encoder.tokens(text))
    windows = [window_arrays(doc, start, end)[0] for start, end in cuts(doc)]
    started = time.process_time()
    for inputs in windows:
        encoder.window(inputs)
    return time.process_time() - started


def found(report: Report) -> float:
    """Processor's seconds of the whole of find on a report."""
    started = time.process_time()
    find(report)
    return time.process_time() - started


def main(path: Path, count: int) -> None:
    """Measure and print."""
    pile = reports(path, count)
    find(pile[0])
    both = [(bare(report), found(report)) for report in pile]
    alone, whole = (sum(times) for times in zip(*both, strict=True))
    print(
        f"{len(pile)} reports of {WORDS} words, one thread: bare pass {alone:.2f} s, find {whole:.2f} s,"
        f" {whole / alone:.2f} times"
    )
    started = time.perf_counter()
    with ThreadPoolExecutor(processors()) as pool:
        list(pool.map(find, pile))
    print(f"{processors()} threads: {len(pile) / (time.perf_counter() - started):.1f} reports a second")
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", FIRST], check=True)
    print(f"from the start of Python to the first result: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 40)
