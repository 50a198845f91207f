"""What is amended in attributions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.amendments import amended
from onrecord.find.name import Name, Named
from onrecord.find.passage import paragraphs
from onrecord.find.stretch import Attribution

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Maria Vance said the weir had held and Peter Roe that the bridge had not.",
            {"the weir had held": "Maria Vance", "the bridge had not": "Peter Roe"},
        ),
        (
            "Maria Vance said the weir and Peter Roe had held.",
            {"the weir and Peter Roe had held": "Maria Vance"},
        ),
    ],
)
def test_the_second_half_of_a_sentence_is_by_whom_it_names(told: Make, text: str, speakers: dict[str, str]) -> None:
    assert {" ".join(one.content): one.speaker for one in told(text)} == speakers


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mayor Maria Vance late Tuesday told of a flood, and of a weir that held.", "Mayor Maria Vance"),
        ("Mayor Maria Vance told of a flood.", "Mayor Maria Vance"),
        ("The editors of USA Today told of a flood.", "The editors of USA Today"),
    ],
)
def test_the_day_behind_a_name_is_no_part_of_the_source(report_of: Make, text: str, source: str) -> None:
    names = {"Maria Vance": "Mayor Maria Vance", "USA Today": "USA Today"}
    named = [_named(text, name, whole) for name, whole in names.items() if name in text]
    (one,) = amended(text, paragraphs(report_of(text)), named, [_said(text, text[: text.index(" told")], "told")])
    assert one.source
    assert text[slice(*one.source)] == source


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        (
            "Farmers who were hurt by Maria Vance sued her in Ostrell, saying the weir had leaked.",
            "Maria Vance",
            "Farmers who were hurt by Maria Vance",
        ),
        ("He had been hurt by Maria Vance, who slept, saying it had leaked.", "Maria Vance", "Maria Vance"),
        ("An aide of Maria Vance slept, saying it had leaked.", "Maria Vance", "An aide of Maria Vance"),
        ("After months of Maria Vance saying it had leaked, it fell.", "Maria Vance", "Maria Vance"),
        ("An aide of Maria Vance saying it had leaked was wrong.", "Maria Vance", "Maria Vance"),
        ("Farmers met Maria Vance, saying it had leaked.", "Maria Vance", "Maria Vance"),
    ],
)
def test_a_source_is_no_part_of_the_subject(report_of: Make, text: str, source: str, whole: str) -> None:
    (one,) = amended(text, paragraphs(report_of(text)), [], [_said(text, source, "saying")])
    assert one.source
    assert text[slice(*one.source)] == whole


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("In May she attacked the mayor, Maria Vance, and told of a flood.", "Maria Vance", "she"),
        ("Peter Roe met Maria Vance and later told of a flood.", "Maria Vance", "Peter Roe"),
        ("Peter Roe and Maria Vance told of a flood.", "Maria Vance", "Maria Vance"),
    ],
)
def test_before_and_stands_the_object_of_another_verb(report_of: Make, text: str, source: str, whole: str) -> None:
    (one,) = amended(text, paragraphs(report_of(text)), [], [_said(text, source, "told")])
    assert one.source
    assert text[slice(*one.source)] == whole


def _said(text: str, source: str, cue: str) -> Attribution:
    at, told = text.index(source), text.index(cue)
    content, words = ((told + len(cue) + 1, len(text)),), (told, told + len(cue))
    return Attribution(content, (at, at + len(source)), words, "assert", "said", "clause")


def _named(text: str, name: str, whole: str) -> Named:
    start, end = text.index(whole), text.index(whole) + len(whole)
    return Named([Name(start, end, end - len(name), tuple(name.split()), "person")], "person", name)


def test_a_letter_is_by_its_sender(told: Make) -> None:
    text = "A letter that Maria Vance sent to her lawyer, Peter Roe, in May said the weir would fall."
    assert [one.speaker for one in told(text)] == ["Maria Vance"]


def test_a_sender_who_is_told_of_elsewhere_takes_nothing(told: Make) -> None:
    text = "A letter that Maria Vance sent was lost. Peter Roe said the weir would fall."
    assert [one.speaker for one in told(text)] == ["Peter Roe"]


def test_words_in_single_marks_inside_a_quotation_are_of_whom_it_names(told: Make) -> None:
    text = "Peter Roe ran the mill. “Mr Roe came in and said, ‘Burn the books,’ and left,” Maria Vance told the court."
    assert (["Burn the books"], "Peter Roe") in [(one.content, one.speaker) for one in told(text)]


@pytest.mark.parametrize("words", ["said to me", "put it to us", "put it"])
def test_whom_they_are_told_to_may_stand_before_them(told: Make, words: str) -> None:
    text = f"Peter Roe ran the mill. “As Mr Roe {words}, ‘books burn well,’ and they do,” Maria Vance told the court."
    assert (["books burn well"], "Peter Roe") in [(one.content, one.speaker) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“He came in and said, ‘Burn the books,’ and left,” Maria Vance told the court.",
        "“Mr Roe wrote a book, ‘Burn The Books,’ and left,” Maria Vance told the court.",
    ],
)
def test_words_in_single_marks_are_left_where_it_is_not_told_who_says_them(told: Make, text: str) -> None:
    assert ["Burn the books"] not in [one.content for one in told(text) if one.speaker != "Maria Vance"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "said"),
    [
        ("Ann urged Peter Roe to leave.", "urged", "Peter Roe to leave", "to leave"),
        (
            "Ann has called on the mayor last week not to leave.",
            "called on",
            "the mayor last week not to leave",
            "not to leave",
        ),
        ("Ann said Peter Roe wants to leave.", "said", "Peter Roe wants to leave", "Peter Roe wants to leave"),
        ("Ann urged Peter Roe’s release.", "urged", "Peter Roe’s release", "Peter Roe’s release"),
        ("Ann called for Peter Roe to leave.", "called for", "Peter Roe to leave", "Peter Roe to leave"),
        ("Ann urged “Peter Roe” to leave.", "urged", "Peter Roe” to leave", "Peter Roe” to leave"),
    ],
)
def test_whom_it_is_said_to_is_no_part_of_what_is_said(
    report_of: Make, text: str, cue: str, content: str, said: str
) -> None:
    at, start = text.index(cue), text.index(content)
    read = Attribution(((start, start + len(content)),), (0, 3), (at, at + len(cue)), "demand", "said", "read")
    (one,) = amended(text, paragraphs(report_of(text)), [], [read])
    assert text[slice(*one.content[0])] == said


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“It is hard for the council to hold it. Is that their aim?” Ann Roe asked.", "asked"),
        ("“A charge with theft and fraud will follow,” Ann Roe charged.", "charged"),
    ],
)
def test_a_quotation_in_front_of_its_reporting_word_is_never_cut(report_of: Make, text: str, cue: str) -> None:
    start, end, at = 1, text.index("”"), text.index(cue)
    whole = text[start:end].rstrip(",")
    read = Attribution(((start, start + len(whole)),), None, (at, at + len(cue)), "demand", "said", "quotation")
    (one,) = amended(text, paragraphs(report_of(text)), [], [read])
    assert text[slice(*one.content[0])] == whole


@pytest.mark.parametrize(
    ("text", "source", "cue", "sender"),
    [
        (
            "Mayor Ann Roe sent a letter to Lars Lund saying it had leaked.",
            "Lars Lund",
            "saying",
            "Mayor Ann Roe",
        ),
        ("Ann Roe issued a civil demand to Lars Lund seeking papers.", "Lars Lund", "seeking", "Ann Roe"),
        ("Last week, Ann Roe sent an appeal to Lars Lund asking for help.", "Lars Lund", "asking for", "Ann Roe"),
        ("A letter to Lars Lund saying it had leaked was lost.", "Lars Lund", "saying", None),
        ("The leak led Ann Roe to send a letter to Lars Lund saying it had held.", "Lars Lund", "saying", None),
        ("Peter Roe led her to send a letter to Lars Lund saying it had held.", "Lars Lund", "saying", None),
        ("The way to Lars Lund, saying it had leaked, was long.", "Lars Lund", "saying", "Lars Lund"),
        ("Ann Roe sent a letter to Lars Lund, who said it had leaked.", "Lars Lund", "said", "Lars Lund"),
    ],
)
def test_what_a_letter_says_is_by_who_sent_it(
    report_of: Make, text: str, source: str, cue: str, sender: str | None
) -> None:
    (one,) = amended(text, paragraphs(report_of(text)), [], [_said(text, source, cue)])
    assert (text[slice(*one.source)] if one.source else None) == sender


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Roe pointed to a statement from Mayor Lars Lund that it had leaked.", "Mayor Lars Lund"),
        ("Ann Roe pointed to a statement from the mayor that it had leaked.", "Ann Roe"),
        ("Ann Roe pointed to a statement by Lars Lund in Ostrell that it had leaked.", "Ann Roe"),
        ("Ann Roe pointed to a hole by Lars Lund that had leaked.", "Ann Roe"),
    ],
)
def test_what_a_statement_says_is_by_who_made_it(report_of: Make, text: str, source: str) -> None:
    named = [_named(text, name, name) for name in ("Ann Roe", "Lars Lund") if name in text]
    cue = text[text.index("pointed") : text.index(" from" if " from" in text else " by")]
    at, start = text.index(cue), text.index("that ") + len("that ")
    read = Attribution(((start, len(text) - 1),), (0, len("Ann Roe")), (at, at + len(cue)), "assert", "said", "read")
    (one,) = amended(text, paragraphs(report_of(text)), named, [read])
    assert one.source
    assert text[slice(*one.source)] == source


def test_who_admits_is_who_warns(told: Make) -> None:
    text = "Lars Lund was away. While admitting that the weir had leaked, Ann Roe warned that it would flood."
    assert {one.speaker for one in told(text)} == {"Ann Roe"}


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        ("not four million as Piers Lamm said", "four million"),
        ("not 4.2 million as Piers Lamm said", "4.2 million"),
        ("not four million, as Piers Lamm said", "the weir cost two million, not four million"),
    ],
)
def test_what_a_report_denies_is_all_that_was_said(tail: str, said: str) -> None:
    text = f"the weir cost two million, {tail}"
    at, end = text.index("Piers"), text.index(tail) + tail.index("million") + len("million")
    one = Attribution(((0, end),), (at, at + 10), (at + 11, len(text)), "assert", "said", "as")
    (found,) = amended(text, [], [], [one])
    assert text[slice(*found.content[0])] == said


@pytest.mark.parametrize(
    ("text", "read", "source", "content"),
    [
        ("Lund was accused of fraud by Ann Roe, a rival.", None, "Ann Roe, a rival", "fraud"),
        ("Lund was charged with theft by officers in Weir.", None, "officers in Weir", "theft"),
        ("Lund was accused of fraud by the regulator.", "the regulator", "the regulator", "fraud"),
        ("Lund was accused of being paid by Ann Roe.", None, None, "being paid by Ann Roe"),
        ("Lund was accused of being paid by Ann Roe.", "Ann Roe", None, "being paid by Ann Roe"),
        ("Lund was accused of a fraud by email.", None, None, "a fraud by email"),
        ("Lund said the weir was built by Ann Roe.", None, None, "the weir was built by Ann Roe"),
    ],
)
def test_who_accuses_is_no_part_of_what_somebody_is_accused_of(
    report_of: Make, text: str, read: str | None, source: str | None, content: str
) -> None:
    cue = next(words for words in ("was accused of", "was charged with", "said") if words in text)
    at = text.index(cue)
    part = (at + len(cue) + 1, len(text) - 1)
    start = text.index(read) if read else 0
    told = Attribution((part,), (start, start + len(read)) if read else None, (at, at + len(cue)), "allege", "said", "")
    named = [_named(text, "Ann Roe", "Ann Roe")] if "Ann Roe" in text else []
    (one,) = amended(text, paragraphs(report_of(text)), named, [told])
    assert (text[slice(*one.source)] if one.source else None) == source
    assert text[slice(*one.content[0])] == content


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ann charged the captain, Lars Lund, with theft of gold.", "charged", "theft of gold"),
        ("Ann charged that the mill with red doors had leaked.", "charged", "that the mill with red doors had leaked"),
        ("Ann was accused of theft and faces a trial.", "was accused of", "theft"),
        ("Ann was accused of taking gold and resigned in May.", "was accused of", "taking gold"),
        ("Ann was accused of theft and fraud.", "was accused of", "theft and fraud"),
        ("Ann said the thief took gold and faces a trial.", "said", "the thief took gold and faces a trial"),
    ],
)
def test_of_a_charge_only_what_somebody_is_charged_with_is_said(
    report_of: Make, text: str, cue: str, content: str
) -> None:
    at = text.index(cue)
    part = (at + len(cue) + 1, len(text) - 1)
    (one,) = amended(
        text, paragraphs(report_of(text)), [], [Attribution((part,), None, (at, at + len(cue)), "allege", "said", "")]
    )
    assert text[slice(*one.content[0])] == content
