import pytest

from onrecord.errors import UsageError
from onrecord.model import Record, decode_record
from onrecord.show.exports import EXPORTERS, exporter


def test_json_is_the_whole_record(record: Record, hostile: Record) -> None:
    for each in (record, hostile, Record()):
        assert decode_record(exporter("json")(each)) == each


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_gives_the_same_bytes_twice(record: Record, name: str) -> None:
    assert exporter(name)(record) == exporter(name)(record)


def test_an_unknown_format_is_wrong_use_and_the_known_ones_are_listed() -> None:
    with pytest.raises(UsageError, match="Formats are: json"):
        exporter("xlsx")
