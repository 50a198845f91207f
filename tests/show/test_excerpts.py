from __future__ import annotations

import re

from onrecord.model import Record
from onrecord.show.excerpts import FURTHEST, excerpts, sentence
from onrecord.show.page import page


def numbered(record: Record, n: int) -> list[tuple[int, object]]:
    own = [one for one in record.statements if one.report == record.reports[n].id]
    return list(enumerate(own, start=1))


def test_only_the_sentences_of_statements_are_left(record: Record) -> None:
    found = excerpts(record.reports[0], numbered(record, 0))  # type: ignore[arg-type]
    left = ["".join(one.text for one in passage.segments) for passage in found]
    assert left[0].startswith("LOWHAVEN") or left[0].startswith("The head") or "Maud Ellery" in left[0]
    whole = " | ".join(left)
    assert "“We told the inspectors on the day we found it.”" in whole
    assert "Share this story" not in whole
    assert "Harbour Courier\n" not in whole


def test_every_statement_begins_once_and_its_words_are_whole(record: Record) -> None:
    for n, report in enumerate(record.reports):
        own = numbered(record, n)
        found = excerpts(report, own)  # type: ignore[arg-type]
        assert sorted(number for passage in found for number in passage.statements) == [number for number, _ in own]
        lit = {
            number: "".join(one.text for passage in found for one in passage.segments if number in one.content)
            for number, _ in own
        }
        for number, one in own:
            assert lit[number] == "".join(part.text for part in one.content)  # type: ignore[attr-defined]


def test_a_report_without_statements_has_no_excerpt(record: Record) -> None:
    assert excerpts(record.reports[0], []) == ()


def test_a_sentence_ends_at_its_mark_or_at_a_blank_not_too_far_away() -> None:
    text = "He left. She said no to all of it. They went."
    start = text.index("no")
    assert text[slice(*sentence(text, start, start + 2))] == "She said no to all of it."
    long = "word " * 200
    first, last = sentence(long, 500, 504)
    assert long[first:last].split() == ["word"] * len(long[first:last].split())
    assert 0 < first <= 500
    assert 504 <= last <= 504 + FURTHEST


def test_the_page_of_excerpts_says_so_and_has_no_other_text(record: Record) -> None:
    whole, part = (page(record, excerpts=one).decode() for one in (False, True))
    assert "Share this story" in whole
    assert "Share this story" not in part
    assert "only the sentences that its statements stand in" in part
    assert "only the sentences" not in whole
    targets = set(re.findall(r'href="#([^"]+)"', part))
    assert targets <= set(re.findall(r'id="([^"]+)"', part))
