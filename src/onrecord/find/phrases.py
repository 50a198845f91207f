"""Noun phrases beside a reporting word: who says it. Found by closed classes of words, without a parser.

A phrase is a range of word numbers, half-open. Where no phrase can be told, None: a wrong source is worse than none.
"""

from __future__ import annotations

import re

from onrecord.find.cues import verb_at
from onrecord.find.words import Word
from onrecord.wordlists import listed

Range = tuple[int, int]

_COUNTING = frozenset({"all", "both", "some", "many", "most", "half", "one", "two", "three", "several", "such"})
_HEAD_ENDS = frozenset(
    {"of", "for", "from", "at", "in", "with", "against", "on", "to", "by", "near", "under", "like", "such"}
)
_NEAR = frozenset({"last", "this", "late", "early", "earlier"})
_BEFORE_TIMES = _NEAR | {"next", "later"}
_REACH = 28  # words: no source phrase in the training part of PolNeAR but one in a thousand is longer


def is_adverb(word: Word) -> bool:
    """Whether a word may stand between a subject and its verb: "also", "repeatedly"."""
    low = word.low
    return low in listed("words", "adverbs") or (low.endswith("ly") and not word.is_capitalised and len(low) > 4)


def is_auxiliary(word: Word) -> bool:
    """Whether a word is a form of "be", "have", "do" or a modal verb."""
    return word.low.replace("’", "'") in listed("words", "auxiliaries") and word.text not in ("May", "Will")


def is_time(word: Word) -> bool:
    """Whether a word names a day or month, or stands for one."""
    low = word.low
    is_month = (
        word.is_capitalised and low in listed("words", "months") and low not in ("may", "march")
    )  # names and verbs too
    return low in listed("words", "days") or is_month or low in _TIMES


_TIMES = frozenset(
    {
        "night",
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "ago",
    }
)


def is_finite_at(found: list[Word], n: int) -> bool:
    """Whether a finite verb stands at a word, adverbs and a comma before it aside."""
    n += n < len(found) and found[n].text == ","
    while n < len(found) and is_adverb(found[n]):
        n += 1
    if n >= len(found):
        return False
    verb = verb_at(found, n)
    is_told = verb is not None and verb.form in ("past", "third", "base")
    is_past = found[n].low in listed("words", "past_verbs") or found[n].low.endswith("ed")
    return is_auxiliary(found[n]) or is_told or (is_past and not found[n].is_capitalised)


def is_pronoun(word: Word) -> bool:
    """Whether a word is a pronoun that can be a subject."""
    return word.low in listed("words", "subject_pronouns") and word.text != "WHO"


def subject_before(words: list[Word], i: int) -> Range | None:
    """The noun phrase that is the subject of the verb at word `i`, seen to its left."""
    j = i - 1
    while j >= 0 and (is_adverb(words[j]) or is_auxiliary(words[j])):
        j -= 1
    if j < 0:
        return None
    if words[j].is_relative:
        j -= 1
        while j >= 0 and words[j].text == ",":
            j -= 1
        return _nearest(words, phrase_ending(words, j + 1)) if j >= 0 else None
    if words[j].text in ",–—-":
        return _over_comma(words, j)
    if words[j].low in ("named", "identified") and words[j - 1].low == "be":
        who = next((k for k in range(j, max(j - 12, -1), -1) if words[k].low == "who"), None)
        return phrase_ending(words, who) if who else None
    if j >= 1 and is_time(words[j]):
        return _over_time(words, j)
    return phrase_ending(words, j + 1)


def _nearest(words: list[Word], phrase: Range | None) -> Range | None:
    """The part of a phrase that a relative pronoun behind it means: "talks with the firm, which"."""
    if phrase is None:
        return None
    cuts = [k for k in range(*phrase) if words[k].low in listed("words", "noun_joiners") - {"of"}]
    return _trimmed(words, cuts[-1] + 1, phrase[1]) if cuts else phrase


