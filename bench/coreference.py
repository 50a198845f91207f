"""Coreference on GUM: writes what its scorer takes, gold and found, for names and pronouns.

    python bench/coreference.py GUM/dev.jsonl OUT [--same-words]

OUT gets gold.jsonl and found.jsonl for `score_gum.py OUT/gold.jsonl OUT/found.jsonl`. Gold are the mentions of persons,
organisations and places whose head is a proper noun, by the range of that head (the words that matter most, without
apposition and relative clause), and the pronouns among them. Found are all names and third-person pronouns that `find`
reads in the bare text. --same-words groups those same mentions by their words instead: the baseline.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from onrecord.find.coreference import chains
from onrecord.model import Report

TYPES = frozenset({"person", "organization", "place"})
NAMES = {"organisation": "organization", "country": "place"}
"""How GUM calls what differs from our own kinds."""


def gold(row: dict[str, Any]) -> dict[str, Any]:
    """A document's named and pronominal mentions of persons, organisations and places."""
    tags = {token[0]: token[3] for token in row["tokens"]}
    kept = [
        {"spans": [m["head"]], "type": m["type"], "cluster": m["cluster"]}
        for m in row["mentions"]
        if m["type"] in TYPES and tags.get(m["head"][0]) in ("PROPN", "PRON")
    ]
    return {"id": row["id"], "mentions": kept}


def found(row: dict[str, Any], *, same_words: bool) -> dict[str, Any]:
    """What `find` reads in a document's text."""
    text = row["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=digest[:12], file="x", files=("x",), sha256=digest, text_sha256=digest, text=text, language="en")
    mentions = []
    for number, (kind, ranges) in enumerate(chains(report)):
        for start, end in dict.fromkeys(ranges):
            cluster = text[start:end].lower() if same_words else str(number)
            mentions.append({"spans": [[start, end]], "type": NAMES.get(kind, kind), "cluster": cluster})
    return {"id": row["id"], "mentions": mentions}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--same-words", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in args.documents.read_text(encoding="utf-8").splitlines()]
    for name, made in (
        ("gold", [gold(row) for row in rows]),
        ("found", [found(row, same_words=args.same_words) for row in rows]),
    ):
        (args.out / f"{name}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")


if __name__ == "__main__":
    main()
