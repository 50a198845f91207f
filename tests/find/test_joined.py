"""Noise inside a line: the sentence is read as if it were not there, and every span is exact."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.find import find
from onrecord.find.joined import Joined
from onrecord.model import Findings, Record, Report, entity_id, statement_id

CARD = "Ann Maria RoeLund shuts port Ystad asks why MORE"
Make = Callable[..., Report]


def spans_of(found: Findings) -> list[Any]:
    record = Record(statements=found.statements, entities=found.entities)
    return [span for _, span in record.spans()] + [one.mention for one in found.events]


def test_the_line_runs_on(report_of: Make) -> None:
    report = report_of(f"Mayor Ann Roe {CARD} (S-Lund) left. Bo (Ad)’s ship (ad) sank.", noise=(CARD, "(Ad)", "(ad)"))
    joined = Joined(report).report
    assert joined.text == "Mayor Ann Roe (S-Lund) left. Bo’s ship sank."
    assert joined.noise == ()


@pytest.mark.parametrize("text", ["(Ad) The ship sank.", "The ship sank. (Ad)", "The ship sank.\n(Ad)\nIt did."])
def test_noise_at_the_end_of_a_line_leaves_no_seam(report_of: Make, text: str) -> None:
    report = report_of(text, noise=("(Ad)",))
    assert Joined(report).report is report


def test_a_speaker_before_noise_and_the_verb_behind_it(report_of: Make) -> None:
    text = f"The port will close, Mayor Ann Roe {CARD} (S-Lund) said on Monday. She told Per Ek to leave Lund."
    report = report_of(text, noise=(CARD,))
    first = find(report).statements[0]
    assert first.source is not None
    assert first.source.text == "Mayor Ann Roe"
    assert first.speaker is not None


def test_a_content_over_noise_is_of_two_parts(report_of: Make) -> None:
    text = f"Per Ek said the city should thank Mayor Ann Roe {CARD} for the new port."
    (one,) = find(report_of(text, noise=(CARD,))).statements
    assert [part.text for part in one.content] == ["the city should thank Mayor Ann Roe", "for the new port"]


def test_the_headline_and_other_noise_move_with_the_text(report_of: Make) -> None:
    text = f"Mayor {CARD} leaves\nAdvertisement\nAnn Roe left Lund."
    report = Joined(report_of(text, headline=f"Mayor {CARD} leaves", noise=(CARD, "Advertisement"))).report
    assert report.headline is not None
    assert report.headline.text == "Mayor leaves"
    assert [span.text for span in report.noise] == ["Advertisement"]
    assert all(report.text[span.start : span.end] == span.text for span in (report.headline, *report.noise))


def test_several_are_not_cut_to_the_first(report_of: Make) -> None:
    text = f"Mayor Ann Roe {CARD} (S-Lund) and her fellow leaders said the port will close."
    report = report_of(text, noise=(CARD,))
    found = find(report)
    (one,) = found.statements
    assert one.source is not None
    assert one.source.text.startswith("Mayor Ann Roe")
    assert one.source.text.endswith("fellow leaders")
    assert len({entity.id for entity in found.entities}) == len(found.entities)


@pytest.mark.parametrize("n", range(1, 22, 2))
def test_wherever_it_stands_every_span_is_exact_and_every_id_made_of_it(report_of: Make, n: int) -> None:
    text = "Mayor Ann Roe (S-Lund) and Per Ek, a baker, said on Monday that police arrested whoever sank the ship."
    words = text.split()
    report = report_of(" ".join([*words[:n], "(Advertisement)", *words[n:]]), noise=("(Advertisement)",))
    found = find(report)
    (noise,) = report.noise
    for span in spans_of(found):
        assert report.text[span.start : span.end] == span.text
    for one in found.statements:
        assert all(part.end <= noise.start or noise.end <= part.start for part in one.content)
        assert one.id == statement_id(report.id, one.content, one.cue, one.mode)
    ids = {entity_id(entity.mentions[0]) for entity in found.entities}
    assert ids == {entity.id for entity in found.entities}
    assert len(ids) == len(found.entities)
    assert {one.speaker for one in found.statements if one.speaker} <= ids
    assert {who for one in found.events for who in (one.agent, one.patient) if who} <= ids
    assert {one.inside for one in found.events if one.inside} <= {one.id for one in found.statements}
