"""What a description of somebody says by its form alone."""

import pytest

from onrecord.find.descriptions import is_name
from onrecord.find.words import words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tarn News Channel", True),
        ("Tarn news channel", False),
        ("TARN NEWS CHANNEL", False),
        ("Tarn Mayor", False),
        ("Channel", False),
    ],
)
def test_a_body_s_name_is_no_description(text: str, told: bool) -> None:
    assert is_name(words(text)) == told
