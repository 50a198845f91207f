"""Averages the weights of several checkpoints of one run.

python -m training.average OUT.pt CHECKPOINT.pt CHECKPOINT.pt ...
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    args = parser.parse_args()
    saved = [torch.load(path, map_location="cpu", weights_only=True) for path in args.checkpoints]
    if any(one["settings"] != saved[0]["settings"] for one in saved):
        parser.error("the checkpoints differ in their settings: average those of one run")
    model = {name: sum(one["model"][name] for one in saved) / len(saved) for name in saved[0]["model"]}
    torch.save({"settings": saved[0]["settings"], "model": model}, args.out)


if __name__ == "__main__":
    main()
