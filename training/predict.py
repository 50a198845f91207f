"""Reads PolNeAR articles or texts with names by an exported model alone, without the rules, for the scorers.

    python -m training.predict MODEL GOLD.jsonl OUT [--floor 0.5]
    python -m training.predict MODEL GOLD.jsonl OUT --names

MODEL is a folder that `training.export` wrote. The first form writes the least of an onrecord/1 document that
score_polnear.py needs, the second the lines that score_uner.py needs.
"""

import argparse
import json
from pathlib import Path

from onrecord.encoder import Encoder
from onrecord.find.reader import Read, Reading
from training.data import Article, load

FLOOR = 0.5  #: least chance that a cue has content
_UNER = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def record(articles: list[Article], found: list[list[Read]], floor: float) -> dict[str, object]:
    """The least of an onrecord/1 document that the scorer needs; file names are article numbers, as it expects."""
    statements = []
    for n, (article, items) in enumerate(zip(articles, found, strict=True)):

        def span(part: tuple[int, int] | None, text: str = article.text) -> dict[str, object] | None:
            return {"start": part[0], "end": part[1], "text": text[part[0] : part[1]]} if part else None

        statements += [
            {
                "report": f"r{n}",
                "source": span(item.source),
                "cue": span(item.cue),
                "content": [span(part) for part in item.content],
                "confidence": round(item.chance, 4),
            }
            for item in items
            if item.content_chance >= floor
        ]
    reports = [{"id": f"r{n}", "file": f"{n:04}.txt"} for n in range(len(articles))]
    return {"format": "onrecord/1", "reports": reports, "statements": statements}


def names(gold: Path, encoder: Encoder, limit: int | None) -> str:
    """The names of each text as UNER writes them, a JSON line each."""
    lines = []
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()[:limit]):
        found = Reading(row["text"], encoder).names()
        entities = [{"spans": [[n.start, n.end]], "type": _UNER[n.kind]} for n in found]
        lines.append(json.dumps({"id": row["id"], "entities": entities}))
    return "\n".join(lines) + "\n"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--floor", type=float, default=FLOOR)
    args = parser.parse_args()
    encoder = Encoder(args.model, None, threads=2)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    if args.names:
        args.out.write_text(names(args.gold, encoder, args.limit), encoding="utf-8")
        return
    articles = load(args.gold, args.limit)
    found = [Reading(article.text, encoder).attributions() for article in articles]
    args.out.write_text(json.dumps(record(articles, found, args.floor), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
