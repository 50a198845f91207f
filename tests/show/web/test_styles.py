from __future__ import annotations

from onrecord.show.web.styles import MOST_LIT, MOST_TIED, style_sheet


def test_statements_are_lit_where_an_address_leads_and_tied_to_source_and_cue_under_the_pointer() -> None:
    sheet = style_sheet("lit.css", 2)
    assert sheet
    assert ".report:has(.n2:target) :is(.in2,.card.n2){background:var(--lit)}" in sheet
    assert ".report:has(:is(.in1,.by1,.n1):hover) :is(.in1,.by1,.n1){outline:" in sheet
    assert ".n3" not in sheet


def test_a_report_with_very_many_statements_has_no_more_rules_than_a_browser_bears() -> None:
    sheet = style_sheet("lit.css", 10**9)
    assert sheet
    assert sheet.count(":target") == MOST_LIT
    assert sheet.count(":hover") == MOST_TIED


def test_no_other_file_is_a_style_sheet() -> None:
    assert style_sheet("onrecord.css")
    assert style_sheet("page.html.j2") is None
