"""One build of a pile through the real path, timed: read, find, match, keep, and the record's own JSON export."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import msgspec

from onrecord.bench.measures import Rows
from onrecord.keep import load
from onrecord.model import Findings, Record, decode_record, encode
from onrecord.run import build
from onrecord.settings import Settings


class Trial(msgspec.Struct, frozen=True):
    """A record as exported, how long its build took, in seconds of wall-clock time, and what each report says."""

    record: Record
    seconds: float
    findings: tuple[Findings, ...] = ()

    @property
    def words(self) -> int:
        """Words in all reports, as white space parts them."""
        return sum(len(report.text.split()) for report in self.record.reports)

    @property
    def speed(self) -> Rows:
        """Seconds, and reports and words per second of the whole build, the writing of the file included."""
        seconds = max(self.seconds, 1e-9)
        return {
            "reports read": len(self.record.reports),
            "reports not read": len(self.record.unread),
            "words": self.words,
            "seconds": self.seconds,
            "reports per second": len(self.record.reports) / seconds,
            "words per second": self.words / seconds,
        }


def trial(pile: Path, settings: Settings) -> Trial:
    """Build `pile` into a record in a temporary folder, and take what its export holds.

    Raises:
        InputError: nothing in the pile can be read.
        RecordError: the record cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        path = Path(folder) / "trial.db"
        started = time.perf_counter()
        build([pile], path, settings=settings)
        seconds = time.perf_counter() - started
        kept = load(path)
        return Trial(decode_record(encode(kept.record)), seconds, kept.findings)


def peak_memory() -> int | None:
    """The most memory that this process has held so far, in bytes; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # getrusage(2) gives kibibytes, but bytes on macOS.
    return peak if sys.platform == "darwin" else peak * 1024
