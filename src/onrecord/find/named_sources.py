"""Sources that name who speaks: "Mayor NAME", "NAME, the mayor", "the mayor, NAME"."""

from __future__ import annotations

import re

from onrecord.find.capitals import is_title
from onrecord.find.heads import kind_of
from onrecord.find.kinds import is_role
from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range, head_end, head_word
from onrecord.find.scene import Scene, Speaker
from onrecord.find.several import are_joined
from onrecord.find.tagged import is_described
from onrecord.find.words import Word, words
from onrecord.wordlists import listed, table

_SAID_OF = frozenset({"a", "an", "the"})
_IS = re.compile(r", (?:(?:is|was) )?| (?:is|was) ")
_LINK = 6  # the longest of these
_AND = " and "
_OPENS = re.compile(r"(?:\A|[.!?][”\"]? |\n|, )(?:[Tt]he )?\Z")
_FRONT = 8  # characters before a name in which stands what opens a clause


class NamedSources:
    """The one named in a source."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, source: Range, found: list[Word]) -> Speaker | None:
        """The one named at the head of the source; a person named anywhere in an apposition to it."""
        inside, found = _behind_place(self._scene.inside(source), found)
        source = found[0].start, source[1]
        if not inside:
            return self._by_label(found) or self._by_surname(found)
        front = self._joined_before(inside, found)
        if front is not None or are_joined([name for name, _ in inside], found):
            return Speaker(None, (source[0] if front is None else front, source[1]), "several are named together")
        government = self._government(inside, found)
        if government is not None:
            return government
        ends_at = _head_end(_unbracketed(found), [name for name, _ in inside])
        at_head = [(name, n) for name, n in inside if name.end == ends_at]
        if at_head and found[0].low == "the" and all(_is_member(name, found) for name, _ in at_head):
            return None  # "the Ostrell Democrat": somebody named elsewhere
        if at_head:
            name, n = max(at_head, key=lambda item: item[0].name_start == item[0].start or item[0].kind == "person")
            own = [item for item in inside if item[0].kind == "organisation" and self._closes(item[0], found)]
            if own and is_described(name):  # "the ferry office, the Ostrell Board"
                name, n = own[-1]
            return Speaker(n, None, f"named: {self._scene.quoted(name)}")
        whole = next((word.start for word in found if word.low in ("including", "among")), source[1])
        persons = [(name, n) for name, n in inside if name.kind == "person" and name.start < whole]
        people = [(name, n) for name, n in persons if self._is_apposed(name, found)]
        people = people or [(name, n) for name, n in persons if self._ends(name, found)]
        if len({n for _, n in people}) == 1:
            return Speaker(people[0][1], None, f"named beside its role: {self._scene.quoted(people[0][0])}")
        called = [(name, n) for name, n in inside if name.kind == "organisation" and self._is_called(name, found)]
        if called:
            return Speaker(called[0][1], None, f"named before what it is: {self._scene.quoted(called[0][0])}")
        bodies = [(name, n) for name, n in inside if name.kind == "organisation" and self._closes(name, found)]
        head = head_word(found)
        is_person = is_role(head) or head in listed("heads", "persons", "heads")  # not "the buyer, the NAME"
        if len(bodies) == 1 and not (is_person and kind_of(head) == "person"):
            return Speaker(bodies[0][1], None, f"named behind what it is: {self._scene.quoted(bodies[0][0])}")
        return None

    def apposed(self, phrase: Range) -> Speaker | None:
        """The person of whom a description before "who" is said: "a loyalist" of "NAME, a loyalist who" and "NAME is a
        loyalist who"."""
        found = words(self._scene.text, *phrase)
        if not found or found[0].low not in _SAID_OF:
            return None
        near = self._scene.standing(max(phrase[0] - self._scene.longest - _LINK, 0), phrase[0])
        people = [(end, name, n) for _, end, name, n in near if name.kind == "person"]
        if not people or _IS.fullmatch(self._scene.text, people[-1][0], phrase[0]) is None:
            return None
        _, name, n = people[-1]
        return Speaker(n, None, f"named before what is said of them: {self._scene.quoted(name)}")

    def _joined_before(self, inside: list[tuple[Name, int]], found: list[Word]) -> int | None:
        """Where another name begins that opens its clause and is joined to the one that is the source: "Tarn and" in
        front of "the Ostrell Times"."""
        first = found[0].start
        if first not in (inside[0][0].start, inside[0][0].start - len("the ")):
            return None
        near = self._scene.standing(max(first - self._scene.longest - len(_AND), 0), first)
        for start, end, name, _ in near:
            is_same = name.kind == inside[0][0].kind and self._scene.text[end:first] == _AND
            if is_same and _OPENS.search(self._scene.text, max(0, start - _FRONT), start):
                return start
        return None

    def _government(self, inside: list[tuple[Name, int]], found: list[Word]) -> Speaker | None:
        """The country whose government it is, or the place where it sits: "Spain’s government", "the one in X"."""
        head = next((k for k, word in enumerate(found) if word.low in listed("words", "governments")), None)
        if head is None or head_word(found) != found[head].low:
            return None
        for name, n in inside:
            owner = [word.low for word in found if name.end <= word.start < found[head].start]
            link = [word.low for word in found if found[head].end <= word.start < name.start]
            is_its = name.end <= found[head].start and owner in ([], ["’s"], ["'s"])
            is_its = is_its or (name.start >= found[head].end and link in (["of"], ["in"], ["of", "the"]))
            is_seat = self._scene.named[n].kind in ("country", "place") and found[head].low == "government"
            if is_its and (name.canonical or is_seat):
                return Speaker(n, None, f"the government of {self._scene.label(n)}")
        return None

    def _by_label(self, found: list[Word]) -> Speaker | None:
        """The one body whose name, read elsewhere, is all of the source."""
        told = tuple(word.text for word in found)
        owners = [
            n
            for n, one in enumerate(self._scene.named)
            if one.kind == "organisation" and told[0][0].isupper() and any(name.words == told for name in one.names)
        ]
        return Speaker(owners[0], None, f"named: “{' '.join(told)}”") if len(owners) == 1 else None

    def _by_surname(self, found: list[Word]) -> Speaker | None:
        """The one person whose full name ends with the only word of the source, a word that is no name elsewhere, or
        whose name ends with its words where they are all in capitals: "MAYOR ROE", "ROE"."""
        bare = [word for word in found if not word.is_mark and not (is_title(word) and word.text.isupper())]
        is_shouted = all(word.text.isupper() for word in found if not word.is_mark)
        if not bare or not (is_shouted or (len(found) == 1 and found[0].is_capitalised)):
            return None
        told = [word.low if is_shouted else word.text for word in bare]
        owners = [
            n for n, one in enumerate(self._scene.named) if one.kind == "person" and _ends_with(one, told, is_shouted)
        ]
        source = " ".join(word.text for word in bare)
        return Speaker(owners[0], None, f"named: “{source}”") if len(owners) == 1 else None

    def _is_apposed(self, name: Name, found: list[Word]) -> bool:
        if any(word.start == name.end and word.text in ("’s", "'s") for word in found):
            return False
        before = [word for word in found if word.end <= name.start]
        after = next((word for word in found if word.start >= name.end), None)
        opens = (not before or name.start == found[0].start) and (after is None or after.is_mark)
        return opens or (bool(before) and before[-1].text in ",(–—")

    def _closes(self, name: Name, found: list[Word]) -> bool:
        """Whether a name stands behind a comma at the end: "the ferry's operator, NAME", "its parent, the NAME"."""
        before = [word for word in found if word.end <= name.start]
        before = before[:-1] if before and before[-1].low == "the" else before
        is_one = found[0].low not in table("times")["numbers"][2:]
        return name.end == found[-1].end and bool(before) and before[-1].text == "," and is_one

    def _is_called(self, name: Name, found: list[Word]) -> bool:
        """Whether nothing but what it is stands behind a name at the end: "the Ostrell Union party", "the Tarn (T)
        armed group"."""
        behind = [word for word in _unbracketed(found) if word.start >= name.end]
        is_plain = len(behind) == 1 or (len(behind) == 2 and behind[0].low in listed("words", "of_groups"))
        return is_plain and behind[-1].low in listed("words", "behind_names")

    def _ends(self, name: Name, found: list[Word]) -> bool:
        """Whether a name ends the phrase with nothing but a role before it: "her father, company founder NAME"."""
        last = max((n for n, word in enumerate(found) if word.text == "," and word.end <= name.start), default=-1)
        between = [n for n in range(last + 1, len(found)) if found[n].end <= name.start]
        return name.end == found[-1].end and not any(
            found[n].low in ("’s", "'s", "including", "such")
            or (found[n].low in listed("words", "prepositions") and not _is_inner(found, n))
            for n in between
        )


