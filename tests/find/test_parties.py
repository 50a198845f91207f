"""Who does it to whom."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.find import parties
from onrecord.find.deeds import Deed
from onrecord.find.syntax import Syntax

Make = Callable[[str], Syntax]

ARREST = Deed("arrest", "COERCE", True, 1)
RESIGN = Deed("resign", "RETREAT", True, 1)
SANCTION = Deed("sanction", "SANCTION", True, 1)
VISIT = Deed("visit", "CONSULT", True, 1)
ACTIVE = """
Tolland PROPN nsubj 3
has AUX aux 3
sued VERB root 0
Vance PROPN obj 3
in ADP case 6
Norway PROPN obl 3
. PUNCT punct 3
"""
PASSIVE = """
Vance PROPN nsubj:pass 3
was AUX aux:pass 3
arrested VERB root 0
by ADP case 5
police NOUN obl:agent 3
"""
RELATIVE = """
Vance PROPN root 0
, PUNCT punct 4
who PRON nsubj 4
left VERB acl:relcl 1
"""
CHAIN = """
Vance PROPN nsubj 2
wants VERB root 0
to PART mark 4
sue VERB xcomp 2
Lamm PROPN obj 4
"""
NOUN = """
the DET det 2
arrest NOUN root 0
of ADP case 4
Vance PROPN nmod 2
by ADP case 6
police NOUN nmod 2
"""
RESIGNATION = """
the DET det 2
resignation NOUN root 0
of ADP case 4
Vance PROPN nmod 2
"""
OWNED = """
Norway PROPN compound 2
sanctions NOUN root 0
on ADP case 4
Lamm PROPN nmod 2
"""


def named(syntax: Syntax, found: parties.Parties) -> tuple[str | None, str | None]:
    agent, patient = (syntax.tokens[n].text if n is not None else None for n in (found.agent, found.patient))
    return agent, patient


def test_the_subject_does_it_to_the_object(syntax_of: Make) -> None:
    syntax = syntax_of(ACTIVE)
    assert named(syntax, parties.of_verb(syntax, 2)) == ("Tolland", "Vance")


def test_in_the_passive_the_subject_is_the_one_it_is_done_to(syntax_of: Make) -> None:
    syntax = syntax_of(PASSIVE)
    assert named(syntax, parties.of_verb(syntax, 2)) == ("police", "Vance")


def test_a_relative_pronoun_stands_for_its_noun(syntax_of: Make) -> None:
    syntax = syntax_of(RELATIVE)
    assert named(syntax, parties.of_verb(syntax, 3)) == ("Vance", None)


def test_an_infinitive_takes_the_subject_of_its_verb(syntax_of: Make) -> None:
    syntax = syntax_of(CHAIN)
    assert named(syntax, parties.of_verb(syntax, 3)) == ("Vance", "Lamm")


def test_of_names_the_one_it_is_done_to_or_the_doer_by_the_kind_of_deed(syntax_of: Make) -> None:
    arrest, resignation = syntax_of(NOUN), syntax_of(RESIGNATION)
    assert named(arrest, parties.of_noun(arrest, 1, ARREST)) == ("police", "Vance")
    assert named(resignation, parties.of_noun(resignation, 1, RESIGN)) == ("Vance", None)


def test_a_name_before_the_noun_is_the_doer(syntax_of: Make) -> None:
    syntax = syntax_of(OWNED)
    assert named(syntax, parties.of_noun(syntax, 1, SANCTION)) == ("Norway", "Lamm")


def test_the_names_right_beside_a_verb_are_its_parties(syntax_of: Make) -> None:
    active = syntax_of("Norway PROPN dep 2\nhad AUX aux 3\narrested VERB root 0\nVance PROPN dep 3")
    passive = syntax_of("Vance PROPN dep 3\nwas AUX aux:pass 3\narrested VERB root 0\nNorway PROPN dep 3")
    apart = syntax_of("Vance PROPN dep 3\n, PUNCT punct 3\narrested VERB root 0\nthe DET det 3")
    assert named(active, parties.beside(active, 2)) == ("Norway", "Vance")
    assert named(passive, parties.beside(passive, 2)) == (None, "Vance")
    assert named(apart, parties.beside(apart, 2)) == (None, None)


def test_the_subject_of_a_light_verb_does_the_deed_or_undergoes_it(syntax_of: Make) -> None:
    rows = "Norway PROPN nsubj 2\n{} VERB root 0\nsanctions NOUN obj 2\non ADP case 5\nLamm PROPN nmod 3"
    imposed, faces = syntax_of(rows.format("imposed")), syntax_of(rows.format("faces").replace("on ADP", "by ADP"))
    assert named(imposed, parties.of_noun(imposed, 2, SANCTION)) == ("Norway", "Lamm")
    assert named(faces, parties.of_noun(faces, 2, SANCTION)) == ("Lamm", "Norway")


def test_a_subject_that_hangs_on_nothing_belongs_to_the_verb_behind_it(syntax_of: Make) -> None:
    loose = syntax_of("Vance PROPN nsubj 0\n, PUNCT punct 3\nmayor NOUN appos 1\nleft VERB root 0")
    apart = syntax_of("Vance PROPN nsubj 0\n. PUNCT punct 1\nleft VERB root 0")
    assert named(loose, parties.of_verb(loose, 3)) == ("Vance", None)
    assert named(apart, parties.of_verb(apart, 2)) == (None, None)


def test_a_clause_runs_from_its_helpers_to_what_it_governs_without_the_subject(syntax_of: Make) -> None:
    syntax = syntax_of(ACTIVE)
    assert parties.clause(syntax, 2, is_noun=False) == (1, 6)
    noun = syntax_of(NOUN)
    assert parties.clause(noun, 1, is_noun=True) == (0, 6)


def test_a_person_before_the_noun_of_an_arrest_is_the_one_arrested_a_state_arrests(syntax_of: Make) -> None:
    rows = "{} PROPN nmod:poss 4\n' PUNCT case 1\ns PART case 1\narrest NOUN root 0"
    person, state = syntax_of(rows.format("Vance")), syntax_of(rows.format("Norway"))
    assert named(person, parties.of_noun(person, 3, ARREST)) == (None, "Vance")
    assert named(state, parties.of_noun(state, 3, ARREST)) == ("Norway", None)


def test_a_body_as_a_part_of_the_noun_for_a_measure_is_whom_it_is_against(syntax_of: Make) -> None:
    syntax = syntax_of("the DET det 3\nLamm PROPN compound 3\nsanctions NOUN root 0")
    assert named(syntax, parties.of_noun(syntax, 2, SANCTION)) == (None, "Lamm")


def test_who_takes_part_in_talks_is_the_subject_of_their_clause(syntax_of: Make) -> None:
    rows = "Vance PROPN nsubj 2\nflew VERB root 0\nfor ADP case 4\n{} NOUN obl 2\nwith ADP case 6\nLamm PROPN nmod 4"
    talks, sanctions = syntax_of(rows.format("talks")), syntax_of(rows.format("sanctions"))
    assert named(talks, parties.of_noun(talks, 3, VISIT)) == ("Vance", "Lamm")
    assert named(sanctions, parties.of_noun(sanctions, 3, SANCTION)) == (None, "Lamm")


def test_who_only_takes_a_stand_on_a_deed_does_not_do_it(syntax_of: Make) -> None:
    syntax = syntax_of("Vance PROPN nsubj 2\nhailed VERB root 0\nthe DET det 4\nsanctions NOUN obj 2")
    assert named(syntax, parties.of_noun(syntax, 3, SANCTION)) == (None, None)


def test_what_was_done_by_somebody_or_on_his_orders_is_his(syntax_of: Make) -> None:
    beside = syntax_of("plant NOUN nsubj 3\nwas AUX aux:pass 3\nclosed VERB root 0\nby ADP case 5\nNorway PROPN nmod 1")
    ordered = syntax_of(
        "plant NOUN nsubj 3\nwas AUX aux:pass 3\nclosed VERB root 0\non ADP case 5\norders NOUN obl 3\n"
        "of ADP case 7\nNorway PROPN nmod 5"
    )
    assert named(beside, parties.of_verb(beside, 2)) == ("Norway", "plant")
    assert named(ordered, parties.of_verb(ordered, 2)) == ("Norway", "plant")
