"""Whose words a participle reports that opens a sentence."""

from __future__ import annotations

import pytest

from onrecord.find.fronted import subject_behind


@pytest.mark.parametrize(
    ("text", "cue", "said", "subject"),
    [
        (
            "While admitting that the weir had leaked, Ann Roe warned of a flood.",
            "admitting",
            "the weir had leaked",
            "Ann Roe",
        ),
        (
            "Calling it “a sensible plan,” the Ostrell Council approved it.",
            "Calling",
            "it “a sensible plan",
            "the Ostrell Council",
        ),
        ("After falsely claiming that it held, the mayor quickly resigned.", "claiming", "it held", "the mayor"),
        ("Noting that it held, Ann Roe, a baker, was pleased.", "Noting", "it held", "Ann Roe, a baker"),
        ("Saying that it held, she left.", "Saying", "it held", "she"),
        # the clause behind has no subject of that kind
        ("Saying that it held, there was no danger.", "Saying", "it held", None),
        ("While insisting that it held, the comments were mild.", "insisting", "it held", None),
        ("Noting that it held, according to Ann Roe, was wrong.", "Noting", "it held", None),
        ("Saying that it held is brave, Ann Roe wrote.", "Saying", "it held", None),
        # the participle opens no sentence
        ("Ann Roe left, saying that it held, and Lars Lund stayed.", "saying", "it held", None),
        ("The man saying that it held, Ann Roe wrote, was wrong.", "saying", "it held", None),
        # no participle
        ("He says it held, Ann Roe wrote.", "says", "it held", None),
        ("Being told that it held, Ann Roe left.", "Being told", "it held", None),
    ],
)
def test_the_subject_of_the_clause_behind(text: str, cue: str, said: str, subject: str | None) -> None:
    at, start = text.index(cue), text.index(said)
    found = subject_behind(text, (0, len(text)), (at, at + len(cue)), (start, start + len(said)))
    assert (text[slice(*found)] if found else None) == subject
