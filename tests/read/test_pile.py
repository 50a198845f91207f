"""The pile: which files, each once, under which name and in which order."""

import itertools
import os
from pathlib import Path

import pytest

from onrecord.errors import EmptyInput, InputError, MalformedInput, MissingInput, UnreadableInput
from onrecord.read.pile import Source, sources


def names(*pile: str | Path) -> list[str]:
    return [item.file if isinstance(item, Source) else f"!{item.subject}" for item in sources(pile)]


def put(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The port is shut.")


def test_a_file_is_named_by_its_name_and_a_folder_s_files_by_their_way_from_it(tmp_path: Path) -> None:
    put(tmp_path / "in" / "b.txt", tmp_path / "in" / "sub" / "a.md", tmp_path / "c.text")
    assert names(tmp_path / "in", tmp_path / "c.text") == ["b.txt", "c.text", "sub/a.md"]


def test_the_order_of_the_arguments_does_not_count(tmp_path: Path) -> None:
    put(tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", tmp_path / "c.txt")
    pile = [tmp_path / "a", tmp_path / "b", tmp_path / "c.txt", tmp_path / "none.txt"]
    assert len({tuple(names(*order)) for order in itertools.permutations(pile)}) == 1


def test_equal_names_are_told_apart_by_the_folders_above_them(tmp_path: Path) -> None:
    put(tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", tmp_path / "b" / "y.txt")
    assert names(tmp_path / "a", tmp_path / "b") == ["a/x.txt", "b/x.txt", "y.txt"]
    assert names(tmp_path / "b" / "x.txt", tmp_path / "a" / "x.txt") == ["a/x.txt", "b/x.txt"]


def test_as_many_folders_as_needed_tell_them_apart(tmp_path: Path) -> None:
    put(tmp_path / "p" / "in" / "x.txt", tmp_path / "q" / "in" / "x.txt")
    assert names(tmp_path / "p" / "in", tmp_path / "q" / "in") == ["p/in/x.txt", "q/in/x.txt"]


def test_the_same_file_named_twice_is_one(tmp_path: Path) -> None:
    put(tmp_path / "in" / "x.txt")
    assert names(tmp_path / "in", tmp_path / "in" / "x.txt", str(tmp_path / "in") + "/.") == ["x.txt"]
    assert names("-", "-") == ["-"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path / "x.txt", tmp_path / ".y.txt", tmp_path / ".git" / "z.txt")
    assert names(tmp_path) == ["x.txt"]


def test_another_kind_of_file_in_a_folder_is_listed_with_the_reason(tmp_path: Path) -> None:
    put(tmp_path / "x.txt", tmp_path / "photo.jpg")
    bad = sources([tmp_path])[0]
    assert isinstance(bad, MalformedInput)
    assert bad.subject == "photo.jpg"
    assert "not a kind of file that is read" in bad.problem


@pytest.mark.parametrize(
    ("name", "data", "cure"),
    [
        ("story.story", b"The port is shut.", "Name the file itself"),
        ("page.html", b"<!doctype html><p>The port is shut.</p>", "Save the page as plain text"),
        ("scan.pdf", b"%PDF-1.7", "Save its text as a .txt file"),
        ("zero.docx", b"", "Fetch it again or leave it out"),
    ],
)
def test_the_cure_for_a_file_of_another_kind_is_one_for_what_is_in_it(
    tmp_path: Path, name: str, data: bytes, cure: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (bad,) = sources([tmp_path])
    assert isinstance(bad, MalformedInput)
    assert cure in bad.cure


def test_a_file_named_itself_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    put(tmp_path / "story.story", tmp_path / "BARE")
    assert names(tmp_path / "story.story", tmp_path / "BARE") == ["BARE", "story.story"]


def test_suffixes_do_not_regard_case(tmp_path: Path) -> None:
    put(tmp_path / "a.TXT", tmp_path / "b.JSONL")
    found = sources([tmp_path])
    assert [item.is_jsonl for item in found if isinstance(item, Source)] == [False, True]


def test_what_is_not_there_is_an_error_under_the_name_that_was_given() -> None:
    (missing,) = sources(["no/such.txt"])
    assert isinstance(missing, MissingInput)
    assert missing.subject == "no/such.txt"


def test_a_name_that_no_system_has_is_an_error() -> None:
    (bad,) = sources(["a\0b"])
    assert isinstance(bad, InputError)


def test_a_folder_of_nothing_is_empty(tmp_path: Path) -> None:
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    (empty,) = sources([tmp_path / "in"])
    assert isinstance(empty, EmptyInput)


def test_a_link_out_of_the_folder_is_listed_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "in" / "x.txt", tmp_path / "out" / "secret.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "out")
    found = sources([tmp_path / "in"])
    assert names(tmp_path / "in") == ["!folder", "!link.txt", "x.txt"]
    assert isinstance(found[0], UnreadableInput)


def test_a_link_within_the_folder_is_the_same_file_and_a_loop_ends(tmp_path: Path) -> None:
    put(tmp_path / "in" / "b.txt")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "in" / "b.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    assert "b.txt" in names(tmp_path / "in")
    assert "c.txt" not in names(tmp_path / "in")


def test_a_link_that_is_named_itself_is_followed(tmp_path: Path) -> None:
    put(tmp_path / "out" / "x.txt")
    (tmp_path / "link").symlink_to(tmp_path / "out")
    assert names(tmp_path / "link") == ["x.txt"]


def test_a_folder_that_may_not_be_read_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "in" / "a.txt", tmp_path / "in" / "shut" / "b.txt")
    scan = os.scandir

    def forbidden(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", forbidden)
    assert names(tmp_path / "in") == ["a.txt", "!shut"]
    assert names(tmp_path / "in" / "shut") == [f"!{tmp_path / 'in' / 'shut'}"]


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 60)
    put(deep / "x.txt")
    assert names(tmp_path) == ["d/" * 60 + "x.txt"]
