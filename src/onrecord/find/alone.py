"""Whose a quotation is that has no source of its own: it is signed, goes on, or follows words about its speaker."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.find.direct import is_heading
from onrecord.find.name import Name
from onrecord.find.phrases import Range, is_finite_at
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.words import words

_MARKS = "“\"‘'"
_DASH = re.compile(r"[”\"’']*\s*(?:—|–|--)\s*")
_SIGNED = re.compile(r"[^\S\n]*(?:[,(\n]|$)")
_ROLE = re.compile(r"(?:[Tt]he )?(?:[A-Za-z][\w’'-]*,? ){0,6}")
"""What stands behind a dash before the name of who is quoted: "Legal expert", "Editorial,"."""
_PRINTED = re.compile(r"(?: (?:to|in|on|for|via) [^\n.;“”\"]{2,60})?[^\S\n]*(?:\n|$)")
"""What ends the line behind it: "to the Ostrell Times"."""
_BRACKET = re.compile(r"[.,!?…]?[”\"]\s*\((?=(?P<inner>[^()\n]{2,80})\)[^\S\n]*(?:\n|$))")
_GOVERNED = re.compile(
    r"\b(?:to|at|in|on|with|for|about|against|of|and|(?<!statement )(?<!letter )(?<!message )by)"
    r" (?:the )?(?:[A-Z][a-z]+\.? )?\Z"
)
"""What stands before a name that a colon ends and that is not the speaker's: "an email to Ms. Roe: “It held.”"."""
_COMMA = re.compile(r",[”\"]\s(?P<name>(?:an? (?:[a-z][\w-]+ ){1,2})?)(?=[A-Z])")
"""The comma that ends quoted words, and what may stand before a name behind it: "a visibly weary Ann Roe"."""
_OWNS = ("’s", "'s", " and ", " or ")
_STATED = re.compile(r" in an? (?:[a-z]+ )?(?:statement|tweet|post|e-?mail|memo)(?: on [A-Z][a-z]+day)?\.$")
_SHOWS = re.compile(
    r"\b(?:sign|poster|received|got|gets|heard|reads?|title[ds]?|headlines?|song|poem|line|slogan|question|asks?|asked)\b"
)
_UTTERED = 6  # words of a quotation that are more than a slogan or a title
_GOES_ON = re.compile(r"(?:(?:And|But|Then),? )?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b")
_JOINED = re.compile(r",? (?:and|&) ")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")


