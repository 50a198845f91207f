from __future__ import annotations

from msgspec.structs import replace

from onrecord.model import Span
from onrecord.show.web import addresses


def test_the_address_of_exact_words_is_safe_in_a_text_fragment() -> None:
    span = Span("ab", 0, 9, "well-known,\n& “so” #x")
    assert addresses.exactly(span) == "/reports/ab#:~:text=well%2Dknown%2C%20%26%20%E2%80%9Cso%E2%80%9D%20%23x"
    assert len(addresses.exactly(replace(span, text="x" * 9999))) < 300


def test_other_pages_of_a_list_keep_what_it_is_filtered_by() -> None:
    place = addresses.pages(2, 205, 100, named="a&b", empty="")
    assert (place.number, place.last) == (2, 3)
    assert place.query(3) == "?named=a%26b&page=3"
