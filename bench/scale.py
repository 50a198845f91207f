"""Measure how long `match` takes, and how much memory, on piles of 1,000, 3,000 and 10,000 reports.

    python bench/scale.py CACHE ARTICLES.jsonl... [--sizes 1000,3000,10000] [--real 20000]

ARTICLES hold a JSON object with `text`, `title`, `published` and `publisher` or `outlet` on each line, gzipped or not.
The first REAL of them are read and found once, and kept in the file CACHE for the next time; what was found before a
stop is not found again. Larger piles are made of these: the same findings under new ids, the letters of all longer
words changed in another way in each round, so that names, words and texts differ from round to round and nobody speaks
in two. Each size is matched in a process of its own; CPU seconds are those of all threads.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.find import find
from onrecord.match import match
from onrecord.model import Findings, Report, encode
from onrecord.read import read
from onrecord.settings import Settings

_IDS = frozenset({"id", "report", "entity", "speaker", "to", "inside", "agent", "patient", "said"})


class Found(msgspec.Struct):
    """A report and what it says."""

    report: Report
    findings: Findings


def articles(paths: list[Path], most: int) -> Iterator[bytes]:
    """Lines that `read` takes, one an article."""
    done = 0
    for path in paths:
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                if done == most:
                    return
                one = json.loads(line)
                outlet = one.get("publisher") or one.get("outlet")
                known = {"id": one["id"], "text": one["text"], "published": one.get("published"), "outlet": outlet}
                yield json.dumps(known).encode() + b"\n"
                done += 1


def made(cache: Path, paths: list[Path], most: int) -> None:
    """Read and find the articles, unless the cache is there."""
    if cache.exists():
        return
    part = cache.with_suffix(".part")
    known = {one.report.id for one in whole(part)}
    with tempfile.TemporaryDirectory() as folder, part.open("ab", buffering=0) as out:
        pile = Path(folder) / "articles.jsonl"
        pile.write_bytes(b"".join(articles(paths, most)))
        for item in read([pile], Settings()):
            if not isinstance(item, InputError) and item.report.id not in known:
                out.write(encode(Found(item.report, find(item.report))) + b"\n")
    part.rename(cache)


def whole(part: Path) -> Iterator[Found]:
    """What a file that was being written when it was stopped holds; a line cut short is taken off it."""
    if not part.exists():
        return
    with part.open("rb+") as lines:
        kept = 0
        for line in lines:
            if line.endswith(b"\n"):
                kept += len(line)
                yield _found(line)
        lines.truncate(kept)


def rounds(cache: Path, size: int) -> Iterator[Found]:
    """So many reports: the found ones, then again with their words changed."""
    number = 0
    for round_ in range(size):
        with cache.open("rb") as lines:
            for line in islice(lines, size - number):
                number += 1
                yield msgspec.convert(_changed(json.loads(line), round_), Found) if round_ else _found(line)


def _found(line: bytes) -> Found:
    return msgspec.json.decode(line, type=Found)


def _changed(value: Any, round_: int) -> Any:
    if isinstance(value, dict):
        return {key: _new(key, one, round_) for key, one in value.items()}
    return [_changed(one, round_) for one in value] if isinstance(value, list) else value


def _new(key: str, value: Any, round_: int) -> Any:
    if isinstance(value, str) and key in _IDS:
        return f"{(int(value[:2], 16) + round_) % 256:02x}{value[2:]}"
    if isinstance(value, str) and key in {"text", "name", "role", "file"}:
        return " ".join(map(_letters(round_), value.split(" ")))
    return _changed(value, round_)


def _letters(round_: int) -> Callable[[str], str]:
    """Another word of the same length, in capitals where the word is; short words stay."""
    consonants = "bcdfghjklmnpqrstvwxz"
    moved = consonants[round_ % 20 :] + consonants[: round_ % 20]
    table = str.maketrans(consonants + consonants.upper(), moved + moved.upper())
    return lambda word: word if len(word) < 5 else word.translate(table)


def measured(cache: Path, size: int) -> None:
    """Match so many reports and print what it took."""
    pile = list(rounds(cache, size))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, busy = time.perf_counter(), time.process_time()
    record = match(tuple(one.report for one in pile), tuple(one.findings for one in pile), Settings())
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = len(record.utterances)
    copies = sum(one.copy_of is not None for one in record.reports)
    print(f"{size:,} reports, {len(record.statements):,} statements: {seconds:.1f} s, {busy:.1f} CPU s", end=", ")
    print(
        f"{peak / 1024:.0f} MiB at most ({before / 1024:.0f} before), {told:,} utterances, {copies:,} copies",
        flush=True,
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cache", type=Path)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--sizes", default="1000,3000,10000")
    parser.add_argument("--real", type=int, default=20000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        measured(args.cache, args.one)
        return
    made(args.cache, args.articles, args.real)
    for size in args.sizes.split(","):
        subprocess.run([sys.executable, __file__, str(args.cache), "--one", size], check=True)


if __name__ == "__main__":
    main()
