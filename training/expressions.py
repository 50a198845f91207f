"""Pronouns and descriptions of which it is known whom they stand for, as rows of features.

Sources: the coreference of GUM, ECB+ and MEANTIME; our own labels (labels/speakers.jsonl: ids and ranges of PolNeAR's
training part, and the ranges of names that name the speaker; labels/bodies.jsonl and labels/statements.jsonl: the same
of unlabelled news).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.encoder import Floats
from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import antecedents, attributed
from onrecord.find.expression import Expression, form_of
from onrecord.find.name import Named
from onrecord.find.speakers import Speakers
from onrecord.find.stretch import Attribution
from onrecord.find.surroundings import is_small
from onrecord.find.words import words
from onrecord.model import Report
from training import data

Range = tuple[int, int]
LABELS = Path(__file__).parent / "labels" / "speakers.jsonl"
BODIES = Path(__file__).parent / "labels" / "bodies.jsonl"
DEFINITE = ("the", "his", "her", "its", "their", "this", "that")
GUM_TYPES = ("person", "organization", "place")
_ARTICLE = re.compile(rf"\b(?P<article>{'|'.join(DEFINITE)})(?: [\w’'-]+){{0,3}} $", re.IGNORECASE)
_AHEAD = 40  # characters before a marked noun within which its article stands


@dataclass(frozen=True)
class Example:
    """One expression: its candidates as rows, the last of them nobody, and which of them are right."""

    document: str
    start: int
    key: str  #: the key of what is asked of it in `find.speakers.SURE`, where the rules choose nobody else
    rows: Floats
    right: tuple[int, ...]
    by_rules: int
    is_lost: bool  #: the one it stands for is named, but not among the candidates


@dataclass(frozen=True)
class Document:
    """A text with expressions, and for each the ranges of names of the one that it stands for; none: nobody named."""

    id: str
    text: str
    meant: tuple[tuple[Expression, tuple[Range, ...]], ...]


def report_of(document: str, text: str) -> Report:
    """A report with this text."""
    return Report(id=document, file=document, files=(), sha256="", text_sha256="", text=text, language="en")


def examples(document: Document) -> Iterator[Example]:
    """Its expressions as the product would weigh them, who is meant being known once it has been asked."""
    report = report_of(document.id, document.text)
    read = attributed(report)
    speakers, weighed = Speakers(document.text, read.named, read.sentences), antecedents(report, read)
    known = {expression.span for expression, _ in document.meant}
    steps: list[tuple[int, int, Any]] = [(one[0].span[0], 1, one) for one in document.meant]
    steps += [
        (one.source[0] if one.source else one.content[0][0], 0, one)
        for one in read.attributions
        if one.source not in known
    ]
    for _, is_asked, step in sorted(steps, key=lambda step: step[:2]):
        if not is_asked:
            named = speakers.of(step).named
            if step.source:
                _remember(weighed, step.source, named)
            continue
        expression, ranges = step
        content = expression.content or ((expression.span[1], expression.span[1] + 1),)
        asked = Attribution(content, expression.span, None, "assert", "said", "read said")
        span, choice = speakers.asked(asked)
        if span is None and form_of(document.text[slice(*expression.span)].lower()) == "description":
            continue  # a name decides, or it is told to be nobody named
        span = span or expression.span
        by_rules = choice.named
        candidates, rows = weighed.rows(Expression(span, expression.content), by_rules)
        meant = [n for n, one in enumerate(read.named) if is_named(one, ranges)]
        if expression.content and len(meant) == 1:
            speakers.remember(expression.span[0], meant[0])
            weighed.spoken.add(expression.span, meant[0])
        elif expression.content and not ranges:
            weighed.spoken.add_unnamed(expression.span)
        if candidates:
            nobody = len(candidates)
            right = tuple(candidates.index(n) for n in meant if n in candidates)
            chosen = candidates.index(by_rules) if by_rules in candidates else nobody
            key = speakers.manner(span, is_ruled=False)
            lost = bool(ranges) and not right
            yield Example(document.id, span[0], key, rows, right or (nobody,), chosen, lost)


def _remember(weighed: Antecedents, source: Range, named: int | None) -> None:
    if named is None:
        weighed.spoken.add_unnamed(source)
    else:
        weighed.spoken.add(source, named)


def is_named(one: Named, ranges: tuple[Range, ...]) -> bool:
    """Whether a name of one covers a range or ends it: "Roe" does not name the one of "Roe campaign"."""
    return any(
        (start <= name.name_start and name.end == end) or (name.name_start <= start and end <= name.end)
        for name in one.names
        for start, end in ranges
    )


def gum(path: Path) -> Iterator[Document]:
    """GUM's pronouns, and its definite descriptions of persons, organisations and places."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        tags = {token[0]: token[3] for token in row["tokens"]}
        names: dict[int, list[Range]] = {}
        whole = [m for m in row["mentions"] if len(m["spans"]) == 1]
        for m in whole:
            if tags.get(m["head"][0]) == "PROPN":
                names.setdefault(m["cluster"], []).append((m["head"][0], m["head"][1]))
        meant = []
        for m in whole:
            start, end = m["spans"][0]
            low = row["text"][start:end].lower()
            known = names.get(m["cluster"], [])
            if form_of(low) != "description":
                meant.append((Expression((start, end)), tuple(one for one in known if one[0] < start)))
            elif _is_definite(low) and m["type"] in GUM_TYPES and tags.get(m["head"][0]) == "NOUN":
                apart = tuple(one for one in known if not start <= one[0] < end)
                meant.append((Expression((start, end)), apart))
        yield Document(row["id"], row["text"], tuple(meant))


