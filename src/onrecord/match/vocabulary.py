"""The form by which a word is compared: spelling, inflection, pronouns, amounts and countries brought to one form."""

from __future__ import annotations

import re
from functools import cache

from onrecord.wordlists import table

_CONTRACTED = re.compile(r"(.+?)(n't|'ll|'re|'ve|'m|'d|'s|s')$")
_EXPANDED = {"n't": "not", "'ll": "will", "'re": "be", "'ve": "have", "'m": "be", "'d": "will"}
_WHOLE = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
}
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)")
_ENDINGS = ("ing", "ed", "es", "s")


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list of `meaning.toml`, each in its compared form."""
    return frozenset(form(word) for word in table("meaning")[name].split())


@cache
def negatives() -> frozenset[str]:
    """The words that turn round what a sentence says."""
    return frozenset(table("meaning")["negative"].split())


@cache
def spoken(name: str) -> frozenset[str]:
    """The list `name` of words of speaking in `data/en/times.toml`."""
    return frozenset(table("times")["spoken"][name])


@cache
def _inverted(name: str) -> dict[str, str]:
    return {word: key for key, words in table("meaning")[name].items() for word in words.split()}


@cache
def _spellings() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(sorted(table('meaning')['spelling'], key=len, reverse=True))})")


@cache
def countries() -> dict[str, str]:
    """The names of a country and the words for its people and things, in small letters, each with one name for all."""
    found = {}
    for name, about in table("countries")["countries"].items():
        for word in (name, *about.get("names", ()), *about.get("demonyms", ())):
            found[word.casefold()] = name.casefold()
    return found


@cache
def expanded(word: str) -> tuple[str, ...]:
    """A word in small letters without its contraction: "don't" gives "do", "not"; a possessive gives the bare word."""
    if word in _WHOLE:
        return _WHOLE[word]
    match = _CONTRACTED.match(word)
    if match is None:
        return (word,)
    end = _EXPANDED.get(match[2])
    return (match[1] + "s" * (match[2] == "s'"), end) if end else (match[1] + "s" * (match[2] == "s'"),)


@cache
def form(word: str) -> str:
    """A word in small letters as it is compared: one spelling, one form for all inflections, one for a pronoun."""
    pronoun = _inverted("pronouns").get(word)
    if pronoun is not None:
        return pronoun
    return _stem(spelling(_inverted("irregular").get(word, word)))


@cache
def spelling(word: str) -> str:
    """A word in small letters in one of its spellings, the same for British and American."""
    spelt = table("meaning")["spelling"]
    return _ISE.sub("iz", _spellings().sub(lambda match: spelt[match[0]], word))


@cache
def amount(word: str) -> str | None:
    """The amount that a word tells, such as "all" for "every"; None for most words."""
    return _inverted("amounts").get(word)


def _stem(word: str) -> str:
    """A word without its commonest endings, so that "agreements" meets "agreement" and "denied" meets "deny"."""
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        is_whole = (
            (ending == "s" and rest.endswith("s"))
            or (ending == "ed" and rest.endswith("e"))
            or (ending == "es" and not rest.endswith(("s", "x", "z", "ch", "sh", "o")))
        )
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest) and not is_whole:
            word = rest
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [pair.split("/") for pair in table("meaning")["opposites"]["pairs"].split()]
    return frozenset((form(x), form(y)) for a, b in pairs for x, y in ((a, b), (b, a)))


def opposite(a: str, b: str) -> bool:
    """Whether two compared forms are listed opposites, or differ by "harmless" and "harmful" alone."""
    return (a, b) in _opposites() or (a[:-3] == b[:-3] and {a[-3:], b[-3:]} == {"les", "ful"})


@cache
def _synonyms() -> dict[str, frozenset[int]]:
    """For each compared form the numbers of the groups of words that say the same."""
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(table("meaning")["synonyms"]):
        for word in group.split():
            found[form(word)] = found.get(form(word), frozenset()) | {number}
    return found


def synonymous(a: str, b: str) -> bool:
    """Whether two words are listed as saying the same where one stands in the other's place."""
    none: frozenset[int] = frozenset()
    return not _synonyms().get(form(a), none).isdisjoint(_synonyms().get(form(b), none))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """For each compared form the kinds of `meaning.toml` of which it is one, such as the days and the colours."""
    found: dict[str, frozenset[str]] = {}
    for kind, words in table("meaning")["apart"].items():
        for word in words.split():
            found[form(word)] = found.get(form(word), frozenset()) | {kind}
    return found


def rivals(a: str, b: str) -> bool:
    """Whether two compared forms are two things of one kind: "tonight" and "tomorrow", "weeks" and "months"."""
    ours, theirs = _kinds().get(a), _kinds().get(b)
    return ours is not None and theirs is not None and a != b and not ours.isdisjoint(theirs)


def negates(a: str, b: str) -> bool:
    """Whether the form `a` is `b` behind a prefix that denies it: "unsafe", "safe"."""
    return len(b) >= 3 and a.endswith(b) and a[: -len(b)] in _denying()


@cache
def _denying() -> frozenset[str]:
    return frozenset(table("meaning")["denying_prefixes"].split())
