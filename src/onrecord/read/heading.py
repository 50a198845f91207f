"""The headline of a report, and the section label above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.lines import ends_sentence, is_prose, plain
from onrecord.read.wordlist import any_of, plain_words, words

_MOST_WORDS = 25
_MOST_CHARACTERS = 200
_LABEL_WORDS = 3
_CAPITALS = 0.75
"""Share of capitals among the longer words from which a line is in title case."""
_PROSE_WORDS = 0.2
"""Share of articles, pronouns and past auxiliaries from which a line is prose; headlines leave them out."""
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|can|could|will|would|should|do|does|did|has|have)\b"
)
_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")


def is_headline(line: str, after: Sequence[str]) -> bool:
    """Whether `line`, above the lines `after` it, is a headline and not the beginning of the story.

    A headline is short, has no full stop or is in title case, is no caption, and a story follows it.
    """
    found = _WORD.findall(line)
    if not 2 <= len(found) <= _MOST_WORDS or len(line) > _MOST_CHARACTERS or not any(map(is_prose, after)):
        return False
    if line[0] in "([@#•*-–—" or line[-1] in ":,-–—•" or (found[0].islower() and line[0].islower()):
        return False
    if _captions().search(plain(line)):
        return False
    if not ends_sentence(line):
        return not _reads_as_prose(line, found)
    if line[-1] == "?" and _QUESTION.match(line.lower()):
        return True
    return _in_title_case(found) or (
        len(found) <= _MOST_WORDS // 2 and not _has_prose_words(found) and _opens_story(after)
    )


def is_section(line: str) -> bool:
    """Whether `line` names a section, as labels above a headline do: "World", "Business | Technology"."""
    parts = re.split(r"\s*[|/>›»•·,&]\s*", plain(line).strip(" .:"))
    return len(parts) <= 4 and all(part in plain_words("read_headings", "sections") for part in parts)


def is_label(line: str) -> bool:
    """Whether `line` is short enough to be a label that no list knows; what stands around it has to tell."""
    return len(line.split()) <= _LABEL_WORDS and not ends_sentence(line) and line[:1].isupper()


def _opens_story(after: Sequence[str]) -> bool:
    return len(after[0].split()) > 2 * _MOST_WORDS // 3


def _reads_as_prose(line: str, found: Sequence[str]) -> bool:
    """Whether a line without a full stop is a sentence all the same, cut off or left open."""
    folded = plain(line)
    told = sum(word.lower() in plain_words("read_headings", "prose") for word in found)
    return (
        len(found) > 12
        and not _in_title_case(found)
        and (told >= 4 or (told >= 2 and _WEEKDAY.search(folded) is not None))
    )


def _has_prose_words(found: Sequence[str]) -> bool:
    return sum(word.lower() in plain_words("read_headings", "prose") for word in found) > _PROSE_WORDS * len(found) / 2


def _in_title_case(found: Sequence[str]) -> bool:
    weighty = [word for word in found[1:] if word.lower() not in plain_words("read_headings", "small")]
    capitals = sum(word[0].isupper() for word in weighty)
    return len(weighty) >= 2 and capitals >= _CAPITALS * len(weighty)


def _captions() -> re.Pattern[str]:
    return re.compile(any_of(words("read_headings", "captions")))
