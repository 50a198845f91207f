"""Who passed a statement on, and where it was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find.relays import occasion, relays


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vance was quoted as saying by the Ostrell Gazette that it held.", ["the Ostrell Gazette"]),
        ("Vance was quoted by OWB as saying that it held.", ["OWB"]),
        ("In an interview with the Ostrell Gazette, Vance said it had held.", ["the Ostrell Gazette"]),
        ("Vance told the BBC it had held.", ["the BBC"]),
        ("Vance told the Ostrell Gazette that it held.", ["the Ostrell Gazette"]),
        ("Vance told Radio Ostrell two days earlier that it held.", ["Radio Ostrell"]),
        ("Vance told Onda, a station in Ostrell, that it held.", ["Onda"]),
        ("Vance was speaking in Spanish to Radio Ostrell.", ["Radio Ostrell"]),
        ("Vance said on CNN that it held.", ["CNN"]),
        ("Vance told the BBC’s Ann Roe that it held.", ["the BBC"]),
        ("Vance told the Sunday Lantern that it held.", ["the Sunday Lantern"]),
        ("Vance told the radio station Onda Verde that it held.", ["the radio station Onda Verde"]),
        ("Vance told the agency Roe had left.", []),
        ("Vance told the local newspaper it had held.", ["the local newspaper"]),
        (
            "A draft obtained by the regional weekly Valley Gazette says it held.",
            ["the regional weekly Valley Gazette"],
        ),
        ("A plan passed by the council of Ostrell says it held.", []),
        ("In an interview Friday with “Weir & Friends,” Vance said it held.", ["Weir & Friends"]),
        ("Vance appeared on “Weir Today.”", ["Weir Today"]),
        ("Vance said on Ann Roe’s radio show that it held.", ["Ann Roe’s radio show"]),
        ("Vance said on NBC’s “Weir Today” that it held.", ["NBC"]),
        ("Vance was reportedly struck by Roe.", []),
        ("Vance said on Monday that it held.", []),
        ("Vance told reporters it had held.", []),
        ("Vance told Hugo Lamm it had held.", []),
        ("Vance said it had held.", []),
        ("Vance told ", []),
        ("quoted by ", []),
    ],
)
def test_whom_the_sentence_credits(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in relays(text, (0, len(text)))] == found


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Vance said at a news conference in Ostrell that it held.", "a news conference in Ostrell"),
        ("Vance said in an interview that it held.", "an interview"),
        ("Vance said in the evening that it held.", None),
    ],
)
def test_where_it_was_said(text: str, where: str | None) -> None:
    found = occasion(text, (0, len(text)))
    assert (text[slice(*found)] if found else None) == where


def test_only_the_sentence_is_read() -> None:
    text = "Vance told the BBC it had held. Roe slept."
    assert relays(text, (32, len(text))) == []


def test_an_interview_holds_for_all_that_its_speaker_says(found_in: Callable[..., Any]) -> None:
    found = found_in(
        "In an interview with the Ostrell Gazette, Maria Vance said it had held. Vance said it had leaked."
    )
    assert [[one.text for one in s.relayed_by] for s in found.statements] == [["the Ostrell Gazette"]] * 2


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        (
            "“It held,” Maria Vance told Radio Ostrell.\n\n“It was old,” she said.",
            [["Radio Ostrell"], ["Radio Ostrell"]],
        ),
        ("Maria Vance said it held.\n\nVance told Radio Ostrell it was old.", [["Radio Ostrell"], ["Radio Ostrell"]]),
        ("Maria Vance spoke to Radio Ostrell.\n\nVance said it was old.", [["Radio Ostrell"]]),
        ("Maria Vance told Radio Ostrell it held.\n\nPeter Roe said it was old.", [["Radio Ostrell"], []]),
        (
            "Maria Vance told Radio Ostrell it held.\n\nVance said at a news conference that it was old.",
            [["Radio Ostrell"], []],
        ),
        (
            "Maria Vance told Radio Ostrell it held.\n\nA.\n\nB.\n\nC.\n\nD.\n\nVance said it was old.",
            [["Radio Ostrell"], []],
        ),
    ],
)
def test_what_is_told_an_outlet_is_passed_on_by_it_nearby_too(
    found_in: Callable[..., Any], text: str, outlets: list[list[str]]
) -> None:
    assert [[one.text for one in s.relayed_by] for s in found_in(text).statements] == outlets


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Maria Vance spoke out on NBC Friday night.\n\nVance said it was old.", [["NBC"]]),
        ("“It held,” Maria Vance told Radio Ostrell.\n\n“It was old,” she told the station.", [["Radio Ostrell"]] * 2),
        ("“It was old,” Maria Vance told the station.", [["the station"]]),
        ("Maria Vance said on NBC that it held.\n\nVance said it was old.", [["NBC"], []]),
        (
            "In an interview with Radio Ostrell, Maria Vance denied Peter Roe’s claim that it was old.",
            [["Radio Ostrell"], []],
        ),
    ],
)
def test_who_passes_on_what_is_said_around(found_in: Callable[..., Any], text: str, outlets: list[list[str]]) -> None:
    assert [[one.text for one in s.relayed_by] for s in found_in(text).statements] == outlets
