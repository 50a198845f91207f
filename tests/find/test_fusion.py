"""Rules and network joined: no quotation is lost, none changes its words, nothing is there twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.find.attributions import attributed
from onrecord.find.direct import direct_attributions
from onrecord.find.fusion import DOUBTED, FLOOR, fused
from onrecord.find.passage import paragraphs
from onrecord.find.plain import Plain, Range
from onrecord.find.reader import EDGE, Read, Reading
from onrecord.find.stretch import Attribution
from onrecord.model import Report

Make = Callable[..., Any]

REPORTS = [
    "“It will hold,” said Maria Vance. “We checked it twice.”\n\nHugo Lamm told reporters: “It leaks.”",
    "The weir is “sound and dry”, Maria Vance said. Hugo Lamm called that “a fairy tale”. “So be it,” she said.",
    "“It began at night.\n\n“Then the weir gave way,” Dorrit Roe said. ‘Nobody came,’ she added.",
    "Maria Vance said: \"It will hold. We shall sleep.\" Hugo Lamm denied it. 'It won't,' he said.",
    "“Go!”\n\n“Why?” asked Hugo Lamm, the mayor of Ostrell (“the weir town”).\n\n“It leaks…”",
    "He said “Hugo Lamm told me ‘it leaks’ and left,” according to Maria Vance, who would not say “why",
]
_PIECES = st.sampled_from(
    ["“", "”", "“It will hold,”", "“It leaks.”", "“Go!”", '"It held," ', "‘Nobody came,’", "'It won't,'", "“a weir”",
     "“It began.\n\n“Then it ended,”", "(", ")", ".", ",", "said", "Maria Vance", "Hugo Lamm", "he added",
     "told reporters:", "said:", "according to", "that", "the weir was sound", "was “surely” sound", "denied", "\n",
     "\n\n", "She", "and", "😀"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, min_size=1, max_size=25).map(" ".join)


class MadeUp(Reading):
    """What a network might have read."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self.reads = list(reads)
        self.proposed: list[Range] = []

    def attributions(self, proposed: Sequence[Range] = (), least: float = 0) -> list[Read]:
        self.proposed = list(proposed)
        return [one for one in self.reads if not one.is_proposed or one.cue_chance >= least]


def fuse(report: Report, rules: list[Attribution], *reads: Read) -> list[Attribution]:
    return fused(report.text, Plain(report.text, paragraphs(report)), rules, MadeUp(reads))


def quoted(report: Report) -> list[Attribution]:
    """What the rules read of quotations."""
    return direct_attributions(report.text, paragraphs(report)).attributions


def read(text: str, cue: str, *content: str, source: str | None = None, **known: Any) -> Read:
    """A reading of a text of one paragraph by the words of its spans."""

    def span(part: str) -> Range:
        return text.index(part), text.index(part) + len(part)

    chances = {"cue_chance": 0.9, "content_chance": 0.9} | known
    return Read(span(source) if source else None, span(cue), tuple(map(span, content)), **chances)


def words_of(text: str, content: Sequence[Range]) -> frozenset[int]:
    """Where the letters and digits of a content stand."""
    return frozenset(at for start, end in content for at in range(start, end) if text[at].isalnum())


@st.composite
def reads_of(draw: st.DrawFn, text: str) -> list[Read]:
    """Any ranges of a text as if they had been read in it."""
    if len(text) < 2:
        return []
    start = st.integers(0, len(text) - 2)
    spans = start.flatmap(lambda at: st.tuples(st.just(at), st.integers(at + 1, len(text)) | st.just(len(text))))
    chance = st.sampled_from([0.01, 0.6, 0.9, 1.0])
    return draw(
        st.lists(
            st.builds(
                Read, st.none() | spans, spans, st.lists(spans, min_size=1, max_size=3).map(tuple), chance, chance,
                st.booleans(),
            ),
            max_size=5,
        )
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS, data=st.data())
def test_whatever_is_read_no_quotation_is_lost_and_none_changes(
    report_of: Make, text: str, data: st.DataObject
) -> None:
    report = report_of(text)
    rules = quoted(report)
    reads = data.draw(reads_of(Plain(text, paragraphs(report)).text))
    found = fuse(report, rules, *reads)
    contents = [one.content for one in found]
    assert all(contents.count(rule.content) >= 1 for rule in rules)
    assert len(found) <= len(rules) + len(reads)
    assert [one.rule for one in found if one.rule.startswith("quotation")] == [rule.rule for rule in rules]
    for one in found:
        for start, end in (*one.content, *(span for span in (one.source, one.cue) if span)):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", REPORTS)
