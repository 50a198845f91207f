"""Events on ECB+, PLOVER and MEANTIME: writes what their scorers take, as find and match read the bare texts.

    python -m bench.events BENCHMARKS OUT [--part dev|train] [--same-words]

OUT gets ecbplus.jsonl for `score_ecbplus.py ecbplus/dev.jsonl OUT/ecbplus.jsonl`: every word that find takes for an
event, grouped as match groups mentions, all documents being one pile (--same-words: by their lemmas within a topic, the
baseline); plover-gold.jsonl and plover.jsonl for `score_plover.py`: the sentences held aside from training
(`training.events.held_aside`) with the types that the network gives them.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from training.events import held_aside

from onrecord.encoder import shipped
from onrecord.find.happenings import sentence_type
from onrecord.find.reader import Reading
from onrecord.find.statements import with_finder
from onrecord.match import renamed_mention
from onrecord.match.entities import merged
from onrecord.match.events import grouped
from onrecord.model import Entity, Findings, Report, Told


def report_of(text: str, name: str) -> Report:
    """A report without file."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Report(id=digest[:12], file=name, files=(name,), sha256=digest, text_sha256=digest, text=text, language="en")


def told_in(rows: list[dict[str, Any]]) -> tuple[list[tuple[int, Told]], tuple[Entity, ...]]:
    """The events of some documents with the numbers of these, all being one pile, and the entities in them."""
    found: list[Findings] = []
    told: list[tuple[int, Told]] = []
    for n, row in enumerate(rows):
        findings, finder = with_finder(report_of(row["text"], row["id"]))
        found.append(findings)
        told += [(n, one) for one in finder.told(finder.all())]
    entities, renamed, _ = merged(entity for one in found for entity in one.entities)
    parties = {party for _, one in told for party in (one.agent, one.patient) if party}
    known = {**{party: party for party in parties}, **renamed}  # some are of deeds that a record leaves out
    return [(n, renamed_mention(one, known)) for n, one in told], entities


def ecbplus(rows: list[dict[str, Any]], *, same_words: bool) -> list[dict[str, Any]]:
    """Documents with their events and the groups of these."""
    told, entities = told_in(rows)
    mentions = [one for _, one in told]
    groups, _ = grouped(mentions, [None] * len(mentions), entities, {})
    cluster = {n: str(k) for k, group in enumerate(groups) for n in group}
    out = [{"id": row["id"], "mentions": []} for row in rows]
    for k, (n, one) in enumerate(told):
        name = f"{rows[n]['topic']} {one.lemma}" if same_words else cluster[k]
        out[n]["mentions"].append({"kind": "event", "spans": [list(one.mention.trigger)], "cluster": name})
    return out


def plover(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Sentences with the types that the network gives them."""
    return [{"id": row["id"], "type": sentence_type(Reading(row["text"], shipped()))} for row in rows]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--same-words", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    sentences = [row for row in _lines(args.benchmarks / "plover" / "sentences.jsonl") if held_aside(row["text"])]
    _write(args.out / "plover-gold.jsonl", sentences)
    _write(args.out / "plover.jsonl", plover(sentences))
    rows = _lines(args.benchmarks / "ecbplus" / f"{args.part}.jsonl")
    _write(args.out / "ecbplus.jsonl", ecbplus(rows, same_words=args.same_words))


if __name__ == "__main__":
    main()
