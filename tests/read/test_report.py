"""A text and its bytes as a report."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ForeignLanguage
from onrecord.model import Report, Span, report_id
from onrecord.read.report import Metadata, report_of

LEAD = "The port of Lund has shut its gates for the winter, the harbour master said on Monday."
TEXT = (
    f"Trade\n5 years ago\n\nPort of Lund shuts\n\nPublished: 12 March 2021\n\nLUND (AP) — {LEAD}\n\nShare this news\n"
)


def spans_of(report: Report) -> list[Span]:
    parts = (report.headline, report.byline, report.dateline, report.outlet, *report.noise)
    return [part for part in parts if isinstance(part, Span)]


def test_id_and_hashes_come_from_bytes_and_text() -> None:
    report = report_of(TEXT, b"bytes", "a.txt")
    assert report.id == report_id(b"bytes")
    assert report.sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert report.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (report.file, report.files, report.language, report.extracted) == ("a.txt", ("a.txt",), "en", False)


def test_every_part_is_found_in_one_report() -> None:
    report = report_of(TEXT, TEXT.encode(), "a.txt")
    assert report.headline
    assert report.headline.text == "Port of Lund shuts"
    assert isinstance(report.outlet, Span)
    assert report.outlet.text == "AP"
    assert (report.published, report.published_basis) == ("2021-03-12", "stated")
    assert report.published_why == "the report gives “Published: 12 March 2021”"
    assert [part.text for part in report.noise] == [
        "Trade",
        "5 years ago",
        "Published: 12 March 2021",
        "Share this news",
    ]
    assert report.copy_of is None


def test_what_is_not_stated_is_null() -> None:
    report = report_of(LEAD, LEAD.encode(), "a.txt")
    assert (report.headline, report.byline, report.dateline, report.outlet) == (None, None, None, None)
    assert (report.published, report.published_basis, report.published_why) == (None, None, None)
    assert report.noise == ()


def test_metadata_goes_before_the_text_and_the_text_fills_its_gaps() -> None:
    report = report_of(TEXT, b"line", "a.jsonl:1", Metadata(outlet="The Lund Post"))
    assert report.extracted
    assert report.outlet == "The Lund Post"
    assert report.published_basis == "stated"
    assert report.headline
    assert report_of(TEXT, b"line", "a.jsonl:1", Metadata(published="2021-03-13")).published == "2021-03-13"
    assert report_of(TEXT, b"line", "a.jsonl:1", Metadata(published="soon")).published == "2021-03-12"


def test_a_foreign_report_is_refused() -> None:
    with pytest.raises(ForeignLanguage):
        report_of("Der Hafen von Lund bleibt im Winter geschlossen, sagte der Hafenmeister am Montag.", b"", "a.txt")


LINES = f"""Trade|5 years ago|Port of Lund shuts|By Mara Quill, 12 March 2021|{LEAD}|LUND (AP) — {LEAD}|Advertisement
|Published :|Read more:|Read more on Shipping|Docks|- Reuters|(AP Photo/Jon Aske)|© 2021 AFP|12 March 2021|Mara Quill
|Dockers leave. Photo: Jon Aske/AP|“No,” she said. – Reuters|date 2021-03-12 The port|USA TODAY|| \xa0"""
LINE = st.sampled_from(LINES.replace("\n", "").split("|"))


@given(st.lists(LINE | st.text(max_size=30), max_size=14), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_every_span_of_any_text_is_its_slice_and_noise_is_apart(lines: list[str], end: str) -> None:
    text = end.join(lines)
    try:
        report = report_of(text, text.encode(), "a.txt")
    except ForeignLanguage:
        return
    assert report.text == text
    assert all(part == report.span(part.start, part.end) for part in spans_of(report))
    assert all(part.text == part.text.strip() for part in report.noise)
    ordered = [(part.start, part.end) for part in report.noise]
    assert all(before[1] <= after[0] for before, after in pairwise(ordered))
    for kept in (report.headline, report.byline, report.outlet):
        assert kept not in report.noise
    assert (report.published is None) == (report.published_basis is None) == (report.published_why is None)
