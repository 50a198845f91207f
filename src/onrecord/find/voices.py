"""Who speaks where the subject does not: "X was told by Y that", "the X quoted Y as saying"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.find.cues import verb_at
from onrecord.find.phrases import Range, phrase_from, subject_before
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "’s", "'s", "’re", "'re"})
_HEARD = frozenset({"told", "informed", "assured", "warned", "advised", "reminded", "promised", "notified", "briefed"})
_QUOTED = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_AS_REACH = 16  # words behind "quoted" within which "as saying" stands
_SUBJECT = 160  # characters before a cue in which its subject stands
_BEFORE, _BEHIND = 40, 160  # characters before a cue with its auxiliary, and behind it with who speaks


def hears(text: str, cue: Range) -> bool:
    """Whether a reporting word is a passive whose subject is spoken to."""
    found = [word.low for word in words(text, *cue)]
    heard = next((k for k, low in enumerate(found) if low in _HEARD), len(found))
    lows = [word.low for word in words(text, max(0, cue[0] - _BEFORE), cue[0])[-2:]] + found[:heard]
    return heard < len(found) and bool(_BE.intersection(lows))


def undergoes(text: str, cue: Range) -> bool:
    """Whether a participle says what is found or said of its subject: "Roe found to have lied", "Roe accused of it"; of
    "Roe is reported to have said" it is the words that were said."""
    found, behind = words(text, *cue), words(text, cue[1], min(len(text), cue[1] + _BEFORE))
    if len(found) > 2 and found[-2].low == "have" and verb_at(found, len(found) - 1) is not None:
        return False
    lows = [word.low for word in (*found, *behind)]
    return any(
        (low in listed("words", "told_of") and after[:1] == ["to"] and after[1:2] and after[1] in ("have", "be"))
        or (low in listed("words", "blamed") and after[:1] == ["of"])
        for low, after in ((lows[n], lows[n + 1 :]) for n in range(len(found)))
    )


def hearer(text: str, source: Range, cue: Range, content: Range) -> bool:
    """Whether the words read as a source are those who are asked or told: "residents" of "it asked residents to"."""
    found = words(text, *cue)
    verb = verb_at(found, len(found) - 1) if found else None
    follows = cue[1] <= source[0] and source[1] <= content[0] and not text[cue[1] : source[0]].strip()
    return verb is not None and follows and bool(verb.frames & {"tell", "person"})


def speaking(text: str, cue: Range) -> Range | None:
    """The subject right before a reporting verb, None where there is none to be read."""
    before = words(text, max(0, cue[0] - _SUBJECT), cue[0])
    phrase = subject_before(before, len(before))
    return (before[phrase[0]].start, before[phrase[1] - 1].end) if phrase else None


def named_subject(text: str, cue: Range) -> Range | None:
    """The name that is the subject right before a reporting word, which is no passive; None for anything else."""
    found = words(text, *cue)
    verb = verb_at(found, 0) if found else None
    subject = speaking(text, cue) if verb is not None and verb.form in ("past", "third") else None
    if subject is None or text[subject[1] : cue[0]].strip():
        return None
    return subject if all(word.is_capitalised for word in words(text, *subject)) else None


def agent(text: str, cue: Range, content: Range) -> Range | None:
    """Who speaks by the words between a passive and what is said: "by Y"; None where they do not tell."""
    stop = content[0] if content[0] >= cue[1] else cue[1] + _BEHIND
    behind = words(text, cue[1], min(stop, len(text)))
    for i, word in enumerate(behind[:-1]):
        if word.low in ("that", ".", ";") or word.text in '“"':
            return None
        phrase = phrase_from(behind, i + 1, len(behind)) if word.low == "by" else None
        if phrase:
            return behind[phrase[0]].start, behind[_with_name(behind, phrase[1]) - 1].end
    return None


def _with_name(found: list[Word], end: int) -> int:
    """The end of a phrase with the name in commas behind it: "by its chairman, Peter Roe, that"."""
    stop = end + 1
    while stop < len(found) and found[stop].is_capitalised:
        stop += 1
    is_name = stop > end + 1 and found[end].text == "," and found[stop : stop + 1] and found[stop].text == ","
    return stop if is_name else end


def may_quote(cue: str) -> bool:
    """Whether a reporting word is that of somebody who quotes another: "quoted", "saying"."""
    lows = cue.lower().split()
    return bool(_QUOTED.intersection(lows)) or lows[-1].endswith("ing")


def quoted(text: str, sentence: Range) -> Range | None:
    """Who is quoted where a sentence says that somebody quotes them: "the X quoted Y as saying", "Y was quoted by the
    X as saying"; None where it does not."""
    found = words(text, *sentence)
    for i, word in enumerate(found[:-1]):
        if word.low not in _QUOTED or not any(
            behind.low == "as" and later.low.endswith("ing")
            for behind, later in pairwise(found[i + 1 : i + 1 + _AS_REACH])
        ):
            continue
        is_passive = i > 0 and found[i - 1].low in _BE
        phrase = subject_before(found, i) if is_passive else phrase_from(found, i + 1, len(found))
        if phrase:
            return found[phrase[0]].start, found[phrase[1] - 1].end
    return None
