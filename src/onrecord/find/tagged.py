"""The names that the network reads, with what the rules know of titles, countries and governments put to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.find.capitals import has_body_word, is_courtesy, is_title, known_as, plain_name
from onrecord.find.name import Name
from onrecord.find.name_ends import in_whole
from onrecord.find.passage import Sentence
from onrecord.find.places import places
from onrecord.find.reader import ReadName
from onrecord.find.words import Word
from onrecord.model import EntityType
from onrecord.wordlists import listed, table

_LABEL = 5  # words: a label in capitals up to this long may be a name alone
_LONGEST = 4  # words: a longer run of capitals is hardly one person's name
_MAY_BE = 0.1  # the network's chance of a person from which a name behind a title is one
_LETTERS = 3  # letters: longer capitals are a word, "IRAN"
_WORDS = frozenset({"us", "it", "who", "may", "aids"})  # names with capitals only: the network does not see case well
_KINDS: dict[str, EntityType] = {"person": "person", "organisation": "organisation", "place": "place"}


def tagged(sentence: Sentence, ruled: Iterable[Name], read: Sequence[ReadName]) -> list[Name]:
    """The names of a sentence.

    Args:
        sentence: its words.
        ruled: what the rules take for names in it.
        read: what the network takes for names in the whole report, in order.
    """
    if _is_shouted(sentence.words):
        return []
    ruled = list(ruled)
    first = bisect_left(read, sentence.start, key=lambda one: one.start)
    last = bisect_right(read, sentence.end, key=lambda one: one.start)
    out: list[Name] = []
    for one in in_whole(sentence.words, read[first:last]):
        span = _words_of(sentence.words, one)
        if span and not (out and one.start < out[-1].end):  # inside the one before, which the rules made longer
            touching = [name for name in ruled if name.name_start < one.end and one.start < name.end]
            titled = next((name for name in touching if name.titles and one.start < name.name_start), None)
            span = _in_full(sentence.words, span, one, touching)
            out.append(titled or _name(sentence.words, span, one, touching))  # "FIRM chief NAME" read as one name
    apart = [name for name in ruled if is_described(name) or not any(_touch(name, other) for other in out)]
    return out + [name for name in apart if _stands_alone(name)]


def _is_shouted(words: list[Word]) -> bool:
    """Whether a line is all in capitals, as links to other stories are: nothing in it shows what is a name."""
    return len(words) > _LABEL and not any(c.islower() for word in words for c in word.text)


def _touch(a: Name, b: Name) -> bool:
    return a.name_start < b.end and b.name_start < a.end


def is_described(name: Name) -> bool:
    """Whether it is a body called by what it is, in which another name may stand: "the Kent fire service"."""
    return name.kind == "organisation" and name.words[-1][:1].islower()


def _stands_alone(name: Name) -> bool:
    """Whether a name that only the rules see is one: a list, a title or a given name says so."""
    is_full = 1 < len(name.words) <= _LONGEST and name.words[0].lower() in listed("titles", "given")
    return name.canonical is not None or bool(name.titles) or name.kind == "organisation" or is_full


def _words_of(words: list[Word], one: ReadName) -> tuple[int, int] | None:
    """The words that a name runs over, without titles at its head and marks at its ends."""
    first = bisect_right(words, one.start, key=lambda word: word.end)
    stop = bisect_left(words, one.end, key=lambda word: word.start)
    while first < stop - 1 and one.kind == "person" and _is_before_name(words, first):
        first += 1
    while first < stop and (words[stop - 1].is_mark or _is_left_off(words, first, stop - 1)):
        stop -= 1
    while first < stop and (words[first].is_mark or _is_in_front(words, first, stop, one)):
        first += 1
    stop = next((k for k in range(first, stop) if words[k].text == "(" or _ends_person(words, k, one)), stop)
    is_word = stop - first == 1 and (words[first].text in _WORDS or _is_courtesy(words, first))
    return (first, stop) if first < stop and not is_word else None


def _is_left_off(words: list[Word], first: int, k: int) -> bool:
    """Whether no name ends with a word: one in small letters, but for lines that have no others; and the short title of
    whoever follows ("Arizona" of "Arizona Sen. Ann Roe")."""
    word = words[k]
    is_short = word.text[1:].islower() and word.low in {*table("titles")["short"], "sens", "reps", "govs"}
    is_small = word.text.isalpha() and word.text.islower() and any(other.is_capitalised for other in words)
    return is_small or (is_short and k > first)


def _is_in_front(words: list[Word], k: int, stop: int, one: ReadName) -> bool:
    """Whether a word in small letters only tells what the body behind it is: "nonpartisan Board for the Weirs"."""
    is_plain = words[k].text.isalpha() and words[k].text.islower() and words[k].low not in listed("words", "particles")
    return is_plain and one.kind != "person" and k + 1 < stop and words[k + 1].is_capitalised


def _ends_person(words: list[Word], k: int, one: ReadName) -> bool:
    """Whether a comma ends a person's name: "Ann Roe, R-Tarn", but not "Ann Roe, Jr."."""
    is_comma = one.kind == "person" and words[k].text == "," and k + 1 < len(words)
    return is_comma and words[k + 1].low not in listed("titles", "behind")


