"""Which statements a report tells as the news of the day, and on which day that news was.

News are words in the plain past, in the headline, and those in the perfect in the paragraph that opens the report ("has
offered to pay"), of somebody who is named or known from the report: what "a friend of the family" said may be of any
time. A writer who says "I" comments on what is known, and so only the first paragraphs are news.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cached_property

from onrecord.match.asides import is_aside
from onrecord.match.freshness import opening
from onrecord.match.other_days import is_of_other_day
from onrecord.match.plain_past import is_plain_past
from onrecord.match.sittings import Sittings, is_day_gone
from onrecord.model import Findings, Report, Statement, Time, TimeKind

_DATED: frozenset[TimeKind] = frozenset({"date", "day"})
_OF_OUTLETS = frozenset({"reported", "used"})
"""What other outlets did, and what was said at times: "the Post reported", "he used to say"."""
_PERFECT = frozenset({"has", "have"})
_KNOWN = frozenset(
    {"the", "his", "her", "its", "their", "he", "she", "it", "they", "police", "prosecutors", "authorities"}
)
"""First words of a source that the report has told of before, or that everybody knows."""
_NAMED = re.compile(r"\w['’]s\s|\b[^\W\d_a-z]\w+\s[^\W\d_a-z]\w+|(?i:\bspokes\w+)")
"""What else tells who a source is: whose it is, a name, and that it speaks for somebody."""
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"\n]|‘[^\n]*?’(?!\w)")
_WRITER = re.compile(r"\b(?:I|me|my)\b")
_AGAIN = re.compile(r"\b(?:again|once more|repeat(?:s|ed(?:ly)?)?|reiterat(?:es?|ed|ing)|renew(?:s|ed))\b")
_BESIDE = 12  # characters beside a reporting word in which an adverb of it stands
_OFTEN = 2  # times that a writer says "I" or "me": once it may be a quotation whose marks are lost


class News:
    """The news of one report."""

    def __init__(
        self,
        report: Report,
        statements: Sequence[Statement],
        times: Sequence[Time],
        named: Set[str],
        quoted: Sequence[Time] = (),
    ) -> None:
        """What is gone by: the report, its statements, the times that it tells in its own voice, who has a name, and
        the times inside quotation marks."""
        self._report, self._statements, self._times, self._named = report, statements, times, named
        self._quoted = quoted
        self.sittings = Sittings(report, times)
        self._lead = opening(report.text)
        vague = [one.source.text.lower() for one in statements if one.source and not self._is_known(one)]
        self._vague = {word for source in vague for word in _WORD.findall(source)}
        self._leading = [one for one in statements if one.inside is None and one.when and self._opens(one)]

    def holds(self, one: Statement) -> bool:
        """Whether a statement is news of the day."""
        if self.is_headline(one):
            return True
        if self.sittings.is_old(one) or self.is_of_other_day(one):
            return False
        if self.is_comment and place_of(one) >= self._lead_end:
            return False
        return self._is_told_as_news(one) and self._is_known(one) and not self._is_vague(one)

    @cached_property
    def day(self) -> Time | None:
        """The time of the first statement in the paragraph that opens the report, else the one day that it tells, if
        not in passing."""
        start, end = self._lead
        own = {time.start: time for time in self._times}
        first = min(self._leading, key=place_of, default=None)
        if first is not None and first.when is not None:
            return own.get(first.when.start)
        told = [one for one in self._times if start <= one.start < end and _is_day(one)]
        if len({(one.kind, one.value) for one in told}) != 1:
            return None
        return next((one for one in told if not is_aside(self._report.text, one)), None)

    def day_of(self, one: Statement) -> Time | None:
        """The day of a statement that is news: that of the one before it in its paragraph, or that of the news.

        The day of the news holds for what stands behind it and in the headline.
        """
        if not self.holds(one):
            return None
        told = self.before(one)
        if told is not None:
            return told
        is_behind = self.is_headline(one) or place_of(one) > self._from
        return self.day if self.day is not None and is_behind else None

    def before(self, one: Statement) -> Time | None:
        """The time of the last statement before one in its paragraph that has one."""
        start = self._report.text.rfind("\n", 0, place_of(one)) + 1
        before = [(at, time) for at, time in self._told if start <= at < place_of(one)]
        return max(before, key=lambda item: item[0])[1] if before else None

    def looks_back_to(self, one: Statement) -> list[Time]:
        """The days that a statement tells by their dates, of what was done by then: "I wrote to them on 5 June"."""
        return [
            time
            for time in (*self._times, *self._quoted)
            if time.kind in _DATED
            and time.past
            and _is_day(time)
            and any(part.start <= time.start < part.end for part in one.content)
        ]

    @cached_property
    def _told(self) -> list[tuple[int, Time]]:
        """The places of the statements that have a day of their own, with it."""
        own = {time.start: time for time in self._times}
        told = ((one, own.get(one.when.start)) for one in self._statements if one.when and one.inside is None)
        return [(place_of(one), time) for one, time in told if time is not None and time.is_day]

    @cached_property
    def _from(self) -> int:
        """Where the news that has a day begins."""
        first = min(self._leading, key=place_of, default=None)
        return place_of(first) if first else self.day.start if self.day else self._lead[0]

    @cached_property
    def is_comment(self) -> bool:
        """Whether the writer speaks of himself outside quotation marks."""
        return len(_WRITER.findall(_QUOTED.sub(" ", self._report.text))) >= _OFTEN

    def is_of_other_day(self, one: Statement) -> bool:
        """Whether the words beside a statement tell that it was said on another day than the news, or on many."""
        return is_of_other_day(self._report.text, one, self._times)

    def is_past(self, one: Statement) -> bool:
        """Whether a statement is reported in the plain past."""
        return is_plain_past(one, self._report.text)

    def is_again(self, one: Statement) -> bool:
        """Whether a statement is told as said not for the first time: "again denied", "reiterated"."""
        return one.cue is not None and bool(
            _AGAIN.search(self._report.text, max(0, one.cue.start - _BESIDE), one.cue.end + _BESIDE)
        )

    def is_headline(self, one: Statement) -> bool:
        """Whether a statement stands in the headline."""
        head = self._report.headline
        return head is not None and head.start <= place_of(one) < head.end

    @cached_property
    def _lead_end(self) -> int:
        """Where the paragraph behind the opening one ends."""
        text = self._report.text
        behind = re.compile(r"\s*[^\n]+").match(text, self._lead[1])
        return behind.end() if behind else self._lead[1]

    def _is_told_as_news(self, one: Statement) -> bool:
        words = one.cue.text.lower().split() if one.cue else []
        if _OF_OUTLETS & set(words):
            return False
        if self.is_past(one):
            return True
        return bool(words) and words[0] in _PERFECT and self._opens(one)

    def _opens(self, one: Statement) -> bool:
        """Whether a statement stands in the paragraph that opens the report."""
        return self._lead[0] <= place_of(one) < self._lead[1]

    def _is_known(self, one: Statement) -> bool:
        if one.speaker in self._named:
            return True
        words = one.source.text.lower().split() if one.source else []
        return bool(words) and (words[0] in _KNOWN or bool(one.source and _NAMED.search(one.source.text)))

    def _is_vague(self, one: Statement) -> bool:
        """Whether a source was brought in as nobody in particular: "the friend" behind "a friend of the family"."""
        if one.speaker in self._named or one.source is None:
            return False
        return _WORD.findall(one.source.text.lower())[-1] in self._vague


def _is_day(time: Time) -> bool:
    is_now = time.kind == "days" and time.value == "0" and not time.past  # "tonight" lies ahead more often than not
    return is_day_gone(time) and not is_now


def news_of(
    reports: Sequence[Report], findings: Sequence[Findings], statements: Sequence[Statement], named: Set[str]
) -> dict[str, News]:
    """The news of each report, by its id.

    Args:
        reports: all reports.
        findings: what each of them says, in the same order; its times count.
        statements: those of all reports, with the ids that their speakers have across reports.
        named: the ids of those who have a name.
    """
    own = defaultdict[str, list[Statement]](list)
    for one in statements:
        own[one.report].append(one)
    return {
        report.id: News(report, own[report.id], found.times, named, found.quoted_times)
        for report, found in zip(reports, findings, strict=True)
    }


def place_of(one: Statement) -> int:
    """Where a statement begins in its report, for their order: at its reporting word, if it has one."""
    return one.cue.start if one.cue else one.content[0].start
