"""Words beside names that mean the like of a description."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.encoder import shipped
from onrecord.find.beside import Beside
from onrecord.find.name import Name, Named
from onrecord.find.passage import paragraphs
from onrecord.find.plain import Plain
from onrecord.find.reader import Reading

TEXT = "The singer Maria Vance slept. The banker Peter Roe slept. The singer woke."


def beside(report_of: Callable[..., Any], text: str) -> Beside:
    plain = Plain(text, paragraphs(report_of(text)))
    labels = ("Maria Vance", "Peter Roe")
    places = [text.index(label) for label in labels]
    named = [
        Named([Name(at, at + len(label), at, tuple(label.split()), "person")], "person", label)
        for at, label in zip(places, labels, strict=True)
    ]
    starts = [0, text.index("The banker"), text.rindex("The singer")]
    return Beside(text, named, starts, plain, Reading(plain.text, shipped()))


def test_the_likest_is_whom_a_like_word_stands_beside(report_of: Callable[..., Any]) -> None:
    at = TEXT.rindex("The singer")
    found = beside(report_of, TEXT).alike([0, 1], (at, at + len("The singer")), "singer")
    assert found[0] > found[1]
    assert all(-1.001 <= one <= 1.001 for one in found.values())


def test_a_head_that_is_not_there_is_like_nobody(report_of: Callable[..., Any]) -> None:
    assert beside(report_of, TEXT).alike([0, 1], (0, 3), "singer") == {}
