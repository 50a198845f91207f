"""Whether one sentence says what the other denies, or tells other numbers, names or parts.

The rule errs on the side of keeping two tellings apart: a quotation that was turned round must never stand beside its
original as the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

from onrecord.match.alignment import Alignment, denied_by_prefix, replaced
from onrecord.match.vocabulary import listed, negates, opposite, rivals, synonymous
from onrecord.match.wording import CONTENT, Token

NEAR = 0.75
"""Share of words (0–1) in common from which a pair is near verbatim: what then differs is a change, not a rewording."""
SAME_FRAME = 0.6
"""Share (0–1) of all words, small ones too, that stand in the same order in both, from which other words in a place
between them are a change of what is said: "build a school in the valley", "build a road in the valley"."""
SYNONYMS = 0.6
"""Cosine from which such words mean the same; see `likeness` for how it was measured."""
_LONGEST = 2  # words: longer stretches that differ are a rewording
NearInMeaning = Callable[[str, str], float]
"""How near two stretches of words are in meaning, as the cosine of the sentence encoder."""
_JOINED = frozenset({"and", "or", ","})


def reversal(pair: Alignment, near_in_meaning: NearInMeaning) -> str | None:
    """How one sentence turns the other round, or tells something else in its words; None where nothing shows that."""
    near = pair.share >= NEAR
    if _denies(pair, near):
        return "one denies what the other says"
    if _differ(pair, "number", near):
        return "other numbers"
    if _differ(pair, "amount", near):
        return "another amount"
    if any(_opposed(x.form, y.form) for x, y in product(*pair.alone)):
        return "a word and its opposite"
    if any(rivals(x.form, y.form) for x, y in product(*pair.alone)):
        return "another of the same kind"
    if _names_differ(pair):
        return "other names"
    if _people_differ(pair):
        return "another person"
    if _is_turned(pair, near):
        return "who does it to whom"
    return "other words in the same place" if _is_refilled(pair, near_in_meaning) else None


def _denies(pair: Alignment, near: bool) -> bool:
    """Whether one denies oftener than the other, by an odd number: in the stretch that both tell.

    A rewording may deny elsewhere, or by a verb that turns round what follows ("fails to" for "does not"): it is held
    against the other only if no way of counting makes the two agree.
    """
    left, right = _denials(pair, 0), _denials(pair, 1)
    odd = [(a - b) % 2 == 1 for a, b in zip(left, right, strict=True)]
    return odd[0] if near else all(odd)


def _denials(pair: Alignment, side: int) -> tuple[int, int, int]:
    """How often a sentence denies: in the stretch that both tell, there with verbs that turn round; and as a whole."""
    prefixed = denied_by_prefix(pair)[side]
    told = pair.told(side, "not").total() + prefixed
    whole = sum(token.kind == "not" for token in (pair.a, pair.b)[side].tokens) + prefixed
    turned = sum(token.form in listed("reversing") for token in pair.alone[side])
    return told + turned, told, whole


def _differ(pair: Alignment, kind: str, near: bool) -> bool:
    """Whether the two tell other numbers or amounts; what a near verbatim telling leaves out counts as well."""
    a, b = pair.measured(0, kind), pair.measured(1, kind)
    return a != b if near else bool(a - b and b - a)


def _opposed(a: str, b: str) -> bool:
    """Whether two words are opposites; what a prefix denies has been counted as a denial."""
    return opposite(a, b) and not negates(a, b) and not negates(b, a)


def _names_differ(pair: Alignment) -> bool:
    a, b = ({token.form for token in side if token.kind == "name"} for side in pair.alone)
    whole_a, whole_b = ({token.form for token in one.tokens} for one in (pair.a, pair.b))
    return bool(a - whole_b and b - whole_a)


def _people_differ(pair: Alignment) -> bool:
    a, b = ({token.form for token in side} & {"he", "she"} for side in pair.alone)
    return bool(a and b and a != b)


def _is_turned(pair: Alignment, near: bool) -> bool:
    """Whether parts have changed places: "A met B" and "B met A", "by A for B" and "by B for A", "rather A than B".

    Not "A and B" and "B and A", nor where a word has taken its preposition along ("in May at Varn", "at Varn in May"),
    nor passive speech, which turns the order and keeps the parts: "A was met by B".
    """
    a, b = pair.a.tokens, pair.b.tokens
    moved = [(i, k) for i, k in pair.pairs if near or a[i].kind in CONTENT]
    turned = [((i, k), (j, m)) for (i, k), (j, m) in combinations(moved, 2) if k > m]
    if not turned or _is_passive(a) != _is_passive(b):
        return False
    if near and any(_exchange(pair, one, other) for one, other in turned):
        return True
    later = {one: {other for first, other in turned if first == one} for one, _ in turned}
    return any(
        a[middle[0]].form not in _JOINED and _acts(pair, one) and any(_acts(pair, n) for n in later.get(middle, ()))
        for one, middle in turned
    )


def _exchange(pair: Alignment, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two names have changed places and left their prepositions, or two words that "than" parts."""
    a, b = pair.a.tokens, pair.b.tokens
    (i, k), (j, m) = one, other
    between = {token.form for token in a[i + 1 : j]}
    if "than" in between and "than" in {token.form for token in b[m + 1 : k]}:
        return True
    if a[i].kind != "name" or a[j].kind != "name" or between in ({"and"}, {"or"}):
        return False
    return any(n > 0 and o > 0 and a[n - 1].form != b[o - 1].form for n, o in (one, other))


def _is_refilled(pair: Alignment, near_in_meaning: NearInMeaning) -> bool:
    """Whether all that differs is which words stand in the same places, and some of them mean something else."""
    places = replaced(pair)
    if (
        not places
        or not all(a and b for a, b in places)
        or any(len(x.split()) > _LONGEST for two in places for x in two)
    ):
        return False
    if 2 * len(pair.pairs) < SAME_FRAME * (len(pair.a.words) + len(pair.b.words)):
        return False
    return any(not synonymous(a, b) and near_in_meaning(a, b) < SYNONYMS for a, b in places)


def _acts(pair: Alignment, place: tuple[int, int]) -> bool:
    """Whether a word stands for somebody or something that has not just moved together with its preposition."""
    token = pair.a.tokens[place[0]]
    before = _preposition(pair.a.tokens, place[0]), _preposition(pair.b.tokens, place[1])
    has_moved = before[0] is not None and before[0] == before[1]
    return not has_moved and (token.kind in ("name", "word") or token.form in listed("people"))


def _preposition(tokens: tuple[Token, ...], at: int) -> str | None:
    """The preposition before a word, articles and the like passed over."""
    before = [token.form for token in tokens[max(0, at - 3) : at]]
    while before and before[-1] in listed("determiners"):
        before.pop()
    return before[-1] if before and before[-1] in listed("prepositions") else None


def _is_passive(tokens: tuple[Token, ...]) -> bool:
    forms = [token.form for token in tokens]
    return "by" in forms and "be" in forms
