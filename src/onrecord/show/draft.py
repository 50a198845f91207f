"""A draft that is to be checked: plain text, Markdown, HTML or a Word document, as a text whose places are counted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from onrecord.errors import (
    BinaryInput,
    EmptyInput,
    EncodingError,
    MalformedInput,
    MissingInput,
    OversizeInput,
    UnreadableInput,
)

_BROKEN = (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, RuntimeError, EOFError, OSError)
"""What a file that is no Word document, or a broken one, may raise; an unknown compression is a RuntimeError."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_BLOCKS = re.compile(
    "p|div|br|li|ul|ol|h[1-6]|blockquote|tr|td|th|table|section|article|header|footer|figcaption|figure|title|dd|dt|pre|hr"
)
_UNSEEN = frozenset(["script", "style", "template", "noscript", "svg"])
_MARKDOWN = re.compile(
    r"^[ \t]*(?:>[ \t]?)+|^[ \t]*#{1,6}[ \t]+|^[ \t]*(?:[-*+]|\d+\.)[ \t]+(?=\S)|!?\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)"
    r"|(?<!\w)[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?!\w)|`+",
    re.MULTILINE,
)


class Draft(msgspec.Struct, frozen=True):
    """A draft's text; `extracted` where it was taken out of markup, so that places do not count in the file itself."""

    name: str
    text: str
    extracted: bool

    def line(self, at: int) -> int:
        """The line, counted from 1, in which a character of the text stands."""
        return self.text.count("\n", 0, at) + 1


def read_draft(path: Path, limit: int) -> Draft:
    """The draft in a file, told by how its name ends; at most `limit` bytes of it, or of what a document unpacks to.

    Raises:
        InputError: the file cannot be read, is too large, empty, or not in its format.
    """
    name = str(path)
    data = _bytes(path, name, limit)
    kind = path.suffix.lower()
    if kind == ".docx":
        text = _document(data, name, limit)
    elif kind in (".html", ".htm", ".xhtml"):
        text = _page(_decoded(data, name))
    elif kind in (".md", ".markdown"):
        text = _MARKDOWN.sub(lambda match: " " * len(match[0]), _decoded(data, name))
    else:
        text = _decoded(data, name)
    if not text.strip():
        raise EmptyInput(name, "there is no text in it", "Name the draft that is to be checked")
    return Draft(name, text, kind in (".docx", ".html", ".htm", ".xhtml"))


def _bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        if not path.is_file():
            if path.exists():
                raise UnreadableInput(name, "it is not a plain file", "Name the draft that is to be checked")
            raise MissingInput(name, "there is no such file", "Name the draft that is to be checked")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise UnreadableInput(name, f"the file cannot be read ({error.strerror})", "Check its permissions") from None
    if len(data) > limit:
        raise _oversize(name, limit)
    return data


def _oversize(name: str, limit: int) -> OversizeInput:
    return OversizeInput(
        name, f"it is larger than {limit:,} bytes", "Split it, or raise the limit with the setting ONRECORD_MAX_BYTES"
    )


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        code = "utf-16"
    elif b"\0" in data:
        raise BinaryInput(name, "it is not text", "Save the draft as text, Markdown, HTML or .docx")
    else:
        code = "utf-8-sig"
    try:
        return data.decode(code)
    except UnicodeDecodeError:
        raise EncodingError(name, "it is not in UTF-8", "Save it as UTF-8 and name it again") from None


class _Text(HTMLParser):
    """Collects what a reader of a page sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own."""
        self._unseen += tag in _UNSEEN
        self._mark(tag, "“")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._mark(tag, "”")

    def _mark(self, tag: str, quote: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.pieces.append("\n\n" if tag != "br" else "\n")
        elif tag == "q" and not self._unseen:
            self.pieces.append(quote)

    def handle_data(self, data: str) -> None:
        """Words, their white space made single as browsers do."""
        if not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _page(source: str) -> str:
    parser = _Text()
    parser.feed(source)
    parser.close()
    return re.sub(r" *\n[\n ]*", "\n\n", "".join(parser.pieces)).strip()


def _document(data: bytes, name: str, limit: int) -> str:
    """The paragraphs of a Word document. What it unpacks to is limited, and it may define no entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_BODY) as body:
            source = body.read(limit + 1)
        if len(source) > limit:
            raise _oversize(name, limit)
        if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
            raise _not_a_document(name)
        root = ElementTree.fromstring(source)
    except _BROKEN:
        raise _not_a_document(name) from None
    return "\n\n".join("".join(_run(one) for one in paragraph.iter()) for paragraph in root.iter(f"{_W}p"))


def _run(element: ElementTree.Element) -> str:
    """The characters that an element of a paragraph stands for; what was deleted in review has another name."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}tab":
        return "\t"
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return "\n" if element.tag in (f"{_W}br", f"{_W}cr") else ""


def _not_a_document(name: str) -> MalformedInput:
    return MalformedInput(name, "it is no Word document that can be read", "Save it as .docx again, or as text")
