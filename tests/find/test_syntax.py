"""How the words of a sentence hang together."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.find.reader import Reading
from onrecord.find.syntax import ROOT, Syntax, syntax

Read = Callable[[str], Reading]
Make = Callable[[str], Syntax]

BEHIND = """
Norway PROPN nsubj 2
sold VERB root 0
his PRON nmod:poss 5
two NUM nummod 5
mills NOUN obj 2
and CCONJ cc 8
then ADV advmod 8
jailed VERB conj 2
him PRON obj 8
Monday PROPN obl:unmarked 8
"""


def test_subject_and_object_hang_on_the_verb(reading_of: Read) -> None:
    read = syntax(reading_of("The council of the town rejected the plan."))
    verb = next(n for n, token in enumerate(read.tokens) if token.text == "rejected")
    assert read.tokens[verb].tag == "VERB"
    assert [read.tokens[n].text for n in read.below(verb, "nsubj")] == ["council"]
    assert [read.tokens[n].text for n in read.below(verb, "obj")] == ["plan"]


def test_every_word_has_its_range_and_a_head_in_its_own_sentence(reading_of: Read) -> None:
    text = "The weir held. Dorrit Vance, who had built it, left for Norway.\n\nNobody knew why."
    read = syntax(reading_of(text))
    assert all(text[token.start : token.end] == token.text for token in read.tokens)
    stop = text.index(".")
    for token in read.tokens:
        if token.head != ROOT and token.start < stop:
            assert read.tokens[token.head].start <= stop


def test_a_text_longer_than_a_window_is_read_to_its_end(reading_of: Read) -> None:
    text = "Norway arrested the mayor of Ostrell on Monday. " * 60
    read = syntax(reading_of(text))
    assert read.tokens[-1].end == len(text.rstrip())
    assert len(read.tokens) == 9 * 60


def test_a_text_without_words_has_no_syntax(reading_of: Read) -> None:
    assert list(syntax(reading_of("")).tokens) == []


def test_a_phrase_is_all_that_hangs_on_its_word(syntax_of: Make) -> None:
    read = syntax_of("the DET det 2\narrest NOUN root 0\nof ADP case 4\nVance PROPN nmod 2\ncame VERB dep 0")
    assert read.under(1) == [0, 1, 2, 3]
    assert read.under(1, frozenset({"nmod"})) == [0, 1]
    assert list(read.above(2)) == [3, 1]


def test_a_loop_of_heads_ends(syntax_of: Make) -> None:
    read = syntax_of("one NOUN dep 2\ntwo NOUN dep 1")
    assert list(read.above(0)) == [1]
    assert read.under(0) == [0, 1]


def test_a_figure_is_all_of_its_numbers(reading_of: Read) -> None:
    read = syntax(reading_of("The fire drove 23,000 people out at 2:10 on 4, 5 and 6 May."))

    def figure(word: str) -> str:
        (number,) = [n for n, token in enumerate(read.tokens) if token.text == word]
        return "".join(token.text for token in read.tokens[slice(*read.figure(number))])

    assert [figure(word) for word in ("000", "2", "5", "people")] == ["23,000", "2:10", "5", "people"]


def test_the_phrase_behind_a_word_ends_where_the_parts_of_speech_do(syntax_of: Make) -> None:
    tree = syntax_of(BEHIND)
    words = [token.text for token in tree.tokens]
    assert words[slice(*tree.phrase_behind(1))] == ["his", "two", "mills"]
    assert words[slice(*tree.phrase_behind(7))] == ["him"]
    assert words[slice(*tree.phrase_behind(4))] == []
