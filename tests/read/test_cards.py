"""Cards of links inside a line: what tells one, and what is none."""

import pytest

from onrecord.read.cards import cards


@pytest.mark.parametrize(
    ("line", "card"),
    [
        (
            "Mayor Ann Roe Ann Maria RoeLund mayor shuts the port Ystad asks why MORE (S-Lund) told Per LundGren so.",
            "Ann Maria RoeLund mayor shuts the port Ystad asks why MORE",
        ),
        (
            "Ann RoeAnn Roe‘No ships’ in the port of Lund MORE met Per Ek. Per Lund cut prices in ports. MORE came.",
            "Ann Roe‘No ships’ in the port of Lund MORE",
        ),
        (
            "Mayor Per de Weir Per de Weir2020 fees divide the port Ystad asks why MORE’s plan failed.",
            "Per de Weir2020 fees divide the port Ystad asks why MORE",
        ),
        ("Mayor Ann Roe Anna (Ann) Maria RoeMORE told Per Ek so.", "Anna (Ann) Maria RoeMORE"),
        (
            "Mayor Ann Roe Ann Maria Roe Lund mayor shuts the port Ystad asks why MORE, who left.",
            "Ann Maria Roe Lund mayor shuts the port Ystad asks why MORE",
        ),
    ],
)
def test_a_name_once_more_with_headlines_up_to_the_closing_word(line: str, card: str) -> None:
    assert [line[start:end] for start, end in cards(line)] == [card]


@pytest.mark.parametrize(
    "line",
    [
        "Per McLund told Ann MacRoe that the port of Lund would need two cranes, three tugs and MORE.",
        "Ann Roe has an iPhone and a YouTube page on which she shows ships of the port, and MORE is to come.",
        "Ann Roe, Ann Maria Roe of Lund by her full name, said that the port of Lund asks for MORE.",
        "Ann Roe told Per Roe that Ann Roe Lund is no relation of hers. She has MORE.",
        "Roe and RoeLund share a pier in the port of Lund with MORE than ten ships.",
        "Ann Roe Ann Maria RoeLund mayor shuts the port and Ystad asks for more.",
    ],
)
def test_no_card_is_seen_in_a_sentence(line: str) -> None:
    assert cards(line) == []
