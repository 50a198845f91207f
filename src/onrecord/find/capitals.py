"""Runs of capital letters in a sentence, cut into names with the titles and roles in front of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.find.cues import verb_at
from onrecord.find.name import Name
from onrecord.find.phrases import is_party, is_time
from onrecord.find.places import listed_at, regions
from onrecord.find.words import Word
from onrecord.model import EntityType
from onrecord.wordlists import listed

_CLOSED = ("determiners", "adverbs", "conjunctions", "subordinators", "past_verbs")
"""Lists of words that stand in no body's description: "the Kent fire service", not "Kent fell when the service"."""
_ROLE_REACH = 16  # words: no role in front of a name is longer


def in_sentence(words: list[Word]) -> Iterator[Name]:
    """The names in the words of one sentence; "unnamed" is the kind of those that are still to be told."""
    i = 0
    while i < len(words):
        stop = _run_end(words, i)
        if stop == i:
            i += 1
            continue
        yield from _split(words, i, stop)
        i = stop


def _run_end(words: list[Word], i: int) -> int:
    """The end of the run of capitalised words that begins at `i`; `i` itself if none does."""
    if not _is_name_word(words, i):
        return i
    j = i + 1
    while j < len(words):
        if _is_name_word(words, j) and not _is_no_name(words, j):
            j += 1
        elif (words[j].text in ("&", "-") and j + 1 < len(words) and words[j + 1].is_capitalised) or (
            words[j].low in listed("words", "particles") and j + 1 < len(words) and words[j + 1].is_capitalised
        ):
            j += 2
        elif words[j].low == "of" and _joins_body(words, i, j):
            j += 2 if words[j + 1].is_capitalised else 3
        elif words[j].text == "." and (
            len(words[j - 1].text) == 1 or words[j - 1].low in listed("words", "abbreviations")
        ):
            j += 1
        else:
            break
    return j


def _is_name_word(words: list[Word], i: int) -> bool:
    word = words[i]
    return word.is_capitalised and not word.is_mark and not is_party(word.text)


def _joins_body(words: list[Word], first: int, j: int) -> bool:
    """Whether "of" belongs to the name: "Ministry of Health", "Bank of England", "University of the North"."""
    if not has_body_word([word.low for word in words[first:j]]) and words[j - 1].low not in (
        "republic",
        "kingdom",
    ):
        return False
    after = words[j + 1] if j + 1 < len(words) else None
    later = words[j + 2] if j + 2 < len(words) else None
    return after is not None and (
        after.is_capitalised or (after.low == "the" and later is not None and later.is_capitalised)
    )


def _split(words: list[Word], start: int, stop: int) -> Iterator[Name]:
    """The names in a run: modifiers and titles in front are taken off, and may be names themselves."""
    i = start
    while i < stop and (words[i].is_mark or (_is_no_name(words, i) and not _begins_place(words, i, stop))):
        i += 1
    if i >= stop:
        return
    titles_end = max((k + 1 for k in range(i, stop) if is_title(words[k]) or _is_chief(words, k, stop)), default=i)
    while i < titles_end < stop and (words[titles_end].is_mark or words[titles_end].text == "General"):
        titles_end += 1  # "Secretary General", "Attorney General"
    rest = [word.low for word in words[titles_end:stop]]
    if i < titles_end and not rest:
        before = next(k for k in range(i, titles_end) if is_title(words[k]) or _is_modifier(words[k]))
        yield from _plain(words, i, before)
    elif i < titles_end and not has_body_word(rest) and not _is_modifier(words[titles_end]):
        before = next(k for k in range(i, titles_end) if is_title(words[k]) or _is_modifier(words[k]))
        yield from _plain(words, i, before)
        yield _person(words, _modified_from(words, i), titles_end, stop)
    elif _role_start(words, i) < i and not _is_assembly(words, i, stop):
        yield _person(words, _role_start(words, i), i, stop)
    else:
        yield from _plain(words, i, stop)


def _is_assembly(words: list[Word], i: int, stop: int) -> bool:
    """Whether a run of capitals that a role seems to stand before is a body's name: "a major General Assembly"."""
    return stop - i > 1 and has_body_word([words[stop - 1].low]) and words[i - 1].text.islower()


