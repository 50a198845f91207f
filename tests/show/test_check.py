"""A draft held against a record that was built from invented reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.keep import load_record
from onrecord.run import build
from onrecord.show.check import check
from onrecord.show.cli import app
from onrecord.show.draft import Draft
from onrecord.show.lookup import Lookup
from onrecord.show.verdicts import Checked

FIRST = """Weir will hold, mayor says

LOWHAVEN, 4 March 2024 – “We can't promise that the old weir will hold, but we are trying,” Mayor Dorrit Vance said on \
Monday. “Nobody has to leave the valley.”

Hugo Lamm, a ferryman, said the council had known of the cracks since January. “They painted over the cracks,” Mr Lamm \
said. “Then they sold us the harbour.”

Mayor Vance took the key of the lower sluice. She denied having asked for it.
"""
SECOND = """Engineer warns of flood

OSTRELL, 5 March 2024 – “The northern gate is rotten and it will break before April,” said the engineer Ann Hale.

“I did not sign the report,” she said. “I was told to.”

“Mr Lamm came to us and said, ‘The old sluice is as rotten as the gate,’” Ms Hale said.
"""

THIRD = """Crane stood idle, inspector says

HARLOW BAY, 12 March 2024 – “I did not see any report of one,” Gerald Pryce, the port's chief inspector, said on \
Tuesday. “If I had known, that crane would have been shut down the same hour.”

Owen Pryce, a docker and no relation, was hurt when the hook came down.

Lena Wells, a lawyer for the dockers, said the email was dated Nov. 3, 2023. She said that three dockers had been hurt.

“Nobody on the board wanted to hear of it,” a person close to the board said.

Jonas Field kept the notice that hung beside the crane. “Keep clear of the hook” was all that it told.
"""
FOURTH = """‘Nobody greased the hook,’ says docker

HARLOW BAY, 13 March 2024 – “Nobody greased the hook, and the whole shift knew it,” Jonas Field, a crane driver, told \
reporters on Wednesday.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    (folder / "third.txt").write_text(THIRD, encoding="utf-8")
    (folder / "fourth.txt").write_text(FOURTH, encoding="utf-8")
    build([folder / f"{name}.txt" for name in ("first", "second", "third", "fourth")], folder / "weir.db")
    return folder / "weir.db"


@pytest.fixture(scope="module")
def lookup(path: Path) -> Lookup:
    return Lookup(load_record(path))


def checked(lookup: Lookup, text: str) -> Checked:
    found = check(Draft("draft.txt", text, False), lookup)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("“They painted over the cracks,” Hugo Lamm said.", ""),
        ('"they painted over the cracks", Hugo Lamm said.', ""),
        ("“We can’t promise that the old weir will hold – but we are trying,” Dorrit Vance said.", ""),
        ("“The old weir will hold,” Dorrit Vance said.", "part of a longer quotation"),
        ("“We can't promise … but we are trying,” Dorrit Vance said.", "cut shown by an ellipsis"),
        ("“We cannot promise that the old weir will hold,” Dorrit Vance said.", "spelling or contraction"),
        ("“Then they sold us the harbor,” Hugo Lamm said.", "spelling or contraction"),
    ],
)
def test_words_that_stand_in_the_record_are_exact(lookup: Lookup, text: str, note: str) -> None:
    one = checked(lookup, text)
    assert one.verdict == "exact"
    assert note in "; ".join(one.notes)
    assert one.place is not None
    assert one.place.startswith("first.txt:")
    start, end = map(int, one.place.partition(":")[2].split("-"))
    assert FIRST[start:end].lower().split()[0].strip("“") in one.words.lower() or "cut" in note or "spelling" in note


@pytest.mark.parametrize(
    ("text", "ours", "theirs"),
    [
        ("“We can promise that the old weir will hold, but we are trying,” Dorrit Vance said.", "can't", "can"),
        ("“The northern gate is rotten and it will not break before April,” Ann Hale said.", "", "not"),
        ("“The southern gate is rotten and it will break before April,” Ann Hale said.", "northern", "southern"),
        ("“They painted over the 40 cracks,” Hugo Lamm said.", "", "40"),
    ],
)
def test_a_changed_word_is_shown(lookup: Lookup, text: str, ours: str, theirs: str) -> None:
    one = checked(lookup, text)
    assert one.verdict == "altered"
    assert one.differences is not None
    for pieces, word in zip(one.differences, (ours, theirs), strict=True):
        if word:
            assert any(word in piece.text for piece in pieces if not piece.same)


