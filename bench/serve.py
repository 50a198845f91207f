"""Measure how long the pages of `onrecord serve` take over a large record that is made up.

    python bench/serve.py [STATEMENTS]

Makes a record of STATEMENTS (100,000) in a temporary folder: invented words, reports of twenty statements each, a tenth
of the statements told twice, a fifth without a speaker, an event for every tenth and a point and a conflict for every
hundredth statement; what they mean is made up too, but for one in a hundred, which mean nearly `QUERY`. Then asks for
every page `TIMES` times, in this process and without a network, and prints the first and the median answer in
milliseconds, how much of it this process was at work (other processes may have held the processor for the rest), and
how long one correction takes.
"""

from __future__ import annotations

import hashlib
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from fastapi.testclient import TestClient

from onrecord.encoder import WIDTH, shipped_sentences
from onrecord.keep import Kept, save
from onrecord.keep.meanings import packed
from onrecord.model import (
    Candidate,
    Conflict,
    Entity,
    Event,
    EventMention,
    Findings,
    Mention,
    Point,
    Position,
    Reading,
    Record,
    Report,
    Span,
    Statement,
    Utterance,
    content_id,
    entity_id,
    report_id,
    statement_id,
    utterance_id,
)
from onrecord.show.acts import ACTS
from onrecord.show.web.app import application

IN_REPORT, PEOPLE, TIMES = 20, 2000, 15
QUERY = "the bridge was unsafe"
SYLLABLES = "ba de ki lo mu na pe ri so tu va we".split()  # noqa: SIM905


def words(dice: random.Random, count: int) -> str:
    """Words that nobody has ever written."""
    return " ".join("".join(dice.choices(SYLLABLES, k=dice.randint(1, 3))) for _ in range(count))


def made_up(count: int) -> Kept:
    """A record of about `count` statements, the same in every run."""
    dice = random.Random(1)
    names = sorted({words(dice, 2).title() for _ in range(PEOPLE)})
    mentions: dict[str, list[Mention]] = {name: [] for name in names}
    readings, drafts, last = [], [], ""
    for n in range(count // IN_REPORT):
        lines, places, at = [], [], 0
        for _ in range(IN_REPORT):
            name, said = dice.choice(names), last if last and dice.random() < 0.1 else words(dice, dice.randint(6, 30))
            last = said
            line = f"{name} said: “{said}.”\n\n"
            places.append((name, at, at + len(name) + 8, said))
            lines.append(line)
            at += len(line)
        text = "".join(lines)
        data = text.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        file, day = f"reports/{n:06}.txt", f"20{dice.randint(10, 23)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        report = Report(
            id=report_id(data), file=file, files=(file,), sha256=sha256, text_sha256=sha256, text=text, language="en",
            outlet=f"Paper {n % 40}", published=day, published_basis="stated",
        )  # fmt: skip
        readings.append(Reading(report, data))
        for name, start, words_at, said in places:
            mentions[name].append(Mention(report.id, start, start + len(name), name, (start, start + len(name))))
            drafts.append((report, name, start, words_at, said, day))
    people = {name: entity_id(spans[0]) for name, spans in mentions.items() if spans}
    entities = [Entity(id=people[n], name=n, type="person", mentions=tuple(mentions[n])) for n in people]
    statements = tuple(_statement(dice, people, *draft) for draft in drafts)
    record = Record(
        reports=tuple(one.report for one in readings),
        entities=tuple(sorted(entities, key=lambda one: one.id)),
        statements=statements,
        utterances=tuple(_told(statements)),
        events=tuple(map(_event, statements[::10])),
        points=tuple(_point(statements[n : n + 9]) for n in range(0, len(statements) - 9, 100)),
        conflicts=tuple(_conflict(*statements[n : n + 2]) for n in range(0, len(statements) - 9, 100)),
    )
    findings = tuple(Findings(report=one.id, entities=(), statements=()) for one in record.reports)
    return Kept(record, tuple(readings), findings, meanings=_meanings(statements))


def _event(one: Statement) -> Event:
    words = one.content[0]
    mention = EventMention(words.report, words.start, words.end, words.text, (words.start, words.end))
    return Event(
        id=content_id("event", one.id), type="OTHER", what=words, agent=one.speaker, patient=None, date=one.said_on,
        place=None, status="happened", mentions=(mention,),
    )  # fmt: skip


def _point(some: tuple[Statement, ...]) -> Point:
    positions = tuple(Position(one.id, "against" if n % 2 else "for") for n, one in enumerate(some))
    return Point(content_id("point", some[0].id), some[0].content[0].text, some[0].id, positions)


def _conflict(one: Statement, other: Statement) -> Conflict:
    return Conflict(content_id("conflict", one.id), "the wording", "wording", (one.content[0], other.content[0]))