def _over_time(words: list[Word], j: int) -> Range | None:
    """The subject before a time that stands between it and its verb: "China on Monday said"."""
    k = j
    while k >= 0 and (is_time(words[k]) or words[k].text.isdigit() or words[k].low in _NEAR):
        k -= 1
    if k >= 0 and words[k].low == "on":
        k -= 1
    return phrase_ending(words, k + 1) if k >= 0 and not words[k].is_mark else None


def _over_comma(words: list[Word], comma: int) -> Range | None:
    """The subject before a comma: what stands between two commas may be an age, an apposition or an aside."""
    relative = _relative_before(words, comma)
    if relative is not None:
        return phrase_ending(words, relative)
    first = _comma_before(words, comma)
    if first is None or first + 1 == comma:
        return None
    aside = words[first + 1 : comma]
    before = _comma_before(words, first)
    is_tag = before is not None and (words[first - 1].text.isdigit() or is_party(words[before + 1].text))
    head = _over_comma(words, first) if is_tag else phrase_ending(words, first)
    if head is None:
        return None
    if len(aside) == 1 and aside[0].text.isdigit():
        return head[0], comma
    if is_party(aside[0].text):
        return head
    low = aside[0].low
    if (
        low in listed("words", "prepositions")
        or low.endswith("ing")
        or is_adverb(aside[0])
        or is_time(aside[0])
        or low == "no"
    ):
        return head
    if any(is_auxiliary(word) or word.is_relative for word in aside):
        return None
    return head[0], comma


def is_party(word: str) -> bool:
    """Whether a word is an American party and state: "R-Ohio", "D-N.Y."."""
    return re.match(r"[DRI]-[A-Z]", word) is not None


def _relative_before(words: list[Word], comma: int) -> int | None:
    """The comma before a relative clause that ends at `comma`: "X, whose works stand at Y, 7 miles from Z, said"."""
    for j in range(comma - 2, max(comma - _REACH, 0), -1):
        if _ends_clause(words, j):
            return None
        if words[j].text == "," and words[j + 1].is_relative and words[j + 1].low != "that":
            return j
    return None


def _comma_before(words: list[Word], i: int) -> int | None:
    for j in range(i - 1, max(i - _REACH, -1), -1):
        if words[j].text in (",", "–", "—"):
            return j
        if _ends_clause(words, j):
            return None
    return None


def _ends_clause(words: list[Word], j: int) -> bool:
    """Whether word `j` is a mark between clauses or sentences; the full stop of an abbreviation is none."""
    return words[j].text in ".;:" and not (words[j].text == "." and j > 0 and _is_abbreviated(words[j - 1]))


def phrase_ending(words: list[Word], stop: int) -> Range | None:
    """The noun phrase that ends right before word `stop`."""
    last = stop - 1
    if last < 0:
        return None
    if words[last].text in ("’s", "'s"):
        return None
    if words[last].text == ")":
        opening = next((k for k in range(last - 1, max(last - 12, -1), -1) if words[k].text == "("), None)
        inner = phrase_ending(words, opening) if opening else None
        return (inner[0], stop) if inner else None
    if words[last].is_mark or not _may_be_noun(words[last]):
        return (last, stop) if is_pronoun(words[last]) else None
    if is_pronoun(words[last]):
        return last, stop
    first = last
    while first > max(0, stop - _REACH):
        step = _step_left(words, first)
        if step == 0:
            break
        first -= step
    return _trimmed(words, first, stop)