def test_the_quotations_of_a_report_are_all_found_word_for_word(report_of: Make, text: str) -> None:
    rules = quoted(report_of(text))
    assert rules
    contents = [one.content for one in attributed(report_of(text)).attributions]
    assert [contents.count(rule.content) for rule in rules] == [1] * len(rules)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_TEXTS)
def test_the_quotations_of_any_text_are_all_found_and_nothing_is_found_twice(report_of: Make, text: str) -> None:
    report = report_of(text)
    contents = [one.content for one in attributed(report).attributions]
    assert {rule.content for rule in quoted(report)} <= set(contents)
    assert len(set(contents)) == len(contents)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Dorrit Vance said the weir was old.", "Dorrit Vance", "said", "the weir was old"),
        ("The weir was old, said Dorrit Vance.", "Dorrit Vance", "said", "The weir was old"),
        ("According to Dorrit Vance, the weir had cracked.", "Dorrit Vance", "According to", "the weir had cracked"),
        ("The Ostrell Gazette reported that it had cracked.", "The Ostrell Gazette", "reported", "it had cracked"),
        ("Critics say the weir is old.", "Critics", "say", "the weir is old"),
        ("Tolland Mills was accused of poisoning it.", None, "was accused of", "poisoning it"),
    ],
)
def test_a_plain_attribution_is_found_by_both_together(
    told: Make, text: str, source: str | None, cue: str, content: str
) -> None:
    (one,) = told(text)
    assert (one.source, one.cue, one.content) == (source, cue, [content])


def test_a_quotation_takes_source_and_cue_from_the_network(report_of: Make) -> None:
    text = "“It will hold,” said Maria Vance, who lives in Oslo."
    (rule,) = quoted(report_of(text))
    (one,) = fuse(report_of(text), [rule], read(text, "said", "It will hold", source="Maria Vance, who lives in Oslo"))
    assert (one.content, one.rule) == (rule.content, rule.rule)
    assert one.chance == pytest.approx(0.81)
    assert one.source
    assert text[slice(*one.source)] == "Maria Vance, who lives in Oslo"


def test_a_quotation_keeps_its_source_where_the_network_has_none(report_of: Make) -> None:
    text = "“It will hold,” said Maria Vance."
    (rule,) = quoted(report_of(text))
    (one,) = fuse(report_of(text), [rule], read(text, "said", "It will hold"))
    assert one.source == rule.source is not None


def test_a_quotation_that_the_network_does_not_see_stays_as_it_is(report_of: Make) -> None:
    report = report_of("“It will hold,” said Maria Vance.")
    assert fuse(report, quoted(report)) == quoted(report)


def test_the_rules_propose_their_cues(report_of: Make) -> None:
    report = report_of("It rained.\r\n\r\n“It will hold,” said Maria Vance.")
    plain = Plain(report.text, paragraphs(report))
    reading = MadeUp([])
    fused(report.text, plain, quoted(report), reading)
    assert [plain.text[slice(*span)] for span in reading.proposed] == ["said"]


@pytest.mark.parametrize("content", ["It will hold", "will hold", "It will", "It will hold,” said Maria Vance"])
def test_what_rule_and_network_both_find_is_there_once(report_of: Make, content: str) -> None:
    text = "“It will hold,” said Maria Vance."
    rules = quoted(report_of(text))
    (one,) = fuse(report_of(text), rules, read(text, "said", content, source="Maria Vance"))
    assert one.content == rules[0].content


