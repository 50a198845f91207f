"""Statements told once."""

from typing import Any

import msgspec
import pytest

from onrecord.find.twice import once
from onrecord.model import Span, Statement

TEXT = "She told them how she begged bosses to act."


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span("r", at, at + len(words), words)


def said(content: str, cue: str, **known: object) -> Statement:
    one = Statement(
        id=content + cue,
        report="r",
        content=(span(content),),
        form="indirect",
        source=None,
        cue=span(cue),
        speaker="vance",
        speaker_why=None,
        act="demand",
        mode="said",
        confidence=0.5,
    )
    return msgspec.structs.replace(one, **known)


OUTER = said("how she begged bosses to act", "told")


@pytest.mark.parametrize(
    ("inner", "stays"),
    [
        (said("bosses to act", "begged"), False),
        (said("to act", "begged"), True),
        (said("begged bosses to act", "she"), False),
        (said("begged bosses to act", "she", speaker="roe"), True),
        (said("begged bosses to act", "she", speaker=None), True),
        (said("begged bosses to act", "she", act="allege"), True),
        (said("begged bosses to act", "she", mode="held"), True),
        (said("to act", "told"), False),
        (said("she begged bosses to act", "them"), False),
    ],
)
def test_nearly_the_same_words_of_one_speaker_are_one_statement(inner: Statement, stays: bool) -> None:
    assert once([inner, OUTER]) == ([inner, OUTER] if stays else [OUTER])


@pytest.mark.parametrize(
    ("known", "stays"),
    [
        ({}, False),
        ({"source": span("she")}, True),
        ({"speaker": "roe"}, True),
        ({"content": (span("them how she"),)}, True),
    ],
)
def test_bare_words_inside_a_statement_are_none(known: dict[str, Any], stays: bool) -> None:
    bare = msgspec.structs.replace(said("bosses to act", "begged"), **({"cue": None, "speaker": None} | known))
    assert once([bare, OUTER]) == ([bare, OUTER] if stays else [OUTER])


def test_of_the_same_words_the_surer_statement_is_kept() -> None:
    sure, unsure = said("bosses to act", "begged", confidence=0.9), said("bosses to act", "told", confidence=0.4)
    assert once([unsure, sure]) == [sure]
