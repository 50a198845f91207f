"""What a statement says of a plan, a danger or a motive: that it is so, or not so, by its act and its words."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from onrecord.match.turns import Turn
from onrecord.match.vocabulary import listed, table
from onrecord.match.wording import Wording, sentences
from onrecord.model import Stance

_WORD = re.compile(r"[\w-]+")


class Stand(NamedTuple):
    """A stance, and the word that it is on."""

    stance: Stance
    word: str


def on_measure(turn: Turn, measure: Set[str]) -> Stand | None:
    """What a statement says of a plan or measure that some words name; None where it does not say.

    Who demands, promises, supports or grants it is for it, who criticises, denies or warns is against; a plain
    statement is taken by the words that think well or ill of it. Each negation turns the stance round.
    """
    named = {word for word in turn.words & measure if _counts(word, turn.text)}
    if not named:
        return None
    here = _sentences_with(turn.text, named)
    turned = _turned(here, named)
    act = turn.statement.act
    positive = act not in ("criticise", "deny", "warn", "allege")
    if act == "assert":
        around = {word for one in here for word in _words_of(one.text)}
        ill, well = (len(around & words_of("leanings", kind)) for kind in ("ill", "well"))
        if ill == well and not turned:
            return None
        positive = ill <= well
    if act == "deny":
        turned = 0  # "denied that nobody" is rare, "denied any" is not
    return Stand("for" if positive == (turned % 2 == 0) else "against", min(named))


def on_claim(turn: Turn, claim: str) -> Stand | None:
    """What a statement says of a danger or a motive, by the words that say that it is so and those that say not."""
    low = turn.words
    yes, no, about = (low & words_of(claim, kind) for kind in ("yes", "no", "about"))
    named = yes | no | about
    act = turn.statement.act
    if not named or (not yes and not no and act not in ("allege", "criticise", "warn", "support", "deny")):
        return None
    positive = len(yes) >= len(no) if yes or no else act != "support"
    if act == "deny":
        return Stand("for" if no and not yes else "against", min(named))
    turned = _turned(_sentences_with(turn.text, named), named) if yes or no else 0
    return Stand("for" if positive == (turned % 2 == 0) else "against", min(named))


@cache
def words_of(list_name: str, kind: str) -> frozenset[str]:
    """A list in a section of `disputes.toml`."""
    return frozenset(table("disputes")[list_name][kind].split())


def measures() -> dict[str, frozenset[str]]:
    """The words of each plan or measure that `disputes.toml` knows, by its name."""
    return {name: words_of("measures", name) for name in table("disputes")["measures"]}


def _counts(word: str, text: str) -> bool:
    """Whether a word tells of a measure: a small one only in a sentence with one of those that it goes with."""
    beside = table("disputes")["beside"].get(word)
    if beside is None:
        return True
    others = frozenset(beside.split())
    return any(word in told and others & told for told in (_words_of(one.text) for one in sentences(text)))


def _words_of(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _sentences_with(text: str, named: Set[str]) -> list[Wording]:
    """The sentences that have one of the words."""
    found = sentences(text)
    return [one for one in found if _words_of(one.text) & named] or list(found)


def _turned(here: list[Wording], named: Set[str]) -> int:
    """How often sentences turn round what they say: by "not", "nobody", "stop"."""
    tokens = [token for one in here for token in one.tokens]
    return sum(
        token.kind == "not" or (token.form in listed("reversing") and token.text not in named) for token in tokens
    )
