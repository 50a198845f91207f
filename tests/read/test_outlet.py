"""The outlet that a report names as its own."""

import pytest

from onrecord.read.outlet import copyright_outlet, ending_outlet, is_sign_off, line_outlet, masthead


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("AGENCE FRANCE-PRESSE", "AGENCE FRANCE-PRESSE"),
        ("- Reuters", "Reuters"),
        ("(AP)", "AP"),
        ("— AFP", "AFP"),
        ("© 2019 AFP", "AFP"),
        ("USA TODAY", "USA TODAY"),
        ("Source: Xinhua", "Xinhua"),
        ("[Reuters]", "Reuters"),
    ],
)
def test_a_line_of_a_known_name_alone(line: str, outlet: str) -> None:
    place = line_outlet(line)
    assert place
    assert line[slice(*place)] == outlet


@pytest.mark.parametrize(
    "line", ["- Reuters file photo", "Reuters reported it first", "Lund", "Science", "", "© 2019", "-"]
)
def test_what_names_no_outlet(line: str) -> None:
    assert line_outlet(line) is None


@pytest.mark.parametrize(
    ("paragraph", "outlet"),
    [
        ("The port is shut, he said. – Reuters", "Reuters"),
        ("“The port is shut,” he said. (AP)", "AP"),
        ("He said: “The port is shut.” — AFP", "AFP"),
        ("The port is shut. [IANS]", "IANS"),
    ],
)
def test_an_agency_signs_behind_the_last_sentence(paragraph: str, outlet: str) -> None:
    place = ending_outlet(paragraph)
    assert place
    assert paragraph[slice(*place)] == outlet


@pytest.mark.parametrize(
    "paragraph", ["He told it to Reuters.", "He spoke to the agency (AP)", "The port is shut.", "AP"]
)
def test_a_sentence_that_names_an_agency_is_no_signature(paragraph: str) -> None:
    assert ending_outlet(paragraph) is None


def test_a_copyright_line_names_its_owner_after_the_year() -> None:
    for line, owner in (
        ("Copyright © 2021 The Lund Post, LLC. Click here.", "The Lund Post"),
        ("© 2021 Lund Post. All rights reserved.", "Lund Post"),
        ("© 2019 AFP", "AFP"),
    ):
        place = copyright_outlet(line)
        assert place
        assert line[slice(*place)] == owner
    assert copyright_outlet("© 2021 Getty Images") is None
    assert copyright_outlet("All rights reserved") is None


def test_a_short_copyright_line_is_a_signature() -> None:
    assert is_sign_off("© 2019 AFP")
    assert not is_sign_off(
        "© 2019 The Lund Post. All rights reserved. No part of this may be used without leave from us."
    )


@pytest.mark.parametrize("line", ["© Ostrell Gazette", "© Ostrell Gazette 2021", "© 2021 Ostrell Gazette"])
def test_a_copyright_line_names_its_owner_with_or_without_a_year(line: str) -> None:
    found = copyright_outlet(line)
    assert found is not None
    assert line[slice(*found)] == "Ostrell Gazette"


@pytest.mark.parametrize("line", ["Copyright law protects the weir", "© all rights reserved"])
def test_a_line_about_copyright_names_nobody(line: str) -> None:
    assert copyright_outlet(line) is None


def test_a_line_of_capitals_that_ends_like_an_agency_is_one() -> None:
    assert line_outlet("OSTRELL PRESS") == (0, 13)
    assert line_outlet("THE WEIR IS OLD") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("THE WEIR OBSERVER - City edition", "THE WEIR OBSERVER"),
        ("The Weir Ledger", "The Weir Ledger"),
        ("Ostrell Gazette | Sunday", "Ostrell Gazette"),
        ("Breaking News", None),
        ("Sign up for the Post", None),
        ("The Weir Ledger says no", None),
        ("Post", None),
    ],
)
def test_the_name_that_a_newspaper_prints_above_its_page(line: str, name: str | None) -> None:
    place = masthead(line)
    assert (line[slice(*place)] if place else None) == name
