import pytest

from onrecord.find.moments import moment
from onrecord.find.times import times


@pytest.mark.parametrize(
    ("text", "cue", "when"),
    [
        ("Vance on Monday accused the mill of fraud.", "accused", "on Monday"),
        ("Lamm, who gave up the post of mayor last month, said so.", "said", None),
        ("Vance said last month that the weir held.", "said", "last month"),
        ("Vance said last year that the weir held.", "said", None),
        ("On Monday, after a long meeting, Vance said the weir held.", "said", "On Monday"),
        ("Vance said in a statement released on Monday the weir held.", "said", "on Monday"),
        ("Lamm was arrested in Ost on 1 May after the mill accused him of theft.", "accused", None),
        ("Lamm, who was arrested on Monday, said so.", "said", None),
        ("Vance, who left on Monday, said on Tuesday that the weir held.", "said", "on Tuesday"),
        ("Vance told men gathered on Monday that the weir held.", "told", None),
        ("Vance will say on Monday what she said.", "say", None),
        ("Vance said so ahead of Friday’s vote.", "said", None),
        ("Vance said so on Monday and on Tuesday.", "said", None),
        ("Lamm lied on 1 May, when he told the court that the weir held.", "told", "on 1 May"),
        ("Vance told men outside the mill on Monday that the weir held.", "told", "on Monday"),
        ("Vance hailed the vote on Monday and said so.", "said", None),
        ("Vance said so five years ago.", "said", None),
    ],
)
def test_a_time_of_speaking_belongs_to_the_reporting_word(text: str, cue: str, when: str | None) -> None:
    at = text.index(cue)
    found = moment(text, times("r", text, 0, len(text)), (at, at + len(cue)), ())
    assert (found.text if found else None) == when


def test_a_time_in_what_is_said_is_not_the_time_of_speaking() -> None:
    text = "Vance said the weir failed on Monday."
    at = text.index("said")
    told = times("r", text, 0, len(text))
    assert moment(text, told, (at, at + 4), ((text.index("the"), len(text) - 1),)) is None
    assert moment(text, told, (at, at + 4), ()) is None  # the time of another verb
