"""Whom a description stands for by rule: "the mayor", "the company"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from onrecord.find.genders import gender_of
from onrecord.find.heads import classes, is_plural, kind_of
from onrecord.find.phrases import Range, head_word, is_time
from onrecord.find.places import are_apart, places
from onrecord.find.roles import are_two, in_full, words_of
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.surroundings import alike, is_small
from onrecord.find.words import Word, words
from onrecord.wordlists import listed, table

DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that"})
"""Words that begin a description of somebody known already."""

_LINE = re.compile(r"[A-Z][^\n()]{0,40} ?\([A-Z]\w+\) ?[—–-]+ ?")
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths"})
_PERSONAL = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_BELOW = 500  # characters behind the first words for somebody within which news names them


class Descriptions:
    """The one that a description stands for, its own words where nobody is named, or why that is open."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._roles = self._by_head()
        self._bodies: dict[str, list[int]] = {}
        for n, one in enumerate(scene.named):
            for word in set(one.label.casefold().split()) if one.kind == "organisation" else ():
                self._bodies.setdefault(word, []).append(n)

    def of(self, source: Range, found: list[Word]) -> Speaker:
        """ "the mayor", "the spokesperson", "the company": by role, if the report gives it to one."""
        head = head_word(found)
        is_definite = found[0].low in DEFINITE
        linked = self._by_role(head, source, found) or (
            self.by_body(head, source[0]) if is_definite and not is_other(found) else None
        )
        linked = linked or self._police(source, found)
        if linked is not None:
            return linked
        if self._may_be_named_below(head, source, found):
            return Speaker(None, None, "may be named below")
        is_open = (
            found[0].low in listed("words", "indefinite")
            or is_counted(found)
            or is_plural(head)
            or head in listed("words", "collectives")
        )
        is_kin = head in listed("words", "kin", "several") and found[0].low in ("his", "her", "their")
        if is_kin or (is_open and found[0].low not in ("his", "her", "its", "their")):
            return Speaker(None, source, "not named: described in these words only")
        described = self._scene.text[slice(*source)]
        return Speaker(None, None, f"“{described}” fits nobody, or more than one, that the report names")

    def _police(self, source: Range, found: list[Word]) -> Speaker | None:
        """The force that spoke last, where a bare "police" goes on: "the Ostrell police said … Police added"."""
        last = self._scene.last
        if found[-1].low != "police" or any(word.low not in ("the", "police") for word in found) or last is None:
            return None
        one = self._scene.named[last[1]]
        is_force = one.kind == "organisation" and "police" in one.label.casefold().split()
        if not is_force or source[0] - last[0] >= REACH:
            return None
        return Speaker(last[1], None, f"“police” goes on from {one.label}, which spoke last")

    def _may_be_named_below(self, head: str, source: Range, found: list[Word]) -> bool:
        """Whether a report begins with somebody whom it names right afterwards, as news does: "A farmer said"."""
        is_one = (
            found[0].low in ("a", "an") and kind_of(head) == "person" and head not in listed("words", "seldom_named")
        )
        if not is_one or not self._is_lead(source[0]):
            return False
        below = self._scene.standing(source[1], source[1] + _BELOW)
        return any(name.kind == "person" and name.initial for *_, name, _ in below)

    def is_shared(self, found: list[Word], position: int) -> bool:
        """Whether several have the very role that a description names, and nothing in it tells which one."""
        head = head_word(found)
        having = {n for n, start, _ in self._roles.get(head, ()) if start < position}
        return len(having) > 1 and all(word.low == head or is_small(word) for word in found)

    def _by_role(self, head: str, source: Range, found: list[Word]) -> Speaker | None:
        wanted = classes({head, head.removesuffix("s")})
        definite = found[0].low in DEFINITE
        is_opening = self._is_lead(source[0]) or self._is_behind_line(source[0])
        if is_people(found) or (not definite and not (wanted and is_opening)):
            return None
        said = words_of(self._scene.text[slice(*source)])
        exact = [
            n
            for n, start, end in self._roles.get(head, ())
            if (start < source[0] or is_opening)
            and not self._is_another(said, start, end)
            and not are_apart((word.text for word in found), (word.text for word in self._words(start, end)))
        ]
        alike = [
            n
            for n, start, end in (role for one in sorted(wanted) for role in self._roles.get(f"class {one}", ()))
            if definite
            and start < source[0]
            and self._agrees(found, start, end)
            and not self._is_another(said, start, end)
        ]
        gender = gender_of(head)
        for group in (exact, alike):
            fitting = sorted({n for n in group if gender is None or self._scene.fits(n, gender)})
            last = self._scene.last
            if len(fitting) > 1 and last and last[1] in fitting and source[0] - last[0] < REACH:
                fitting = [last[1]]
            if len(fitting) == 1:
                why = f"“{self._scene.text[slice(*source)]}”: {self._scene.label(fitting[0])} has this role"
                return Speaker(fitting[0], None, why)
            if fitting:
                return None
        return None

    def _words(self, start: int, end: int) -> list[Word]:
        return words(self._scene.text, start, end)

    def by_owner(self, found: list[Word]) -> Speaker | None:
        """The only one whose role has all words of a description that has an owner: "Iraq’s premier"."""
        if not any(word.text in ("’s", "'s") and found[k - 1].is_capitalised for k, word in enumerate(found) if k):
            return None
        described = self._scene.text[found[0].start : found[-1].end]
        said = {one for word in found if not is_small(word) and not word.is_mark for one in alike(word)} - {"’s", "'s"}
        fitting = {
            n
            for n, start, end in self._roles.get(head_word(found), ())
            if said <= {one for word in self._words(start, end) for one in alike(word)}
            and not self._is_another(words_of(described), start, end)
        }
        if len(fitting) != 1:
            return None
        n = fitting.pop()
        return Speaker(n, None, f"“{described}”: {self._scene.label(n)} alone has this role")

    def _is_another(self, said: frozenset[str], start: int, end: int) -> bool:
        """Whether a role is that of somebody else than a description with these words means."""
        return are_two(said, words_of(self._scene.text[start:end]))

    @cached_property
    def _firms(self) -> list[tuple[int, int]]:
        """The two bodies that are named most, outlets and public ones left out, and how often each is."""
        counts = {
            n: len(one.names)
            for n, one in enumerate(self._scene.named)
            if one.kind == "organisation" and not _is_public(one.label)
        }
        return Counter(counts).most_common(2)

    def _by_head(self) -> dict[str, list[tuple[int, int, int]]]:
        """Whoever has a role, and where it stands, by the heads of the role and by their classes."""
        roles: dict[str, list[tuple[int, int, int]]] = {}
        for n, named in enumerate(self._scene.named):
            for start, end in named.roles:
                heads = named.role_words & {word.low for word in words(self._scene.text, start, end)}
                heads |= {in_full(head) for head in heads}
                for key in heads | {
                    f"class {one}" for head in heads for one in classes({head, head.removesuffix("s")})
                }:
                    roles.setdefault(key, []).append((n, start, end))
        return roles

    def _agrees(self, found: list[Word], start: int, end: int) -> bool:
        """Whether the names in a description stand in the role as well: "the X boss" and "founder of X"."""
        names = [word.text for word in found[1:] if word.is_capitalised]
        owned = any(word.text in ("’s", "'s") for word in found) or found[0].low in ("his", "her", "its", "their")
        return all(name in self._scene.text[start:end] for name in names) and not (owned and not names)

    def _is_lead(self, position: int) -> bool:
        """Whether a position is in the first sentences, where news describes somebody before it names them."""
        return position < self._scene.starts[min(2, len(self._scene.starts) - 1)] if self._scene.starts else False

    def _is_behind_line(self, position: int) -> bool:
        """Whether a position is in the sentence that an agency's line opens: "OSTRELL (AP) — A judge said"."""
        line = _LINE.match(self._scene.text, self._scene.text.rfind("\n", 0, position) + 1)
        return line is not None and not any(line.end() < start <= position for start in self._scene.starts)

    def by_body(self, head: str, position: int) -> Speaker | None:
        """The only body named before a position that has a word in its name, or the firm that the report is about."""
        if head not in listed("words", "bodies", "words"):
            return None
        same = [n for n in self._bodies.get(head, ()) if self._scene.named[n].names[0].start < position]
        if len(same) == 1:
            return Speaker(same[0], None, f"“{head}”: the only one named is {self._scene.label(same[0])}")
        if head not in listed("words", "bodies", "firms"):
            return None
        ranked = self._firms
        if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
            return Speaker(ranked[0][0], None, f"“{head}”: the report is about {self._scene.label(ranked[0][0])}")
        return None


