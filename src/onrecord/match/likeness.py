"""Whether the words of two statements may be one act of speaking: by the words they share, or by what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.match.alignment import Alignment, aligned
from onrecord.match.reversal import NEAR, NearInMeaning, reversal
from onrecord.match.wording import Wording
from onrecord.settings import Settings

LOOSE = 0.5
"""Least cosine of two sentences that share the words asked for; none is asked of nearly the same words."""
RUN = 4
"""Words, small ones too, that make a sentence: fewer only name a subject in most pairs of 250 of PolNeAR's training
articles ("foreign policy", "the suspect's name"). So many in a row are the same words as part of a longer sentence."""
FEW = 3
"""Words of a sentence that is short enough to share one word only with another that means the same."""
SPARSE = 2
"""Words that tell what it is about, at least, for the meaning of a sentence to count: "It will hold" has one."""
MANY = 5
"""Words that tell what it is about in nearly the same words; fewer are often shared by chance."""
QUOTED = 0.8
"""Score of a pair in which one sentence quotes some words of the other."""
VERBATIM = 0.85
"""Share of words (0–1) from which two sentences are the same words, but for what was cut."""


class Likeness(NamedTuple):
    """How alike two statements are: a score (0–1), the words they share, and by what it was told."""

    score: float
    common: int
    why: str
    places: tuple[int, int] | None = None
    """The numbers of the sentences that are alike, the first statement's and the second's; None: the whole."""


class Wanted(NamedTuple):
    """What two statements must have in common."""

    share: float
    """Share of the words of the shorter sentence."""
    words: int
    """Words, at least."""
    meaning: float
    """Cosine of two sentences that share fewer words."""
    fewest: float = 0.2
    """Share of words below which not even the meaning is compared."""


def wanted(settings: Settings) -> Wanted:
    """What the settings ask of two statements of one speaker."""
    return Wanted(settings.same_words, settings.same_words_least, settings.same_meaning)


def likeness(
    a: Sequence[Wording], b: Sequence[Wording], asked: Wanted, near_in_meaning: NearInMeaning
) -> Likeness | None:
    """How alike the best two sentences of `a` and `b` are; None where none are alike enough, or one is turned round."""
    best: Likeness | None = None
    turned, straight = set[int](), set[int]()
    for number, x in enumerate(a):
        for other, y in enumerate(b):
            if not _may_be_alike(x, y) or (asked.meaning > 1 and not _may_be_verbatim(x, y, asked)):
                continue
            pair = aligned(x, y)
            found = _found(pair, asked, near_in_meaning)
            if isinstance(found, Likeness):
                found = found._replace(places=(number, other))
                best = max(best, found, key=lambda one: (one.score, one.common)) if best else found
            if found is not None and pair.share >= NEAR and pair.common >= 2:
                (straight if isinstance(found, Likeness) else turned).add(number)
    return None if turned - straight else best


def turned_round(a: Sequence[Wording], b: Sequence[Wording], near_in_meaning: NearInMeaning) -> bool:
    """Whether a sentence of `a` is nearly verbatim in `b` and is turned round there."""
    pairs = (aligned(x, y) for x in a for y in b if _may_be_alike(x, y))
    return any(pair.share >= NEAR and pair.common >= 2 and reversal(pair, near_in_meaning) for pair in pairs)


def _may_be_alike(x: Wording, y: Wording) -> bool:
    """Whether two sentences share two of their words, or one where one of them has few: else neither rule can hold."""
    common = len(x.content.keys() & y.content.keys())
    return common > 1 or (common == 1 and min(x.content.total(), y.content.total()) <= FEW)


def _may_be_verbatim(x: Wording, y: Wording, asked: Wanted) -> bool:
    """Whether two sentences may have the words in common that are asked for, or one be part of the other, by counting.

    It spares laying most pairs beside each other where nearly the same words are asked for.
    """
    ours, theirs = ({token.form for token in one.tokens} for one in (x, y))
    common = sum(count for form, count in x.content.items() if form in theirs)
    if common >= asked.words and common / min(x.content.total(), y.content.total()) >= asked.share:
        return True
    short, forms = (x, theirs) if len(x.words) <= len(y.words) else (y, ours)
    return all(token.form in forms for token in short.words)


def _found(pair: Alignment, asked: Wanted, near_in_meaning: NearInMeaning) -> Likeness | str | None:
    """How alike two sentences are; None where not enough; how one turns the other round, where it does."""
    if not pair.tells:
        return None
    by_words = (pair.share >= asked.share and pair.common >= asked.words) or _is_part(pair)
    if not by_words and not _is_compared(pair):
        return None
    quoted = _quoted(pair) if asked.meaning <= 1 else 0
    cited = Likeness(QUOTED, quoted, f"{quoted} words in quotation marks in common") if quoted else None
    if cited and not by_words:
        return cited
    if not by_words and (pair.share < asked.fewest or asked.meaning > 1):
        return None
    if not by_words and pair.share < NEAR and reversal(pair, near_in_meaning):
        return None  # said first, as the meaning costs more
    cosine = 1.0 if pair.share >= VERBATIM and pair.common >= MANY else near_in_meaning(pair.a.text, pair.b.text)
    if cosine < (LOOSE if by_words else asked.meaning):
        return (reversal(pair, near_in_meaning) if pair.share >= NEAR else None) or cited
    why = reversal(pair, near_in_meaning)
    if why is not None:
        return why
    if by_words:
        return Likeness(round(pair.share, 3), pair.common, f"{pair.common} words of a sentence in common")
    return Likeness(round(cosine, 3), pair.common, f"near in meaning ({cosine:.2f}), {pair.common} words in common")


def _is_compared(pair: Alignment) -> bool:
    """Whether both are sentences and not mere names of a subject, and share a word, so that their meaning counts."""
    return pair.common > 0 and all(one.content.total() >= SPARSE and len(one.words) >= RUN for one in (pair.a, pair.b))


def _is_part(pair: Alignment) -> bool:
    """Whether the shorter sentence stands in the longer one as it is, with two words that tell what it is about."""
    short, long = sorted((pair.a, pair.b), key=lambda one: len(one.words))
    forms = tuple(token.form for token in short.words)
    return len(forms) >= RUN and pair.common > 1 and long.where(forms) is not None


def _quoted(pair: Alignment) -> int:
    """How many words that one sentence has in quotation marks stand in the other as they are; 0 where none do."""
    both = ((pair.a, pair.b), (pair.b, pair.a))
    return max((len(forms) for one, other in both for forms in one.quoted if _cites(one, other, forms)), default=0)


def _cites(one: Wording, other: Wording, forms: tuple[str, ...]) -> bool:
    here, there = one.where(forms), other.where(forms)
    return here is not None and there is not None and one.denies_before(here) == other.denies_before(there)
