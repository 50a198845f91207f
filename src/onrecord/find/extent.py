"""How far the words reach that tell a deed, read off how the words of a sentence hang together."""

from __future__ import annotations

from onrecord.find.syntax import Syntax

_OUTSIDE = frozenset(
    {"nsubj", "csubj", "punct", "cc", "conj", "parataxis", "appos", "acl:relcl", "discourse", "mark", "ccomp", "advcl"}
)
"""Relations of what hangs on a verb and is no part of the words that tell what was done."""
_LONGEST = 30  # words of a mention


def extent(syntax: Syntax, word: int, is_noun: bool) -> tuple[int, int]:
    """The words that tell a deed, as a half-open range of word numbers: the verb with its helpers and what it governs,
    or the noun with its own phrase; in one piece around the word, at most so many words."""
    if is_noun:
        inside = set(syntax.under(word, _OUTSIDE - {"nsubj"} | {"obl:unmarked"}))
    else:
        inside = set(syntax.under(word, _OUTSIDE | {"nsubj:pass"}))
        inside |= {*syntax.below(word, "aux", "aux:pass"), *range(*syntax.phrase_behind(word))}
    first = last = word
    while first - 1 in inside or (first - 2 in inside and _is_glue(syntax, first - 1)):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and _is_glue(syntax, last + 1)):
        last += 1
    while last > word and syntax.tokens[last].tag in ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET"):
        last -= 1
    while first < word and (
        syntax.tokens[first].tag in ("PUNCT", "ADP", "CCONJ", "SCONJ") or _is_ending(syntax, first)
    ):
        first += 1
    first, last = max(first, word - _LONGEST), min(last, word + _LONGEST - 1)
    return syntax.figure(first)[0], syntax.figure(last)[1]


def _is_ending(syntax: Syntax, word: int) -> bool:
    """Whether a word is but the ending of the one before it: the "s" of "Monday's"."""
    return syntax.tokens[word].low == "s" and word > 0 and syntax.tokens[word - 1].text in "'’"


def _is_glue(syntax: Syntax, word: int) -> bool:
    """Whether a mark stands inside a word or a name ("5G-ready", "Mr. X") rather than between clauses."""
    return syntax.tokens[word].text in "-–’'\"“”.$£€&/"
