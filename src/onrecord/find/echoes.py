"""Quotations that nobody is told to say, in a headline or between paragraphs, whose words somebody says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.phrases import Range
from onrecord.find.scene import Speaker
from onrecord.find.stretch import Attribution

_LEAST = 2  # words that are repeated: one is no quotation


def echoed(text: str, spoken: Sequence[tuple[Attribution, Speaker]]) -> list[Speaker]:
    """The speakers of the attributions, those of repeated words being whoever says the words with a source.

    Args:
        text: the report's text.
        spoken: its attributions in order, each with its speaker so far.
    """
    said = [
        (one, " ".join(_words(text, one.content)), speaker)
        for one, speaker in spoken
        if one.source is not None and (speaker.named is not None or speaker.unnamed is not None)
    ]
    return [_of(text, one, said) or speaker for one, speaker in spoken]


def _of(text: str, one: Attribution, said: Sequence[tuple[Attribution, str, Speaker]]) -> Speaker | None:
    """The only one who says all the words of a quotation that has neither source nor cue, and says them elsewhere: who
    is told to say what such a quotation stands in ("Roe said that signs read “…”") has not said it."""
    words = _words(text, one.content)
    if one.source is not None or one.cue is not None or len(words) < _LEAST:
        return None
    again = re.compile(rf"\b{re.escape(' '.join(words))}\b")
    found = {
        (speaker.named, speaker.unnamed)
        for other, its, speaker in said
        if again.search(its) and not any(a < d and c < b for a, b in one.content for c, d in other.content)
    }
    if len(found) != 1:
        return None
    named, unnamed = found.pop()
    return Speaker(named, unnamed, "the same words are told again, by this speaker")


def _words(text: str, content: Sequence[Range]) -> list[str]:
    """The words of some parts in lower case, without marks."""
    return [word.casefold() for part in content for word in re.findall(r"\w+", text[slice(*part)])]
