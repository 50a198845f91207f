import pytest

from onrecord.find.tenses import tense


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council will meet on Friday.", "future"),
        ("The trial opens on Friday.", "future"),
        ("The hearing is scheduled for a room in Ost on Friday.", "future"),
        ("The bridge is to be closed on Friday.", None),
        ("The mill closed on Friday.", "past"),
        ("Vance was arrested on Friday.", "past"),
        ("On Friday the mill closed.", "past"),
        ("Vance said he would go on Friday.", "future"),
        ("It will rain. The mill on Friday.", None),
        ("They lost ground in the vote of the southern towns on Friday.", None),
        ("The need on Friday is clear.", None),
    ],
)
def test_the_nearest_verb_tells_the_tense(text: str, told: str | None) -> None:
    start = text.index("Friday") - 3
    assert tense(text, start, start + len("on Friday"), 0, len(text)) == told


def test_a_time_that_opens_its_sentence_takes_the_tense_of_what_follows() -> None:
    text = "It rained. On Friday the mill closed."
    start = text.index("On Friday")
    assert tense(text, start, start + len("On Friday"), 0, len(text)) == "past"