def test_overlapping_content_is_one_though_the_cues_differ(report_of: Make) -> None:
    text = "Maria Vance stood up and said, pointing: “It will hold for ever.”"
    rules = quoted(report_of(text))
    assert len(rules) == 1
    assert len(fuse(report_of(text), rules, read(text, "pointing", "It will hold for ever"))) == 1


def test_of_several_readings_the_nearest_is_the_quotation_s(report_of: Make) -> None:
    text = "“It will hold,” said Maria Vance, adding that it was dry."
    rules = quoted(report_of(text))
    reads = [read(text, "adding", "it was dry"), read(text, "said", "It will hold", source="Maria Vance")]
    found = fuse(report_of(text), rules, *reads)
    assert sorted(text[slice(*one.content[0])] for one in found) == ["It will hold,", "it was dry"]


def ruled(text: str, rule: str, content: str, cue: str) -> Attribution:
    one = read(text, cue, content)
    return Attribution(one.content, None, one.cue, "allege", "held", rule)


@pytest.mark.parametrize(
    ("rule", "stays"),
    [("alleged", True), ("passive", True), ("noun that", True), ("headline colon", True), ("clause", False)],
)
def test_what_only_a_rule_sees_stays_by_its_kind(report_of: Make, rule: str, stays: bool) -> None:
    text = "The weir was said to be sound."
    one = ruled(text, rule, "to be sound", "was said")
    assert fuse(report_of(text), [one]) == ([one] if stays else [])


def test_content_of_running_text_is_the_network_s_and_the_act_the_rule_s(report_of: Make) -> None:
    text = "Maria Vance claimed the weir was sound on Monday."
    one = ruled(text, "clause", "the weir was sound", "claimed")
    (found,) = fuse(report_of(text), [one], read(text, "claimed", "the weir was sound on Monday", source="Maria Vance"))
    assert text[slice(*found.content[0])] == "the weir was sound on Monday"
    assert (found.act, found.mode, found.rule) == ("allege", "held", "clause")


@pytest.mark.parametrize(
    ("known", "stays"),
    [
        ({"content_chance": FLOOR}, True),
        ({"content_chance": FLOOR - 0.01}, False),
        ({"cue_chance": 0.0}, True),
        ({"cue_chance": DOUBTED, "is_proposed": True}, True),
        ({"cue_chance": DOUBTED - 0.01, "is_proposed": True}, False),
    ],
)
def test_what_is_hardly_an_attribution_is_left_out(report_of: Make, known: dict[str, Any], stays: bool) -> None:
    text = "Maria Vance said the weir was sound."
    assert len(fuse(report_of(text), [], read(text, "said", "the weir was sound", **known))) == stays


@pytest.mark.parametrize(
    ("cue", "act", "rule"),
    [("said", "assert", "read verb"), ("denied", "deny", "read verb"), ("shrugged", "assert", "read other")],
)
def test_the_act_of_what_only_the_network_reads_is_the_cue_s(report_of: Make, cue: str, act: str, rule: str) -> None:
    text = f"Maria Vance {cue} the weir was sound."
    (one,) = fuse(report_of(text), [], read(text, cue, "the weir was sound"))
    assert (one.act, one.mode, one.rule) == (act, "said", rule)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Maria Vance said it was sound.\n\nAnd it was dry.", ["it was sound"]),
        ("Maria Vance said it was sound:\n\nAnd it was dry.", ["it was sound", "And it was dry"]),
    ],
)
def test_content_runs_into_the_next_paragraph_behind_a_colon_only(report_of: Make, text: str, parts: list[str]) -> None:
    report = report_of(text)
    plain = Plain(report.text, paragraphs(report)).text
    (one,) = fuse(report, [], read(plain, "said", plain[plain.index("it was") :]))
    assert [report.text[slice(*part)] for part in one.content] == parts


