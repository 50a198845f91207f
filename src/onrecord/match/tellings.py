"""The sentences that reports quote of one speaker, with their places, beside the same sentences in another report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from itertools import combinations, product

from onrecord.match.meanings import Meanings
from onrecord.match.sentence_ends import sentence_ranges
from onrecord.match.vocabulary import expanded, form, listed
from onrecord.model import Report, Span, Statement
from onrecord.wordlists import table

_WORD = re.compile(r"\d[\d.,]*\d|%|\bper\scent\b|\w+(?:['’]\w+)*")
SAME = 0.7
"""Share (0–1) of the words of the shorter sentence, small ones too, that stand in the longer one in order, from which
both are one sentence in the same words, but for what was changed or cut. Set by the four invented affairs."""
MEANS = 0.6
"""Cosine from which two sentences of one speaker are one sentence in other words, as two translators put it. Set by the
one interview in two translations of the invented affairs: four of its sentences are paired, none wrongly."""
_TOLD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(?P<number>\d+)(?:st|nd|rd|th)")
_LEAST = 4  # words: a shorter sentence is too little to be told again
_PHRASE = re.compile(r"[“\"‘](?P<words>[^“”\"‘’]+(?:[’'](?=\w)[^“”\"‘’]+)*)[”\"’](?!\w)")
_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"\n]+)(?:[”\"]|$)", re.MULTILINE)
_PHRASE_LEAST, _PHRASE_MOST = 3, 6
"""Words of a phrase quoted in a sentence of the report's own ("an unspeakable sorrow") that is compared."""
_FRAME = 0.75
"""Cosine of two phrases that differ by one word from which they are one phrase, told in two ways."""
_RUN = 4  # words in a row of a phrase, all in the other sentence: it is cut from it, few as its telling words are
_REWORDED, _MEANS_SAME = 1 / 3, 0.75
"""Share (0–1) of the words of the shorter of two wordings, small ones too, that the other has in order, and the cosine
from which they need none: of 15 pairs of invented and of real affairs the two below both are of two sentences."""
_AS_LONG = 0.6  # share (0–1) of the words of the longer of two wordings that the shorter one has at least
_LONG = 8  # words of a sentence of which the last may be changed, not cut
_SAYING = 5  # words of a sentence that is taken for the same whoever says it: fewer are a saying
_SURELY = 0.8
"""Share (0–1) of the words of the shorter of two such sentences that the other has in order. In 384 stories of two to
four real reports 41 pairs with a difference are so near, two of them of two sentences; of the 26 from 0.6 on most."""
_TELLING = 2  # words that tell what it is about, which two such sentences share
_IN_A_ROW = 3  # words that they have in a row
_OTHERS = 5  # words that stand in one place for others, at most: for more, what is beside them may be another sentence
_SPELT = 0.75  # share (0–1) of letters that two spellings of a name have in common
_COMMON = 12  # such sentences that have a word: a word of more brings none together
_ROOT = 4  # first letters that two words of one root share: "full" and "fully", "technical" and "technically"
_OWN = (
    0.5  # share of a phrase's telling words that are of a root with one of the sentence of which it is another wording
)
_MARKED = re.compile(r"…|\.\.|[\[\]*_]|--|[–—]|\s-\s")  # marks of what was left out, or of a break in speech
_DOUBLE = re.compile(r"[“\"”]")
_EDITED = re.compile(r"[\[\]“”\"…]|\.\.|\((?:[^\s()]+\s?){1,3}\)")  # marks of words that an editor put in or left out
_MOST = 30  # sentences of one speaker in one report that are compared


