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


def test_some_words_of_a_quotation_are_no_item_of_their_own() -> None:
    words = "They answered twice, and that was to ask us to use the right form"
    assert found(f'"{words}," he said.') == [([words], True, None)]
    assert len(found("“Mr Lamm told us that the old sluice was rotten to the core,” Ann Hale said.")) == 1


def test_what_is_quoted_again_within_a_quotation_is_an_item() -> None:
    told = found("“Mr Lamm came to us and said, ‘The old sluice is as rotten as the gate,’” Ann Hale said.")
    assert [(quoted, speaker) for _, quoted, speaker in told] == [(True, "Ann Hale"), (True, "Lamm")]
    assert told[1][0] == ["The old sluice is as rotten as the gate"]


def test_indirect_speech_within_indirect_speech_is_an_item() -> None:
    told = found("Ann Hale said that, as Hugo Lamm had told the council, the weir would break.")
    assert [speaker for _, _, speaker in told] == ["Ann Hale", "Hugo Lamm"]