def ecbplus(path: Path) -> Iterator[Document]:
    """ECB+'s pronouns and definite descriptions of those whose name stands in the same report.

    Its marks seldom hold the article of a phrase and are not everywhere, so that nobody is known to be named nowhere.
    """
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        people = [m for m in row["mentions"] if m["type"].startswith("HUMAN_PART") and len(m["spans"]) == 1]
        yield _linked(row["id"], row["text"], [(tuple(m["spans"][0]), m["cluster"]) for m in people])


def meantime(path: Path) -> Iterator[Document]:
    """MEANTIME's pronouns and definite descriptions of persons and organisations whose name stands in the report."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        bodies = {name for name, one in row["instances"].items() if one.get("class") in ("PER", "ORG")}
        whole = [m for m in row["entities"] if m.get("instance") in bodies and len(m["spans"]) == 1]
        yield _linked(row["id"], row["text"], [(tuple(m["spans"][0]), m["instance"]) for m in whole])


def _linked(document: str, text: str, mentions: list[tuple[Range, str]]) -> Document:
    """A text with mentions of which it is known which are of one and the same."""
    names: dict[str, list[Range]] = {}
    for (start, end), one in mentions:
        last = text[start:end].split()[-1]
        if last[0].isupper() and form_of(last.lower()) == "description":
            names.setdefault(one, []).append((start, end))
    meant = []
    for (start, end), one in mentions:
        begin = start if form_of(text[start:end].lower()) != "description" else _opening(text, start, end)
        if begin is not None and one in names and (start, end) not in names[one]:
            meant.append((Expression((begin, end)), tuple(names[one])))
    return Document(document, text, tuple(sorted(meant, key=lambda item: item[0].span)))


def _opening(text: str, start: int, end: int) -> int | None:
    """Where a definite description begins whose last words are marked: at its article; None where it has none."""
    if _is_definite(text[start:end].lower()):
        return start
    ahead = _ARTICLE.search(text, max(0, start - _AHEAD), start)
    is_one = ahead is not None and not any(map(is_small, words(text, ahead.end("article"), start)))
    return ahead.start("article") if ahead and is_one else None


def _is_definite(low: str) -> bool:
    return low.split()[0] in DEFINITE and len(low.split()) <= 8


def labelled(labels: Path, file: Path) -> Iterator[Document]:
    """The articles of the file that have labels of speakers."""
    for article, rows in data.labelled(labels, file):
        meant = tuple(
            (
                Expression((row["source"][0], row["source"][1]), ((row["content"][0], row["content"][1]),)),
                tuple((start, end) for start, end in row["answer"] or ()),
            )
            for row in rows
        )
        yield Document(article["id"], article["text"], meant)


def whole(file: Path) -> Iterator[Document]:
    """The articles of unlabelled news all of whose statements have labels; none of those held aside."""
    for article, rows in data.labelled(data.STATEMENTS, file):
        if not data.held_aside(article["id"]):
            meant = tuple(
                (
                    Expression(tuple(row["source"][0]), tuple(map(tuple, row["content"]))),
                    tuple((start, end) for start, end in row["who"]),
                )
                for row in rows
                if len(row["source"]) == 1 and row["who"] is not None
            )
            yield Document(article["id"], article["text"], meant)