def _step_left(words: list[Word], first: int) -> int:
    """How many more words to the left belong to the phrase that begins at `first`; 0 if none."""
    before = words[first - 1]
    low = before.low
    two_before = words[first - 2] if first >= 2 else None
    if low in listed("words", "noun_joiners"):
        joins = (
            two_before is not None and not two_before.is_mark and _may_be_noun(two_before) and not is_time(two_before)
        )
        return 2 if joins else 0
    if low == "to" and two_before is not None and two_before.low in listed("words", "serving"):
        return 2
    if words[first].low in listed("words", "determiners") and low not in _COUNTING:
        return 0
    if low == "and" and two_before is not None and (two_before.is_capitalised and words[first].is_capitalised):
        return 2
    if before.text == "." and two_before is not None and _is_abbreviated(two_before):
        return 2
    if before.text in ("’s", "'s", "&"):
        return 1
    if before.text in ("’", "'") and two_before is not None and two_before.low.endswith("s"):
        return 2
    if before.is_mark or not _may_be_noun(before) or is_time(before) or is_pronoun(before):
        return 0
    return 1


def _is_abbreviated(word: Word) -> bool:
    """Whether a full stop behind a word belongs to it: "Mr.", the initial of a name."""
    return word.low in listed("words", "abbreviations") or (
        len(word.text) == 1 and word.is_capitalised and word.text != "I"
    )


def _may_be_noun(word: Word) -> bool:
    low = word.low
    if low in listed("words", "determiners"):
        return low != "that"
    closed = ("auxiliaries", "conjunctions", "subordinators", "prepositions", "adverbs")
    if word.text in ("US", "UN", "IT", "WHO") or (word.is_capitalised and low in ("may", "will")):
        return True
    if word.is_capitalised:
        return not any(low in listed("words", group) for group in closed)
    cue = verb_at([word], 0)
    if cue is not None and cue.form == "past" and cue.mode == "said" and "clause" in cue.frames and low != "read":
        return False
    return not (_is_past(low) or low.endswith("ly") or any(low in listed("words", group) for group in closed))


def _is_past(low: str) -> bool:
    return low in listed("words", "past_verbs") or (low.split("-")[0].endswith("ed") and "-" in low)


def _trimmed(words: list[Word], first: int, stop: int) -> Range | None:
    """The phrase without what cannot begin one; None if nothing but such words is left."""
    while first < stop and (
        words[first].is_mark or words[first].low in listed("words", "noun_joiners") or is_adverb(words[first])
    ):
        first += 1
    if first >= stop or all(
        word.low in listed("words", "determiners") - {"some", "many", "those", "one"} for word in words[first:stop]
    ):
        return None
    return first, stop


def phrase_from(words: list[Word], i: int, stop: int) -> Range | None:
    """The noun phrase that begins at word `i`, with an apposition or age behind a comma; nothing from `stop` on."""
    end = _simple_end(words, i, stop)
    if end == i:
        return None
    if end < stop and words[end].text == ",":
        end = _with_apposition(words, end, stop)
    return i, end


def _simple_end(words: list[Word], i: int, stop: int) -> int:
    j = i
    if j < stop and is_pronoun(words[j]):
        return j + 1
    while j < stop:
        word = words[j]
        after = words[j + 1] if j + 1 < stop else None
        if word.low in listed("words", "noun_joiners") and j > i and after is not None and not after.is_mark:
            venue = any(w.low in listed("words", "venues") for w in words[j + 1 : j + 4])
            if is_time(after) or (venue and word.low in ("in", "at")):
                break
            j += 2 if not is_adverb(after) else 1
        elif word.low == "and" and j > i and after is not None and after.is_capitalised and words[j - 1].is_capitalised:
            j += 2
        elif word.text in ("’s", "'s", "&") or (word.text == "." and j > i and _is_abbreviated(words[j - 1])):
            j += 1
        elif word.text == "(" and j > i:
            close = next((k for k in range(j, min(j + 10, stop)) if words[k].text == ")"), None)
            if close is None:
                break
            j = close + 1
        elif (
            word.is_mark
            or not _may_be_noun(word)
            or is_time(word)
            or (j > i and (_is_verb_after_name(words[j - 1], word) or _is_verb_before_count(word, after)))
        ):
            break
        else:
            j += 1
    return min(j, stop)


