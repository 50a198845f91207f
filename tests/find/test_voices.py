"""Who speaks where the subject does not."""

import pytest

from onrecord.find.voices import agent, hearer, hears, named_subject, quoted, speaking, undergoes


@pytest.mark.parametrize(
    ("text", "cue", "holds"),
    [
        ("Vance was told that it held.", "told", True),
        ("Vance has since been informed that it held.", "informed", True),
        ("Vance was told that it held.", "was told", True),
        ("Vance was informed in writing that it held.", "was informed in writing", True),
        ("Vance told Roe that it held.", "told", False),
        ("Vance was sure, he told Roe.", "told", False),
        ("Vance was said to sleep.", "said", False),
    ],
)
def test_the_subject_hears(text: str, cue: str, holds: bool) -> None:
    start = text.index(cue)
    assert hears(text, (start, start + len(cue))) is holds


@pytest.mark.parametrize(
    ("text", "cue", "holds"),
    [
        ("Vance found to have lied twice", "found", True),
        ("Vance accused of lying", "accused", True),
        ("Vance has been found to be right", "has been found", True),
        ("Vance believed to have fled", "believed to have", True),
        ("Vance is reported to have said it held", "is reported to have said", False),
        ("Vance found that it had held", "found", False),
        ("Vance accused Roe of lying", "accused", False),
        ("Vance reported to the mayor", "reported", False),
    ],
)
def test_the_subject_undergoes_what_is_found_of_it(text: str, cue: str, holds: bool) -> None:
    start = text.index(cue)
    assert undergoes(text, (start, start + len(cue))) is holds


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("Vance was told by Peter Roe that it held.", "it held", "Peter Roe"),
        ("Vance was told in May by its chairman, Peter Roe, that it held.", "it held", "its chairman, Peter Roe"),
        ("Vance was told that it was held by Roe.", "it was", None),
        ("Vance was told it held.", "it held", None),
        ("“It held,” Vance was told by the mayor on Monday.", "It held", "the mayor"),
        ("“It held,” Vance was told. By Monday it broke.", "It held", None),
    ],
)
def test_who_speaks_stands_behind_by(text: str, said: str, who: str | None) -> None:
    cue, content = text.index("told"), text.index(said)
    found = agent(text, (cue, cue + 4), (content, content + len(said)))
    assert (text[slice(*found)] if found else None) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Halden Gazette quoted Inga Roe, a teacher, as saying that it held.", "Inga Roe, a teacher"),
        ("The Gazette quotes the mayor as saying that it held.", "the mayor"),
        ("Inga Roe was quoted by the Halden Gazette as saying that it held.", "Inga Roe"),
        ("Inga Roe was quoted as telling Peter Vance that it held.", "Inga Roe"),
        ("The Gazette quoted Inga Roe on Monday.", None),
        ("Inga Roe said it held as expected during the flooding.", None),
    ],
)
def test_who_is_quoted_speaks(text: str, who: str | None) -> None:
    found = quoted(text, (0, len(text)))
    assert (text[slice(*found)] if found else None) == who


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "holds"),
    [
        ("It asked residents to run their taps.", "residents", "asked", "run", True),
        ("It told residents, however, to wait.", "residents", "told", "wait", True),
        ("“Wait,” warned Peter Roe.", "Peter Roe", "warned", "Wait", False),
        ("Peter Roe said it held.", "Peter Roe", "said", "it", False),
    ],
)
def test_those_who_are_asked_do_not_speak(text: str, source: str, cue: str, content: str, holds: bool) -> None:
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    assert hearer(text, *spans) is holds


@pytest.mark.parametrize(
    ("text", "cue", "who", "named"),
    [
        ("Roe slept, while Tolland says it held.", "says", "Tolland", "Tolland"),
        ("Roe slept, while the mayor says it held.", "says", "the mayor", None),
        ("Tolland was said to have held.", "said", "Tolland", None),
        ("It says it held.", "says", "It", "It"),
    ],
)
def test_the_subject_of_a_reporting_word(text: str, cue: str, who: str, named: str | None) -> None:
    span = text.index(cue), text.index(cue) + len(cue)
    found = [one and text[slice(*one)] for one in (speaking(text, span), named_subject(text, span))]
    assert found == [who, named]
