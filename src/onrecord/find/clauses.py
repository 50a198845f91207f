"""Indirect and mixed speech: what a reporting word in running text says, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.find.complements import after_adjuncts, complement
from onrecord.find.cues import Cue, nouns, openers, passives, verb_at
from onrecord.find.limits import clause_stop, is_passive, is_verb, noun_stop, object_stop
from onrecord.find.phrases import (
    Range,
    is_adverb,
    is_auxiliary,
    main_subject,
    phrase_ending,
    phrase_from,
    subject_before,
)
from onrecord.find.stretch import Attribution, Stretch
from onrecord.model import Act, Mode
from onrecord.wordlists import listed

_LEAST = (
    2  # words of content below which an attribution says nothing that can be put on the record, objects and deeds aside
)
_CONDITIONS = frozenset({"if", "unless", "whether", "what"})
_MODALS = frozenset(
    [
        "could",
        "would",
        "might",
        "may",
        "can",
        "should",
        "must",
        "will",
        "shall",
        "didn't",
        "doesn't",
        "never",
        "not",
        "cannot",
    ]
)
_UNSAID = frozenset(
    ["refused", "declined", "wants", "want", "failed", "unable", "likely", "expected", "asked", "able", "unwilling"]
)
_CLOSING = frozenset({"”", '"'})
_OBJECT_FRAMES = frozenset({"object", "as", "called", "for", "about", "against"})


def clause_attributions(stretch: Stretch, taken: dict[int, Range | None]) -> list[Attribution]:
    """The attributions of a stretch, in order.

    Args:
        stretch: the words.
        taken: offsets of reporting words that already introduce a direct quotation, and their source's characters.
    """
    return list(_Scan(stretch, taken).attributions())


class _Scan:
    """One pass over a stretch from left to right; it remembers the last subject for what is joined to it."""

    def __init__(self, stretch: Stretch, taken: dict[int, Range | None]) -> None:
        self.stretch = stretch
        self.words = stretch.words
        self.taken = taken
        self.subject = stretch.before
        self.last_stop = 0
        self.denied_to = 0

    def attributions(self) -> Iterator[Attribution]:
        i = 0
        while i < len(self.words):
            if self.words[i].start in self.taken:
                self.subject = self.taken[self.words[i].start] or self.subject
                i += 1
                continue
            found, length = self._at(i)
            if found is not None and i >= self.denied_to:
                yield found
            if found is not None and found.act == "deny" and i >= self.denied_to:
                self.denied_to = self.last_stop  # what is denied to have been said was not said
            i += length

    def _at(self, i: int) -> tuple[Attribution | None, int]:
        """The attribution whose reporting word begins at word `i`, and how many words that has."""
        low = self.stretch.low(i)
        if low.replace("’", "'") not in openers():
            return None, 1
        if low == "according" and self.stretch.low(i + 1) == "to":
            return self._according(i), 2
        passive = self._passive(i)
        if passive is not None:
            return passive, 1
        outright = self._outright(i) if low in listed("cues", "outright", "words") else None
        if outright is not None:
            return outright, 1
        cue = verb_at(self.words, i)
        if cue is not None and is_verb(self.stretch, i, cue):
            return self._verb(i, cue), cue.length
        return (self._noun(i) if low in nouns() else None), 1

    # -- verbs ---------------------------------------------------------------------------------------------

    def _verb(self, i: int, cue: Cue) -> Attribution | None:
        if cue.form == "base" and not self._is_finite_base(i):
            return self._infinitive(i, cue)
        subject = self._participle_subject(i) if cue.form == "participle" else self._subject(i)
        if subject is None and cue.form != "participle":
            return self._inverted(i, cue)
        if self._is_writers_own(subject) or self._is_hypothetical(i, cue):
            return None
        self.subject = subject or self.subject
        follows = complement(self.stretch, i, cue)
        if follows is None:
            return self._left_content(i, cue, subject)
        ends = object_stop if follows.frame in _OBJECT_FRAMES else clause_stop
        if follows.frame == "called" and self._is_named_so(subject, follows.start):
            return None
        content = [(follows.start, ends(self.stretch, follows.start))]
        rule = f"{cue.form} {follows.frame}"
        return self._made(content, subject, (i, follows.cue_stop), cue.act_in(follows.frame), cue.mode, rule)

    def _is_named_so(self, subject: Range | None, start: int) -> bool:
        """ "a paint called Red Dawn": it bears that name, and calls nobody anything."""
        first = next((word for word in self.words if subject is not None and word.start == subject[0]), None)
        return first is not None and first.low in ("a", "an") and self.words[start].is_capitalised

    def _is_writers_own(self, subject: Range | None) -> bool:
        """Whether the writer or the quoted speaker speaks of themselves: "I say", or in a quotation nobody is named."""
        if subject is None:
            return self.stretch.is_quoted
        return any(
            word.start == subject[0] and re.match(r"(?:i|we|you|no|nobody|none|neither)\b", word.low)
            for word in self.words
        )

    def _is_finite_base(self, i: int) -> bool:
        """Whether a base form is finite: "critics say", "they argue", but not "to say" or "will say"."""
        j = self.stretch.back_over(i, is_adverb)
        if j < 0 or is_auxiliary(self.words[j]) or self.stretch.low(j) == "to":
            return False
        if self.stretch.low(j) in ("they", "we", "i", "you", "who"):
            return True
        subject = subject_before(self.words, i)
        phrase = self.words[slice(*subject)] if subject else []
        heads = [n for n, word in enumerate(phrase) if n and word.low in ("of", "for", "in", "from", "at", "with", "(")]
        head = phrase[(heads[0] if heads else len(phrase)) - 1].low if phrase else ""
        return head.endswith("s") or head in ("police", "people") or any(word.low == "and" for word in phrase)

    def _infinitive(self, i: int, cue: Cue) -> Attribution | None:
        """ "... used an interview to once again deny that": only with "that", and where the words were said."""
        to = self.stretch.back_over(i, is_adverb)
        that = after_adjuncts(self.stretch, i + cue.length)
        if (
            to < 1
            or self.stretch.low(to) != "to"
            or self.stretch.low(to - 1) in _UNSAID
            or self.stretch.low(that) != "that"
        ):
            return None
        subject = self.subject or self.stretch.chars(main_subject(self.words, to))
        if subject is None or cue.mode == "held" or self.stretch.is_quoted:
            return None
        self.subject = subject
        content = [(that + 1, clause_stop(self.stretch, that + 1))]
        return self._made(content, subject, (i, i + cue.length), cue.act, cue.mode, "infinitive clause")

    def _subject(self, i: int) -> Range | None:
        """The subject of a finite verb; of one joined by "and" or "but", the subject before it."""
        j = self.stretch.back_over(i, is_adverb, is_auxiliary)
        if j >= 0 and self.stretch.low(j) in ("and", "but", "or"):
            return self.subject or self.stretch.chars(main_subject(self.words, j))
        return self.stretch.chars(subject_before(self.words, i))

    def _participle_subject(self, i: int) -> Range | None:
        """ "..., claiming that": the subject of what goes before; "a letter warning that": the phrase before."""
        j = self.stretch.back_over(i, is_adverb)
        if j >= 0 and is_auxiliary(self.words[j]):
            return self.stretch.chars(subject_before(self.words, i))
        if self.stretch.low(j) == "as":
            return self.stretch.chars(self._quoted_source(j))
        if self.subject is not None:
            return self.subject
        joins = ("and", "but", "by", "while", "after", "before", "without", "in", "of")
        phrase = (
            None if j < 0 or self.words[j].is_mark or self.stretch.low(j) in joins else phrase_ending(self.words, j + 1)
        )
        if phrase is not None and any(word.low in listed("words", "venues") for word in self.words[slice(*phrase)]):
            return self.stretch.chars(phrase)
        return self.stretch.chars(main_subject(self.words, max(j, 0)) or phrase)

    def _quoted_source(self, as_: int) -> Range | None:
        """ "the paper quoted X as saying": X; "X was quoted as saying": X too."""
        quoted = next(
            (k for k in range(as_ - 1, max(as_ - 12, -1), -1) if self.stretch.low(k) in ("quoted", "cited")), None
        )
        if quoted is None:
            return None
        if quoted == as_ - 1:
            return subject_before(self.words, self._group_start(quoted))
        return phrase_ending(self.words, as_)

    def _is_hypothetical(self, i: int, cue: Cue) -> bool:
        """ "could argue", "did not say", "if he says": no statement was made."""
        for j in range(i - 1, max(i - 5, -1), -1):
            low = self.stretch.low(j).replace("’", "'")
            if low in _CONDITIONS:
                return True
            if low in _MODALS:
                return cue.form == "base" or low in ("never", "not")
            if not (is_adverb(self.words[j]) or is_auxiliary(self.words[j])):
                subject = phrase_ending(self.words, j + 1)
                return subject is not None and self.stretch.low(subject[0] - 1) in _CONDITIONS
        return False

    # -- content to the left -------------------------------------------------------------------------------

    def _left_content(self, i: int, cue: Cue, subject: Range | None) -> Attribution | None:
        """ "CONTENT, he said." and "CONTENT, he said, CONTENT": the words before the comma, or on both sides."""
        if "clause" not in cue.frames or subject is None or cue.form == "participle" or self.stretch.is_quoted:
            return None
        comma = next((k for k, word in enumerate(self.words) if word.start == subject[0]), 0) - 1
        comma -= comma > 0 and self.words[comma].text in _CLOSING  # the American order: comma, then mark
        if comma < 2 or self.words[comma].text not in ",–—" or not self._is_sentence(comma):
            return None
        parts = [(self._left_start(), comma)]
        after = after_adjuncts(self.stretch, i + cue.length)
        if (
            self.stretch.low(after) == ","
            and self.stretch.end - after > 2
            and self.stretch.low(after + 1) not in ("adding", "saying")
        ):
            parts.append((after + 1, clause_stop(self.stretch, after + 1)))
        return self._made(parts, subject, (i, i + cue.length), cue.act, cue.mode, "clause before")

    def _inverted(self, i: int, cue: Cue) -> Attribution | None:
        """ "CONTENT, says the ministry." """
        comma = i - 1 - (i > 1 and self.words[i - 1].text in _CLOSING)
        if cue.form not in ("past", "third") or "clause" not in cue.frames or i < 4 or self.words[comma].text != ",":
            return None
        subject = self.stretch.chars(phrase_from(self.words, i + cue.length, self.stretch.end))
        if subject is None:
            return None
        self.subject = subject
        if not self._is_sentence(comma):
            return None
        return self._made([(self._left_start(), comma)], subject, (i, i + cue.length), cue.act, cue.mode, "inverted")

    def _according(self, i: int) -> Attribution | None:
        phrase = phrase_from(self.words, i + 2, self.stretch.end)
        if phrase is None or self.stretch.is_quoted:
            return None
        source, stop = self.stretch.chars(phrase), phrase[1]
        self.subject = source
        comma_behind = self.stretch.low(stop) == ","
        behind = (stop + 1, clause_stop(self.stretch, stop + 1)) if comma_behind else None
        if i <= 1:
            parts = [behind] if behind else []
        else:
            comma_before = self.words[i - 1].text == ","
            parts = [(self._left_start(), i - comma_before)]
            parts += [behind] if behind and comma_before and self.stretch.end - stop > 3 else []
        return self._made(parts, source, (i, i + 2), "assert", "said", "according") if i <= 1 or i > 3 else None

    def _left_start(self) -> int:
        start = self.last_stop
        while start < len(self.words) and (self.words[start].is_mark or self.words[start].low in ("but", "and")):
            start += 1
        return start

    def _is_sentence(self, comma: int) -> bool:
        """Whether the words up to the comma can be a sentence of their own."""
        start = self._left_start()
        return comma - start >= 3 and self.stretch.has_verb(start)

    # -- without an active verb ----------------------------------------------------------------------------

    def _passive(self, i: int) -> Attribution | None:
        """ "is alleged to have …", "was accused of …": the speaker is not named, or is named by "by"."""
        low = self.stretch.low(i)
        joins = {"to": passives("to"), "of": passives("of"), "with": passives("of")}
        if i == 0 or not (low in joins["to"] or low in joins["of"]) or not is_passive(self.stretch, i):
            return None
        if any(word.low in _MODALS for word in self.words[self._group_start(i) : i]):
            return None
        by = phrase_from(self.words, i + 2, self.stretch.end) if self.stretch.low(i + 1) == "by" else None
        if by:
            deed = (k for k in range(*by) if low in joins.get(self.stretch.low(k), ()) and self._is_deed(k + 1))
            by = (by[0], next(deed, by[1]))
        j = by[1] if by else i + 1
        act = joins.get(self.stretch.low(j), {}).get(low)
        if act is None:
            return None
        is_infinitive = self.stretch.low(j) == "to"
        start = j if is_infinitive else j + 1
        cue = (i, i + 1) if is_infinitive or by else (i, j + 1)
        content = [(start, clause_stop(self.stretch, start, first_comma=True))]
        return self._made(content, self.stretch.chars(by), cue, act, "said", "passive")

    def _is_deed(self, k: int) -> bool:
        """Whether a word tells what was done: "of poisoning the river", not "the Ministry of Health"."""
        return self.stretch.low(k).endswith("ing") and not self.words[k].is_capitalised

    def _outright(self, i: int) -> Attribution | None:
        """ "alleged breaches by two firms": the claim is the noun phrase, with what prepositions join to it."""
        before = self.words[i - 1] if i else None
        opens = before is None or before.low in listed("words", "determiners") | listed("words", "prepositions") | {
            "’s",
            "'s",
            "and",
        }
        if not opens or i + 1 >= self.stretch.end or self.stretch.low(i + 1) in ("that", "to", "by"):
            return None
        phrase = phrase_from(self.words, i + 1, self.stretch.end)
        if phrase is None:
            return None
        stop = phrase[1]
        while self.stretch.low(stop) in listed("words", "prepositions"):
            joined = phrase_from(self.words, stop + 1, self.stretch.end)
            if joined is None or noun_stop(self.stretch, stop) == stop:
                break
            stop = joined[1]
        return self._made([(i + 1, stop)], None, (i, i + 1), "allege", "said", "alleged")

    def _noun(self, i: int) -> Attribution | None:
        """ "a warning from X that …", "allegations of …", "X's demand of …"."""
        act = nouns()[self.stretch.low(i)]
        owner, j = self._owner(i), i + 1
        if (self.stretch.is_quoted and owner is None) or self.stretch.low(i - 1) in ("any", "no", "every", "such"):
            return None
        if self.stretch.low(j) in ("from", "by"):
            owner = phrase_from(self.words, j + 1, self.stretch.end)
            if owner is None:
                return None
            j = owner[1]
        source = self.stretch.chars(owner)
        if self.stretch.low(j) == "that" and self.stretch.has_verb(j + 1):
            content = [(j + 1, clause_stop(self.stretch, j + 1, first_comma=True))]
            return self._made(content, source, (i, i + 1), act, "said", "noun that")
        of_what = self._of_what(i, j)
        if of_what is None:
            return self._wrong(i, source, act)
        return self._made([(j + 1, noun_stop(self.stretch, of_what[1]))], source, (i, j + 1), act, "said", "noun of")

    def _wrong(self, i: int, source: Range | None, act: Act) -> Attribution | None:
        """ "tax fraud allegations": the words before the noun that reports are what is alleged."""
        if self.stretch.low(i) not in listed("cues", "wrongs", "reported"):
            return None
        if self.stretch.low(i - 1) not in listed("cues", "wrongs", "nouns"):
            return None
        start = i - 2 if self.stretch.low(i - 2) in listed("cues", "wrongs", "before") else i - 1
        return self._made([(start, i)], source, (i, i + 1), act, "said", "noun of")

    def _of_what(self, i: int, j: int) -> Range | None:
        """The noun phrase behind "of", for nouns that take what was said in that way."""
        if self.stretch.low(j) != "of" or self.stretch.low(i) not in listed("cues", "nouns_of", "words"):
            return None
        return phrase_from(self.words, j + 1, self.stretch.end)

    def _owner(self, i: int) -> Range | None:
        """Whose: "Beijing's demand", "their claim"."""
        for j in range(i - 1, max(i - 4, -1), -1):
            if self.stretch.low(j) in ("his", "her", "their", "its"):
                return j, j + 1
            if self.words[j].text in ("’s", "'s"):
                return phrase_ending(self.words, j)
            if self.words[j].is_mark:
                return None
        return None

    # -- writing it down -----------------------------------------------------------------------------------

    def _made(
        self, parts: list[Range], source: Range | None, cue: Range, act: Act, mode: Mode, rule: str
    ) -> Attribution | None:
        """The attribution of `parts` and `cue` (ranges of words) to `source` (a range of characters)."""
        kept = [trimmed for part in parts if (trimmed := self._trimmed(*part))]
        may_be_short = rule.endswith(("object", " of")) or rule == "passive"
        if not kept or (sum(stop - start for start, stop in kept) < _LEAST and not may_be_short):
            return None
        self.last_stop = max(cue[1], kept[-1][1])
        content = tuple(chars for part in kept if (chars := self.stretch.chars(part)))
        return Attribution(content, source, self.stretch.chars((self._group_start(cue[0]), cue[1])), act, mode, rule)

    def _group_start(self, i: int) -> int:
        """Where the verb group of a cue begins, auxiliaries and what stands between them included."""
        j = i
        while j > 0 and (
            is_auxiliary(self.words[j - 1])
            or (j > 1 and is_adverb(self.words[j - 1]) and is_auxiliary(self.words[j - 2]))
        ):
            j -= 1
        return j

    def _trimmed(self, start: int, stop: int) -> Range | None:
        while start < stop and (self.words[start].text in ",;:.–—" or self.words[start].low == "that"):
            start += 1
        while stop > start and self.words[stop - 1].text in ",;:.–—":
            stop -= 1
        return (start, stop) if start < stop else None
