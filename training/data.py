"""Articles with their attributions, PolNeAR's and those that we marked, and changes of style that keep every place.

    python -m training.data TRAIN.jsonl HELD_OUT.jsonl [--count 80]

writes the lines of PolNeAR's articles that are held out, for choices between variants.

    python -m training.data NEWS.jsonl.gz ASIDE.jsonl --ours

writes the fifth of the articles of labels/statements.jsonl that measures, in PolNeAR's form, for its scorer.
"""

import argparse
import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.find.reader import trim

Range = tuple[int, int]
STATEMENTS = Path(__file__).parent / "labels" / "statements.jsonl"
"""Our own labels of whole articles of unlabelled news: every attribution, as ids and ranges."""
NEWS = "unlabelled.jsonl.gz"  #: the name of the file of unlabelled news
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


def _mark(text: str, row: dict[str, Any]) -> Attribution:
    """One attribution as a file holds it."""
    return Attribution(
        source=_ranges(text, row["source"]),
        cue=_ranges(text, row["cue"]),
        content=_ranges(text, row["content"], content=True),
    )


def load(path: Path, limit: int | None = None) -> list[Article]:
    """Reads a JSON-lines file of PolNeAR as the benchmark folder holds it, the first `limit` articles of it."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:limit]]
    return [
        Article(row["id"], row["text"], tuple(_mark(row["text"], mark) for mark in row["attributions"])) for row in rows
    ]


def load_news(file: Path, *, aside: bool) -> list[Article]:
    """The articles of unlabelled news whose attributions we marked, those held aside or the others."""
    return [
        Article(one["id"], one["text"], tuple(_mark(one["text"], row) for row in rows))
        for one, rows in labelled(STATEMENTS, file)
        if held_aside(one["id"]) == aside
    ]


def labelled(labels: Path, file: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The articles of a file that have labels, each with its labels in order."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        rows.setdefault(row["article"], []).append(row)
    for article in articles(file):
        if article["id"] in rows:
            yield article, rows[article["id"]]


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a file of JSON lines, which may be compressed by gzip."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def held_aside(article: str) -> bool:
    """Whether our labels of an article measure: one in five, by the hash of its id."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 5 == 0


def is_linked(article: str) -> bool:
    """Whether the encoder learns from our own labels of an article whom its expressions stand for.

    Not from one in four, by the hash of its id: these tell how expressions are read that it has not seen.
    """
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 4 != 0


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


def _held_out(train: Path, count: int) -> Iterator[str]:
    """The lines of the articles of PolNeAR that are held out."""
    lines = train.read_text(encoding="utf-8").splitlines()
    chosen = held_out_ids([json.loads(line)["id"] for line in lines], count)
    return (line for line in lines if json.loads(line)["id"] in chosen)


def _aside(news: Path) -> Iterator[str]:
    """Lines of the articles with labels of ours that measure, in PolNeAR's form; what has no cue is left out, as
    PolNeAR has next to none."""
    for article, rows in labelled(STATEMENTS, news):
        if held_aside(article["id"]):
            known = {"id": article["id"], "publisher": article["outlet"], "published": article["published"]}
            marks = [{kind: row[kind] for kind in ("source", "cue", "content")} for row in rows if row["cue"]]
            title = {"title": article["title"], "wire": False, "text": article["text"]}
            yield json.dumps({**known, **title, "attributions": marks}, ensure_ascii=False)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=80)
    parser.add_argument("--ours", action="store_true", help="the articles that we marked, not PolNeAR's")
    args = parser.parse_args()
    lines = _aside(args.articles) if args.ours else _held_out(args.articles, args.count)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
