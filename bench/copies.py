"""Measure how well copies are found, on copies made on the fly.

    python bench/copies.py PolNeAR/train.jsonl [--seed 1]

Each article is printed once more: a third to nine tenths of its sentences, in a row and mostly from the beginning,
under another headline, in other paragraphs, every twentieth word replaced by a word of another article, dated the same
day or the next. Prints the share of these copies that are found, the pairs that are false, and how much of their runs
of five words made copies and articles of one day share. Which of two is the copy is judged for those of the next day.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from onrecord.match.copies import Runs, _runs, with_copies
from onrecord.model import Report, report_id

REPLACED = 0.05  # share of words
REAL = 0.2
"""Share of runs from which two articles of the corpus are taken for real copies and left out."""
SHORTEST = 60  # runs of five words: shorter articles are left out
HEADS = (
    "What we know so far",
    "The story in full",
    "Morning briefing: what happened",
    "Here is the latest",
    "Analysis",
)


def report_of(text: str, published: str) -> Report:
    """A report as `read` would make it, without headline and noise."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=report_id(text.encode()),
        file=f"{digest[:8]}.txt",
        files=(f"{digest[:8]}.txt",),
        sha256=digest,
        text_sha256=digest,
        text=text,
        language="en",
        published=published,
    )


def copied(text: str, words: list[str], chance: random.Random) -> str:
    """Another outlet's print of a text."""
    sentences = re.split(r"(?<=[.!?][\"”’ ])\s*|\n+", text)
    sentences = [one for one in sentences if one and one.strip()]
    count = max(1, round(len(sentences) * chance.uniform(0.34, 0.9)))
    start = 0 if chance.random() < 0.7 else chance.randrange(len(sentences) - count + 1)
    kept = [" ".join(_reworded(one, words, chance)) for one in sentences[start : start + count]]
    pieces = [f"{chance.choice(HEADS)} {chance.randrange(1000)}\n\n"]
    for one in kept:
        pieces += [one, "\n\n" if chance.random() < 0.4 else " "]
    return "".join(pieces)


def _reworded(sentence: str, words: list[str], chance: random.Random) -> Iterator[str]:
    for word in sentence.split():
        yield chance.choice(words) if chance.random() < REPLACED else word


def shares(pile: list[Runs]) -> list[float]:
    """What any two of these share of the shorter one's runs."""
    found = []
    for a, b in combinations(pile, 2):
        shorter = min(len(a.hashes), len(b.hashes))
        if shorter:
            found.append(len(np.intersect1d(a.hashes, b.hashes, assume_unique=True)) / shorter)
    return found


def told_apart(rows: list[dict[str, str]]) -> tuple[list[dict[str, str]], list[tuple[str, str, float]]]:
    """The articles of which no other shares a fifth of the runs, and the pairs that do: real copies, judged by eye."""
    runs = [_runs(report_of(row["text"], row["published"])) for row in rows]
    holders: dict[int, list[int]] = {}
    for n, one in enumerate(runs):
        for run in one.hashes.tolist():
            holders.setdefault(run, []).append(n)
    pairs = sorted({pair for those in holders.values() if len(those) < 64 for pair in combinations(those, 2)})
    alike = [(a, b, share) for a, b in pairs if (share := shares([runs[a], runs[b]])[0]) >= REAL]
    out = {b for _, b, _ in alike}
    kept = [row for n, row in enumerate(rows) if n not in out and len(runs[n].hashes) >= SHORTEST]
    return kept, [(rows[a]["id"], rows[b]["id"], share) for a, b, share in alike]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    rows = [json.loads(line) for line in args.articles.read_text(encoding="utf-8").splitlines()]
    rows, reprints = told_apart(rows)
    words = " ".join(row["text"] for row in rows).split()
    of: dict[str, str] = {}
    pile, nextday = {}, set()
    for row in rows:
        original = report_of(row["text"], row["published"])
        day = date.fromisoformat(row["published"]) + timedelta(days=chance.randrange(2))
        copy = report_of(copied(row["text"], words, chance), day.isoformat())
        pile[original.id], pile[copy.id] = original, copy
        of[copy.id] = original.id
        if copy.published != original.published:
            nextday.add(copy.id)
    reports = list(pile.values())
    chance.shuffle(reports)
    started = time.perf_counter()
    marked, _ = with_copies(tuple(reports))
    seconds = time.perf_counter() - started
    source = {one.id: one.copy_of for one in marked}
    right = sum(source[copy] == original or source[original] == copy for copy, original in of.items())
    false = [(a, b) for a, b in source.items() if b is not None and of.get(a, a) != of.get(b, b)]
    directed = sum(source[copy] == of[copy] for copy in nextday)
    print(f"{len(of)} copies among {len(reports)} reports: recall {right / len(of):.4f}, false pairs {len(false)}")
    print(f"of {len(nextday)} of the day after, told from its source: {directed / len(nextday):.4f}")
    runs = {one.id: _runs(one) for one in reports}
    made = [shares([runs[one], runs[other]])[0] for one, other in of.items()]
    days: dict[str, list[Runs]] = {}
    for row in rows:
        days.setdefault(row["published"], []).append(runs[report_id(row["text"].encode())])
    others = sorted(share for day in days.values() for share in shares(day))
    print(f"runs shared: copies {min(made):.3f} at least; {len(others)} pairs of one day {others[-5:]} at most")
    print(f"{seconds:.2f} s; {len(reprints)} pairs of the corpus share a fifth or more and are left out")
    for a, b, share in sorted(reprints, key=lambda pair: pair[2])[:12]:
        print(f"left out: {share:.3f} {a} {b}")
    for one, other in of.items():
        if source[one] != other and source[other] != one:
            print("missed:", len(runs[one].hashes), len(runs[other].hashes), shares([runs[one], runs[other]]))
    for a, b in false[:10]:
        print("false:", pile[a].text[:60].replace("\n", " "), "|", pile[b or ""].text[:60].replace("\n", " "))


if __name__ == "__main__":
    main()
