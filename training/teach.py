"""Labels unlabelled news by several exported models together, for `training.train --taught`.

    python -m training.teach NEWS.jsonl.gz OUT.jsonl MODEL [MODEL ...] [--count 2000] [--leave-out STORIES.jsonl]

Scores of cues and roles are averaged over the models before they are decoded (an ensemble taught to one small model:
Hinton, Vinyals and Dean, 2015). OUT has the form of PolNeAR's files. Texts that share much with STORIES are left out.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from onrecord.encoder import Encoder
from onrecord.find import decode
from onrecord.find.reader import Reading, _Batch

DOUBT = 0.5  #: least chance of an attribution that is kept
SHINGLE = 60  #: characters in a row that two texts share when one was copied from the other


class Ensemble:
    """Several readings of one text, their scores averaged."""

    def __init__(self, text: str, encoders: list[Encoder]) -> None:
        self.readings = [Reading(text, encoder) for encoder in encoders]
        self.encoders = encoders

    def attributions(self) -> list[dict[str, list[list[int]]]]:
        """The attributions of the text as PolNeAR writes them."""
        first = self.readings[0]
        if not len(first.doc):
            return []
        moves = np.mean([e.tables.cue_moves for e in self.encoders], axis=0).tolist()
        scores = np.mean([r._stitched([seen.cues for seen in r.seen]) for r in self.readings], axis=0)
        cues, _ = decode.cues(scores.astype(np.float32), moves)
        out = []
        for k in range(0, len(cues), 32):
            out += self._with_roles(cues[k : k + 32])
        return out

    def _with_roles(self, cues: list[decode.Cue]) -> Iterator[dict[str, list[list[int]]]]:
        first = self.readings[0]
        batches = [_Batch(reading, cues) for reading in self.readings]
        scores = np.mean(
            [e.roles(b.pieces, b.cue, b.near, b.mask) for e, b in zip(self.encoders, batches, strict=True)], axis=0
        )
        moves = np.mean([e.tables.role_moves for e in self.encoders], axis=0).astype(np.float32)
        found = decode.roles(scores.astype(np.float32), batches[0].mask, moves)
        for cue, roles, low in zip(cues, found, batches[0].lows, strict=True):
            where = first.chars((cue.start, cue.end))
            content = [x for x in (first.chars((a + low, b + low)) for a, b in roles.content) if x]
            source = first.chars((roles.source[0] + low, roles.source[1] + low)) if roles.source else None
            if where and content and cue.chance * roles.chance >= DOUBT:
                yield {
                    "source": [list(source)] if source else [],
                    "cue": [list(where)],
                    "content": [list(c) for c in content],
                }


def shingles(text: str) -> set[str]:
    """Hashes of some runs of `SHINGLE` characters: those whose hash begins with two noughts."""
    runs = (text[k : k + SHINGLE] for k in range(len(text) - SHINGLE))
    found = (hashlib.blake2b(run.encode(), digest_size=6).hexdigest() for run in runs)
    return {one for one in found if one.startswith("00")}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--leave-out", type=Path, default=None)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    encoders = [Encoder(model, None) for model in args.models]
    known: set[str] = set()
    if args.leave_out:
        for line in args.leave_out.read_text(encoding="utf-8").splitlines():
            known |= shingles(json.loads(line)["text"])
    with gzip.open(args.news, "rt", encoding="utf-8") as lines:
        rows = sorted(map(json.loads, lines), key=lambda row: hashlib.sha256(str(row["id"]).encode()).hexdigest())
    chosen = [row for row in rows[: args.count] if not known & shingles(row["text"])]

    def taught(row: dict[str, str]) -> str:
        marks = Ensemble(row["text"], encoders).attributions()
        return json.dumps({"id": row["id"], "text": row["text"], "attributions": marks}, ensure_ascii=False) + "\n"

    args.out.parent.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(args.threads) as pool, args.out.open("w", encoding="utf-8") as out:
        for line in pool.map(taught, chosen):
            out.write(line)


if __name__ == "__main__":
    main()
