"""Verbs and nouns that tell of a deed."""

from __future__ import annotations

import pytest

from onrecord.find.deeds import deed_at, is_material, stem
from onrecord.find.syntax import Token
from onrecord.wordlists import table

EVENT_TYPES = {
    *[
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
    ],
    *["MOBILIZE", "COERCE", "ASSAULT", "OTHER"],
}


def words(*pairs: tuple[str, str]) -> list[Token]:
    return [Token(0, len(word), word, tag, "dep", -1) for word, tag in pairs]


@pytest.mark.parametrize(
    ("word", "tag", "lemma", "kind"),
    [
        ("arrested", "VERB", "arrest", "COERCE"),
        ("arrest", "NOUN", "arrest", "COERCE"),
        ("detention", "NOUN", "arrest", "COERCE"),
        ("banned", "VERB", "ban", "SANCTION"),
        ("withdrew", "VERB", "withdraw", "RETREAT"),
        ("resignations", "NOUN", "resign", "OTHER"),
        ("stolen", "VERB", "steal", "OTHER"),
        ("curfew", "NOUN", "curfew", "COERCE"),
        ("convicted", "VERB", "convict", "COERCE"),
        ("hearings", "NOUN", "hearing", "CONSULT"),
        ("dropped", "VERB", "drop", "RETREAT"),
        ("payment", "NOUN", "pay", "OTHER"),
    ],
)
def test_a_verb_in_any_form_and_its_noun_are_one_deed(word: str, tag: str, lemma: str, kind: str) -> None:
    deed = deed_at(words((word, tag)), 0)
    assert deed is not None
    assert (deed.lemma, deed.type, deed.is_noun) == (lemma, kind, tag == "NOUN")


def test_the_longest_listed_verb_counts() -> None:
    deed = deed_at(words(("walked", "VERB"), ("out", "ADP")), 0)
    assert deed is not None
    assert (deed.lemma, deed.length) == ("walk out", 2)
    assert deed_at(words(("walked", "VERB"), ("the", "DET")), 0) is None


def test_a_word_of_another_class_is_no_deed() -> None:
    assert deed_at(words(("meet", "NOUN")), 0) is None
    assert deed_at(words(("visit", "ADV")), 0) is None
    assert deed_at(words(("weir", "NOUN")), 0) is None


def test_a_verb_in_small_letters_that_was_read_as_a_name_is_a_verb() -> None:
    assert deed_at(words(("banned", "PROPN")), 0) is not None
    assert deed_at(words(("banned", "NOUN")), 0) is not None
    assert deed_at(words(("Banned", "PROPN")), 0) is None


def test_a_wrongly_built_form_is_none() -> None:
    assert deed_at(words(("selled", "VERB")), 0) is None
    assert deed_at(words(("baned", "VERB")), 0) is None


def test_a_word_without_an_entry_has_the_same_stem_in_all_its_forms() -> None:
    assert len({stem(word) for word in ("dredge", "dredges", "dredged", "dredging")}) == 1
    assert len({stem(word) for word in ("carry", "carries", "carried")}) == 1
    assert stem("glass") == "glass"


def test_a_bodily_deed_is_told_apart_from_a_word_that_also_reports() -> None:
    assert is_material("arrested")
    assert is_material("bombed")
    assert not is_material("said")
    assert not is_material("urged")
    assert not is_material("weir")


def test_every_list_has_a_type_of_plover() -> None:
    assert set(table("events")) - {"irregular", "one"} <= EVENT_TYPES


def test_verbs_that_tell_one_deed_are_known_by_one() -> None:
    told = [deed_at(words(*pairs), 0) for pairs in ([("detained", "VERB")], [("arrests", "NOUN")])]
    assert [one.lemma for one in told if one] == ["arrest", "arrest"]
    quit_, fire = deed_at(words(("quit", "VERB")), 0), deed_at(words(("fired", "VERB")), 0)
    assert quit_ is not None
    assert fire is not None
    assert quit_.lemma != fire.lemma


def test_a_verb_by_which_others_are_known_has_an_entry() -> None:
    verbs = {verb for kind, entry in table("events").items() if kind.isupper() for verb in entry}
    one = table("events")["one"]
    assert {*one, *(other for others in one.values() for other in others)} <= verbs


def test_the_base_form_of_a_verb_in_ed_is_one() -> None:
    assert deed_at(words(("feed", "VERB")), 0) is not None
    assert deed_at(words(("fleeing", "VERB")), 0) is not None
