"""What was said before a hearing or stands in a letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.times import times
from onrecord.match.sittings import Sittings
from onrecord.model import Report, Span, Statement

Make = Callable[..., Report]
HEARING = "Dorrit Vance told a committee of the council on Monday that the weir was safe.\n"


def said(report: Report, cue: str, content: str, source: str | None = None) -> Statement:
    def span(words: str) -> Span:
        at = report.text.rindex(words)
        return Span(report.id, at, at + len(words), words)

    return Statement(
        id="s",
        report=report.id,
        content=(span(content),),
        form="indirect",
        source=span(source) if source else None,
        cue=span(cue),
        speaker=None,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=1.0,
    )


def sittings(report: Report) -> Sittings:
    return Sittings(report, times(report.id, report.text, 0, len(report.text)))


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        (HEARING + "Hugo Lamm told the same committee that it leaked.", "told", "on Monday"),
        (HEARING + "Hugo Lamm testified that it leaked.", "testified", "on Monday"),
        (HEARING + "Hugo Lamm told reporters that it leaked.", "told", None),
        (HEARING + "On Tuesday he went to court. Hugo Lamm testified that it leaked.", "testified", None),
        ("Hugo Lamm testified that it leaked.", "testified", None),
        ("It cites an email sent on 30 May. Hugo Lamm wrote that it leaked.", "wrote", "on 30 May"),
        ("It cites an email about a leak on 30 May. Hugo Lamm wrote that it leaked.", "wrote", None),
        ("It cites an email sent on 30 May.\nHugo Lamm wrote that it leaked.", "wrote", None),
        ("It cites an email sent on 30 May. Hugo Lamm said that it leaked.", "said", None),
    ],
)
def test_what_goes_back_to_a_sitting_or_letter_has_its_day(
    report_of: Make, text: str, cue: str, day: str | None
) -> None:
    report = report_of(text)
    found = sittings(report).day_of(said(report, cue, "it leaked"))
    assert (found.text if found else None) == day


@pytest.mark.parametrize(
    ("text", "source", "is_old"),
    [
        ("The letter said that it leaked.", "The letter", True),
        ("In the letter, Hugo Lamm said that it leaked.", "Hugo Lamm", True),
        ("Hugo Lamm said in a note to staff seen by the Post that it leaked.", "Hugo Lamm", True),
        ("Hugo Lamm said in a letter to the council that it leaked.", "Hugo Lamm", False),
        ("The statement said that it leaked.", "The statement", False),
    ],
)
def test_a_letter_known_already_or_got_hold_of_may_be_of_any_day(
    report_of: Make, text: str, source: str, is_old: bool
) -> None:
    report = report_of(text)
    assert sittings(report).is_old(said(report, "said", "it leaked", source)) is is_old
