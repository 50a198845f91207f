"""Names that the network cut short, cut in two or did not see, in full where they end the words for who speaks: "Carla"
of "baker Carla Bigg said", "Ostrell Health" of "the Ostrell Health Board said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.find.acronyms import with_acronyms
from onrecord.find.capitals import has_body_word
from onrecord.find.heads import is_plural, kind_of
from onrecord.find.kinds import is_role
from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range
from onrecord.find.places import places
from onrecord.find.roles import role_words, roles
from onrecord.model import EntityType
from onrecord.wordlists import listed

_WORD = r"[A-Z][\w-]*[a-z]"
_MORE = re.compile(rf"(?: {_WORD}){{1,3}}(?=,|\Z)")
_WORDS = re.compile(r"(?<![\w-])[A-Za-z]")
_BEHIND_ROLE = re.compile(rf"(?P<role>[A-Za-z][A-Za-z-]*[a-z]) (?P<name>{_WORD}(?: {_WORD}){{1,2}})(?=,|\Z)")
_GIVEN = (listed("given_names", "male"), listed("given_names", "female"))
_OPENS = re.compile(r"(?:^|\W)[Tt]he $")
_LINK = re.compile(r" (?:of|for|on)(?: the)? ")
_CLOSING = (", ", " (", "’s", "'s")  # what stands behind a whole name
_LONG = 2  # words behind a country's name from which they are a body's: "U.S. Tide Monitor"


def in_full(text: str, named: list[Named], sources: Sequence[Range]) -> list[Named]:
    """The named, with the names in full that end a source, or a source before a comma.

    Args:
        text: the report's text.
        named: everyone and everything that it is known to name.
        sources: ranges of the words that name who speaks.
    """
    everyone = _Everyone(text, named)
    for source in sorted(set(sources)):
        inside = everyone.inside(source)
        for k, name in enumerate(inside):
            more = _MORE.match(text, name.end, source[1])
            stop = inside[k + 1].start if k + 1 < len(inside) else source[1]
            if more and more.end() <= stop and _is_longer(text, name, more.group().split()):
                everyone.lengthen(name, more.end())
        for first, last in _joined(text, source, everyone.inside(source)):
            everyone.join(first, last)
        person = _behind_role(text, source)
        if person is not None and not any(
            name.start < person.end and person.start < name.end for name in everyone.inside(source)
        ):
            everyone.add(person)
    return everyone.all() if everyone.is_changed else named


class _Everyone:
    """Those whom a report names, while their names are made whole."""

    def __init__(self, text: str, named: list[Named]) -> None:
        self._text = text
        self._named = list(named)
        self.is_changed = False

    def all(self) -> list[Named]:
        """All of them, those with whom an acronym is now shared together."""
        return with_acronyms(self._text, [one for one in self._named if one.names])

    def inside(self, source: Range) -> list[Name]:
        """The names that begin in a source, in order."""
        found = [name for one in self._named for name in one.names if source[0] <= name.start < source[1]]
        return sorted(found, key=lambda name: (name.start, name.end))

    def lengthen(self, name: Name, end: int) -> None:
        """Put a name up to a later end in its place."""
        kind: EntityType = "person" if name.kind == "person" else "organisation"
        words = tuple(self._text[name.name_start : end].split())
        one = self._out(name, name.start, end)
        whole = replace(name, end=end, words=words, kind=kind, canonical=None)
        if kind == "person" and one.label == " ".join(name.words):  # whoever is called by the given name alone
            whole_of, one.names = [whole, *one.names], []
        else:
            whole_of = [whole]
        for each in whole_of:
            self.add(each, " ".join(words))

    def join(self, first: Name, last: Name) -> None:
        """Put one name in the place of those from the first to the last: another name of the first one's, if it was
        named before, and else a name of its own."""
        words = tuple(self._text[first.name_start : last.end].split())
        own = self._out(first, first.start, last.end)
        was_before = any(other.start < first.start for other in own.names)
        self.add(replace(first, end=last.end, words=words), own.label if was_before else " ".join(words))

    def add(self, name: Name, label: str | None = None) -> None:
        """Put a name to the one whom it names, or to whom a report calls by that surname alone."""
        label = label or " ".join(name.words)
        same = (one for one in self._named if one.label == label)
        short = (one for one in self._named if name.kind == one.kind == "person" and one.label == label.split()[-1])
        one = next(same, None) or next(short, None)
        if one is None:
            one = Named([], name.kind, label)
            self._named.append(one)
        one.label, self.is_changed = label, True
        one.names = sorted([*one.names, name], key=lambda other: other.start)
        one.roles, one.role_words = roles(self._text, one), role_words(self._text, one)

    def _out(self, name: Name, start: int, end: int) -> Named:
        """Take out all names within a range, and give the one who has the first of them."""
        own = next(one for one in self._named if any(other is name for other in one.names))
        for one in self._named:
            one.names = [other for other in one.names if not (start <= other.start and other.end <= end)]
        return own


def _joined(text: str, source: Range, inside: list[Name]) -> Iterator[tuple[Name, Name]]:
    """The first and the last of the names that are one, of those in a source: "the Board for the Weirs of Ostrell"."""
    stop = source[0]
    for k, first in enumerate(inside):
        opens = _OPENS.search(text, max(0, first.start - 8), first.start)
        is_body = first.kind == "organisation" and not first.canonical and not is_role(first.words[-1].lower())
        if opens is None or not is_body or first.start < stop:
            continue
        last = k
        while last + 1 < len(inside) and _LINK.fullmatch(text, inside[last].end, inside[last + 1].start):
            last += 1
        is_whole = inside[last].end == source[1] or text[inside[last].end : inside[last].end + 2] in _CLOSING
        if last > k and is_whole and not any(name.kind == "person" for name in inside[k : last + 1]):
            stop = inside[last].end
            yield first, inside[last]


def _behind_role(text: str, source: Range) -> Name | None:
    """The person whose name nobody read, behind a role: "police officer Ole Lund", "Witness Ole Lund"."""
    for start in (match.start() for match in _WORDS.finditer(text, *source)):
        found = _BEHIND_ROLE.match(text, start, source[1])
        words = tuple(found["name"].split()) if found else ()
        role = re.split(r"-", found["role"])[-1].lower() if found else ""
        is_told = is_role(role) or kind_of(role) == "person"
        if found and is_told and not any(map(_is_common, (word.lower() for word in words))):
            return Name(found.start("name"), found.end("name"), found.start("name"), words, "person", initial=True)
    return None


def _is_common(low: str) -> bool:
    """Whether a word, in lower case, is one for a person, several or a body, and hardly in anybody's name."""
    are_people = is_plural(low) and kind_of(low) == "person"
    return is_role(low) or are_people or has_body_word([low])


def _is_longer(text: str, name: Name, more: list[str]) -> bool:
    """Whether words with a capital behind a name are the rest of it."""
    low = more[-1].lower()
    if any(word in places() or word.lower() in listed("words", "bodies", "followers") for word in more):
        return False
    if name.kind == "person":
        is_given = len(name.words) == 1 and not name.titles and _is_given(name.words[0])
        return is_given and len(more) == 1 and not has_body_word([low])
    if name.kind == "organisation" and not name.canonical:
        return has_body_word([low]) and low not in listed("words", "governments")
    is_told = text[: name.start].lower().endswith("the ")
    return is_told and len(more) >= _LONG and kind_of(low) != "person" and not is_role(low)


def _is_given(word: str) -> bool:
    return any(word.lower() in names for names in (listed("titles", "given"), *_GIVEN))
