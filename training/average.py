"""The mean of two checkpoints: of the weights that a run began with and of those that it ended with, say.

    python -m training.average CHECKPOINT CHECKPOINT OUT [--share 0.5]

Networks fitted from one another lie in one valley, and what stands halfway often does better at all tasks than either
(Wortsman et al., CVPR 2022). Heads that only the second has stay as they are.
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="what the second weighs, 0-1")
    args = parser.parse_args()
    first, second = (torch.load(path, map_location="cpu", weights_only=True) for path in (args.first, args.second))
    for name, table in second["model"].items():
        if name in first["model"] and table.is_floating_point():
            second["model"][name] = args.share * table + (1 - args.share) * first["model"][name]
    torch.save({"settings": second["settings"], "model": second["model"]}, args.out)


if __name__ == "__main__":
    main()
