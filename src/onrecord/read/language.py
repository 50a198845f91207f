"""The language of a text. The one door to py3langid."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from onrecord.errors import ForeignLanguage
from onrecord.read.wordlist import plain_words, table

ENGLISH = "en"

_PIECES = 3
_PIECE = 300
"""A long text is judged by three pieces of 300 characters, from its beginning, middle and end: they told all of 8,000
scraped articles to be English, in a tenth of the time that the whole takes."""
_LONG = 25
"""Words from which the judgement of the model counts by itself. Of 8,000 cuts from English news it took 186 of 5 words
for another language, 3 of 12 and 1 of 25, none of which the two rules below let through."""
_SURE = 0.8
"""How sure the model has to be of a shorter text: its surest wrong answer on those cuts was 0.73."""
_FEW = 4
"""Words below which a text in Latin letters passes: it may be a name."""
_ENGLISH_SHARE = 0.15
"""Share of English function words from which a text is English whatever the model thinks; of prose they are a fourth."""
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
    code, sure = _identifier().classify(" ".join(sample.split()))
    if code == ENGLISH or not found:
        return ENGLISH
    english = sum(word.lower() in plain_words("read_languages", "english") for word in found) / len(found)
    if english >= _ENGLISH_SHARE:
        return ENGLISH
    told = len(found) >= _LONG or (len(found) >= _FEW and sure >= _SURE) or _other_script(found)
    return str(code) if told else ENGLISH


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
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(table("read_languages", "names")))
    return identifier
