"""What was said before a hearing, or stands in a letter, has the day that the report gives to the hearing or letter.

"Told the same committee" and "testified" go back to the one sitting that the report has dated so far. "Wrote" goes back
to "an email sent on 30 May" earlier in the paragraph. A letter that is known already ("in the letter", "the memo said")
or was got hold of ("in a note seen by") may be of any day: what stands in it is no news of the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from onrecord.model import Report, Statement, Time
from onrecord.wordlists import table

_HEARERS = (
    r"(?:committee|hearing|inquiry|tribunal|inquest|jury|jurors|lawmakers|deputies|senators|MPs|court|judge|panel)"
)
_SITTING = re.compile(rf"\b(?:told|before|at|in|to)\s(?:[\w’'-]+\s){{0,3}}?{_HEARERS}\b", re.IGNORECASE)
_HEARD_BY = re.compile(rf"\s(?:(?:the|a|an|that|his|her)\s)?(?:[\w’'-]+\s){{0,2}}?{_HEARERS}\b", re.IGNORECASE)
_PAPER = r"(?:letter|e-?mail|memo|memorandum|note|message|diary)"
_KNOWN_PAPER = re.compile(rf"\b(?:the|that|this)\s(?:same\s)?{_PAPER}", re.IGNORECASE)
_IN_PAPER = re.compile(rf"\bin\s(?:the|that)\s(?:same\s)?{_PAPER}\b", re.IGNORECASE)
_GOT_PAPER = re.compile(
    rf"\b{_PAPER}\b(?:\s[\w’'-]+){{0,5}}?\s(?:seen|obtained|reviewed|leaked|shown)\b", re.IGNORECASE
)
_DATED_PAPER = re.compile(rf"\b{_PAPER}\s(?P<how>[a-z]+\s)?$", re.IGNORECASE)
_SIDE = 40  # characters before a time that hold the letter that it dates
_SENTENCE_END = re.compile(r"[.!?\n]")


class Sittings:
    """The sittings and letters of one report, with their days."""

    def __init__(self, report: Report, times: Sequence[Time]) -> None:
        """What is gone by: the report, and the times that it tells in its own voice."""
        self._text = report.text
        self._days = [one for one in times if is_day_gone(one)]

    def day_of(self, one: Statement) -> Time | None:
        """The time of the sitting or letter to which a statement goes back, where the report tells it."""
        if one.cue is None or one.when is not None or one.inside is not None:
            return None
        if self._is_heard(one):
            before = {(time.kind, time.value): time for time in self._sittings if time.start < one.cue.start}
            return next(iter(before.values())) if len(before) == 1 else None
        if "wrote" in one.cue.text.lower().split() or self._is_in_known_paper(one):
            start = self._text.rfind("\n", 0, one.cue.start) + 1
            dated = [time for time in self._days if start <= time.start < one.cue.start and self._dates_paper(time)]
            return dated[-1] if dated else None
        return None

    def is_old(self, one: Statement) -> bool:
        """Whether a statement stands in a letter that may be of any day."""
        if one.cue is None or one.when is not None:
            return False
        return self._is_in_known_paper(one) or any(
            not _within(match.end() - 1, one)
            for match in _GOT_PAPER.finditer(self._text, *self._sentence(one.cue.start))
        )

    @cached_property
    def _sittings(self) -> list[Time]:
        """The days of sittings, in order."""
        return [one for one in self._days if _SITTING.search(self._text, *self._sentence(one.start))]

    def _is_heard(self, one: Statement) -> bool:
        """Whether somebody says it before a sitting."""
        words = one.cue.text.lower().split() if one.cue else []
        if "testified" in words:
            return True
        return one.cue is not None and "told" in words and _HEARD_BY.match(self._text, one.cue.end) is not None

    def _is_in_known_paper(self, one: Statement) -> bool:
        if one.cue is None:
            return False
        if one.source is not None and _KNOWN_PAPER.fullmatch(one.source.text):
            return True
        found = _IN_PAPER.finditer(self._text, *self._sentence(one.cue.start))
        return any(not _within(match.start(), one) for match in found)

    def _dates_paper(self, time: Time) -> bool:
        """Whether a time stands right behind a letter: "an email sent on 30 May", "the memo of 2 May"."""
        found = _DATED_PAPER.search(self._text[max(0, time.start - _SIDE) : time.start])
        return found is not None and (found["how"] or "sent ").strip() in _issued()

    def _sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a character, roughly."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self._text, max(0, at - 400), at)]
        after = _SENTENCE_END.search(self._text, at)
        return (ends[-1] if ends else max(0, at - 400)), (after.start() if after else len(self._text))


@cache
def _issued() -> frozenset[str]:
    """The participles that tell when something written came out, of `data/en/times.toml`."""
    return frozenset(table("times")["clauses"]["issued"])


def is_day_gone(time: Time) -> bool:
    """Whether a time says on which day something was, up to that of the report."""
    return time.is_day and time.use == "when" and not time.ahead


def _within(at: int, one: Statement) -> bool:
    return any(part.start <= at < part.end for part in one.content)
