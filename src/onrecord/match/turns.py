"""How each statement bears on somebody: it attacks, defends, or admits for the own side, and whom.

Acts, the words of blame and denial in a statement, and who is named beside the reporting word tell. A statement that
attacks the one who accuses defends the accused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.match.camps import Camps, words
from onrecord.model import Report, Statement

Kind = Literal["attack", "support", "defend", "admit", "charged", "other"]
_WORD = re.compile(r"[\w-]+")
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s|\n")


@dataclass(frozen=True)
class Turn:
    """One statement as it bears on somebody."""

    statement: Statement
    sides: tuple[str, ...]
    """For whom it speaks: the speaker, and the body or state behind."""
    kind: Kind
    about: tuple[str, ...]
    """The camps that it attacks or defends, or that are named in it, the first first."""
    explicit: bool
    """Whether the words name the first of them, so that it is not guessed."""
    is_pointer: bool
    """Whether its content only points at what was said before: "the charge", "any wrongdoing"."""

    @property
    def is_third_person(self) -> bool:
        """Whether its first word stands for others: "They knew"; in the speaker's own words also "It has", "She lied".

        In indirect speech "he", "she" and "it" are mostly the speaker: "she said she had learned of it late".
        """
        first = _WORD.search(self.text)
        others = {"they", "these", "their", "this"} | (
            {"it", "he", "she", "its"} if self.statement.form == "direct" else set()
        )
        return first is not None and first[0].casefold() in others

    @cached_property
    def text(self) -> str:
        """Its content."""
        return " ".join(part.text for part in self.statement.content)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its content, in small letters."""
        return frozenset(word.casefold() for word in _WORD.findall(self.text))


def turns(reports: Sequence[Report], statements: Sequence[Statement], camps: Camps) -> tuple[Turn, ...]:
    """The statements of mode "said" or "held" as they bear on somebody, in the order of the reports."""
    texts = {report.id: report.text for report in reports}
    return tuple(_turn(one, texts[one.report], camps) for one in statements)


def _turn(one: Statement, text: str, camps: Camps) -> Turn:
    camp = camps.of(one)
    sides = camps.sides(one)
    content = " ".join(part.text for part in one.content)
    kind = _kind(one, content)
    named, explicit = _named(one, text, camps, camp)
    if kind == "defend" and sides and not explicit:
        named = (*sides, *(key for key in named if key not in sides))
    return Turn(one, sides, kind, named, explicit, is_pointer(content))


def is_pointer(content: str) -> bool:
    """Whether words point at an accusation without telling it."""
    told = [word.casefold() for word in _WORD.findall(content)]
    return len(told) <= 4 and bool(set(told) & words("accusations"))


def _kind(one: Statement, content: str) -> Kind:
    told = {word.casefold() for word in _WORD.findall(content)}
    if one.act in ("allege", "criticise", "demand", "warn"):
        return "attack"
    if one.act in ("deny", "support"):
        return "defend" if one.act == "deny" else "support"
    if one.act == "concede" or (told & words("admitting") and told & {"we", "i", "our", "my", "us"}):
        return "admit"
    return "charged" if told & (words("rejecting") | words("blaming")) else "other"


def _named(one: Statement, text: str, camps: Camps, own: str | None) -> tuple[tuple[str, ...], bool]:
    """The camps that a statement names, the one that it is about first, and whether words beside the cue name that."""
    first = one.content[0].start
    begin = max(
        (match.end() for match in _SENTENCE.finditer(text, max(0, first - 400), first)), default=max(0, first - 400)
    )
    beside = camps.within(one.report, begin, first)
    source = one.source
    outside = [
        key
        for mention, key in beside
        if camps.is_party(key)
        and not (source and source.start <= mention.start < source.end)
        and key != own
        and camps.behind(key) != own
    ]
    inside = [key for part in one.content for _, key in camps.within(one.report, part.start, part.end)]
    inside = [key for key in inside if camps.is_party(key)]
    if not outside and own is not None and one.cue and (him := _meant(one, text, camps)):
        outside = [him] if him != own and camps.behind(him) != own else []
    between = outside[-1:] if one.act in ("allege", "criticise", "support", "demand") or source is None else []
    listener = [camps.key(one.to)] if one.to else []
    firm = _firm_beside(one, text, begin, camps)
    order = [*firm, *between, *inside, *listener]
    return tuple(dict.fromkeys(order)), bool(firm or between or inside)


def _meant(one: Statement, text: str, camps: Camps) -> str | None:
    """The person whom "accused her of" means: the one named last before the source."""
    if one.cue is None or one.cue.end > one.content[0].start:
        return None
    between = {word.casefold() for word in _WORD.findall(text[one.cue.end : one.content[0].start])}
    before = one.source.start if one.source and one.source.start < one.cue.start else one.cue.start
    return camps.person_before(one.report, before) if between & {"him", "her"} else None


def _firm_beside(one: Statement, text: str, begin: int, camps: Camps) -> list[str]:
    """The body that "the company" or "Danish shipbuilder" means between the cue and the content."""
    start = one.cue.end if one.cue and one.cue.end <= one.content[0].start else begin
    between = {word.casefold() for word in _WORD.findall(text[start : one.content[0].start])}
    firm = camps.firm(one.report)
    return [firm] if firm and between & words("firms") and one.act in ("allege", "criticise", "demand", "warn") else []
