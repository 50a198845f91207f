"""Indirect and mixed speech: what a reporting word in running text says, and who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.find.cues import Cue, nouns, passives, verb_at
from onrecord.find.phrases import (
    Range,
    is_adverb,
    is_auxiliary,
    is_pronoun,
    is_time,
    main_subject,
    phrase_ending,
    phrase_from,
    subject_before,
)
from onrecord.find.words import Word, listed
from onrecord.model import Act, Mode

_LEAST = 2  # words of content below which an attribution says nothing that can be put on the record


@dataclass(frozen=True)
class Attribution:
    """An attribution as character ranges: what is said, by whom, with which word; and the rule that found it."""

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    act: Act
    mode: Mode
    rule: str


@dataclass(frozen=True)
class Stretch:
    """Words of one sentence that all stand in the same quotation, or in none; `end` is the sentence's end or the mark."""

    words: list[Word]
    is_quoted: bool
    before: Range | None = None
    """The source of the attribution that ends before this stretch: who goes on speaking."""


def clause_attributions(stretch: Stretch, taken: dict[int, Range | None]) -> list[Attribution]:
    """The attributions of a stretch.

    Args:
        stretch: the words.
        taken: offsets of reporting words that already introduce a direct quotation, with their source.
    """
    return list(_Scan(stretch, taken).attributions())


