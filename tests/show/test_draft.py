"""Drafts as text: plain, Markdown, HTML and Word, and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import (
    BinaryInput,
    EmptyInput,
    EncodingError,
    ForeignLanguage,
    InputError,
    MalformedInput,
    MissingInput,
    OversizeInput,
    UnreadableInput,
)
from onrecord.show.draft import read_draft

LIMIT = 100_000
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body: str, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f'<?xml version="1.0"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def text_of(folder: Path, name: str, data: bytes | str, limit: int = LIMIT) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_draft(path, limit).text


def test_plain_text_stays_as_it_is(tmp_path: Path) -> None:
    assert text_of(tmp_path, "a.txt", "\ufeff“It will hold,” she said.\r\n") == "“It will hold,” she said.\r\n"
    assert text_of(tmp_path, "b.txt", "“Ja”".encode("utf-16")) == "“Ja”"


def test_markup_of_markdown_is_blanked_and_places_stay(tmp_path: Path) -> None:
    source = "# Weir\n\n> **“It will *hold*,”** said [Ms Vance](https://example.org/a_b).\n\n- one_word * two\n"
    found = text_of(tmp_path, "a.md", source)
    assert len(found) == len(source)
    assert found.split() == ["Weir", "“It", "will", "hold", ",”", "said", "Ms", "Vance", ".", "one_word", "*", "two"]
    assert found.index("hold") == source.index("hold")


def test_a_page_gives_what_its_reader_sees(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Weir</title><style>p {}</style><script>var a = '“no”';</script></head><body>"
        "<p>&ldquo;It\n will&nbsp;hold,&rdquo; <b>she</b> said.</p><p>He said <q>no</q>.<br>Next</p></body></html>"
    )
    assert text_of(tmp_path, "a.html", page) == "Weir\n\n“It will hold,” she said.\n\nHe said “no”.\n\nNext"


def test_a_document_gives_its_paragraphs_without_what_was_deleted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>“It will </w:t></w:r><w:r><w:t>hold,”</w:t><w:tab/><w:t>she said.</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:t>Next</w:t><w:br/><w:t>line</w:t></w:r></w:p>"
    )
    assert text_of(tmp_path, "a.docx", document(body)) == "“It will hold,”\tshe said.\n\nNext\nline"


def test_a_document_gives_neither_what_was_moved_away_nor_what_is_hidden(tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    moved = f"<w:moveFrom>{run('It holds.')}</w:moveFrom><w:moveTo>{run('It will hold. ')}</w:moveTo>"
    assert text_of(tmp_path, "a.docx", document(f"<w:p>{moved}{hidden}{shown}</w:p>")) == "It will hold. shown"


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent>"
    mark = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice {mark}>{box}</mc:Choice><mc:Fallback {mark}>{box}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>Before </w:t>{both}</w:r><w:r><w:t>behind</w:t></w:r></w:p>"
    assert text_of(tmp_path, "a.docx", document(body)) == "Before behind\n\nBox"


def test_what_a_document_unpacks_to_is_limited(tmp_path: Path) -> None:
    bomb = document(f"<w:p><w:r><w:t>{'x' * 5_000_000}</w:t></w:r></w:p>")
    assert len(bomb) < LIMIT
    with pytest.raises(OversizeInput):
        text_of(tmp_path, "a.docx", bomb)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.docx", b"not a zip", MalformedInput),
        ("a.docx", document("<w:p>", "word/document.xml"), MalformedInput),
        ("a.docx", document("", "other.xml"), MalformedInput),
        ("a.docx", document("").replace(b"PK\x01\x02", b"PK\x01\x03"), MalformedInput),
        ("a.txt", b"\x00\x01\x02", BinaryInput),
        ("a.txt", b"the caf\x81", EncodingError),
        ("a.docx", b"", EmptyInput),
        ("a.html", b"<p> </p>", EmptyInput),
        ("a.txt", b"<html><p>Weir</p></html>", MalformedInput),
        ("a.txt", b"%PDF-1.7", BinaryInput),
        ("a.txt", b" \n ", EmptyInput),
        ("a.txt", b"x" * (LIMIT + 1), OversizeInput),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        text_of(tmp_path, name, data)


def test_a_draft_is_decoded_as_a_report_is(tmp_path: Path) -> None:
    words = "“We’ll repay,” Zoë Brandt said at the café.\n"
    assert text_of(tmp_path, "a.txt", words.encode("cp1252")) == words
    assert text_of(tmp_path, "a.md", words.encode("utf-16-le")) == words
    assert text_of(tmp_path, "a.html", f"<p>{words}</p>".encode("latin-1", "xmlcharrefreplace")) == words.strip()


def test_a_draft_in_another_language_is_refused_as_a_report_is(tmp_path: Path) -> None:
    words = "Le ministre a nié hier soir que la société ait été avertie avant dimanche."
    with pytest.raises(ForeignLanguage, match="in French, not in English"):
        text_of(tmp_path, "a.txt", words)
    assert text_of(tmp_path, "a.txt", "Ostrell") == "Ostrell"


def test_the_length_of_a_draft_is_limited(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The weir will hold. " * 10, encoding="utf-8")
    assert read_draft(path, LIMIT, 200).text
    with pytest.raises(OversizeInput, match="ONRECORD_MAX_CHARACTERS"):
        read_draft(path, LIMIT, 199)


def test_a_document_that_defines_entities_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(MalformedInput):
        text_of(tmp_path, "a.docx", out.getvalue())


def test_what_is_not_there_or_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_draft(tmp_path / "none.txt", LIMIT)
    with pytest.raises(UnreadableInput):
        read_draft(tmp_path, LIMIT)


def test_lines_are_counted_from_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\ntwo\n", encoding="utf-8")
    draft = read_draft(path, LIMIT)
    assert (draft.line(0), draft.line(4)) == (1, 2)
