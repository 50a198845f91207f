"""Whose words a letter, a report or a poll has: its author's where that is told, and else those of nobody named."""

from __future__ import annotations

import re

from onrecord.find.descriptions import Descriptions
from onrecord.find.heads import classes_of_name, kind_of
from onrecord.find.name import Name
from onrecord.find.phrases import Range, head_word
from onrecord.find.pronouns import Pronouns
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.surroundings import is_small
from onrecord.find.words import Word, listed, words

_BY = frozenset({"from", "of", "by"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_MARKS = ("’s", "'s", "’", "'")
_WRITTEN = re.compile(r"\b(?:written|authored|penned|drafted|signed|compiled|conducted|prepared) by (?:the )?")
_VERB = 20  # characters behind a name in which the verb stands that says that the one sent something
_ROLE = 4  # words between "by" and a name that may be its role
_LONGEST = 3  # words of a description of a report that says no more than that it was told of before
_OPEN = Speaker(None, None, "the report does not say whose statement it is")


class Writings:
    """Whoever speaks in a piece of writing; ask in the order of the text."""

    def __init__(self, scene: Scene, descriptions: Descriptions, pronouns: Pronouns) -> None:
        self._scene = scene
        self._descriptions = descriptions
        self._pronouns = pronouns
        self._authors: dict[str, set[int]] = {}

    def author(self, source: Range, found: list[Word], head: str) -> Speaker | None:
        """Whose words it has, where the source says it: "an email that NAME sent", "written by NAME"; or None.

        Args:
            source: the whole source.
            found: its words.
            head: what it is, in lower case.
        """
        if head in listed("words", "writings"):
            return self._author(source, found)
        by = _WRITTEN.search(self._scene.text, *source)
        named = [n for name, n in self._scene.inside(source) if by and name.start == by.end()]
        named = named or (self._behind(source, found, head) if head in listed("words", "documents") else [])
        if not named:
            return None
        self._authors.setdefault(head, set()).add(named[0])
        return Speaker(named[0], None, f"it is by {self._scene.label(named[0])}")

    def of(self, source: Range, found: list[Word]) -> tuple[Range | None, Speaker] | None:
        """Whose words those of a letter or report are: the expression that is to be weighed, if any, and whom the rules
        choose; None where the source is no piece of writing."""
        is_letter = head_word(found) in listed("words", "writings")
        if not is_letter and not is_document(found):
            return None
        if found[0].low in _OWNERS and not self._says_body(found):
            return (found[0].start, found[0].end), self._pronouns.of(found[0].low, found[0].start)
        return None, self._writer(source, found) if is_letter else self._document(source, found)

    def _document(self, source: Range, found: list[Word]) -> Speaker:
        """ "NAME's report", "the company report", "a poll": whose it is; else itself, if nobody may have written it."""
        head = head_word(found)
        told = self._says_body(found)
        body = self._descriptions.by_body(told, source[0]) if told else None
        if body is not None:
            return body
        told_of = self._authors.get(head, set())
        if len(told_of) == 1 and found[0].low in ("the", "this", "that") and _is_same(found):
            (n,) = told_of
            return Speaker(n, None, f"it is by {self._scene.label(n)}, as told before")
        if found[0].low in listed("words", "indefinite"):
            if any(word.low in ("by", "from") for word in found):
                return _OPEN
            return Speaker(None, source, "not named: described in these words only")
        is_owned = any(word.text in _MARKS for word in found)
        if (told and told != "court") or is_owned or self._may_have_author(source, found, head):
            return _OPEN
        return Speaker(None, source, "not named: a piece of writing, and nobody is told to have written it")

    def _may_have_author(self, source: Range, found: list[Word], head: str) -> bool:
        """Whether somebody is named in a definite source, or where such a piece of writing is told of first."""
        if self._scene.inside(source) and found[0].low in ("the", "this", "that"):
            return True
        first = re.compile(rf"\b{re.escape(head)}\b").search(self._scene.text, 0, source[1])
        if first is None or first.start() >= source[0]:
            return False
        start = max((at for at in self._scene.starts if at <= first.start()), default=0)
        return any(name.kind != "place" for *_, name, _ in self._scene.standing(start, first.start()))

    def _writer(self, source: Range, found: list[Word]) -> Speaker:
        """ "NAME's letter says", "a company statement said", "the statement added": whose it is, or who spoke last."""
        told = self._says_body(found)
        linked = self._descriptions.by_body(told, source[0]) if told else None
        if linked is not None:
            return linked
        last = self._scene.last
        if found[0].low not in ("the", "it") or last is None or source[0] - last[0] >= REACH:
            return _OPEN
        body = self._scene.named[last[1]]
        if body.kind != "organisation" or "news" in classes_of_name(body):  # an outlet passes on what others write
            return _OPEN
        return Speaker(last[1], None, f"the statement is by {self._scene.label(last[1])}, which spoke last")

    @staticmethod
    def _says_body(found: list[Word]) -> str | None:
        """The word in front of what it is that tells a body: "company" of "a company statement"."""
        head = head_word(found)
        before = found[: next(k for k in range(len(found) - 1, -1, -1) if found[k].low == head)]
        return next((word.low for word in before if word.low in listed("words", "bodies", "words")), None)

    def _behind(self, source: Range, found: list[Word], what: str) -> list[int]:
        """The body whose name owns a report or stands in front of it or behind "by": "NAME's report", "a NAME poll"."""
        head = next(word for word in found if word.low == what)
        if "/" in self._scene.text[source[0] : head.start]:
            return []  # several made it together
        for name, n in reversed(self._scene.inside(source)):
            between = [word for word in found if name.end <= word.start < head.start]
            is_owner = bool(between) and between[0].text in _MARKS
            is_front = name.end <= head.start and not any(word.is_mark for word in between[is_owner:])
            before = [word for word in found if head.end <= word.start < name.start]
            is_by = (
                bool(before) and before[0].low in ("by", "from") and self._is_said_of(before[1:] or found[-1:], name)
            )
            is_body = self._scene.named[n].kind == "organisation"
            if is_body and (is_by or (is_front and (is_owner or head.low in listed("words", "documents_by")))):
                return [n]
        return []

    def _author(self, source: Range, found: list[Word]) -> Speaker | None:
        """The one whose name owns a piece of writing, or who it is by: "the letter from NAME", "a note NAME sent"."""
        behind = next((n + 1 for n, word in enumerate(found) if word.low in _BY), None)
        for name, n in self._scene.inside(source):
            owns = any(word.start == name.end and word.text in _MARKS for word in found)
            is_by = behind is not None and self._is_said_of(found[behind:], name)
            if owns or is_by or (self._scene.named[n].kind != "place" and self._sends(source, name)):
                return Speaker(n, None, f"it is by {self._scene.label(n)}")
        return None

    def _is_said_of(self, found: list[Word], name: Name) -> bool:
        """Whether a name begins some words, or has only what it is before it: "of the explorer NAME"."""
        before = [word for word in found if word.start < name.start]
        roles = [word for word in before if not is_small(word)]
        return (
            len(before) <= _ROLE
            and not any(word.is_mark for word in before)
            and (not before or (len(roles) > 0 and kind_of(roles[-1].low) == "person" and before[-1] == roles[-1]))
        )

    def _sends(self, source: Range, name: Name) -> bool:
        """Whether a source ends with a name that sends what it begins with: "an email that NAME" of "… sent to …"."""
        behind = words(self._scene.text, name.end, min(len(self._scene.text), name.end + _VERB))[:2]
        sends = any(word.low in listed("words", "sending") for word in behind)
        before = words(self._scene.text, source[0], name.start)
        return name.end == source[1] and sends and bool(before) and before[-1].low != "to"


def _is_same(found: list[Word]) -> bool:
    """Whether a description is of a report told of before, and of no further one: "that same poll", "the report"."""
    further = listed("words", "further")
    return len(found) <= _LONGEST and not any(word.is_capitalised or word.low in further for word in found[1:])


def is_document(found: list[Word]) -> bool:
    """Whether some words are those for a report, a poll or the like, which may speak for itself."""
    return head_word(found) in listed("words", "documents")