def test_only_the_sentence_that_comes_nearest_is_compared(lookup: Lookup) -> None:
    one = checked(lookup, "“Somebody has to leave the valley,” Dorrit Vance said.")
    assert one.verdict == "altered"
    assert one.recorded == "Nobody has to leave the valley"


def test_a_cut_that_hides_a_denial_is_an_alteration(lookup: Lookup) -> None:
    one = checked(lookup, "“I did … sign the report,” Ann Hale said.")
    assert one.verdict == "altered"
    assert "what was cut denies it" in one.notes


def test_words_of_somebody_else_are_told(lookup: Lookup) -> None:
    one = checked(lookup, "“They painted over the cracks,” Ann Hale said.")
    assert one.verdict == "other speaker"
    assert one.said_by == "Hugo Lamm"


def test_words_that_nobody_said_are_absent(lookup: Lookup) -> None:
    one = checked(lookup, "“My violin was stolen from the opera house,” Ann Hale said.")
    assert (one.verdict, one.place) == ("absent", None)


def test_indirect_words_in_quotation_marks_are_an_alteration(lookup: Lookup) -> None:
    one = checked(lookup, "“The council had known of the cracks since January,” Hugo Lamm said.")
    assert one.verdict == "altered"
    assert "the report has it in indirect speech" in one.notes


def test_indirect_speech_is_exact_reworded_or_turned_round(lookup: Lookup) -> None:
    assert checked(lookup, "Hugo Lamm said the council had known of the cracks since January.").verdict == "exact"
    turned = checked(lookup, "Hugo Lamm said the council had not known of the cracks since January.")
    assert turned.verdict == "altered"
    assert (
        checked(lookup, "Hugo Lamm said that since January the council had known of the cracks.").verdict == "reworded"
    )


def test_the_same_denial_in_other_words_is_reworded(lookup: Lookup) -> None:
    one = checked(lookup, "Dorrit Vance denied that she had asked for the key.")
    assert (one.verdict, one.recorded) == ("reworded", "having asked for it")
    assert checked(lookup, "Dorrit Vance denied that she had asked for the boat.").verdict != "reworded"


def test_what_only_the_draft_has_denied_is_turned_round(lookup: Lookup) -> None:
    one = checked(lookup, "Hugo Lamm denied that the council had known of the cracks since January.")
    assert one.verdict == "altered"
    assert "the record does not have it denied" in one.notes
    near = checked(lookup, "Hugo Lamm denied that since January the council had known of the cracks.")
    assert near.verdict == "altered"
    assert "the record does not have it denied" in near.notes


def test_words_quoted_within_a_quotation_are_quoted_at_second_hand(lookup: Lookup) -> None:
    one = checked(lookup, "“The old sluice is as rotten as the gate,” Hugo Lamm said.")
    assert one.verdict == "exact"
    assert "quoted at second hand, by Ann Hale" in one.notes


HOUR = "“If I had known, that crane would have been shut down the same hour,”"


@pytest.mark.parametrize("name", ["Gerald Pryce", "Pryce", "Mr Pryce", "G. Pryce", "Gerald R. Pryce"])
def test_one_person_may_be_called_in_several_ways(lookup: Lookup, name: str) -> None:
    assert checked(lookup, f"{HOUR} {name} said.").verdict == "exact"


@pytest.mark.parametrize("name", ["Owen Pryce", "Martin Pryce"])
def test_a_namesake_is_another_speaker(lookup: Lookup, name: str) -> None:
    one = checked(lookup, f"{HOUR} {name} said.")
    assert (one.verdict, one.said_by) == ("other speaker", "Gerald Pryce")


def test_a_source_without_a_name_is_not_whoever_the_draft_names(lookup: Lookup) -> None:
    one = checked(lookup, "“Nobody on the board wanted to hear of it,” Gerald Pryce said.")
    assert one.verdict == "other speaker"
    assert "the record does not name who said it" in one.notes
    same = checked(lookup, "“Nobody on the board wanted to hear of it,” a member of the board said.")
    assert same.verdict == "exact"


