"""A sentence as it is compared with another: its words in one form each, and what each is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple

from onrecord.match.sentence_ends import ends
from onrecord.match.vocabulary import amount, countries, expanded, form, listed, negatives
from onrecord.model import Statement
from onrecord.wordlists import table

Kind = Literal["word", "name", "number", "amount", "function", "not", "break"]
CONTENT: frozenset[Kind] = frozenset({"word", "name", "number"})
"""The kinds of words that tell what a sentence is about."""

_PIECE = re.compile(r"\d[\d.,:]*\d(?:st|nd|rd|th|[a-z]{1,2}\b)?|\w+(?:'\w+)*'?|[,;:()–—]|\s-{1,2}\s|%|…|\.\.\.")
_NAMING = 60  # characters of words that name a conflict or something told
_CLOSE = 3  # words
_REMEMBERED = 4096  # sentences, 4 KiB each: one is asked for several times in a row
_QUOTED = re.compile(r"[“\"‘]([^“”\"‘]{4,120})[”\"’](?!\w)|(?<!\w)'([^']{4,120})'(?!\w)")
_OUTER = " \"'“”‘’«»[]()"
_MARKS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "\N{SOFT HYPHEN}": None})
_TITLE = (
    0.7  # share (0–1) of the longer words in capitals from which a line is set like a headline: capitals name nobody
)


class Token(NamedTuple):
    """A word: the form that it is compared by, what kind of word it is, and itself in small letters."""

    form: str
    kind: Kind
    text: str


@dataclass(frozen=True)
class Wording:
    """One sentence."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def is_cut_before(self) -> bool:
        """Whether an ellipsis shows that its beginning was cut."""
        return self.text.lstrip(_OUTER).startswith(("…", "..."))

    @property
    def is_cut_after(self) -> bool:
        """Whether an ellipsis shows that its end was cut."""
        return self.text.rstrip(_OUTER).endswith(("…", "..."))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple(token for token in self.tokens if token.kind != "break")

    @cached_property
    def quoted(self) -> tuple[tuple[str, ...], ...]:
        """The forms of the words in quotation marks inside it, where two or more tell what it is about."""
        found = (wording(match[1] or match[2]).words for match in _QUOTED.finditer(self.text))
        return tuple(
            tuple(token.form for token in words)
            for words in found
            if sum(token.kind in CONTENT for token in words) > 1 and len(words) < len(self.words)
        )

    def where(self, forms: tuple[str, ...]) -> int | None:
        """The number of the word from which on these stand in it in a row; None where they do not."""
        own = tuple(token.form for token in self.words)
        places = range(len(own) - len(forms) + 1)
        return next((at for at in places if own[at : at + len(forms)] == forms), None)

    def denies_before(self, at: int) -> bool:
        """Whether a negative word stands close before the word of that number."""
        return any(token.kind == "not" for token in self.words[max(0, at - _CLOSE) : at])

    @cached_property
    def content(self) -> Counter[str]:
        """The forms of the words that tell what it is about, with how often each occurs."""
        return Counter(token.form for token in self.tokens if token.kind in CONTENT)


def shortened(words: str) -> str:
    """Words that name something, cut where they are long."""
    return words if len(words) <= _NAMING else f"{words[:_NAMING].rstrip()}…"


def text_of(statement: Statement) -> str:
    """All that a statement tells, its parts with a space between."""
    return " ".join(part.text for part in statement.content)


def wordings(statement: Statement) -> tuple[Wording, ...]:
    """The sentences of a statement."""
    text = " ".join(part.text if part.text[-1:] in ".!?" else part.text + "." for part in statement.content)
    return sentences(text)


def sentences(text: str) -> tuple[Wording, ...]:
    """The sentences of a text as they are compared."""
    return tuple(wording(piece) for piece in _pieces(text) if any(c.isalnum() for c in piece))


def _pieces(text: str) -> Iterator[str]:
    """The sentences of a text, without the closing marks and the white space behind each."""
    at = 0
    for end in ends(text):
        yield text[at : end.after]
        at = end.next
    yield text[at:]


def denies(text: str) -> bool:
    """Whether the negative words of a text, taken together, turn it round: an odd number of them."""
    return sum(token.kind == "not" for one in sentences(text) for token in one.tokens) % 2 == 1


@lru_cache(_REMEMBERED)
def wording(text: str) -> Wording:
    """A sentence as it is compared."""
    plain = re.sub(r"\bU\.?S\.?(?:A\.?)?(?=\W|$)|\bUnited States\b", "United_States", text.translate(_MARKS))
    plain = re.sub(r"\bno one\b", "nobody", re.sub(r"\bper cent\b", "percent", plain), flags=re.IGNORECASE)
    plain = _short_months().sub(lambda match: _month(match[1] or match[2]), _no_denials().sub(" ", plain))
    raw = [match.group() for match in _PIECE.finditer(plain)]
    return Wording(text, tuple(_joined_numbers(_tokens(raw))))