def _is_titled(words: list[Word], titled: Name, one: ReadName) -> bool:
    """Whether a name is a person's, whatever the network takes it for: a title stands right before the given name."""
    is_whole = (titled.name_start, titled.end) == (words[0].start, words[-1].end)
    is_given = words[0].low in listed("titles", "given") and len(words) > 1
    return (
        is_whole
        and (is_given or one.kind == "person" or one.chances[0] >= _MAY_BE)
        and not has_body_word([word.low for word in words])
    )


def _is_courtesy(words: list[Word], k: int) -> bool:
    """Whether a word in front of a name tells no more than rank or gender: "Lady Anne Roe", "Ms Roe"."""
    is_before = k + 1 < len(words) and words[k + 1].is_capitalised
    return is_before and is_courtesy(words[k])


def _is_before_name(words: list[Word], k: int) -> bool:
    """Whether a word is a mark or part of a title and not of the name: "of State" in "Secretary of State Ann Roe"."""
    is_office = k > 0 and words[k - 1].low == "of" and words[k].low in listed("titles", "modifiers")
    return words[k].is_mark or words[k].low == "of" or is_office or is_title(words[k])


def _in_full(words: list[Word], span: tuple[int, int], one: ReadName, touching: list[Name]) -> tuple[int, int]:
    """The words of a person's name with the surname that the network left off, where a title or given name tells, or
    with the given name."""
    begin, end = words[span[0]].start, words[span[1] - 1].end
    given_off = [
        name.name_start
        for name in touching
        if name.name_start < begin
        and name.end == end
        and len(name.words) == span[1] - span[0] + 1
        and name.words[0].lower() in listed("titles", "given")
    ]
    if one.kind == "person" and given_off:
        return next(k for k, word in enumerate(words) if word.start == given_off[0]), span[1]
    is_given = words[span[0]].low in listed("titles", "given")
    longer = [
        name.end
        for name in touching
        if name.name_start == begin
        and name.end > end
        and len(name.words) <= _LONGEST
        and (name.titles or is_given)
        and not is_described(name)
    ]
    if one.kind != "person" or not longer:
        return span
    return span[0], next(k for k in range(len(words), 0, -1) if words[k - 1].end <= max(longer))


def _name(words: list[Word], span: tuple[int, int], one: ReadName, touching: list[Name]) -> Name:
    first, stop = span
    begin, end = words[first].start, words[stop - 1].end
    titled = next((name for name in touching if name.titles and name.start < begin < name.end), None)
    front = next(i for i, word in enumerate(words) if word.end > titled.start) if titled else first
    kind = "person" if titled and _is_titled(words[first:stop], titled, one) else _KINDS[one.kind]
    name = plain_name(words, front, first, stop, kind, titled.titles if titled and kind == "person" else ())
    name.chances = one.chances
    rest = words[stop - 1].text[max(one.end - words[stop - 1].start, 1) :] if one.end < name.end else ""
    if rest[:1] in ("-", "–") and not (kind == "person" and rest[1:2].isupper()):
        name.words = (*name.words[:-1], words[stop - 1].text.removesuffix(rest))
        name.end = one.end  # "Oslo-based", and not "Ann Roe-Lund"
    joined = words[first].text[: max(one.start - begin, 0)]
    if joined[-1:] in ("-", "–", "/") and name.start == begin and kind != "person":
        name.words = (name.words[0].removeprefix(joined), *name.words[1:])
        name.start = name.name_start = one.start  # "Iraq" of "Iran-Iraq"
    same = next((other for other in touching if (other.name_start, other.end) == (begin, end)), None)
    if same and same.canonical:
        name.kind = same.kind
        return known_as(name, same.canonical)
    bare = " ".join(name.words)
    canonical, how = places().get(bare.title() if bare.isupper() and len(bare) > _LETTERS else bare, (None, ""))
    if canonical and how in ("country", "union") and kind != "person":
        name.kind = "country" if how == "country" else "organisation"
        return known_as(name, canonical)
    return name