def test_words_of_a_report_that_nobody_says_are_not_whoever_the_draft_names(lookup: Lookup) -> None:
    one = checked(lookup, "“Keep clear of the hook,” Gerald Pryce said.")
    assert one.verdict == "other speaker"
    assert "the record does not name who said it" in one.notes


@pytest.mark.parametrize(
    "text",
    [
        "Wells said the email was dated Nov. 13, 2023.",
        "Wells said the email was dated Nov. 3, 2022.",
        "Wells said the email was dated Dec. 3, 2023.",
        "Wells said that four dockers had been hurt.",
    ],
)
def test_a_changed_number_or_day_is_an_alteration(lookup: Lookup, text: str) -> None:
    assert checked(lookup, text).verdict == "altered"


def test_the_same_day_in_other_words_is_reworded(lookup: Lookup) -> None:
    assert checked(lookup, "Wells said the email was dated November 3, 2023.").verdict == "reworded"
    assert checked(lookup, "Wells said that an email bore the date of Nov. 3, 2023.").verdict == "reworded"
    assert checked(lookup, "Wells said that an email bore the date of Nov. 4, 2023.").verdict != "reworded"


@pytest.mark.parametrize(
    ("first", "last", "changes"),
    [("one", "day", (["hour"], ["day"])), ("two", "day", (["one", "hour"], ["two", "day"]))],
)
def test_a_changed_word_of_a_quotation_in_two_parts_is_shown(
    lookup: Lookup, first: str, last: str, changes: tuple[list[str], list[str]]
) -> None:
    text = (
        f'"I did not see any report of {first}," Gerald Pryce said. "If I had known, that crane would have been shut '
    )
    one = checked(lookup, f'{text}down the same {last}."')
    assert one.verdict == "altered"
    assert one.differences is not None
    assert tuple([piece.text for piece in side if not piece.same] for side in one.differences) == changes
    assert one.recorded is not None
    assert "chief inspector" not in one.recorded


def test_both_parts_as_they_are_are_exact(lookup: Lookup) -> None:
    text = '"I did not see any report of one," Gerald Pryce said. "If I had known, that crane would have been shut '
    assert checked(lookup, f'{text}down the same hour."').verdict == "exact"


def test_the_speakers_own_words_are_preferred_to_a_headline(lookup: Lookup) -> None:
    one = checked(lookup, "“Nobody greased the hook,” Jonas Field said.")
    assert (one.verdict, one.said_by) == ("exact", "Jonas Field")
    near = checked(lookup, "“Somebody greased the hook,” Jonas Field said.")
    assert (near.verdict, near.said_by) == ("altered", "Jonas Field")
    open_ = checked(lookup, "The notice told the crew: “Nobody greased the hook”.")
    assert open_.place is not None
    assert int(open_.place.partition(":")[2].partition("-")[0]) > FOURTH.index("\n")


def test_words_cut_out_of_a_sentence_are_shown_with_an_ellipsis(lookup: Lookup) -> None:
    one = checked(lookup, "“The old weir will hold,” Dorrit Vance said.")
    assert one.recorded == "… the old weir will hold …"
    assert checked(lookup, "“They painted over the cracks,” Hugo Lamm said.").recorded == "They painted over the cracks"


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["check", *arguments])
    return done.exit_code, done.output


def test_the_exit_code_says_whether_all_is_exact(path: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("> “They painted over the cracks,” **Hugo Lamm** said.\n", encoding="utf-8")
    assert run(str(draft), str(path))[0] == 0
    draft.write_text("“They painted over two cracks,” Hugo Lamm said.\n", encoding="utf-8")
    code, output = run(str(draft), str(path))
    assert code == 1
    assert "altered" in output
    assert "{+two+}" in output
    assert "draft.md:1-29, line 1" in output.replace("\n", "") or "line 1" in output


def test_quotations_alone_may_be_checked(path: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "“They painted over the cracks,” Hugo Lamm said.\n\nAnn Hale said that the violin had been stolen.\n",
        encoding="utf-8",
    )
    assert run(str(draft), str(path))[0] == 1
    assert run(str(draft), str(path), "--quotations")[0] == 0


def test_json_has_every_verdict(path: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("“They painted over the cracks,” Hugo Lamm said.\n", encoding="utf-8")
    code, output = run(str(draft), str(path), "--json")
    assert code == 0
    assert '"verdict":"exact"' in output
    assert '"place":"first.txt:' in output
