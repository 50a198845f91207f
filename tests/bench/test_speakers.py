from collections.abc import Callable

import pytest

from onrecord.bench.speakers import Speakers, Verdict, shares
from onrecord.model import Entity, EntityType, Record, Report, Span, Statement

TEXT = "Brandt said the quay is safe, and Lund said the quay is safe at low tide. Ida hopes so."
REPORT = Report(id="r", file="0000.txt", files=("0000.txt",), sha256="", text_sha256="", text=TEXT, language="en")


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("r", start, start + len(words), words)


def _range(words: str) -> tuple[int, int]:
    span = _span(words)
    return span.start, span.end


def _statement(name: str, source: str | None, *content: str, speaker: str | None = None) -> Statement:
    return Statement(
        id=name,
        report="r",
        content=tuple(map(_span, content)),
        form="indirect",
        source=_span(source) if source else None,
        cue=None,
        speaker=speaker,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=1.0,
    )


def _speakers(*statements: Statement, kind: EntityType = "person") -> Speakers:
    entities = (Entity(id="e", name="Ida Brandt", type=kind, mentions=()),)
    return Speakers.of(Record(reports=(REPORT,), statements=statements, entities=entities))


def _found(speakers: Speakers, content: str, source: str | None = None) -> str | None:
    one = speakers.statement(0, _range(content), _range(source) if source else None)
    return one.id if one else None


def test_the_statement_with_the_nearest_content_is_meant() -> None:
    speakers = _speakers(
        _statement("whole", "Brandt", "the quay is safe, and Lund said the quay is safe at low tide"),
        _statement("part", "Lund", "quay is safe at low tide"),
    )
    assert _found(speakers, "the quay is safe at low tide") == "part"
    assert _found(speakers, "the quay is safe, and Lund said the quay is safe") == "whole"


def test_of_equal_contents_the_one_with_the_nearest_source_is_meant() -> None:
    speakers = _speakers(
        _statement("none", None, "the quay is safe"),
        _statement("brandt", "Brandt", "the quay is safe"),
        _statement("lund", "Lund", "the quay is safe"),
    )
    assert _found(speakers, "the quay is safe", "Lund") == "lund"
    assert _found(speakers, "the quay is safe", "Brandt") == "brandt"
    assert _found(speakers, "the quay is safe") == "none"


def test_content_in_parts_counts_as_one() -> None:
    speakers = _speakers(_statement("parts", None, "the quay", "is safe"), _statement("half", None, "the quay"))
    assert _found(speakers, "the quay is safe") == "parts"


def test_too_little_overlap_or_a_text_that_could_not_be_read_is_not_found() -> None:
    speakers = _speakers(_statement("a", None, "so"))
    assert _found(speakers, "Lund said the quay is safe at low tide. Ida hopes so") is None
    assert speakers.statement(1, (0, 5)) is None
    assert speakers.verdict(None, None) == "not found"


@pytest.mark.parametrize(
    ("speaker", "kind", "same", "verdict"),
    [
        ("e", "person", True, "right"),
        ("e", "person", False, "wrong"),
        ("e", "country", False, "wrong"),
        ("e", "unnamed", False, "null"),
        ("e", "group", False, "null"),
        ("e", "group", True, "right"),
        (None, "person", True, "null"),
        ("e", "person", None, "invented"),
        ("e", "unnamed", None, "open"),
        (None, "person", None, "open"),
    ],
)
def test_a_verdict_depends_on_who_is_named_and_whether_anybody_is(
    speaker: str | None, kind: EntityType, same: bool | None, verdict: Verdict
) -> None:
    said = _statement("a", "Brandt", "the quay is safe", speaker=speaker)
    is_speaker: Callable[[Entity], bool] | None = None if same is None else lambda entity: bool(same)
    assert _speakers(said, kind=kind).verdict(said, is_speaker) == verdict


def test_shares_are_of_the_found_alone_known_and_unknown_speakers_apart() -> None:
    known: list[Verdict] = ["right", "right", "wrong", "null"]
    unknown: list[Verdict] = ["invented", "open", "open", "open"]
    assert shares([*known, *unknown, "not found", "not found"]) == {
        "speaker right": 0.5,
        "speaker wrong": 0.25,
        "speaker null": 0.25,
        "speaker invented": 0.25,
        "not found": 0.2,
    }


def test_a_share_of_nothing_cannot_be_judged() -> None:
    assert set(shares([]).values()) == {None}
    assert shares(["right"])["speaker invented"] is None
