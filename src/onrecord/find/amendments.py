"""What is amended in attributions that are read already.

Who wrote or sent a letter, whose words a participle reports, who says the second half of a sentence, who is quoted
inside a quotation, what a source begins and ends with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.find.cues import verb_at
from onrecord.find.fronted import subject_behind
from onrecord.find.name import Name, Named
from onrecord.find.passage import Paragraph, sentence_over
from onrecord.find.phrases import (
    Range,
    is_auxiliary,
    is_pronoun,
    is_time,
    main_subject,
    phrase_from,
    subject_before,
)
from onrecord.find.stretch import Attribution
from onrecord.find.words import Word, listed, table, words

_WRITINGS = "|".join(sorted(listed("words", "writings")))
_SENT = re.compile(
    rf"\b(?:an?|the|his|her|one|another) (?:[\w-]+ ){{0,2}}?(?:{_WRITINGS}),? (?:(?:that|which) )?"
    r"(?P<author>[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){0,3}) "
    rf"(?:had )?(?:{'|'.join(sorted(listed('words', 'sending')))})\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r",? (?:and|but|while) (?P<source>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}),? (?=that\b)")
_INNER = re.compile(r"[,:] ?[‘'](?P<said>(?=\w)(?:[^‘’'\n]|[’'](?=\w)){3,300}?),?[’'](?!\w)")
_DAYS = "|".join([*(day.capitalize() for day in table("times")["weekdays"]), "today", "yesterday", "tonight"])
_DAY_BEHIND = re.compile(rf" (?:late |early )?(?:{_DAYS})(?: (?:morning|afternoon|evening|night))?")
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
_PART = re.compile(r"\b(?:by|of|for) (?:the )?\Z")
"""What stands before the last words of a longer subject: "farmers hurt by NAME sued her, saying"."""
_ADDRESSED = re.compile(rf"\b(?P<sent>{'|'.join(sorted(listed('words', 'sent_to')))}) to (?:the )?\Z")
_TO_SEND = re.compile(r"[.;:]|\b(?:to [a-z]+|wh[a-z]+|that)\b")
"""What makes the sender somebody else than the subject of the sentence: "it led NAME to send"."""
_ARTICLES = frozenset({"a", "an", "the"})
_SUBJECTS = frozenset({"he", "she", "they"})
_MADE_BY = re.compile(r" (?:from|by) (?P<source>(?:[\w’'.-]+ ){1,8})that ")
"""What stands between a piece of writing and what it says: "Roe pointed to a statement from Vice Premier NAME that"."""
_AND = re.compile(r",? and (?:(?:later|then|also|once|\w+ly) )?")
_LISTENERS = frozenset({"to", "me", "us", "him", "her", "them", "you"})
_INFINITIVE = ("to", "not")
_BESIDE_TIMES = frozenset({"on", "this", "last", "late", "early", "again", "also", "week", "month"})
_MARK = re.compile(r"[“”\"]")
_MARKS = 3  # characters: marks at either end
_BARE = 2  # words of content below which a half of a sentence says nothing


def amended(
    text: str, body: Sequence[Paragraph], named: Sequence[Named], attributions: Iterable[Attribution]
) -> list[Attribution]:
    """The attributions with those amendments, not in order; what is added stands behind what it is added to."""
    names = {name.start: name for one in named for name in one.names}
    found: list[Attribution] = []
    for one in attributions:
        one = _by_sender(text, body, _by_maker(text, names, _by_clause_behind(text, body, one)))
        one = _not_object(text, body, _by_subject(text, body, _by_author(text, body, one)))
        found += _halves(text, names, _without_listener(text, _without_day(text, names, one)))
    inner = [one for one in _inside(text, body) if not any(_is_same(one.content[0], part) for part in _parts(found))]
    return [*found, *inner]


def _parts(attributions: Iterable[Attribution]) -> Iterator[Range]:
    return (part for one in attributions for part in one.content)


def _is_same(inner: Range, part: Range) -> bool:
    """Whether a part of content is those words, marks and a few letters aside."""
    return abs(inner[0] - part[0]) <= _MARKS and abs(inner[1] - part[1]) <= _MARKS


def _by_author(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "A letter that NAME sent to OTHER said": the letter is the source, and not whoever stands before the verb."""
    if one.cue is None or one.source is None or one.cue[0] < one.source[1]:
        return one
    sentence = sentence_over(body, one.cue[0])
    match = _SENT.search(text, sentence.start, one.source[1]) if sentence else None
    if match is None or not match.group("author")[0].isupper():
        return one
    is_source = match.start("author") <= one.source[0] or match.start() == one.source[0]
    is_plain = not re.search(r"[.;:“”\"]", text[match.end() : one.cue[0]])
    return replace(one, source=(match.start(), match.end("author"))) if is_source and is_plain else one


