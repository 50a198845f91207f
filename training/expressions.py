"""Pronouns and descriptions of which it is known whom they stand for, as rows of features.

Three sources: GUM's coreference; our own labels (labels/speakers.jsonl: ids and ranges of PolNeAR's training part, and
the ranges of names that name the speaker; labels/bodies.jsonl: the same of unlabelled news); and these articles
themselves, where names that speak are put as "he", "she", "it" or a description, so that it is known whom these stand
for (Kocijan et al., EMNLP 2019, mask names likewise).
"""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.encoder import Floats
from onrecord.find.antecedents import Expression, form_of
from onrecord.find.attributions import antecedents, attributed
from onrecord.find.genders import Gender, genders
from onrecord.find.heads import body_classes, classes_of_name, kind_of
from onrecord.find.name import Name, Named
from onrecord.find.roles import in_full
from onrecord.find.speakers import Speakers
from onrecord.find.stretch import Attribution
from onrecord.find.surroundings import home, titled
from onrecord.find.words import table
from onrecord.model import Report

Range = tuple[int, int]
LABELS = Path(__file__).parent / "labels" / "speakers.jsonl"
BODIES = Path(__file__).parent / "labels" / "bodies.jsonl"
NEWS = "unlabelled.jsonl.gz"  #: the name of the file of unlabelled reports
DEFINITE = ("the", "his", "her", "its", "their", "this", "that")
GUM_TYPES = ("person", "organization", "place")
NEAR = 1200  #: characters: a name so near its last mention could have been a pronoun
MASKED = 0.4  #: share of such names that are put otherwise
DESCRIBED = 0.5  #: share of those that become a description, where the text or the name gives one
OWN_HEAD = 0.7  #: share of bodies so called by their last word, if that may be: "the bureau"
SHORTENED = 0.3  #: share of those that keep the head of the role alone


@dataclass(frozen=True)
class Example:
    """One expression: its candidates as rows, the last of them nobody, and which of them are right."""

    document: str
    form: str
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
            if named is not None and step.source:
                weighed.spoke(step.source, named)
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
        meant = [n for n, one in enumerate(read.named) if _is_named(one, ranges)]
        if expression.content and len(meant) == 1:
            speakers.remember(expression.span[0], meant[0])
            weighed.spoke(expression.span, meant[0])
        if candidates:
            nobody = len(candidates)
            right = tuple(candidates.index(n) for n in meant if n in candidates)
            chosen = candidates.index(by_rules) if by_rules in candidates else nobody
            low = document.text[slice(*span)].lower()
            yield Example(document.id, form_of(low), rows, right or (nobody,), chosen, bool(ranges) and not right)


def _is_named(one: Named, ranges: tuple[Range, ...]) -> bool:
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


def _is_definite(low: str) -> bool:
    return low.split()[0] in DEFINITE and len(low.split()) <= 8


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a file of JSON lines, which may be compressed by gzip."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def labelled(labels: Path, articles: Path) -> Iterator[Document]:
    """The articles that have labels of speakers."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        rows.setdefault(row["article"], []).append(row)
    for article in articles(articles):
        meant = tuple(
            (
                Expression((row["source"][0], row["source"][1]), ((row["content"][0], row["content"][1]),)),
                tuple((start, end) for start, end in row["answer"] or ()),
            )
            for row in rows.get(article["id"], ())
        )
        if meant:
            yield Document(article["id"], article["text"], meant)


def masked(articles: Path, seed: int) -> Iterator[Document]:
    """PolNeAR's articles, with some names that speak put as pronouns or descriptions."""
    rng = random.Random(seed)
    for article in articles(articles):
        document = _masked(article, rng)
        if document:
            yield document


@dataclass(frozen=True)
class _Swap:
    """A name that speaks, the words put for it, the number of the one named, and what is said."""

    span: Range
    words: str
    named: int
    content: Range


