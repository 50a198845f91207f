"""To whom something was said, where the report names them right behind the reporting verb: "told X", "urged X to"."""

from __future__ import annotations

from onrecord.find.cues import verb_at
from onrecord.find.name import Named
from onrecord.find.phrases import Range, head_end, phrase_from
from onrecord.find.words import words

_FRAMES = frozenset({"tell", "person"})
_REACH = 80  # characters behind the verb within which the name must stand


def addressee(text: str, cue: Range, named: list[Named]) -> int | None:
    """The number of the one spoken to, or None where nobody is named.

    Args:
        text: the report's text.
        cue: the characters of the reporting words.
        named: everyone and everything that the report names.
    """
    verbs = words(text, *cue)
    verb = verb_at(verbs, len(verbs) - 1) if verbs else None
    if verb is None or not verb.frames & _FRAMES:
        return None
    behind = words(text, cue[1], min(len(text), cue[1] + _REACH))
    phrase = phrase_from(behind, 0, len(behind))
    if phrase is None:
        return None
    start, end = behind[0].start, head_end(behind[slice(*phrase)])
    return next(
        (n for n, one in enumerate(named) for name in one.names if start <= name.start and name.end == end), None
    )