def test_a_source_has_both_marks_of_a_pair(report_of: Make) -> None:
    report = report_of("A map of the weir (see above) tells a tale.")
    (one,) = fuse(report, [], read(report.text, "tells", "a tale", source="A map of the weir (see above"))
    assert one.source
    assert report.text[slice(*one.source)] == "A map of the weir (see above)"


def test_a_source_over_two_paragraphs_is_what_stands_in_the_cue_s(report_of: Make) -> None:
    report = report_of("OSTRELL WEIR\n\nMaria Vance said it was sound.")
    text = Plain(report.text, paragraphs(report)).text
    (one,) = fuse(report, [], read(text, "said", "it was sound", source="OSTRELL WEIR\n\nMaria Vance"))
    assert one.source
    assert report.text[slice(*one.source)] == "Maria Vance"


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Vance said it was sound.", "it was sound", "it was sound"),
        ("Vance said it was “sound”.", "it was “sound", "it was “sound”"),
        ("Vance said it was “sound.”", "it was “sound", "it was “sound.”"),
        ("Vance said it was “sound.", "it was “sound", "it was “sound"),
        ("Vance said “sound” weirs held.", "sound” weirs held", "“sound” weirs held"),
        ("Vance said “yes” or “no”.", "yes” or “no", "“yes” or “no”"),
        ('Vance said it was "sound".', 'it was "sound', 'it was "sound"'),
        ('Vance said it was "sound."', 'it was "sound', 'it was "sound."'),
        ('Vance said it was "sound.', 'it was "sound', 'it was "sound'),
        ('Vance said "sound" weirs held.', 'sound" weirs held', '"sound" weirs held'),
        ("Vance said it was ‘sound’.", "it was ‘sound", "it was ‘sound’"),
        ("Vance said it ‘isn’t sound’.", "it ‘isn’t sound", "it ‘isn’t sound’"),
        ("“Go.” Vance said the mills’ weir held.", "the mills’ weir held", "the mills’ weir held"),
        ("‘We don’t know’ was what Vance said.", "We don’t know", "We don’t know"),
        ('Vance said it was "sound.”', 'it was "sound', 'it was "sound.”'),
        ("Vance said 'sound' weirs held.", "sound' weirs held", "'sound' weirs held"),
        ("Vance said it was 'sound'.", "it was 'sound", "it was 'sound'"),
        ("“Go.” Vance said the mills' weir held.", "the mills' weir held", "the mills' weir held"),
        ('Vance said to "give \'em rope."', "to \"give 'em rope", 'to "give \'em rope."'),
        ("Vance said it was sound (and dry).", "it was sound (and dry", "it was sound (and dry)"),
        ("Vance said [it] was sound.", "it] was sound", "[it] was sound"),
        ("Vance said (a) yes or (b).", "a) yes or (b", "(a) yes or (b)"),
        ("Vance said it was (“sound”).", "it was (“sound", "it was (“sound”)"),
        ("Vance said it was “(sound)”.", "it was “(sound", "it was “(sound)”"),
    ],
)
def test_content_has_both_marks_of_a_pair(report_of: Make, text: str, content: str, whole: str) -> None:
    (one,) = fuse(report_of(text), [], read(text, "said", content))
    assert [text[slice(*part)] for part in one.content] == [whole]


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        ("Old. That leaks, Vance said.", "said", "leaks", "That leaks"),
        ("Vance disputed that old claim.", "disputed", "old claim", "that old claim"),
        ("Vance said that it leaks.", "said", "it leaks", "it leaks"),
        ("Vance said that weirs leak at times.", "said", "weirs leak at times", "weirs leak at times"),
    ],
)
def test_a_that_which_means_something_is_said(report_of: Make, text: str, cue: str, content: str, whole: str) -> None:
    (one,) = fuse(report_of(text), [], read(text, cue, content))
    assert [text[slice(*part)] for part in one.content] == [whole]


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(st.sampled_from([*'“”"‘’()[].,', *"abcde", "f ", " g", "\n"]), min_size=2, max_size=20).map(
        lambda pieces: "".join([*pieces, "."])
    ),
    data=st.data(),
)
def test_content_grows_by_marks_alone(report_of: Make, text: str, data: st.DataObject) -> None:
    report = report_of(text)
    plain = Plain(text, paragraphs(report))
    reads = data.draw(reads_of(plain.text))
    for one in fuse(report, [], *reads):
        contents = []
        for read in reads:
            (cue,) = plain.theirs(read.cue)[:1] or [(0, 0)]
            pieces = [part for span in read.content for part in plain.theirs(span)]
            contents.append(words_of(text, [part for part in pieces if plain.follows(cue, part)]))
        assert words_of(text, one.content) in contents
        for start, end in one.content:
            assert 0 <= start < end <= len(text)
            assert set(text[start:end]) - set(EDGE)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Maria Vance said that it had held.", "said"),
        ("Maria Vance asked whether it had held.", "held"),
        ("Maria Vance asked the town to leave.", "said"),
        ("Maria Vance is expected to argue that it had held.", "held"),
        ("Maria Vance will say that it had held.", "held"),
    ],
)
def test_what_is_asked_or_yet_to_be_said_is_held_and_not_said(found_in: Make, text: str, mode: str) -> None:
    assert {one.mode for one in found_in(text).statements} <= {mode}