@dataclass(frozen=True)
class Sentence:
    """A sentence of direct speech, or a phrase quoted in a sentence of the report's own, and where it stands."""

    statement: Statement | None
    """That which quotes it; None where it stands in quotation marks and in no statement."""
    span: Span
    told: str = ""
    """For a phrase, the report's own words with the phrase in them: what they tell together."""

    @property
    def told_in(self) -> str | None:
        """The id of its statement."""
        return self.statement.id if self.statement else None

    @property
    def speaker(self) -> str | None:
        """The id of the one who says it, where its report tells."""
        return self.statement.speaker if self.statement else None

    @property
    def meaning(self) -> str:
        """The words by whose meaning it is compared."""
        return self.told or self.span.text

    @cached_property
    def words(self) -> tuple[tuple[str, int, int], ...]:
        """Its words in the form in which they are compared, with their places in the report."""
        found = []
        for match in _WORD.finditer(self.span.text):
            at = self.span.start + match.start(), self.span.start + match.end()
            low = match.group().casefold().replace("’", "'")
            found += [(_form(word), *at) for word in expanded(low)]
        return tuple(found)

    @cached_property
    def content(self) -> frozenset[str]:
        """Those that tell what it is about."""
        return frozenset(word for word, _, _ in self.words if word not in listed("function"))


