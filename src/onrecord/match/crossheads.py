"""What stands in a report twice, in short and in full: a crosshead, and the quotation that it is taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.match.likeness import Likeness
from onrecord.match.said import Said

_FEWEST = 4  # words of a crosshead that are taken from the quotation that has them too
Pairs = Iterator[tuple[Said, Said, Likeness]]


def crossheads(said: Iterable[Said]) -> Pairs:
    """The quotations that stand alone, each with the longer one in its report that has the same words in a row.

    Whoever a crosshead was given to: it has neither source nor cue, so that its speaker was guessed.
    """
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.statement.report].append(one)
    for told in by_report.values():
        yield from _echoed(told)


def _echoed(told: Sequence[Said]) -> Pairs:
    for one in told:
        words = tuple(token.form for sentence in one.sentences for token in sentence.words)
        if one.statement.source or one.statement.cue or one.statement.form != "direct" or len(words) < _FEWEST:
            continue
        for other in told:
            if other.statement.source and any(sentence.where(words) is not None for sentence in other.sentences):
                yield one, other, Likeness(1.0, len(words), f"{len(words)} words in a row in the same report")
