"""A small invented affair, as the record would hold it, one in which every word is hostile, and a real browser."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import msgspec
import pytest

from onrecord.model import (
    Act,
    Candidate,
    Entity,
    EntityType,
    Form,
    Mention,
    Record,
    Report,
    Role,
    Span,
    Statement,
    Unread,
    Utterance,
    entity_id,
    report_id,
    statement_id,
    utterance_id,
)

HARBOUR = """Harbour Courier
Ferry chief: ‘We never hid the crack’

LOWHAVEN, 4 March 2024 – The head of the Lowhaven ferry company, Maud Ellery, denied on Monday that her firm had \
concealed a crack in the hull of the Petrel.

“We never hid the crack from anybody,” Ms Ellery told reporters. “We told the inspectors on the day we found it.”

But Tomas Brandt, a union secretary, said that the company had known for months.

It was said that the inspectors looked away.

Share this story
"""
TELEGRAPH = """ISLAND TELEGRAM

“We never hid the crack from anyone,” Ellery told the Harbour Courier. The ministry has “asked the company to lay the \
ship up”, a spokesman said in March.

Ellery said that Brandt had admitted the union was told in January.
"""
HOSTILE = (
    "<script>alert('x')</script> \"><img src=x onerror=alert(1)> & &amp; [bold]red[/bold]\r\n"
    "javascript:alert(2) \x1b[31mred\x1b[0m \x00\x07 \u202egnp.exe\u202c \u2066x\u2069 \u200b\ufeff \x9b31m\r\n\r\n\n"
    f"{'W' * 3000} }}}}{{{{ 7*7 }}}} {{% raw %}} </div></article></main> \u00e9\U0001f600 e\u0301 tail\n \t\f\v end"
)
EVIL = '<b onclick="x">[red]E\x1b[2Jvil\u202e" \'javascript:alert(1)//'


def report(file: str, text: str, outlet: str | None = None, published: str | None = None, noise: str = "") -> Report:
    data = text.encode()
    plain = Report(
        id=report_id(data),
        file=file,
        files=(file,),
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        language="en",
        outlet=outlet,
        published=published,
        published_basis="stated" if published else None,
    )
    return msgspec.structs.replace(plain, noise=(span(plain, noise),)) if noise else plain


def span(of: Report, text: str, n: int = 1) -> Span:
    start = -1
    for _ in range(n):
        start = of.text.index(text, start + 1)
    return of.span(start, start + len(text))


def mention(of: Report, text: str, bare: str | None = None) -> Mention:
    found = span(of, text)
    name = found.start + text.index(bare or text)
    return Mention(found.report, found.start, found.end, found.text, (name, name + len(bare or text)))


def statement(
    of: Report,
    *content: str,
    act: Act = "assert",
    form: Form = "indirect",
    cue: str | None = None,
    source: str | None = None,
    speaker: Entity | None = None,
    why: str | None = "named in the source",
    said_on: str | None = None,
    candidates: tuple[Candidate, ...] = (),
    inside: str | None = None,
    relayed_by: tuple[Span, ...] = (),
    confidence: float = 0.9,
) -> Statement:
    parts = tuple(span(of, part) for part in content)
    said = span(of, cue) if cue else None
    return Statement(
        id=statement_id(of.id, parts, said, "said"),
        report=of.id,
        content=parts,
        form=form,
        source=span(of, source) if source else None,
        cue=said,
        speaker=speaker.id if speaker else None,
        speaker_why=why,
        candidates=candidates,
        inside=inside,
        act=act,
        mode="said",
        said_on=said_on,
        relayed_by=relayed_by,
        confidence=confidence,
    )


def entity(name: str, *mentions: Mention, kind: EntityType = "person", roles: tuple[Role, ...] = ()) -> Entity:
    return Entity(id=entity_id(mentions[0]), name=name, type=kind, mentions=mentions, roles=roles)


@pytest.fixture
def record() -> Record:
    """Two reports of the ferry affair: a retold denial, a nested statement, an unspeaker, and one unread file."""
    first = report("harbour/courier.txt", HARBOUR, "Harbour Courier", "2024-03-04", noise="Share this story")
    second = report("telegram.txt", TELEGRAPH, "Island Telegram", "2024-03-05")
    head = span(first, "The head of the Lowhaven ferry company")
    ellery = entity(
        "Maud Ellery",
        mention(first, "Maud Ellery"),
        mention(first, "Ms Ellery", "Ellery"),
        mention(second, "Ellery"),
        roles=(Role("head of the Lowhaven ferry company", "2024-03-04", "2024-03-04", head),),
    )
    brandt = entity("Tomas Brandt", mention(first, "Tomas Brandt"), mention(second, "Brandt"))
    ministry = entity("the ministry", mention(second, "The ministry", "ministry"), kind="organisation")
    courier = entity("Harbour Courier", mention(second, "Harbour Courier"), kind="organisation")
    denial = statement(
        first,
        "We never hid the crack from anybody,",
        "We told the inspectors on the day we found it.",
        act="deny",
        form="direct",
        cue="told",
        source="Ms Ellery",
        speaker=ellery,
        said_on="2024-03-04",
    )
    retold = statement(
        second,
        "We never hid the crack from anyone,",
        act="deny",
        form="direct",
        cue="told",
        source="Ellery",
        speaker=ellery,
        said_on="2024-03-04",
        relayed_by=(span(second, "Harbour Courier"),),
    )
    outer = statement(
        second,
        "Brandt had admitted the union was told in January",
        act="allege",
        cue="said that",
        source="Ellery",
        speaker=ellery,
        said_on="2024-03-01/2024-03-05",
    )
    statements = (
        statement(
            first,
            "her firm had concealed a crack in the hull of the Petrel",
            act="deny",
            cue="denied",
            source="Maud Ellery",
            speaker=ellery,
            said_on="2024-03-04",
        ),
        denial,
        statement(
            first,
            "the company had known for months",
            act="allege",
            cue="said that",
            source="Tomas Brandt",
            speaker=brandt,
        ),
        statement(
            first,
            "the inspectors looked away",
            act="allege",
            cue="It was said",
            why="the source is not named",
            candidates=(Candidate(brandt.id, 0.4),),
            confidence=0.5,
        ),
        retold,
        statement(
            second,
            "asked the company to lay the ship up",
            act="demand",
            form="mixed",
            cue="said",
            source="a spokesman",
            speaker=ministry,
            said_on="2024-03",
        ),
        outer,
        statement(
            second,
            "the union was told in January",
            act="concede",
            cue="admitted",
            source="Brandt",
            speaker=brandt,
            inside=outer.id,
        ),
    )
    return Record(
        reports=(first, second),
        unread=(Unread("scan.pdf", "the bytes are not text. Name a text file."),),
        entities=(ellery, brandt, ministry, courier),
        statements=statements,
        utterances=(Utterance(utterance_id(denial.id), (denial.id, retold.id)),),
    )


@pytest.fixture
def hostile() -> Record:
    """A record whose every word tries to be something else: markup, a script, an escape sequence, a direction."""
    one = report(f"{EVIL}.txt", HOSTILE, EVIL, "2024-03-04")
    two = report("second\x1b[0m.txt", "Plain " + HOSTILE, None, None)
    evil = entity(EVIL, mention(one, "<script>alert('x')</script>"), kind="unnamed")
    words = "[bold]red[/bold]\r\njavascript:alert(2) \x1b[31mred\x1b[0m \x00\x07 \u202egnp.exe\u202c"
    source, cue = "<img src=x onerror=alert(1)>", "&amp;"
    statements = (
        statement(one, words, form="direct", act="warn", source=source, cue=cue, speaker=evil, why=EVIL, said_on="<s>"),
        statement(two, words, form="direct", act="warn", source=source, cue=cue, why=EVIL, said_on="\x1b[31m"),
        statement(one, "gnp.exe\u202c \u2066x\u2069 \u200b\ufeff \x9b31m\r\n\r\n\nWWW", speaker=evil, act="deny"),
        statement(one, "alert(2) \x1b", speaker=evil, act="concede", said_on="2024-03-04"),
    )
    return Record(
        reports=(one, two),
        unread=(Unread(EVIL, EVIL),),
        entities=(evil,),
        statements=statements,
        utterances=(Utterance("u" * 12, (statements[0].id, statements[1].id)),),
    )


BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = """
    --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
    --disable-sync
