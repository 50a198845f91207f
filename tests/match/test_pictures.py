"""Which days of a report are those of its pictures."""

import pytest

from onrecord.find.times import times
from onrecord.match.pictures import with_pictures


@pytest.mark.parametrize(
    ("caption", "use"),
    [
        ("Ann Roe opens the weir in Ostrell, May 3, 2021. REUTERS/Hugo Lamm", "picture"),
        ("Ann Roe opens the weir in Ostrell, May 3, 2021. (AP Photo/Hugo Lamm)", "picture"),
        ("Ann Roe in Ostrell on 3 May 2021. Hugo Lamm | AFP | Getty Images", "picture"),
        ("FILE PHOTO: Ann Roe opens the weir in Ostrell, May 3, 2021. REUTERS/ Hugo Lamm", "old picture"),
        ("Ann Roe opened the weir in Ostrell on May 3, 2021, Reuters reported.", "when"),
        ("The photo by the gate was taken on May 3, 2021. The weir held.", "when"),
        ("Ann Roe opens the weir in Ostrell in May 2021. REUTERS/Hugo Lamm", "when"),
    ],
)
def test_a_day_in_a_caption_is_that_of_the_picture(caption: str, use: str) -> None:
    text = f"The weir held.\n{caption}\nHugo Lamm/Reuters saw it."
    (found,) = with_pictures(text, times("r1", text, 0, len(text)))
    assert found.use == use
