"""Who makes an accusation that a report tells without an accuser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.match.accusers import with_accusers
from onrecord.model import Entity, Mention, Report, Span, Statement, statement_id

Make = Callable[[str], Report]
CHARGED = "Prosecutors in Weir accused Lund of dumping toxic waste into the harbour."


def accusation(
    report: Report, cue: str, content: str, source: str | None = None, speaker: str | None = None
) -> Statement:
    def span(words: str) -> Span:
        return report.span(report.text.index(words), report.text.index(words) + len(words))

    parts = (span(content),)
    return Statement(
        id=statement_id(report.id, parts, None, "said"),
        report=report.id,
        content=parts,
        form="indirect",
        source=span(source) if source else None,
        cue=span(cue),
        speaker=speaker,
        speaker_why=None,
        act="allege",
        mode="said",
        confidence=0.5,
    )


def named(name: str, *reports: Report) -> Entity:
    mentions = [
        Mention(one.id, at, at + len(name), name, (at, at + len(name)))
        for one in reports
        if (at := one.text.find(name)) >= 0
    ]
    return Entity(id=name, name=name, type="person", mentions=tuple(mentions))


def accuser(
    make: Make, text: str, cue: str, content: str, *others: tuple[str, str], one_affair: bool = True
) -> str | None:
    """Who makes the accusation of `text`, beside others: each a text and the speaker, who is its source."""
    reports = [make(text), *(make(other) for other, _ in others)]
    told = [accusation(reports[0], cue, content)]
    for report, (_, speaker) in zip(reports[1:], others, strict=True):
        told.append(accusation(report, "accused", report.text.split(" of ", 1)[1].rstrip("."), speaker, speaker))
    ids = [one.id for one in reports]
    groups = [ids] if one_affair else [[one] for one in ids]
    entities = [named(name, *reports) for name in ("Lund", "Vance", "Prosecutors", "Roe")]
    return with_accusers(told, reports, entities, groups)[0].speaker


@pytest.mark.parametrize(
    ("text", "cue", "content", "who"),
    [
        (
            "Lund is accused of dumping waste in the harbour.",
            "is accused of",
            "dumping waste in the harbour",
            "Prosecutors",
        ),
        ("Lund denies allegations of toxic waste.", "allegations of", "toxic waste", "Prosecutors"),
        ("Lund is accused of lying about waste.", "is accused of", "lying about waste", None),
        ("Vance is accused of dumping waste in the harbour.", "is accused of", "dumping waste in the harbour", None),
        (
            "Mud is said to hide Lund dumping waste in the harbour.",
            "is said to",
            "Lund dumping waste in the harbour",
            None,
        ),
        ("Lund spoke of the alleged dumping of toxic waste.", "alleged", "dumping of toxic waste", None),
        (
            "He is accused of dumping waste that Lund left in the harbour.",
            "is accused of",
            "dumping waste that Lund left in the harbour",
            None,
        ),
    ],
)
def test_another_statement_of_the_same_accusation_tells_who_accuses(
    report_of: Make, text: str, cue: str, content: str, who: str | None
) -> None:
    assert accuser(report_of, text, cue, content, (CHARGED, "Prosecutors")) == who


def test_of_several_accusers_and_of_another_affair_none_is_taken(report_of: Make) -> None:
    told = ("Lund is accused of dumping waste in the harbour.", "is accused of", "dumping waste in the harbour")
    other = ("Roe accused Lund of dumping toxic waste into the harbour.", "Roe")
    assert accuser(report_of, *told, (CHARGED, "Prosecutors"), other) is None
    assert accuser(report_of, *told, (CHARGED, "Prosecutors"), one_affair=False) is None


def test_nobody_accuses_himself(report_of: Make) -> None:
    text = "Investigators looked at allegations that Roe dumped waste with Lund in the harbour."
    other = ("Roe accused Lund of dumping toxic waste into the harbour.", "Roe")
    assert accuser(report_of, text, "allegations that", "Roe dumped waste with Lund in the harbour", other) is None
