"""The layout of whole texts: headline, byline, dateline, outlet, date and noise together."""

import pytest

from onrecord.read.layout import Layout, layout_of

LEAD = "The port of Lund has shut its gates for the winter, the harbour master said on Monday."
MORE = "“We will not reopen before spring,” Mara Quill told the town council."


def text(*lines: str) -> str:
    return "\n\n".join(lines)


def noise(layout: Layout) -> list[str]:
    return [line.text for line in layout.noise]


def test_a_headline_stands_above_the_story() -> None:
    layout = layout_of(text("Port of Lund shuts its gates", LEAD, MORE))
    assert layout.headline
    assert layout.headline.text == "Port of Lund shuts its gates"
    assert not layout.noise


def test_a_story_that_begins_with_its_lead_has_no_headline() -> None:
    assert layout_of(text(LEAD, MORE)).headline is None
    assert layout_of(text("LUND • " + LEAD, MORE)).headline is None


def test_a_summary_below_the_headline_is_part_of_the_report() -> None:
    layout = layout_of(text("Port of Lund shuts", "Harbour master Mara Quill has taken a harder line on dues", LEAD))
    assert layout.headline
    assert layout.headline.text == "Port of Lund shuts"
    assert not layout.noise


def test_section_age_and_empty_labels_above_and_below_a_headline_are_noise() -> None:
    layout = layout_of(text("Trade", "5 years ago", "Port of Lund shuts", "Published :", "Updated :", LEAD))
    assert noise(layout) == ["Trade", "5 years ago", "Published :", "Updated :"]
    assert layout.headline
    assert layout.headline.text == "Port of Lund shuts"


def test_a_label_that_no_list_knows_is_told_by_the_age_below_it() -> None:
    layout = layout_of(text("Harbours", "3 hours ago", "Port of Lund shuts its gates", LEAD))
    assert noise(layout) == ["Harbours", "3 hours ago"]


def test_labels_in_a_row_below_a_button_are_noise() -> None:
    layout = layout_of(text("Skip to main content", "Harbours", "Sweden", "Port of Lund shuts its gates", LEAD))
    assert noise(layout) == ["Skip to main content", "Harbours", "Sweden"]
    assert layout.headline
    assert layout.headline.text == "Port of Lund shuts its gates"


def test_who_reported_and_edited_is_told_below_the_story_and_no_part_of_it() -> None:
    credit = "(Reporting by Ann Roe; Editing by Bo Lind)"
    assert noise(layout_of(text("Port of Lund shuts its gates", LEAD, MORE, credit))) == [credit]


def test_a_section_s_name_alone_above_the_story_is_no_headline_and_no_noise_without_one() -> None:
    assert layout_of(text("Trade", LEAD)).headline is None


def test_a_date_line_cut_off_in_a_caption_is_noise_and_states_its_date() -> None:
    layout = layout_of(" date 2021-03-12 The harbour master said the gates would not open\n\n" + LEAD)
    assert noise(layout) == ["date 2021-03-12 The harbour master said the gates would not open"]
    assert [one.edtf for one in layout.stated] == ["2021-03-12"]
    assert layout.headline is None


def test_byline_date_and_dateline_below_a_headline() -> None:
    layout = layout_of(
        text(
            "Port of Lund shuts",
            "By Mara Quill, Harbour Correspondent",
            "12 March 2021",
            "LUND, March 11 (Reuters) - " + LEAD,
        )
    )
    assert layout.byline
    assert layout.byline.text == "By Mara Quill, Harbour Correspondent"
    assert layout.dateline
    assert layout.dateline.text == "LUND, March 11 (Reuters)"
    assert layout.outlet
    assert layout.outlet.text == "Reuters"
    assert noise(layout) == ["12 March 2021"]


def test_a_date_behind_the_byline_is_stated() -> None:
    layout = layout_of(text("Port of Lund shuts", "By Mara Quill | 12 March 2021", LEAD))
    assert layout.byline
    assert layout.byline.text == "By Mara Quill"
    assert [one.edtf for one in layout.stated] == ["2021-03-12"]


