"""Reports made from a text, and what is found in them in a form that is quick to read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from onrecord.encoder import shipped
from onrecord.find import find
from onrecord.find.reader import Reading
from onrecord.find.stretch import Stretch
from onrecord.find.syntax import Syntax, Token
from onrecord.find.words import words
from onrecord.model import Findings, Report, report_id


class Told(NamedTuple):
    """A statement: its parts, source, cue and speaker as words."""

    content: list[str]
    source: str | None
    cue: str | None
    speaker: str | None


def make_report(text: str, *, headline: str | None = None, noise: tuple[str, ...] = (), **known: Any) -> Report:
    """A report with this text; `headline` and `noise` are words of it."""
    data = text.encode()
    plain = Report(
        id=report_id(data),
        file="weir.txt",
        files=("weir.txt",),
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        language="en",
    )

    def span(part: str) -> Any:
        return plain.span(text.index(part), text.index(part) + len(part))

    fields = {name: getattr(plain, name) for name in plain.__struct_fields__}
    fields |= {"headline": span(headline) if headline else None, "noise": tuple(map(span, noise)), **known}
    return Report(**fields)


def make_told(text: str, **known: Any) -> list[Told]:
    """The statements of a text, in order."""
    return told_of(find(make_report(text, **known)))


def find_by_rules(text: str, **known: Any) -> Findings:
    """What is found in a text where the rules' attributions stand as they are, unjudged by the network."""
    with patch("onrecord.find.attributions.fused", lambda text, plain, rules, reading: rules):
        return find(make_report(text, **known))


def told_of(found: Findings) -> list[Told]:
    """The statements found, in order."""
    names = {one.id: one.name for one in found.entities}
    return [
        Told(
            [part.text for part in one.content],
            one.source.text if one.source else None,
            one.cue.text if one.cue else None,
            names[one.speaker] if one.speaker else None,
        )
        for one in found.statements
    ]


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    return make_report


@pytest.fixture(scope="session")
def found_in() -> Callable[..., Findings]:
    return lambda text, **known: find(make_report(text, **known))


@pytest.fixture(scope="session")
def told() -> Callable[..., list[Told]]:
    return make_told


@pytest.fixture(scope="session")
def ruled_in() -> Callable[..., Findings]:
    return find_by_rules


@pytest.fixture(scope="session")
def ruled() -> Callable[..., list[Told]]:
    return lambda text, **known: told_of(find_by_rules(text, **known))


@pytest.fixture(scope="session")
def stretch_of() -> Callable[..., Stretch]:
    return lambda text, is_quoted=False: Stretch(words(text), is_quoted)


@pytest.fixture(scope="session")
def reading_of() -> Callable[[str], Reading]:
    return lambda text: Reading(text, shipped())


def make_syntax(rows: str) -> Syntax:
    """Words from lines of "word TAG relation head", a space between them; heads are numbered from 1, 0 is none."""
    tokens, at = [], 0
    for row in rows.strip().splitlines():
        word, tag, relation, head = row.split()
        tokens.append(Token(at, at + len(word), word, tag, relation, int(head) - 1))
        at += len(word) + 1
    return Syntax(tokens)


@pytest.fixture(scope="session")
def syntax_of() -> Callable[[str], Syntax]:
    return make_syntax
