"""What a speaker does in saying something: the act, by the reporting word or else by the words said.

The nine acts follow the verbal event types of PLOVER. Lists (`data/en/cues.toml`, `words.toml`) give a first opinion;
the network, which has it as one of its inputs, decides. Where there is no reporting word the lists decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import msgspec
import numpy as np

from onrecord.encoder import Floats
from onrecord.find.cues import ACTS, verb_at
from onrecord.find.phrases import is_adverb
from onrecord.find.plain import Plain
from onrecord.find.reader import Reading
from onrecord.find.words import words
from onrecord.model import Act, Form, Mode, Statement
from onrecord.wordlists import listed

NO_STATEMENT = 0.7
"""Least probability (0–1) with which words in running text are held to be no statement: a deed, a topic, a question. On
the fifth of the labels of news that nothing was fitted on, 195 of 312 such go, and 28 of 1,168 statements. From 0.5 it
would be 239 and 54."""

PLAIN = np.array([0.65 if act == "assert" else 1 for act in ACTS], np.float32)
"""What the chance of each act counts for: the network calls too much a plain statement. Of 0.35, 0.5, 0.65, 0.8 and 1
the best on the news held aside (0.670 right, 0.664 without), and with 0.5 on ten affairs (0.666, 0.647 without)."""


def settled(plain: Plain, reading: Reading, statements: Sequence[Statement], by_cue: Sequence[Act]) -> list[Statement]:
    """The statements with the acts that the network reads, where they have reporting words.

    What it reads as no statement at all is left out, unless words are quoted or it is merely held: to believe is not to
    say, but is kept as what it is.

    Args:
        plain: the report's paragraphs.
        reading: what the network makes of them.
        statements: with the acts that the lists give.
        by_cue: for each the act that its reporting word performs; "assert" if that is neutral.
    """
    inputs: dict[int, Floats] = {}
    for n, one in enumerate(statements):
        cue = plain.mine((one.cue.start, one.cue.end)) if one.cue else None
        content = [mine for part in one.content if (mine := plain.mine((part.start, part.end)))]
        if cue and content:
            inputs[n] = np.concatenate([reading.meaning(cue, content), opinion(one.act, by_cue[n], one.mode)])
    read = reading.encoder.acts(np.stack([*inputs.values()])) if inputs else np.empty((0, len(ACTS) + 1), np.float32)
    chances: dict[int, Floats] = dict(zip(inputs, read, strict=True))
    found: list[Statement] = []
    for n, one in enumerate(statements):
        told = chances.get(n)
        if told is None:
            found.append(one)
        elif one.form != "indirect" or one.mode == "held" or told[-1] < NO_STATEMENT:
            found.append(msgspec.structs.replace(one, act=ACTS[int((told[:-1] * PLAIN).argmax())]))
    return found


def opinion(by_lists: Act, by_cue: Act, mode: Mode) -> Floats:
    """(11,) what the lists say of a statement, which the network has beside its meaning: their act, said, held.

    An act that the reporting word itself performs counts twice: it is right more often than one
    told from the words said.
    """
    lists = np.zeros(len(ACTS) + 2, np.float32)
    lists[ACTS.index(by_lists)] = 1 if by_cue == "assert" else 2
    lists[len(ACTS) + (mode == "held")] = 1
    return lists


def act_of(content: str, by_cue: Act, form: Form) -> Act:
    """The act of a statement.

    Args:
        content: what was said.
        by_cue: the act that the reporting word performs by itself; "assert" if it is neutral.
        form: whether the words are the speaker's own.
    """
    if by_cue != "assert":
        return by_cue
    low = content.casefold().replace("’", "'")
    performed = _performed(content)
    if performed is not None:
        return performed
    return next((act for act, holds in _SIGNS if holds(low)), _denied(low, form))


def _performed(content: str) -> Act | None:
    """The act that the speaker names: "we urge", "I reject", "he categorically denies"."""
    found = words(content[:200])[:8]
    for i, word in enumerate(found):
        cue = verb_at(found, i)
        if cue is not None and i and cue.form in ("base", "third") and cue.act != "assert" and cue.mode == "said":
            before = [w.low for w in found[:i] if not is_adverb(w) and not w.is_mark]
            return cue.act if before and before[-1] in ("i", "we", "he", "she", "they", "it", "want", "to") else None
        if word.text == ".":
            return None
    return None


def _denied(low: str, form: Form) -> Act:
    """Deny where the reported clause itself is negative ("it had never refused"), else assert."""
    negative = re.match(
        r"\W*(?:[\w'-]+ ){0,4}?"
        r"(?:(?:had|has|have|does|do|did|was|were|is|are)(?:n't| not| never| no\b)|never\b)",
        low,
    )
    return "deny" if form != "direct" and negative else "assert"


_DEMAND = re.compile(r"\b(?:must|should|ought to|needs? to|it is time|let us)\b")


def _demands(low: str) -> bool:
    return _DEMAND.search(low) is not None and not _has("admission", low)


def _promises(low: str) -> bool:
    """Whether the speaker says what the speaker will do: a promise behind a word for the speaker's side."""
    will, would = _promising()
    return will.search(low) is not None or would.match(low) is not None


@cache
def _promising() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What promises wherever it stands, and what promises at the beginning."""
    selves = "|".join(re.escape(word) for word in sorted(listed("words", "acts", "self"), key=len, reverse=True))
    will = (
        r"(?:will|won't|shall|intends? to|promises?|pledges?|guarantees?"
        r"|(?:are|is|am|was|were) (?:willing|ready|prepared|committed|going) to)"
    )
    return (
        re.compile(
            rf"(?:^|[\s“\"])(?:{selves})(?: \w+)? {will}\b|\b(?:we'll|i'll)\b"
            r"|^(?:to|willing to|ready to|will) (?!have\b|be\b)"
        ),
        re.compile(rf"\W*(?:{selves}|[\w'-]+) would(?: not| never)? (?!be\b|have\b|mean\b|like\b|seem\b)\w"),
    )


def _accuses(low: str) -> bool:
    return _has("wrongdoing", low) and not _has("negation", low) and not _about_self(low)


def _about_self(low: str) -> bool:
    return (
        re.match(r"\W*(?:that )?(?:the company|the firm|his|her|its|their|our|we|i|he|she|they|it|those)\b", low)
        is not None
    )


def _has(kind: str, low: str) -> bool:
    return _pattern(kind).search(low) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The words of a list; a star stands for any beginning or ending."""
    words = (re.escape(word.replace("’", "'")).replace(r"\*", r"\w*") for word in sorted(listed("words", "acts", kind)))
    return re.compile(rf"(?<![\w'])(?:{'|'.join(words)})(?![\w])")


_SIGNS: tuple[tuple[Act, Callable[[str], bool]], ...] = (
    ("warn", lambda low: _has("danger", low)),
    ("concede", lambda low: _has("admission", low)),
    ("demand", _demands),
    ("commit", _promises),
    ("deny", lambda low: _has("wrongdoing", low) and _has("negation", _pattern("wrongdoing").sub(" ", low))),
    ("criticise", lambda low: _has("blame", re.sub(r"\b(?:not|no|never|without)\s+(?:an? |any )?\w+", " ", low))),
    ("support", lambda low: _has("praise", low)),
    ("allege", _accuses),
)
"""What in the words said tells the act, the surest first."""