def _by_subject(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "Aides of NAME sued, saying": the source is the subject, and not what stands in it behind a preposition."""
    if one.cue is None or one.source is None or one.cue[0] < one.source[1]:
        return one
    is_part = _PART.search(text, max(0, one.source[0] - len("for the ")), one.source[0]) is not None
    hangs = text[slice(*one.cue)].endswith("ing") and text[: one.cue[0]].endswith(", ")
    if not is_part or not hangs:
        return one
    sentence = sentence_over(body, one.cue[0])
    before = words(text, sentence.start, one.source[0]) if sentence else []
    tells = next((word for word in before if is_auxiliary(word) or word.low in _RELATIVES), None)
    is_passive = tells is not None and is_auxiliary(tells)  # "She was blamed by NAME, who said"
    subject = main_subject(before, len(before)) if before and not is_passive else None
    return replace(one, source=(before[subject[0]].start, one.source[1])) if subject else one


def _by_clause_behind(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "Admitting that it leaked, NAME warned": who warned also admits, where nobody is told to in the sentence."""
    sentence = sentence_over(body, one.cue[0]) if one.cue else None
    if sentence is None or one.cue is None or (one.source and one.source[0] >= sentence.start):
        return one
    said = one.content[0][0], one.content[-1][1]
    source = subject_behind(text, (sentence.start, sentence.end), one.cue, said)
    return replace(one, source=source) if source else one


def _by_maker(text: str, names: dict[int, Name], one: Attribution) -> Attribution:
    """ "She pointed to a statement from NAME that": NAME says so."""
    if one.cue is None or one.source is None or not one.source[1] <= one.cue[0]:
        return one
    is_writing = words(text, *one.cue)[-1].low in listed("words", "writings") | listed("words", "documents")
    made = _MADE_BY.fullmatch(text, one.cue[1], one.content[0][0]) if is_writing else None
    end = made.end("source") - 1 if made else 0
    if made is None or not any(made.start("source") <= name.start and name.end == end for name in names.values()):
        return one
    return replace(one, source=(made.start("source"), end))


def _by_sender(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "She sent a letter to NAME saying that": not NAME says so but who sent it, or nobody who is told."""
    if one.cue is None or one.source is None or text[one.source[1] : one.cue[0]].strip(",") != " ":
        return one
    to = _ADDRESSED.search(text, max(0, one.source[0] - 40), one.source[0])
    if to is None or not text[slice(*one.cue)].split()[0].endswith("ing"):
        return one
    sentence = sentence_over(body, one.cue[0])
    before = words(text, sentence.start, to.start()) if sentence else []
    subject = main_subject(before, len(before)) if before else None
    last = before[subject[1] - 1] if subject else None
    is_told = last is not None and (is_pronoun(last) or (last.is_capitalised and last.low not in _ARTICLES))
    if subject is None or not is_told or _TO_SEND.search(text, before[subject[1] - 1].end, to.start()):
        return replace(one, source=None)
    return replace(one, source=(before[subject[0]].start, before[subject[1] - 1].end))


def _not_object(text: str, body: Sequence[Paragraph], one: Attribution) -> Attribution:
    """ "She attacked NAME and scoffed at it": before "and" stands the object of another verb, whose subject speaks."""
    if one.cue is None or one.source is None or _AND.fullmatch(text, one.source[1], one.cue[0]) is None:
        return one
    sentence = sentence_over(body, one.cue[0])
    before = words(text, sentence.start, one.source[0]) if sentence else []
    subject = main_subject(before, len(before)) or next(
        ((n, n + 1) for n, word in enumerate(before) if word.low in _SUBJECTS), None
    )
    return replace(one, source=(before[subject[0]].start, before[subject[1] - 1].end)) if subject else one


def _without_day(text: str, names: dict[int, Name], one: Attribution) -> Attribution:
    """ "Mayor NAME Tuesday said": the day behind the name is when it was said."""
    if one.cue is None or one.source is None or one.cue[0] < one.source[1]:
        return one
    inside = [name for name in names.values() if one.source[0] <= name.start < one.source[1]]
    ends = [name.end for name in inside if _DAY_BEHIND.fullmatch(text, name.end, one.source[1])]
    is_name = any(name.end == one.source[1] for name in inside)  # "USA Today"
    return replace(one, source=(one.source[0], ends[0])) if ends and not is_name else one


def _without_listener(text: str, one: Attribution) -> Attribution:
    """ "She urged NAME to leave": whom it is said to is no part of what is said."""
    (start, end), *others = one.content
    if one.cue is None or text[one.cue[1] : start].strip() or not _asks(words(text, *one.cue)):
        return one
    found = words(text, start, end)
    phrase = phrase_from(found, 0, len(found))
    if phrase is None:
        return one
    n = next((n for n in range(phrase[1], len(found)) if not _is_time_of(found[n])), len(found))
    if n + 1 >= len(found) or found[n].low not in _INFINITIVE or _MARK.search(text, start, found[n].start):
        return one
    return replace(one, content=((found[n].start, end), *others))


def _asks(cue: list[Word]) -> bool:
    """Whether reporting words end with a verb behind which somebody may stand, and then what they are to do."""
    verbs = [verb for n in range(len(cue)) if (verb := verb_at(cue, n)) and n + verb.length == len(cue)]
    return bool(verbs) and "person" in verbs[0].frames


def _is_time_of(word: Word) -> bool:
    return is_time(word) or word.low in _BESIDE_TIMES


def _halves(text: str, names: dict[int, Name], one: Attribution) -> Iterator[Attribution]:
    """ "X said that A and Y that B": what Y says is Y's."""
    (start, end) = one.content[-1]
    match = _SECOND.search(text, start, end) if one.cue and one.cue[1] <= start else None
    name = names.get(match.start("source")) if match else None
    if match is None or name is None or name.end != match.end("source"):
        yield one
        return
    first, second = (start, match.start()), (match.end() + len("that "), end)
    if any(len(text[slice(*part)].split()) < _BARE for part in (first, second)):
        yield one
        return
    yield replace(one, content=(*one.content[:-1], first))
    yield replace(one, content=(second,), source=(name.start, name.end))


def _inside(text: str, body: Sequence[Paragraph]) -> Iterator[Attribution]:
    """ "“Mr X came and said, ‘Shred it,’ and left,” she said": words in single marks behind a reporting verb."""
    for paragraph in body:
        for quotation in paragraph.quotations:
            if text[quotation.start] in "'‘":
                continue
            for match in _INNER.finditer(text, quotation.inner_start, quotation.inner_end):
                found = _told(text, quotation.inner_start, match.start(), match.span("said"))
                if found:
                    yield found


def _told(text: str, start: int, stop: int, said: Range) -> Attribution | None:
    """The words at `said`, told by the subject of the verb right before them, whoever they were told to in between; a
    pronoun is too little."""
    before = words(text, start, stop)
    before = before[max((k + 1 for k, word in enumerate(before) if word.text in ".!?;"), default=0) :]
    while before and before[-1].low in _LISTENERS:
        before.pop()
    last = len(before) - 1
    if last > 0 and (before[last - 1].low, before[last].low) == ("put", "it"):
        before.pop()
        last -= 1
    cue = verb_at(before, last) if before else None
    is_told = before and (
        before[last].low in (*listed("words", "quotatives"), "put") or (cue is not None and cue.mode == "said")
    )
    subject = (subject_before(before, last) or main_subject(before, last)) if is_told else None
    if subject is None or is_pronoun(before[subject[0]]) or not any(w.is_capitalised for w in before[slice(*subject)]):
        return None
    source = before[subject[0]].start, before[subject[1] - 1].end
    act = cue.act_in("clause") if cue else "assert"
    return Attribution((said,), source, (before[last].start, before[last].end), act, "said", "quotation inside")
