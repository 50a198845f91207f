"""The language of a text. The one door to py3langid."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import ForeignLanguage
from onrecord.read.wordlist import plain_words, table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"

_PIECES = 3
_PIECE = 300
"""A long text is judged by three pieces of 300 characters, from its beginning, middle and end: they told all of 8,000
scraped articles to be English, in a tenth of the time that the whole takes."""
_LEFT_FOR_ENGLISH = 0.005
_SURE = 0.3
"""A text is foreign where the model leaves English no more than the one and gives another language at least the other:
of 36,000 cuts of 4 to 100 words from English news none was. Close relatives (Danish and Norwegian, Croatian and
Serbian) share what it gives, so that it is rarely sure of either."""
_FEW = 4
"""Words below which a text in Latin letters passes: it may be a name."""
_ENGLISH_SHARE = 0.15
"""Share of English function words from which a text is English whatever the model says; of prose they are a fourth."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def refuse_foreign(text: str, file: str) -> None:
    """Refuse `text` where it is clearly not English; a text too short to tell passes.

    Raises:
        ForeignLanguage: names the language found.
    """
    code = language_of(text)
    if code != ENGLISH:
        problem = f"it is in {table('read_languages', 'names')[code]}, not in English"
        raise ForeignLanguage(file, problem, "Leave it out, or name a translation into English")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; "en" where the text is too short to tell."""
    sample = _sample(text)
    found = _WORD.findall(sample)
    english = sum(word.lower() in plain_words("read_languages", "english") for word in found)
    if english >= _ENGLISH_SHARE * len(found):
        return ENGLISH  # most reports: the model, which takes half a second to load, is not asked
    ranked = _identifier().rank(" ".join(sample.split()))
    code, sure = ranked[0]
    if code == ENGLISH:
        return ENGLISH
    told = len(found) >= _FEW and sure >= _SURE and dict(ranked)[ENGLISH] <= _LEFT_FOR_ENGLISH
    return str(code) if told or _other_script(found) else ENGLISH


def _sample(text: str) -> str:
    if len(text) <= _PIECES * _PIECE:
        return text
    starts = (0, len(text) // 2 - _PIECE // 2, len(text) - _PIECE)
    return "\n".join(text[start : start + _PIECE] for start in starts)


def _other_script(found: list[str]) -> bool:
    """Whether most letters are of another script than the Latin one, which ends at U+024F."""
    letters = "".join(found)
    return sum(char > "\u024f" for char in letters) > len(letters) / 2


@cache
def _identifier() -> LanguageIdentifier:
    # Imported here because it takes as long as all the rest of the package, and `--help` needs no language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(table("read_languages", "names")))
    return identifier
