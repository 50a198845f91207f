"""Where a name begins and ends that the network cut short: "Office of River" of "Office of River Works", "Doctrine of
the Tides" of "Congregation for the Doctrine of the Tides", "New" of "New York", "Ann" beside "Roe"."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.capitals import has_body_word, is_title
from onrecord.find.kinds import PLACED
from onrecord.find.phrases import Range, is_time
from onrecord.find.places import listed_at, places, regions
from onrecord.find.reader import ReadName
from onrecord.find.words import Word
from onrecord.wordlists import listed

_FOR = ("for", "on")
_NONE = (0, sys.maxsize)


def in_whole(words: list[Word], read: Sequence[ReadName]) -> list[ReadName]:
    """The names of a sentence in full, those that are but parts of one together.

    Args:
        words: those of the sentence.
        read: its names as they were read, in order.
    """
    found: list[ReadName] = []
    for k, each in enumerate(read):
        last = found[-1] if found else None
        one = whole(words, each, (last.end if last else 0, read[k + 1].start if k + 1 < len(read) else sys.maxsize))
        if last is not None and _goes_on(words, last, one):
            found[-1] = replace(last, end=one.end)
        elif last is not None and _is_given_to(words, last, one):
            found[-1] = replace(one, start=last.start)
        elif last is None or one.start >= last.end:
            found.append(one)
        elif one.kind == last.kind == "organisation" and one.end > last.end:
            found[-1] = replace(last, end=one.end)
    return found


def _goes_on(words: list[Word], last: ReadName, one: ReadName) -> bool:
    """Whether a body's name goes on with what was read as a name right behind it: "Global Affairs Canada",
    "International Rowing Federation"."""
    if last.kind != "organisation" or one.start != last.end + 1:
        return False
    before, behind = ([word for word in words if name.start <= word.start < name.end] for name in (last, one))
    is_country = places().get(" ".join(word.text for word in behind), ("", ""))[1] == "country"
    is_kind = len(before) == 1 and before[0].low.endswith(("al", "an")) and before[0].text not in places()
    return (one.kind == "place" and is_country) or (one.kind == "organisation" and is_kind)


def _is_given_to(words: list[Word], last: ReadName, one: ReadName) -> bool:
    """Whether what was read as a name of its own right in front of a person's name is the given name of that person."""
    both = [word.low for word in words if last.start <= word.start < one.end]
    given = [low in listed("titles", "given") for low in both]
    is_name = given == [True, False] or (last.kind == "person" and given == [False, False])
    return one.kind == "person" and one.start == last.end + 1 and is_name


def whole(words: list[Word], one: ReadName, around: Range = _NONE) -> ReadName:
    """A name with what the network leaves off its ends: a word to which more is joined ("New York-based"), what an
    office is of or for ("Office of River Works", "Board for the Weirs"), what a body is ("Ostrell Police"), the body
    in front of that ("Board for the" of "Weirs").

    Args:
        words: those of the sentence.
        one: the name as it was read.
        around: where the name before it ends, and where the next one begins.
    """
    first = bisect_left(words, one.start, key=lambda word: word.start)
    stop = bisect_left(words, one.end, key=lambda word: word.start)
    place = _place_end(words, first)
    if place > stop and words[first].start == one.start:
        return replace(one, end=words[place - 1].end)
    if one.kind == "organisation" and first < stop:
        begin = _body_begin(words, first)
        begin = first if words[begin].start < around[0] else begin
        end = max(one.end, words[_body_end(words, begin, stop, around[1]) - 1].end)
        return replace(one, start=min(one.start, words[begin].start), end=end)
    last = PLACED.match(words[stop].text) if stop < len(words) and words[stop].start == one.end + 1 else None
    return replace(one, end=words[stop].start + last.end("name")) if last else one


def _place_end(words: list[Word], first: int) -> int:
    """The number of the word behind the listed place or government whose name begins at a word: "United States"."""
    length, canonical, _ = listed_at(words, first, len(words))
    if canonical:
        return first + length
    ahead = (words[first : first + n] for n in (3, 2))
    return next((first + len(some) for some in ahead if " ".join(word.text for word in some) in regions()), first)


def _body_begin(words: list[Word], first: int) -> int:
    """The number of the word with which the body begins of whose name those from `first` are but the end."""
    link = first - 1 - (first > 1 and words[first - 1].low == "the")
    if link < 1 or words[link].low not in _FOR or not _takes(words[link - 1], words[link].low):
        return first
    begin = link - 1
    while begin and words[begin - 1].is_capitalised and not _ends_name(words, begin - 1):
        begin -= 1
    return begin + 1 if begin < link - 1 and words[begin].low in listed("words", "determiners") else begin


def _ends_name(words: list[Word], k: int) -> bool:
    """Whether no name goes on from a word with a capital: a mark, a title, a time."""
    return words[k].is_mark or is_title(words[k]) or is_time(words[k])


def _body_end(words: list[Word], first: int, stop: int, following: int) -> int:
    """The number of the word behind a body's name of the words from `first` to `stop`, with the rest of it.

    Args:
        words: those of the sentence.
        first: number of its first word.
        stop: number of the word behind what was read of it.
        following: where the next name begins.
    """
    office = first + (stop - first > 1 and places().get(words[first].text, ("", ""))[1] == "country")
    is_of = office + 1 < len(words) and words[office + 1].low == "of" and has_body_word([words[office].low])
    links = [k for k in range(first + 1, stop + 1) if (is_of and k == office + 1) or _is_for(words, k)]
    stop = max([stop, *(_linked_end(words, k, following) for k in links)])
    is_bare = not has_body_word([word.low for word in words[first:stop]])
    follows = stop < len(words) and words[stop].is_capitalised and has_body_word([words[stop].low])
    return stop + 1 if is_bare and follows and words[stop].start == words[stop - 1].end + 1 else stop


def _is_for(words: list[Word], k: int) -> bool:
    """Whether a body's word stands before word `k`, which is "for" or "on" and may go on with the name."""
    return k < len(words) and words[k].low in _FOR and _takes(words[k - 1], words[k].low)


def _takes(word: Word, link: str) -> bool:
    """Whether a word is that of a body which is called after what it is for, or on: "Board for", "Panel on"."""
    return word.is_capitalised and word.low in listed("words", "bodies", f"named_{link}")


def _linked_end(words: list[Word], k: int, following: int) -> int:
    """The number of the word behind the links and the capitals that follow at word `k`: "of Works", "for the Doctrine
    of the Tides", "on Weirs and Dams" where no name that was read follows; `k` where none do."""
    joints = {"of"} if words[k].low == "of" else {"of", "and"}
    end = k
    while end < len(words) and (end == k or words[end].low in joints):
        start = end + 1 + (end + 1 < len(words) and words[end + 1].low == "the")
        stop = _capitals_end(words, start, following)
        if stop == start or (words[end].low == "and" and words[start].start == following):
            break
        end = stop
    return end


def _capitals_end(words: list[Word], start: int, following: int) -> int:
    """The number of the word behind the capitals that begin at word `start`, without times, titles of people and the
    name that follows."""
    stop = start
    while stop < len(words) and words[stop].is_capitalised and not words[stop].is_mark:
        is_next = stop > start and words[stop].start == following
        if is_next or is_time(words[stop]) or (is_title(words[stop]) and _is_before_name(words, stop)):
            break
        stop += 1
    return stop


def _is_before_name(words: list[Word], title: int) -> bool:
    """Whether a title has a name behind it, and is no part of the one before: "Office of Works Director Ann Roe"."""
    return title + 1 < len(words) and words[title + 1].is_capitalised
