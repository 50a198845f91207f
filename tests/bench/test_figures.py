import json

from onrecord.bench.figures import Figures, Measured, as_json, as_table

QUAY = Measured(
    corpus="quay with a long name",
    kind="gold",
    fingerprint="00",
    accuracy={"spans that differ from their source": 0, "act right": 0.25, "relay right": None},
    speed={"reports read": 2, "reports per second": 4.5},
)
NEWS = Measured(
    corpus="polnear dev",
    kind="polnear",
    fingerprint="11",
    accuracy={"whole F1": 0.5},
    speed={"reports read": 84, "reports per second": 9.0},
)
FIGURES = Figures(
    version="0.1",
    python="3.11",
    machine="a machine",
    measured=(QUAY, NEWS),
    first_build_seconds=1.5,
    peak_memory_bytes=3 * 2**20,
)


def _row(table: str, name: str) -> list[str]:
    (line,) = [line for line in table.splitlines() if line.startswith(name)]
    return line.removeprefix(name).split()


def test_a_table_shows_three_decimals_whole_counts_and_a_dash_for_nothing() -> None:
    table = as_table(FIGURES)
    assert _row(table, "act right") == ["0.250"]
    assert _row(table, "spans that differ from their source") == ["0"]
    assert _row(table, "relay right") == ["-"]


def test_speed_is_shown_for_every_corpus_side_by_side() -> None:
    assert _row(as_table(FIGURES), "reports per second") == ["4.500", "9.000"]


def test_memory_is_shown_in_mebibytes_and_a_dash_where_it_is_not_known() -> None:
    assert _row(as_table(FIGURES), "peak memory of the process, MiB") == ["3.000"]
    unknown = Figures(version="", python="", machine="", measured=(), first_build_seconds=None, peak_memory_bytes=None)
    assert _row(as_table(unknown), "peak memory of the process, MiB") == ["-"]


def test_a_long_name_does_not_push_its_column() -> None:
    widths = {len(line) for line in as_table(FIGURES).splitlines() if line.startswith(("gold", "act", "spans"))}
    assert len(widths) == 1


def test_json_holds_every_figure() -> None:
    data = json.loads(as_json(FIGURES))
    assert data["measured"][0]["accuracy"]["relay right"] is None
    assert data["measured"][1]["speed"]["reports read"] == 84
    assert data["peak_memory_bytes"] == 3 * 2**20
