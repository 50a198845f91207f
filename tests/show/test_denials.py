"""Whether the same thing is denied."""

from __future__ import annotations

import pytest

from onrecord.match.wording import sentences
from onrecord.model import Span, Statement
from onrecord.show.denials import denies, same_denial

TOOK = "Roe took her key. He denied having asked for it."


def statement(text: str, cue: str, content: str) -> Statement:
    def span(words: str) -> Span:
        at = text.rindex(words)
        return Span("r", at, at + len(words), words)

    return Statement(
        id="s",
        report="r",
        content=(span(content),),
        form="indirect",
        source=None,
        cue=span(cue),
        speaker="p",
        speaker_why=None,
        act="deny",
        mode="said",
        confidence=1.0,
    )


@pytest.mark.parametrize(
    ("told", "text", "cue", "content", "is_same"),
    [
        ("he had asked for her key", TOOK, "denied", "having asked for it", True),
        ("she had lost the key", TOOK, "denied", "having asked for it", False),
        ("he had asked for her ship", TOOK, "denied", "having asked for it", False),
        ("he had not asked for her key", TOOK, "denied", "having asked for it", False),
        ("he had asked for her key", "Roe took her key. He denied having asked.", "denied", "having asked", False),
        ("any leak", "“There was no leak, and I say so,” he said.", "said", "There was no leak, and I say so", True),
        ("any leak", "“There was a leak, and I say so,” he said.", "said", "There was a leak, and I say so", False),
        ("any leak", "“Nobody says there was no leak,” he said.", "said", "Nobody says there was no leak", False),
    ],
)  # fmt: skip
def test_denials_are_compared_by_what_they_deny(told: str, text: str, cue: str, content: str, is_same: bool) -> None:
    assert same_denial(sentences(told), statement(text, cue, content), text) is is_same


@pytest.mark.parametrize(
    ("cue", "found"),
    [("again denied", True), ("Denying", True), ("rejects", True), ("said", False), ("project", False)],
)
def test_reporting_words_that_deny(cue: str, found: bool) -> None:
    assert denies(Span("r", 0, len(cue), cue)) is found


@pytest.mark.parametrize("word", ["denied", "refute", "refuted", "rebuffed", "disputes", "brushed aside"])
def test_a_word_that_denies(word: str) -> None:
    assert denies(Span("r", 0, len(word), word))


@pytest.mark.parametrize("word", ["said", "refused", "demanded"])
def test_a_word_that_denies_nothing(word: str) -> None:
    assert not denies(Span("r", 0, len(word), word))
