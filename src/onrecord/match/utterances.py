"""Statements that report one and the same act of speaking.

Two statements of one speaker are the same utterance when a sentence of the one has most of its words in a sentence of
the other, says "not" in the same way, and names the same numbers, and when nothing dates them to different days.
Where a speaker is not known, nearly all words must be the same. Reworded and separately translated speech is beyond
this rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import combinations
from typing import NamedTuple

from onrecord.days import days_of
from onrecord.model import Link, Statement, Utterance, utterance_id
from onrecord.settings import Settings

_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "him",
        "them",
        "us",
        "me",
        "who",
        "which",
        "what",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
        "also",
        "very",
        "so",
        "than",
        "then",
        "if",
        "because",
        "said",
        "says",
        "say",
    ]
)
_NEGATIVE = frozenset(["not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "cannot", "without"])
_MOST = 64  # statements: more than these hanging together are kept as pairs, since cliques would take exponential time
_COMMONEST = (
    64  # statements: a word that more of them have (and more than one in a hundred) does not bring them together
)
_STRICT = 0.85  # share of words (0–1) where the speaker of one or both is not known


_REVERSING = frozenset(
    [
        "drop",
        "abandon",
        "refuse",
        "stop",
        "halt",
        "cancel",
        "scrap",
        "withdraw",
        "withdrew",
        "lift",
        "suspend",
        "end",
        "fail",
        "avoid",
        "reverse",
    ]
)
"""Stems of verbs that turn what follows into its opposite: "will sue", "is dropping its plan to sue"."""


class _Sentence(NamedTuple):
    words: Counter[str]
    negatives: int
    reversals: frozenset[str]
    numbers: frozenset[str]


class _Said(NamedTuple):
    """A statement as it is compared: who says it (None: not known), the source's words, its sentences."""

    statement: Statement
    who: str | None
    source: str | None
    is_headline: bool
    sentences: list[_Sentence]


def utterances(
    statements: tuple[Statement, ...], named: Set[str], headlines: Set[str], settings: Settings
) -> tuple[tuple[Utterance, ...], tuple[Link, ...]]:
    """The utterances that several statements report, and for each pair of these why they are one.

    Args:
        statements: of all reports.
        named: ids of the entities that have a name, so that they are known to be the same in two reports.
        headlines: ids of the statements that stand in headlines.
        settings: how alike two statements must be.
    """
    said = [_said(one, named, one.id in headlines) for one in statements if one.mode == "said"]
    links = [link for pair in _candidates(said, settings) if (link := _link(*pair, settings))]
    found = [
        Utterance(utterance_id(prefix), group)
        for groups in _by_first(group for near in _components(links) for group in _cliques(near))
        for group, prefix in _told_apart(groups)
    ]
    return tuple(sorted(found, key=lambda u: u.id)), tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _said(one: Statement, named: Set[str], is_headline: bool) -> _Said:
    who = one.speaker if one.speaker in named else None
    return _Said(one, who, one.source.text.casefold() if one.source else None, is_headline, _sentences(one))


