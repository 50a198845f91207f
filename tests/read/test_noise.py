"""Page furniture, and sentences that look like it and are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.noise import furniture


def parts(line: str) -> list[str]:
    found = furniture(line)
    return [line[start:end] for start, end in found.ranges] if found else []


@pytest.mark.parametrize(
    "line",
    [
        "5 years ago",
        "3 hours ago",
        "an hour ago",
        "Updated 12 minutes ago",
        "This article is more than 2 years old",
        "Advertisement",
        "ADVERTISEMENT",
        "(Advertisement)",
        "Article continues below",
        "Share this news",
        "Share this article: Facebook, Twitter",
        "Facebook Twitter Pinterest",
        "Share | Tweet | Email",
        "Allow harbour content?",
        "Reuse this content",
        "___",
        "Image source, Lund Pictures",
        "Lund Post writer Ann Roe in Ystad contributed to this report.",
        "Read more",
        "Read more about the port of Lund",
        "Read more on Shipping",
        "Read more: Who owns the port of Lund?",
        "READ MORE: WHO OWNS THE PORT",
        "Related: Port dues double",
        "Related Coverage Port dues double in a year",
        "See also: Port dues double",
        "(Also on The Lund Post: Port dues double)",
        "More:Port dues double in a year",
        "Port of Lund:Dues double, and who pays them?",
        "ANN ROE REACTS:'It is our port': Lund mayor on the dues of Ystad",
        "More: Who is the mayor of Lund? Friend of the port or of its owner? A look at ten years of her letters.",
        "Watch: The gates close",
        "Port dues double in a year, and nobody knows why Read more",
        "Previous articlePort dues double in a year",
        "Next articleCouncil meets ‘harbour rebels’ tonight",
        "Previous article: Port dues double",
        "Sign up for our weekly letter and never miss a ship.",
        "By signing up, you agree to our Privacy Policy",
        "Get the latest news from the harbour delivered to your inbox.",
        "Subscribe to The Lund Post for full access.",
        "We use cookies to make this site work.",
        "12 comments",
        "Comments (3)",
        "No comments",
        "Leave a comment",
        "4 min read",
        "Slideshow (3 images)",
        "Follow us on Twitter",
        "Follow Mara Quill on Twitter @maraquill",
        "@maraquill",
        "mara.quill@lundpost.example",
        "Write to Mara Quill at mara.quill@lundpost.example",
        "https://lundpost.example/port/1",
        "© 2021 The Lund Post. All rights reserved.",
        "Copyright 2021 The Lund Post",
        "Home > News > Harbour",
        "News | World | Shipping",
        "Click here to see the full report.",
        "Tags: port, Lund, shipping",
        "Photo: Mara Quill/AFP",
        "Most read in Shipping",
        "Your browser does not support video.",
        "LISTEN TO ARTICLE 2:29 SHARE THIS ARTICLE Share Tweet Post Email",
    ],
)
def test_the_whole_line_is_furniture(line: str) -> None:
    found = furniture(line)
    assert found
    assert found.whole
    assert parts(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read more than forty books a year, the minister told pupils.",
        "“Share this burden with us,” she said.",
        "Share prices fell on Monday.",
        "Sign up for the army, he said, and see the world.",
        "Related crimes rose by five per cent.",
        "The app was pulled from Apple's App Store on Monday.",
        "The company changed its privacy policy last year.",
        "He wrote in the comments section of a blog that the port was safe.",
        "Five years ago the port was sold.",
        "Follow the money and you will find the port, an official said.",
        "Copyright law needs reform",
        "Next week the council meets again.",
        "The previous article of the treaty forbids it.",
        "Watch out for ice, sailors were told.",
        "More ships are expected on Friday.",
        "By continuing to strike, dockers risk their pay.",
        "Advertisement sales fell for the third year.",
        "Video shows the gates being shut.",
        "Comment was not available from the port.",
        "Closing in on a deal",
        "She can be found on Twitter, he said.",
        "Users can download the app from Friday.",
        "What happens next?",
        "The port’s owners",
        "Image problems",
        "Popular anger",
        "Trade war",
        "Timeline: How the port was sold",
        "Poll: Two in three want the port open",
        "He emailed mara@lund.example and she said no.",
        "The bank would add interest to the loan.",
    ],
)
def test_a_sentence_a_headline_or_a_crosshead_is_none(line: str) -> None:
    assert furniture(line) is None


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        (
            "Media playback is unsupported on your device Media caption The gates close",
            ["Media playback is unsupported on your device Media caption"],
        ),
        ("Image copyright EPA Image caption The gates are shut", ["Image copyright EPA Image caption"]),
        ("CLOSE Dockers leave the port of Lund.", ["CLOSE"]),
        ("The port was shut (Advertisement) on Monday, he said.", ["(Advertisement)"]),
        (
            "The port was shut, he said. (RELATED: Lund Votes (Again) On Dues)",
            ["(RELATED: Lund Votes (Again) On Dues)"],
        ),
        ("The port [Read more: Lund votes on dues] was shut.", ["[Read more: Lund votes on dues]"]),
        ("5 years ago (CNN) - The port was shut on Monday.", ["5 years ago"]),
        (
            "Mayor Ann Roe Ann Maria RoeLund mayor shuts the port Ystad asks why MORE (S-Lund) told Per LundGren so.",
            ["Ann Maria RoeLund mayor shuts the port Ystad asks why MORE"],
        ),
        ("Dockers leave the port. Photograph: Mara Quill/Reuters", ["Photograph: Mara Quill/Reuters"]),
    ],
)
def test_only_the_furniture_of_a_line_that_holds_more_is_taken(line: str, noise: list[str]) -> None:
    found = furniture(line)
    assert found
    assert not found.whole
    assert parts(line) == noise


def test_what_opens_a_menu_and_what_labels_a_link_is_told() -> None:
    for line in ("Read more on Shipping", "Related", "Next articlePort dues double", "Share this"):
        found = furniture(line)
        assert found
        assert found.menu
    label = furniture("Read more:")
    assert label
    assert label.label


@given(st.text())
def test_any_line_whatever_gives_ranges_within_it(line: str) -> None:
    found = furniture(line)
    if found:
        ends = [0, *(end for _, end in found.ranges)]
        assert all(
            previous <= start < end <= len(line) for previous, (start, end) in zip(ends, found.ranges, strict=False)
        )


@pytest.mark.parametrize(
    "line",
    ["(" * 50_000, "a@" * 50_000, "Photo: " + "A " * 50_000, "Home > " * 20_000, "[ " * 50_000, "copyright " * 30_000],
)
def test_a_line_made_to_be_slow_is_not(line: str) -> None:
    furniture(line)
    furniture(line[:590])
