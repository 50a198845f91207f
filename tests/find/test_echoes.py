"""Quotations whose words somebody says elsewhere in the report."""

from __future__ import annotations

from onrecord.find.echoes import echoed
from onrecord.find.scene import Speaker
from onrecord.find.stretch import Attribution

TEXT = "“It held” Roe said: “It held well.” Vance said: “It held at night.” Lamm slept."
BARE = ((1, 8),)
ROE, VANCE = Speaker(0, None, "named"), Speaker(1, None, "named")
NOBODY = Speaker(None, None, "nobody is named beside the quotation")


def said(words: str, source: str | None) -> Attribution:
    start = TEXT.index(words)
    at = TEXT.index(source) if source else 0
    return Attribution(
        ((start, start + len(words)),), (at, at + len(source)) if source else None, None, "assert", "said", "quotation"
    )


def test_words_that_one_alone_says_again_are_that_ones() -> None:
    found = echoed(TEXT, [(said("It held", None), NOBODY), (said("It held well", "Roe"), ROE)])
    assert [one.named for one in found] == [0, 0]


def test_words_that_two_say_are_nobodys() -> None:
    spoken = [
        (said("It held", None), NOBODY),
        (said("It held well", "Roe"), ROE),
        (said("It held at night", "Vance"), VANCE),
    ]
    assert echoed(TEXT, spoken)[0] == NOBODY


def test_who_tells_of_words_that_others_write_has_not_said_them() -> None:
    spoken = [(said("It held", None), NOBODY), (said("It held” Roe said: “It held well", "Vance"), VANCE)]
    assert echoed(TEXT, spoken)[0] == NOBODY


def test_one_word_and_other_words_are_left_alone() -> None:
    for words in ("held", "Lamm slept"):
        assert echoed(TEXT, [(said(words, None), NOBODY), (said("It held well", "Roe"), ROE)])[0] == NOBODY