def test_names_above_an_outlet_are_a_byline() -> None:
    layout = layout_of(text("Mara Quill and Jon Aske", "USA TODAY", LEAD))
    assert layout.byline
    assert layout.byline.text == "Mara Quill and Jon Aske"
    assert layout.outlet
    assert layout.outlet.text == "USA TODAY"
    assert layout.headline is None


def test_a_signature_at_the_end_is_the_outlet_and_no_noise() -> None:
    for end, outlet in (
        ("AGENCE FRANCE-PRESSE", "AGENCE FRANCE-PRESSE"),
        ("- Reuters", "Reuters"),
        ("© 2021 AFP", "AFP"),
        ("© 2021 The Lund Post", "The Lund Post"),
        ("© 2021 The Lund Post.", "The Lund Post"),
    ):
        layout = layout_of(text(LEAD, MORE, end))
        assert layout.outlet
        assert layout.outlet.text == outlet
        assert not layout.noise
    layout = layout_of(text(LEAD, MORE + " – Reuters"))
    assert layout.outlet
    assert layout.outlet.text == "Reuters"


def test_a_signature_below_a_menu_is_the_outlet_and_no_noise_as_the_menu_is() -> None:
    layout = layout_of(text(LEAD, MORE, "Related stories", "Dues to double", "© 2021 The Lund Post"))
    assert layout.outlet
    assert layout.outlet.text == "The Lund Post"
    assert [part.text for part in layout.noise] == ["Related stories", "Dues to double"]


def test_a_signature_below_a_menu_may_reserve_all_rights_in_place_of_a_year() -> None:
    layout = layout_of(text(LEAD, MORE, "Related stories", "Dues to double", "© The Lund Post. All rights reserved."))
    assert layout.outlet
    assert layout.outlet.text == "The Lund Post"


def test_the_name_above_the_page_is_the_outlet() -> None:
    layout = layout_of(
        text("THE LUND OBSERVER - City edition", "Home > Local", "Port shut after the storm", LEAD, MORE)
    )
    assert layout.outlet
    assert layout.outlet.text == "THE LUND OBSERVER"
    assert layout.headline
    assert layout.headline.text == "Port shut after the storm"


def test_a_photograph_in_a_menu_is_no_signature() -> None:
    layout = layout_of(text(LEAD, MORE, "Related stories", "© Mara Quill", "Dues to double"))
    assert layout.outlet is None
    assert len(layout.noise) == 3


def test_an_agency_that_a_story_names_is_not_its_outlet() -> None:
    assert layout_of(text(LEAD, "The closure was first reported by Reuters.", MORE)).outlet is None
    assert layout_of(text(LEAD, "- Reuters file photo", MORE)).outlet is None


def test_the_menu_below_a_story_is_noise_to_its_end() -> None:
    layout = layout_of(text(LEAD, MORE, "Read more about the port", "Read more on Shipping", "Dues\nDocks"))
    assert noise(layout) == ["Read more about the port", "Read more on Shipping", "Dues", "Docks"]


def test_links_to_the_articles_next_to_it_are_noise() -> None:
    layout = layout_of(text(LEAD, MORE, "Previous articleDues double in a year\nNext articleCouncil meets ‘rebels’"))
    assert noise(layout) == ["Previous articleDues double in a year", "Next articleCouncil meets ‘rebels’"]


def test_teasers_below_a_label_at_the_end_are_noise() -> None:
    layout = layout_of(text(LEAD, MORE, "Related:", "Dues double in a year", "Who owns the docks of Lund?"))
    assert noise(layout) == ["Related:", "Dues double in a year", "Who owns the docks of Lund?"]


def test_tags_at_the_very_end_are_noise() -> None:
    assert noise(layout_of(text(LEAD, MORE, "Lund\nShipping\nMara Quill\nDocks"))) == [
        "Lund",
        "Shipping",
        "Mara Quill",
        "Docks",
    ]


def test_a_crosshead_and_a_short_list_in_the_story_are_none() -> None:
    assert not layout_of(text(LEAD, "A long winter", MORE, "What happens next?", LEAD)).noise
    assert not layout_of(text(LEAD, "Three docks stay open:", "North\nSouth\nEast", MORE)).noise


def test_furniture_between_paragraphs_is_noise_and_its_link_too() -> None:
    layout = layout_of(text(LEAD, "Advertisement", MORE, "Read more:", "Dues double in a year", LEAD))
    assert noise(layout) == ["Advertisement", "Read more:", "Dues double in a year"]


