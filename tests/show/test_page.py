import os
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Conflict, Point, Position, Record, encode
from onrecord.show.cards import all_cards
from onrecord.show.lookup import Lookup
from onrecord.show.page import exact, page

EMPTY = {"meta", "link", "img", "br", "hr", "input", "line", "rect"}
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "article"),
    *("div", "span", "p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "a", "mark", "bdi", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("svg", "desc", "g", "text", "line", "rect", "path"),
}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    inside: list[int]


@dataclass
class Reader(HTMLParser):
    """What a browser would make of the page: elements, and the pieces of text with the elements that they are in."""

    elements: list[Element] = field(default_factory=list)
    pieces: list[tuple[str, list[int]]] = field(default_factory=list)
    open_now: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, list(self.open_now)))
        if tag not in EMPTY:
            self.open_now.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, list(self.open_now)))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open_now.pop()].tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.pieces.append((data, list(self.open_now)))

    def text_of(self, wanted: list[int]) -> str:
        return "".join(text for text, inside in self.pieces if set(inside) & set(wanted))

    def with_class(self, name: str, within: int | None = None) -> list[int]:
        return [
            at
            for at, element in enumerate(self.elements)
            if name in element.attributes.get("class", "").split() and (within is None or within in element.inside)
        ]


def read(data: bytes) -> Reader:
    reader = Reader()
    reader.feed(data.decode())
    reader.close()
    assert reader.open_now == []
    return reader


@pytest.fixture(params=["record", "hostile"])
def any_record(request: pytest.FixtureRequest) -> Record:
    found: Record = request.getfixturevalue(request.param)
    return disputed(found)


def disputed(record: Record) -> Record:
    """The record with a point that has two sides, one that has not, and a conflict."""
    one, other, third = record.statements[:3]
    words = one.content[0].text
    both = Point("1" * 12, words, one.id, (Position(one.id, "against", words), Position(third.id, "for")))
    single = Point("2" * 12, "It was late.", other.id, (Position(one.id, "for"), Position(other.id, "unclear")))
    report = record.reports[0]
    conflict = Conflict("3" * 12, words, "wording", (report.span(3, 9), third.content[0]))
    return msgspec.structs.replace(record, points=(single, both), conflicts=(conflict,))


def as_html_can(text: str) -> str:
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def test_without_its_tags_each_report_is_its_text_exactly(any_record: Record) -> None:
    reader = read(page(any_record))
    articles = reader.with_class("report")
    assert len(articles) == len(any_record.reports)
    for article, report in zip(articles, any_record.reports, strict=True):
        assert reader.text_of(reader.with_class("text", within=article)) == as_html_can(report.text)


def test_what_is_lit_is_the_content_exactly(any_record: Record) -> None:
    reader = read(page(any_record))
    for number, card in all_cards(Lookup(any_record)).items():
        spans = sorted(card.statement.content, key=lambda part: part.start)
        assert reader.text_of(reader.with_class(f"in{number}")) == as_html_can("".join(part.text for part in spans))


def test_sources_cues_and_noise_are_marked_on_their_characters(record: Record) -> None:
    reader = read(page(record))
    first = reader.with_class("report")[0]
    assert reader.text_of(reader.with_class("noise", within=first)) == "Share this story"
    assert reader.text_of(reader.with_class("cue", within=first)) == "deniedtoldsaid thatIt was said"
    assert reader.text_of(reader.with_class("source", within=first)) == "Maud EllerMs EllerTomas Brandt".replace(
        "Eller", "Ellery"
    )


def test_only_our_own_elements_and_harmless_attributes_are_there(any_record: Record) -> None:
    reader = read(page(any_record))
    assert {element.tag for element in reader.elements} <= KNOWN
    for element in reader.elements:
        assert not [name for name in element.attributes if name.startswith("on") or name in {"src", "srcdoc", "action"}]
        assert element.attributes.get("href", "#").startswith("#")


