"""Where a name ends that the network cut short: "Office of River" of "Office of River Works", "New" of "New York"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from onrecord.find.capitals import has_body_word, is_title
from onrecord.find.kinds import PLACED
from onrecord.find.phrases import is_time
from onrecord.find.places import places
from onrecord.find.reader import ReadName
from onrecord.find.words import Word


def whole(words: list[Word], one: ReadName) -> ReadName:
    """A name with what the network leaves off its end: a word to which more is joined ("New York-based"), what an
    office is of ("Office of River Works"), what a body is ("Ostrell Police")."""
    first = bisect_left(words, one.start, key=lambda word: word.start)
    stop = bisect_left(words, one.end, key=lambda word: word.start)
    if one.kind == "organisation" and first < stop:
        return replace(one, end=max(one.end, words[_body_end(words, first, stop) - 1].end))
    last = PLACED.match(words[stop].text) if stop < len(words) and words[stop].start == one.end + 1 else None
    return replace(one, end=words[stop].start + last.end("name")) if last else one


def _body_end(words: list[Word], first: int, stop: int) -> int:
    """The number of the word behind a body's name of the words from `first` to `stop`, with the rest of it."""
    office = first + (stop - first > 1 and places().get(words[first].text, ("", ""))[1] == "country")
    is_of = office + 1 == stop or words[office + 1].low == "of"
    if has_body_word([words[office].low]) and is_of:
        return max(stop, _of_end(words, office + 1))
    is_bare = not has_body_word([word.low for word in words[first:stop]])
    follows = stop < len(words) and words[stop].is_capitalised and has_body_word([words[stop].low])
    return stop + 1 if is_bare and follows and words[stop].start == words[stop - 1].end + 1 else stop


def _of_end(words: list[Word], k: int) -> int:
    """The number of the word behind "of" and the capitals that follow it at word `k`; `k` where none do."""
    stop = k + 1
    while k < len(words) and words[k].low == "of" and stop < len(words) and words[stop].is_capitalised:
        if is_time(words[stop]) or (is_title(words[stop]) and _is_before_name(words, stop)):
            break
        stop += 1
    return stop if stop > k + 1 else k


def _is_before_name(words: list[Word], title: int) -> bool:
    """Whether a title has a name behind it, and is no part of the one before: "Office of Works Director Ann Roe"."""
    return title + 1 < len(words) and words[title + 1].is_capitalised
