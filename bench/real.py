"""Write out real affairs whose records the project holds and whose texts belong to others, to measure on them.

    python -m bench.real BENCHMARKS FOLDER
    onrecord bench --data FOLDER

BENCHMARKS is the folder of benchmarks, with the pairs of articles of the Partisan Event Dataset (Zou et al., EMNLP
Findings 2023) and the unlabelled news. `bench/real` holds, for each affair, the record that a careful reader makes of
two to four of them: as in a gold story, but that each string of a report is a range of its characters. FOLDER gets
gold/NAME, each with its reports and record.json.

    python -m bench.real BENCHMARKS FOLDER --pack NAME

is the way back: it writes `bench/real/NAME.json` from FOLDER/gold/NAME, whose reports are named in ids.txt.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from training.data import NEWS, articles
from training.stories import STORIES

HERE = Path(__file__).parent / "real"
Texts = dict[str, str]
Turn = Callable[[str, Any], Any]  #: a report's stem and a string of it, in one form, to the same in the other


def texts_of(known: dict[str, dict[str, Any]], ids: dict[str, str]) -> Texts:
    """The texts by stem: the title, an empty line, the article."""
    rows = {stem: known[one] for stem, one in ids.items()}
    return {stem: f"{row['title'] or ''}\n\n{row['text']}" for stem, row in rows.items()}


def turned(record: dict[str, Any], turn: Turn) -> dict[str, Any]:
    """The record with every string of a report in the other form."""
    made: dict[str, Any] = json.loads(json.dumps(record))
    for stem, report in made["reports"].items():
        for key in ("headline", "outlet"):
            report[key] = report.get(key) and turn(stem, report[key])
        report["noise"] = [turn(stem, one) for one in report.get("noise", [])]
    for one in made["statements"]:
        stem = one["report"]
        for key in ("source", "cue"):
            one[key] = one.get(key) and turn(stem, one[key])
        for key in ("content", "relayed_by"):
            one[key] = [turn(stem, part) for part in one.get(key, [])]
    for one in [*made["entities"], *made["events"]]:
        one["mentions"] = {stem: [turn(stem, part) for part in all_] for stem, all_ in one["mentions"].items()}
    for one in made["conflicts"]:
        for side in one["sides"]:
            side["text"] = turn(side["report"], side["text"])
    return made


def as_ranges(texts: Texts) -> Turn:
    """Strings, or strings and which occurrence, to ranges [start, end) of characters."""

    def turn(stem: str, quoted: Any) -> list[int]:
        words, which = (quoted["text"], quoted.get("n", 1)) if isinstance(quoted, dict) else (quoted, 1)
        start = -1
        for _ in range(which):
            start = texts[stem].index(words, start + 1)
        return [start, start + len(words)]

    return turn


def as_strings(texts: Texts) -> Turn:
    """Ranges of characters to strings with which occurrence it is."""

    def turn(stem: str, span: list[int]) -> dict[str, Any]:
        words, text = texts[stem][slice(*span)], texts[stem]
        starts = [at for at in range(span[0] + 1) if text.startswith(words, at)]
        return {"text": words, "n": len(starts)}

    return turn


def unpack(known: dict[str, dict[str, Any]], name: str, folder: Path) -> None:
    """Writes an affair's reports and record."""
    packed = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    texts = texts_of(known, packed.pop("articles"))
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    for stem, text in texts.items():
        (folder / "reports" / f"{stem}.txt").write_text(text, encoding="utf-8")
    record = turned(packed, as_strings(texts))
    (folder / "record.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def pack(known: dict[str, dict[str, Any]], name: str, folder: Path) -> None:
    """Writes `bench/real/NAME.json` from an affair's folder."""
    lines = (folder / "ids.txt").read_text(encoding="utf-8").splitlines()
    ids = dict(line.split()[:2] for line in lines)
    record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    packed = {"articles": ids, **turned(record, as_ranges(texts_of(known, ids)))}
    (HERE / f"{name}.json").write_text(json.dumps(packed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pack", metavar="NAME")
    args = parser.parse_args()
    files = (args.benchmarks / STORIES, args.benchmarks / "news" / NEWS)
    known = {row["id"]: row for file in files for row in articles(file)}
    if args.pack:
        pack(known, args.pack, args.folder / "gold" / args.pack)
        return
    for path in sorted(HERE.glob("*.json")):
        unpack(known, path.stem, args.folder / "gold" / path.stem)


if __name__ == "__main__":
    main()