def _masked(article: dict[str, Any], rng: random.Random) -> Document | None:
    text = article["text"]
    read = attributed(report_of(article["id"], text))
    told = genders(text, read.named, read.sentences)
    spans = {
        (start, name.end): n
        for n, one in enumerate(read.named)
        for before, name in zip(one.names, one.names[1:], strict=False)
        if not name.quoted and name.start - before.end < NEAR
        for start in _starts(text, name)
    }
    openings = {start + k for start, _ in read.sentences for k in (0, 1)}
    swaps: list[_Swap] = []
    whole = [one for one in article["attributions"] if len(one["source"]) == 1 and one["content"]]
    for span, content in sorted((tuple(one["source"][0]), tuple(one["content"][0])) for one in whole):
        if span not in spans or rng.random() > MASKED:
            continue
        n = spans[span]
        words = _instead(text, read.named[n], told.get(n), span, rng)
        if words is not None and (not swaps or swaps[-1].span[1] <= span[0]):
            words = words[0].upper() + words[1:] if span[0] in openings else words
            swaps.append(_Swap(span, words, n, content))
    return _swapped(article["id"], text, read.named, swaps) if swaps else None


def _starts(text: str, name: Name) -> set[int]:
    """Where a source may begin that is no more than a name: with its title, without, with its article."""
    starts = {name.start, name.name_start}
    return starts | {start - 4 for start in starts if text[max(start - 4, 0) : start].lower() == "the "}


def _instead(text: str, one: Named, told: Gender | None, span: Range, rng: random.Random) -> str | None:
    """A pronoun or a description for one that is named, if it can have any."""
    is_described = rng.random() < DESCRIBED
    if one.kind == "person":
        words = _role(text, one, span, rng) if is_described else None
        return words or {"male": "he", "female": "she", None: None}[told]
    if one.kind != "organisation":
        return None
    return (_body(one, rng) if is_described else None) or "it"


def _body(one: Named, rng: random.Random) -> str | None:
    """A description of a body out of its name: "the bureau", "the company"."""
    last = one.label.lower().split()[-1]
    if body_classes(last) and rng.random() < OWN_HEAD:
        return f"the {last}"
    told = sorted(classes_of_name(one))
    heads = table("heads")["bodies"][rng.choice(told)]["heads"].split() if told else []
    return f"the {rng.choice(heads[:3])}" if heads else None


def _swapped(document: str, text: str, named: list[Named], swaps: list[_Swap]) -> Document:
    def later(place: int) -> int:
        return place + sum(len(swap.words) - (swap.span[1] - swap.span[0]) for swap in swaps if swap.span[1] <= place)

    out, at = [], 0
    for swap in swaps:
        out += [text[at : swap.span[0]], swap.words]
        at = swap.span[1]
    meant = []
    for swap in swaps:
        start = later(swap.span[0])
        left = tuple(
            (later(name.name_start), later(name.end))
            for name in named[swap.named].names
            if name.end <= swap.span[0] and not any(o.span[0] < name.end and name.start < o.span[1] for o in swaps)
        )
        content = later(swap.content[0]), later(swap.content[1])
        if left:
            meant.append((Expression((start, start + len(swap.words)), (content,)), left))
    return Document(document, "".join([*out, text[at:]]), tuple(meant))


def _role(text: str, person: Named, span: Range, rng: random.Random) -> str | None:
    """A description of a person out of what the text says of them elsewhere: "the senator" for "Sen."."""
    apart = [one for one in person.names if one.end <= span[0] or one.start >= span[1]]
    roles = [text[start:end].rstrip(".").split() for start, end in person.roles if end <= span[0] or start >= span[1]]
    roles += [titled(text, one) for one in apart]
    roles += [[*state.split(), one.titles[0]] for one in apart if one.titles and (state := home(text, one))]
    roles = [words[1:] if words[0].lower() in (*DEFINITE, "a", "an") else words for words in roles if words]
    roles = [words for words in roles if 1 <= len(words) <= 5 and not any("." in word for word in words)]
    roles = [words for words in roles if kind_of(in_full(words[-1].lower())) == "person"]
    if not roles:
        return None
    words = rng.choice(roles)
    head = in_full(words[-1].lower())
    return " ".join(["the", *([] if rng.random() < SHORTENED else words[:-1]), head])
