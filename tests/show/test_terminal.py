import re
import time
from collections.abc import Callable

import msgspec
import pytest

from onrecord.model import Event, EventMention, Record
from onrecord.show import terminal
from onrecord.show.escapes import is_unseen
from onrecord.show.happened import happened
from onrecord.show.lookup import Lookup
from onrecord.show.statements import doubtful, people
from onrecord.show.terminal import Bar, Table, render

WIDTHS = [40, 80, 119, 120, 200]
View = Callable[[Lookup, int], Table]


def all_people(lookup: Lookup, width: int) -> Table:
    return terminal.people(people(lookup, lookup.record.statements), width)


def overview(lookup: Lookup, width: int) -> Table:
    return terminal.overview(lookup, lookup.record.statements, width)


def timeline(lookup: Lookup, width: int) -> Table:
    return terminal.timeline(lookup, lookup.record.statements, width)


def doubts(lookup: Lookup, width: int) -> Table:
    return terminal.doubts(lookup, doubtful(lookup, lookup.record.statements), width)


def first_statement(lookup: Lookup, width: int) -> Table:
    return terminal.statement(lookup, lookup.record.statements[0])


VIEWS = [all_people, overview, timeline, doubts, first_statement]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_no_line_is_wider_than_the_screen_or_ends_in_blanks(record: Record, view: View, width: int) -> None:
    lines = render(view(Lookup(record), width), width, colour=False).splitlines()
    assert max(len(line) for line in lines) <= width
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("colour", [True, False])
def test_nothing_hostile_reaches_the_screen(hostile: Record, view: View, width: int, colour: bool) -> None:
    text = render(view(Lookup(hostile), width), width, colour)
    ours = re.sub(r"\x1b\[[0-9;]*m", "", text) if colour else text
    assert not [character for character in ours if is_unseen(character) and character != "\n"]


@pytest.mark.parametrize("view", VIEWS)
def test_without_colour_there_is_no_escape_sequence_and_with_it_there_is(record: Record, view: View) -> None:
    assert "\x1b" not in render(view(Lookup(record), 80), 80, colour=False)
    assert "\x1b" in render(view(Lookup(record), 80), 80, colour=True)


def test_markup_in_reports_is_shown_as_it_stands(hostile: Record) -> None:
    assert "[bold]red[/bold]" in render(overview(Lookup(hostile), 200), 200, colour=False)


@pytest.mark.parametrize("width", [80, 200])
def test_the_overview_has_all_of_every_statement(record: Record, width: int) -> None:
    text = squeezed(render(overview(Lookup(record), width), width, colour=False))
    if width == 80:
        assert "harbour/courier.txt:155-211 · 5672e9d4a555" in text
        assert "“We never hid the crack from anybody, … We told the inspectors on the day we found it.” Harbour" in text
        assert "speaker not known: the source is not named; perhaps Tomas Brandt (0.40)" in text
    for statement in record.statements:
        assert statement.id in text
    assert "Maud Ellery, head of the Lowhaven ferry company (4 statements)" in text
    assert "also in Island Telegram" in text
    assert text.index("Maud Ellery,") < text.index("Tomas Brandt (2") < text.index("Speaker not known (1")


def test_extracted_text_has_another_sign_in_its_place(record: Record) -> None:
    extracted = tuple(msgspec.structs.replace(report, extracted=True) for report in record.reports)
    text = render(overview(Lookup(msgspec.structs.replace(record, reports=extracted)), 200), 200, colour=False)
    assert "harbour/courier.txt#155-211" in text
    assert "courier.txt:" not in text


def test_the_timeline_invents_no_day_and_puts_unknown_dates_last(record: Record) -> None:
    lines = render(timeline(Lookup(record), 200), 200, colour=False).splitlines()
    heads = [line[:24].strip() for line in lines if line[:24].strip()]
    assert heads == ["2024-03-01 to 2024-03-05", "2024-03", "2024-03-04", "date not known"]


def test_people_are_counted(record: Record) -> None:
    rows = [squeezed(line) for line in render(all_people(Lookup(record), 80), 80, colour=False).splitlines()]
    assert "Maud Ellery person 4 2" in rows
    assert "Harbour Courier organisation 0 1" in rows


