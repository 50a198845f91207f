"""Who speaks: the source of each attribution linked to someone the report names, or left open with the reason.

Read in the order of the text. A name decides. For a pronoun or a description the rules make a choice, a network weighs
it with everything else, and only who is sure enough is the speaker; else the speaker is null and the likely ones are
kept. The order of preference follows the sieves of Muzny et al. (EACL 2017), the surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.find.alone import Alone
from onrecord.find.answers import Answers
from onrecord.find.antecedents import Antecedents
from onrecord.find.behind import Behind
from onrecord.find.below import Below
from onrecord.find.descriptions import Descriptions, is_bare, is_definite, is_name, is_nobody
from onrecord.find.doubts import Doubts
from onrecord.find.expression import Expression, form_of
from onrecord.find.genders import PRONOUNS
from onrecord.find.heads import is_plural, kind_of
from onrecord.find.name import Named
from onrecord.find.named_sources import NamedSources
from onrecord.find.phrases import Range, head_word
from onrecord.find.posts import HEADED, SIGNED
from onrecord.find.pronouns import Pronouns
from onrecord.find.quotations import MARK
from onrecord.find.scene import Scene, Speaker
from onrecord.find.stretch import Attribution
from onrecord.find.told import Told
from onrecord.find.unnamed import Unnamed
from onrecord.find.words import Word, words
from onrecord.find.writings import OPEN, Writings, is_document
from onrecord.wordlists import listed

_PRONOUNS = frozenset({*PRONOUNS, "they", "it", "we", "i", "who", "which", "you", "its", "their"})
_GOVERNING = listed("words", "prepositions") | {"as"}
_CLOSING = frozenset({"’s", "'s", "himself", "herself", "itself", "themselves"})
"""What ends a source and is no part of whoever speaks: "NAME’s claim", "NAME himself"."""
_WHO = re.compile(r", who (?:[\w’']+ ){0,2}")
"""What stands between a source and its verb where "who" is the subject."""
_NOT_WEIGHED = frozenset({"i", "we", "you", "who", "which"})
SURE: dict[str, float] = {
    "he": 0.7,
    "she": 0.8,
    "it": 0.85,
    "they": 0.7,
    "person": 0.8,
    "organisation": 0.8,
    "shared": 0.85,
    "": 0.85,
}
"""Least probability (0–1) with which somebody is taken for the one that an expression stands for: pronouns by their
form, descriptions by the kind that they mean, "" where that is not plain, "shared" where several have the very role.

