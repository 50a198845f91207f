"""Sources that are only told of with the subject."""

from __future__ import annotations

import pytest

from onrecord.find.hanging import standing


@pytest.mark.parametrize(
    ("text", "read", "cue", "source"),
    [
        ("Papers leaked to the Tarn Post said it", "the Tarn Post", "said", "Papers leaked to the Tarn Post"),
        ("Old maps provided by Tarn show it", "Tarn", "show", "Old maps provided by Tarn"),
        ("An old map provided by Tarn shows it", "Tarn", "shows", "An old map provided by Tarn"),
        ("Roe came on a bus chartered by Tarn said it", "Tarn", "said", None),
        ("What was leaked to the Tarn Post said it", "the Tarn Post", "said", "the Tarn Post"),
        ("Papers leaked to him, the Tarn Post said", "the Tarn Post", "said", "the Tarn Post"),
        ("He turned to Tarn said Roe", "Tarn", "said", "Tarn"),
        ("It fell, Roe said, as reported by Tarn", "Tarn", "reported", "Tarn"),
        ("Papers leaked to Tarn in May said it", "Tarn", "said", "Tarn"),
    ],
)
def test_who_only_hangs_on_the_subject_does_not_speak(text: str, read: str, cue: str, source: str | None) -> None:
    start, at = text.index(read), text.index(cue)
    found = standing(text, (start, start + len(read)), (at, at + len(cue)))
    assert (text[slice(*found)] if found else None) == source
