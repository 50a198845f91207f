"""A passage of the record as `check` shows it: what is left out, inside or around it, is shown by an ellipsis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.match.verbatim import Found, Words

CUT = " … "
OPENING, CLOSING = ("“", '"', "‘", "'"), ("”", '"', "’", "'")
"""Quotation marks that may stand before and behind words."""


def recorded(within: Words, found: Found, breaks: Sequence[int] = ()) -> str:
    """The words found, a cut between any two that do not follow each other.

    Args:
        within: the words of the record.
        found: which of them.
        breaks: where in the text a part of a statement begins that the reporter's words stand before.
    """
    return CUT.join(within.text[a:b] for a, b in _stretches(within, found, breaks))


def shown(within: Words, found: Found, breaks: Sequence[int] = ()) -> str:
    """The same, with an ellipsis at an end at which a sentence goes on."""
    first, last = found.ranges[0][0], found.ranges[-1][1]
    ends = set(within.sentence_ends)
    start, end = within.words[first].start, within.words[last].end
    is_begun = first == 0 or first - 1 in ends or within.text[start - 1] in OPENING
    is_ended = last in ends or any(c in CLOSING for c in within.text[end : end + 2])
    return f"{'' if is_begun else '… '}{recorded(within, found, breaks)}{'' if is_ended else ' …'}"


def _stretches(within: Words, found: Found, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the passages without a cut begin and end in the text."""
    for first, last in found.ranges:
        at = first
        for n in range(first + 1, last + 1):
            before, start = within.words[n - 1].start, within.words[n].start
            if any(before < place <= start for place in breaks):
                yield within.words[at].start, within.words[n - 1].end
                at = n
        yield within.words[at].start, within.words[last].end