def test_nothing_is_fetched_and_no_script_can_run(any_record: Record) -> None:
    reader = read(page(any_record))
    (policy,) = [one for one in reader.elements if one.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy.attributes["content"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert not any(element.tag in {"script", "link", "iframe", "object", "img"} for element in reader.elements)
    style = reader.text_of([at for at, element in enumerate(reader.elements) if element.tag == "style"])
    assert not [word for word in ("url(", "@import", "http") if word in style]


def test_the_page_of_an_ordinary_record_names_no_address(record: Record) -> None:
    assert b"http" not in page(record).replace(b"http-equiv", b"")


def test_every_link_leads_to_one_place_on_the_page(any_record: Record) -> None:
    reader = read(page(any_record))
    ids = [element.attributes["id"] for element in reader.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = {element.attributes["href"][1:] for element in reader.elements if "href" in element.attributes}
    assert links <= set(ids)
    for statement in any_record.statements:
        assert {f"statement-{statement.id}", f"card-{statement.id}"} <= set(ids)


def test_characters_that_nobody_would_see_are_named(hostile: Record) -> None:
    codes = {element.attributes.get("data-code") for element in read(page(hostile)).elements}
    assert {"\\x1b", "\\x00", "\\u202e", "\\u2066", "\\u200b", "\\ufeff", "\\x9b"} <= codes


def test_outside_the_reports_no_control_character_is_left(hostile: Record) -> None:
    reader = read(page(hostile))
    texts = reader.with_class("text")
    outside = "".join(text for text, inside in reader.pieces if not set(inside) & set(texts))
    attributes = "".join(value for element in reader.elements for value in element.attributes.values())
    assert not set("\x1b\x9b\x00\x07\u202e\u202c\u2066\u200b") & set(outside + attributes)


def test_the_cards_say_who_how_when_and_where(record: Record) -> None:
    reader = read(page(record))
    cards = [" ".join(reader.text_of([at]).split()) for at in reader.with_class("card")]
    assert cards[1] == (
        "2 Maud Ellery denies 4 March 2024 · direct · confidence 0.90 harbour/courier.txt:215-326 "
        "Also: Island Telegram 5"
    )
    assert "Speaker not known accuses date not known" in cards[3]
    assert "the source is not named Perhaps Tomas Brandt" in cards[3]
    assert "via Harbour Courier" in cards[4]


def test_unread_reports_are_listed_with_their_reason(record: Record) -> None:
    reader = read(page(record))
    (unread,) = [at for at, element in enumerate(reader.elements) if element.attributes.get("id") == "unread"]
    assert "scan.pdf the bytes are not text. Name a text file." in " ".join(reader.text_of([unread]).split())


def test_other_tellings_show_their_other_words(record: Record) -> None:
    reader = read(page(record))
    (retold,) = reader.with_class("utterance")
    assert reader.text_of(reader.with_class("other", within=retold)) == "anyone"


def test_the_timeline_can_be_read_without_seeing_it(record: Record) -> None:
    reader = read(page(record))
    marks = [e for e in reader.elements if e.tag == "a" and e.attributes.get("aria-label", "").startswith("March 2024")]
    assert [mark.attributes["aria-label"] for mark in marks] == [
        "March 2024: the ministry demands: asked the company to lay the ship up"
    ]
    assert {"title", "desc"} <= {element.tag for element in reader.elements}


def test_headings_go_down_one_level_at_a_time(record: Record) -> None:
    levels = [int(e.tag[1]) for e in read(page(disputed(record))).elements if e.tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_record_gives_the_same_bytes_whatever_the_hash_seed(record: Record) -> None:
    code = "import sys; from onrecord.model import decode_record; from onrecord.show.page import page; "
    code += "sys.stdout.buffer.write(page(decode_record(sys.stdin.buffer.read())))"
    pages = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=encode(record),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert pages == {page(record)}


def test_reports_without_a_date_are_counted_apart(record: Record) -> None:
    undated = msgspec.structs.replace(record.reports[1], published=None, published_basis=None)
    data = page(msgspec.structs.replace(record, reports=(record.reports[0], undated))).decode()
    assert "Published 4 March 2024; 1 report without a date." in data


def test_an_empty_record_has_a_page_too() -> None:
    assert "0 statements by 0 speakers in 0 reports" in page(Record()).decode()


def test_a_statement_inside_another_keeps_both_marks(record: Record) -> None:
    reader = read(page(record))
    inner = [e for e in reader.elements if e.tag == "mark" and {"in7", "in8"} <= set(e.attributes["class"].split())]
    assert {"concede", "over-allege"} <= set(inner[0].attributes["class"].split())


def test_a_report_without_a_headline_is_called_by_its_opening(record: Record) -> None:
    headed = msgspec.structs.replace(record.reports[0], headline=record.reports[0].span(16, 52))
    reader = read(page(msgspec.structs.replace(record, reports=(headed, record.reports[1]))))
    (contents,) = reader.with_class("contents")
    listed = " ".join(reader.text_of([contents]).split())
    assert listed.startswith("Ferry chief: ‘We never")
    assert "ISLAND TELEGRAM “We" in listed


def test_a_headline_stands_once_in_its_place_under_the_name_of_the_outlet(record: Record) -> None:
    headed = msgspec.structs.replace(record.reports[0], headline=record.reports[0].span(16, 52))
    reader = read(page(msgspec.structs.replace(record, reports=(headed, record.reports[1]))))
    first, second = reader.with_class("report")
    assert headed.headline
    assert reader.text_of(reader.with_class("headline", within=first)) == headed.headline.text
    assert reader.text_of([first]).count(headed.headline.text) == 1
    assert reader.text_of(reader.with_class("origin", within=first)) == "Harbour Courier · 4 March 2024"
    assert reader.with_class("headline", within=second) == []


def test_an_excerpt_without_its_headline_has_it_as_its_title(record: Record) -> None:
    headed = msgspec.structs.replace(record.reports[0], headline=record.reports[0].span(16, 52))
    reader = read(page(msgspec.structs.replace(record, reports=(headed, record.reports[1])), excerpts=True))
    first, second = reader.with_class("report")
    assert headed.headline
    assert reader.text_of([first]).count(headed.headline.text) == 1
    assert reader.with_class("origin", within=first) == []
    assert len(reader.with_class("opening", within=second)) == 1


def test_what_is_told_more_than_once_tells_in_how_many_reports(record: Record) -> None:
    first, second = record.reports
    copied = msgspec.structs.replace(record, reports=(first, msgspec.structs.replace(second, copy_of=first.id)))
    assert "told in 2 reports, 1 of them independent" in part(read(page(copied)), "speakers")
    assert "4 March 2024 · in 2 reports, 1 of them independent" in part(read(page(copied)), "retold")
    shown = page(record).decode()
    assert "Told in 2 reports." in shown
    assert " times" not in shown.split("<main>")[1].replace("times on record", "")


def part(reader: Reader, name: str) -> str:
    """The text of a part of the page."""
    (at,) = [at for at, element in enumerate(reader.elements) if element.attributes.get("id") == name]
    return " ".join(reader.text_of([at]).split())


def test_points_in_dispute_stand_with_their_wording_and_who_takes_which_side(record: Record) -> None:
    reader = read(page(disputed(record)))
    shown = part(reader, "points")
    two, one = shown.index("Two sides are taken 1"), shown.index("Only one side is on record 1")
    assert two < shown.index("Worded after her firm had concealed a crack") < one < shown.index("It was late.", one)
    assert "For 1 the company had known for months Tomas Brandt · accuses · date not known" in shown
    cells = [
        e.attributes["aria-label"]
        for e in reader.elements
        if "stance" in e.attributes.get("class", "").split() and e.tag == "a"
    ]
    assert "for: the company had known for months" in cells
    assert {"against", "for", "unclear"} == {cell.split(":")[0] for cell in cells}


def test_conflicts_show_each_side_in_its_sentence_with_its_report(record: Record) -> None:
    reader = read(page(disputed(record)))
    assert (
        "But Tomas Brandt, a union secretary, said that the company had known for months. "
        "Harbour Courier, 4 March 2024 · Tomas Brandt · harbour/courier.txt:"
    ) in part(reader, "conflicts")
    (at,) = [at for at, one in enumerate(reader.elements) if one.attributes.get("id") == "conflicts"]
    lit = [reader.text_of([at]) for at in reader.with_class("lit", within=at)]
    assert lit == ["marked like this", record.reports[0].text[3:9], "the company had known for months"]


def test_with_excerpts_a_conflict_shows_no_sentence_without_a_statement(record: Record) -> None:
    shown = part(read(page(disputed(record), excerpts=True)), "conflicts")
    assert (
        f"marked like this, each with its report and who says them there. {record.statements[0].content[0].text}"
        in (shown)
    )
    assert "Harbour Courier Ferry" not in shown
    assert "said that the company had known for months." in shown


def test_the_menu_leads_to_every_part_and_counts_what_is_there(record: Record) -> None:
    reader = read(page(disputed(record)))
    (menu,) = [at for at, element in enumerate(reader.elements) if element.tag == "nav"]
    assert " ".join(reader.text_of([menu]).split()) == (
        "Speakers 3 Timeline Told more than once 1 Points in dispute 2 Conflicts 1 Reports 2 Not read 1"
    )
    plain = read(page(record))
    assert not {"#points", "#conflicts"} & {one.attributes.get("href") for one in plain.elements}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_html_as_it_was(text: str) -> None:
    assert read(f"<div>{exact(text)}</div>".encode()).text_of([0]) == as_html_can(text)


def test_half_a_surrogate_pair_does_not_stop_the_page() -> None:
    assert "\N{REPLACEMENT CHARACTER}" in exact("a\ud800b")


def test_the_page_says_how_many_reports_are_no_copies(record: Record) -> None:
    first, second = record.reports
    copied = msgspec.structs.replace(record, reports=(first, msgspec.structs.replace(second, copy_of=first.id)))
    assert b"in 2 reports, 1 of them independent" in page(copied)
    assert b"of them independent" not in page(record)
