"""The page's style sheet: what can be read by whom."""

import re
from importlib.resources import files

import pytest

from onrecord.model import Act
from onrecord.show.acts import ACTS, COLOURS

STYLE = (files("onrecord.show") / "templates" / "page.css").read_text(encoding="utf-8")
LEAST = 4.5
"""Contrast that WCAG 2 asks of text at level AA."""


def colours(dark: bool) -> dict[str, str]:
    blocks = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{.*?\}", STYLE, re.S)
    ]
    return blocks[1] if dark else blocks[0]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_text_can_be_told_from_what_is_behind_it(dark: bool) -> None:
    known = colours(dark)
    pairs = [(ink, back) for ink in ("ink", "soft", "link") for back in ("paper", "lit")]
    for family in ("plain", "against", "refuse", "move", "back"):
        pairs += [(family, "paper"), (family, f"{family}-tint"), (family, "lit"), ("ink", f"{family}-tint")]
        pairs += [("soft", f"{family}-tint")]
    poor = {pair: round(contrast(known[pair[0]], known[pair[1]]), 2) for pair in pairs}
    assert {pair: value for pair, value in poor.items() if value < LEAST} == {}


def test_acts_of_one_colour_differ_in_their_stroke() -> None:
    marks = {act: re.search(rf"\.{act} \{{ --act: (.*?); .* --stroke: (\w+); \}}", STYLE) for act in ACTS}
    seen: dict[tuple[str | None, ...], Act] = {}
    for act, mark in marks.items():
        assert mark, act
        assert mark.groups() not in seen
        seen[mark.groups()] = act


def test_acts_that_share_a_dot_in_the_key_share_a_colour() -> None:
    colour = {act: re.search(rf"\.{act} \{{ --act: var\((.*?)\);", STYLE)[1] for act in ACTS}  # type: ignore[index]
    assert [{colour[act] for act in family} for family in COLOURS] == [{colour[family[0]]} for family in COLOURS]
    assert len({colour[family[0]] for family in COLOURS}) == len(COLOURS)
    assert {act for family in COLOURS for act in family} == set(ACTS)


def test_the_style_sheet_cannot_end_its_element_or_fetch_anything() -> None:
    assert not [one for one in ("</", "url(", "@import", "http", "expression(") if one in STYLE]


def test_phones_print_and_the_dark_are_thought_of() -> None:
    for one in ("(max-width:", "@media print", "prefers-color-scheme: dark", ":focus-visible", ":target"):
        assert one in STYLE