def test_a_quotation_does_not_take_the_reporting_word_that_stands_in_it(report_of: Make) -> None:
    text = "“She came home and said, ‘The weir is going to break tonight.’ I wept.”"
    report = report_of(text)
    inner = read(text, "said", "The weir is going to break tonight", source="She")
    nested, outer = fuse(report, quoted(report), inner)
    assert (outer.source, outer.cue) == (None, None)
    assert text[slice(*nested.content[0])] == "The weir is going to break tonight"


@pytest.mark.parametrize(
    ("text", "cue", "content", "is_said"),
    [
        ("Hugo Lamm remembers the evening well.", "remembers", "the evening", False),
        ("Hugo Lamm remembers that the weir broke.", "remembers", "the weir broke", True),
        ("Hugo Lamm praised the evening.", "praised", "the evening", True),
        ("Prosecutors sought $60,000.", "sought", "$60,000", False),
        ("Prosecutors sought $60,000 from him.", "sought", "$60,000 from him", True),
    ],
)
def test_a_mere_sum_or_a_thing_remembered_is_no_statement(
    report_of: Make, text: str, cue: str, content: str, is_said: bool
) -> None:
    assert bool(fuse(report_of(text), [], read(text, cue, content))) is is_said


def test_a_plain_denial_needs_no_network(report_of: Make) -> None:
    text = "Maria Vance said it held but again denied any part in it."
    at, said = text.index("denied"), text.index("any part")
    rule = Attribution(((said, said + 14),), (0, 11), (at, at + 6), "deny", "said", "past object")
    assert fuse(report_of(text), [rule]) == [rule]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Video footage shows the weir gave way at night.", 0),
        ("The inquiry’s report shows the weir gave way at night.", 1),
        ("Video footage of the inquiry suggests the weir gave way at night.", 1),
    ],
)
def test_pictures_show_but_say_nothing(report_of: Make, text: str, count: int) -> None:
    verb = "suggests" if "suggests" in text else "shows"
    at, said = text.index(verb), text.index("the weir")
    read = Read((0, at - 1), (at, at + len(verb)), ((said, len(text) - 1),), 0.9, 0.9)
    assert len(fuse(report_of(text), [], read)) == count


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Niki Sandhu said that wasn’t good enough.", ["that wasn’t good enough"]),
        ("The mayor insisted that was never the plan.", ["that was never the plan"]),
        ("None of the ministers admitted that it leaked.", []),
        ("An official, who asked not to be named, said the deal was off.", ["the deal was off"]),
    ],
)
def test_what_nobody_says_and_what_is_asked_of_the_reporter_is_not_said(
    found_in: Callable[..., Any], text: str, contents: list[str]
) -> None:
    said = [one for one in found_in(text).statements if one.mode == "said"]
    assert [one.content[0].text for one in said] == contents