@dataclass(frozen=True)
class Pair:
    """One sentence as two reports tell it.

    `share` (0–1) is the share of the shorter one's words that the other has, 0 where it has none but one that tells
    what it is about; `near` says how alike they are, by words or meaning (0–1).
    """

    a: Sentence
    b: Sentence
    share: float
    near: float

    @property
    def sides(self) -> tuple[tuple[Span, str], tuple[Span, str]]:
        """Each sentence with the report that it is held against."""
        return (self.a.span, self.b.span.report), (self.b.span, self.a.span.report)

    @property
    def is_verbatim(self) -> bool:
        """Whether both tell it in the same words, but for what was changed or cut."""
        return self.share >= SAME

    @cached_property
    def in_common(self) -> float:
        """The share (0–1) of the shorter one's words that the other has in order, however few they are."""
        return _share(self.a, self.b)

    @property
    def is_reworded(self) -> bool:
        """Whether both tell it in other words, of which a part is the same in the same order, or that mean the same; as
        many words, about, unless one is but a phrase."""
        if self.is_verbatim or self.in_common >= SAME:
            return False
        if self.in_common < _REWORDED and self.near < _MEANS_SAME:
            return False
        shorter, longer = sorted((self.a, self.b), key=lambda one: len(one.words))
        is_phrase = bool(shorter.told) and len(shorter.words) <= _PHRASE_MOST
        return is_phrase or len(shorter.words) >= _AS_LONG * len(longer.words)

    def changes(self) -> list[tuple[Span, Span]]:
        """Where other words stand in the same place, each with the words around it up to the next comma."""
        ours, theirs = ([word for word, _, _ in one.words] for one in (self.a, self.b))
        steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        found, before, shared = [], 0, sum(j - i for kind, i, j, _, _ in steps if kind == "equal")
        for kind, i, j, k, m in steps:
            if self._is_inside(i, j, k, m) and max(j - i, m - k) > min(len(ours), len(theirs)):
                return []  # a few words that any two sentences share, far apart in one of them
            if kind == "equal":
                before += j - i
            elif kind == "replace":
                in_place = self._is_in_place((i, j), (k, m), before, shared - before)
                if in_place and self._is_another((i, j), (k, m)):
                    found.append((_around(self.a, i, j), _around(self.b, k, m)))
            elif _is_silent_cut(self.a, (i, j), self.b, k) or _is_silent_cut(self.b, (k, m), self.a, i):
                found.append((_beside(self.a, i, j), _beside(self.b, k, m)))
        return found

    def _is_inside(self, i: int, j: int, k: int, m: int) -> bool:
        return i > 0 and j < len(self.a.words) and k > 0 and m < len(self.b.words)

    def _is_in_place(self, ours: tuple[int, int], theirs: tuple[int, int], before: int, behind: int) -> bool:
        """Whether some words stand for others: both have words before and behind the place, two or more where it is of
        several and not as far from an end in both."""
        (i, j), (k, m) = ours, theirs
        is_one = j - i == m - k == 1
        if not self._is_inside(i, j, k, m):
            return (is_one and self._ends_alike(i, k)) or self._ends_otherwise(ours, theirs)
        is_even = len(self.a.words) - j == len(self.b.words) - m
        return is_one or ((before > 1 or i == k) and (behind > 1 or is_even))

    def _ends_alike(self, i: int, k: int) -> bool:
        """Whether nothing was cut where one word at an end stands for another: both are of as many words, or both end
        with it and are long."""
        ours, theirs = len(self.a.words), len(self.b.words)
        return ours == theirs or (ours - i == theirs - k == 1 and min(ours, theirs) >= _LONG)

    def _ends_otherwise(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether both begin with the same words, many, and end with some others, about as many in both."""
        (i, j), (k, m) = ours, theirs
        is_end = j == len(self.a.words) and m == len(self.b.words) and min(j - i, m - k) > 1
        fewer, more = sorted((j - i, m - k))
        words = ({word for word, _, _ in one.words[at:]} for one, at in ((self.a, i), (self.b, k)))
        is_told = all(some - listed("function") for some in words)
        return is_end and is_told and i == k >= _LONG and more <= _OTHERS and fewer >= _AS_LONG * more

    def _is_another(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether the words of two places are others: not the same in another spelling, nor such as an editor put in or
        left out."""
        places = ((self.a, *ours), (self.b, *theirs))
        if any(_EDITED.search(_text(one, max(0, i - 1), min(j + 1, len(one.words)))) for one, i, j in places):
            return False
        told = [_text(*place) for place in places]
        is_name = all(text[0].isupper() for text in told)
        return _letters(*places[0]) != _letters(*places[1]) and not (is_name and _alike(*told))


def is_cut(a: Sentence, b: Sentence) -> bool:
    """Whether one has all the words of the other, in a row."""
    ours, theirs = sorted(([word for word, _, _ in one.words] for one in (a, b)), key=len)
    return any(theirs[at : at + len(ours)] == ours for at in range(len(theirs) - len(ours) + 1))


def quoted(statements: Iterable[Statement], reports: Iterable[Report]) -> dict[str, dict[str, list[Sentence]]]:
    """The sentences of direct speech and the quoted phrases of every known speaker, by report and in order."""
    known = {report.id: report for report in reports}
    found: dict[str, dict[str, list[Sentence]]] = defaultdict(lambda: defaultdict(list))
    for one in statements:
        if one.speaker and one.form != "indirect" and one.report in known:
            told = sentences if one.form == "direct" else _phrases
            for sentence in told(one, known[one.report]):
                found[one.speaker][one.report].append(sentence)
    return {
        speaker: {report: sorted(own, key=lambda one: one.span.start) for report, own in by.items()}
        for speaker, by in found.items()
    }


def pairs(ours: Sequence[Sentence], theirs: Sequence[Sentence], meanings: Meanings) -> list[Pair]:
    """The sentences of two reports that are one, each in one pair at most, the most alike first taken."""
    ranked = []
    for a, b in product(ours[:_MOST], theirs[:_MOST]):
        shared = a.content & b.content
        if not shared or _apart(a, b):
            continue
        share, is_one = _share(a, b), len(shared) > 1 or _differ_little(a, b)
        if _is_cut_from(a, b) or _differ_by_a_word(a, b, meanings):
            share, is_one = max(share, SAME), True
        near = share if share >= SAME and is_one else _nearness(a, b, meanings)
        if near >= MEANS:
            ranked.append((near, a.span.start, b.span.start, Pair(a, b, share if is_one else 0.0, near)))
    taken: set[Span] = set()
    found = []
    for _, _, _, pair in sorted(ranked, key=lambda item: (-item[0], item[1], item[2])):
        if pair.a.span not in taken and pair.b.span not in taken:
            taken |= {pair.a.span, pair.b.span}
            found.append(pair)
    return sorted(found, key=lambda pair: pair.a.span.start)


def retold(told: Sequence[Sentence]) -> Iterator[Pair]:
    """The pairs of long sentences in two reports that are one in the same words, but for what was changed or cut; not
    where one of them stands in the other report as it is."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for word in sorted(one.content) if len(one.words) >= _SAYING else ():
            holders[word].append(n)
    together = Counter(pair for those in holders.values() if len(those) <= _COMMON for pair in combinations(those, 2))
    near = [
        Pair(a, b, share, share)
        for a, b in ((told[n], told[m]) for n, m in sorted(together))
        if a.span.report != b.span.report and len(a.content & b.content) >= _TELLING and not _apart(a, b)
        if (share := _share(a, b)) >= _SURELY and _is_sentence_of(a, b)
    ]
    settled = {key for pair in near if is_cut(pair.a, pair.b) for key in pair.sides}
    yield from (pair for pair in near if is_cut(pair.a, pair.b) or not settled.intersection(pair.sides))


def stretches(report: Report, told: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that a report has in quotation marks, outside its noise, and that are none of those told."""
    taken = [(one.start, one.end) for one in (*report.noise, *(sentence.span for sentence in told))]
    for match in _QUOTED.finditer(report.text):
        for start, end in _parts(report, *match.span("words")):
            if not any(first < end and start < last for first, last in taken):
                yield Sentence(None, report.span(start, end))


def sentences(one: Statement, report: Report) -> Iterator[Sentence]:
    """The sentences of a statement's own words."""
    for part in one.content:
        if _DOUBLE.search(part.text) and report.text[max(0, part.start - 1)] not in "‘'":
            continue  # the report's own words with phrases quoted in them, or a quotation that was never closed
        for start, end in _parts(report, part.start, part.end):
            is_whole = start <= part.start and end >= part.end
            if len(_WORD.findall(report.text, start, end)) >= (_PHRASE_LEAST if is_whole else _LEAST):
                yield Sentence(one, report.span(start, end))


def _parts(report: Report, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a stretch of a report begin and end, without the space around them."""
    for start, end in sentence_ranges(report.text, first, last):
        text = report.text[start:end]
        if bare := text.strip():
            begin = start + text.index(bare)
            yield begin, begin + len(bare)


def _phrases(one: Statement, report: Report) -> Iterator[Sentence]:
    """What a statement partly in the report's own words has in quotation marks."""
    for part in one.content:
        for match in _PHRASE.finditer(report.text, max(0, part.start - 1), part.end + 1):
            start, end = match.span("words")
            bare = match["words"].rstrip(" ,.;:!?")
            if part.start <= start < end <= part.end and len(_WORD.findall(bare)) >= _PHRASE_LEAST:
                yield Sentence(one, report.span(start, start + len(bare)), part.text)


def _is_cut_from(a: Sentence, b: Sentence) -> bool:
    """Whether one is a phrase of several words that stand in a row in the other."""
    shorter = min((a, b), key=lambda one: len(one.words))
    return bool(shorter.told) and len(shorter.words) >= _RUN and is_cut(a, b)


def _nearness(a: Sentence, b: Sentence, meanings: Meanings) -> float:
    """How near two are in meaning: a phrase with the words around it, where it keeps enough of the other's words."""
    ours, theirs = ({word[:_ROOT] for word in one.content} for one in (a, b))
    for one, own, other in ((a, ours, theirs), (b, theirs, ours)):
        if one.told and len(own & other) < _OWN * len(own):
            return meanings.near(a.span.text, b.span.text)
    return meanings.near(a.meaning, b.meaning)


def _differ_by_a_word(a: Sentence, b: Sentence, meanings: Meanings) -> bool:
    """Whether two are phrases in which one word that tells something stands for another."""
    ours, theirs = ([word for word, _, _ in one.words] for one in (a, b))
    if len(ours) != len(theirs) or len(ours) > _PHRASE_MOST:
        return False
    others = [{x, y} for x, y in zip(ours, theirs, strict=True) if x != y]
    is_one = len(others) == 1 and not others[0] & listed("function")
    return is_one and meanings.near(a.span.text, b.span.text) >= _FRAME


def _differ_little(a: Sentence, b: Sentence) -> bool:
    """Whether both are of as many words, several, and nearly all of them the same."""
    return len(a.words) == len(b.words) >= _SAYING and _share(a, b) >= _SURELY


def _share(a: Sentence, b: Sentence) -> float:
    ours, theirs = ([word for word, _, _ in one.words] for one in (a, b))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(ours), len(theirs))


def _is_sentence_of(a: Sentence, b: Sentence) -> bool:
    """Whether two have several words in a row, and nowhere many others in the place of some."""
    ours, theirs = ([word for word, _, _ in one.words] for one in (a, b))
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    row = max((j - i for kind, i, j, _, _ in steps if kind == "equal"), default=0)
    others = max((max(j - i, m - k) for kind, i, j, k, m in steps if kind == "replace"), default=0)
    return row >= _IN_A_ROW and others <= _OTHERS


def _alike(a: str, b: str) -> bool:
    """Whether two names may be one in two spellings."""
    return SequenceMatcher(None, a.casefold(), b.casefold(), autojunk=False).ratio() >= _SPELT


def _apart(a: Sentence, b: Sentence) -> bool:
    """Whether both say that they were said on different days."""
    one, other = (x.statement.said_on if x.statement else None for x in (a, b))
    return (
        one is not None
        and other is not None
        and not (one.startswith(other) or other.startswith(one))
        and "/" not in one + other
    )


def _letters(one: Sentence, first: int, after: int) -> str:
    """The letters of some words without what parts them or comes to the same: "e-mail" is "email", "Oct. 15" is
    "October 15", and "Mr. Roe" "Roe"."""
    start, end = one.words[first][1] - one.span.start, one.words[after - 1][2] - one.span.start
    kept = (word for word in _TOLD.findall(one.span.text[start:end].casefold()) if word not in _courtesies())
    return "".join(_months().get(word, word) for word in kept)


@cache
def _months() -> dict[str, str]:
    """The names of months by themselves and by what they are for short."""
    return {short: month[0] for month in table("times")["months"] for short in month}


@cache
def _courtesies() -> frozenset[str]:
    return frozenset((*table("titles")["male"], *table("titles")["female"]))


def _form(word: str) -> str:
    """A word as it is compared here: "ninth" and "9th" are one."""
    if word in ("%", "per cent"):
        return form("percent")
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return ordinal["number"]
    number = table("meaning")["numbers"].get(word) if word != "one" else None
    return str(number) if number is not None else form(word)


def _is_silent_cut(longer: Sentence, cut: tuple[int, int], shorter: Sentence, at: int) -> bool:
    """Whether the longer has telling words inside that the shorter leaves out without a mark: no repetition, no
    stopgap, nothing that an editor put in."""
    first, after = cut
    if not (0 < at < len(shorter.words) and 0 < first < after < len(longer.words)):
        return False
    told = {word for word, _, _ in longer.words[first:after]} - {word for word, _, _ in shorter.words}
    if not told - listed("function") - listed("stopgaps") - _courtesies():
        return False
    return not _MARKED.search(_between(shorter, at)) and not _EDITED.search(_text(longer, first - 1, after + 1))


def _between(one: Sentence, at: int) -> str:
    """What stands between a word and the one before it."""
    base = one.span.start
    return one.span.text[one.words[at - 1][2] - base : one.words[at][1] - base]


def _text(one: Sentence, first: int, after: int) -> str:
    return one.span.text[one.words[first][1] - one.span.start : one.words[after - 1][2] - one.span.start]


def _beside(one: Sentence, first: int, after: int) -> Span:
    """The words of a place with two on each side."""
    low, high = max(0, first - 2), min(len(one.words), after + 2)
    return Span(one.span.report, one.words[low][1], one.words[high - 1][2], _text(one, low, high))


def _around(one: Sentence, first: int, after: int) -> Span:
    """The words of a place with those before and behind them in its clause, two on each side at most."""
    base = one.span.start
    start, end = one.words[max(0, first - 2)][1], one.words[min(len(one.words), after + 2) - 1][2]
    inner = one.words[first][1] if first < len(one.words) else end
    close = one.words[after - 1][2] if after > first else inner
    before = one.span.text[start - base : inner - base]
    behind = one.span.text[close - base : end - base]
    if "," in before:
        start += before.rindex(",") + 1
    if "," in behind:
        end = close + behind.index(",")
    while one.span.text[start - base].isspace():
        start += 1
    text = one.span.text[start - base : end - base]
    return Span(one.span.report, start, end, text)