def _candidates(said: list[_Said], settings: Settings) -> Iterator[tuple[_Said, _Said]]:
    """Pairs that share enough words; words that very many statements have bring no pair together."""
    by_word: dict[str, list[int]] = {}
    for n, one in enumerate(said):
        for word in {word for sentence in one.sentences for word in sentence.words}:
            by_word.setdefault(word, []).append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in by_word.values():
        if len(holders) <= max(_COMMONEST, len(said) // 100):
            shared.update(combinations(holders, 2))
    for (a, b), words in sorted(shared.items()):
        if words >= _least_words(said[a], said[b], settings) and _may_be_one(said[a], said[b]):
            yield said[a], said[b]


def _link(a: _Said, b: _Said, settings: Settings) -> Link | None:
    """The link between two statements that report one utterance, or None."""
    least = settings.same_words if a.who is not None and a.who == b.who else _STRICT
    score, common = _likeness(a.sentences, b.sentences)
    known = a.who is not None or b.who is not None
    if score < least or common < _least_words(a, b, settings) + 2 * (not known):
        return None
    low, high = sorted((a.statement.id, b.statement.id))
    who = (
        "same speaker"
        if a.who is not None and a.who == b.who
        else "headline and text"
        if _condenses(a, b)
        else "no other speaker named"
    )
    return Link("same utterance", low, high, round(score, 3), f"{who}, {common} words of a sentence in common")


def _condenses(a: _Said, b: _Said) -> bool:
    """Whether one is the headline of the report that the other stands in: it may give a person's words to a body."""
    return a.is_headline != b.is_headline and a.statement.report == b.statement.report


def _least_words(a: _Said, b: _Said, settings: Settings) -> int:
    """How many words must be shared: a headline has one less to share with its own report."""
    return settings.same_words_least - (_condenses(a, b) and a.who == b.who)


def _may_be_one(a: _Said, b: _Said) -> bool:
    """Whether speaker, date and place in the text allow one act of speaking: not two days, not one inside the other."""
    x, y = a.statement, b.statement
    if x.inside == y.id or y.inside == x.id or (a.who and b.who and a.who != b.who and not _condenses(a, b)):
        return False
    if a.who is None and b.who is None and a.source != b.source:
        return False
    said_x, said_y = days_of(x.said_on), days_of(y.said_on)
    return said_x is None or said_y is None or (said_x.first <= said_y.last and said_y.first <= said_x.last)


def _sentences(one: Statement) -> list[_Sentence]:
    text = " ".join(part.text if part.text[-1:] in ".!?" else part.text + "." for part in one.content)
    return [_sentence(piece) for piece in re.split(r"(?<=[.!?])\s+", text) if any(c.isalnum() for c in piece)]


def _sentence(text: str) -> _Sentence:
    found = re.findall(r"\w+(?:['’]\w+)*", re.sub(r"\bUS\b", "u_s", text).casefold().replace("’", "'"))
    negatives = sum(word in _NEGATIVE or word.endswith("n't") for word in found)
    words = Counter(
        _stem(word) for word in found if word not in _COMMON and word not in _NEGATIVE and not word.endswith("n't")
    )
    reversals = frozenset(word for word in words if _base(word) in _REVERSING)
    return _Sentence(words, negatives % 2, reversals, frozenset(word for word in found if word[0].isdigit()))


def _stem(word: str) -> str:
    """A word without the commonest endings, so that "agreements" meets "agreement"."""
    word = re.sub(r"'s$", "", word)
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _base(stem: str) -> str:
    """A stem with its doubled last letter made single, or its silent e put back, if that is a reversing verb."""
    single = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    return next((form for form in (stem, single, stem + "e") if form in _REVERSING), stem)


def _likeness(a: list[_Sentence], b: list[_Sentence]) -> tuple[float, int]:
    """The best share of words that a sentence of `a` has in common with one of `b` (0–1), and how many that is."""
    best = (0.0, 0)
    for x in a:
        for y in b:
            fewer = min(x.words.total(), y.words.total())
            if fewer and x.negatives == y.negatives and x.reversals == y.reversals and x.numbers == y.numbers:
                common = (x.words & y.words).total()
                best = max(best, (common / fewer, common))
    return best


def _components(links: list[Link]) -> list[dict[str, set[str]]]:
    """The statements that hang together by links, each with its neighbours."""
    near: dict[str, set[str]] = {}
    for link in links:
        near.setdefault(link.a, set()).add(link.b)
        near.setdefault(link.b, set()).add(link.a)
    found, seen = [], set[str]()
    for start in sorted(near):
        reached, open_ = {start}, [start]
        while open_ and start not in seen:
            fresh = near[open_.pop()] - reached
            reached |= fresh
            open_ += fresh
        if start not in seen:
            found.append({node: near[node] for node in reached})
        seen |= reached
    return found


def _cliques(near: dict[str, set[str]]) -> list[tuple[str, ...]]:
    """The largest groups in which every statement is linked to every other (Bron and Kerbosch 1973)."""
    if len(near) > _MOST:
        return sorted({(min(a, b), max(a, b)) for a in near for b in near[a]})
    found: list[tuple[str, ...]] = []

    def extend(group: set[str], candidates: set[str], done: set[str]) -> None:
        if not candidates and not done:
            found.append(tuple(sorted(group)))
            return
        pivot = max(sorted(candidates | done), key=lambda n: len(near[n] & candidates))
        for node in sorted(candidates - near[pivot]):
            extend(group | {node}, candidates & near[node], done & near[node])
            candidates = candidates - {node}
            done = done | {node}

    extend(set(), set(near), set())
    return found


def _by_first(groups: Iterable[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for group in groups:
        found.setdefault(group[0], []).append(group)
    return [sorted(found[first]) for first in sorted(found)]


def _told_apart(groups: list[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Groups that begin with one statement, each with the fewest of its statements that tell it from the others."""
    for group in groups:
        length = 1
        while sum(other[:length] == group[:length] for other in groups) > 1 and length < len(group):
            length += 1
        yield group, ",".join(group[:length])
