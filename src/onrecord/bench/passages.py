"""Who speaks in invented passages, each of which has a trap: an aside, a namesake, a relay, nobody named at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from onrecord.bench.gold import place
from onrecord.bench.numbered import read_lines
from onrecord.bench.speakers import IsSpeaker, Speakers, Verdict
from onrecord.bench.story import NAMED
from onrecord.model import Entity, Record

_FOLDER = Path(__file__).resolve().parent / "cases"
CASES = _FOLDER / "passages.jsonl"
"""Passages that were looked at while rules were made."""
FRESH = _FOLDER / "fresh_passages.jsonl"
"""Passages that nothing was made on."""


class Passage(msgspec.Struct, frozen=True):
    """A text, some words of it that are said, and who says them; further keys may stand in it.

    `speaker` is None where nobody is named. `accept` are other right answers, `others` names that are wrong ones.
    """

    id: str
    text: str
    content: str
    speaker: str | None
    accept: tuple[str, ...] = ()
    others: tuple[str, ...] = msgspec.field(default=(), name="not")


def read_passages(path: Path = CASES) -> list[Passage]:
    """The passages of a file of JSON lines.

    Raises:
        MalformedInput: a line is no passage.
    """
    return read_lines(path, Passage, "passage")


def texts(passages: Sequence[Passage]) -> list[str]:
    """The texts of the passages, each once."""
    return list(dict.fromkeys(one.text for one in passages))


def verdicts(passages: Sequence[Passage], record: Record) -> list[Verdict]:
    """One verdict a passage on a record built from their `texts`.

    Raises:
        MalformedInput: the words of a passage are not in its text.
    """
    speakers, numbers = Speakers.of(record), {text: number for number, text in enumerate(texts(passages))}
    return [_verdict(passage, numbers[passage.text], speakers) for passage in passages]


def _verdict(passage: Passage, number: int, speakers: Speakers) -> Verdict:
    found = speakers.statement(number, place({passage.id: passage.text}, passage.id, passage.content))
    return speakers.verdict(found, None if passage.speaker is None else _is_called(passage, passage.speaker))


def _is_called(passage: Passage, speaker: str) -> IsSpeaker:
    """One name is part of the other ("Hale", "Ann Hale"), and none is that of somebody else in the passage.

    A description of nobody named must be the same words: "the lawyer of Ann Hale" is not Ann Hale.
    """
    right = [*map(_plain, (speaker, *passage.accept))]
    wrong = [*map(_plain, passage.others)]

    def is_speaker(entity: Entity) -> bool:
        names = _names(entity)
        if entity.type not in NAMED:
            return not names.isdisjoint(right)
        if any(_within(one, name) for one in wrong for name in names):
            return False
        return any(_within(one, name) or _within(name, one) for one in right for name in names)

    return is_speaker


def _names(entity: Entity) -> frozenset[str]:
    bare = (one.bare for one in entity.mentions)
    return frozenset(map(_plain, (entity.name, *bare)))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _within(part: str, whole: str) -> bool:
    """Whether `part` stands in `whole` as whole words."""
    return bool(part) and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None
