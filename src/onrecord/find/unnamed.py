"""Speakers that a report does not name and comes back to: "an official said. … He added that … the official said"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.descriptions import is_bare, is_definite
from onrecord.find.genders import PRONOUNS, gender_of
from onrecord.find.heads import body_classes, classes, classes_of_name, is_plural, kind_of
from onrecord.find.phrases import Range, head_word
from onrecord.find.scene import REACH, Scene, Speaker
from onrecord.find.surroundings import alike, is_small
from onrecord.find.words import Word, words
from onrecord.find.writings import is_document
from onrecord.wordlists import listed

_OWNERS = frozenset({"his", "her", "its", "their"})


@dataclass(frozen=True)
class _Unnamed:
    """The first words for a speaker who is not named: where they stand, their head, what they say."""

    source: Range
    head: str
    says: frozenset[str]
    is_thing: bool
    """Whether it is an institution or a report, which "it" may stand for."""
    is_several: bool


class Unnamed:
    """Those who spoke and are not named; ask in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: list[_Unnamed] = []
        self._last: _Unnamed | None = None
        self._at = 0

    def spoke(self, source: Range, *, at: int = 0, asks: bool = False, is_open: bool = False) -> None:
        """Tells that some words are a speaker that the report does not name.

        Args:
            source: the words.
            at: where the speaker is told of this time, if it is behind these words.
            asks: whether they ask, so that somebody else answers next.
            is_open: whether they may yet mean somebody named.
        """
        found = words(self._scene.text, *source)
        one = next((one for one in self._known if one.source == source), None)
        is_thing = _is_institution(found) or (is_document(found) and not is_open)
        is_several = are_several(found) and not is_open
        if one is None and (found[0].low in listed("words", "indefinite") or is_thing or is_several):
            one = _Unnamed(source, head_word(found), _says(found), is_thing, is_several)
            self._known.append(one)
        self._last, self._at = None if asks else one, max(at, source[1])

    def named(self) -> None:
        """Tells that somebody named spoke."""
        self._last = None

    def meant_by(self, low: str, position: int) -> Speaker | None:
        """The unnamed one who spoke last, where a pronoun goes on from there and nobody named whom it fits comes
        between: "he" or "she" from a person, "it" from an institution or a report, "they" from several."""
        last = self._last
        if last is None or position - self._at > REACH // 2 or self._scene.is_quoted(position):
            return None
        between = [n for _, _, _, n in self._scene.standing(self._at, position)]
        if not self._goes_on(last, low, between):
            return None
        return Speaker(None, last.source, f"“{low}” goes on from “{self._scene.text[slice(*last.source)]}”")

    def _goes_on(self, last: _Unnamed, low: str, between: list[int]) -> bool:
        if low == "they":
            return last.is_several
        if low == "it":
            return last.is_thing and not last.is_several and all(self._scene.named[n].kind == "person" for n in between)
        if low not in PRONOUNS or kind_of(last.head) != "person" or last.head.endswith("s"):
            return False
        is_fit = gender_of(last.head) in (None, PRONOUNS[low])
        return is_fit and not any(self._scene.fits(n, PRONOUNS[low]) for n in between)

    def described_by(self, found: list[Word]) -> Speaker | None:
        """The unnamed one whose first words have all that a definite description says: "the official"."""
        if found[0].low not in ("the", "this", "that"):
            return None
        head, says = head_word(found), _says(found)
        same = [one for one in self._known if one.head == head and says <= one.says]
        if not same:
            return None
        first = same[-1].source
        return Speaker(None, first, f"not named: “{self._scene.text[slice(*first)]}”")

    def institution(self, source: Range, found: list[Word]) -> Speaker | None:
        """A body that is called by what it is, where no name is that of such a body: "the coast guard"."""
        if not _is_institution(found):
            return None
        owner = any(word.low in ("’s", "'s") for word in found)  # "the prosecutor’s office" is no agency
        classes = frozenset() if owner else body_classes(head_word(found))
        says = _says([word for word in found if not word.is_capitalised])  # a name in it tells where it is
        for one in self._scene.named:
            label = {word.strip(".,").casefold() for word in one.label.split()}
            is_body = one.kind not in ("person", "country")
            if is_body and (classes & classes_of_name(one) or says & label):
                return None
        return Speaker(None, source, "not named: a body called by what it is")

    @staticmethod
    def nobody_named(source: Range, found: list[Word]) -> Speaker | None:
        """Somebody described: "Roe’s aide", "the lawyers", "its team"; ask only where nobody named is at all likely.

        In whole articles of news that we marked by hand, 18 of 19 such speakers are nobody whom the article names. Who
        leads or governs ("Oman’s premier"), and "his lawyer", are left open: other reports of an affair name them.
        """
        head = head_word(found)
        last = next((word for word in found if word.low == head), found[-1])
        is_people = kind_of(head) == "person" or head in listed("words", "collectives")
        is_team = head in ("team", "campaign", "camp") or (head == "office" and found[0].low in _OWNERS)
        is_one_of_theirs = found[0].low in _OWNERS and is_people and not head.endswith("s")  # "his lawyer"
        behind = [word.low for word in found if word.start > last.start][:2]
        is_of_any = behind in (["of", "a"], ["of", "an"])  # "the owner of a mill"
        if is_one_of_theirs or (classes({head}) & {"leader", "minister", "politician"} and not is_of_any):
            return None
        if not is_definite(found) or last.is_capitalised or not (is_people or is_team):
            return None
        return Speaker(None, source, "not named: described, and nobody named is likely")

    def is_told(self, found: list[Word], n: int) -> bool:
        """Whether a description tells a body of a class of which one of the named, by its name, is none."""
        classes = body_classes(head_word(found))
        theirs = classes_of_name(self._scene.named[n])
        return _is_institution(found) and bool(theirs) and not classes & theirs


def _is_institution(found: list[Word]) -> bool:
    """Whether some words are those for an institution that needs no name: "the transport ministry"."""
    head = head_word(found)
    if found[-1].low != head or any(word.is_mark for word in found):
        return False
    is_alone = head in listed("heads", "institutions", "alone")
    if found[0].low != "the":
        return is_alone and is_bare(found)
    is_told = any(not is_small(word) for word in found[1:-1]) and head in listed("heads", "institutions", "told")
    return is_told or is_alone


def are_several(found: list[Word]) -> bool:
    """Whether a source is of several: "officials", "two lawyers", "Ann Roe and Lars Lund", "police"."""
    head = head_word(found)
    is_named_so = is_plural(head) and not found[-1].is_mark
    return is_named_so or head in listed("words", "collectives") or any(word.low == "and" for word in found)


def _says(found: list[Word]) -> frozenset[str]:
    return frozenset(one for word in found if not word.is_mark and not is_small(word) for one in alike(word))
