"""Who speaks: the source of each attribution linked to someone the report names, or left open with the reason.

Read in the order of the text. A name decides; then a role ("the mayor") if one person of the report has it; then a
pronoun, by whoever spoke or was the subject last. A person is never guessed from the topic: without a link the speaker
is null. The order of preference follows the sieves of Muzny et al. (EACL 2017), the surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range, head_end, head_word
from onrecord.find.stretch import Attribution
from onrecord.find.words import Word, listed, table, words

_REACH = (
    1200  # characters: a pronoun farther from its name than this is left open (99 % are nearer in GUM's training part)
)
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where"})
_INDEFINITE = frozenset(
    {
        "a",
        "an",
        "some",
        "one",
        "several",
        "many",
        "most",
        "another",
        "other",
        "two",
        "three",
        "four",
        "five",
        "few",
        "both",
        "all",
        "those",
    }
)
_COLLECTIVE = frozenset({"police", "people", "staff", "opposition", "public", "majority", "media", "press"})
_PERSONAL = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


@dataclass(frozen=True)
class Speaker:
    """The speaker of one attribution: the number of the one named, or the words for someone unnamed; and why."""

    named: int | None
    unnamed: Range | None
    why: str


class Speakers:
    """Links sources to the named of one report, in the order of the text."""

    def __init__(self, text: str, named: list[Named], sentences: list[Range]) -> None:
        self._text = text
        self._named = named
        self._starts = sorted(start for start, _ in sentences)
        self._last: tuple[int, int] | None = None  # where the last speaker's source stands, and who it is
        self._was_direct = False
        self._genders: dict[int, str] = {}
        self._at = [(name.start, name.end, name, n) for n, one in enumerate(named) for name in one.names]
        self._at.sort(key=lambda item: item[:2])
        self._longest = max((end - start for start, end, _, _ in self._at), default=0)
        self._roles = self._by_head()
        self._bodies: dict[str, list[int]] = {}
        for n, one in enumerate(named):
            for word in set(one.label.casefold().split()) if one.kind == "organisation" else ():
                self._bodies.setdefault(word, []).append(n)
        self._learn_genders(sentences)

    def _standing(self, start: int, stop: int) -> list[tuple[int, int, Name, int]]:
        """The names that begin from `start` up to `stop`, in order."""
        first = bisect_left(self._at, start, key=lambda item: item[0])
        return self._at[first : bisect_left(self._at, stop, lo=first, key=lambda item: item[0])]

    def _learn_genders(self, sentences: list[Range]) -> None:
        """A sentence that names one person only, and then says "she" or "his", tells that person's gender."""
        votes: dict[int, Counter[str]] = {}
        for start, end in sentences:
            people = {n: name_end for _, name_end, name, n in self._standing(start, end) if name.kind == "person"}
            if len(people) == 1:
                ((n, name_end),) = people.items()
                pronouns = re.findall(r"\b(he|his|him|she|her)\b", self._text[name_end:end])
                votes.setdefault(n, Counter()).update(_PERSONAL[word] for word in pronouns[:1])
        for n, vote in votes.items():
            if len(vote) == 1 and self._named[n].gender is None:
                self._genders[n] = next(iter(vote))

    def of(self, attribution: Attribution) -> Speaker:
        """The speaker of the next attribution in the text."""
        found = self._of(attribution)
        if found.named is not None:
            position = attribution.source[0] if attribution.source else attribution.content[0][0]
            self._last = (position, found.named)
            self._was_direct = attribution.rule.startswith("quotation")
        return found

    def _of(self, attribution: Attribution) -> Speaker:
        if attribution.source is None:
            return self._without_source(attribution)
        found = words(self._text, *attribution.source)
        low = found[0].low
        if len(found) == 1 and low in (*_PERSONAL, "they", "it", "we", "i", "who", "you", "its", "their"):
            return self._pronoun(low, attribution.source[0])
        found = _core(found)
        source = found[0].start, found[-1].end
        return self._by_name(source, found) or self._description(source, found)

    def _without_source(self, attribution: Attribution) -> Speaker:
        goes_on = self._was_direct or self._is_first_person(attribution.content[0])
        spoke = self._last is not None and self._spoke_just_before(attribution.content[0][0])
        if attribution.rule == "quotation alone" and self._last and goes_on and spoke:
            return Speaker(self._last[1], None, "the quotation goes on from the words before it, whose speaker this is")
        if attribution.rule == "quotation alone":
            return Speaker(None, None, "nobody is named beside the quotation")
        if attribution.rule == "quotation unread":
            return Speaker(None, None, "the words beside the quotation do not say plainly whose it is")
        return Speaker(None, None, "the report does not say who says so")

    def _is_first_person(self, content: Range) -> bool:
        """Whether quoted words speak of their speaker, so that they are somebody's and not a sign's or a slogan's."""
        return re.search(r"\b(?:I|we|We|my|My|our|Our|me|us)\b", self._text[slice(*content)]) is not None

    def _spoke_just_before(self, position: int) -> bool:
        assert self._last is not None
        between = self._text[self._last[0] : position]
        return len(between) < _REACH and between.count("\n\n") <= 2

    # -- names ---------------------------------------------------------------------------------------------

    def _by_name(self, source: Range, found: list[Word]) -> Speaker | None:
        """The one named at the head of the source; a person named anywhere in an apposition to it."""
        inside = [
            (name, n)
            for _, end, name, n in self._standing(source[0] - self._longest, source[1])
            if end > source[0] and name.name_start >= source[0]
        ]
        if not inside:
            return None
        if self._names_several(inside, found):
            return Speaker(None, source, "several are named together")
        ends_at = head_end(found)
        at_head = [(name, n) for name, n in inside if name.end == ends_at]
        if at_head:
            name, n = max(at_head, key=lambda item: item[0].name_start == item[0].start or item[0].kind == "person")
            return Speaker(n, None, f"named: {self._quoted(name)}")
        people = [
            (name, n)
            for name, n in inside
            if name.kind == "person" and (self._is_apposed(name, found) or self._ends(name, found))
        ]
        if len({n for _, n in people}) == 1:
            return Speaker(people[0][1], None, f"named beside its role: {self._quoted(people[0][0])}")
        return None

    def _names_several(self, inside: list[tuple[Name, int]], found: list[Word]) -> bool:
        """Whether two names are joined by "and": "X and Y said"."""
        joints = [word for word in found if word.low == "and"]
        return any(
            any(name.end <= joint.start <= name.end + 1 for name, _ in inside)
            and any(joint.end <= name.start <= joint.end + 1 for name, _ in inside)
            for joint in joints
        )

    def _is_apposed(self, name: Name, found: list[Word]) -> bool:
        if any(word.start == name.end and word.text in ("’s", "'s") for word in found):
            return False
        before = [word for word in found if word.end <= name.start]
        after = next((word for word in found if word.start >= name.end), None)
        opens = (not before or name.start == found[0].start) and (after is None or after.is_mark)
        return opens or (bool(before) and before[-1].text in ",(–—")

    def _ends(self, name: Name, found: list[Word]) -> bool:
        """Whether a name ends the phrase with nothing but a role before it: "her father, company founder NAME"."""
        last = max((n for n, word in enumerate(found) if word.text == "," and word.end <= name.start), default=-1)
        between = [word.low for word in found[last + 1 :] if word.end <= name.start]
        return name.end == found[-1].end and not any(
            low in listed("words", "prepositions") or low in ("’s", "'s") for low in between
        )

    def _quoted(self, name: Name) -> str:
        return f"“{self._text[name.start : name.end]}”"

    # -- pronouns ------------------------------------------------------------------------------------------

    def _pronoun(self, low: str, position: int) -> Speaker:
        if low in _PERSONAL:
            return self._personal(low, position)
        if low in ("it", "its"):
            return self._impersonal(position)
        if low == "who":
            near = self._standing(position - self._longest - 4, position)
            before = [item for item in near if item[1] <= position and position - item[1] < 4]
            return (
                Speaker(before[-1][3], None, f"“who” after {self._quoted(before[-1][2])}")
                if before
                else self._open(low)
            )
        return self._open(low)

    def _open(self, low: str) -> Speaker:
        return Speaker(None, None, f"“{low}” may stand for more than one")

    def _personal(self, low: str, position: int) -> Speaker:
        gender = _PERSONAL[low]
        candidates = []
        if self._last is not None and self._fits(self._last[1], gender) and 0 <= position - self._last[0] < _REACH:
            candidates.append((self._last[0], self._last[1], "who spoke last"))
        subject = next(
            (
                item
                for item in reversed(self._standing(position - _REACH, position))
                if item[1] <= position and item[2].initial and self._fits(item[3], gender)
            ),
            None,
        )
        if subject is not None:
            candidates.append((subject[0], subject[3], "the last subject"))
        if not candidates:
            return self._only_titled(low, gender, position)
        at, n, how = max(candidates, key=lambda item: (item[0], item[2]))
        if self._another_between(at, position, n, gender):
            return Speaker(None, None, f"“{low}” may stand for more than one person named just before it")
        self._genders.setdefault(n, gender)
        return Speaker(n, None, f"“{low}” is {self._named[n].label}, {how}")

    def _only_titled(self, low: str, gender: str, position: int) -> Speaker:
        """The one person near by whose title or given name has the gender, where nobody spoke or was a subject."""
        near = {
            n
            for _, end, name, n in self._at
            if 0 <= position - end < _REACH and not name.quoted and self._named[n].gender == gender
        }
        if not near:
            return Speaker(None, None, f"“{low}” has no {gender} name before it")
        if len(near) > 1:
            return Speaker(None, None, f"“{low}” may stand for more than one")
        n = near.pop()
        return Speaker(n, None, f"“{low}” is {self._named[n].label}, the only {gender} name near it")

    def _fits(self, n: int, gender: str) -> bool:
        known = self._genders.get(n) or self._named[n].gender
        return self._named[n].kind == "person" and known in (None, gender)

    def _another_between(self, at: int, position: int, n: int, gender: str) -> bool:
        """Whether, since `at`, another person of that gender opened a sentence and so may be meant."""
        return any(
            other != n and name.initial and self._fits(other, gender) and self._is_full(name)
            for _, _, name, other in self._standing(at + 1, position)
        )

    def _is_full(self, name: Name) -> bool:
        return bool(name.titles) or len(name.words) > 1

    def _impersonal(self, position: int) -> Speaker:
        before = [
            item
            for item in self._standing(position - _REACH, position)
            if item[1] <= position and item[2].kind in ("organisation", "country") and item[2].initial
        ]
        if (
            self._last
            and self._named[self._last[1]].kind in ("organisation", "country")
            and position - self._last[0] < _REACH // 2
        ):
            return Speaker(self._last[1], None, f"“it” is {self._named[self._last[1]].label}, which spoke last")
        if before and position - before[-1][0] < _REACH // 3:
            return Speaker(before[-1][3], None, f"“it” is {self._named[before[-1][3]].label}, the last subject")
        return self._open("it")

    # -- descriptions --------------------------------------------------------------------------------------

    def _description(self, source: Range, found: list[Word]) -> Speaker:
        """ "the mayor", "the spokesperson", "the company": by role, if the report gives it to one."""
        head = head_word(found)
        if head in ("statement", "letter", "email", "release", "filing"):
            return self._writer(source, found)
        is_definite = found[0].low in ("the", "his", "her", "its", "their", "this", "that")
        linked = self._by_role(head, source, found) or (self._by_body(head, source[0]) if is_definite else None)
        if linked is not None:
            return linked
        is_open = found[0].low in _INDEFINITE or head.endswith("s") or (head in _COLLECTIVE)
        if is_open and found[0].low not in ("his", "her", "its", "their"):
            return Speaker(None, source, "not named: described in these words only")
        return Speaker(
            None, None, f"“{self._text[source[0] : source[1]]}” fits nobody, or more than one, that the report names"
        )

    def _writer(self, source: Range, found: list[Word]) -> Speaker:
        """ "a company statement said", "the statement added": whose statement it is, or who spoke last."""
        body = next(
            (
                word.low
                for word in found[:-1]
                if word.low in ("company", "firm", "group", "ministry", "police", "party", "bank")
            ),
            None,
        )
        linked = self._by_body(body, source[0]) if body else None
        if linked is not None:
            return linked
        if (
            found[0].low in ("the", "it")
            and self._last
            and self._named[self._last[1]].kind == "organisation"
            and source[0] - self._last[0] < _REACH
        ):
            return Speaker(
                self._last[1], None, f"the statement is by {self._named[self._last[1]].label}, which spoke last"
            )
        return Speaker(None, None, "the report does not say whose statement it is")

    def _by_role(self, head: str, source: Range, found: list[Word]) -> Speaker | None:
        wanted = _role_class(head)
        definite = found[0].low in ("the", "his", "her", "its", "their", "this", "that")
        if not wanted or not (definite or self._is_lead(source[0])):
            return None
        exact = [n for n, start, _ in self._roles.get(head, ()) if start < source[0] or self._is_lead(source[0])]
        alike = [
            n
            for n, start, end in (role for one in sorted(wanted) for role in self._roles.get(f"class {one}", ()))
            if definite and start < source[0] and self._agrees(found, start, end)
        ]
        gender = "female" if head.endswith("woman") else "male" if head.endswith("man") and head != "chairman" else None
        for group in (exact, alike):
            fitting = sorted({n for n in group if gender is None or self._fits(n, gender)})
            if len(fitting) > 1 and self._last and self._last[1] in fitting and source[0] - self._last[0] < _REACH:
                fitting = [self._last[1]]
            if len(fitting) == 1:
                return Speaker(
                    fitting[0],
                    None,
                    f"“{self._text[source[0] : source[1]]}”: {self._named[fitting[0]].label} has this role",
                )
            if fitting:
                return None
        return None

    @cached_property
    def _firms(self) -> list[tuple[int, int]]:
        """The two bodies that are named most, outlets and public ones left out, and how often each is."""
        counts = {
            n: len(one.names)
            for n, one in enumerate(self._named)
            if one.kind == "organisation" and not _is_public(one.label)
        }
        return Counter(counts).most_common(2)

    def _by_head(self) -> dict[str, list[tuple[int, int, int]]]:
        """Whoever has a role, and where it stands, by the heads of the role and by their classes."""
        roles: dict[str, list[tuple[int, int, int]]] = {}
        for n, named in enumerate(self._named):
            for start, end in named.roles:
                heads = named.role_words & {word.low for word in words(self._text, start, end)}
                for key in heads | {f"class {one}" for head in heads for one in _role_class(head)}:
                    roles.setdefault(key, []).append((n, start, end))
        return roles

    def _agrees(self, found: list[Word], start: int, end: int) -> bool:
        """Whether the names in a description stand in the role as well: "the X boss" and "founder of X"."""
        names = [word.text for word in found[1:] if word.is_capitalised]
        owned = any(word.text in ("’s", "'s") for word in found) or found[0].low in ("his", "her", "its", "their")
        return all(name in self._text[start:end] for name in names) and not (owned and not names)

    def _is_lead(self, position: int) -> bool:
        """Whether a position is in the first sentences, where news describes somebody before it names them."""
        return position < self._starts[min(2, len(self._starts) - 1)] if self._starts else False

    def _by_body(self, head: str, position: int) -> Speaker | None:
        if head not in listed("words", "bodies", "words"):
            return None
        same = [n for n in self._bodies.get(head, ()) if self._named[n].names[0].start < position]
        if len(same) == 1:
            return Speaker(same[0], None, f"“{head}”: the only one named is {self._named[same[0]].label}")
        if head not in (
            "company",
            "firm",
            "giant",
            "group",
            "maker",
            "operator",
            "carrier",
            "supplier",
            "manufacturer",
        ):
            return None
        ranked = self._firms
        if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
            return Speaker(ranked[0][0], None, f"“{head}”: the report is about {self._named[ranked[0][0]].label}")
        return None