About the least of 0.5, 0.55 and so on from which three in a hundred go to somebody else, or four or five where that
would leave too many open (persons and what is of any kind), on labels of PolNeAR's training part and of unlabelled
news from which the encoder learnt no links, read by what was fitted on the others: 20 of 665 "he", 6 of 175 "she" and
up to 4 of 55 "it", 9 of 214 descriptions of persons, 3 of 98 of bodies and up to 4 of 74 others; and somebody at all is
named for 2 of 90 persons and 2 of 35 bodies whom the report does not name. "Shared": 1 of 21.
"""
ALONE = 0.65
"""The same for a pronoun where the rules choose the one person whom the sentences there name, if it asks for more."""
_RIVAL = 0.3  # chance of somebody named from which a description is not taken for somebody unnamed
_KEPT, _LEAST = 3, 0.1  # candidates that are kept where nobody is sure enough, and the least probability of each


class Speakers:
    """Links sources to the named of one report, in the order of the text."""

    def __init__(
        self, text: str, named: list[Named], sentences: list[Range], antecedents: Antecedents | None = None
    ) -> None:
        """Args:
        text: the report's text.
        named: everyone it names.
        sentences: the ranges of its sentences.
        antecedents: weighs whom pronouns and descriptions stand for; None: the rules alone decide.
        """
        self._antecedents = antecedents
        self._scene = Scene(text, named, sentences)
        self._named = NamedSources(self._scene)
        self._pronouns = Pronouns(self._scene)
        self._descriptions = Descriptions(self._scene)
        self._told = Told(self._scene)
        self._below = Below(self._scene)
        self._writings = Writings(self._scene, self._descriptions, self._pronouns)
        self._unnamed = Unnamed(self._scene)
        self._behind = Behind(self._scene)
        self._alone = Alone(self._scene)
        self._was_direct = False
        self._spoke: tuple[int, Speaker] | None = None
        self._answers = Answers(self._scene)
        self._doubts = Doubts(self._scene)
        self._last: Attribution | None = None
        self._saying: tuple[Attribution, int] | None = None

    def of(self, attribution: Attribution, *, remember: bool = True) -> Speaker:
        """The speaker of the next attribution in the text, who is then the one who spoke last if `remember`."""
        found = self._of(attribution)
        if remember and attribution.source and not self._is_inside_last(attribution.source):
            self._last = attribution if found.named is not None else None
        if remember and (attribution.source or found.named is not None):
            self._spoke = attribution.source[0] if attribution.source else attribution.content[0][0], found
            self._was_direct = attribution.rule.startswith("quotation")
            self._doubts.spoke(attribution, found)
            self._answers.spoke(attribution, found.named)
        if found.named is not None and attribution.rule.startswith("quotation"):
            self._saying = attribution, found.named
        if found.named is not None and remember:
            position = attribution.source[0] if attribution.source else attribution.content[0][0]
            self.remember(position, found.named)
            self._writings.spoke(position, found.named)
            if attribution.source:
                self._writings.told(attribution.source, found.named)
            if self._antecedents and attribution.source:
                self._antecedents.spoken.add(attribution.source, found.named)
            self._unnamed.named()
        elif remember and attribution.source:
            self._writings.spoke(attribution.source[0], None)
            self._writings.told(attribution.source, None)
            cue = words(self._scene.text, *attribution.cue) if attribution.cue else []
            asks = any(word.low in listed("words", "asking") for word in cue)
            source = found.unnamed or attribution.source
            self._unnamed.spoke(source, at=attribution.source[1], asks=asks, is_open=found.unnamed is None)
            if self._antecedents:
                self._antecedents.spoken.add_unnamed(attribution.source)
        return found

    def _is_inside_last(self, source: Range) -> bool:
        """Whether somebody is told to speak within what the last one, who is named, says."""
        return self._last is not None and self._is_inside(source, self._last)

    def _is_inside(self, source: Range, said: Attribution) -> bool:
        return any(a <= source[0] and source[1] <= b for a, b in said.content)

    def _sayer(self, source: Range) -> int | None:
        """Whoever says the quotation in which "he" or "she" stands, and is not the one that it means."""
        if self._saying is None or self._scene.text[slice(*source)].lower() not in PRONOUNS:
            return None
        said, n = self._saying
        start = next((a for a, b in said.content if a <= source[0] < b), source[1])
        # A mark inside a quotation tells that one before or behind it was lost.
        is_inside = self._is_inside(source, said) and not MARK.search(self._scene.text, start, source[0])
        return n if is_inside else None

    def remember(self, position: int, n: int) -> None:
        """Tells that one of the named spoke at a position, and is the last so far."""
        self._scene.last = position, n

    def _of(self, attribution: Attribution) -> Speaker:
        source, by_rules = self.asked(attribution)
        found = by_rules if source is None else self._weighed(attribution, source, by_rules)
        if attribution.rule in (SIGNED, HEADED) and found.named is None and found.unnamed is None:
            return Speaker(None, attribution.source, "the post is signed so")
        if source is None or found.named is not None:
            return found
        told = words(self._scene.text, *source)
        if any(chance >= _RIVAL and not self._unnamed.is_told(told, n) for n, chance in found.candidates):
            return found
        again = self._unnamed.described_by(told) or self._unnamed.institution(source, told)
        return again or (None if found.candidates else self._unnamed.nobody_named(source, told)) or found

    def asked(self, attribution: Attribution) -> tuple[Range | None, Speaker]:
        """The words of a source that are weighed, None where the rules alone decide; and whom the rules choose."""
        if attribution.source is None:
            return None, self._without_source(attribution)
        found = words(self._scene.text, *attribution.source)
        low = found[0].low
        if low in ("he", "she") and len(found) > 1 and found[1].low in listed("words", "prepositions"):
            found = found[:1]  # "she at one point"
        if len(found) == 1 and low in _PRONOUNS and found[0].text != "WHO":
            return self._of_pronoun(attribution, found[0], attribution.source[0])
        return self._of_phrase(attribution, found, attribution.source)

    def _of_pronoun(self, attribution: Attribution, word: Word, start: int) -> tuple[Range | None, Speaker]:
        """The same of a source that is a pronoun; `start` is where the source begins."""
        low = word.low
        cue = self._scene.text[slice(*attribution.cue)] if attribution.cue else ""
        answer = self._pronouns.answering(low, start, cue) if cue else None
        answer = answer or self._answers.of(attribution, low, start)
        if answer is None and self._last is not None:
            answer = self._pronouns.going_on(low, start, cue)
        if answer is None and low == "it":
            answer = self._writings.going_on(start)
        if answer is not None:
            return None, answer
        unnamed = self._unnamed.meant_by(low, start)
        if unnamed is not None:
            return None, unnamed
        behind = self._behind.of_pronoun(low, start)
        if behind is not None:
            return None, behind
        by_rules = self._pronouns.of(low, start)
        if low == "who" and by_rules.named is None:
            return None, self._told_before(attribution) or by_rules
        is_ruled = low in _NOT_WEIGHED or (low == "they" and by_rules.named is not None)
        return None if is_ruled else (word.start, word.end), by_rules

    def _of_phrase(self, attribution: Attribution, whole: list[Word], span: Range) -> tuple[Range | None, Speaker]:
        """The same of any other source, the words at `span`."""
        found = _core(whole)
        if is_nobody(found):
            return None, Speaker(None, None, "a time, a number or a clause says nothing")
        author = self._writings.author(span, whole, head_word(found))
        if author is not None:
            return None, author
        source = found[0].start, found[-1].end
        by_name = self._named.of(source, found)
        by_name = self._before_who(attribution, found, by_name) or by_name
        if by_name is not None:
            return None, by_name
        written = self._writings.of(source, found)
        if written is not None and (below := self._below.of(source, found)):
            return None, below
        if written is not None:
            is_open = is_document(found) and (written[1] == OPEN or written[1].unnamed is not None)
            again = self._unnamed.described_by(found) if is_open else None
            return written[0], again or written[1]
        told = self._told.of(found) or self._descriptions.by_owner(found)
        if told is None and (found[0].low in ("a", "an", "one") or is_bare(found)):
            told = self._told.ahead(source, found) or self._below.of(source, found)
        if told is not None:
            return None, told
        described = self._descriptions.of(source, found)
        is_weighed = is_definite(found) or (is_bare(found) and not is_name(found))
        return source if is_weighed and described.unnamed is None else None, described

    def _before_who(self, attribution: Attribution, found: list[Word], by_name: Speaker | None) -> Speaker | None:
        """The person whom "who" and the verb behind a source mean, of whom that tells more: "NAME, a loyalist who
        said", "NAME of Ostrell, who said", "the term of NAME, who said"; not "those close to NAME, who said"."""
        start, end = found[0].start, found[-1].end
        if self._scene.text.startswith(" who ", end):
            return None if by_name else self._named.apposed((start, end))
        n = by_name.named if by_name else None
        is_apart = by_name is None or (n is not None and self._scene.named[n].kind != "person")
        is_clause = attribution.cue and _WHO.fullmatch(self._scene.text, end, max(end, attribution.cue[0]))
        head = head_word(found)
        are_people = found[0].low in listed("words", "indefinite") or is_plural(head) or kind_of(head) == "person"
        if not is_apart or not is_clause or are_people:
            return None
        before = self._pronouns.of("who", end + 2)
        return before if before.named is not None else None

    def _told_before(self, attribution: Attribution) -> Speaker | None:
        """Whoever is described before "who": "lawyers who said", "the mayor, who said"."""
        phrase = self._pronouns.phrase_before(attribution.source[0]) if attribution.source else None
        apposed = self._named.apposed(phrase) if phrase else None
        if apposed is not None:
            return apposed
        found = self._of(replace(attribution, source=phrase)) if phrase else None
        is_place = found and found.named is not None and self._scene.named[found.named].kind in ("country", "place")
        return found if found and not is_place and (found.unnamed or found.named is not None) else None

    def _weighed(self, attribution: Attribution, source: Range, by_rules: Speaker) -> Speaker:
        """The one that the network is sure enough of, the choice of the rules being one of its reasons."""
        sayer = self._sayer(source)
        if sayer is not None and by_rules.named == sayer:
            by_rules = Speaker(None, None, "whoever says this calls somebody else so")
        if self._antecedents is None:
            return by_rules
        words_ = self._scene.text[slice(*source)]
        ranked = self._antecedents.rank(Expression(source, attribution.content), by_rules.named)
        ranked = [one for one in ranked if one[0] != sayer and not self._doubts.excludes(attribution, source, one[0])]
        if not ranked:
            is_excluded = by_rules.named is not None and self._doubts.excludes(attribution, source, by_rules.named)
            return Speaker(None, None, f"“{words_}” may be nobody named here") if is_excluded else by_rules
        best, chance = ranked[0]
        least = SURE[self.manner(source, is_ruled=best == by_rules.named)]
        is_alone = self._named_alone(source[0], words_.lower()) == best or self._is_again(source, best)
        if best == by_rules.named and is_alone:
            least = min(least, ALONE)
        is_held_back = self._doubts.hold(source, best)
        if chance >= least and not is_held_back:
            how = by_rules.why if by_rules.named == best else f"“{words_}” is {self._scene.label(best)}"
            return Speaker(best, None, f"{how}; {chance:.2f} sure")
        likely = tuple((n, round(share, 2)) for n, share in ranked[:_KEPT] if share >= _LEAST)
        if not likely:
            return Speaker(
                None, None, by_rules.why if by_rules.named is None else f"“{words_}” may be nobody named here"
            )
        if is_held_back:
            return Speaker(None, None, f"nothing says that “{words_}” is {self._scene.label(best)}", likely)
        return Speaker(None, None, f"whom “{words_}” stands for is not sure enough", likely)

    def _named_alone(self, position: int, low: str) -> int | None:
        """The one person, a subject, whom the sentence names in front of "he" or "she", or, where it names nobody
        there, the sentence before it; what stands in quotation marks aside."""
        if low not in PRONOUNS:
            return None
        k = bisect_right(self._scene.starts, position) - 1
        for start in reversed(self._scene.starts[max(k - 1, 0) : k + 1]):
            people = [
                (name, n)
                for _, _, name, n in self._scene.standing(start, position)
                if name.kind == "person" and not name.quoted
            ]
            if people:
                is_subject = any(name.initial for name, _ in people)
                return people[0][1] if is_subject and len({n for _, n in people}) == 1 else None
        return None

    def _is_again(self, source: Range, n: int) -> bool:
        """Whether one who spoke last in the paragraph by the same "he" or "she" may go on: nobody else whom it fits is
        named since."""
        last, text = self._last, self._scene.text
        low = text[slice(*source)].lower()
        if last is None or last.source is None or low not in PRONOUNS or self._scene.last is None:
            return False
        is_same = self._scene.last[1] == n and text[slice(*last.source)].lower() == low
        if not is_same or not last.source[1] <= source[0] or "\n" in text[last.source[1] : source[0]]:
            return False
        since = self._scene.standing(last.source[1], source[0])
        return all(one == n or not self._scene.fits(one, PRONOUNS[low]) for *_, one in since)

    def manner(self, source: Range, *, is_ruled: bool) -> str:
        """The key in `SURE` of the words of a source, given whether the rules choose the one that is asked about."""
        found = words(self._scene.text, *source)
        form = form_of(self._scene.text[slice(*source)].lower())
        if form != "description":
            return form
        if not is_ruled and self._descriptions.is_shared(found, source[0]):
            return "shared"
        kind = kind_of(head_word(found)) or ""
        return kind if kind in SURE else ""

    def _without_source(self, attribution: Attribution) -> Speaker:
        if attribution.rule == "quotation alone" and self._alone.is_heading(attribution.content[0]):
            return Speaker(None, None, "a heading: nobody is named beside it")
        found = self._of_quotation(attribution) if attribution.cue is None else None
        if found is not None:
            return found
        if attribution.rule == "quotation alone":
            return Speaker(None, None, "nobody is named beside the quotation")
        if attribution.rule == "quotation unread":
            return Speaker(None, None, "the words beside the quotation do not say plainly whose it is")
        return Speaker(None, None, "the report does not say who says so")

    def _of_quotation(self, attribution: Attribution) -> Speaker | None:
        """Whose a quotation without a reporting word is by what stands around it."""
        first, last = attribution.content[0], attribution.content[-1]
        is_alone = attribution.rule == "quotation alone"
        on = None
        if is_alone and self._spoke is not None:
            on = self._alone.going_on(first, *self._spoke, was_direct=self._was_direct)
        return (
            self._alone.signed(last)
            or on
            or self._behind.of_quotation(last)
            or self._alone.introduced(first, is_beside=not is_alone)
            or self._alone.named_behind(first)
            or self._alone.stated(first)
        )


def _core(found: list[Word]) -> list[Word]:
    """A source without the clauses that only tell more of it, in which others may be named.

    "The report, which X commissioned", "doctors treating X", "an email that X sent to Y", "a paper handed to X",
    "papers leaked to X", "X after the vote".
    """
    if len(found) > 1 and found[-1].low in _CLOSING:
        found = found[:-1]
    for k in range(1, len(found)):
        low, before = found[k].low, found[k - 1]
        clause = (
            found[k].is_relative
            or low == "where"
            or (low in listed("words", "before_times") and not found[k].is_capitalised)
            or (k > 1 and before.text == "," and low.endswith(("ed", "en")) and not found[k].is_capitalised)
        )
        is_plural = before.low.endswith("s") and not before.is_mark and before.text not in ("’s", "'s", "US")
        is_plural = is_plural and before.low not in listed("words", "determiners")  # "his housing adviser"
        doing = low.endswith("ing") and not found[k].is_capitalised and is_plural
        after = found[k + 1].low if k + 1 < len(found) else ""
        done = (k > 1 or is_plural) and low.endswith("ed") and not found[k].is_capitalised and after in _GOVERNING
        if clause or doing or done:
            return found[: k - 1 if before.text in (",", "(") and k > 1 else k]
    return found
