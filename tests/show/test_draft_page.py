"""What a reader of a page sees."""

from __future__ import annotations

import pytest

from onrecord.show.draft_page import page_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>this <del>month</del><ins>week</ins></p>", "this week"),
        ("<p>this <s>month</s> week</p>", "this week"),
        ("<p>this<del> month </del>week</p>", "this week"),
        ("<p>this<strike> month</strike> week</p>", "this week"),
        ("<p>the harbo<del>u</del>r</p>", "the harbor"),
        ("<p>It holds<del> now</del>.</p>", "It holds."),
        ("<del><p>Gone.</p></del><p>Kept.</p>", "Kept."),
    ],
)
def test_what_was_deleted_in_review_is_left_out(source: str, text: str) -> None:
    assert page_text(source) == text


def test_what_was_put_in_is_read() -> None:
    assert page_text("<p>The weir <ins>will</ins> hold <small>now</small>.</p>") == "The weir will hold now."


@pytest.mark.parametrize(
    "element",
    [
        "<p hidden>Gone.</p>",
        '<div style="display:none"><p>Gone.</p><br>Gone.</div>',
        '<div style="color: red; DISPLAY : NONE;">Gone.</div>',
        "<p hidden>Gone.",
        "<ul hidden><li>Gone.<li>Gone.</ul>",
        "<template><p>Gone.</p></template>",
    ],
)
def test_what_is_hidden_is_not_read(element: str) -> None:
    assert page_text(f"<p>Here.</p>{element}<p>There.</p>") == "Here.\n\nThere."


def test_what_is_not_hidden_is_read() -> None:
    assert page_text('<p style="display: block" class="hidden">Here.</p>') == "Here."
    assert page_text("<p>Here.<img hidden><br></p></b>There.") == "Here.\n\nThere."


def test_a_line_break_ends_no_quotation_and_no_sentence_that_goes_on() -> None:
    assert page_text("<p>“It will<br>Hold,”<br/>she said.</p>") == "“It will Hold,” she said."
    assert page_text('<p>"It will<br>\nHold," she said.</p>') == '"It will Hold," she said.'


def test_other_line_breaks_and_two_of_them_end_a_paragraph() -> None:
    assert page_text("<p>It holds.<br>Next</p>") == "It holds.\n\nNext"
    assert page_text("<p>It holds.<br/>Next</p>") == "It holds.\n\nNext"
    assert page_text("<p>“It will hold.<br> <br>“It must,” she said.</p>") == "“It will hold.\n\n“It must,” she said."
