"""Where reporting words and contents begin and end that were read askew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.edges import edged
from onrecord.find.passage import paragraphs
from onrecord.find.stretch import Attribution

Make = Callable[..., Any]


def read(text: str, cue: str, content: str, source: str | None) -> Attribution:
    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return Attribution((at(content),), at(source) if source else None, at(cue), "assert", "said", "read verb")


@pytest.mark.parametrize(
    ("text", "given", "source", "cue", "content"),
    [
        ("She’d tell us it held.", ("d tell", "it held", "She"), "She", "tell", "it held"),
        ("It further wrote it held.", ("wrote", "it held", "It further"), "It", "wrote", "it held"),
        ("Mr Roe brusquely said it held.", ("said", "it held", "Mr Roe brusquely"), "Mr Roe", "said", "it held"),
        ("The Roe family said it held.", ("said", "it held", "The Roe family"), "The Roe family", "said", "it held"),
        ("You very aptly said it held.", ("said", "it held", "You very aptly"), "You", "said", "it held"),
        (
            "The Post quoted Roe as saying that it held.",
            ("quoted", "Roe as saying that it held", "Roe"),
            "Roe",
            "saying",
            "it held",
        ),
        (
            "The Post quoted Ann Roe of the Tarn Weir Ministry as saying it held.",
            ("quoted", "Ann Roe of the Tarn Weir Ministry as saying it held", "The Post"),
            "Ann Roe of the Tarn Weir Ministry",
            "saying",
            "it held",
        ),
        (
            "Roe was quoted by the Post as saying it held.",
            ("quoted by", "as saying it held", "Roe"),
            "Roe",
            "saying",
            "it held",
        ),
        (
            "The Post quoted Roe at length.",
            ("quoted", "Roe at length", "The Post"),
            "The Post",
            "quoted",
            "Roe at length",
        ),
        ("“Go,” Roe was told.", ("was told", "Go", "Roe"), None, "was told", "Go"),
        ("Jurors heard that it fell.", ("heard", "it fell", "Jurors"), None, "heard", "it fell"),
        (
            "Roe, who warned of floods in May, resigned.",
            ("warned of", "floods in May, resigned", "Roe"),
            "Roe",
            "warned of",
            "floods in May",
        ),
        (
            "Lawyers who warned of fraud lost their jobs.",
            ("warned of", "fraud lost their jobs", "Lawyers"),
            "Lawyers",
            "warned of",
            "fraud",
        ),
        (
            "Roe, who said the mill, once sold, was shut, resigned.",
            ("said", "the mill, once sold, was shut", "Roe"),
            "Roe",
            "said",
            "the mill, once sold, was shut",
        ),
        (
            "Roe warned of floods, was heard and resigned.",
            ("warned of", "floods, was heard", "Roe"),
            "Roe",
            "warned of",
            "floods, was heard",
        ),
    ],
)
def test_reporting_words_and_contents_are_cut_to_what_they_are(
    report_of: Make, text: str, given: tuple[str, str, str], source: str | None, cue: str, content: str
) -> None:
    one = edged(text, paragraphs(report_of(text)), read(text, *given))
    assert one.cue
    told = (text[slice(*one.source)] if one.source else None, text[slice(*one.cue)], text[slice(*one.content[0])])
    assert told == (source, cue, content)
