"""How far the words reach that tell a deed."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.find.extent import extent
from onrecord.find.syntax import Syntax

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


def test_a_clause_runs_from_its_helpers_to_what_it_governs_without_the_subject(syntax_of: Make) -> None:
    assert extent(syntax_of(ACTIVE), 2, is_noun=False) == (1, 6)


def test_a_noun_has_its_whole_phrase(syntax_of: Make) -> None:
    assert extent(syntax_of(NOUN), 1, is_noun=True) == (0, 6)