def _may_be_given(words: list[Word], i: int) -> bool:
    """Whether a word may be the name before a surname that is also a word: no weekday, no verb of a headline."""
    word = words[i]
    is_word = word.low in listed("titles", "not_names") or is_time(word) or verb_at(words, i) is not None
    return word.is_capitalised and not word.is_mark and not is_word


def _is_no_name(words: list[Word], i: int) -> bool:
    """Whether a capitalised word begins no name: "The"; "Will" and "May" only where they open a sentence or date."""
    word = words[i]
    is_surname = word.text == "He" and i > 0 and _may_be_given(words, i - 1)
    if word.text in ("US", "UN", "WHO") or is_surname or word.low not in listed("titles", "not_names"):
        return False
    if word.low in ("will", "may", "march", "mark", "can"):
        beside = [words[k].text for k in (i - 1, i + 1) if 0 <= k < len(words)]
        return (
            i == 0
            or any(text[0].isdigit() for text in beside)
            or words[i - 1].low in ("in", "since", "last", "until", "by")
        )
    return True


def _is_modifier(word: Word) -> bool:
    return word.low in listed("titles", "modifiers")


def is_title(word: Word) -> bool:
    """Whether a word is a title or role that stands in front of a name, held now or not: "president-elect",
    "then-president"."""
    return (
        word.low.removeprefix("then-").removeprefix("ex-").removesuffix("-elect").removesuffix("-designate")
        in _titles()
    )


def _is_chief(words: list[Word], k: int, stop: int) -> bool:
    """Whether "Chief" ends a title: "Ostrell Police Chief Ann Roe"; in "Chief Justice" it only begins one."""
    if words[k].low != "chief" or k + 1 >= stop or _is_modifier(words[k + 1]):
        return False
    is_led = k > 0 and has_body_word([words[k - 1].low])
    return is_led or words[k + 1].low in listed("titles", "given")


def is_courtesy(word: Word) -> bool:
    """Whether a word tells no more than rank or gender: "Ms", "Lady"."""
    return word.low in listed("titles", "male") or word.low in listed("titles", "female")


@cache
def _titles() -> frozenset[str]:
    return listed("titles", "male") | listed("titles", "female") | listed("titles", "either")


def _role_start(words: list[Word], i: int) -> int:
    """Where the title or role in front of the name at `i` begins; `i` if there is none: "its founder NAME"."""
    j = i
    while j > max(0, i - _ROLE_REACH):
        before = words[j - 1]
        if is_title(before) or (_is_modifier(before) and (j < i or before.low in ("former", "state"))):
            j -= 1
        elif (before.text == "." and j > 1 and is_title(words[j - 2])) or (
            before.low == "of" and j > 1 and j < i and is_title(words[j - 2])
        ):
            j -= 2
        else:
            break
    while j < i and words[j].low == "then" and (words[j].is_capitalised or is_courtesy(words[j + 1])):
        j += 1
    if j == i or not (any(is_title(word) for word in words[j:i]) or words[i - 1].text == "chief"):
        return i
    return _modified_from(words, j)


def _modified_from(words: list[Word], j: int) -> int:
    """Where a role begins whose first title stands at `j`: with the body or country in front, "the X spokesman"."""
    k = j
    while k > max(0, j - _ROLE_REACH) and (
        (words[k - 1].is_capitalised and not words[k - 1].is_mark)
        or words[k - 1].text in ("’s", "'s", "&")
        or _is_modifier(words[k - 1])
    ):
        k -= 1
    while k < j and (
        (
            words[k].low in listed("titles", "not_names")
            and words[k].text not in ("US", "UN")
            and not _begins_place(words, k, j)
        )
        or words[k].text in ("’s", "'s")
    ):
        k += 1
    return k


def _begins_place(words: list[Word], i: int, stop: int) -> bool:
    """Whether a word that names nobody alone begins the name of a country or a region: "South" of "South Korea"."""
    return listed_at(words, i, stop)[0] > 1 or _in_region(words, i)


def _in_region(words: list[Word], k: int) -> bool:
    """Whether a word begins the name of a region: "South" of "South Carolina"."""
    return k + 1 < len(words) and f"{words[k].text} {words[k + 1].text}" in regions()


def _person(words: list[Word], first: int, name: int, stop: int) -> Name:
    titles = tuple(word.low for word in words[first:name])
    kind: EntityType = "person"
    return plain_name(words, first, name, stop, kind, titles)


