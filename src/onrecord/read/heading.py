"""The headline of a report, and the section label above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.lines import ends_sentence, is_prose, plain
from onrecord.read.wordlist import any_of, plain_words, words

_MOST_WORDS = 25
_MOST_CHARACTERS = 200
_LEAST_SHOUTED = 5  # words in capitals: fewer may be a heading within the story
_SHOUTED = 10  # letters of words in capitals of which one may be small: "CNNs"
_LABEL_WORDS = 3
_CAPITALS = 0.75
"""Share of capitals among the longer words from which a line is in title case."""
_SHORT = 12
"""Words up to which a line without a full stop is a headline whatever its words are."""
_TERSE = 8
"""Words up to which a headline with a full stop may have one article, pronoun or auxiliary."""
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|can|could|will|would|should|do|does|did|has|have)\b"
)
_GLUED = re.compile(r"[a-z]{3}[.!?] [A-Z]")
_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")


def is_headline(line: str, after: Sequence[str]) -> bool:
    """Whether `line`, above the lines `after` it, is a headline and not the beginning of the story.

    A headline is short, has no full stop or is in title case, is no caption, and a story follows it.
    """
    if len(line) > _MOST_CHARACTERS or not any(map(is_prose, after)):
        return False
    found = _WORD.findall(line)
    if not 2 <= len(found) <= _MOST_WORDS:
        return False
    if line[0] in "([@#•*-–—" or line[-1] in ":,-–—•" or (found[0].islower() and line[0].islower()):
        return False
    if _captions().search(plain(line)):
        return False
    if not ends_sentence(line):
        return not _reads_as_prose(line, found) and not _is_names(found)
    if line[-1] == "?" and (len(found) <= _SHORT or _QUESTION.match(line.lower())):
        return True
    return _in_title_case(found) or ((_is_terse(found) or _is_shout(line)) and _opens_story(after))


def is_section(line: str) -> bool:
    """Whether `line` names a section, as labels above a headline do: "World", "Business | Technology"."""
    parts = re.split(r"\s*[|/>›»•·,&]\s*", plain(line).strip(" .:"))
    return len(parts) <= 4 and all(part in plain_words("read_headings", "sections") for part in parts)


def is_label(line: str) -> bool:
    """Whether `line` is short enough to be a label that no list knows; what stands around it has to tell."""
    return len(line.split()) <= _LABEL_WORDS and not ends_sentence(line) and line[:1].isupper()


def _opens_story(after: Sequence[str]) -> bool:
    return len(after[0].split()) > _SHORT


def _is_shout(line: str) -> bool:
    """Whether the line is all in capitals and ends with a mark of exclamation, as no first sentence of a story does."""
    return line.isupper() and line.endswith("!")


def is_in_capitals(line: str) -> bool:
    """Whether words stand in capitals, but for a letter or two."""
    letters = [letter for letter in line if letter.isalpha()]
    return sum(letter.islower() for letter in letters) <= len(letters) // _SHOUTED


def is_link_in_capitals(line: str) -> bool:
    """Whether a line between two paragraphs is several words in capitals, as links to other stories are; words in
    quotation marks, or with a full stop or a colon, are none."""
    return len(line.split()) >= _LEAST_SHOUTED and line[-1] not in ":.”’\"'" and is_in_capitals(line)


def _is_names(found: Sequence[str]) -> bool:
    """Whether the words may be nothing but a writer's name, which stands where a headline does."""
    if found[0].lower() in plain_words("read_headings", "no_names"):
        return False
    parts = " ".join(found).split(" and ")
    return all(2 <= len(part.split()) <= 3 and all(word[0].isupper() for word in part.split()) for part in parts)


def _reads_as_prose(line: str, found: Sequence[str]) -> bool:
    """Whether a line without a full stop is a sentence all the same, cut off, left open or with a link glued to it."""
    if len(found) <= _SHORT or _in_title_case(found):
        return False
    told = _prose_words(found)
    return told >= 5 or (told >= 2 and _WEEKDAY.search(plain(line)) is not None) or _GLUED.search(line) is not None


def _is_terse(found: Sequence[str]) -> bool:
    """Whether words that end with a full stop leave out what headlines leave out."""
    told = _prose_words(found)
    if found[0].lower() in plain_words("read_headings", "prose"):
        return False
    return len(found) <= _SHORT and (told == 0 or (told == 1 and len(found) <= _TERSE))


def _prose_words(found: Sequence[str]) -> int:
    return sum(word.lower() in plain_words("read_headings", "prose") for word in found)


def _in_title_case(found: Sequence[str]) -> bool:
    weighty = [word for word in found[1:] if word.lower() not in plain_words("read_headings", "small")]
    capitals = sum(word[0].isupper() for word in weighty)
    return len(weighty) >= 2 and capitals >= _CAPITALS * len(weighty)


def _captions() -> re.Pattern[str]:
    return re.compile(any_of(words("read_headings", "captions")))
