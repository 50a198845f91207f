"""Quotations that were changed on purpose: whether match and check tell what turns the words round from what does not.

Every case is an invented sentence and a change of it. A change of kind "not", "will", "antonym", "number", "name",
"who" or "amount" says something else and must be neither the same utterance nor exact; one of another kind (marks,
case, spelling, contractions, what an ellipsis shows to be cut) says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from onrecord.bench.measures import Rows, share
from onrecord.bench.numbered import read_lines
from onrecord.match.likeness import likeness, wanted
from onrecord.match.meanings import Meanings
from onrecord.match.verbatim import stands_in
from onrecord.match.wording import sentences
from onrecord.settings import Settings

_FOLDER = Path(__file__).resolve().parent / "cases"
CASES = _FOLDER / "changes.jsonl"
"""Changes that were looked at while rules were made."""
FRESH = _FOLDER / "fresh_changes.jsonl"
"""Changes that nothing was made on."""
_ALTERED = frozenset({"number", "longer", "wording"})
"""Kinds of changes that say the same and are alterations of a quotation all the same."""


class Change(msgspec.Struct, frozen=True):
    """A sentence, a change of it, of what kind that is, and whether it still says the same."""

    id: str
    kind: str
    same: bool
    original: str
    changed: str


def read_changes(path: Path = CASES) -> list[Change]:
    """The changes of a file of JSON lines.

    Raises:
        MalformedInput: a line is no change.
    """
    return read_lines(path, Change, "change")


def is_same_utterance(change: Change, settings: Settings, meanings: Meanings) -> bool:
    """Whether match takes the two, said by one speaker, for one utterance."""
    both = sentences(change.original), sentences(change.changed)
    return likeness(*both, wanted(settings), meanings.near) is not None


def is_exact(change: Change) -> bool:
    """Whether check takes the changed words for the original's."""
    return stands_in(change.changed, change.original)


def score(changes: Sequence[Change], settings: Settings) -> Rows:
    """The figures, 0–1: of changes that turn the words round, and of those that do not."""
    meanings = Meanings()
    turned, harmless = [one for one in changes if not one.same], [one for one in changes if one.same]
    quoted = [one for one in harmless if one.kind not in _ALTERED]
    return {
        "turned round, told apart": share(not is_same_utterance(one, settings, meanings) for one in turned),
        "turned round, not exact": share(not is_exact(one) for one in turned),
        "harmless, one utterance": share(is_same_utterance(one, settings, meanings) for one in harmless),
        "harmless, exact": share(map(is_exact, quoted)),
    }
