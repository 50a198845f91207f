"""The wording of a point in dispute: one sentence of a statement on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.match.meanings import Meanings
from onrecord.match.wording import denies, sentences, text_of, wording
from onrecord.model import Statement
from onrecord.wordlists import table

_SHORT, _LONG = 4, 28
"""Words of a sentence that can stand for a point: a shorter one tells too little, a longer one more than the point."""
_PUT = ("allege", "demand", "warn", "concede", "criticise")
"""Acts whose content is the proposition itself; a plain statement often tells something beside it."""
_MARK = re.compile(r"[\"“”‘«»:]|\B'|'\B")
"""Quotation marks and colons: a sentence with them is often half a headline or half a quotation."""
_DOUBLE = re.compile('["“”]')
_MOST = 12  # sentences that are candidates, and statements that each is compared with


class Proposition(NamedTuple):
    """What stands for a point, and where it is taken from."""

    statement: int
    """The number of the statement among those on the point."""
    text: str
    """The sentence, with a capital and a full stop."""


def worded(statements: Sequence[Statement], meanings: Meanings) -> Proposition:
    """The sentence nearest in meaning to what all say on a point, of those that fit it best as its words.

    Args:
        statements: all on the point, at least one.
        meanings: tells how near sentences are.
    """
    told = [text_of(one) for one in statements]
    candidates = [(n, part.text) for n, text in enumerate(told) for part in sentences(text)]
    if not candidates:
        return Proposition(0, _plain(told[0]))
    candidates = [(n, text) for n, text in candidates if _is_unbroken(statements[n], text)] or candidates
    best = max(_fit(statements[n], text) for n, text in candidates)
    fitting = [(n, text) for n, text in candidates if _fit(statements[n], text) == best][:_MOST]
    others = told[:_MOST]
    meanings.read([*(text for _, text in fitting), *others])
    nearness = [round(sum(meanings.near(text, other) for other in others), 6) for _, text in fitting]
    _, (number, text) = max(zip(nearness, fitting, strict=True), key=lambda item: (item[0], statements[item[1][0]].id))
    return Proposition(number, _plain(text))


def _fit(one: Statement, sentence: str) -> tuple[bool, bool, int, bool]:
    """Of a fitting length; neither denied nor a denial; a proposition by its act, a whole sentence; without marks."""
    words = [word.strip(".,;:!?“”\"'‘’()").casefold() for word in sentence.split()]
    return (
        _SHORT <= len(words) <= _LONG,
        one.act != "deny" and not denies(sentence),
        (one.act in _PUT) + _stands_alone(sentence),
        _MARK.search(sentence) is None,
    )


def _is_unbroken(one: Statement, sentence: str) -> bool:
    """Whether a sentence stands in one part of what is said: none is put together over "he said"."""
    return any(sentence in part.text for part in one.content)


def _stands_alone(sentence: str) -> bool:
    """Whether it is a sentence by itself: with a verb that has a subject, and no first word that points elsewhere."""
    words = [token.text for token in wording(sentence).words]
    finite, pointing = (table("meaning")[name].split() for name in ("finite", "pointing"))
    return (
        bool(words)
        and words[0] not in pointing
        and sentence.strip()[-1] != "?"
        and any(word in finite for word in words[1:])
    )


def _plain(sentence: str) -> str:
    plain = " ".join(sentence.split()).strip(" ,;:“”\"'‘’…–—")
    if plain.count('"') % 2 or plain.count("“") != plain.count("”"):
        plain = _DOUBLE.sub("", plain)
    plain = plain[:1].upper() + plain[1:]
    return plain if plain[-1:] in ".!?" else f"{plain}."
