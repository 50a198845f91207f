import sys
from pathlib import Path

import pytest

from onrecord.bench.trial import Trial, peak_memory, trial
from onrecord.model import Record, Report, Unread
from onrecord.settings import Settings

REPORT = Report(
    id="r", file="a.txt", files=("a.txt",), sha256="", text_sha256="", text="The quay is safe.\n\nIt is.", language="en"
)


def test_speed_is_of_all_reports_and_their_words() -> None:
    speed = Trial(Record(reports=(REPORT, REPORT), unread=(Unread("b", "why"),)), seconds=0.5).speed
    assert speed == {
        "reports read": 2,
        "reports not read": 1,
        "words": 12,
        "seconds": 0.5,
        "reports per second": 4.0,
        "words per second": 24.0,
    }


def test_a_build_too_fast_for_the_clock_divides_by_no_zero() -> None:
    assert Trial(Record(), seconds=0.0).speed["words per second"] == 0.0


def test_a_trial_builds_a_pile_and_leaves_nothing_behind(quay: Path) -> None:
    before = sorted(quay.rglob("*"))
    built = trial(quay / "reports", Settings())
    assert [report.file for report in built.record.reports] == ["guild.txt", "harbour.txt"]
    assert built.seconds > 0
    assert sorted(quay.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_peak_memory_is_in_bytes() -> None:
    peak = peak_memory()
    assert peak is not None
    assert 2**20 < peak < 2**40
