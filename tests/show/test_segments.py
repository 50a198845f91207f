import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Record, Report, Statement
from onrecord.show.segments import passages, segments

TEXT = "abc def\n\nghi jkl\r\nmno pqr stu\n"


def a_report(text: str) -> Report:
    return Report(
        id="r", file="r.txt", files=("r.txt",), sha256="", text_sha256="", text=text, language="en", headline=None
    )


def a_statement(of: Report, *ranges: tuple[int, int]) -> Statement:
    return Statement(
        id=str(ranges),
        report=of.id,
        content=tuple(of.span(start, end) for start, end in ranges),
        form="direct",
        source=None,
        cue=None,
        speaker=None,
        speaker_why=None,
        act="assert",
        mode="said",
        confidence=1.0,
    )


@st.composite
def marked_reports(draw: st.DrawFn) -> tuple[Report, list[tuple[int, Statement]]]:
    one = a_report(draw(st.text(alphabet="ab \n\r", min_size=2, max_size=80)))
    ends = st.tuples(st.integers(0, len(one.text) - 1), st.integers(1, len(one.text))).filter(lambda r: r[0] < r[1])
    ranges = draw(st.lists(st.lists(ends, min_size=1, max_size=3), max_size=6))
    return one, [(n, a_statement(one, *parts)) for n, parts in enumerate(ranges, start=1)]


@given(marked_reports())
def test_segments_joined_are_the_text_and_cover_what_the_spans_cover(
    marked: tuple[Report, list[tuple[int, Statement]]],
) -> None:
    one, numbered = marked
    found = segments(one, numbered)
    assert "".join(segment.text for segment in found) == one.text
    for number, each in numbered:
        lit = {at for segment in found if number in segment.content for at in range(segment.start, segment.end)}
        assert lit == {at for part in each.content for at in range(part.start, part.end)}
        assert sum(number in segment.begins for segment in found) == 1


@given(marked_reports())
def test_passages_joined_are_the_text_and_have_each_statement_once(
    marked: tuple[Report, list[tuple[int, Statement]]],
) -> None:
    one, numbered = marked
    found = passages(one, numbered)
    assert "".join(segment.text for passage in found for segment in passage.segments) == one.text
    assert sorted(n for passage in found for n in passage.statements) == [number for number, _ in numbered]
    for passage in found:
        assert set(passage.statements) == {n for segment in passage.segments for n in segment.begins}


def test_nested_content_is_listed_outermost_first() -> None:
    one = a_report(TEXT)
    found = segments(one, [(1, a_statement(one, (4, 7))), (2, a_statement(one, (0, 14)))])
    assert [(segment.text, segment.content) for segment in found[:3]] == [
        ("abc ", (2,)),
        ("def", (2, 1)),
        ("\n\nghi j", (2,)),
    ]


def test_source_cue_and_noise_are_told_apart(record: Record) -> None:
    found = segments(record.reports[0], [(1, record.statements[0])])
    by_text = {segment.text: segment for segment in found}
    assert by_text["Maud Ellery"].source == (1,)
    assert by_text["denied"].cue == (1,)
    assert by_text["Share this story"].noise
    assert not by_text["denied"].noise


def test_passages_end_where_paragraphs_end() -> None:
    one = a_report("One.\n\nTwo.\nThree.\n\n  \nFour.")
    texts = ["".join(segment.text for segment in passage.segments) for passage in passages(one, [])]
    assert texts == ["One.\n\n", "Two.\n", "Three.\n\n  \n", "Four."]


def test_a_passage_grows_until_its_text_is_as_high_as_its_cards() -> None:
    one = a_report("One.\n\nTwo.\n\nThree.\n\nFour.")
    together = passages(one, [(1, a_statement(one, (0, 3))), (2, a_statement(one, (0, 4)))])
    assert len(together[0].statements) == 2
    assert "Three" in "".join(segment.text for segment in together[0].segments)


@pytest.mark.parametrize("text", ["", "x", "\n", "\r\n\r\n"])
def test_the_smallest_texts_are_cut_too(text: str) -> None:
    assert "".join(segment.text for passage in passages(a_report(text), []) for segment in passage.segments) == text