def plain_name(
    words: list[Word], first: int, name: int, stop: int, kind: EntityType, titles: tuple[str, ...] = ()
) -> Name:
    """The name from word `name` to word `stop`, with what stands in front of it from word `first` on.

    A person's name has no "of" behind it: "Maria Vance of Ostrell".
    """
    if kind == "person":
        stop = next((k for k in range(name + 1, stop) if words[k].text == "of"), stop)
    while stop > name + 1 and words[stop - 1].is_mark:
        stop -= 1
    texts = tuple(word.text for word in words[name:stop] if not word.is_mark)
    return Name(
        words[first].start,
        words[stop - 1].end,
        words[name].start,
        texts,
        kind,
        titles,
        initial=first < 6,
        opens=all(word.is_mark for word in words[:first]),
    )


def _plain(words: list[Word], start: int, stop: int) -> Iterator[Name]:
    """Names without a title: lists tell countries; the rest is settled by the whole report."""
    i = start
    while i < stop:
        length, canonical, how = listed_at(words, i, stop)
        rest_is_name = i + length < stop and how != "demonym"
        if canonical and how == "demonym" and i + 1 < len(words) and words[i + 1].low in listed("words", "governments"):
            yield known_as(plain_name(words, i, i, i + 2, "country"), canonical)
            i += 2
        elif canonical and how == "country" and _described_body(words, i, stop) > stop and i == start:
            yield plain_name(words, i, i, _described_body(words, i, stop), "organisation")
            yield known_as(plain_name(words, i, i, i + length, "country"), canonical)
            return
        elif canonical and how != "demonym" and not rest_is_name and i == start:
            kind = _kind_of_listed(words, i, how)
            yield known_as(plain_name(words, i, i, i + length, kind), None if kind == "place" else canonical)
            i += length
        elif (described := _described_body(words, i, stop)) > stop and (how == "demonym" or i == start):
            yield plain_name(words, i, i, described, "organisation")
            return
        elif how == "demonym" and (i + length >= stop or i == start):
            if i + length < stop and has_body_word([w.low for w in words[i:stop]]):
                yield plain_name(words, i, i, stop, "organisation")
                return
            i += length
        else:
            yield plain_name(words, i, i, stop, "unnamed")
            if canonical and how != "demonym":
                yield known_as(
                    plain_name(words, i, i, i + length, "country" if how != "union" else "organisation"), canonical
                )
            return


def _described_body(words: list[Word], i: int, stop: int) -> int:
    """The end of a body's description that begins with a name ("Kent fire service", "Roe campaign"); else `stop`."""
    end = _description_end(words, stop)
    is_any = i > 0 and words[i - 1].low in ("a", "an")  # "a Kent fire service"; but "a Kent police chief" has the name
    return stop if is_any and not (end < len(words) and is_title(words[end])) else end


def _description_end(words: list[Word], stop: int) -> int:
    """The end of such a description whatever stands before it."""
    first = stop + 1 if stop < len(words) and words[stop].text in ("’s", "'s") else stop
    led = first + (first < len(words) and words[first].low in listed("words", "bodies", "following"))
    if led < len(words) and words[led].low in listed("words", "bodies", "followers"):
        return led + 1
    for j in range(first, min(first + 4, len(words))):
        low = words[j].low
        if (
            words[j].is_mark
            or words[j].is_capitalised
            or low in listed("words", "prepositions")
            or low in listed("words", "auxiliaries")
        ):
            return stop
        if low == "service" and j == first:
            return stop  # "Roe's service", "National Guard service"
        if low in listed("words", "bodies", "official"):
            further = j + 1 < len(words) and words[j + 1].low in (
                "service",
                "office",
                "department",
                "union",
                "agency",
                "authority",
                "services",
            )
            return j + (2 if further else 1)
        if low.endswith("ed") or any(low in listed("words", closed) for closed in _CLOSED):
            return stop
    return stop


def has_body_word(lows: list[str]) -> bool:
    """Whether a word of the list for organisations is among these, given in lower case."""
    return any(low in listed("words", "bodies", "words") | listed("heads", "legal") for low in lows)


def known_as(name: Name, canonical: str | None) -> Name:
    """The name, known under another one."""
    name.canonical = canonical
    return name


def _kind_of_listed(words: list[Word], i: int, how: str) -> EntityType:
    if how == "union":
        return "organisation"
    before = words[i - 1].low if i else ""
    return "place" if how == "capital" and before in listed("words", "before_places") else "country"
