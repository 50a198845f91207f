"""Which names of one report are one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.name import Name, Named
from onrecord.find.names import names, with_sources
from onrecord.find.passage import paragraphs
from onrecord.find.reader import ReadName

Make = Callable[..., Any]


def mentions(found: Any) -> dict[str, list[str]]:
    return {one.name: [mention.text for mention in one.mentions] for one in found.entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Dorrit Vance said it had held. Then Vance slept.", {"Dorrit Vance": ["Dorrit Vance", "Vance"]}),
        ("Then Mr Vance slept. Then Peter Vance said so.", {"Peter Vance": ["Mr Vance", "Peter Vance"]}),
        (
            "Then Maria Vance met Peter Vance. Then Mr Vance slept.",
            {"Maria Vance": ["Maria Vance"], "Peter Vance": ["Peter Vance", "Mr Vance"]},
        ),
        (
            "Then Maria Vance met Peter Vance. Then Dr Vance slept.",
            {"Maria Vance": ["Maria Vance"], "Peter Vance": ["Peter Vance"], "Vance": ["Dr Vance"]},
        ),
        # a king has no surname
        (
            "Then Prince Tarek bin Arvid slept. Then King Arvid woke.",
            {"Tarek bin Arvid": ["Prince Tarek bin Arvid"], "Arvid": ["King Arvid"]},
        ),
        ("Then Norway slept. The Norwegian government woke.", {"Norway": ["Norway", "Norwegian government"]}),
        (
            "Then Tolland Mills Ltd slept. Then Tolland woke.",
            {"Tolland Mills Ltd": ["Tolland Mills Ltd", "Tolland"]},
        ),
        (
            "Then Tolland Mills Ltd slept. Then Mr Tolland woke.",
            {"Tolland Mills Ltd": ["Tolland Mills Ltd"], "Tolland": ["Mr Tolland"]},
        ),
        (
            "Then the Tolland Council slept. Then Tolland woke.",
            {"Tolland Council": ["Tolland Council"], "Tolland": ["Tolland"]},
        ),
        ("“We have held it,” said Chuck Roe.", {"Chuck Roe": ["Chuck Roe"]}),
        (
            "Then Ostrell Police Chief Chuck Roe slept.",
            {"Ostrell Police": ["Ostrell Police"], "Chuck Roe": ["Ostrell Police Chief Chuck Roe"]},
        ),
        ("Then President-elect Maria Vance slept.", {"Maria Vance": ["President-elect Maria Vance"]}),
        (
            "North Korea slept. Then the North woke. Then North slept.",
            {"North Korea": ["North Korea", "North"], "North": ["North"]},
        ),
        # a title is no name
        ("Then Minister at Large Maria Vance slept.", {"Maria Vance": ["Maria Vance"]}),
        ("Then Vice Premier Wu He slept.", {"Wu He": ["Vice Premier Wu He"]}),
        (
            "Then The Ostrell Council slept. Then the Ostrell Council woke.",
            {"Ostrell Council": ["Ostrell Council"] * 2},
        ),
    ],
)
def test_names_that_are_one(found_in: Make, text: str, expected: dict[str, list[str]]) -> None:
    assert mentions(found_in(text)) == expected


def test_a_word_with_a_capital_only_at_the_head_of_a_sentence_is_no_name(found_in: Make) -> None:
    assert mentions(found_in("Floods rose. Then floods fell.")) == {}
    assert mentions(found_in("Floods rose. Rain fell.")) == {}


def test_a_headline_has_the_names_that_the_text_knows(found_in: Make) -> None:
    text = "Big Weir Holds, Vance Sleeps\n\nThen Mr Vance slept."
    assert mentions(found_in(text, headline="Big Weir Holds, Vance Sleeps")) == {"Vance": ["Vance", "Mr Vance"]}


def test_a_mention_has_its_title_and_the_range_of_its_bare_name(found_in: Make) -> None:
    text = "Then Mayor Dorrit Vance slept."
    (one,) = found_in(text).entities
    mention = one.mentions[0]
    assert mention.text == "Mayor Dorrit Vance"
    assert text[slice(*mention.name)] == "Dorrit Vance"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Senator Dorrit Vance (R., Tarn) slept.", "R"),
        ("Then the Democratic plan fell.", "Democratic"),
        ("Then the Norwegian plan fell.", "Norwegian"),
        ("Then Article IV fell.", "Article IV"),
    ],
)
def test_what_names_nobody(report_of: Make, text: str, name: str) -> None:
    start = text.index(name)
    read = [ReadName(start, start + len(name), "organisation", (0.1, 0.9, 0.0))]
    found = names(text, paragraphs(report_of(text)), read)
    assert name not in [one.label for one in found]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Then Tarn slept. Then Tarn woke. They saw Tarn, too.", 3),
        ("Then Tarn slept. Then Tarn woke. They saw Tarn Hall, Old Tarn and Tarnish.", 2),
        ("Then Tarn slept. They saw Tarn, too.", 1),
        ("Then Tarn slept. Then Tarn woke. They saw the Guardians of the Tarn.", 2),
        ("Then Lower Tarn slept. They saw Lower Tarn, too.", 2),
    ],
)
def test_a_name_is_one_wherever_it_stands_again(report_of: Make, text: str, starts: int) -> None:
    name = "Lower Tarn" if "Lower" in text else "Tarn"
    read = [
        ReadName(match.start(), match.end(), "organisation", (0.1, 0.9, 0.0))
        for match in re.finditer(name, text[: text.index("They")])
    ]
    found = names(text, paragraphs(report_of(text)), read)
    assert sum(len(one.names) for one in found) == starts


def test_noise_names_nobody(found_in: Make) -> None:
    assert mentions(found_in("More on Maria Vance\nThe weir held.", noise=("More on Maria Vance",))) == {}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the safety office, the Assembly for the Weirs", ["Assembly for the Weirs"]),
        ("the old farmer, the Keeper of Weirs", []),
        ("the Assembly for the Weirs, a body whose seat is old", ["Assembly for the Weirs"]),
        ("Norway’s Weir Ministry", ["Weir Ministry"]),
        ("Norway’s Anna Lund", []),
    ],
)
def test_a_body_whose_name_stands_behind_what_it_is(source: str, expected: list[str]) -> None:
    assert [one.label for one in with_sources(source, [], [(0, len(source))])] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the Spanish navy", [("Spanish navy", "organisation")]),
        ("The U.S. armed forces", [("U.S. armed forces", "organisation")]),
        ("the Ostrell navy", []),
        ("the Spanish navy’s cook", []),
        # names that the network does not read
        ("NRA", [("NRA", "organisation")]),
        ("Tarn.com", [("Tarn.com", "organisation")]),
        ("Business Weekly", [("Business Weekly", "organisation")]),
        ("Ostrell, Norway-based Weir Weekly", [("Weir Weekly", "organisation")]),
        ("Maria Vance", [("Maria Vance", "person")]),
        ("Weirs", []),
        ("The Republicans", []),
        ("Norwegian", []),
        ("Ostrell Mayor", []),
        ("Popular Weekly| Shows Weirs", []),
        # who signs a post
        ("carla?? (@carlabigg)", [("carla", "person")]),
        ("Ostrell Board (@ostrell)", [("Ostrell Board", "organisation")]),
    ],
)
def test_what_a_source_names_that_nobody_read(source: str, expected: list[tuple[str, str]]) -> None:
    said, _, behind = source.partition("|")
    assert [(one.label, one.kind) for one in with_sources(said + behind, [], [(0, len(said))])] == expected


def test_a_body_called_after_its_leader_makes_no_firm_of_a_surname(found_in: Make) -> None:
    text = "Then Maria Vance met the Vance administration. Vance said it held."
    (one,) = [one for one in found_in(text).entities if one.name == "Maria Vance"]
    assert one.mentions[-1].start == text.rindex("Vance")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Anna Vega met. Then Anna Vega Lund slept.", ["Anna Vega"]),
        ("Then Anna Vega Lund met. Then Anna Vega slept. Then Anna Vega Lund woke.", ["Anna Vega Lund"]),
        ("Then Peter Roe met. Then Peter Roe Jr slept.", ["Peter Roe", "Peter Roe Jr"]),
        (
            "Then Anna Vega met. Then Anna Vega Lund met Anna Vega Tarn.",
            ["Anna Vega", "Anna Vega Lund", "Anna Vega Tarn"],
        ),
    ],
)
def test_a_full_name_and_a_longer_one(report_of: Make, text: str, expected: list[str]) -> None:
    read = [
        ReadName(match.start(), match.end(), "person", (0.9, 0.1, 0.0))
        for match in re.finditer(r"(?:Anna|Peter)(?: [A-Z][a-z]+)+", text)
    ]
    assert [one.label for one in names(text, paragraphs(report_of(text)), read)] == expected


def test_a_body_that_speaks_has_its_initials_too() -> None:
    text = "OWB slept. It held, said the Ostrell Weir Board."
    initials = Named([Name(0, 3, 0, ("OWB",), "organisation")], "organisation", "OWB")
    (one,) = with_sources(text, [initials], [(text.index("the"), len(text) - 1)])
    assert [text[name.start : name.end] for name in one.names] == ["OWB", "the Ostrell Weir Board"]


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("LOWER ROE, June 3 (", "ROE", [("LOWER ROE", "place")]),
        ("LOWER ROE, June 3 (", "LOWER ROE", [("LOWER ROE", "place")]),
        ("ROE, June 3 (", "ROE", [("ROE", "place")]),
        ("ROE, June 3 (Weir Wire)", "Weir Wire", [("Weir Wire", "organisation")]),
    ],
)
def test_the_place_in_capitals_of_a_dateline_is_one_name(
    report_of: Make, text: str, read: str, expected: list[tuple[str, str]]
) -> None:
    at = text.index(read)
    one = ReadName(at, at + len(read), "organisation", (0.1, 0.9, 0.0))
    found = names(text, paragraphs(report_of(text)), [one], (0, len(text)))
    assert [(named.label, named.kind) for named in found] == expected
