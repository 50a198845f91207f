"""To whom something was said, where the report names them right behind the reporting verb.

"told X", "urged X to", "wrote to X that", "said in a letter to X that".
"""

from __future__ import annotations

import re

from onrecord.find.cues import verb_at
from onrecord.find.name import Named
from onrecord.find.phrases import Range, head_end, phrase_from
from onrecord.find.words import words
from onrecord.wordlists import listed

_FRAMES = frozenset({"tell", "person"})
_REACH = 80  # characters behind the verb within which the name must stand
_WRITINGS = "|".join(sorted(listed("words", "writings")))
_TO = re.compile(
    rf"\s+(?:in (?:an?|the|his|her|its|their) (?:[\w-]+ ){{0,2}}?(?:{_WRITINGS}) (?:sent |addressed |written )?)?to "
)


def addressee(text: str, cue: Range, named: list[Named]) -> int | None:
    """The number of the one spoken to, or None where nobody is named.

    Args:
        text: the report's text.
        cue: the characters of the reporting words.
        named: everyone and everything that the report names.
    """
    verbs = words(text, *cue)
    verb = verb_at(verbs, len(verbs) - 1) if verbs else None
    if verb is None:
        return None
    to = _TO.match(text, cue[1]) if verb.mode == "said" and "clause" in verb.frames else None
    if to is None and not verb.frames & _FRAMES:
        return None
    start = to.end() if to else cue[1]
    behind = words(text, start, min(len(text), start + _REACH))
    phrase = phrase_from(behind, 0, len(behind))
    if phrase is None:
        return None
    first, end = behind[0].start, head_end(behind[slice(*phrase)])
    return next(
        (n for n, one in enumerate(named) for name in one.names if first <= name.start and name.end == end), None
    )
