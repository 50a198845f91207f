"""Tries settings of the decoder on the held-out articles: one pass of the encoder, then every pair of settings.

    python -m training.choose MODEL HELD_OUT.jsonl SCORER.py OUT [--biases 0 0.5 1] [--floors 0.2 0.3 0.4]

Prints one line of SCORER's figures for each pair. Dev is not for this.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

from training.data import load
from training.predict import attributions, encode, open_engine, record
from training.windows import STRIDE, tokenizer


def figures(scorer: Path, gold: Path, written: Path) -> list[str]:
    """The figures that the scorer prints, in its order."""
    command = [sys.executable, str(scorer), str(gold), str(written)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.findall(r"\b[01]\.\d{3}\b(?!\))", printed)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--biases", type=float, nargs="+", default=[0.0, 0.5, 1.0])
    parser.add_argument("--floors", type=float, nargs="+", default=[0.2, 0.3, 0.4, 0.5])
    parser.add_argument("--stride", type=int, default=STRIDE)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    articles = load(args.gold)
    engine, tok = open_engine(args.model, args.threads), tokenizer()
    seen = [encode(a.text, engine, tok, args.stride) for a in articles]
    args.out.mkdir(parents=True, exist_ok=True)
    written = args.out / "choice.json"
    print("bias floor  found prec rec close exact source cue whole | exact parts: source cue content")
    for bias in args.biases:
        found = [attributions(one, engine, bias) for one in seen]
        for floor in args.floors:
            written.write_text(json.dumps(record(articles, found, floor)), encoding="utf-8")
            print(f"{bias:4} {floor:5}  {' '.join(figures(args.scorer, args.gold, written))}", flush=True)


if __name__ == "__main__":
    main()
