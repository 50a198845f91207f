"""A passage of the record with an ellipsis where something is left out."""

from __future__ import annotations

from onrecord.match.verbatim import Found, found_in, pieces, words_of
from onrecord.show.recorded import recorded, shown

TEXT = "“The weir is old and it will break,” she said. “Nobody was told of Mr. Lamm.”"
PARTS = ((1, TEXT.index(",”")), (TEXT.index("Nobody"), TEXT.index(".”") + 1))
WITHIN = words_of(TEXT, PARTS)


def found(words: str) -> Found:
    hit = found_in(pieces(words), WITHIN)
    assert hit is not None
    return hit


def test_a_sentence_that_goes_on_has_an_ellipsis() -> None:
    assert shown(WITHIN, found("weir is old")) == "… weir is old …"
    assert shown(WITHIN, found("The weir is old")) == "The weir is old …"
    assert shown(WITHIN, found("Nobody was told of Mr.")) == "Nobody was told of Mr …"


def test_a_whole_sentence_has_none() -> None:
    assert shown(WITHIN, found("Nobody was told of Mr Lamm")) == "Nobody was told of Mr. Lamm"


def test_the_words_of_the_reporter_between_two_parts_are_left_out() -> None:
    both = found("it will break Nobody was told of Mr Lamm")
    assert recorded(WITHIN, both, [PARTS[1][0]]) == "it will break … Nobody was told of Mr. Lamm"
    assert shown(WITHIN, both, [PARTS[1][0]]).startswith("… it will break … Nobody")
