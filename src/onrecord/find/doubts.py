"""What speaks against the likeliest one for whom a pronoun or a description stands, though the network is sure."""

from __future__ import annotations

from onrecord.find.descriptions import is_other, is_people
from onrecord.find.genders import PRONOUNS
from onrecord.find.heads import body_classes, classes_of_name, is_plural, kind_of, offices
from onrecord.find.phrases import Range, head_word
from onrecord.find.places import are_apart
from onrecord.find.scene import Scene, Speaker
from onrecord.find.stretch import Attribution
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_TELLING = frozenset({"union", "court", "party", "ministry", "school", "parliament"})
"""Classes of bodies whose names tell them, letters alone aside."""
_LIKELY = 0.5  # chance of whom a description may stand for from which a pronoun behind it may stand for them too


class Doubts:
    """The doubts about sources of one report, whose speakers are asked about in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._unknown: tuple[Attribution, Range, Speaker] | None = None

    def spoke(self, attribution: Attribution, found: Speaker) -> None:
        """Tells who spoke last, or that nobody knows who did."""
        source = attribution.source
        self._unknown = (attribution, source, found) if source and found.named is None else None

    def excludes(self, attribution: Attribution, source: Range, n: int) -> bool:
        """Whether the words of a source cannot stand for one of the named."""
        found = words(self._scene.text, *source)
        is_other = self._is_in_other_office(found, n) or self._is_of_other_country(found, n)
        return is_other or self._is_told_of(attribution, source, n)

    def hold(self, source: Range, n: int) -> bool:
        """Whether nothing tells that the words of a source stand for one of the named, whatever the network says."""
        return self._is_untold(words(self._scene.text, *source), n) or self._is_unknown(source, n)

    def _is_unknown(self, source: Range, n: int) -> bool:
        """Whether "he" or "she" goes on from somebody described right before, who is not known to be this one."""
        if self._unknown is None or self._scene.text[slice(*source)].lower() not in PRONOUNS:
            return False
        told, before, found = self._unknown
        head = head_word(words(self._scene.text, *before))
        since = max([before[1], *(end for _, end in told.content if end <= source[0])])
        lines = self._scene.text[before[1] : source[0]].split("\n")
        breaks = sum(bool(line.strip()) for line in lines[1:]) or len(lines) > 1
        is_of_his = words(self._scene.text, *before)[0].low in ("his", "her")  # "his deputy", and "she" right below
        is_near = before[1] <= source[0] and breaks <= is_of_his
        is_apart = all(one != n for *_, one in self._scene.standing(since, source[0]))
        is_likely = any(one == n and chance >= _LIKELY for one, chance in found.candidates[:1])
        return is_near and is_apart and not is_likely and kind_of(head) == "person" and not is_plural(head)

    def _is_untold(self, found: list[Word], n: int) -> bool:
        """Whether a body of a class that its name nearly always tells has a name that does not: "the union"; or the
        description is of a body beside the one that the report is about: "the parent company"."""
        one = self._scene.named[n]
        if is_other(found) or (is_people(found) and one.kind == "person"):
            return True
        classes = body_classes(head_word(found)) & _TELLING
        is_told = bool(classes & classes_of_name(one)) or one.label.isupper()
        return bool(classes) and one.kind == "organisation" and not is_told

    def _is_told_of(self, attribution: Attribution, source: Range, n: int) -> bool:
        """Whether a person is named in what is said, or as the one to whom it is said: "the mayor called NAME a
        fool". Nobody calls himself by his name."""
        if attribution.cue is None or not self._is_person(n) or attribution.cue[0] < source[1]:
            return False
        end = max(attribution.cue[1], attribution.content[0][1])
        return any(one == n for *_, one in self._scene.standing(attribution.cue[0], end))

    def _is_in_other_office(self, found: list[Word], n: int) -> bool:
        """Whether a description names an office, and the report gives a person another one and not that: "the mayor"
        is no "Governor NAME"."""
        told = offices({head_word(found)})
        if not told or not self._is_person(n) or any(word.low in listed("words", "past") for word in found):
            return False
        held = offices(self._scene.named[n].role_words)
        return bool(held) and told.isdisjoint(held)

    def _is_of_other_country(self, found: list[Word], n: int) -> bool:
        """Whether a description and a body's name tell two countries: "the ministry in Rome", "French Ministry"."""
        told = (word.text for word in found)
        return not self._is_person(n) and are_apart(told, self._scene.label(n).split())

    def _is_person(self, n: int) -> bool:
        return self._scene.named[n].kind == "person"
