"""Picture credits, alone and behind a caption."""

import pytest

from onrecord.read.credits import credit_at_end, is_credit


@pytest.mark.parametrize(
    "line",
    [
        "- Reuters file photo",
        "Photo: Mara Quill/AFP",
        "Photograph: Mara Quill/The Lund Post",
        "(Photo by Mara Quill/Getty Images)",
        "Getty Images",
        "REUTERS/Mara Quill",
        "(AP Photo/Mara Quill, File)",
        "Mara Quill/Bloomberg via Getty Images",
        "Image copyright EPA",
        "Picture: PA",
        "Handout pic",
        "Credit: Mara Quill",
        "Photo courtesy of the Lund Museum",
        "© Reuters/Mara Quill",
        "Mara Quill/AP Mara Quill/AP",
    ],
)
def test_a_line_that_is_only_a_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: dockers leave the port of Lund",
        "Reuters reported the closure first.",
        "The photo was taken in May.",
        "Image of the week",
        "Credit ratings fall",
        "AP",
        "Reuters",
        "(AFP)",
        "Picture this",
        "Image copyright AFP Image caption The gates are shut",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Dockers leave the port of Lund. (Photo: Mara Quill/AP)", "(Photo: Mara Quill/AP)"),
        ("Dockers leave the port. Photograph: Mara Quill/Reuters", "Photograph: Mara Quill/Reuters"),
        ("Dockers leave the port of Lund, May 3, 2021. REUTERS/Mara Quill", "REUTERS/Mara Quill"),
        ("Dockers leave the port | Mara Quill/AP Photo", "| Mara Quill/AP Photo"),
        ("Dockers leave the port. Mara Quill/Getty Images", "Mara Quill/Getty Images"),
    ],
)
def test_of_a_caption_only_the_credit_is_taken(caption: str, credit: str) -> None:
    place = credit_at_end(caption)
    assert place
    assert caption[slice(*place)] in (credit, credit.strip("() "), credit.rstrip(")"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The image was sent to Reuters, she said.",
        "He earns credit for it. The photo agency closed.",
        "She looked at the photo (taken in Lund).",
        "Nobody knows who took the picture.",
    ],
)
def test_a_sentence_has_no_credit_at_its_end(sentence: str) -> None:
    assert credit_at_end(sentence) is None
