"""Who wrote "the letter" or "the suit", where the report told so before: "X filed a suit", "X said in a letter"."""

from __future__ import annotations

import re

from onrecord.find.heads import kind_of
from onrecord.find.phrases import Range
from onrecord.find.scene import Scene
from onrecord.wordlists import listed

_ARTICLES = "(?:an?|another|his|her|its|their) (?:[\\w-]+ ){0,3}"
_MADE = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(listed('words', 'sending') | listed('words', 'issuing')))}) {_ARTICLES}\Z"
)
_NEW = re.compile(rf"\b(?:{'|'.join(sorted(listed('words', 'making')))}) {_ARTICLES}\Z")
_WITHIN = re.compile(rf"\b[Ii]n {_ARTICLES}\Z")
_FRONT = re.compile(r"(?:[’']s?)?(?: (?!an? |the |its |his |her )[a-z-]+){0,2} \Z")
_ISSUED = "|".join(sorted((listed("words", "sending") - {"left", "gave"}) | listed("words", "issuing") | {"conducted"}))
_WHEN = r"(?:(?: on)? [A-Z][a-z]+day| yesterday| (?:last|this) [a-z]+)?"
_TILL_VERB = re.compile(rf"(?: (?:already|also|later|then|first|recently|has|have|had))*{_WHEN} ")
"""What stands between whoever made something and the verb that says so: "NAME on Tuesday released a plan"."""
_NOUN = re.compile(r" ([a-z]+)")  # "a letter by NAME officials" is not by NAME
_HANGS = re.compile(rf"\b(?:{'|'.join(sorted(listed('words', 'prepositions')))}|and|or) (?:the )?\Z")
_BY = re.compile(
    rf"(?:(?: [^.;:“”\"]{{0,60}}?,)? (?:{_ISSUED}){_WHEN})? (?:by|from) (?:the )?(?P<role>[\w-]+(?: [\w-]+){{0,5}} )?\Z"
)
_ANY = re.compile(rf"\b(?:{'|'.join(sorted(listed('words', 'documents')))})\b")
_REACH = 60  # characters before a piece of writing in which stands who wrote it, or the verb that says so
_NEAR = 600  # characters before "the report" in which an analysis or a study is told of that it may be
_BEHIND = 120  # characters behind one in which stands who wrote it


class Authors:
    """Those who are told to have written something; `of` looks back over the text that stands before."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: list[tuple[int, str, int]] = []
        self._spoke: dict[int, set[int | None]] = {}

    def tell(self, position: int, head: str, n: int) -> None:
        """Tells that a source is a piece of writing by one of the named."""
        self._told.append((position, _alike(head), n))

    def spoke(self, position: int, n: int | None) -> None:
        """Tells that one of the named, or somebody else, speaks in the sentence at a position."""
        self._spoke.setdefault(self._sentence(position), set()).add(n)

    def of(self, head: str, position: int) -> list[int | None]:
        """Those who were told before a position to have written such a thing, the last one last; None for somebody who
        is not named."""
        one = _alike(head)
        found: dict[int, int | None] = {}
        for match in re.finditer(rf"\b(?:law)?{re.escape(one)}\b", self._scene.text[:position]):
            n = self._author(match)
            if n is not None or self._is_of_nobody(match.start()):
                found[match.start()] = n
        found |= {at: n for at, what, n in self._told if what == one and at < position}
        return [found[at] for at in sorted(found)]

    def of_any(self, position: int) -> int | None:
        """The only one who is told, not far before a position, to have written anything that may be called a report."""
        found = {self._author(match) for match in _ANY.finditer(self._scene.text, max(0, position - _NEAR), position)}
        found -= {None}
        return found.pop() if len(found) == 1 else None

    def _author(self, match: re.Match[str]) -> int | None:
        """Who wrote what is told of at a match."""
        n = self.by(match.end())
        return self._written(match.start()) if n is None else n

    def _is_of_nobody(self, at: int) -> bool:
        """Whether it is told that somebody issued what is told of at a position, and nobody is named: "a union issued a
        statement"."""
        return _NEW.search(self._scene.text[max(at - _REACH, self._sentence(at)) : at]) is not None

    def _written(self, at: int) -> int | None:
        """Who wrote what is told of at a position: whose name stands right before it, who made it, or spoke in it."""
        text, start = self._scene.text, max(0, at - _REACH)
        for _, end, name, n in reversed(self._scene.standing(start, at)):
            owns = text[end : end + 2] in ("’s", "'s", "s’", "s'")
            may_write = self._scene.named[n].kind == "organisation" or (owns and name.kind != "place")
            is_shared = "/" in (text[name.start - 1 : name.start], text[end : end + 1])
            if end < at and may_write and not is_shared and _FRONT.fullmatch(text, end, at):
                return n
        sentence = self._sentence(at)
        made = _MADE.search(text[max(start, sentence) : at])
        if made is not None:
            return self._subject((sentence, max(start, sentence) + made.start()))
        spoke = self._spoke.get(sentence, set())
        return next(iter(spoke)) if len(spoke) == 1 and _WITHIN.search(text[max(start, sentence) : at]) else None

    def by(self, at: int) -> int | None:
        """Whose name stands behind "by" after what is told of before a position: "a report, issued by NAME"."""
        for start, end, name, n in self._scene.standing(at, at + _BEHIND):
            by = _BY.match(self._scene.text, at, name.name_start if name.kind == "person" else start)
            if by is not None and name.kind != "place":
                joins = listed("words", "prepositions") | {"and"}
                behind = _NOUN.match(self._scene.text, end)
                is_of_others = behind is not None and kind_of(behind[1]) in ("organisation", "person")
                return n if joins.isdisjoint((by["role"] or "").split()) and not is_of_others else None
        return None

    def _subject(self, span: Range) -> int | None:
        """The last name in the words before a verb that may be its subject."""
        names = [
            n
            for _, end, name, n in self._scene.standing(*span)
            if name.initial and name.kind != "place" and self._scene.text[end : end + 2] not in ("’s", "'s")
        ]
        return names[-1] if names else None

    def only(self, position: int, heads: frozenset[str] | None = None) -> int | None:
        """The only one who was told before a position to have written anything that speaks.

        Args:
            position: where such a thing is told of again.
            heads: what it may have been called before; None: anything.
        """
        found = {n for at, head, n in self._told if at < position and (heads is None or head in heads)}
        return found.pop() if len(found) == 1 else None

    def made(self, position: int) -> int | None:
        """Who made what is told of at a position: "NAME released a draft plan". Right behind the name stands the verb,
        or when it did so."""
        start = max(position - _REACH, self._sentence(position))
        made = _NEW.search(self._scene.text[start:position])
        verb = start + made.start() if made else 0
        for first, end, name, n in reversed(self._scene.standing(start, verb)):
            is_part = _HANGS.search(self._scene.text, max(0, first - len("against the ")), first) is not None
            is_subject = name.initial and name.kind != "place" and not is_part
            return n if is_subject and _TILL_VERB.fullmatch(self._scene.text, end, verb) else None
        return None

    def _sentence(self, position: int) -> int:
        return max((at for at in self._scene.starts if at <= position), default=0)


def _alike(head: str) -> str:
    return head.removeprefix("law")
