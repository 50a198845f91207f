"""Who speaks, and why nobody is named where that is not plain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from onrecord.find.antecedents import Antecedents
from onrecord.find.attributions import attributed
from onrecord.find.expression import Expression
from onrecord.find.phrases import Range
from onrecord.find.speakers import Speakers
from onrecord.find.spoken import Spoken
from onrecord.find.stretch import Attribution

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # by name
        ("Maria Vance said it had held. Vance said it had leaked.", ["Maria Vance", "Maria Vance"]),
        ("Maria Vance, the mayor of Ostrell, said it had held.", ["Maria Vance"]),
        ("The mayor of Ostrell, Maria Vance, said it had held.", ["Maria Vance"]),
        ("Mayor Maria Vance said it had held.", ["Maria Vance"]),
        ("Oslo-based Tolland Mills said it had held.", ["Tolland Mills"]),
        ("A study done for the Gazette and published by Maria Vance said it had held.", ["Maria Vance"]),
        ("A study conducted for Ostrell by Maria Vance said it had held.", ["Maria Vance"]),
        ("The Ostrell Council said it had held.", ["Ostrell Council"]),
        ("Norway said it had held.", ["Norway"]),
        ("Maria K. Vance slept. Maria Vance woke. Vance said it had held.", ["Maria K. Vance"]),
        ("Maria Vance met Peter Vance. Mrs Vance said it had held.", ["Maria Vance"]),
        # by pronoun
        ("Maria Vance said it had held. She said it had leaked.", ["Maria Vance", "Maria Vance"]),
        ("Mrs Vance came late. She said it had held.", ["Vance"]),
        (
            "Maria Vance said it had held. Peter Roe said it had leaked. She said it was old.",
            ["Maria Vance", "Peter Roe", "Maria Vance"],
        ),
        ("Maria Vance said it had held. He said it had leaked.", ["Maria Vance", None]),
        ("She said it had held. Maria Vance slept.", [None]),
        ("Maria Vance came. They said it had held.", [None]),
        ("Tolland Mills Ltd said it had paid. It said it was sorry.", ["Tolland Mills Ltd", "Tolland Mills Ltd"]),
        # by question and answer
        ("Peter Roe interviewed the banker, Lars Lund. He answered that it had held.", ["Lars Lund"]),
        # by authorship
        ("The diary of the explorer Maria Vance, edited by Peter Roe, says it had held.", ["Maria Vance"]),
        ("The report, written by Maria Vance and paid for by Peter Roe, says it had held.", ["Maria Vance"]),
        ("The report, paid for by Peter Roe, says it had held.", [None]),
        ("A letter to Peter Roe said it had held.", [None]),
        # by what is said of them
        ("Peter Roe came. His housing adviser, Maria Vance, said it had held.", ["Maria Vance"]),
        ("Peter Roe came. His leading adviser said it had held.", [None]),
        ("They met Maria Vance, a critic who said it had held.", ["Maria Vance"]),
        ("They met Maria Vance, a loyalist who said it had held.", ["Maria Vance"]),
        ("They met Maria Vance and a loyalist who said it had held.", ["a loyalist"]),
        ("They met Maria Vance (D) of the Ostrell Council, who said it had held.", ["Maria Vance"]),
        ("It met those close to Maria Vance, who said it had held.", ["those close to Maria Vance"]),
        ("They met Maria Vance of Ostrell, who said it had held.", ["Maria Vance"]),
        ("Many asked, including Sen. Maria Vance, D-N.Y., who said it had held.", ["Maria Vance"]),
        (
            "Critics, including the surgeon, Maria Vance, said it had held.",
            ["Critics, including the surgeon, Maria Vance"],
        ),
        # by role
        (
            "Iraqi Premier Ann Roe met Spanish Premier Lars Lund. Iraq’s premier said it had held.",
            ["Ann Roe"],
        ),
        ("Maria Vance, the mayor of Ostrell, slept. The mayor said it had held.", ["Maria Vance"]),
        ("Mayor Maria Vance met Mayor Peter Roe. The mayor said it had held.", [None]),
        ("Maria Vance, the mayor, slept. The farmer said it had held.", [None]),
        ("Security adviser Maria Vance slept. The economic adviser said it had held.", ["The economic adviser"]),
        ("Deputy Mayor Maria Vance slept. The mayor said it had held.", [None]),
        ("Mayor Maria Vance slept. The mayor’s lawyer said it had held.", ["The mayor’s lawyer"]),
        ("OSTRELL (OWB) — It leaked. It was wet. A judge said it had held. Judge Lars Lund slept.", ["Lars Lund"]),
        (
            "It was wet. The sea was grey.\n\nOSTRELL (OWB) — A judge said it had held. Judge Lars Lund slept.",
            ["Lars Lund"],
        ),
        # by kind of body
        ("The Ostrell Council met. The council said it had held.", ["Ostrell Council"]),
        ("The Ostrell Council met the Roe Council. The council said it had held.", [None]),
        ("Tolland Mills Ltd paid. Tolland Mills Ltd left. The company said it was sorry.", ["Tolland Mills Ltd"]),
        ("The Department of Works said it had held.", ["Department of Works"]),
        ("Bank of Ostrell chief Maria Vance said it had held.", ["Maria Vance"]),
        ("Spain’s government said it had held.", ["Spain"]),
        ("The U.S. government said it had held.", ["United States"]),
        # by who leads it
        ("Ms Vance’s office said it had held.", ["Ms Vance’s office"]),
        ("The Vance campaign said it had held.", ["Vance campaign"]),
        # members of a party
        ("Peter Roe met Anna Lund. The Democrat said it had held.", [None]),
        # the force that spoke last
        ("The Ostrell police said it had held. Police said it had leaked.", ["Ostrell police", "Ostrell police"]),
        (
            "The Ostrell police slept. Maria Vance said it had held. Police said it had leaked.",
            ["Maria Vance", "Police"],
        ),
        # unnamed, and told of again
        ("A farmer said it had held. The farmer said it had leaked.", ["A farmer", "A farmer"]),
        ("A spokeswoman said it had held. She said it had leaked.", ["A spokeswoman", "A spokeswoman"]),
        ("A spokeswoman said it had held. He said it had leaked.", ["A spokeswoman", None]),
        (
            "An aide to Anna Lund said it had held. She said it had leaked.",
            ["An aide to Anna Lund", "An aide to Anna Lund"],
        ),
        # named behind
        ("“It was dark.” That is how Maria Vance tells it.", ["Maria Vance"]),
        ("“It was dark.” Maria Vance slept.", [None]),
        ("“It was dark,” she says. Maria Vance, a baker, had slept.", ["Maria Vance"]),
        ("“It was dark,” she says. She is Maria Vance, and she slept.", ["Maria Vance"]),
        ("“It was dark,” she says. Peter Roe, a baker, had slept.", [None]),
        # the role in front of the name has the country or body in it
        ("Mayor Peter Roe slept. Ambassador to Norway Maria Vance said it had held.", ["Maria Vance"]),
        ("Then-Director of the Ostrell Weir Board Maria Vance said it had held.", ["Maria Vance"]),
        ("The Ostrell Weir Board (OWB) President Maria Vance said it had held.", ["Maria Vance"]),
        # a role is no name of a people
        ("Dutch Prime Minister Maria Vance slept. The Dutch said it had held.", [None]),
        ("Maria Vance slept. She at one point said it had held.", ["Maria Vance"]),
        ("Maria Vance slept. Mrs Vance herself said it had held.", ["Maria Vance"]),
        # "US" is no plural
        ("US tracking website Tarn Watch said it had held.", ["Tarn Watch"]),
        # when they speak, and to whom papers went, is nobody
        ("The Ostrell Council after the flood said it had held.", ["Ostrell Council"]),
        ("Documents leaked to the Ostrell Times said the weir had held.", ["Documents"]),
        # several
        (
            "Maria Vance, D-Ostrell, and the Tolland Council said it had held.",
            ["Maria Vance, D-Ostrell, and the Tolland Council"],
        ),
        ("Norway, Sweden and other countries said it had held.", ["Norway, Sweden and other countries"]),
        # described, not named
        ("Two officials said it had held.", ["Two officials"]),
        ("A farmer said it had held.", ["A farmer"]),
        ("Police said it had held.", ["Police"]),
        ("58 percent of farmers said it had held.", ["58 percent of farmers"]),
        ("Everyone said it had held.", ["Everyone"]),
        ("Only one-third said it had held.", ["Only one-third"]),
        ("At least two in three said it had held.", ["At least two in three"]),
        ("Police officials nationwide said it had held.", ["Police officials"]),
        # in capitals
        ("Mayor Vance slept. “It held,” VANCE said.", ["Vance"]),
        ("Sources familiar with the weir said it had held.", ["Sources familiar with the weir"]),
        ("His family said it had held.", ["His family"]),
        ("He met two lawyers who said it had held.", ["two lawyers"]),
        ("It met the doubts of lawyers who said it had leaked.", ["lawyers"]),
        ("Lawyers in Norway who said it had held slept.", ["Lawyers in Norway"]),
        ("Maria Vance, the mayor, slept. He met the mayor, who said it had held.", ["Maria Vance"]),
        # neither a time nor a number is anybody, and a group is not the one named in it
        ("March 7 said it had held.", [None]),
        ("130 said it had held.", [None]),
        ("Lawyers like Maria Vance said it had held.", ["Lawyers like Maria Vance"]),
        ("Lawyers such as Maria Vance said it had held.", ["Lawyers such as Maria Vance"]),
        ("Maria Vance slept. Maria Vance’s team said it had held.", ["Maria Vance’s team"]),
        ("Maria Vance slept. According to Vance’s remarks, it had held.", ["Maria Vance"]),
        # whoever says something calls somebody else "he"
        (
            "Lars Lund slept. “The weir has held, and he said it would hold,” Peter Roe said of Lars Lund.",
            ["Peter Roe", "Lars Lund"],
        ),
        # of any that is not named
        ("Peter Roe slept. The owner of a mill said it had held.", ["The owner of a mill"]),
        ("Peter Roe slept. The left said it had held.", ["The left"]),
        ("Peter Roe slept. Open it now. — Carla ?? (@carlabigg) June 3, 2020", ["Carla"]),
        # several who are not named, and told of again
        ("Officials said it had held. They said it had leaked.", ["Officials", "Officials"]),
        ("A farmer said it had held. They said it had leaked.", ["A farmer", None]),
        ("“Officials came,” two lawyers said. “They said it had held.”", ["two lawyers", None]),
        ("The Ostrell police said it had held. They said it had leaked.", ["Ostrell police", "Ostrell police"]),
        # whoever spoke last goes on
        (
            "The Tolland Council spoke. Maria Vance said it had held. It had rained, she added.",
            ["Maria Vance", "Maria Vance"],
        ),
        # described at the head of a report and named right behind
        ("A British engineer said it had held. Peter Roe, of Ostrell, slept.", [None]),
        # what it is stands behind the name
        ("The opposition Ostrell Union party said it had held.", ["Ostrell Union"]),
        ("The Ostrell Union armed group said it had held.", ["Ostrell Union"]),
        # where it was said is no speaker
        ("In an interview with the Ostrell Gazette, the mayor, Maria Vance, said it had held.", ["Maria Vance"]),
        ("The farmer said it had held.", ["The farmer"]),
    ],
)
def test_the_speakers_of_a_report(told: Make, text: str, speakers: list[str | None]) -> None:
    assert [one.speaker for one in told(text)] == speakers


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Maria Vance said it had held.", "named: “Maria Vance”"),
        ("The farmer said it had held.", "not named: described, and nobody named is likely"),
        ("The premier said it had held.", "“The premier” fits nobody, or more than one, that the report names"),
        ("She said it had held.", "“she” has no female name before it"),
        ("They said it had held.", "“they” may stand for more than one"),
        ("Tolland Mills is alleged to have paid.", "the report does not say who says so"),
        ("“It will hold until the spring.”", "nobody is named beside the quotation"),
        ("Two officials said it had held.", "not named: described in these words only"),
        ("The statement said it had held.", "the report does not say whose statement it is"),
    ],
)
def test_the_reason_is_given(found_in: Make, text: str, why: str) -> None:
    assert [one.speaker_why for one in found_in(text).statements] == [why]


def test_two_people_of_one_surname_are_not_taken_for_each_other(told: Make) -> None:
    (one,) = told("Maria Vance met Anna Vance. Vance said it had held.")
    assert one.speaker not in ("Maria Vance", "Anna Vance")


def test_a_pronoun_far_from_its_name_is_left_open(told: Make) -> None:
    text = "Maria Vance said it had held. " + "The rain fell on the hills. " * 60 + "She said it had leaked."
    assert [one.speaker for one in told(text)] == ["Maria Vance", None]


def test_a_pronoun_between_two_of_one_gender_is_left_open(told: Make) -> None:
    text = "Maria Vance said it had held. Anna Roe came to the weir. She said it had leaked."
    assert told(text)[-1].speaker in ("Anna Roe", None)


def test_unnamed_speakers_are_groups_or_unnamed(found_in: Make) -> None:
    found = found_in("Two officials said it had held. A farmer said it had leaked.")
    assert [(one.name, one.type) for one in found.entities] == [("Two officials", "group"), ("A farmer", "unnamed")]


def test_a_quotation_that_goes_on_keeps_its_speaker(told: Make) -> None:
    found = told("Maria Vance said it had held.\n\n“We looked at it twice and it was sound.”")
    assert [one.speaker for one in found] == ["Maria Vance", "Maria Vance"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Maria Vance came late. A lawyer for Maria Vance said it had held.",
        "Mayor Maria Vance came late. The wife of Peter Roe said it had held.",
        "Mayor Maria Vance came late. Aides to Mayor Maria Vance said it had held.",
        "“Maria Vance told me nothing,” she said.",
    ],
)
def test_who_speaks_for_a_person_or_of_one_is_not_that_person(told: Make, text: str) -> None:
    assert {one.speaker for one in told(text)} & {"Maria Vance", "Peter Roe"} == set()


def test_a_name_beside_a_role_is_the_speaker(told: Make) -> None:
    found = told("Peter Roe's lawyer, Dorothea Finch, said it had held. She said it was old.")
    assert [one.speaker for one in found] == ["Dorothea Finch", "Dorothea Finch"]


def test_whom_a_paper_quotes_is_the_speaker(ruled: Make) -> None:
    (one,) = ruled("The Ostrell Gazette quoted Maria Vance as saying it had held.")
    assert one.speaker == "Maria Vance"


def test_two_named_together_are_a_group_of_their_own(told: Make) -> None:
    (one,) = told("Maria Vance and Peter Roe said it had held.")
    assert one.speaker == "Maria Vance and Peter Roe"


@pytest.mark.parametrize(
    ("text", "source", "is_joined"),
    [
        ("Citing sailors, Tarn Radio and The Ostrell Times said it fell.", "The Ostrell Times", True),
        ("It rained. Tarn Radio and the Ostrell Times said it fell.", "the Ostrell Times", True),
        ("She heard Tarn Radio and the Ostrell Times said it fell.", "the Ostrell Times", False),
        ("It was dark, Maria Vance, and the Ostrell Times said it fell.", "the Ostrell Times", False),
    ],
)
def test_a_name_joined_to_the_one_before_it_is_not_the_speaker_alone(
    report_of: Make, text: str, source: str, is_joined: bool
) -> None:
    read = attributed(report_of(text))
    speakers = Speakers(text, read.named, read.sentences)
    start = text.index(source)
    found = speakers.of(_said(text, (start, start + len(source)), "it fell"))
    assert (found.named is None) == is_joined
    assert not is_joined or (found.unnamed is not None and text[slice(*found.unnamed)].endswith(f" and {source}"))


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Peter Roe said: “The weir is old, and he said it fell.”", True),
        ("Peter Roe said: “The weir is old, ”he said. It fell.", False),  # the marks are wrong
    ],
)
def test_whoever_says_a_quotation_is_not_the_he_in_it(report_of: Make, text: str, is_open: bool) -> None:
    read = attributed(report_of(text))
    speakers = Speakers(text, read.named, read.sentences)
    start, at = text.index("The weir"), text.index("he said")
    says = Attribution(((start, len(text) - 1),), (0, len("Peter Roe")), None, "assert", "said", "quotation cued")
    assert speakers.of(says).named is not None
    assert (speakers.of(_said(text, (at, at + 2), "fell")).named is None) == is_open


def test_a_seat_of_government_is_a_body_of_its_own(found_in: Make) -> None:
    found = found_in("The White House said it had held. The United States said it had leaked.")
    first, second = found.statements
    assert first.speaker != second.speaker


def test_officials_of_an_administration_are_not_its_head(told: Make) -> None:
    assert {one.speaker for one in told("Vance administration officials said it had held.")} == {
        "Vance administration officials"
    }


def test_a_name_in_capitals_is_the_one_that_the_report_knows(told: Make) -> None:
    text = "Maria Vance spoke for an hour.\n\nVANCE SAYS THE WEIR HAS HELD\n\nThe rain fell."
    assert {one.speaker for one in told(text)} <= {"Maria Vance"}


def test_the_only_title_of_that_gender_near_by_is_who_she_is(told: Make) -> None:
    (one,) = told("The weir was old. Last year there came, with a staff of nine, Mrs Vance. “It held,” she said.")
    assert one.speaker == "Vance"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Representative Maria Vance of Ostrell came. Vance said it had held.", "Maria Vance"),
        ("Maria Vance came. Mrs Vance’s accompanying report said it had held.", None),
        ("Maria Vance came. Mrs Vance’s letter said it had held.", "Maria Vance"),
        ("Maria Vance came. A letter from Mrs Vance said it had held.", "Maria Vance"),
        ("Law was read. Grace Price and Martin Law came. Law said it had held.", "Martin Law"),
        ("The Millers’ League said it had held.", "Millers’ League"),
        ("Two farmers, including Mayor Peter Roe, said it had held.", "Two farmers, including Mayor Peter Roe"),
        ("Bank of Ostrell spokesman Peter Roe said it had held.", "Peter Roe"),
    ],
)
def test_sources_that_hold_more_than_a_name(told: Make, text: str, speaker: str | None) -> None:
    assert told(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The coast guard said it had held. It said it was safe.", ["The coast guard", "The coast guard"]),
        (
            "The coast guard said it had held. Maria Vance of Tolland Mills Ltd came. It said it was safe.",
            ["The coast guard", None],
        ),
        ("The transport ministry said it had held.", ["The transport ministry"]),
        ("The Ministry of Transport met. The transport ministry said it had held.", ["Ministry of Transport"]),
        ("The ministry said it had held.", [None]),
        ("The company said it had held.", [None]),
        ("The mill's operator, Tolland Mills Ltd, said it had held.", ["Tolland Mills Ltd"]),
        (
            "Tolland Mills Ltd came. Its sales arm, the Ostrell Trade Network, said it had held.",
            ["Ostrell Trade Network"],
        ),
        ("It was Maria Vance, the county judge, who said it had held.", ["Maria Vance"]),
        ("The Ostrell Council met. The Ostrell military said it had held.", ["The Ostrell military"]),
        ("The office of Maria Vance said it had held.", ["The office of Maria Vance"]),
        ("Pope Peter came. The Pope said it had held.", ["Peter"]),
    ],
)
def test_a_body_that_is_called_by_what_it_is_needs_no_name(
    found_in: Make, text: str, speakers: list[str | None]
) -> None:
    found = found_in(text)
    names = {entity.id: entity.name for entity in found.entities}
    assert [names.get(one.speaker) for one in found.statements] == speakers


def test_an_outlet_that_reports_on_a_letter_has_not_written_it(told: Make) -> None:
    text = "The Ostrell Times said it had a letter.\n\nThe letter said the weir was old."
    assert told(text)[-1].speaker is None
    firm = text.replace("Ostrell Times", "Tolland Mills Ltd")
    assert told(firm)[-1].speaker is None
    assert told(firm.replace("letter", "statement"))[-1].speaker == "Tolland Mills Ltd"


class Surer:
    """Weighs as it is told, and remembers nothing."""

    def __init__(self, ranked: list[tuple[int, float]]) -> None:
        self.ranked, self.spoken = ranked, Spoken("somebody " * 100)

    def rank(self, expression: Expression, by_rules: int | None) -> list[tuple[int, float]]:
        return self.ranked


@pytest.mark.parametrize(
    ("text", "chance", "is_told"),
    [
        ("Maria Vance was not impressed: it was, she said, too late.", 0.7, True),
        ("Maria Vance doubts that. It was, she said, too late.", 0.7, True),
        ("Maria Vance doubts that. It was, she said, too late.", 0.6, False),
        ("Maria Vance doubts that. It rained. It was, she said, too late.", 0.7, False),
        ("Maria Vance doubts that. Ann Roe left. It was, she said, too late.", 0.7, False),
        ("Maria Vance met Ann Roe. It was, she said, too late.", 0.7, False),
    ],
)
def test_the_one_person_named_there_needs_to_be_less_sure(
    report_of: Make, text: str, chance: float, is_told: bool
) -> None:
    report = report_of(text)
    read = attributed(report)
    at, said = text.index("she"), text.index("too late")
    one = Attribution(((said, said + 8),), (at, at + 3), (at + 4, at + 8), "assert", "said", "read verb")
    number = next(n for n, named in enumerate(read.named) if named.label == "Maria Vance")
    weighed = cast(Antecedents, Surer([(number, chance)]))
    speakers = Speakers(text, read.named, read.sentences, weighed)
    assert speakers.of(one).named == (number if is_told else None)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Peter Roe came. The photographer, though, said it had held. It was, he said, too late.", False),
        ("Peter Roe came. The photographer, though, said it had held.\n\nIt was, he said, too late.", True),
        (
            "Peter Roe came. The photographer, though, said it held. Peter Roe left. It was, he said, too late.",
            True,
        ),
        ("Peter Roe came. The old mills, though, said it had held. It was, he said, too late.", True),
    ],
)
def test_a_pronoun_behind_somebody_described_is_nobody_else(report_of: Make, text: str, is_told: bool) -> None:
    report = report_of(text)
    read = attributed(report)
    number = next(n for n, named in enumerate(read.named) if named.label == "Peter Roe")
    weighed = Surer([])
    speakers = Speakers(text, read.named, read.sentences, cast(Antecedents, weighed))
    first, last = text.index("The "), text.index("he said")
    speakers.of(_said(text, (first, text.index(", though")), "it "))
    weighed.ranked = [(number, 0.99)]
    assert speakers.of(_said(text, (last, last + 2), "too late")).named == (number if is_told else None)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Maria Vance came. It rained. It was, she said, cold. It rained. And she said it held.", True),
        ("Maria Vance came. It rained. It was, she said, cold. Ann Roe left. And she said it held.", False),
        ("Maria Vance came. It rained. It was, she said, cold.\n\nIt rained. And she said it held.", False),
    ],
)
def test_the_same_pronoun_goes_on_with_less_sureness(report_of: Make, text: str, is_told: bool) -> None:
    report = report_of(text)
    read = attributed(report)
    number = next(n for n, named in enumerate(read.named) if named.label == "Maria Vance")
    weighed = Surer([(number, 0.99)])
    speakers = Speakers(text, read.named, read.sentences, cast(Antecedents, weighed))
    first, last = text.index("she"), text.rindex("she")
    assert speakers.of(_said(text, (first, first + 3), "cold")).named == number
    weighed.ranked = [(number, 0.7)]
    assert speakers.of(_said(text, (last, last + 3), "it held")).named == (number if is_told else None)


def _said(text: str, source: Range, content: str) -> Attribution:
    """An attribution of these words, with the "said" behind a source."""
    cue, said = text.index("said", source[1]), text.index(content)
    return Attribution(((said, said + len(content)),), source, (cue, cue + 4), "assert", "said", "read verb")