@cache
def _no_denials() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('meaning')['no_denial'])})\b", re.IGNORECASE)


@cache
def _short_months() -> re.Pattern[str]:
    """A month for short before or behind a number: "Nov. 3", "3 Nov"."""
    short = "|".join(word.capitalize() for month in table("times")["months"] for word in month[1:])
    return re.compile(rf"\b({short})\b\.?(?=\s\d)|(?<=\d\s)({short})\b\.?")


@cache
def _month(short: str) -> str:
    """A month in full, as it is written inside a sentence."""
    return str(next(month[0] for month in table("times")["months"] if short.lower() in month)).capitalize()


def _tokens(raw: list[str]) -> Iterator[Token]:
    in_title = _is_title(raw)
    for at, piece in enumerate(raw):
        if not (piece.isalnum() or any(c.isalnum() for c in piece)):
            yield Token("percent", "word", "percent") if piece == "%" else Token(piece.strip(), "break", piece)
            continue
        is_capital = piece[0].isupper()
        for word in _bare(piece):
            country = countries().get(word) if is_capital else None
            yield Token(country, "name", word) if country else _token(word, is_capital and at > 0 and not in_title)


@cache
def _bare(piece: str) -> tuple[str, ...]:
    """The words of a piece in small letters: two of a contraction."""
    return expanded(piece.casefold().strip("'").replace("united_states", "united states"))


@cache
def _token(word: str, is_name: bool) -> Token:
    meaning = table("meaning")
    if word == "one":
        return Token(word, "function", word)
    if is_name and word in meaning["names_too"].split():
        return Token(f"{word} (name)", "name", word)
    if word in negatives():
        return Token("not", "not", word)
    if word[0].isdigit() or word in meaning["numbers"] or word in meaning["multiples"]:
        return Token(word, "number", word)
    if told := amount(word):
        return Token(told, "amount", word)
    compared = form(word)
    if compared in listed("clauses"):
        return Token(compared, "break", word)
    if compared in listed("function"):
        return Token(compared, "function", word)
    return Token(compared, "name" if is_name else "word", word)


def _is_title(raw: list[str]) -> bool:
    longer = [piece for piece in raw if len(piece) > 3 and piece[0].isalpha()]
    return len(longer) > 2 and sum(piece[0].isupper() for piece in longer) >= _TITLE * len(longer)


def _joined_numbers(found: Iterator[Token]) -> Iterator[Token]:
    """The tokens, words and figures of one number made into one: "three hundred and five", "3.5 million"."""
    tokens, value = list(found), None
    if not any(token.kind == "number" for token in tokens):
        yield from tokens
        return
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        told = _value(token.form) if token.kind == "number" else 1.0 if token.form == "one" else None
        if told is not None and (token.kind == "number" or (value is not None and _goes_on(value, told))):
            if value is not None and token.form in table("meaning")["multiples"]:
                value *= told
            elif value is not None and _goes_on(value, told):
                value += told
            else:
                if value is not None:
                    yield _number(value)
                value = told
        elif not (token.form == "and" and value is not None and after and _is_rest(value, after)):
            if value is not None:
                yield _number(value)
                value = None
            yield token
    if value is not None:
        yield _number(value)


def _goes_on(value: float, told: float) -> bool:
    """Whether `told` belongs to the number before it: "twenty" and "five", "three hundred" and "five"."""
    if value in range(20, 100, 10):
        return 0 < told < 10
    return value >= 100 and value % 100 == 0 and 0 < told < 100 and value == int(value)


def _is_rest(value: float, token: Token) -> bool:
    return value % 100 == 0 and token.form in table("meaning")["numbers"] and _goes_on(value, _value(token.form))


def _value(word: str) -> float:
    meaning = table("meaning")
    known = meaning["numbers"].get(word, meaning["multiples"].get(word))
    if known is not None:
        return float(known)
    match = re.match(r"\d+(?:[.,:]\d+)*", word)
    digits = match[0] if match else "0"
    unit = word[len(digits) :]
    plain = digits.replace(",", "").replace(":", "")
    value = float(plain) if plain.count(".") <= 1 else float(plain.replace(".", ""))
    return value * float(meaning["multiples"].get(unit, 1))


def _number(value: float) -> Token:
    written = f"{value:g}" if value < 1e6 else f"{value:.0f}"
    return Token(written, "number", written)
