"""Text of reports made safe to look at: what a screen would obey is written out instead."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_HARMLESS = {"\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}", "\N{SOFT HYPHEN}"}
"""Part of the spelling of words and emoji: showing them would alter what a reader sees."""
_SPACE = re.compile(r"\s+")


def is_unseen(character: str) -> bool:
    """Whether a screen would obey this character, or show nothing for it, where a reader should know that it is there.

    These are control characters, escape sequences' first character, controls of writing direction, characters without
    width, line separators and halves of surrogate pairs.
    """
    return unicodedata.category(character) in _UNSEEN and character not in _HARMLESS


def escape(character: str) -> str:
    """The character as Python and JSON write it: `\\x1b`, `\\u202e`, `\\U000e0041`."""
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str) -> str:
    """`text` with every character that a screen would obey written as an escape. Line ends are escaped too."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(escape(character) if is_unseen(character) else character for character in text)


def one_line(text: str) -> str:
    """`text` on one line: white space is one blank, and what a screen would obey is written as an escape."""
    return visible(_SPACE.sub(" ", text).strip())


def visible_json(data: bytes) -> bytes:
    """JSON for a screen: the same value, its unseen characters written as JSON's own escapes."""
    text = data.decode()
    if text.isascii() and text.isprintable():
        return data
    return "".join(_json_escape(character) if is_unseen(character) else character for character in text).encode()


def _json_escape(character: str) -> str:
    """The character in UTF-16 units, as JSON wants it. Raw line ends stand only between values."""
    if character in "\n\t":
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
