"""A draft that is to be checked: plain text, Markdown, HTML or a Word document, as a text whose places are counted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from onrecord.errors import EmptyInput, MalformedInput, MissingInput, OversizeInput, UnreadableInput
from onrecord.read.encoding import Limits, characters, decode, refuse_unfit
from onrecord.read.language import refuse_foreign
from onrecord.show.draft_page import page_text

_BROKEN = (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, RuntimeError, EOFError, OSError)
"""What a file that is no Word document, or a broken one, may raise; an unknown compression is a RuntimeError."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_LEFT_OUT = frozenset(
    [f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
"""What was deleted or moved elsewhere in review, and what stands for a text box where a program knows none."""
_PAGES = (".html", ".htm", ".xhtml")
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


def read_draft(path: Path, limit: int, longest: int | None = None) -> Draft:
    """The draft in a file, told by how its name ends.

    Args:
        path: the file.
        limit: most bytes of it, or of what a document unpacks to.
        longest: most characters of its text.

    Raises:
        InputError: the file cannot be read, is too large, empty, in another language, or not in its format.
    """
    name, kind = str(path), path.suffix.lower()
    data = _bytes(path, name, limit)
    try:
        text = _text(data, name, kind, limit) if data else ""
        refuse_unfit(text, name, Limits(most=longest))
    except EmptyInput:
        raise EmptyInput(name, "there is no text in it", "Write the draft into it, or name another file") from None
    refuse_foreign(text, name)
    return Draft(name, text, kind in (".docx", *_PAGES))


def _text(data: bytes, name: str, kind: str, limit: int) -> str:
    if kind == ".docx":
        return _document(data, name, limit)
    if kind in _PAGES:
        return page_text(characters(data, name))
    text = decode(data, name)
    return _MARKDOWN.sub(lambda match: " " * len(match[0]), text) if kind in (".md", ".markdown") else text


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
    paragraphs = [element for element in _shown(root) if element.tag == f"{_W}p"]
    return "\n\n".join("".join(map(_run, _shown(one, f"{_W}p"))) for one in paragraphs)


def _shown(root: ElementTree.Element, until: str = "") -> Iterator[ElementTree.Element]:
    """An element and those in it that a reader sees, in order; nothing of others called `until`, such as text boxes."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        is_apart = element.tag == until and element is not root
        if element.tag not in _LEFT_OUT and not is_apart and not _is_hidden(element):
            yield element
            waiting += reversed(element)


def _is_hidden(element: ElementTree.Element) -> bool:
    """Whether a run of text is set as hidden."""
    mark = element.find(f"{_W}rPr/{_W}vanish") if element.tag == f"{_W}r" else None
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _run(element: ElementTree.Element) -> str:
    """The characters that an element of a paragraph stands for."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}tab":
        return "\t"
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return "\n" if element.tag in (f"{_W}br", f"{_W}cr") else ""


def _not_a_document(name: str) -> MalformedInput:
    return MalformedInput(name, "it is no Word document that can be read", "Save it as .docx again, or as text")
