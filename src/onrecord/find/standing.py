"""Whom pronouns and descriptions stand for that are no sources: "it banned", "fined the company", "I will sue".

The same rules and the same network as for speakers, asked as of the place where the words stand: who spoke later does
not count. Within what is said, "I" is whoever says it, and so is the subject "he" or "it" of reported speech, if kind
and gender agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import Attributed
from onrecord.find.descriptions import Descriptions, is_definite
from onrecord.find.expression import Expression, form_of
from onrecord.find.genders import PRONOUNS
from onrecord.find.heads import kind_of
from onrecord.find.phrases import Range, head_word
from onrecord.find.pronouns import Pronouns
from onrecord.find.scene import Scene
from onrecord.find.speakers import SURE
from onrecord.find.words import words
from onrecord.model import Statement

_SELF = frozenset({"i", "me", "my", "mine", "myself"})
_OURSELVES = frozenset({"we", "us", "our", "ours", "ourselves"})
_BODIES = frozenset({"organisation", "country", "group"})


@dataclass(frozen=True)
class Said:
    """What somebody says: its parts, the number of the one named who says it, where he stands, and its form."""

    content: tuple[Range, ...]
    speaker: int
    at: int
    form: str

    @property
    def length(self) -> int:
        """Characters."""
        return sum(end - start for start, end in self.content)


def said_of(statements: Sequence[Statement], entities: Sequence[str]) -> list[Said]:
    """The statements whose speaker is named, as numbers and ranges, in the order in which they were spoken.

    Args:
        statements: those of a report.
        entities: the ids of the entities that its named became, in their order.
    """
    number = {key: n for n, key in enumerate(entities)}
    found = [
        Said(
            tuple((part.start, part.end) for part in one.content),
            number[one.speaker],
            one.source.start if one.source else one.content[0].start,
            one.form,
        )
        for one in statements
        if one.speaker in number
    ]
    return sorted(found, key=lambda one: one.at)


class Standing:
    """The ones named in a report as those whom its pronouns and descriptions stand for."""

    def __init__(self, text: str, read: Attributed, weighed: Antecedents, said: Sequence[Said]) -> None:
        """What is gone by: the text, its names, the network over them, and what is said by whom."""
        self._text, self._named, self._weighed, self._said = text, read.named, weighed, said
        self._scene = Scene(text, read.named, read.sentences)
        self._pronouns, self._descriptions = Pronouns(self._scene), Descriptions(self._scene)
        self._turns = [one.at for one in said]
        self._body = read.body
        self._known: dict[tuple[Range, bool], int | None] = {}

    def of(self, span: Range, is_subject: bool = False) -> int | None:
        """The number of the one that a pronoun or a definite description stands for; None where that is not sure.

        Args:
            span: the pronoun, or the description from its first word to its head.
            is_subject: whether it is the subject of its clause.
        """
        key = span, is_subject
        if key not in self._known:
            self._known[key] = self._of(span, is_subject)
        return self._known[key]

    def _of(self, span: Range, is_subject: bool) -> int | None:
        low = self._text[slice(*span)].lower()
        if low in _SELF or low in _OURSELVES:
            return self._first_person(low, span[0])
        form = form_of(low)
        if form == "description":
            return self._described(span)
        speaker = self._reported(span[0], form, is_subject)
        if speaker is not None:
            return speaker
        self._turn_back(span[0])
        found = self._weigh(span, self._pronouns.of(form, span[0]).named, SURE[form])
        return found if found is not None and self._named[found].kind != "place" else None

    def _first_person(self, low: str, position: int) -> int | None:
        """Whoever says "I"; a body that says "we", or the one for which a person says it: "X founder NAME"."""
        speaker = self._speaker(position, "direct", "mixed")
        if speaker is None or low in _SELF:
            return speaker
        return speaker if self._named[speaker].kind in _BODIES else self._spoken_for(speaker)

    def _spoken_for(self, speaker: int) -> int | None:
        """The one body or country that is named in a person's titles and roles."""
        one = self._named[speaker]
        places = [*one.roles, *((name.start, name.name_start) for name in one.names)]
        found = {n for place in places for _, n in self._scene.inside(place) if n != speaker}
        bodies = {n for n in found if self._named[n].kind in _BODIES}
        return bodies.pop() if len(bodies) == 1 else None

    def _speaker(self, position: int, *forms: str) -> int | None:
        """Who says the words at a position, if they are of one of these forms."""
        around = [one for one in self._said if any(start <= position < end for start, end in one.content)]
        inner = min(around, key=lambda one: one.length, default=None)
        return inner.speaker if inner and inner.form in forms else None

    def _reported(self, position: int, form: str, is_subject: bool) -> int | None:
        """Who says what is told in other words than his own, where a pronoun in it agrees: "X said its mill"."""
        speaker = None if self._is_quoted(position) else self._speaker(position, "indirect", "mixed")
        if speaker is None:
            return None
        if form in PRONOUNS:
            return speaker if is_subject and self._scene.fits(speaker, PRONOUNS[form]) else None
        return speaker if self._named[speaker].kind in _BODIES else None

    def _is_quoted(self, position: int) -> bool:
        """Whether a position is inside quotation marks."""
        paragraph = self._body[max(bisect_right(self._body, position, key=lambda one: one.start) - 1, 0)]
        return paragraph.quotation_at(position) is not None

    def _described(self, span: Range) -> int | None:
        found = words(self._text, *span)
        if not found:
            return None
        self._turn_back(span[0])
        head = head_word(found)
        ruled = self._descriptions.of(span, found).named
        if ruled is None and (kind_of(head) is None or not is_definite(found)):
            return None  # "the taps": nobody
        is_shared = ruled is None and self._descriptions.is_shared(found, span[0])
        kind = "shared" if is_shared else kind_of(head) or ""
        return self._weigh(span, ruled, SURE.get(kind, SURE[""]))

    def _weigh(self, span: Range, ruled: int | None, sure: float) -> int | None:
        ranked = self._weighed.rank(Expression(span), ruled)
        return ranked[0][0] if ranked and ranked[0][1] >= sure else None

    def _turn_back(self, position: int) -> None:
        """Has rules and network know of those alone who spoke before a position."""
        spoke = bisect_left(self._turns, position)
        last = self._said[spoke - 1] if spoke else None
        self._scene.last = (last.at, last.speaker) if last else None
        self._weighed.spoken.turn_back(position)
