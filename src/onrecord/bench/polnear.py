"""PolNeAR: attributions in US political news (Newell, Margolin, Ruths, LREC 2018), and a record held against them.

Its annotators mark beliefs and wishes as well as speech, so statements of every mode count. Characters are compared
without white space, punctuation, quotation marks and a leading "that". Pairs are one to one within an article, greedily
by overlap of content. The headline figure is "whole F1": content overlaps by 0.8 and source by 0.5.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from onrecord.bench.letters import letters, overlap
from onrecord.bench.measures import Rows, pairs
from onrecord.bench.numbered import numbered, read_lines
from onrecord.model import Record, Span, Statement

FOUND = 0.3
"""Least overlap of content at which an attribution counts as found, as in Gender Gap Tracker's figures."""

Range = tuple[int, int]
Part = frozenset[int]
KINDS = ("source", "cue", "content")
_THAT = re.compile(r"\s*that\s", re.IGNORECASE)


class Attribution(msgspec.Struct, frozen=True):
    """An attribution as annotated: half-open character ranges, each of the three perhaps empty."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


class Article(msgspec.Struct, frozen=True):
    """An article with its attributions; further keys may stand in it."""

    text: str
    attributions: tuple[Attribution, ...]


def read_articles(path: Path) -> list[Article]:
    """The articles of a file of JSON lines.

    Raises:
        MalformedInput: a line is no such article.
    """
    return read_lines(path, Article, "article")


def score(articles: Sequence[Article], record: Record) -> Rows:
    """The figures of a record built from the articles' texts in their order; F1 and rates are 0–1.

    Raises:
        MalformedInput: two reports of the record have the same file name.
    """
    reports = numbered(record)
    said = defaultdict[str, list[Statement]](list)
    for statement in record.statements:
        said[statement.report].append(statement)
    counts = Counter[str]()
    for number, article in enumerate(articles):
        told = said[reports[number].id] if number in reports else []
        counts.update(_pair_counts(article, told))
        counts.update(_part_counts(article, told))
    return _rows(counts)


def _rows(counts: Counter[str]) -> Rows:
    gold, mine, found = counts["gold"], counts["mine"], counts["found"]

    def both(name: str) -> float:
        return 2 * counts[name] / (gold + mine) if gold + mine else 0.0

    return {
        "attributions": gold,
        "statements": mine,
        "found F1": both("found"),
        "found precision": found / max(mine, 1),
        "found recall": found / gold if gold else None,
        "content F1": both("close"),
        "content exact F1": both("exact"),
        "source right, of the found": counts["source"] / max(found, 1),
        "cue right, of the found": counts["cue"] / max(found, 1),
        "whole F1": both("whole"),
        **{f"exact parts F1, {kind}": 2 * counts[f"{kind} hits"] / max(counts[f"{kind} parts"], 1) for kind in KINDS},
        "spans that differ from their source": counts["differ"],
    }


def _pair_counts(article: Article, statements: Sequence[Statement]) -> Iterator[str]:
    """One name for each thing that counts: the caller counts them."""
    gold = {i: _gold_parts(article, one) for i, one in enumerate(article.attributions)}
    mine = {i: _my_parts(article, one) for i, one in enumerate(statements)}
    # Without content there is nothing to pair by.
    gold = {i: parts for i, parts in gold.items() if parts["content"]}
    mine = {i: parts for i, parts in mine.items() if parts["content"]}
    yield from ["gold"] * len(gold) + ["mine"] * len(mine)
    paired = pairs(_contents(gold), _contents(mine), FOUND)
    for a, b in ((gold[i], mine[j]) for i, j in paired.items()):
        source, close = overlap(a["source"], b["source"]) >= 0.5, overlap(a["content"], b["content"]) >= 0.8
        verdicts = {
            "found": True,
            "close": close,
            "exact": a["content"] == b["content"],
            "source": source,
            "cue": overlap(a["cue"], b["cue"]) >= 0.5,
            "whole": close and source,
        }
        yield from (name for name, right in verdicts.items() if right)


def _part_counts(article: Article, statements: Sequence[Statement]) -> Counter[str]:
    """Every part of a source, cue or content by itself, counted once; a hit has exactly the same characters."""
    counts = Counter[str]()
    for kind in KINDS:
        ranges = chain.from_iterable(_ranges(one, kind) for one in article.attributions)
        spans = list(chain.from_iterable(_spans(one, kind) for one in statements))
        theirs = {_part(article.text, [one], kind) for one in ranges}
        ours = {_part(article.text, [(span.start, span.end)], kind) for span in spans}
        counts[f"{kind} hits"] = len(theirs & ours)
        counts[f"{kind} parts"] = len(theirs) + len(ours)
        counts["differ"] += sum(article.text[span.start : span.end] != span.text for span in spans)
    return counts


def _contents(items: dict[int, dict[str, Part]]) -> dict[int, Part]:
    return {i: parts["content"] for i, parts in items.items()}


def _gold_parts(article: Article, attribution: Attribution) -> dict[str, Part]:
    return {kind: _part(article.text, _ranges(attribution, kind), kind) for kind in KINDS}


def _my_parts(article: Article, statement: Statement) -> dict[str, Part]:
    ranges = {kind: [(span.start, span.end) for span in _spans(statement, kind)] for kind in KINDS}
    return {kind: _part(article.text, ranges[kind], kind) for kind in KINDS}


def _ranges(attribution: Attribution, kind: str) -> tuple[Range, ...]:
    return {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}[kind]


def _spans(statement: Statement, kind: str) -> tuple[Span, ...]:
    if kind == "content":
        return statement.content
    span = statement.source if kind == "source" else statement.cue
    return () if span is None else (span,)


def _part(text: str, ranges: Sequence[Range], kind: str) -> Part:
    """The characters that count of ranges that belong together."""
    covered: set[int] = set()
    for n, (start, end) in enumerate(ranges):
        that = _THAT.match(text[start:end]) if kind == "content" and n == 0 else None
        covered |= letters(text, start + that.end() if that else start, end)
    return frozenset(covered)
