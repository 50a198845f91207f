"""How far the words reach that tell a deed."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.find.extent import extent
from onrecord.find.reader import Reading
from onrecord.find.syntax import Syntax, syntax

Make = Callable[[str], Syntax]

ACTIVE = """
Tolland PROPN nsubj 3
has AUX aux 3
sued VERB root 0
Vance PROPN obj 3
in ADP case 6
Norway PROPN obl 3
. PUNCT punct 3
"""
NOUN = """
the DET det 2
arrest NOUN root 0
of ADP case 4
Vance PROPN nmod 2
by ADP case 6
police NOUN nmod 2
"""

LOOSE = """
Tolland PROPN nsubj 2
sued VERB root 0
the DET det 5
old ADJ amod 5
mayor NOUN nmod 7
of ADP case 7
Ostrell PROPN obl 1
. PUNCT punct 2
"""

POSSESSIVE = """
Monday PROPN dep 0
’ PUNCT punct 1
s PART case 4
arrest NOUN root 0
of ADP case 6
Vance PROPN nmod 4
"""


def test_a_clause_runs_from_its_helpers_to_what_it_governs_without_the_subject(syntax_of: Make) -> None:
    assert extent(syntax_of(ACTIVE), 2, is_noun=False) == (1, 6)


def test_a_noun_has_its_whole_phrase(syntax_of: Make) -> None:
    assert extent(syntax_of(NOUN), 1, is_noun=True) == (0, 6)


def test_a_noun_s_phrase_does_not_begin_with_the_ending_of_the_word_before(syntax_of: Make) -> None:
    assert extent(syntax_of(POSSESSIVE), 3, is_noun=True) == (3, 6)


def test_a_figure_is_not_cut(reading_of: Callable[[str], Reading]) -> None:
    text = "The flood cut off the water of 23,000 people."
    read = syntax(reading_of(text))
    (cut,) = [n for n, token in enumerate(read.tokens) if token.text == "cut"]
    first, after = extent(read, cut, is_noun=False)
    assert "23,000" in text[read.tokens[first].start : read.tokens[after - 1].end]


def test_the_object_belongs_to_a_verb_also_where_it_hangs_elsewhere(syntax_of: Make) -> None:
    tree = syntax_of(LOOSE)
    assert [tree.tokens[n].text for n in range(*extent(tree, 1, is_noun=False))] == ["sued", "the", "old", "mayor"]
