"""Reads articles with a checkpoint or an exported model and writes a record that `score_polnear.py` can score.

    python -m training.predict MODEL GOLD.jsonl RECORD.json [--bias B] [--floor F]

MODEL is a checkpoint (.pt) or the folder that `training.export` wrote.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from tokenizers import Tokenizer

from training import decode
from training.data import Article, load, trim
from training.decode import Floats
from training.features import Ints
from training.model import Reader, Settings
from training.windows import STRIDE, Pieces, cuts, owners, pieces, tokenizer, window_arrays

BIAS = 0.0  #: added to the score that a cue begins
FLOOR = 0.5  #: least chance that a cue has content


class Engine(Protocol):
    """Runs the two halves of the model on one window."""

    def tables(self) -> dict[str, Floats]:
        """Transition tables and first scores: cue_moves, role_moves, role_first."""

    def window(self, inputs: Ints) -> tuple[Floats, Floats]:
        """States (length, width) and cue scores (length, 3) of one window's (4, length) inputs."""

    def roles(self, states: Floats, places: Ints, cue: Ints) -> Floats:
        """Role scores (cues, length, 5) for (cues, 2) piece ranges of one window."""


class TorchEngine:
    """A checkpoint, run as it was trained."""

    def __init__(self, model: Reader) -> None:
        self.model = model.eval()
        self.device = next(model.parameters()).device

    def tables(self) -> dict[str, Floats]:
        """See `Engine`."""
        m = self.model
        named = {
            "cue_moves": m.cue_crf.table(),
            "role_moves": m.role_crf.table(),
            "role_first": m.role_crf.first,
        }
        return {k: v.detach().cpu().numpy() for k, v in named.items()}

    @torch.inference_mode()
    def window(self, inputs: Ints) -> tuple[Floats, Floats]:
        """See `Engine`."""
        states, scores = self.model(torch.from_numpy(inputs)[:, None].to(self.device))
        return states[0].cpu().numpy(), scores[0].cpu().numpy()

    @torch.inference_mode()
    def roles(self, states: Floats, places: Ints, cue: Ints) -> Floats:
        """See `Engine`."""
        owner = torch.zeros(len(cue), dtype=torch.long, device=self.device)
        given = [torch.from_numpy(x).to(self.device) for x in (states[None], places[:, None], cue)]
        scores = self.model.role_scores(*given, owner)
        return scores.cpu().numpy()


def open_engine(path: Path, threads: int = 2) -> Engine:
    """A checkpoint file or an exported folder, ready to run."""
    if path.is_dir():
        from training.export import OnnxEngine

        return OnnxEngine(path, threads)
    torch.set_num_threads(threads)
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = Reader(Settings(**saved["settings"]))
    model.load_state_dict(saved["model"])
    return TorchEngine(model)


@dataclass(frozen=True)
class Found:
    """One attribution as character ranges, with its two chances: that the cue is one, that it has content."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: list[tuple[int, int]]
    cue_chance: float
    chance: float


@dataclass(frozen=True)
class Reading:
    """What the encoder and the cue head make of one text; cues and roles are then decoded from it."""

    text: str
    doc: Pieces
    windows: list[tuple[int, int]]
    owners: list[int]  #: first piece of each window's own, and the length of the document
    runs: list[tuple[Floats, Ints]]  #: states and places of each window
    scores: Floats  #: cue scores of every piece, each from the window that owns it


def encode(text: str, engine: Engine, tok: Tokenizer, stride: int = STRIDE) -> Reading:
    """One pass of the encoder over a text, window by window."""
    doc = pieces(text, tok)
    windows = cuts(doc, stride=stride) if len(doc) else []
    firsts = [*owners(windows), len(doc)]
    runs, scores = [], np.zeros((len(doc), 3), np.float32)
    for k, (start, end) in enumerate(windows):
        inputs, places = window_arrays(doc, start, end)
        states, cue_scores = engine.window(inputs)
        runs.append((states, places))
        scores[firsts[k] : firsts[k + 1]] = cue_scores[1 + firsts[k] - start : 1 + firsts[k + 1] - start]
    return Reading(text, doc, windows, firsts, runs, scores)


def _chars(seen: Reading, span: tuple[int, int], shift: int) -> tuple[int, int] | None:
    low, high = max(span[0] + shift, 0), min(span[1] + shift, len(seen.doc))
    if low >= high:
        return None
    start, end = trim(seen.text, int(seen.doc.starts[low]), int(seen.doc.ends[high - 1]))
    return (start, end) if start < end else None


def attributions(seen: Reading, engine: Engine, bias: float = BIAS) -> list[Found]:
    """Every attribution of a text, in the order of their cues, none filtered out by its chance."""
    if not len(seen.doc):
        return []
    tables = engine.tables()
    cues, chances = decode.cues(seen.scores, tables["cue_moves"], bias)
    out = []
    for k, (start, end) in enumerate(seen.windows):
        own = range(seen.owners[k], seen.owners[k + 1])
        mine = [(c, p) for c, p in zip(cues, chances, strict=True) if c[0] in own and c[1] <= end]
        if not mine:
            continue
        local = np.array([c for c, _ in mine], np.int64) - start + 1
        role_scores = engine.roles(*seen.runs[k], local)
        found = decode.roles(role_scores, tables["role_moves"], tables["role_first"])
        for (cue, cue_chance), role in zip(mine, found, strict=True):
            where = _chars(seen, cue, 0)
            parts = [x for x in (_chars(seen, span, start - 1) for span in role.content) if x]
            if where and parts:
                source = _chars(seen, role.source, start - 1) if role.source else None
                out.append(Found(source, where, parts, cue_chance, role.chance))
    return out


def record(articles: list[Article], found: list[list[Found]], floor: float) -> dict[str, object]:
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
                "confidence": round(item.cue_chance * item.chance, 4),
            }
            for item in items
            if item.chance >= floor
        ]
    reports = [{"id": f"r{n}", "file": f"{n:04}.txt"} for n in range(len(articles))]
    return {"format": "onrecord/1", "reports": reports, "statements": statements}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--stride", type=int, default=STRIDE)
    parser.add_argument("--bias", type=float, default=BIAS)
    parser.add_argument("--floor", type=float, default=FLOOR)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    articles = load(args.gold, args.limit)
    engine, tok = open_engine(args.model, args.threads), tokenizer()
    found = [attributions(encode(a.text, engine, tok, args.stride), engine, args.bias) for a in articles]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(record(articles, found, args.floor), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
