"""Where reports put the same words into the mouths of two people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from onrecord.match.tellings import Sentence
from onrecord.match.vocabulary import listed
from onrecord.match.wording import shortened
from onrecord.model import Entity, Report, Span, Statement

_SAME = 0.75
"""Share (0–1) of the words of the shorter quotation, small ones too, that stand in the longer one in order."""
_LEAST = 8  # words of a quotation: fewer are a phrase that two people may use
_TELLING = 3  # words that both have and that tell what it is about
_COMMON = 12  # quotations that have a word: a word of more brings none together
_NEAR = 200  # characters on each side of a quotation within which its report may name who said it as well
Found = tuple[str, str, tuple[Span, ...]]


def speaker_conflicts(
    reports: Sequence[Report], statements: Sequence[Statement], entities: Mapping[str, Entity]
) -> Iterator[Found]:
    """For each quotation that two reports give to two people: what it is about, its kind, and the sides.

    Args:
        reports: those of one affair.
        statements: of these reports.
        entities: all entities, by id.
    """
    origin = {report.id: report.origin for report in reports}
    text = {report.id: report.text for report in reports}
    quoted = [_Quotation(one) for one in statements if _is_quoted(one, entities)]
    holders: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(quoted):
        for word in sorted(one.telling):
            holders[word].append(n)
    pairs = sorted({pair for those in holders.values() if len(those) <= _COMMON for pair in combinations(those, 2)})
    for a, b in ((quoted[n], quoted[m]) for n, m in pairs):
        x, y = a.statement, b.statement
        is_apart = origin[x.report] != origin[y.report] and _are_two(x, y, entities, text)
        if x.source and y.source and is_apart and a.is_told_by(b):
            yield f"who said “{shortened(x.content[0].text)}”", "role", (x.source, y.source)


def _are_two(a: Statement, b: Statement, entities: Mapping[str, Entity], text: Mapping[str, str]) -> bool:
    """Whether each source names its speaker, and nothing around it the other, as in "a spokesman for X"."""
    ours, theirs = (_names(entities[one.speaker].name) if one.speaker else set() for one in (a, b))
    told, also = (_names(one.source.text) if one.source else set() for one in (a, b))
    if not (ours & told and theirs & also) or ours & theirs:
        return False
    return not (theirs & _names(_around(a, text)) or ours & _names(_around(b, text)))


def _around(one: Statement, text: Mapping[str, str]) -> str:
    """What a report tells around a quotation and its source."""
    spans = [*one.content, *([one.source] if one.source else [])]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return text[one.report][max(0, first - _NEAR) : last + _NEAR]


def _names(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


def _is_quoted(one: Statement, entities: Mapping[str, Entity]) -> bool:
    """Whether a statement is direct speech of a person whom its report names, and quoted by nobody else in turn."""
    speaker = entities.get(one.speaker or "")
    return one.form == "direct" and one.inside is None and speaker is not None and speaker.type == "person"


class _Quotation:
    """Direct speech as it is compared."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.words = [word for part in statement.content for word, _, _ in Sentence(statement, part).words]
        self.telling = frozenset(self.words) - listed("function")

    def is_told_by(self, other: _Quotation) -> bool:
        """Whether the other is the same quotation, but for what was cut and a word or two."""
        shorter = min(len(self.words), len(other.words))
        if shorter < _LEAST or len(self.telling & other.telling) < _TELLING:
            return False
        blocks = SequenceMatcher(None, self.words, other.words, autojunk=False).get_matching_blocks()
        return sum(block.size for block in blocks) >= _SAME * shorter
