"""Quotations inside quotations: "“Mr X came and said, ‘Shred it,’ and left,” she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.find.cues import verb_at
from onrecord.find.passage import Paragraph
from onrecord.find.phrases import Range, is_pronoun, main_subject, subject_before
from onrecord.find.stretch import Attribution
from onrecord.find.words import words
from onrecord.wordlists import listed

_INNER = re.compile(r"[,:] ?[‘'](?P<said>(?=\w)(?:[^‘’'\n]|[’'](?=\w)){3,300}?),?[’'](?!\w)")
_LISTENERS = frozenset({"to", "me", "us", "him", "her", "them", "you"})


def inner_quotations(text: str, body: Sequence[Paragraph]) -> Iterator[Attribution]:
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