class Alone:
    """The speaker of a quotation beside which no reporting word stands."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def signed(self, content: Range) -> Speaker | None:
        """Whoever is named behind a dash or in brackets below quoted words: "“It held.” — Ann Roe, baker", "“It held.”
        (The Ostrell Times)", "“It held.” — Painter Ann Roe to the Ostrell Times"."""
        dash = _DASH.match(self._scene.text, content[1])
        signed = self._scene.standing(dash.end(), dash.end() + 1) if dash else []
        if not signed or not _SIGNED.match(self._scene.text, signed[-1][1]):
            signed = self._with_role(dash.end()) if dash else self._in_brackets(content[1])
        start, stop = self._ahead(content)
        if not signed or (
            start < stop and self._scene.text[stop - 1] == ":" and "\n" not in self._scene.text[stop : content[0]]
        ):
            return None  # what a post says of somebody: "Lars Lund on the weir: “It held.” — Ann Roe (@roe)"
        return Speaker(signed[-1][3], None, f"the quotation is signed {self._scene.quoted(signed[-1][2])}")

    def _with_role(self, at: int) -> list[tuple[int, int, Name, int]]:
        """The first name of the line behind a dash, if nothing is there but a role before it and an outlet behind."""
        stop = self._scene.text.find("\n", at)
        found = self._scene.standing(at, stop if stop >= 0 else len(self._scene.text))[:1]
        is_signature = found and _ROLE.fullmatch(self._scene.text, at, found[0][0])
        return found if is_signature and _PRINTED.match(self._scene.text, found[0][1]) else []

    def _in_brackets(self, at: int) -> list[tuple[int, int, Name, int]]:
        """The last name of brackets that end a paragraph behind a quotation and are but a name: "(NAME)", "(The Times’
        NAME, in a letter)"."""
        bracket = _BRACKET.match(self._scene.text, at)
        if bracket is None:
            return []
        inner, _, _ = bracket.group("inner").partition(",")
        found = self._scene.standing(bracket.end(), bracket.end() + len(inner))
        return found if found and found[-1][1] == bracket.end() + len(inner) else []

    def is_heading(self, content: Range) -> bool:
        """Whether quoted words are all of a line, as a crosshead is: anybody may say them, above it or below."""
        line_end = self._scene.text.find("\n", content[1])
        behind = self._scene.text[content[1] : line_end if line_end >= 0 else len(self._scene.text)]
        is_all = self._opens_paragraph(content) and not behind.strip(f"{_MARKS}”’ ")
        return is_all and is_heading(self._scene.text, *content)

    def going_on(self, content: Range, at: int, last: Speaker, *, was_direct: bool) -> Speaker | None:
        """Whoever spoke last and goes on: behind another quotation, in the sentence right before, in the first person,
        or at the head of a paragraph where nobody else is named since; one who is not named, only behind a quotation.

        Args:
            content: the quoted words.
            at: where the one is told to have spoken.
            last: who spoke.
            was_direct: whether that was a quotation.
        """
        between = self._scene.text[at : content[0]]
        if len(between) >= REACH or between.count("\n\n") > 2:
            return None
        since = self._scene.standing(at + 1, content[0])
        kinds = {self._scene.named[n].kind for _, _, name, n in since if n != last.named and not name.quoted}
        if last.named is None:
            goes_on = last.unnamed is not None and was_direct and "person" not in kinds
        else:
            opens = self._opens_paragraph(content) and kinds <= {"country", "place"}
            is_first_person = _FIRST_PERSON.search(self._scene.text[slice(*content)]) and "person" not in kinds
            start, stop = self._ahead(content)
            is_led = start <= at
            is_of_another = not is_led and (
                self._scene.text[start:stop].endswith(":") or self._is_about_another(start, stop, last.named)
            )
            goes_on = is_led or (not is_of_another and (was_direct or opens or bool(is_first_person)))
        why = "the quotation goes on from the words before it, whose speaker this is"
        return Speaker(last.named, last.unnamed, why) if goes_on else None

    def introduced(self, content: Range, *, is_beside: bool) -> Speaker | None:
        """Whoever is named right before a colon: "Ann Roe: “It leaked.”"; or the person with whom the paragraph before
        opens its last sentence: "Ann Roe was angry.", and then "“It leaked.”".

        Args:
            content: the quoted words.
            is_beside: whether other words stand beside them in their sentence, so that only a colon tells.
        """
        start, stop = self._ahead(content)
        names = [item for item in self._scene.standing(start, stop) if not item[2].quoted]
        if not names or self._scene.is_quoted(start):
            return None
        first, end, name, n = names[0]
        if len(names) > 1 and _JOINED.fullmatch(self._scene.text, end, names[1][0]):
            return None  # it may be either's, or of both
        is_label = self._scene.text[end:stop].strip() == ":" and not _GOVERNED.search(self._scene.text, start, first)
        is_subject = not is_beside and name.opens and name.kind == "person" and self._opens_paragraph(content)
        why = f"the words before the quotation are about {self._scene.quoted(name)}"
        return Speaker(n, None, why) if is_label or is_subject else None

    def named_behind(self, content: Range) -> Speaker | None:
        """The person named right behind a comma that ends a quotation at the head of a paragraph, whatever is told of
        them: "“It held,” a weary Ann Roe, pointing at the weir"."""
        behind = _COMMA.match(self._scene.text, content[1] - 1)
        if behind is None or not self._opens_paragraph(content):
            return None
        names = self._scene.standing(behind.start("name"), behind.end() + 1)
        if not names or names[0][2].kind != "person" or self._scene.text.startswith(_OWNS, names[0][1]):
            return None
        is_right_behind = names[0][0] in (behind.start("name"), behind.end())
        why = f"{self._scene.quoted(names[0][2])} stands behind the comma that ends the quotation"
        return Speaker(names[0][3], None, why) if is_right_behind else None

    def stated(self, content: Range) -> Speaker | None:
        """Whoever opens the sentence before a quotation and alone is named in it, if that ends with a colon or with the
        words for a statement: "Ann Roe was unimpressed: “It leaked.”", "Ann Roe rued it in a statement. “It held.”"."""
        start, stop = self._ahead(content)
        names = [item for item in self._scene.standing(start, stop) if not item[2].quoted]
        if not names or not names[0][2].opens or self._scene.is_quoted(start):
            return None
        _, end, name, n = names[0]
        people = {k for *_, k in names if self._scene.named[k].kind == "person"}
        rest = self._scene.text[end:stop]
        said = self._scene.text[slice(*content)]
        is_led = rest.endswith(":") and len(said.split()) >= _UTTERED and _FIRST_PERSON.search(said) is not None
        is_subject = rest[:1] == "," or is_finite_at(words(rest), 0)
        if (
            name.kind != "person"
            or people != {n}
            or not is_subject
            or not (is_led or _STATED.search(rest))
            or _SHOWS.search(rest)
        ):
            return None
        return Speaker(n, None, f"the words before the quotation are about {self._scene.quoted(name)}")

    def _is_about_another(self, start: int, stop: int, speaker: int) -> bool:
        """Whether the sentence right before a quotation names some other person and does not go on from the speaker:
        "Her brother, Lars Lund, sees it too.", and not "She wrote to Lars Lund."."""
        people = {n for _, _, name, n in self._scene.standing(start, stop) if name.kind == "person" and not name.quoted}
        return bool(people) and speaker not in people and not _GOES_ON.match(self._scene.text, start, stop)

    def _opens_paragraph(self, content: Range) -> bool:
        return self._scene.text[: content[0]].rstrip(_MARKS).endswith("\n")

    def _ahead(self, content: Range) -> Range:
        """The words before a quotation in its sentence, or the sentence before it."""
        stop = len(self._scene.text[: content[0]].rstrip(_MARKS).rstrip())
        k = bisect_right(self._scene.starts, content[0]) - 1
        if k >= 0 and not self._scene.text[self._scene.starts[k] : stop].strip():
            k -= 1
        return (self._scene.starts[k], stop) if k >= 0 else (stop, stop)
