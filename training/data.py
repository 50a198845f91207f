"""PolNeAR articles, the part of train that is held out, and changes of style that keep every character's place.

    python -m training.data TRAIN.jsonl HELD_OUT.jsonl [--count 80]

writes the lines of the held-out articles, for choices between variants.
"""

import argparse
import hashlib
import json
import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.find.reader import trim

Range = tuple[int, int]
_THAT = re.compile(r"\s*that\s", re.I)


@dataclass(frozen=True)
class Attribution:
    """One attribution: character ranges of source, cue and content, trimmed and in order; any may be empty."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True)
class Article:
    """One article with its attributions; the ranges count code points of `text`."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def _ranges(text: str, rows: list[list[int]], *, content: bool = False) -> tuple[Range, ...]:
    spans = []
    for k, (start, end) in enumerate(sorted(rows)):
        that = _THAT.match(text[start:end]) if content and k == 0 else None
        span = trim(text, start + (that.end() if that else 0), end)
        if span:
            spans.append(span)
    return tuple(spans)


def load(path: Path, limit: int | None = None) -> list[Article]:
    """Reads a JSON-lines file of PolNeAR as the benchmark folder holds it, the first `limit` articles of it."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines()[:limit]:
        row = json.loads(line)
        text = row["text"]
        marks = tuple(
            Attribution(
                source=_ranges(text, a["source"]),
                cue=_ranges(text, a["cue"]),
                content=_ranges(text, a["content"], content=True),
            )
            for a in row["attributions"]
        )
        articles.append(Article(id=row["id"], text=text, attributions=marks))
    return articles


def held_out_ids(ids: list[str], count: int) -> set[str]:
    """The `count` ids with the smallest hash."""
    return set(sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())[:count])


def kept(articles: list[Article], count: int) -> list[Article]:
    """The articles to train on: all but the `count` held out."""
    chosen = held_out_ids([a.id for a in articles], count)
    return [a for a in articles if a.id not in chosen]


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_SINGLE = str.maketrans("“”", "‘’")


def _curly(text: str) -> str:
    """Straight double marks to curly ones, opening after space or an opening mark."""
    return re.sub(r'"', lambda m: "“" if m.start() == 0 or text[m.start() - 1] in " \n\u00a0(‘'—" else "”", text)


def restyle(article: Article, rng: random.Random) -> Article:
    """The article in another outlet's typography, or as it is; no character moves, so the ranges hold.

    Straight or curly marks, British single marks, lost line breaks, lost capitals: each is what scraped news elsewhere
    looks like and PolNeAR does not.
    """
    text = article.text
    draw = rng.random()
    if draw < 0.15:
        text = text.translate(_STRAIGHT)
    elif draw < 0.30:
        text = _curly(text)
    elif draw < 0.37:
        text = _curly(text).translate(_SINGLE)
    if rng.random() < 0.08:
        text = text.replace("\n", " ")
    if rng.random() < 0.03:
        lower = text.lower()
        text = lower if len(lower) == len(text) else text
    return replace(article, text=text)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=80)
    args = parser.parse_args()
    lines = args.train.read_text(encoding="utf-8").splitlines(keepends=True)
    ids = [json.loads(line)["id"] for line in lines]
    chosen = held_out_ids(ids, args.count)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    rows = [line for line, name in zip(lines, ids, strict=True) if name in chosen]
    args.out.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
