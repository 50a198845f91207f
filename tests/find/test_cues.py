"""Reporting words: forms, frames, acts."""

import pytest

from onrecord.find.cues import forms, nouns, openers, passives, verb_at
from onrecord.find.words import words


@pytest.mark.parametrize(
    ("verb", "third", "past", "participle"),
    [
        ("say", "says", "said", "saying"),
        ("deny", "denies", "denied", "denying"),
        ("praise", "praises", "praised", "praising"),
        ("admit", "admits", "admitted", "admitting"),
        ("stress", "stresses", "stressed", "stressing"),
        ("warn", "warns", "warned", "warning"),
        ("tell", "tells", "told", "telling"),
        ("agree", "agrees", "agreed", "agreeing"),
    ],
)
def test_forms_of_a_verb(verb: str, third: str, past: str, participle: str) -> None:
    made = forms(verb)
    assert made == {"base": (verb,), "third": (third,), "past": (past,), "participle": (participle,)}


def test_both_spellings_count() -> None:
    assert forms("signal")["past"] == ("signalled", "signaled")


@pytest.mark.parametrize(
    ("text", "lemma", "form", "length"),
    [
        ("said", "say", "past", 1),
        ("points out that", "point out", "third", 2),
        ("pointed at it", None, None, 0),
        ("pleaded guilty to fraud", "plead guilty to", "past", 3),
        ("pleaded for time", "plead", "past", 1),
        ("brushed aside the plan", "brush aside", "past", 2),
        ("making it clear", "make it clear", "participle", 3),
        ("slept", None, None, 0),
    ],
)
def test_the_longest_verb_is_taken(text: str, lemma: str | None, form: str | None, length: int) -> None:
    cue = verb_at(words(text), 0)
    assert (cue.lemma if cue else None, cue.form if cue else None, cue.length if cue else 0) == (lemma, form, length)


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    assert verb_at(words("the United States"), 2) is None
    assert verb_at(words("States the report"), 0) is not None


@pytest.mark.parametrize(
    ("verb", "frame", "act"),
    [
        ("dismissed", "object", "deny"),
        ("warned", "clause", "warn"),
        ("suggested", "clause", "assert"),
        ("praised", "object", "support"),
        ("pleaded guilty", "object", "concede"),
        ("pleaded not guilty", "object", "deny"),
        ("called", "called", "criticise"),
        ("called", "for", "demand"),
        ("accused", "of", "allege"),
    ],
)
def test_the_act_goes_by_what_follows(verb: str, frame: str, act: str) -> None:
    cue = verb_at(words(verb), 0)
    if cue is None:
        cue = verb_at(words(f"{verb} for"), 0)
    assert cue
    assert cue.act_in(frame) == act


def test_beliefs_are_held_and_not_said() -> None:
    believes, says = verb_at(words("believes"), 0), verb_at(words("says"), 0)
    assert believes
    assert says
    assert (believes.mode, says.mode) == ("held", "said")


def test_whatever_may_report_begins_with_an_opener() -> None:
    begin = {
        "according",
        "alleged",
        "said",
        "warning",
        *nouns(),
        *passives("of"),
        *passives("to"),
        *forms("claim")["past"],
    }
    assert begin <= openers()
    assert not {"weir", "the", "to"} & openers()


def test_nouns_and_passives_have_acts() -> None:
    assert nouns()["warning"] == "warn"
    assert passives("to")["alleged"] == "allege"
    assert passives("of")["accused"] == "allege"