"""
"""What keeps Chromium from asking for anything by itself, and lets it run as root."""
WAIT = 120_000
"""Milliseconds that a step may take, on a computer with much else to do."""


def without_browser(why: str) -> NoReturn:
    """Skip the test, or fail where a browser has to be there, as in `.ci/run`."""
    if os.environ.get("TESTS_NEED_A_BROWSER"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture
def told_without_browser() -> Callable[[str], NoReturn]:
    """What happens to a test that needs a browser where there is none."""
    return without_browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A Chromium or Chrome that is installed already, with a profile of its own."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        without_browser("no Chromium or Chrome is installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        without_browser("playwright is not installed")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=QUIET.split(), timeout=WAIT)
        yield started
        started.close()


class Watched:
    """A tab, and what happened in it that should not: errors, dialogs, and what was asked of whom."""

    def __init__(self, context: Any) -> None:
        context.set_default_timeout(WAIT)
        self.tab = context.new_page()
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.tab.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("dialog", self._dialog)
        self.tab.on("request", lambda request: self.asked.append(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.errors.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def nothing_happened(self, *allowed: str) -> None:
        """Fails if there was an error, or anything was asked whose address begins otherwise than `allowed`."""
        assert self.errors == []
        assert self.asked
        assert [one for one in self.asked if not one.startswith((*allowed, "data:,"))] == []


@pytest.fixture
def watched(chromium: Any) -> Iterator[Any]:
    """Opens watched tabs, each with a profile of its own: `watched(**options of the context)`."""
    contexts = []

    def opened(**options: Any) -> Watched:
        contexts.append(chromium.new_context(**options))
        return Watched(contexts[-1])

    yield opened
    for context in contexts:
        context.close()
