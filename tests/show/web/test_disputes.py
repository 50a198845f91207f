from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from onrecord.keep import Kept, load_record, parts, save
from onrecord.model import Findings, Point, Position, Reading, Record
from onrecord.show.sides import grouped
from onrecord.show.web import disputes


def test_a_conflict_shows_the_sentence_the_speaker_and_the_date(path: Path) -> None:
    with parts(path) as found:
        ((_, (one, other)),) = disputes.conflicts(found, 1).content["rows"]
    assert "".join(piece for piece, _ in one.sentence).endswith(
        "denied on Monday that her firm had concealed a crack in the hull of the Petrel."
    )
    assert (one.speaker, one.published, other.speaker) == ("Maud Ellery", "2024-03-04", "Maud Ellery")


def test_points_with_two_sides_are_on_the_first_pages(record: Record, tmp_path: Path) -> None:
    both = [
        (Position(record.statements[0].id, "for"), Position(record.statements[1].id, side))
        for side in ("for", "unclear", "against")
    ]
    points = tuple(Point(f"{n:012}", f"Point {n}.", record.statements[0].id, both[n % 3]) for n in range(60))
    readings = tuple(Reading(report, report.text.encode()) for report in record.reports)
    findings = tuple(Findings(report=report.id, entities=(), statements=()) for report in record.reports)
    path = tmp_path / "points.db"
    save(Kept(replace(record, points=points), readings, findings), path, Record())
    with parts(path) as found:
        pages = [disputes.points(found, n) for n in (1, 2, 3)]
        numbers = found.points_of(record.entities[0].id, 100)
    listed = [one.id for page in pages for one in page.record.points]
    assert listed == [one.id for _, group in grouped(load_record(path).points) for one in group]
    assert numbers == {one: n for n, one in enumerate(listed, start=1)}
    assert [heading for heading, _ in pages[0].content["groups"]] == [
        "Two sides are taken",
        "Only one side is on record",
    ]
    assert [heading for heading, _ in pages[1].content["groups"]] == ["Only one side is on record"]
