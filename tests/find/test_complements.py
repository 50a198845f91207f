"""What follows a reporting verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.complements import complement
from onrecord.find.cues import verb_at
from onrecord.find.stretch import Stretch

Make = Callable[..., Stretch]


@pytest.mark.parametrize(
    ("text", "frame", "content"),
    [
        ("said the weir was old.", "clause", "the weir was old"),
        ("said that the weir was old.", "clause", "the weir was old"),
        ("said on Monday that the weir was old.", "clause", "the weir was old"),
        ("said yesterday the weir was old.", "clause", "the weir was old"),
        ("told reporters that the weir was old.", "clause", "the weir was old"),
        ("told reporters the weir was old.", "clause", "the weir was old"),
        ("told them it was old.", "clause", "it was old"),
        ("warned the town that the weir was old.", "clause", "the weir was old"),
        ("accused Tolland Mills of poisoning the river.", "of", "poisoning the river"),
        ("charged the head of Tolland Mills with fraud.", "of", "fraud"),
        ("charged that gaps with the weir were old.", "clause", "gaps with the weir were old"),
        ("urged the council to act.", "person", "the council to act"),
        ("called for a new weir.", "for", "a new weir"),
        ("called the plan a ruin.", "called", "the plan a ruin"),
        ("promised to rebuild it.", "infinitive", "to rebuild it"),
        ("described the plan as a ruin.", "as", "the plan as a ruin"),
        ("warned of a flood.", "of_it", "a flood"),
        ("denied the charge.", "object", "the charge"),
        ("rejected any part in it.", "object", "any part in it"),
    ],
)
def test_the_frame_and_where_the_words_said_begin(stretch_of: Make, text: str, frame: str, content: str) -> None:
    stretch = stretch_of("Vance " + text)
    cue = verb_at(stretch.words, 1)
    if text.startswith("called for"):
        cue = verb_at(stretch.words, 1)
    assert cue
    found = complement(stretch, 1, cue)
    assert found
    assert found.frame == frame
    assert " ".join(word.text for word in stretch.words[found.start : stretch.end]) == content


@pytest.mark.parametrize(
    "text",
    [
        "said.",
        "said so.",
        "said to me.",
        "told him.",
        "declined to comment.",
        "refused to say more.",
        "said of it:",
        "added",
    ],
)
def test_nothing_is_said(stretch_of: Make, text: str) -> None:
    stretch = stretch_of("Vance " + text)
    cue = verb_at(stretch.words, 1)
    assert cue
    assert complement(stretch, 1, cue) is None
