"""Whose deed a verb tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.find.subjects import is_passive, subject
from onrecord.find.syntax import Syntax

Make = Callable[[str], Syntax]

ACCUSED = """
Norway PROPN nsubj 2
accused VERB root 0
Lamm PROPN obj 2
of ADP mark 5
hiding VERB acl 2
it PRON obj 5
"""
SUED = ACCUSED.replace("accused", "sued").replace("of ADP", "for ADP").replace("acl", "advcl")
IS_ACCUSED = """
Lamm PROPN nsubj 3
is AUX aux:pass 3
accused VERB root 0
of ADP mark 6
having AUX aux 6
hidden VERB ccomp 3
it PRON obj 6
"""
CALLED_ON = """
Norway PROPN nsubj 2
called VERB root 0
on ADP case 4
Lamm PROPN obl 2
to PART mark 6
pay VERB xcomp 2
"""
PLAN = """
Norway PROPN nsubj 2
has VERB root 0
a DET det 4
plan NOUN obj 2
to PART mark 6
sell VERB acl 4
"""
FIRM = """
a DET det 2
firm NOUN root 0
selling VERB acl 2
fish NOUN obj 3
"""
SIGNED = """
Norway PROPN nsubj 2
signed VERB root 0
an DET det 4
order NOUN obj 2
to PART mark 6
close VERB xcomp 2
mills NOUN obj 6
"""
PROMISE = """
Norway PROPN nmod:poss 2
promise NOUN obj 0
to PART mark 4
close VERB xcomp 2
mills NOUN obj 4
"""
PRONOUN = """
Lamm PROPN root 0
we PRON dep 1
never ADV advmod 4
closed VERB acl:relcl 1
"""
SAID = """
Norway PROPN nsubj 2
said VERB root 0
ships NOUN dep 4
sank VERB ccomp 2
"""


def word(syntax: Syntax, number: int | None) -> str | None:
    return None if number is None else syntax.tokens[number].text


@pytest.mark.parametrize(
    ("rows", "verb", "who"),
    [
        (ACCUSED, 4, "Lamm"),
        (SUED, 4, "Lamm"),
        (IS_ACCUSED, 5, "Lamm"),
        (CALLED_ON, 5, "Lamm"),
        (PLAN, 5, "Norway"),
        (FIRM, 2, "firm"),
        (SIGNED, 5, "Norway"),
        (PROMISE, 3, "Norway"),
        (PRONOUN, 3, "we"),
    ],
)
def test_a_verb_without_a_subject_has_that_of_what_governs_it(syntax_of: Make, rows: str, verb: int, who: str) -> None:
    syntax = syntax_of(rows)
    assert word(syntax, subject(syntax, verb)) == who


def test_whoever_says_so_is_not_the_subject_of_a_clause_whose_own_is_misread(syntax_of: Make) -> None:
    syntax = syntax_of(SAID)
    assert subject(syntax, 3) is None


def test_a_relative_pronoun_stands_for_the_noun_before_it_where_its_clause_hangs_on_a_word_behind(
    syntax_of: Make,
) -> None:
    syntax = syntax_of(
        "service NOUN root 0\n, PUNCT punct 4\nwhich PRON nsubj 4\nclosed VERB acl:relcl 5\nintake NOUN obj 4"
    )
    assert word(syntax, subject(syntax, 3)) == "service"


def test_the_place_of_a_thing_is_not_what_a_relative_pronoun_means(syntax_of: Make) -> None:
    syntax = syntax_of(
        "spill NOUN root 0\nin ADP case 3\nNorway PROPN nmod 1\n, PUNCT punct 6\nwhich PRON nsubj 6\n"
        "killed VERB acl:relcl 7\nfish NOUN obj 6"
    )
    assert word(syntax, subject(syntax, 5)) == "spill"


def test_an_order_to_be_carried_out_does_not_carry_itself_out(syntax_of: Make) -> None:
    syntax = syntax_of("the DET det 2\norder NOUN nsubj 5\nto PART mark 4\nclose VERB acl 2\ncame VERB root 0")
    assert subject(syntax, 3) is None


def test_words_that_hang_on_each_other_in_a_circle_have_no_subject(syntax_of: Make) -> None:
    syntax = syntax_of("to PART mark 2\nsell VERB acl 3\nplan NOUN obj 2\nnow ADV advmod 2")
    assert subject(syntax, 1) is None


@pytest.mark.parametrize(("helper", "passive"), [("was", True), ("had", False)])
def test_only_a_form_of_be_makes_a_passive(syntax_of: Make, helper: str, passive: bool) -> None:
    syntax = syntax_of(f"shares NOUN nsubj:pass 3\n{helper} AUX aux 3\nlost VERB root 0")
    assert is_passive(syntax, 2) is passive


def test_what_a_relative_pronoun_does_is_no_passive(syntax_of: Make) -> None:
    assert not is_passive(syntax_of("union NOUN root 0\nwhich PRON nsubj 3\ncalled VERB acl 1"), 2)
    assert is_passive(syntax_of("union NOUN root 0\ncalled VERB acl 1"), 1)


def test_a_verb_that_hangs_on_the_helper_of_another_has_its_subject(syntax_of: Make) -> None:
    rows = "mill NOUN nsubj 3\nhad AUX aux 3\nlost VERB root 0\nand CCONJ cc 6\nhad AUX aux 6\nsold VERB conj 2"
    assert subject(syntax_of(rows), 5) == 0
