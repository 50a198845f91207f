"""Statements that report one and the same act of speaking.

Two statements of one speaker are the same utterance when a sentence of the one has most of its words in a sentence of
the other, says as often "not", and names the same numbers, and when nothing dates them to different days. Reworded
and separately translated speech is beyond this rule.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import NamedTuple

from onrecord.model import Link, Statement, Utterance, utterance_id
from onrecord.settings import Settings

_COMMON = frozenset(
    "the a an of to in on at for from by with and or but as is are was were be been being has have had do does did it its this that "
    "these those there he she they we i you his her their our my your him them us me who which what will would can could may might "
    "shall should must also very so than then if because said says say".split()
)
_NEGATIVE = frozenset("not no never none nothing nobody neither nor cannot without".split())
_MOST = 64  # statements: more of one speaker that are all alike are kept as pairs, since cliques would take exponential time


class _Sentence(NamedTuple):
    words: Counter[str]
    negatives: int
    numbers: frozenset[str]


def utterances(statements: tuple[Statement, ...], settings: Settings) -> tuple[tuple[Utterance, ...], tuple[Link, ...]]:
    """The utterances that several statements report, and for each pair of these why they are one."""
    by_speaker: dict[str, list[Statement]] = {}
    for one in statements:
        if one.speaker is not None and one.mode == "said":
            by_speaker.setdefault(one.speaker, []).append(one)
    links: list[Link] = []
    found: list[Utterance] = []
    for said in by_speaker.values():
        pairs = _pairs(said, settings)
        links += pairs
        found += [Utterance(utterance_id(group[0]), group) for group in _groups(pairs)]
    return tuple(sorted(found, key=lambda u: (u.id, u.statements))), tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _pairs(said: list[Statement], settings: Settings) -> list[Link]:
    """Links between statements of one speaker; only those that share a rarer word are compared."""
    sentences = {one.id: _sentences(one) for one in said}
    by_word: dict[str, list[Statement]] = {}
    for one in said:
        for word in {word for sentence in sentences[one.id] for word in sentence.words}:
            by_word.setdefault(word, []).append(one)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in by_word.values():
        if len(holders) <= max(_MOST, len(said) // 10):
            shared.update((a.id, b.id) for a, b in combinations(holders, 2))
    by_id = {one.id: one for one in said}
    links = []
    for (a, b), words in sorted(shared.items()):
        if words >= settings.same_words_least and _may_be_one(by_id[a], by_id[b]):
            score, common = _likeness(sentences[a], sentences[b])
            if score >= settings.same_words and common >= settings.same_words_least:
                low, high = sorted((a, b))
                links.append(Link("same utterance", low, high, round(score, 3), f"same speaker, {common} words of a sentence in common"))
    return links


def _may_be_one(a: Statement, b: Statement) -> bool:
    """Whether dates and places in the text allow one act of speaking: not two days, not one inside the other."""
    if a.inside == b.id or b.inside == a.id:
        return False
    if a.said_on is None or b.said_on is None:
        return True
    return a.said_on.startswith(b.said_on) or b.said_on.startswith(a.said_on)


def _sentences(one: Statement) -> list[_Sentence]:
    text = " ".join(part.text if part.text[-1:] in ".!?" else part.text + "." for part in one.content)
    return [_sentence(piece) for piece in re.split(r"(?<=[.!?])\s+", text) if any(c.isalnum() for c in piece)]


def _sentence(text: str) -> _Sentence:
    found = re.findall(r"\w+(?:['’]\w+)*", text.casefold().replace("’", "'"))
    negatives = sum(word in _NEGATIVE or word.endswith("n't") for word in found)
    words = Counter(_stem(word) for word in found if word not in _COMMON and word not in _NEGATIVE and not word.endswith("n't"))
    return _Sentence(words, negatives % 2, frozenset(word for word in found if word[0].isdigit()))


def _stem(word: str) -> str:
    """A word without the commonest endings, so that "agreements" meets "agreement"."""
    word = re.sub(r"'s$", "", word)
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _likeness(a: list[_Sentence], b: list[_Sentence]) -> tuple[float, int]:
    """The best share of words that a sentence of `a` has in common with one of `b` (0–1), and how many words that is."""
    best = (0.0, 0)
    for x in a:
        for y in b:
            fewer = min(x.words.total(), y.words.total())
            if fewer and x.negatives == y.negatives and x.numbers == y.numbers:
                common = (x.words & y.words).total()
                best = max(best, (common / fewer, common))
    return best


def _groups(links: list[Link]) -> list[tuple[str, ...]]:
    """The largest groups in which every statement is linked to every other (Bron and Kerbosch 1973)."""
    near: dict[str, set[str]] = {}
    for link in links:
        near.setdefault(link.a, set()).add(link.b)
        near.setdefault(link.b, set()).add(link.a)
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

    if len(near) <= _MOST:
        if near:
            extend(set(), set(near), set())
        return found
    return [(link.a, link.b) for link in links]