def test_a_caption_is_kept_and_its_credit_is_noise() -> None:
    layout = layout_of(text("Dockers leave the port of Lund. (Photo: Jon Aske/AP)", LEAD))
    assert noise(layout) == ["(Photo: Jon Aske/AP)"] or noise(layout) == ["Photo: Jon Aske/AP"]
    assert layout.headline is None


@pytest.mark.parametrize("line", ["12 March 2021", "Published: 12 March 2021"])
def test_a_date_at_the_end_is_stated_but_not_that_of_a_correction(line: str) -> None:
    assert layout_of(text(LEAD, MORE, line)).stated
    assert not layout_of(
        text(LEAD, MORE, "Correction: an earlier version of this article named another port.", line)
    ).stated


def test_a_date_in_the_story_is_not_stated() -> None:
    assert not layout_of(text(LEAD, "The port was sold on March 12, 2019, and again on 3 May 2020.", MORE)).stated
    assert not layout_of(text(LEAD, "March 12, 2019", "The port was sold for nine million that day.", MORE)).stated


def test_old_and_foreign_line_ends_make_no_difference() -> None:
    lines = ("Trade", "5 years ago", "Port of Lund shuts", LEAD, "Share this news")
    kinds = [layout_of(end.join(lines)) for end in ("\n", "\r\n", "\r", "\n \xa0\n")]
    assert len({tuple(noise(layout)) for layout in kinds}) == 1
    assert all(layout.headline and layout.headline.text == "Port of Lund shuts" for layout in kinds)


def test_a_text_far_longer_than_a_report_is_laid_out_at_its_ends() -> None:
    layout = layout_of(text("Port of Lund shuts", *[LEAD] * 20_000, "Share this news"))
    assert layout.headline
    assert noise(layout) == ["Share this news"]


def test_a_text_of_nothing_but_noise_is_laid_out() -> None:
    assert noise(layout_of(text("Share this news", "Advertisement"))) == ["Share this news", "Advertisement"]
    assert layout_of("").headline is None


@pytest.mark.parametrize(
    ("line", "is_noise"),
    [
        ("HARBOUR MASTER CALLS FOR NEW DUES", True),
        ("BAILOuT FOR THE PORT: WHAT YOU NEED TO KNOW", True),
        ("WHAT CAME NEXT", False),
        ("“WE WERE THE LAST TO LEAVE”", False),
        ("Harbour master calls for new dues", False),
    ],
)
def test_links_in_capitals_between_paragraphs_are_noise(line: str, is_noise: bool) -> None:
    assert noise(layout_of(text(LEAD, MORE, line, LEAD))) == ([line] if is_noise else [])


def test_a_story_in_capitals_is_no_link() -> None:
    assert noise(layout_of(text(LEAD.upper(), MORE.upper(), "HARBOUR MASTER CALLS FOR NEW DUES", LEAD.upper()))) == []


@pytest.mark.parametrize(
    ("head", "day", "outlet"),
    [
        (
            ("Port shut after the storm", "Police say he destroyed records before.", "Published On 20 Mar 2021"),
            "2021-03-20",
            None,
        ),
        (("Port shut after the storm", "Source: Xinhua | 2021-03-20 21:14:08 | Editor: ar"), "2021-03-20", "Xinhua"),
        (
            ("Port shut after the storm", "Ann Roe · CBC News · Posted: Mar 20, 2021 4:00 AM ET"),
            "2021-03-20",
            "CBC News",
        ),
        (("Port shut after the storm", "LUND: March 20, 2021 23:51 IST"), "2021-03-20", None),
        (("Port shut after the storm", "By Ann Roe", "BBC News, Lund"), None, "BBC News"),
        (("MOST READ NEWS", "Port shut after the storm"), None, None),
    ],
)
def test_what_the_lines_above_a_story_tell(head: tuple[str, ...], day: str | None, outlet: str | None) -> None:
    layout = layout_of(text(*head, LEAD, MORE))
    assert layout.headline
    assert layout.headline.text == "Port shut after the storm"
    assert [one.edtf for one in layout.stated] == ([day] if day else [])
    assert (layout.outlet.text if layout.outlet else None) == outlet
