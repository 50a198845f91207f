from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord.show.web.forms import DESCRIBED, MOST_FIELDS, fields_of
from onrecord.show.web.guard import MOST_BYTES


async def _pieces(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


def read(*pieces: bytes) -> dict[str, str]:
    """In a thread of its own: a browser that other tests started keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(fields_of(_pieces(*pieces)))).result()


def test_the_first_field_of_each_name_counts_however_the_form_is_cut() -> None:
    assert read(b"item=a&wh", b"y=b%20c&item=z&value=") == {"item": "a", "why": "b c", "value": ""}


@pytest.mark.parametrize("body", [b"a=1&" * (MOST_FIELDS + 1), b"a=" + b"1" * MOST_BYTES], ids=["fields", "bytes"])
def test_a_form_that_is_too_much_has_no_fields(body: bytes) -> None:
    assert read(body) == {}


def test_the_description_names_the_changes_that_there_are() -> None:
    described = DESCRIBED["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    assert "undo" in described["properties"]["change"]["enum"]
    assert set(described["required"]) < set(described["properties"])