def is_other(found: list[Word]) -> bool:
    """Whether a description is of a body beside the one that a report is about: "the parent company"."""
    return any(word.low in listed("words", "other_bodies") for word in found[1:-1])


def is_people(found: list[Word]) -> bool:
    """Whether a description is of a whole people, and not of whoever has its name in a role: "the Dutch"; "the Russian"
    may be one of them."""
    is_demonym = places().get(found[-1].text, ("", ""))[1] == "demonym"
    return len(found) <= 2 and is_demonym and found[-1].low.endswith(("ch", "sh", "ese", "ss"))


def is_counted(found: list[Word]) -> bool:
    """Whether a description says how many: "58 percent of voters", "fully half of those asked", "only six in ten", "at
    least two of them", "everyone"."""
    numbers = listed("words", "counts") | {*table("times")["numbers"][2:]}
    counts = (word.text[0].isdigit() or word.low in numbers or word.low.split("-")[-1] in _PARTS for word in found[:3])
    return found[0].low not in DEFINITE and any(counts)


def is_nobody(found: list[Word]) -> bool:
    """Whether a source is but a date, a length of time or a number in digits ("March 7", "one day", "130"; a number in
    letters may be of people), or a clause ("he was ill" of "that he was ill explains it"), which says nothing."""
    if len(found) > 1 and found[0].low in _PERSONAL and found[1].low in listed("words", "be"):
        return True
    times, units = table("times"), listed("times", "units")
    told = [word for word in found if word.low not in times["numbers"]]
    are_months = len(found) > 1
    return bool(told) and all(
        word.text[0].isdigit()
        or is_time(word)
        or word.low.removesuffix("s") in units
        or (are_months and word.low in listed("words", "months"))
        for word in told
    )


def is_definite(found: list[Word]) -> bool:
    """Whether a description is of somebody known already: "the mayor", "her lawyer", "NAME’s lawyer"."""
    if found[0].low in listed("words", "indefinite"):
        return False
    return found[0].low in DEFINITE or any(word.low in ("’s", "'s") for word in found[1:-1])


def is_bare(found: list[Word]) -> bool:
    """Whether a description of one person or body has no article, as in headlines: "Spanish dye patriarch"."""
    head, first = head_word(found), found[0].low
    if first in listed("words", "determiners") or head.endswith("s") or head in listed("words", "collectives"):
        return False
    return kind_of(head) in ("person", "organisation")


def is_name(found: list[Word]) -> bool:
    """Whether words are the name of a body that nobody read as one: "Tarn News Channel"."""
    is_shouted = all(word.text.isupper() for word in found)
    return (
        len(found) > 1
        and not is_shouted
        and all(word.is_capitalised for word in found)
        and kind_of(head_word(found)) == "organisation"
    )


def _is_public(label: str) -> bool:
    """Whether a body is an outlet or a public one, which "the company" does not mean."""
    lows = set(label.casefold().split())
    return bool(lows & (listed("words", "bodies", "public") | listed("words", "outlets")))