def _core(found: list[Word]) -> list[Word]:
    """A source without the clauses that only tell more of it, in which others may be named.

    "The report, which X commissioned", "doctors treating X", "an email that X sent to Y".
    """
    for k in range(1, len(found)):
        low, before = found[k].low, found[k - 1]
        clause = low in _RELATIVES or (
            k > 1 and before.text == "," and low.endswith(("ed", "en")) and not found[k].is_capitalised
        )
        doing = low.endswith("ing") and not found[k].is_capitalised and before.low.endswith("s") and not before.is_mark
        if clause or doing:
            stop = k - 1 if before.text == "," and k > 1 else k
            return found[:stop]
    return found


def _is_public(label: str) -> bool:
    """Whether a body is an outlet or a public one, which "the company" does not mean."""
    lows = set(label.casefold().split())
    public = {
        "ministry",
        "commission",
        "government",
        "court",
        "union",
        "party",
        "council",
        "parliament",
        "police",
        "university",
        "agency",
        "authority",
        "department",
        "prosecutors",
        "service",
        "committee",
    }
    return bool(lows & (public | listed("words", "outlets")))


@cache
def _role_class(word: str) -> set[str]:
    """The classes of roles that a word belongs to: "boss" and "founder" are both leaders."""
    return {
        name for name, heads in table("words")["roles"].items() if word in heads or re.sub(r"s$", "", word) in heads
    }