class _Scan:
    """One pass over a stretch from left to right; it remembers the last subject for what is joined to it."""

    def __init__(self, stretch: Stretch, taken: dict[int, Range | None]) -> None:
        self.words = stretch.words
        self.quoted = stretch.is_quoted
        self.taken = taken
        self.subject: Range | None = stretch.before
        self.end = self._end()
        self.cue_ends: list[int] = []

    def _end(self) -> int:
        end = len(self.words)
        while end and self.words[end - 1].text in ".!?…,;:":
            end -= 1
        return end

    def attributions(self) -> Iterator[Attribution]:
        i = 0
        while i < len(self.words):
            word = self.words[i]
            if word.start in self.taken:
                self.subject = self.taken[word.start] or self.subject
                i += 1
                continue
            found, length = self._at(i)
            if found is not None:
                yield found
            i += max(length, 1)

    def _at(self, i: int) -> tuple[Attribution | None, int]:
        word = self.words[i]
        low = word.low
        if low == "according" and self._low(i + 1) == "to":
            return self._according(i), 2
        passive = self._passive(i)
        if passive is not None:
            return passive, 1
        if low in listed("cues", "outright", "words"):
            return self._outright(i), 1
        cue = verb_at(self.words, i)
        if cue is not None and self._is_verb(i, cue):
            return self._verb(i, cue), cue.length
        if low in nouns():
            return self._noun(i), 1
        return None, 1

    # -- verbs ---------------------------------------------------------------------------------------------

    def _is_verb(self, i: int, cue: Cue) -> bool:
        """Whether the word is used as a verb: "claims" after "the" is a noun."""
        if i == 0:
            return cue.form != "base"
        before = self.words[i - 1]
        if before.low in listed("words", "determiners") - {"all", "both", "some", "many", "others", "this", "that", "few", "several"}:
            return False
        if before.text in ("’s", "'s") or before.low in ("of", "for", "by", "with", "in", "on", "from"):
            return cue.form == "participle"
        if cue.form == "past":
            return not self._is_reduced(i)
        return True

    def _is_reduced(self, i: int) -> bool:
        """Whether a past form is passive: a form of "be" before it, or "by" behind it."""
        j = i - 1
        while j >= 0 and is_adverb(self.words[j]):
            j -= 1
        return j >= 0 and self.words[j].low in listed("words", "be")

    def _verb(self, i: int, cue: Cue) -> Attribution | None:
        if cue.form == "base" and not self._is_finite_base(i):
            return self._infinitive(i, cue)
        subject = self._participle_subject(i) if cue.form == "participle" else self._subject(i)
        if subject is None and not (cue.form == "participle"):
            return self._inverted(i, cue)
        if subject is None and self.quoted or subject is not None and self._is_first_person(subject):
            return None
        if self._is_hypothetical(i, cue):
            return None
        if subject is not None:
            self.subject = subject
        right = self._complement(i, cue)
        if right is not None:
            start, frame, cue_stop = right
            stop = self._object_stop(start) if frame in ("object", "as", "called", "for", "about", "against") else self._stop(start)
            return self._made(start, stop, subject, (i, cue_stop), cue.act_in(frame), cue.mode, f"{cue.form} {frame}")
        return self._left_content(i, cue, subject)

    def _is_finite_base(self, i: int) -> bool:
        """Whether a base form is finite: "critics say", "they argue", but not "to say" or "will say"."""
        j = i - 1
        while j >= 0 and is_adverb(self.words[j]):
            j -= 1
        if j < 0:
            return False
        before = self.words[j]
        if is_auxiliary(before):
            return before.low in ("do", "did", "have", "had") and False
        if before.low in ("they", "we", "i", "you", "who"):
            return True
        subject = subject_before(self.words, i) if before.low != "to" else None
        head = self.words[slice(*subject)] if subject else []
        stop = next((k for k, word in enumerate(head) if k and word.low in ("of", "for", "in", "from", "at", "with", "(")), len(head))
        return bool(head) and (head[stop - 1].low.endswith("s") or head[stop - 1].low in ("police", "people") or any(w.low == "and" for w in head))

    def _infinitive(self, i: int, cue: Cue) -> Attribution | None:
        """ "... used an interview to once again deny that": only with a clause, and a verb that is an act of its own."""
        j = i - 1
        while j >= 0 and is_adverb(self.words[j]):
            j -= 1
        if j < 1 or self._low(j) != "to" or cue.mode == "held" or self.quoted:
            return None
        if self._low(j - 1) in ("refused", "declined", "wants", "want", "failed", "unable", "likely", "expected", "asked", "able", "unwilling"):
            return None
        that = self._after_adjuncts(i + cue.length)
        if self._low(that) != "that":
            return None
        subject = self.subject or self._chars(main_subject(self.words, j))
        if subject is None:
            return None
        self.subject = subject
        return self._made(that + 1, self._stop(that + 1), subject, (i, i + cue.length), cue.act, cue.mode, "infinitive clause")

    def _subject(self, i: int) -> Range | None:
        """The subject of a finite verb; of one joined by "and" or "but", the subject before it."""
        j = i - 1
        while j >= 0 and (is_adverb(self.words[j]) or is_auxiliary(self.words[j])):
            j -= 1
        if j >= 0 and self._low(j) in ("and", "but", "or"):
            return self.subject or self._chars(main_subject(self.words, j))
        return self._chars(subject_before(self.words, i))

    def _participle_subject(self, i: int) -> Range | None:
        """ "..., claiming that": the subject of what goes before; "a letter warning that": the phrase before."""
        j = i - 1
        while j >= 0 and is_adverb(self.words[j]):
            j -= 1
        if j >= 0 and is_auxiliary(self.words[j]):
            return self._chars(subject_before(self.words, i))
        joined = j < 0 or self.words[j].is_mark or self._low(j) in ("and", "but", "by", "while", "after", "before", "without", "in", "of")
        if joined:
            return self.subject or self._chars(main_subject(self.words, max(j, 0)))
        phrase = phrase_ending(self.words, j + 1)
        if phrase is not None and any(w.low in listed("words", "venues") for w in self.words[slice(*phrase)]):
            return self.subject or self._chars(phrase)
        return self.subject or self._chars(main_subject(self.words, max(j, 0)) or phrase)

    def _is_hypothetical(self, i: int, cue: Cue) -> bool:
        """ "could argue", "would say", "did not say": no statement was made."""
        for j in range(i - 1, max(i - 5, -1), -1):
            low = self._low(j).replace("’", "'")
            if low in ("if", "unless", "whether", "what"):
                return True
            if low in ("could", "would", "might", "may", "can", "should", "must", "if", "will", "shall", "didn't", "doesn't", "never", "not", "cannot"):
                return cue.form == "base" or low in ("never", "not")
            if not (is_adverb(self.words[j]) or is_auxiliary(self.words[j])):
                return self._opens_condition(j)
        return False

    def _opens_condition(self, j: int) -> bool:
        """Whether the subject that ends at word `j` stands behind "if", "unless", "whether" or "what"."""
        subject = phrase_ending(self.words, j + 1)
        return subject is not None and self._low(subject[0] - 1) in ("if", "unless", "whether", "what")

    # -- what follows the verb -----------------------------------------------------------------------------

    def _complement(self, i: int, cue: Cue) -> tuple[int, str, int] | None:
        """Where the content begins behind the verb, the frame it fills, and where the cue ends."""
        j = i + cue.length
        if j >= self.end:
            return None
        for frame, start, stop in self._frames(j, cue):
            if start < self.end and self.end - start >= 1:
                return start, frame, stop
        return None

    def _frames(self, j: int, cue: Cue) -> Iterator[tuple[str, int, int]]:
        low = self._low(j)
        preposition = {"for": "for", "against": "against", "of": "of_it", "about": "about"}.get(low)
        if preposition in cue.frames:
            yield preposition or "", j + 1, j + 1
            return
        if "infinitive" in cue.frames and low == "to" and not self._keeps_silent(j, cue):
            yield "infinitive", j, j
            return
        if "of" in cue.frames:
            at = self._before(j, {"of", "with", "for"})
            if at is not None:
                yield "of", at + 1, j
                return
        if {"clause", "tell"} & cue.frames:
            that = self._after_adjuncts(j, addressee="tell" in cue.frames or cue.lemma in ("promise", "warn"))
            if self._low(that) == "that" and not self._is_demonstrative(that):
                yield "clause", that + 1, j
                return
        if "as" in cue.frames and (low == "as" or self._before(j, {"as"}) is not None):
            yield "as", (j + 1 if low == "as" else j), (j + 1 if low == "as" else j)
            return
        if "called" in cue.frames and low not in ("for", "on", "off", "out", "up", "upon", "in", "into", "a", "an", "by", "to", "him", "me"):
            yield "called", j, j
            return
        if "person" in cue.frames and self._before(j, {"to"}, reach=9) is not None:
            yield "person", j, j
            return
        if "clause" in cue.frames and "object" not in cue.frames and self._begins_clause(self._after_adjuncts(j)):
            yield "clause", self._after_adjuncts(j), j
            return
        if "tell" in cue.frames and (start := self._after_addressee(j)) is not None:
            yield "clause", start, j
            return
        in_passing = cue.form in ("third", "base") and cue.act_in("object") in ("support", "assert")  # "who backs X": a habit
        if "object" in cue.frames and self._begins_object(j) and not in_passing:
            is_clause = "clause" in cue.frames and self._has_verb(j)
            yield ("clause" if is_clause else "object"), j, j

    def _keeps_silent(self, j: int, cue: Cue) -> bool:
        """ "declined to comment", "refused to say": nothing was said."""
        return cue.lemma in ("decline", "refuse") and self._low(j + 1) in (
            "say", "comment", "answer", "respond", "speak", "discuss", "elaborate", "give", "provide", "be", "disclose", "name", "reveal", "talk",
        )

    def _is_demonstrative(self, i: int) -> bool:
        return self._low(i + 1) in ("", ".", ",") or i + 1 >= self.end

    def _before(self, j: int, targets: set[str], reach: int = 14) -> int | None:
        """The first of `targets` behind the object that begins at word `j`."""
        for k in range(j + 1, min(j + reach, self.end)):
            low = self._low(k)
            if low in targets and not (low == "of" and self._low(k - 1) in ("number", "head", "part", "minister", "secretary", "university")):
                return k
            if self.words[k].text in ",;:–—" or low in ("that", "who", "which", "said"):
                return None
        return None

    def _after_adjuncts(self, j: int, addressee: bool = False) -> int:
        """The first word behind adverbs, times and places that stand between a verb and its clause."""
        start = j
        if addressee:
            that = next((k for k in range(j, min(j + 16, self.end)) if self._low(k) == "that"), None)
            return j if that is None else that
        while j < self.end:
            if is_adverb(self.words[j]) and self._low(j) not in ("there", "first", "both", "here", "once"):
                j += 1
            elif self._low(j) == "on" and j + 1 < self.end and is_time(self.words[j + 1]):
                j += 2
            elif is_time(self.words[j]):
                j += 1
            elif self._low(j) in ("last", "this", "earlier", "late", "early") and j + 1 < self.end and is_time(self.words[j + 1]):
                j += 2
            else:
                break
        if self._low(j) in ("in", "at", "during", "to", "via", "through", "after", "before", "from", "by", "of", "about"):
            that = next((k for k in range(j, min(j + 16, self.end)) if self._low(k) == "that"), None)
            comma = next((k for k in range(j, self.end) if self.words[k].text in ",;"), self.end)
            if that is not None and that < comma:
                return that
        if self._low(j) == "," and self._low(j + 1) != "that" and j > start:
            return j
        return j

    def _begins_clause(self, j: int) -> bool:
        """Whether a clause can begin at word `j`: not a mark, a preposition or the end."""
        if j >= self.end or self.end - j < 3:
            return False
        word = self.words[j]
        if word.is_mark:
            return word.text in "\"“‘'"
        low = word.low
        if low in ("to", "of", "as", "by", "with", "about", "on", "at", "for", "from", "against", "and", "but", "or", "so", "than", "over"):
            return False
        if low in ("in", "during", "after", "before"):
            return any(w.text == "," for w in self.words[j : j + 12])
        return self._has_verb(j) or low in ("it", "there", "he", "she", "they", "we", "i")

    def _has_verb(self, j: int) -> bool:
        """Whether the words from `j` on hold a finite verb, as far as closed classes and endings tell."""
        for k in range(j + 1, self.end):
            word = self.words[k]
            if is_auxiliary(word) or (word.low.endswith("ed") and not word.is_capitalised):
                return True
            is_third = word.low.endswith("s") and not word.low.endswith("ss") and not word.is_capitalised
            plural = self.words[k - 1].low in listed("words", "determiners") or self.words[k - 1].low in listed("words", "prepositions")
            if is_third and not plural and len(word.low) > 3 and k + 1 < self.end:
                return True
        return False

    def _begins_object(self, j: int) -> bool:
        """Whether a noun phrase can begin at word `j`."""
        low = self._low(j)
        is_object = low in listed("words", "determiners") or self.words[j].is_capitalised or low in ("him", "her", "them", "us", "it")
        return is_object or (not self.words[j].is_mark and low.isalpha() and not is_adverb(self.words[j])
                             and low not in listed("words", "prepositions") and low not in listed("words", "conjunctions")
                             and low not in listed("words", "subordinators"))

    def _after_addressee(self, j: int) -> int | None:
        """Where the clause begins behind the one spoken to: "told reporters the plan was off"."""
        if self.words[j].low in ("him", "her", "them", "me", "us", "it"):
            return j + 1 if self._begins_clause(j + 1) else None
        phrase = phrase_from(self.words, j, self.end)
        if phrase is None:
            return None
        for k in range(j + 1, min(phrase[1] + 1, self.end)):
            starts = is_pronoun(self.words[k]) or self._low(k) in ("the", "a", "there", "his", "its", "their")
            if starts and self._begins_clause(k):
                return k
        return None

    # -- content to the left -------------------------------------------------------------------------------

    def _left_content(self, i: int, cue: Cue, subject: Range | None) -> Attribution | None:
        """ "CONTENT, he said." and "CONTENT, he said, CONTENT": the words before the comma, or on both sides."""
        if "clause" not in cue.frames or subject is None or cue.form == "participle" or self.quoted:
            return None
        comma = next((k for k, word in enumerate(self.words) if word.start == subject[0]), 0) - 1
        if comma < 2 or self.words[comma].text not in ",–—":
            return None
        start = self._left_start(comma)
        if comma - start < 3 or not self._has_verb(start):
            return None
        after = self._after_adjuncts(i + cue.length)
        parts = [(start, comma)]
        if after < self.end and self.words[after].text == "," and self.end - after > 2 and self._low(after + 1) not in ("adding", "saying"):
            parts.append((after + 1, self._stop(after + 1)))
        return self._made_of(parts, subject, (i, i + cue.length), cue.act, cue.mode, "clause before")

    def _left_start(self, comma: int) -> int:
        start = self.cue_ends[-1] if self.cue_ends else 0
        while start < comma and (self.words[start].is_mark or self.words[start].low in ("but", "and")):
            start += 1
        return start

    def _inverted(self, i: int, cue: Cue) -> Attribution | None:
        """ "CONTENT, says the ministry." """
        if cue.form not in ("past", "third") or "clause" not in cue.frames or i < 4 or self.words[i - 1].text != ",":
            return None
        subject = phrase_from(self.words, i + cue.length, self.end)
        if subject is None:
            return None
        self.subject = self._chars(subject)
        start = self._left_start(i - 1)
        if i - 1 - start < 3 or not self._has_verb(start):
            return None
        return self._made_of([(start, i - 1)], self.subject, (i, i + cue.length), cue.act, cue.mode, "inverted")

    def _according(self, i: int) -> Attribution | None:
        subject = phrase_from(self.words, i + 2, self.end)
        if subject is None or self.quoted:
            return None
        self.subject = source = self._chars(subject)
        stop = subject[1]
        if i > 3 and self.words[i - 1].text == ",":
            parts = [(self._left_start(i - 1), i - 1)]
            if stop < self.end and self.words[stop].text == "," and self.end - stop > 3:
                parts.append((stop + 1, self._stop(stop + 1)))
            return self._made_of(parts, source, (i, i + 2), "assert", "said", "according")
        if i <= 1 and stop < self.end and self.words[stop].text == ",":
            return self._made(stop + 1, self._stop(stop + 1), source, (i, i + 2), "assert", "said", "according")
        if i > 3:
            return self._made_of([(self._left_start(i), i)], source, (i, i + 2), "assert", "said", "according")
        return None

    # -- without an active verb ----------------------------------------------------------------------------

    def _passive(self, i: int) -> Attribution | None:
        """ "is alleged to have …", "was accused of …": an accusation whose speaker is not named, or is named by "by"."""
        low = self._low(i)
        joins = {"to": passives("to"), "of": passives("of"), "with": passives("of")}
        if not any(low in table for table in joins.values()) or i == 0 or not self._is_reduced(i):
            return None
        j, by = i + 1, None
        if self._low(j) == "by":
            by = phrase_from(self.words, j + 1, self.end)
            j = by[1] if by else j
        preposition = self._low(j)
        act = joins.get(preposition, {}).get(low)
        if act is None:
            return None
        start = j if preposition == "to" else j + 1
        first = i - 1
        while first > 0 and is_adverb(self.words[first]):
            first -= 1
        if first > 0 and self._low(first) == "been":
            first -= 1
        cue = (first, i + 1) if preposition == "to" or by else (first, j + 1)
        return self._made(start, self._stop(start, whole=False), self._chars(by), cue, act, "said", "passive")

    def _outright(self, i: int) -> Attribution | None:
        """ "alleged breaches by two firms": the claim is the noun phrase."""
        if i + 1 >= self.end or is_auxiliary(self.words[i - 1] if i else self.words[i]) or self._low(i + 1) in ("that", "to", "by"):
            return None
        phrase = phrase_from(self.words, i + 1, self.end)
        if phrase is None:
            return None
        stop = self._noun_stop(phrase[1])
        if i and self.words[i - 1].low not in listed("words", "determiners") | listed("words", "prepositions") | {"’s", "'s", "and"}:
            return None
        return self._made(i + 1, stop, None, (i, i + 1), "allege", "said", "alleged")

    def _noun_stop(self, j: int) -> int:
        """Where the noun phrase with its prepositions ends: at a mark, a verb or a conjunction."""
        while j < self.end and not self.words[j].is_mark:
            word = self.words[j]
            if is_auxiliary(word) or word.low in ("that", "which", "who", "and", "but", "as", "after", "when", "while", "because") or is_time(word):
                break
            j += 1
        return j

    def _noun(self, i: int) -> Attribution | None:
        """ "a warning from X that …", "allegations of …", "X's demand of …"."""
        act = nouns()[self._low(i)]
        owner = self._owner(i)
        if (self.quoted and owner is None) or (i and self._low(i - 1) in ("any", "no", "every", "such")):
            return None
        j = i + 1
        if self._low(j) in ("from", "by") and j + 1 < self.end:
            phrase = phrase_from(self.words, j + 1, self.end)
            if phrase is None:
                return None
            owner, j = phrase, phrase[1]
        if self._low(j) == "that" and self._has_verb(j + 1):
            return self._made(j + 1, self._stop(j + 1, whole=False), self._chars(owner), (i, i + 1), act, "said", "noun that")
        if self._low(j) == "of" and self._low(i) in listed("cues", "nouns_of", "words"):
            phrase = phrase_from(self.words, j + 1, self.end)
            if phrase is None or self._low(j + 1) in ("a", "the") and self._low(i) == "threat":
                return None
            return self._made(j + 1, self._noun_stop(phrase[1]), self._chars(owner), (i, j + 1), act, "said", "noun of")
        return None

    def _owner(self, i: int) -> Range | None:
        """Whose: "Beijing's demand", "their claim"."""
        j = i - 1
        while j >= 0 and not self.words[j].is_mark and self.words[j].text not in ("’s", "'s") and i - j < 4:
            if self._low(j) in ("his", "her", "their", "its"):
                return j, j + 1
            j -= 1
        if j > 0 and self.words[j].text in ("’s", "'s") and i - j < 4:
            return phrase_ending(self.words, j)
        return None

    # -- limits --------------------------------------------------------------------------------------------

    def _stop(self, start: int, whole: bool = True) -> int:
        """Where content that begins at word `start` ends: at the sentence's end, or where the writer takes over again."""
        quoted: str | None = None
        for j in range(start, self.end):
            word = self.words[j]
            if quoted:
                quoted = None if word.text in quoted else quoted
                continue
            if word.text in "“\"" and (word.text == "“" or j == start or self.words[j - 1].end < word.start):
                quoted = "”\"" if self._closes(j) else None
                continue
            if self._writer_takes_over(j, start, whole):
                return j
        return self.end

    def _object_stop(self, start: int) -> int:
        """Where an object ends: before a relative clause, or a conjunction that tells when or why."""
        stop = self._stop(start)
        for j in range(start + 1, stop):
            low, after = self._low(j), self._low(j + 1)
            if low in ("after", "before", "amid", "when", "while", "because", "following", "despite", "during", "but"):
                return j
            if self.words[j].text == "," and after in ("who", "which", "whose", "where", "and", "but", "as", "after", "with", "in", "on"):
                return j
        return stop

    def _closes(self, j: int) -> bool:
        return any(word.text in "”\"" for word in self.words[j + 1 :])

    def _writer_takes_over(self, j: int, start: int, whole: bool) -> bool:
        text, low = self.words[j].text, self._low(j)
        following = self._low(j + 1)
        spaced = self.words[j].start > self.words[j - 1].end
        if spaced and (text in "—–" or (text == "-" and following == "-")):
            return True
        if text == ",":
            if not whole or following in ("which", "according", "adding", "saying", "citing", "amid"):
                return True
            cue = verb_at(self.words, j + 1) if j + 1 < self.end else None
            if cue is not None and cue.form == "participle":
                return True
            if cue is not None and cue.form in ("past", "third") and "clause" in cue.frames and self._is_verb(j + 1, cue):
                return True
            return self._attributes_behind(j)
        if low in ("and", "but", "while") and j > start + 1:
            k = j + 1
            while k < self.end and (is_adverb(self.words[k]) or is_pronoun(self.words[k])):
                k += 1
            cue = verb_at(self.words, k) if k < self.end else None
            return cue is not None and cue.form in ("past", "third", "participle") and cue.mode == "said" and self._is_verb(k, cue)
        return False

    def _attributes_behind(self, comma: int) -> bool:
        """Whether ", SUBJECT CUE" follows and ends the sentence: the attribution stands behind its content."""
        for k in range(comma + 1, min(comma + 14, self.end)):
            cue = verb_at(self.words, k)
            if cue is None or cue.form not in ("past", "third") or "clause" not in cue.frames or not self._is_verb(k, cue):
                continue
            subject = subject_before(self.words, k)
            rest = self._after_adjuncts(k + cue.length)
            return subject is not None and subject[0] == comma + 1 and (rest >= self.end or self.end - rest < 7)
        return False

    def _made(self, start: int, stop: int, source: Range | None, cue: Range, act: Act, mode: Mode, rule: str) -> Attribution | None:
        return self._made_of([(start, stop)], source, cue, act, mode, rule)

    def _made_of(self, parts: list[Range], source: Range | None, cue: Range, act: Act, mode: Mode, rule: str) -> Attribution | None:
        kept = [trimmed for part in parts if (trimmed := self._trimmed(*part))]
        if sum(stop - start for start, stop in kept) < _LEAST and not (rule.endswith("object") or rule == "passive"):
            return None
        if not kept:
            return None
        self.cue_ends.append(max(cue[1], kept[-1][1] if kept[-1][0] > cue[0] else cue[1]))
        first = self._cue_start(cue[0])
        return Attribution(
            tuple(self._range(*part) for part in kept),
            source,
            self._range(first, cue[1]),
            act,
            mode,
            rule,
        )

    def _cue_start(self, i: int) -> int:
        """The cue with the auxiliaries and adverbs that belong to its verb group."""
        j = i
        while j > 0 and (is_auxiliary(self.words[j - 1]) or (j > 1 and is_adverb(self.words[j - 1]) and is_auxiliary(self.words[j - 2]))):
            j -= 1
        return j

    def _trimmed(self, start: int, stop: int) -> Range | None:
        while start < stop and (self.words[start].text in ",;:.–—" or self.words[start].low == "that"):
            start += 1
        while stop > start and self.words[stop - 1].text in ",;:.–—":
            stop -= 1
        return (start, stop) if start < stop else None

    def _range(self, start: int, stop: int) -> Range:
        return self.words[start].start, self.words[stop - 1].end

    def _low(self, i: int) -> str:
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def _chars(self, phrase: Range | None) -> Range | None:
        """A range of words as a range of characters."""
        return self._range(*phrase) if phrase else None

    def _is_first_person(self, source: Range) -> bool:
        return any(word.start == source[0] and word.low in ("i", "we", "you") for word in self.words)