def _is_verb_before_count(word: Word, after: Word | None) -> bool:
    """ "The firm employs 40", "the mayor opens the": a word in -s before an article or a number is the verb."""
    is_third = word.low.endswith("s") and not word.is_capitalised and len(word.low) > 3
    return (
        is_third
        and after is not None
        and (after.text.isdigit() or after.low in ("the", "a", "an", "its", "his", "her", "their"))
    )


def _is_verb_after_name(before: Word, word: Word) -> bool:
    """ "Hart started", "the group wanted": a past form behind a name or noun is the verb."""
    is_past = word.low.endswith("ed") and not word.is_capitalised and len(word.low) > 4
    return is_past and (before.is_capitalised or before.low not in listed("words", "determiners"))


def _with_apposition(words: list[Word], comma: int, stop: int) -> int:
    """The end of the phrase with what the comma adds to it: an age, or an apposition that begins like one."""
    if comma + 1 >= stop:
        return comma
    after = words[comma + 1]
    if after.text.isdigit() and (comma + 2 >= stop or words[comma + 2].is_mark):
        return comma + 2
    begins = after.low in ("a", "an", "the", "his", "her", "its", "one", "former", "who") or _is_role(after)
    end = _simple_end(words, comma + 1, stop) if begins and after.low != "who" else comma
    complete = end > comma + 1 and (end >= stop or words[end].is_mark)
    return end if complete else comma


def _is_role(word: Word) -> bool:
    return any(
        word.low in listed("words", "roles", group)
        for group in ("leader", "spokesperson", "minister", "lawyer", "expert", "politician")
    )


def main_subject(words: list[Word], stop: int) -> Range | None:
    """The subject of the sentence: its first noun phrase before word `stop` that nothing subordinates."""
    i = 0
    while i < stop:
        low = words[i].low
        opens = low in listed("words", "prepositions") or low in listed("words", "subordinators") or low.endswith("ing")
        followed = i + 1 < len(words) and (is_auxiliary(words[i + 1]) or verb_at(words, i + 1) is not None)
        opens = opens and not (words[i].is_capitalised and (i > 0 or followed)) and words[i].text != "US"
        if (
            words[i].is_mark
            or low in listed("words", "conjunctions")
            or (is_adverb(words[i]) and not is_pronoun(words[i]))
        ):
            i += 1
        elif opens or is_time(words[i]) or (low in _BEFORE_TIMES and i + 1 < stop and is_time(words[i + 1])):
            comma = next((k for k in range(i, stop) if words[k].text == ","), None)
            if comma is None:
                return _named_subject(words, i, stop)
            i = comma + 1
        else:
            return phrase_from(words, i, stop)
    return _named_subject(words, 0, stop)


def _named_subject(words: list[Word], start: int, stop: int) -> Range | None:
    """The first name that a conjunction opens a clause with: "whereas before Mr X took …"."""
    for i in range(start + 1, stop):
        if words[i].is_capitalised and words[i - 1].low in listed("words", "subordinators"):
            return phrase_from(words, i, stop)
    return None


def head_end(found: list[Word]) -> int:
    """Where the head of a source phrase ends: before a preposition, comma or bracket."""
    for i, word in enumerate(found):
        is_plural = i > 0 and (found[i - 1].low.endswith("s") or found[i - 1].low in listed("words", "collectives"))
        is_placed = word.text in listed("words", "placed") or (is_plural and word.text in listed("words", "postposed"))
        if i and (
            word.text in ",(–—" or word.low in _HEAD_ENDS or (word.low == "who" and word.is_relative) or is_placed
        ):
            return found[i - 1].end
    return found[-1].end


def head_word(found: list[Word]) -> str:
    """The head of a source phrase in lower case: "engineer" of "a former engineer at the works"."""
    end = head_end(found)
    return next((word.low for word in reversed(found) if word.end <= end and not word.is_mark), "")
