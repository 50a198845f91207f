"""Whose words a letter, a report or a poll has: its author's where that is told, and else those of nobody named."""

from __future__ import annotations

import re

from onrecord.find.authors import Authors
from onrecord.find.descriptions import Descriptions
from onrecord.find.heads import classes_of_name, kind_of
from onrecord.find.kinds import is_role
from onrecord.find.name import Name
from onrecord.find.phrases import Range, head_word
from onrecord.find.pronouns import Pronouns
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.several import are_joined
from onrecord.find.suits import SUITS, Suits
from onrecord.find.surroundings import is_small
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_BY = frozenset({"from", "by"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_MARKS = ("’s", "'s", "’", "'")
_WRITTEN = re.compile(
    r"\b(?:written|authored|penned|drafted|signed|compiled|conducted|prepared|commissioned|recorded|published|released|issued)"
    r"(?: (?:for|on|in) (?:[A-Z][\w.]*|[A-Z][\w.]* [A-Z][\w.]*|[a-z]+))? by (?:the )?(?:[a-z][\w-]* ){0,3}"
)
_STATED = frozenset({"statement", "release", "filing", "it"})
"""What the body that spoke last is taken to go on in: of other writings ("the letter") it was no author in the
two cases in news that we marked by hand."""
_ANY = frozenset({"document", "text"})  # any piece of writing, whatever it was called before
_REPORTS = frozenset({"report", "document", "analysis", "review", "audit", "assessment"})
_POLLS = frozenset({"poll", "survey"})
"""What may be called by one of these words and by another later."""
_VERB = 20  # characters behind a name in which the verb stands that says that the one sent something
_ROLE = 4  # words between "by" and a name that may be its role
_LONGEST = 3  # words of a description of a report that says no more than that it was told of before
OPEN = Speaker(None, None, "the report does not say whose statement it is")
"""Where the author of a piece of writing is not told."""


class Writings:
    """Whoever speaks in a piece of writing; ask in the order of the text."""

    def __init__(self, scene: Scene, descriptions: Descriptions, pronouns: Pronouns) -> None:
        self._scene = scene
        self._descriptions = descriptions
        self._pronouns = pronouns
        self._authors = Authors(scene)
        self._suits = Suits(scene)
        self._read: tuple[int, int] | None = None  # where a piece of writing spoke last, and who wrote it

    def spoke(self, position: int, n: int | None) -> None:
        """Tells that one of the named, or somebody else, speaks in the sentence at a position, it may be in a letter or
        report."""
        self._authors.spoke(position, n)

    def told(self, source: Range, n: int | None) -> None:
        """Tells who is the speaker at a source; None: nobody named. "It" is no person who spoke in between."""
        found = words(self._scene.text, *source)
        is_it = len(found) == 1 and found[0].low == "it" and self._read is not None and n == self._read[1]
        if n is not None and (is_it or head_word(found) in listed("words", "writings") | _documents()):
            self._read = source[1], n
        elif n is None or self._scene.named[n].kind != "person":
            self._read = None

    def going_on(self, position: int) -> Speaker | None:
        """Who wrote what spoke last, where "it" goes on from there and no body is named between that may be meant."""
        if self._read is None or position - self._read[0] > REACH // 2 or self._scene.is_quoted(position):
            return None
        at, n = self._read
        bodies = {
            other
            for _, _, name, other in self._scene.standing(at, position)
            if name.initial and self._scene.named[other].kind in ("organisation", "country")
        }
        if bodies - {n}:
            return None
        return Speaker(n, None, f"“it” goes on from what {self._scene.label(n)} wrote")

    def author(self, source: Range, found: list[Word], head: str) -> Speaker | None:
        """Whose words it has, where the source says it: "an email that NAME sent", "written by NAME"; or None.

        Args:
            source: the whole source.
            found: its words.
            head: what it is, in lower case.
        """
        if self._is_in_name(source, found, head):
            return None
        if _is_joint(found, head):
            return Speaker(None, source, "several wrote it together")
        if head in listed("words", "writings"):
            made = [Speaker(n, None, f"it is by {self._scene.label(n)}") for n in self._made(found, head)]
            writer = self._author(source, found) or next(iter(made), None)
            if writer is not None and writer.named is not None:
                self._authors.tell(source[0], head, writer.named)
            return writer
        by = _WRITTEN.search(self._scene.text, *source)
        named = [n for name, n in self._scene.inside(source) if by and name.start == by.end()]
        stop = next((k for k, word in enumerate(found) if k and word.text in "–—"), len(found))
        is_one = not are_joined([name for name, _ in self._scene.inside(source)], found[:stop])
        if not named and is_one and head in _documents():
            named = self._behind(source, found, head) or self._issued_by(source, found, head) or self._made(found, head)
        if not named:
            told = self._as_told(source, found, head) if head in listed("words", "works") else None
            return told or (self._suits.of(source) if head in SUITS else None)
        self._authors.tell(source[0], head, named[0])
        return Speaker(named[0], None, f"it is by {self._scene.label(named[0])}")

    def _is_in_name(self, source: Range, found: list[Word], head: str) -> bool:
        """Whether the head of a source is part of somebody's name: "Ann Will"."""
        word = next((word for word in reversed(found) if word.low == head), found[-1])
        people = [name for name, n in self._scene.inside(source) if self._scene.named[n].kind == "person"]
        return any(name.name_start <= word.start < name.end for name in people)

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
        told_of = self._as_told(source, found, head)
        if told_of is not None:
            return told_of
        if found[0].low in listed("words", "indefinite"):
            if any(word.low in ("by", "from") for word in found):
                return OPEN
            return Speaker(None, source, "not named: described in these words only")
        if len(found) == 2 and found[0].low in ("the", "this", "that"):
            return OPEN  # in news that we marked by hand, 8 of 11 are somebody's whom the article names
        if head.endswith("s") and found[0].low not in listed("words", "determiners") and not self._scene.inside(source):
            return Speaker(None, source, "not named: described in these words only")
        is_owned = any(word.text in _MARKS for word in found)
        if (told and told != "court") or is_owned or self._may_have_author(source, found, head):
            return OPEN
        return Speaker(None, source, "not named: a piece of writing, and nobody is told to have written it")

    def _as_told(self, source: Range, found: list[Word], head: str) -> Speaker | None:
        """Who was told before to have written it: "the suit" of somebody who "filed a suit". Of letters the last one;
        of reports and plans, if there is one only."""
        if found[0].low not in ("the", "this", "that") or not _is_same(found):
            return None
        authors = self._authors.of(head, source[0])
        if not authors and head in _ANY:
            only = self._authors.only(source[0])
            authors = [] if only is None else [only]
        if not authors and head in _ANY | {"report"}:
            near = self._authors.of_any(source[0])
            authors = [] if near is None else [near]
        if not authors:
            heads = next((kind for kind in (_REPORTS, _POLLS) if head in kind), frozenset())
            like = self._authors.only(source[0], heads)
            authors = [] if like is None else [like]
        last = authors[-1] if authors else None
        if last is None or (len(set(authors)) > 1 and head not in listed("words", "writings")):
            return None
        return Speaker(last, None, f"it is by {self._scene.label(last)}, as told before")

    def _may_have_author(self, source: Range, found: list[Word], head: str) -> bool:
        """Whether somebody is named in a definite source, or where such a piece of writing is told of first, or a body
        begins the sentence before."""
        is_definite = found[0].low in ("the", "this", "that")
        if is_definite and (self._scene.inside(source) or self._is_behind_body(source[0])):
            return True
        first = re.compile(rf"\b{re.escape(head)}\b").search(self._scene.text, 0, source[1])
        if first is None or first.start() >= source[0]:
            return False
        start = max((at for at in self._scene.starts if at <= first.start()), default=0)
        return any(name.kind != "place" for *_, name, _ in self._scene.standing(start, first.start()))

    def _is_behind_body(self, position: int) -> bool:
        """Whether the sentence before begins with a body, which may have written what is told of now."""
        starts = [0, *(at for at in self._scene.starts if at <= position)]
        before = self._scene.standing(starts[-2], starts[-1])
        return any(name.kind == "organisation" and name.initial for *_, name, _ in before)

    def _writer(self, source: Range, found: list[Word]) -> Speaker:
        """ "NAME's letter says", "a company statement said", "the statement added": whose it is, or who spoke last."""
        told, head = self._says_body(found), head_word(found)
        linked = self._descriptions.by_body(told, source[0]) if told else None
        return linked or self._by_last(source, found, head) or self._as_told(source, found, head) or OPEN

    def _by_last(self, source: Range, found: list[Word], head: str) -> Speaker | None:
        """The body that spoke last, if it is a statement that goes on."""
        last = self._scene.last
        if found[0].low not in ("the", "it") or last is None or source[0] - last[0] >= REACH or head not in _STATED:
            return None
        body = self._scene.named[last[1]]
        if body.kind != "organisation" or "news" in classes_of_name(body):  # an outlet passes on what others write
            return None
        return Speaker(last[1], None, f"the statement is by {self._scene.label(last[1])}, which spoke last")

    @staticmethod
    def _says_body(found: list[Word]) -> str | None:
        """The word in front of what it is that tells a body: "company" of "a company statement"; not "court" of "court
        documents", which others file there, and none of two that made it together, "the Post/ITV poll"."""
        head = head_word(found)
        before = found[: next(k for k in range(len(found) - 1, -1, -1) if found[k].low == head)]
        is_filed = head in listed("words", "filed") and before[-1:] and before[-1].low == "court"
        if is_filed or any(word.text == "/" for word in before):
            return None
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
            is_by = bool(before) and before[0].low in ("by", "from") and _leads_to_name(before[1:])
            kind, is_work = self._scene.named[n].kind, head.low in listed("words", "works")
            is_makers = is_owner or is_work or head.low in listed("words", "documents_by")
            is_owners = is_owner and is_work and kind != "place"
            if (is_by and kind != "place") or (is_front and (is_owners or (kind == "organisation" and is_makers))):
                return [n]
        return []

    def _issued_by(self, source: Range, found: list[Word], what: str) -> list[int]:
        """Who issued a piece of writing, as its own words tell: "a study on weirs, released on Monday by NAME"."""
        n = self._authors.by(next(word.end for word in found if word.low == what))
        return [n] if n is not None and any(n == other for _, other in self._scene.inside(source)) else []

    def _made(self, found: list[Word], what: str) -> list[int]:
        """Who made a piece of writing, as the words in front of it tell: "NAME released a study that found"."""
        head = next(word for word in found if word.low == what)
        n = self._authors.made(head.start) if found[0].low in ("a", "an", "another") else None
        return [] if n is None else [n]

    def _author(self, source: Range, found: list[Word]) -> Speaker | None:
        """The one whose name owns a piece of writing, or who it is by: "the letter from NAME", "a note NAME sent"."""
        behind = [
            n + 1
            for n, word in enumerate(found)
            if (word.low in _BY and not _is_had(found, n)) or (word.low == "of" and _is_its(found, n))
        ]
        if any(self._are_several(found[at:]) for at in behind):
            return Speaker(None, source, "several wrote it together")
        authors = []
        for name, n in self._scene.inside(source):
            owns = any(word.start == name.end and word.text in _MARKS for word in found)
            is_by = any(self._is_said_of(found[at:], start) for at in behind for start in (name.start, name.name_start))
            if owns or is_by or (self._scene.named[n].kind != "place" and self._sends(source, name)):
                authors.append(n)
        # "from BODY spokesman NAME" is by the one, and not by the other
        people = [n for n in authors if self._scene.named[n].kind == "person"]
        return next((Speaker(n, None, f"it is by {self._scene.label(n)}") for n in people + authors), None)

    def _are_several(self, found: list[Word]) -> bool:
        """Whether words behind "from" begin with several: "Ann Roe and Lars Lund", and not "Ann Roe to Lars Lund"."""
        ends = listed("words", "prepositions") - {"of"}
        stop = next((k for k, word in enumerate(found) if word.low in ends or word.text in ",;:—–"), len(found))
        if not stop:
            return False
        names = [name for name, _ in self._scene.inside((found[0].start, found[stop - 1].end))]
        return are_joined(names, found[:stop])

    @staticmethod
    def _is_said_of(found: list[Word], start: int) -> bool:
        """Whether a name begins some words, or has only what it is before it: "of the explorer NAME"."""
        if not found or start < found[0].start:
            return False
        before = [word for word in found if word.start < start]
        roles = [word for word in before if not is_small(word)]
        return (
            len(before) <= _ROLE
            and not any(word.is_mark for word in before)
            and (
                not before
                or [word.low for word in before] == ["the"]
                or (len(roles) > 0 and kind_of(roles[-1].low) == "person" and before[-1] == roles[-1])
            )
        )

    def _sends(self, source: Range, name: Name) -> bool:
        """Whether a source ends with a name that sends what it begins with: "an email that NAME" of "… sent to …"."""
        behind = words(self._scene.text, name.end, min(len(self._scene.text), name.end + _VERB))[:2]
        sends = any(word.low in listed("words", "sending") for word in behind)
        before = words(self._scene.text, source[0], name.start)
        return name.end == source[1] and sends and bool(before) and before[-1].low != "to"


def _is_had(found: list[Word], n: int) -> bool:
    """Whether the "by" at word `n` tells only who has the writing: "a letter obtained by"."""
    return n > 0 and found[n - 1].low in listed("words", "obtaining")


def _is_its(found: list[Word], n: int) -> bool:
    """Whether the "of" at word `n` tells whose the writing is: "the letter of", "on behalf of", and not of "a letter
    from the lawyers of"."""
    return n > 0 and found[n - 1].low in listed("words", "writings") | {"behalf"}


def _is_joint(found: list[Word], head: str) -> bool:
    """Whether a piece of writing is called joint: "a joint statement by the ministers of"."""
    is_writing = head in listed("words", "writings") | _documents()
    return is_writing and any(word.low == "joint" and (word.text.islower() or word is found[0]) for word in found)


def _leads_to_name(found: list[Word]) -> bool:
    """Whether nothing but an article and what somebody is stands between "by" and a name: "the independent"."""
    joins = (listed("words", "prepositions") - {"of"}) | {"and"}
    return len(found) <= _ROLE * (1 + any(is_role(word.low) for word in found)) and not any(
        word.is_mark or word.low in joins for word in found
    )


def _documents() -> frozenset[str]:
    return listed("words", "documents") | listed("words", "works")


def _is_same(found: list[Word]) -> bool:
    """Whether a description is of a report told of before, and of no further one: "that same poll", "the report"."""
    further = listed("words", "further")
    return len(found) <= _LONGEST and not any(word.is_capitalised or word.low in further for word in found[1:])


def is_document(found: list[Word]) -> bool:
    """Whether some words are those for a report, a poll or the like, which may speak for itself."""
    return head_word(found) in listed("words", "documents")
