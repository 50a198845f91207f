"""The whole bench on one page: every corpus built, exported and scored."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from onrecord import __version__
from onrecord.bench import changes, dates, meantime, passages, polnear, polnear_speakers, score, speakers, uner
from onrecord.bench.corpora import Corpus, Kind, corpora, repository
from onrecord.bench.figures import Figures, Measured
from onrecord.bench.gold import read_gold, read_texts
from onrecord.bench.measures import Rows
from onrecord.bench.numbered import write_texts
from onrecord.bench.trial import Trial, peak_memory, trial
from onrecord.model import Record
from onrecord.settings import Settings

Say = Callable[[str], None]
"""Is told, one line at a time, what is being measured."""


def bench(data: Path | None, settings: Settings, say: Say) -> Figures:
    """Measure accuracy and speed on what is bundled, and on the gold stories and benchmarks under `data`.

    Raises:
        InputError: there is nothing to measure on, or it is not in its form.
        RecordError: a record cannot be written to the temporary folder.
    """
    found = corpora(data, repository())
    first = _first_build(found[0], settings, say)
    return Figures(
        version=__version__,
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        measured=tuple(_measured(corpus, settings, say) for corpus in found),
        first_build_seconds=first,
        peak_memory_bytes=peak_memory(),
    )


def _first_build(corpus: Corpus, settings: Settings, say: Say) -> float | None:
    """Seconds of the first build in this process, which loads what later ones find loaded; only for a gold story."""
    if corpus.kind != "gold":
        return None
    say(f"{corpus.name}: first build")
    return trial(corpus.path / "reports", settings).seconds


def _measured(corpus: Corpus, settings: Settings, say: Say) -> Measured:
    say(f"{corpus.name}: building")
    built, accuracy = _MEASURES[corpus.kind](corpus, settings)
    for unread in built.record.unread:
        say(f"{corpus.name}: not read: {unread.file}: {unread.why}")
    return Measured(
        corpus=corpus.name,
        kind=corpus.kind,
        fingerprint=corpus.fingerprint,
        accuracy=accuracy,
        speed=built.speed,
    )


def _story(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    built = trial(corpus.path / "reports", settings)
    return built, score.score(read_gold(corpus.path), read_texts(corpus.path), built.record)


def _polnear(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    articles = polnear.read_articles(corpus.path)
    built = _built([article.text for article in articles], settings)
    return built, polnear.score(articles, built.record)


def _uner(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    documents = uner.read_documents(corpus.path)
    built = _built([document.text for document in documents], settings)
    return built, uner.score(documents, built.record)


def _speakers(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    cases = polnear_speakers.read_cases()
    texts = polnear_speakers.read_texts(corpus.path, cases)
    built = _built(list(texts.values()), settings)
    return built, speakers.shares(polnear_speakers.verdicts(cases, texts, built.record))


def _passages(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    cases = passages.read_passages(corpus.path)
    built = _built(passages.texts(cases), settings)
    return built, speakers.shares(passages.verdicts(cases, built.record))


def _changes(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    started = time.perf_counter()
    rows = changes.score(changes.read_changes(corpus.path), settings)
    return Trial(Record(), time.perf_counter() - started), rows


def _times(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    documents = meantime.read_documents(corpus.path)
    built = _built([document.text for document in documents], settings)
    return built, meantime.score(documents, [meantime.predicted(one) for one in documents])


def _dates(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    articles = dates.read_articles(corpus.path)
    built = _built([article.text for article in articles], settings)
    return built, dates.of_articles(dates.articles_dated(articles, built), settings)


def _story_dates(corpus: Corpus, settings: Settings) -> tuple[Trial, Rows]:
    built = trial(corpus.path / "reports", settings)
    return built, dates.of_story(dates.story_dated(corpus.path, built), settings)


_MEASURES: Mapping[Kind, Callable[[Corpus, Settings], tuple[Trial, Rows]]] = {
    "gold": _story,
    "polnear": _polnear,
    "uner": _uner,
    "speakers": _speakers,
    "passages": _passages,
    "changes": _changes,
    "times": _times,
    "dates": _dates,
    "story dates": _story_dates,
}
"""How each kind of corpus is built and scored."""


def _built(texts: Sequence[str], settings: Settings) -> Trial:
    """Texts built as the reports of one pile, under their numbers."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        write_texts(texts, Path(folder))
        return trial(Path(folder), settings)
