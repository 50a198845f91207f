"""What a draft says that somebody said."""

from __future__ import annotations

from onrecord.show.draft import Draft
from onrecord.show.draft_items import Item, items


def found(text: str) -> list[tuple[list[str], bool, str | None]]:
    return [
        ([text[start:end] for start, end in item.parts], item.quoted, item.speaker.name if item.speaker else None)
        for item in items(Draft("draft.txt", text, False))
    ]


def test_a_quotation_has_its_speaker() -> None:
    assert found("“The old weir will hold through winter,” Dorrit Vance said on Monday.") == [
        (["The old weir will hold through winter"], True, "Dorrit Vance")
    ]


def test_indirect_speech_is_an_attribution() -> None:
    ((words, quoted, speaker),) = found("Dorrit Vance said that the old weir would hold through the winter.")
    assert (words, quoted, speaker) == (["the old weir would hold through the winter"], False, "Dorrit Vance")


def test_a_quotation_that_nobody_says_is_checked_all_the_same_if_it_is_no_single_word() -> None:
    text = "The sign on the gate: “Keep off the old weir”. It is a “sign” of the times."
    assert (["Keep off the old weir"], True, None) in found(text)
    assert not any("sign" in words for words, _, _ in found(text))


def test_items_come_in_the_order_of_the_draft() -> None:
    text = "“It will hold through winter,” said Dorrit Vance.\n\n“It will break in spring,” said Hugo Lamm."
    places: list[Item] = list(items(Draft("draft.txt", text, False)))
    assert [item.parts[0][0] for item in places] == sorted(item.parts[0][0] for item in places)