def test_copies_are_counted_apart(record: Record) -> None:
    first, second = record.reports
    copied = msgspec.structs.replace(record, reports=(first, msgspec.structs.replace(second, copy_of=first.id)))
    rows = [squeezed(line) for line in render(all_people(Lookup(copied), 80), 80, colour=False).splitlines()]
    assert rows[0].endswith("reports independent")
    assert "Maud Ellery person 4 2 1" in rows
    text = squeezed(render(overview(Lookup(copied), 80), 80, colour=False))
    assert "also in Island Telegram (2 reports, 1 of them independent)" in text
    assert "independent" not in render(overview(Lookup(record), 80), 80, colour=False)


def test_a_statement_is_shown_with_all_that_is_known_of_it(record: Record) -> None:
    text = squeezed(render(terminal.statement(Lookup(record), record.statements[1]), 100, colour=False))
    for part in (
        "“⟨We never hid the crack from anybody,⟩” Ms Ellery told reporters. “⟨We told the inspectors",
        "source Ms Ellery harbour/courier.txt:253-262",
        "cue told",
        "why named in the source",
        "act denies, direct, said",
        "said on 2024-03-04",
        "confidence 0.90",
        "published 2024-03-04; stated",
    ):
        assert part in text


def test_other_tellings_stand_side_by_side_with_their_differences(record: Record) -> None:
    text = render(terminal.statement(Lookup(record), record.statements[4]), 200, colour=False)
    line = next(line for line in text.splitlines() if "{+" in line)
    assert "We never hid the crack from [-anyone-]," in line
    assert "{+anybody+}" in line


def test_tellings_that_differ_in_typographic_marks_alone_are_called_the_same(record: Record) -> None:
    lookup = Lookup(record)
    text = render(terminal._side_by_side(lookup, record.statements[4], record.statements[4]), 200, colour=False)
    assert "word for word the same" in text


def test_nothing_to_show_is_said() -> None:
    empty = Lookup(Record())
    assert [render(view(empty, 80), 80, colour=False) for view in VIEWS[:3]] == [
        "Nobody.\n",
        "No statements.\n",
        "No statements.\n",
    ]


@pytest.mark.parametrize("width", [80, 200])
def test_people_and_events_have_the_ids_by_which_they_are_corrected(record: Record, width: int) -> None:
    report, one = record.reports[0], record.entities[0]
    what = EventMention(report.id, 0, 7, report.text[:7], (0, 7))
    event = Event(
        id="e00000000001",
        type="other",
        what=what,
        agent=one.id,
        patient=None,
        date=None,
        place=None,
        status="happened",
        mentions=(what,),
    )
    lookup = Lookup(msgspec.structs.replace(record, events=(event,)))
    known = squeezed(render(all_people(lookup, width), width, colour=False))
    assert all(each.id in known for each in record.entities if each.name in known)
    assert f"{one.name} person" in known
    assert event.id in squeezed(render(terminal.events(lookup, happened(lookup.record), width), width, colour=False))


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar("read", 1, None)
        bar("find", 1, 2)
    assert capsys.readouterr() == ("", "")


def until_shown(bar: Bar) -> None:
    """Wait until the progress is on the screen, which nobody tells it to be."""
    end = time.monotonic() + 20
    while bar._shown is None and time.monotonic() < end:
        time.sleep(0.01)
    assert bar._shown is not None


def test_progress_appears_while_one_report_is_read_of_which_nothing_more_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("onrecord.show.terminal.PATIENCE", 0.05)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with Bar() as bar:
        bar("find", 0, 1)
        until_shown(bar)
        bar("match", 0, 1)
    out, err = capsys.readouterr()
    assert out == ""
    assert "find" in err
    assert "0/1" in err
    assert "match" in err


def test_a_short_job_shows_no_progress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with Bar() as bar:
        bar("find", 0, 1)
    bar._show()  # as where the time is up while the job ends
    assert capsys.readouterr() == ("", "")


def test_doubts_name_who_may_have_said_it(record: Record) -> None:
    text = squeezed(render(doubts(Lookup(record), 80), 80, colour=False))
    assert "speaker not known" in text
    assert "perhaps" in text


def test_no_doubts_are_said_to_be_none(record: Record) -> None:
    assert render(terminal.doubts(Lookup(record), (), 80), 80, colour=False) == "Nothing.\n"
