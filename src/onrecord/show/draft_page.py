"""The text of a draft in HTML: what a reader of the page sees, without what was deleted in review."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

_BLOCKS = re.compile(
    "p|div|li|ul|ol|h[1-6]|blockquote|tr|td|th|table|section|article|header|footer|figcaption|figure|title|dd|dt|pre|hr"
)
_UNSEEN = frozenset(["script", "style", "template", "noscript", "svg", "del", "s", "strike"])
_EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_ALONE = frozenset(["p", "li", "dd", "dt", "td", "th", "tr", "option"])
"""Elements that need no end: another of the same name ends them."""
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_BREAK = "\v"  # stands for <br>; white space of the page itself is made single
_BREAKS = re.compile(rf" *{_BREAK}[{_BREAK} ]*")


class _Element(NamedTuple):
    """An open element, and whether a reader sees nothing of it."""

    tag: str
    is_hidden: bool


class _Page(HTMLParser):
    """Collects what a reader of a page sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._open: list[_Element] = []
        self._hidden = 0
        self._left_out = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own."""
        last = self._open[-1].tag if self._open else ""
        if (last == tag and tag in _ALONE) or (last == "p" and _BLOCKS.fullmatch(tag)):
            self._close()
        if tag not in _EMPTY:
            is_hidden = tag in _UNSEEN or _hides(dict(attrs))
            self._open.append(_Element(tag, is_hidden))
            self._hidden += is_hidden
        self._mark(tag, _BREAK if tag == "br" else "“")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._mark(tag, "" if tag == "br" else "”")
        if any(element.tag == tag for element in self._open):
            while self._close() != tag:
                pass

    def _close(self) -> str:
        """Close the last element and give its name."""
        last = self._open.pop()
        self._hidden -= last.is_hidden
        return last.tag

    def _mark(self, tag: str, mark: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.pieces.append("\n\n")
        elif tag in ("br", "q") and not self._hidden:
            self.pieces.append(mark)

    def handle_data(self, data: str) -> None:
        """Words, their white space made single as browsers do; what is hidden leaves no more than a space."""
        if self._hidden:
            self._left_out += data
            return
        self.pieces.append(self._joint(data) + re.sub(r"\s+", " ", data))
        self._left_out = ""

    def _joint(self, data: str) -> str:
        """A space between two words that only white space of what was left out stood between."""
        before = self.pieces[-1][-1:] if self.pieces else ""
        is_spaced = self._left_out != self._left_out.strip()
        return " " if is_spaced and before.isalnum() and data[:1].isalnum() else ""


def _hides(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or _HIDING.search(attributes.get("style") or "") is not None


def page_text(source: str) -> str:
    """The paragraphs of a page, an empty line between them."""
    parser = _Page()
    parser.feed(source)
    parser.close()
    paragraphs = re.split(r"\n+", re.sub(" {2,}", " ", "".join(parser.pieces)))
    return "\n\n".join(text for one in paragraphs if (text := _with_lines(one).strip()))


def _with_lines(paragraph: str) -> str:
    """A paragraph with its line breaks: they end no quotation and no sentence that goes on, unless there are two."""
    pieces, at, curly, straight = list[str](), 0, False, 0
    for match in _BREAKS.finditer(paragraph):
        piece = paragraph[at : match.start()]
        curly = piece.rfind("“") > piece.rfind("”") or (curly and "”" not in piece)
        straight += piece.count('"')
        goes_on = curly or straight % 2 == 1 or paragraph[match.end() : match.end() + 1].islower()
        pieces += [piece, " " if match[0].count(_BREAK) == 1 and goes_on else "\n\n"]
        at = match.end()
    return "".join([*pieces, paragraph[at:]])