def _behind_place(inside: list[tuple[Name, int]], found: list[Word]) -> tuple[list[tuple[Name, int]], list[Word]]:
    """The names and the words of a source behind where a body is: "Ostrell, Tarn-based NAME"."""
    at = next((k for k, word in enumerate(found[:-1]) if word.text.endswith("-based")), -1)
    kept = [(name, n) for name, n in inside if name.start > found[at].start]
    before = [name.kind for name, _ in inside if name.start <= found[at].start]
    is_place = at >= 0 and all(word.is_capitalised or word.text == "," for word in found[:at])
    return (kept, found[at + 1 :]) if kept and is_place and "person" not in before else (inside, found)


def _is_member(name: Name, found: list[Word]) -> bool:
    """Whether what was read as a name is a member of a party or faith, by where that one is from."""
    return name.end == found[-1].end and name.words[-1].lower() in listed("heads", "persons", "members")


def _head_end(found: list[Word], names: list[Name]) -> int:
    """Where the head of a source ends, a name being one word: "Department of Trade", "Bank of Peru chief Ann Roe"."""
    inner = {word.start for word in found for name in names if name.name_start < word.start < name.end}
    outer = [word for word in found if word.start not in inner]
    end = head_end(outer)
    return max((name.end for name in names if name.name_start < end < name.end), default=end)


