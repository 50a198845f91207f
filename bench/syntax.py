"""Parts of speech, heads and relations on GUM, as the network reads them; punctuation is left out.

    python bench/syntax.py GUM.jsonl

GUM.jsonl holds documents with `text` and `tokens` as [start, end, lemma, part of speech, …, head, relation], the head
being the number of a token, or -1. A word is known by where it begins; what begins nowhere here is not counted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from onrecord.encoder import shipped
from onrecord.find.reader import Reading
from onrecord.find.syntax import ROOT, syntax


def verdicts(row: dict[str, Any]) -> list[tuple[bool, bool, bool]]:
    """For each word of a document whether part of speech, head, and head and relation are right."""
    mine = syntax(Reading(row["text"], shipped()))
    by_start = {token.start: token for token in mine.tokens}
    found = []
    for start, _, _, tag, _, head, relation in row["tokens"]:
        token = by_start.get(start)
        if tag != "PUNCT" and token:
            theirs = row["tokens"][head][0] if head >= 0 else ROOT
            ours = mine.tokens[token.head].start if token.head != ROOT else ROOT
            found.append((token.tag == tag, ours == theirs, ours == theirs and token.relation == relation))
    return found


def main(path: str) -> None:
    """Prints the shares that are right, 0–1."""
    found = [one for line in Path(path).read_text(encoding="utf-8").splitlines() for one in verdicts(json.loads(line))]
    for name, right in zip(("part of speech", "head", "head and relation"), zip(*found, strict=True), strict=True):
        print(f"{name}: {sum(right) / len(found):.3f} of {len(found)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