def _meanings(statements: tuple[Statement, ...]) -> dict[str, bytes]:
    dice = np.random.default_rng(1)
    asked, meant = shipped_sentences().meaning(QUERY), {}
    for n, one in enumerate(statements):
        noise = dice.standard_normal(WIDTH).astype(np.float32) / np.sqrt(WIDTH)
        meant[one.content[0].text] = packed(noise if n % 100 else asked + noise)
    return meant


def _statement(
    dice: random.Random, people: dict[str, str], report: Report, name: str, start: int, at: int, said: str, day: str
) -> Statement:
    content, cue = (
        (report.span(at, at + len(said)),),
        Span(report.id, start + len(name) + 1, start + len(name) + 5, "said"),
    )
    known = dice.random() < 0.8
    return Statement(
        id=statement_id(report.id, content, cue, "said"), report=report.id, content=content, form="direct",
        source=report.span(start, start + len(name)), cue=cue, speaker=people[name] if known else None,
        speaker_why="named in the source" if known else "two people have this name",
        candidates=() if known else (Candidate(people[name], round(dice.random(), 2)),),
        act=dice.choice(list(ACTS)), mode="said", said_on=day if dice.random() < 0.7 else None,
        confidence=round(dice.uniform(0.3, 1.0), 2),
    )  # fmt: skip


def _told(statements: tuple[Statement, ...]) -> Iterator[Utterance]:
    for one, other in pairwise(statements):
        if one.content[0].text == other.content[0].text:
            yield Utterance(utterance_id(one.id), (one.id, other.id))


def pages(record: Record) -> dict[str, str]:
    """The address of each kind of page, the farthest of its list where it has several."""
    some, last = record.statements[len(record.statements) // 2], 10**6
    word = re.findall(r"\w+", some.content[0].text)[-1]
    busiest = max(record.entities, key=lambda one: len(one.mentions))
    addresses = {
        "overview": "/",
        "reports": "/reports",
        "a report": f"/reports/{some.report}",
        "people": "/people",
        "one of them": f"/people/{busiest.id}",
        "statement": f"/statements/{some.id}",
        "utterances": "/utterances",
        "an utterance": f"/utterances/{record.utterances[0].id}",
        "timeline": "/timeline",
        "timeline, a month": "/timeline?from=2015-03&to=2015-03",
        "timeline, a day": "/timeline?from=2015-03-04&to=2015-03-04",
        "timeline, undated": "/timeline?undated=true",
        "events": "/events",
        "points": "/points",
        "conflicts": "/conflicts",
        "doubts": "/doubts",
        "search, a rare word": f"/search?q={word}",
        "search, a common word": "/search?q=ba",
        "search by meaning": f"/search?by=meaning&q={QUERY.replace(' ', '+')}",
        "corrections": "/corrections",
        "differences": "/differences",
    }
    farthest = {
        f"{name}, last page": f"{addresses[name]}?page={last}" for name in ("reports", "timeline", "doubts", "events")
    }
    return addresses | farthest | {f"{name} (JSON)": f"{addresses[name]}.json" for name in ("a report", "people")}


def main() -> None:
    """Make the record, ask, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        kept = made_up(count)
        start = time.perf_counter()
        save(kept, path, Record())
        print(f"{len(kept.record.statements):,} statements saved in {time.perf_counter() - start:.1f} s")
        client = TestClient(application(path), base_url="http://127.0.0.1")
        medians = []
        for name, address in pages(kept.record).items():
            walls, works = [], []
            for _ in range(TIMES):
                start, worked = time.perf_counter(), time.process_time()
                answer = client.get(address)
                walls.append(1000 * (time.perf_counter() - start))
                works.append(1000 * (time.process_time() - worked))
                assert answer.status_code == 200, (address, answer.status_code)
            medians.append(statistics.median(walls))
            print(
                f"{name:24} {walls[0]:6.0f} ms first {medians[-1]:6.0f} ms median, "
                f"{statistics.median(works):6.0f} ms of it at work {len(answer.content):9,} bytes"
            )
        print(f"{'the median page':24} {statistics.median(medians):21.0f} ms")
        page = client.get(f"/statements/{kept.record.statements[7].id}").text
        token = re.search(r'name="token" value="([^"]+)"', page)
        assert token
        form = {"token": token[1], "item": kept.record.statements[7].id, "change": "date", "value": "2001", "by": "B"}
        start, worked = time.perf_counter(), time.process_time()
        answer = client.post("/corrections", data=form | {"why": "a measurement"}, follow_redirects=False)
        assert answer.status_code == 303
        took, work = time.perf_counter() - start, time.process_time() - worked
        print(f"{'a correction':24} {took:19.1f} s, {work:6.1f} s of it at work")


if __name__ == "__main__":
    main()