def _unbracketed(found: list[Word]) -> list[Word]:
    """The words of a source without what stands in brackets, and signs at its end: "the Ostrell Water Board (OWB)
    chief", "Carla ?? (@carla)"."""
    kept, depth = [], 0
    for word in found:
        depth += word.text == "("
        if not depth:
            kept.append(word)
        depth -= word.text == ")" and depth > 0
    while len(kept) > 1 and kept[-1].text in "?!":
        kept.pop()
    return kept


def _is_inner(found: list[Word], n: int) -> bool:
    """Whether a preposition stands inside a body's name or a role's: "Bank of England spokesman", "Ambassador to Norway
    Ann Roe"."""
    if not 0 < n < len(found) - 1:
        return False
    before, after = found[n - 1], found[n + 2 if found[n + 1].low == "the" and n + 2 < len(found) else n + 1]
    if not after.is_capitalised:
        return False
    if is_title(before) and before.low not in listed("words", "on_behalf"):
        return True
    front = [word for word in found[:n] if word.low not in listed("words", "prepositions") and word.low != "the"]
    if len(front) > 1 and all(word.is_capitalised for word in front) and any(map(is_title, front[:-1])):
        return True  # "Secretary of State for Health Ann Roe"
    return found[n].low == "of" and before.is_capitalised and found[n + 1].is_capitalised and not is_title(after)


def _ends_with(person: Named, told: list[str], is_shouted: bool) -> bool:
    """Whether a full name of somebody ends with these words, or any name, and in lower case, where they are shouted."""
    ends = ([word.lower() if is_shouted else word for word in name.words] for name in person.names)
    return any(words[-len(told) :] == told and (len(words) > 1 or is_shouted) for words in ends)
