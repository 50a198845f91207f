"""Who a report's first sentences describe and what follows names: "A council spokesman said … Ann Roe, a spokesman for
the council, said"; "according to a report … The Ostrell Gazette reported"."""

from __future__ import annotations

import re

from onrecord.find.heads import classes, classes_of_name, kind_of
from onrecord.find.name import Named
from onrecord.find.phrases import Range, head_word
from onrecord.find.places import places
from onrecord.find.scene import Scene, Speaker
from onrecord.find.words import Word, words

_REACH = 2500  # characters behind a description within which a report names the one
_NEAR = 900  # the same for the outlet or institute whose report or poll it is
_LEAD = 4  # sentences, a headline among them, in which a report says what it is about
_BESIDE = 60  # characters around a name in which its role and body stand
_SAME = frozenset({"spokesperson"})  # classes of roles in which one word goes for another
_ONE = frozenset({"a", "an", "one"})
_PIECES = frozenset({"report", "reports", "poll", "survey", "study", "analysis"})
_REPORTS = re.compile(r"(?: (?:newspaper|magazine))? (?:first )?(?:report|say|said|write|wrote|cite)(?:s|ed|d)?\b")
_MADE = re.compile(r"(?:[’']s)? (?:[a-z-]+ )?(?:poll|survey|study)\b")


class Below:
    """The one who is described in a source and first named behind it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, source: Range, found: list[Word]) -> Speaker | None:
        """The only one named further down who is called what an indefinite description says; None where none is, or
        several are."""
        head = head_word(found)
        if found[0].low not in _ONE or not self._scene.is_among(source[0], _LEAD):
            return None
        is_person = kind_of(head) == "person"
        meant = self._makers(source, found) if head in _PIECES else self._people(source, found, head)
        if len(meant) != 1 or not (is_person or head in _PIECES):
            return None
        (n,) = meant
        return Speaker(n, None, f"“{self._scene.text[slice(*source)]}” is named below: {self._scene.label(n)}")

    def _people(self, source: Range, found: list[Word], head: str) -> set[int]:
        """The persons first named behind the source with a role that has its head and its names beside it."""
        told = {_known(word.text) for word in found if word.is_capitalised and word is not found[0]}
        single = head.removesuffix("s") if len(found) > 1 and found[1].low == "of" else head
        return {
            n
            for n, one in enumerate(self._scene.named)
            if one.kind == "person"
            and source[1] < one.names[0].start < source[1] + _REACH
            and self._is_called(one, single)
            and told <= self._around(one)
        }

    def _is_called(self, one: Named, head: str) -> bool:
        """Whether the role at the first name of a person has a word or means the same office."""
        first = one.names[0]
        near = [(a, b) for a, b in one.roles if abs(a - first.start) < _BESIDE or abs(a - first.end) < _BESIDE]
        role = {word.low for a, b in near for word in words(self._scene.text, a, b)} | {*first.titles}
        return head in role or bool(classes({head}) & classes(role) & _SAME)

    def _around(self, one: Named) -> set[str]:
        first, text = one.names[0], self._scene.text
        spans = [(max(0, first.start - _BESIDE), min(len(text), first.end + _BESIDE)), *one.roles]
        return {_known(word.text) for a, b in spans for word in words(text, a, b)}

    def _makers(self, source: Range, found: list[Word]) -> set[int]:
        """The outlet that is said to report right behind "a report", or whose poll or study the report names."""
        if self._scene.inside(source) or any(word.low == "by" for word in found):
            return set()
        bodies = [
            (name, n)
            for _, _, name, n in self._scene.standing(source[1], source[1] + _NEAR)
            if self._scene.named[n].kind == "organisation"
        ]
        is_report = head_word(found) in ("report", "reports")
        told = _REPORTS if is_report else _MADE
        makers = [n for name, n in bodies if told.match(self._scene.text, name.end)]
        if is_report:
            outlets = [n for n in makers if "news" in classes_of_name(self._scene.named[n])]
            makers = outlets[:1]
        return set(makers)


def _known(word: str) -> str:
    """A word in one form: a country for its demonym and its initials."""
    plain = word.removesuffix("’s").removesuffix("'s")
    return places().get(plain, (plain.casefold(), ""))[0]
